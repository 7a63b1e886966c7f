# os, os.path, open, pathlib, tempfile: files in memory
import os, os.path, sys, io, tempfile, pathlib
print(os.name, os.sep, os.linesep == "\n", os.getpid(), os.cpu_count(), os.environ.get("NOPE"), os.getenv("NOPE", "d"))
os.environ["A"] = "1"; print(os.environ["A"], "A" in os.environ, os.getenv("A"))
try: os.environ["B"]
except KeyError as e: print("KeyError", e)
try: os.environ["B"] = 1
except TypeError as e: print(e)
print(os.path.join("a", "b", "/c", "d"), os.path.join("a/", "b"), os.path.split("/a/b/c.txt"), os.path.splitext("x/.bashrc"), os.path.splitext("a.tar.gz"), os.path.basename("/a/b/"), os.path.dirname("/a/b"), os.path.normpath("/a/./b/../c//d"), os.path.isabs("/x"), os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a/c"))
with tempfile.TemporaryDirectory() as d:
    p = os.path.join(d, "x.txt")
    with open(p, "w") as f:
        print(f.write("hello\nworld\n"), f.name == p, f.mode, f.closed, f.writable(), f.readable(), f.encoding)
        print("printed", 1, file=f)
    print(f.closed)
    try: f.write("x")
    except ValueError as e: print(e)
    with open(p) as f:
        print(f.readline(), f.tell(), list(f))
        f.seek(0); print(f.read(3), f.tell(), f.read())
        try: f.write("x")
        except io.UnsupportedOperation as e: print(e)
    print(os.path.getsize(p), os.path.exists(p), os.path.isdir(d), os.path.isfile(p), os.listdir(d))
    with open(p, "a") as f: f.write("more")
    with open(p, "rb") as f: print(f.read(), f.read())
    with open(p, "r+") as f:
        f.seek(6); f.write("WORLD"); f.seek(0); print(f.readlines())
    with open(p, "wb") as f: print(f.write(b"a\r\nb\rc\n"))
    with open(p) as f: print(f.read())
    with open(p, newline="") as f: print(list(f))
    for args in ((os.path.join(d, "no"),), (d,), (p, "x"), (p, "q"), (p, "rw"), (p, "rbt"), (1.5,), (p, "w", 0)):
        try: open(*args)
        except Exception as e: print(type(e).__name__, str(e).replace(d, "D"))
    os.makedirs(os.path.join(d, "a/b/c")); os.makedirs(os.path.join(d, "a/b"), exist_ok=True)
    for call in (lambda: os.mkdir(os.path.join(d, "a")), lambda: os.rmdir(os.path.join(d, "a")), lambda: os.remove(os.path.join(d, "zz")), lambda: os.listdir(os.path.join(d, "zz")), lambda: os.rename(os.path.join(d, "zz"), os.path.join(d, "yy")), lambda: os.makedirs(os.path.join(d, "a"))):
        try: call()
        except OSError as e: print(type(e).__name__, e.errno, e.strerror, str(e).replace(d, "D"))
    pathlib.Path(d, "a", "one.py").write_text("1"); pathlib.Path(d, "a", "b", "two.py").write_text("22")
    for top, dirs, files in os.walk(d): print(top.replace(d, "D"), sorted(dirs), sorted(files))
    P = pathlib.Path(d)
    print(sorted(str(x.relative_to(P)) for x in P.rglob("*.py")), sorted(x.name for x in P.iterdir()), [x.name for x in P.glob("a/*.py")])
    q = P / "a" / "one.py"
    print(q.name, q.stem, q.suffix, q.parent.name, q.exists(), q.read_text(), q.stat().st_size, q.with_suffix(".txt").name, q.is_file())
    q.rename(P / "a" / "uno.py"); print(q.exists())
    os.replace(os.path.join(d, "a", "uno.py"), os.path.join(d, "a", "dos.py"))
    with os.scandir(os.path.join(d, "a")) as it: print(sorted((e.name, e.is_dir()) for e in it))
    try: (P / "nope").read_text()
    except FileNotFoundError as e: print(str(e).replace(d, "D"))
    (P / "t").touch(); print((P / "t").stat().st_size); (P / "t").unlink(); (P / "t").unlink(missing_ok=True)
print(os.path.exists(d))
p = pathlib.PurePosixPath("/usr/lib/python3/x.tar.gz")
print(p, repr(p), p.parts, p.suffixes, p.stem, p.parent, list(p.parents)[:2], p / "..", p.match("*.gz"), p.is_relative_to("/usr"), p.relative_to("/usr"), pathlib.Path("a/./b//c"), pathlib.Path(), pathlib.Path("a") == pathlib.Path("a/"), sorted([pathlib.Path("b"), pathlib.Path("a")]), p.anchor, p.root, pathlib.Path("~").name)
try: pathlib.Path("a").relative_to("b")
except ValueError as e: print(e)
fd, name = tempfile.mkstemp(); os.write(fd, b"data"); os.close(fd); print(open(name).read()); os.unlink(name)
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f: f.write("tmp"); f.seek(0); print(f.read(), f.name.endswith(".txt"))
print(os.fspath(pathlib.Path("x/y")), isinstance(pathlib.Path("x"), os.PathLike), os.strerror(2), os.urandom(4))
with tempfile.TemporaryFile() as f: f.write(b"abc"); f.seek(1); print(f.read())
print(os.path.expanduser("x"), os.path.splitdrive("a"), os.path.abspath("/a/../b"), os.fsencode("é"), os.devnull)
