"""A simulation of requests: its usual surface, answered by the simulated web. It blocks: no task can run meanwhile."""

import time
from datetime import timedelta

from _web import Headers, ask, body_of, full_url
from requests import exceptions
from requests.exceptions import (  # noqa: F401
    ConnectionError,
    ConnectTimeout,
    HTTPError,
    JSONDecodeError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
    URLRequired,
)
from http import HTTPStatus
from urllib.parse import urlsplit
import json as _json

__version__ = "2.32.5"


class _Codes:
    """Status codes by their names in small letters."""


codes = _Codes()
for _status in HTTPStatus:
    setattr(codes, _status.name.lower(), int(_status))
del _status


class Response:
    """An answer."""

    def __init__(self, answer, request):
        self._answer = answer
        self.request = request
        self.url = answer.url
        self.status_code = answer.status
        self.reason = answer.reason
        self.headers = answer.headers
        self.content = answer.body if request.method != "HEAD" else b""
        self.elapsed = timedelta(seconds=answer.latency)
        self.encoding = answer.charset or "utf-8"
        self.history = []
        self.cookies = {}

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    ok = property(lambda self: self.status_code < 400)
    text = property(lambda self: self.content.decode(self.encoding, "replace"))
    is_redirect = property(lambda self: 300 <= self.status_code < 400)

    def json(self, **_):
        """The body as JSON."""
        try:
            return self._answer.json()
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos) from None

    def raise_for_status(self):
        """Raises for a status of 400 and above."""
        if not self.ok:
            kind = "Client" if self.status_code < 500 else "Server"
            message = f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}"
            raise HTTPError(message, response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        for place in range(0, len(self.content), chunk_size or len(self.content) or 1):
            yield self.content[place : place + (chunk_size or len(self.content))]

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        for line in self.content.splitlines():
            yield line.decode(self.encoding) if decode_unicode else line

    def close(self):
        pass


class Request:
    """What is asked for."""

    def __init__(self, method, url, headers, body):
        self.method, self.url, self.headers, self.body = method, url, headers, body

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Session:
    """Sends requests."""

    def __init__(self):
        self.headers = Headers()
        self.params = {}
        self.cookies = {}
        self.auth = None
        self.verify = True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        pass

    def mount(self, prefix, adapter):
        pass

    def request(self, method, url, params=None, data=None, headers=None, timeout=None, json=None, **_):
        """Sends a request and waits for the answer."""
        url = full_url(url, {**self.params, **(params or {})} or None)
        scheme, colon, _ = url.partition("://")
        if not colon:
            raise exceptions.MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if scheme not in ("http", "https"):
            raise exceptions.InvalidSchema(f"No connection adapters were found for {url!r}")
        sent = Headers(self.headers)
        sent.update(headers or {})
        request = Request(method.upper(), url, sent, body_of(data, json, sent))
        return self._exchange(request, ask(request.method, url, sent, request.body), timeout)

    def _exchange(self, request, answer, timeout):
        seconds = timeout[1] if isinstance(timeout, tuple) else timeout
        parts = urlsplit(request.url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        where = f"HTTPSConnectionPool(host={parts.hostname!r}, port={port})"
        where = where if parts.scheme == "https" else where.replace("HTTPS", "HTTP", 1)
        if answer.failure == "timeout" or seconds is not None and answer.latency > seconds:
            time.sleep(3600 if seconds is None else seconds)
            raise ReadTimeout(f"{where}: Read timed out. (read timeout={seconds})", request=request)
        time.sleep(answer.latency)
        if answer.failure:
            why = {
                "unknown host": "Failed to resolve",
                "reset": "Connection reset by peer",
            }.get(answer.failure, "Connection refused")
            raise ConnectionError(f"{where}: Max retries exceeded with url: {parts.path or '/'} ({why})", request=request)
        return Response(answer, request)

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    def post(self, url, data=None, json=None, **options):
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)


def session():
    """A session."""
    return Session()


def request(method, url, **options):
    """Sends one request and waits for the answer."""
    return Session().request(method, url, **options)


def get(url, params=None, **options):
    return request("GET", url, params=params, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


def head(url, **options):
    return request("HEAD", url, **options)


def post(url, data=None, json=None, **options):
    return request("POST", url, data=data, json=json, **options)


def put(url, data=None, **options):
    return request("PUT", url, data=data, **options)


def patch(url, data=None, **options):
    return request("PATCH", url, data=data, **options)


def delete(url, **options):
    return request("DELETE", url, **options)
