# csv, shlex, html
import csv, io, shlex, html
text = 'name,age,quote\nAnn,30,"said ""hi"", twice"\nBob,,"two\nlines"\n\n"x",1,\n'
print(list(csv.reader(io.StringIO(text))))
for row in csv.DictReader(io.StringIO(text)): print(row)
out = io.StringIO(); w = csv.writer(out); print(w.writerow(["a", 1, None, 2.5, 'q"q', "c,c", "l\nl", True])); w.writerows([[1, 2], ["", ""], [""]]); print(repr(out.getvalue()))
out = io.StringIO(); d = csv.DictWriter(out, ["x", "y"], restval="-", lineterminator="\n"); d.writeheader(); d.writerow({"x": 1}); d.writerows([{"x": 2, "y": 3}]); print(out.getvalue())
try: d.writerow({"z": 1})
except ValueError as e: print(e)
for q in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL):
    out = io.StringIO(); csv.writer(out, quoting=q, delimiter=";").writerow([1, "a", "b;c", None]); print(repr(out.getvalue()))
print(list(csv.reader(["1;'a;b';c"], delimiter=";", quotechar="'")), list(csv.reader(["1,2.5,\"x\""], quoting=csv.QUOTE_NONNUMERIC)), csv.list_dialects(), list(csv.reader(["a, b"], skipinitialspace=True)), list(csv.DictReader(["1,2,3"], ["a", "b"])), list(csv.reader(["a\tb"], "excel-tab")))
try: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as e: print(e)
print(shlex.split("a 'b c' \"d \\\"e\" f\\ g # no"), shlex.split("x # y", comments=True), shlex.quote("it's"), shlex.quote("ok"), shlex.join(["a b", "c"]))
for bad in ("'x", "x\\"):
    try: shlex.split(bad)
    except ValueError as e: print(e)
print(html.escape("<a href='x'>&\"</a>"), html.escape("'", quote=False), html.unescape("&lt;b&gt; &amp; &#39; &#x41; &unknown; &quot;"))
