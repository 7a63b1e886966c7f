# urllib.parse: taking URLs apart, joining them, quoting, queries.
from urllib.parse import (
    parse_qs,
    parse_qsl,
    quote,
    quote_plus,
    unquote,
    unquote_plus,
    urldefrag,
    urlencode,
    urljoin,
    urlparse,
    urlsplit,
    urlunparse,
    urlunsplit,
)

URLS = [
    "https://user:pass@Example.com:8080/a/b;p?q=1&r=2#frag",
    "http://example.com",
    "//host/path",
    "/only/path?x",
    "mailto:someone@example.com",
    "file:///etc/hosts",
    "http://[::1]:80/x",
    "HTTP://UPPER.example/Path",
    "a:b:c",
    "1a:b",
    "",
    "http:///triple",
    "http://example.com?query",
    "http://example.com#frag?notquery",
]
for url in URLS:
    parts = urlparse(url)
    print(parts)
    print(" ", urlsplit(url), parts.hostname, parts.port, parts.username, parts.password)
    print(" ", parts.geturl(), urlunparse(parts), urlunsplit(urlsplit(url)))
print(urlparse("http://h/a;b/c;d?e").params, urlparse("/p", "https").scheme)
print(parts._replace(scheme="ftp").geturl())
for bad in ("http://host:99999/", "http://host:abc/"):
    try:
        print(urlparse(bad).port)
    except ValueError as error:
        print("ValueError:", error)
try:
    urlparse("http://[::1/")
except ValueError as error:
    print("ValueError:", error)

BASE = "http://a/b/c/d;p?q"
for link in (
    "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../",
    "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "g..", "./../g", "g/./h", "g/../h",
    "http:g", "https://other/x", "mailto:x@y",
):  # fmt: skip
    print(repr(link), urljoin(BASE, link))
print(urljoin("http://example.com", "a/b"), urljoin("", "x"), urljoin("x/y", "z"))
print(urldefrag("http://a/b#c"), urldefrag("http://a/b").url)

print(quote("a b/c?d=é&"), quote("a b/c", safe=""), quote_plus("a b+c/é"), quote(b"\xff\x00"), quote("~-._"))
print(unquote("a%20b%2Fc%C3%A9%zz%"), unquote_plus("a+b%2B"), unquote("é%41"), repr(unquote("%FF")))
print(urlencode({"a": 1, "b c": "x&y", "é": "ü"}), urlencode([("a", 1), ("a", 2)]))
print(urlencode({"a": [1, 2], "b": "xy"}, doseq=True), urlencode({"a": [1, 2]}))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qs("a=1&c=", keep_blank_values=True))
print(parse_qsl("x=%20y&z=a+b&=v"), parse_qsl("a;b=1", separator=";"))
for bad in (lambda: urlencode("text"), lambda: parse_qsl("a", strict_parsing=True), lambda: urlparse(b"x", "y")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(urlsplit(b"http://h/p?q"), urljoin(b"http://h/a", b"b"))
