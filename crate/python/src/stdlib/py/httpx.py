"""A simulation of httpx: its usual surface, answered by the simulated web. See the page on the simulated web."""

import asyncio
import json as _json
import time
from datetime import timedelta

from _loopscope_asyncio import _new_waiter
from _web import Headers, ask, body_of, full_url
from http import HTTPStatus as codes  # noqa: F401
from urllib.parse import urlsplit

__version__ = "0.28.1"
DEFAULT_SECONDS = 5.0


class HTTPError(Exception):
    """Whatever goes wrong with a request."""

    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The .request property has not been set.")
        return self._request


class RequestError(HTTPError):
    """A request without an answer."""


class TransportError(RequestError):
    """Nothing came through."""


class TimeoutException(TransportError):
    """It took too long."""


class ConnectTimeout(TimeoutException):
    """Connecting took too long."""


class ReadTimeout(TimeoutException):
    """The answer took too long."""


class WriteTimeout(TimeoutException):
    """Sending took too long."""


class PoolTimeout(TimeoutException):
    """No connection became free."""


class NetworkError(TransportError):
    """The network failed."""


class ConnectError(NetworkError):
    """No connection."""


class ReadError(NetworkError):
    """The connection broke."""


class ProtocolError(TransportError):
    """The server doesn't speak HTTP."""


class RemoteProtocolError(ProtocolError):
    """The server broke off."""


class UnsupportedProtocol(TransportError):
    """A URL that is not of the web."""


class InvalidURL(Exception):
    """A URL that is none."""


class HTTPStatusError(HTTPError):
    """An answer that is an error."""

    def __init__(self, message, *, request, response):
        super().__init__(message, request=request)
        self.response = response


class URL(str):
    """A URL with its parts."""

    _parts = property(lambda self: urlsplit(self))
    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname or "")
    port = property(lambda self: self._parts.port)
    path = property(lambda self: self._parts.path or "/")
    query = property(lambda self: self._parts.query.encode())

    def __repr__(self):
        return f"URL({str(self)!r})"


class Timeout:
    """How long each part of a request may take; in seconds."""

    def __init__(self, timeout=DEFAULT_SECONDS, *, connect=None, read=None, write=None, pool=None):
        self.connect = timeout if connect is None else connect
        self.read = timeout if read is None else read
        self.write = timeout if write is None else write
        self.pool = timeout if pool is None else pool

    def __repr__(self):
        return f"Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"


class Limits:
    """How many connections there may be."""

    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections


class Request:
    """What is asked for."""

    def __init__(self, method, url, *, headers=None, params=None, content=None, data=None, json=None):
        self.method = method.upper()
        self.url = URL(full_url(url, params))
        self.headers = Headers(headers or {})
        self.content = body_of(content if data is None else data, json, self.headers)

    def __repr__(self):
        return f"<Request({self.method!r}, {str(self.url)!r})>"


class Response:
    """An answer."""

    def __init__(self, answer, request):
        self._answer = answer
        self.request = request
        self.url = request.url
        self.status_code = answer.status
        self.reason_phrase = answer.reason
        self.headers = answer.headers
        self.elapsed = timedelta(seconds=answer.latency)
        self.content = answer.body if request.method != "HEAD" else b""
        self.history = []
        self.cookies = {}
        self.http_version = "HTTP/1.1"
        self.is_closed = True

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"

    encoding = property(lambda self: self._answer.charset or "utf-8")
    text = property(lambda self: self.content.decode(self.encoding))
    is_informational = property(lambda self: self.status_code < 200)
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_error = property(lambda self: 400 <= self.status_code < 600)

    def json(self, **_):
        """The body as JSON."""
        return self._answer.json()

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def raise_for_status(self):
        """Raises unless the answer is a success."""
        if self.is_success:
            return self
        kind = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}
        message = (
            f"{kind.get(self.status_code // 100, 'Invalid status code')} '{self.status_code} {self.reason_phrase}' "
            f"for url '{self.url}'\n"
            f"For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}"
        )
        raise HTTPStatusError(message, request=self.request, response=self)

    def iter_bytes(self, chunk_size=None):
        size = chunk_size or len(self.content) or 1
        for place in range(0, len(self.content), size):
            yield self.content[place : place + size]

    def iter_text(self, chunk_size=None):
        for chunk in self.iter_bytes(chunk_size):
            yield chunk.decode(self.encoding)

    def iter_lines(self):
        yield from self.text.splitlines()

    async def aiter_bytes(self, chunk_size=None):
        for chunk in self.iter_bytes(chunk_size):
            await asyncio.sleep(0)
            yield chunk

    aiter_raw = aiter_bytes

    async def aiter_text(self, chunk_size=None):
        for chunk in self.iter_text(chunk_size):
            await asyncio.sleep(0)
            yield chunk

    async def aiter_lines(self):
        for line in self.iter_lines():
            await asyncio.sleep(0)
            yield line

    def close(self):
        pass

    async def aclose(self):
        pass


class _BaseClient:
    """What the blocking and the asynchronous client share."""

    def __init__(
        self, *, base_url="", headers=None, params=None, timeout=Timeout(), limits=Limits(), auth=None, cookies=None,
        follow_redirects=False, http2=False, verify=True, transport=None, event_hooks=None, trust_env=True, proxy=None,
    ):  # fmt: skip
        self.base_url = URL(base_url)
        self.headers = Headers(headers or {})
        self.params = dict(params or {})
        self.timeout = timeout
        self.is_closed = False
        self._limits = limits

    def build_request(self, method, url, *, headers=None, params=None, content=None, data=None, json=None, **_):
        sent = Headers(self.headers)
        sent.update(headers or {})
        base = f"{str(self.base_url).rstrip('/')}/" if self.base_url else None
        target = full_url(str(url).lstrip("/") if base and "://" not in str(url) else url, None, base)
        return Request(method, target, headers=sent, params={**self.params, **(params or {})}, content=content, data=data, json=json)

    def _ask(self, request, timeout):
        """The answer, and the longest that it may take."""
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if request.url.scheme not in ("http", "https"):
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.", request=request)
        timeout = self.timeout if timeout is _UNSET else timeout
        seconds = timeout.read if isinstance(timeout, Timeout) else timeout
        return ask(request.method, request.url, request.headers, request.content), seconds

    def _finish(self, request, answer):
        if answer.failure == "unknown host":
            raise ConnectError("[Errno -2] Name or service not known", request=request)
        if answer.failure == "reset":
            raise ReadError("", request=request)
        if answer.failure:
            raise ConnectError("All connection attempts failed", request=request)
        return Response(answer, request)


_UNSET = object()


def _takes_too_long(answer, seconds):
    return answer.failure == "timeout" or (seconds is not None and answer.latency > seconds)


class Client(_BaseClient):
    """Sends requests and blocks until they are answered."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.is_closed = True

    def request(self, method, url, *, timeout=_UNSET, **options):
        return self.send(self.build_request(method, url, **options), timeout=timeout)

    def send(self, request, *, timeout=_UNSET, **_):
        answer, seconds = self._ask(request, timeout)
        if _takes_too_long(answer, seconds):
            time.sleep(3600 if seconds is None else seconds)
            raise ReadTimeout("The read operation timed out", request=request)
        time.sleep(answer.latency)
        return self._finish(request, answer)

    def stream(self, method, url, **options):
        return _Stream(lambda: self.request(method, url, **options))


class AsyncClient(_BaseClient):
    """Sends requests; tasks await the answers."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.aclose()

    async def aclose(self):
        self.is_closed = True

    async def request(self, method, url, *, timeout=_UNSET, **options):
        return await self.send(self.build_request(method, url, **options), timeout=timeout)

    async def send(self, request, *, timeout=_UNSET, **_):
        answer, seconds = self._ask(request, timeout)
        limit = self._limits.max_connections
        if limit is None:
            return await self._exchange(request, answer, seconds)
        if not hasattr(self, "_room"):
            self._room = asyncio.Semaphore(limit)
        async with self._room:
            return await self._exchange(request, answer, seconds)

    async def _exchange(self, request, answer, seconds):
        loop = asyncio.get_running_loop()
        waiter = _new_waiter(loop, "network", f"the answer of {request.url}")
        takes_too_long = _takes_too_long(answer, seconds)
        ends = seconds if takes_too_long else answer.latency
        timer = None if ends is None else loop.call_later(ends, _set_unless_done, waiter)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
        if takes_too_long:
            raise ReadTimeout("", request=request)
        return self._finish(request, answer)

    def stream(self, method, url, **options):
        return _AsyncStream(self.request(method, url, **options))


def _set_unless_done(waiter):
    if not waiter.done():
        waiter.set_result(None)


class _Stream:
    def __init__(self, send):
        self._send = send

    def __enter__(self):
        return self._send()

    def __exit__(self, *_):
        pass


class _AsyncStream:
    def __init__(self, request):
        self._request = request

    async def __aenter__(self):
        return await self._request

    async def __aexit__(self, *_):
        pass


def _method(name):
    def send(self, url, **options):
        return self.request(name.upper(), url, **options)

    async def send_async(self, url, **options):
        return await self.request(name.upper(), url, **options)

    def send_once(url, *, timeout=DEFAULT_SECONDS, **options):
        with Client(timeout=timeout) as client:
            return client.request(name.upper(), url, **options)

    for function, owner in ((send, Client), (send_async, AsyncClient)):
        function.__name__ = name
        function.__qualname__ = f"{owner.__name__}.{name}"
        setattr(owner, name, function)
    send_once.__name__ = send_once.__qualname__ = name
    return send_once


get, post, put, patch, delete, head, options = map(_method, ("get", "post", "put", "patch", "delete", "head", "options"))


def request(method, url, *, timeout=DEFAULT_SECONDS, **options):
    """Sends one request."""
    with Client(timeout=timeout) as client:
        return client.request(method, url, **options)


def stream(method, url, **options):
    """Sends one request whose answer is read piece by piece."""
    return Client().stream(method, url, **options)
