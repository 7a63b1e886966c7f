"""The simulated web: answers from the author's table, and friendly ones for everything else. Nothing leaves the page.

The table is JSON: from URL patterns (`*` stands for anything; a method may stand before) to answers. An answer is a text,
or an object with any of `latency` (seconds), `status`, `reason`, `headers`, `body` (text), `json`, `bytes` (so many) and
`failure` ("refused", "reset", "unknown host", "timeout"), or a list of such: one for each request in turn, the last again
and again.
"""

import json
from http import HTTPStatus

from _loopscope_network import _settings
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

LATENCY_MS_MIN, LATENCY_MS_MAX = 50, 300
HEAD = "http"  # what URLs begin with

_table = None
_n_asked = {}  # by pattern


class Answer:
    """What a server answers, and after how many seconds."""

    def __init__(self, url, latency, status, reason, headers, body, failure, is_made_up):
        self.url = url
        self.latency = latency
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
        self.failure = failure
        self.is_made_up = is_made_up

    def text(self, encoding=None):
        return self.body.decode(encoding or self.charset or "utf-8")

    def json(self, loads=json.loads):
        """The body as JSON. Where the answer is made up, there always is some."""
        if self.is_made_up and not self.is_json:
            return {"url": self.url, "simulated": True}
        return loads(self.text())

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip()

    @property
    def is_json(self):
        return self.content_type == "application/json" or self.content_type.endswith("+json")

    @property
    def charset(self):
        _, _, rest = self.headers.get("Content-Type", "").partition("charset=")
        return rest.strip() or None


class Headers(dict):
    """Headers by name, in any case of letters."""

    def __init__(self, items=()):
        super().__init__()
        for name, value in dict(items).items():
            self[name] = value

    def _own(self, name):
        lowered = str(name).lower()
        for own in self.keys():
            if own.lower() == lowered:
                return own
        return name

    def __getitem__(self, name):
        return super().__getitem__(self._own(name))

    def __setitem__(self, name, value):
        super().__setitem__(self._own(name), str(value))

    def __contains__(self, name):
        return super().__contains__(self._own(name))

    def get(self, name, default=None):
        return super().get(self._own(name), default)

    getheader = get_all = get

    def setdefault(self, name, value):
        if name not in self:
            self[name] = value
        return self[name]

    def update(self, items):
        for name, value in dict(items).items():
            self[name] = value

    def __repr__(self):
        return f"<Headers({dict(self.items())!r})>"


def full_url(url, params=None, base=None):
    """A URL with its query, relative to another."""
    url = str(url) if not base else urljoin(str(base), str(url))
    if params:
        pairs = params.items() if hasattr(params, "items") else params
        parts = urlsplit(url)
        query = "&".join(part for part in (parts.query, urlencode(list(pairs), doseq=True)) if part)
        url = urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))
    return url


def body_of(data=None, json_value=None, headers=None):
    """What a request sends, as bytes; completes its headers."""
    if json_value is not None:
        headers.setdefault("Content-Type", "application/json")
        return json.dumps(json_value).encode()
    if data is None:
        return b""
    if isinstance(data, str):
        return data.encode()
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
    return urlencode(list(data.items()) if hasattr(data, "items") else list(data)).encode()


def ask(method, url, headers=None, body=b""):
    """What the web answers to a request."""
    url = str(url)
    given, pattern = _find(method, url)
    if given is None:
        return _make_up(method, url, headers or {}, body)
    if isinstance(given, list):
        n_before = _n_asked.get(pattern, 0)
        _n_asked[pattern] = n_before + 1
        given = given[min(n_before, len(given) - 1)]
    if not isinstance(given, dict):
        given = {"body": given}
    return _from_table(url, given)


def _find(method, url):
    global _table
    if _table is None:
        text = _settings()[2]
        _table = json.loads(text) if text.strip() else {}
        if not isinstance(_table, dict):
            raise ValueError("the table of the simulated web is no JSON object")
    without_query = url.partition("?")[0]
    for pattern, given in _table.items():
        wanted, _, rest = pattern.rpartition(" ")
        if wanted and wanted.upper() != method.upper():
            continue
        if _matches(rest, url) or _matches(rest, without_query):
            return given, pattern
    return None, None


def _matches(pattern, url):
    first, *others = pattern.split("*")
    if not others:
        return url.rstrip("/") == first.rstrip("/")
    if not url.startswith(first):
        return False
    place = len(first)
    *middle, last = others
    for part in middle:
        found = url.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return url.endswith(last) and len(url) - len(last) >= place


def _from_table(url, given):
    headers = Headers(given.get("headers", {}))
    if "json" in given:
        body = json.dumps(given["json"]).encode()
        headers.setdefault("Content-Type", "application/json")
    elif "bytes" in given:
        body = bytes(index % 251 for index in range(given["bytes"]))
        headers.setdefault("Content-Type", "application/octet-stream")
    else:
        text = given.get("body", "")
        body = text.encode()
        is_page = text.lstrip()[:1] == "<"
        headers.setdefault("Content-Type", f"text/{'html' if is_page else 'plain'}; charset=utf-8")
    latency = given.get("latency")
    status = given.get("status", 200)
    return _answer(url, latency, status, given.get("reason"), headers, body, given.get("failure"), False)


def _answer(url, latency, status, reason, headers, body, failure=None, is_made_up=True):
    headers.setdefault("Content-Length", len(body))
    if latency is None:
        span = LATENCY_MS_MAX - LATENCY_MS_MIN + 1
        latency = (LATENCY_MS_MIN + _hash(url) % span) / 1000
    if reason is None:
        reason = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
    return Answer(url, latency, status, reason, headers, body, failure, is_made_up)


def _hash(text):
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 % 2**32
    return value


def _make_up(method, url, headers, body):
    """A friendly answer of a server that the author has said nothing of."""
    parts = urlsplit(url)
    steps = [step for step in parts.path.split("/") if step]
    latency, status = None, 200
    if parts.hostname in ("httpbin.org", "httpbingo.org", "postman-echo.com") and len(steps) == 2:
        if steps[0] == "delay":
            latency = min(float(steps[1]), 10.0)
        elif steps[0] == "status":
            status = int(steps[1])
    host = parts.hostname or ""
    is_api = (
        host.startswith(("api.", "httpbin", "jsonplaceholder", "reqres", "dummyjson"))
        or "api" in steps
        or parts.path.endswith(".json")
    )
    if is_api:
        value = {"url": url, "simulated": True}
        if len(steps) >= 2 and steps[-1].isdecimal():
            number = int(steps[-1])
            value = {"id": number, "userId": (number + 9) // 10, "name": f"{steps[-2]} {number}", "title": f"{steps[-2]} {number}", **value}
        if parts.query:
            value["args"] = dict(parse_qsl(parts.query))
        if body:
            value["data"] = body.decode("utf-8", "replace")
        return _answer(url, latency, status, None, Headers({"Content-Type": "application/json"}), json.dumps(value).encode())
    page = (
        f"<!doctype html>\n<html><head><title>{host}</title></head>\n"
        f"<body><h1>{host}</h1><p>A simulated answer of {url}</p></body></html>\n"
    )
    return _answer(url, latency, status, None, Headers({"Content-Type": "text/html; charset=utf-8"}), page.encode())
