"""A simulation of aiohttp's client: its usual surface, answered by the simulated web. See the page on the simulated web."""

import asyncio
import json as _json
from collections import deque
from urllib.parse import parse_qsl, urlsplit

import socket
from _loopscope_asyncio import _new_waiter
from _web import Headers, ask, body_of, full_url

__version__ = "3.13.0"


class ClientError(Exception):
    """Whatever goes wrong with a request."""


class ClientResponseError(ClientError):
    """An answer that is an error."""

    def __init__(self, request_info, history=(), *, status=0, message="", headers=None, code=None):
        self.request_info = request_info
        self.history = history
        self.status = self.code = code if code is not None else status
        self.message = message
        self.headers = headers
        super().__init__(request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self):
        text = f"{self.request_info!r}, {self.history!r}"
        if self.status != 0:
            text += f", status={self.status!r}"
        if self.message != "":
            text += f", message={self.message!r}"
        return f"{type(self).__name__}({text})"


class ContentTypeError(ClientResponseError):
    """An answer that is no JSON."""


class ClientConnectionError(ClientError):
    """No connection, or a broken one."""


class ClientOSError(ClientConnectionError, OSError):
    """An error of the operating system."""


class ClientConnectorError(ClientOSError):
    """A connection that could not be made."""

    def __init__(self, connection_key, os_error):
        self._key = connection_key
        self.os_error = self._os_error = os_error
        super().__init__(os_error.errno, os_error.strerror)
        self.args = (connection_key, os_error)

    host = property(lambda self: self._key.host)
    port = property(lambda self: self._key.port)
    ssl = property(lambda self: True)

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self.os_error.strerror}]"


class ClientConnectorDNSError(ClientConnectorError):
    """A host whose name nobody knows."""


class ServerConnectionError(ClientConnectionError):
    """The server broke the connection."""


class ServerDisconnectedError(ServerConnectionError):
    """The server is gone."""

    def __init__(self, message=None):
        self.message = "Server disconnected" if message is None else message
        super().__init__(self.message)


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    """The server took too long."""


class ConnectionTimeoutError(ServerTimeoutError):
    """Connecting took too long."""


class SocketTimeoutError(ServerTimeoutError):
    """Reading took too long."""


class ClientPayloadError(ClientError):
    """A body that ended too early."""


class InvalidURL(ClientError, ValueError):
    """A URL that is none."""


class TooManyRedirects(ClientResponseError):
    """Redirections without end."""


class URL(str):
    """A URL with its parts."""

    @property
    def _parts(self):
        return urlsplit(self)

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname)
    path = property(lambda self: self._parts.path or "/")
    query_string = property(lambda self: self._parts.query)
    query = property(lambda self: dict(parse_qsl(self._parts.query)))
    name = property(lambda self: self.path.rpartition("/")[2])

    @property
    def port(self):
        return self._parts.port or (443 if self.scheme == "https" else 80)

    def __repr__(self):
        return f"URL({str(self)!r})"


class ClientTimeout:
    """How long a request, or a part of it, may take; in seconds."""

    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect

    def __repr__(self):
        return (
            f"ClientTimeout(total={self.total!r}, connect={self.connect!r}, sock_read={self.sock_read!r}, "
            f"sock_connect={self.sock_connect!r}, ceil_threshold=5)"
        )


DEFAULT_TIMEOUT = ClientTimeout(total=300, sock_connect=30)


class _Key:
    def __init__(self, url):
        self.host, self.port = url.host, url.port


class RequestInfo:
    """What was asked for."""

    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method = method
        self.headers = headers

    def __repr__(self):
        return f"RequestInfo(url={self.url!r}, method={self.method!r}, headers={self.headers!r}, real_url={self.url!r})"


class BaseConnector:
    """Lets only so many connections be open at a time; the others wait in line."""

    def __init__(self, *, limit=100, limit_per_host=0, **_):
        self.limit = limit
        self.limit_per_host = limit_per_host
        self.closed = False
        self._open = {}  # how many by host
        self._waiting = deque()

    def _has_room(self, host):
        if self.limit and sum(self._open.values()) >= self.limit:
            return False
        return not self.limit_per_host or self._open.get(host, 0) < self.limit_per_host

    async def _acquire(self, host):
        loop = asyncio.get_running_loop()
        while not self._has_room(host):
            waiter = _new_waiter(loop, "network", f"a free connection to {host}")
            self._waiting.append((host, waiter))
            try:
                await waiter
            except asyncio.CancelledError:
                self._waiting = deque(each for each in self._waiting if each[1] is not waiter)
                raise
        self._open[host] = self._open.get(host, 0) + 1

    def _release(self, host):
        self._open[host] -= 1
        for index, (waiting_for, waiter) in enumerate(self._waiting):
            if self._has_room(waiting_for):
                del self._waiting[index]
                if not waiter.done():
                    waiter.set_result(None)
                return

    async def close(self):
        self.closed = True


class TCPConnector(BaseConnector):
    """Connections over TCP."""


class BasicAuth:
    """A name and a password."""

    def __init__(self, login, password="", encoding="latin1"):
        self.login, self.password = login, password


class FormData:
    """The fields of a form."""

    def __init__(self, fields=()):
        self._fields = list(fields.items() if hasattr(fields, "items") else fields)

    def add_field(self, name, value, **_):
        self._fields.append((name, value))

    def items(self):
        return self._fields


class _RequestContextManager:
    """A request: to be awaited, or to be entered, which closes the answer behind it."""

    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *_):
        self._response.release()

    def close(self):
        self._coroutine.close()


class ClientSession:
    """Sends requests."""

    def __init__(
        self, base_url=None, *, connector=None, headers=None, timeout=DEFAULT_TIMEOUT, raise_for_status=False,
        json_serialize=_json.dumps, cookies=None, auth=None, **_,
    ):  # fmt: skip
        asyncio.get_running_loop()
        self._base_url = base_url
        self.connector = connector or TCPConnector()
        self.headers = Headers(headers or {})
        self.timeout = timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(total=timeout)
        self._raise_for_status = raise_for_status
        self.closed = False

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()

    async def close(self):
        """Ends the session."""
        if not self.closed:
            await self.connector.close()
            self.closed = True

    def request(self, method, url, **options):
        """Sends a request."""
        return _RequestContextManager(self._request(method, url, **options))

    def get(self, url, *, allow_redirects=True, **options):
        return self.request("GET", url, **options)

    def post(self, url, *, data=None, **options):
        return self.request("POST", url, data=data, **options)

    def put(self, url, *, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, *, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def head(self, url, *, allow_redirects=False, **options):
        return self.request("HEAD", url, **options)

    def options(self, url, *, allow_redirects=True, **options):
        return self.request("OPTIONS", url, **options)

    async def _request(
        self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None, raise_for_status=None, **_
    ):
        if self.closed:
            raise RuntimeError("Session is closed")
        url = URL(full_url(url, params, self._base_url))
        if url.scheme not in ("http", "https") or not url.host:
            raise InvalidURL(str(url))
        sent = Headers(self.headers)
        sent.update(headers or {})
        body = body_of(data, json, sent)
        timeout = self.timeout if timeout is None else timeout
        total = timeout.total if isinstance(timeout, ClientTimeout) else timeout
        async with asyncio.timeout(total or None):
            await self.connector._acquire(url.host)
            try:
                response = await self._exchange(RequestInfo(url, method, sent), body)
            except BaseException:
                self.connector._release(url.host)
                raise
        raises = self._raise_for_status if raise_for_status is None else raise_for_status
        if raises:
            response.raise_for_status()
        return response

    async def _exchange(self, info, body):
        answer = ask(info.method, info.url, info.headers, body)
        loop = asyncio.get_running_loop()
        waiter = _new_waiter(loop, "network", f"the answer of {info.url}")
        timer = None
        if answer.failure != "timeout":
            timer = loop.call_later(answer.latency, _set_unless_done, waiter)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
        key = _Key(info.url)
        if answer.failure == "unknown host":
            raise ClientConnectorDNSError(key, socket.gaierror(-2, "Name or service not known"))
        if answer.failure == "reset":
            raise ServerDisconnectedError()
        if answer.failure:
            raise ClientConnectorError(key, ConnectionRefusedError(111, f"Connect call failed ({key.host!r}, {key.port})"))
        return ClientResponse(self, info, answer)


def _set_unless_done(waiter):
    if not waiter.done():
        waiter.set_result(None)


class ClientResponse:
    """An answer."""

    def __init__(self, session, info, answer):
        self._session = session
        self._answer = answer
        self._is_released = False
        self.request_info = info
        self.method = info.method
        self.url = self.real_url = info.url
        self.status = answer.status
        self.reason = answer.reason
        self.headers = answer.headers
        self.history = ()
        self.cookies = {}
        self.content = StreamReader(answer.body if info.method != "HEAD" else b"")

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"

    host = property(lambda self: self.url.host)
    ok = property(lambda self: self.status < 400)
    content_type = property(lambda self: self._answer.content_type)
    charset = property(lambda self: self._answer.charset)
    content_length = property(lambda self: int(self.headers["Content-Length"]))
    closed = property(lambda self: self._is_released)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.release()

    def release(self):
        """Gives the connection back."""
        if not self._is_released:
            self._is_released = True
            self._session.connector._release(self.url.host)

    close = release

    def raise_for_status(self):
        """Raises for a status of 400 and above."""
        if not self.ok:
            self.release()
            raise ClientResponseError(
                self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers
            )

    async def read(self):
        """The body's bytes."""
        self.release()
        return self._answer.body if self.method != "HEAD" else b""

    async def text(self, encoding=None, errors="strict"):
        """The body as text."""
        return (await self.read()).decode(encoding or self.charset or "utf-8", errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        """The body as JSON."""
        await self.read()
        answer = self._answer
        if content_type and not answer.is_json and not answer.is_made_up:
            raise ContentTypeError(
                self.request_info, self.history, status=self.status, headers=self.headers,
                message=f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('Content-Type', '')}",
            )  # fmt: skip
        return answer.json(loads)


class StreamReader:
    """A body, piece by piece."""

    def __init__(self, body):
        self._body = body
        self._place = 0

    async def read(self, n=-1):
        end = len(self._body) if n < 0 else self._place + n
        data = self._body[self._place : end]
        self._place += len(data)
        return data

    async def readline(self):
        end = self._body.find(b"\n", self._place)
        return await self.read(len(self._body) if end < 0 else end + 1 - self._place)

    async def readany(self):
        return await self.read()

    def at_eof(self):
        return self._place >= len(self._body)

    async def iter_chunked(self, n):
        while data := await self.read(n):
            await asyncio.sleep(0)
            yield data

    async def iter_any(self):
        while data := await self.read():
            yield data

    async def iter_chunks(self):
        async for data in self.iter_any():
            yield data, True

    def __aiter__(self):
        return self._lines()

    async def _lines(self):
        while line := await self.readline():
            yield line


class _OneRequest(_RequestContextManager):
    """A request with a session of its own."""

    async def __aexit__(self, *_):
        self._response.release()
        await self._response._session.close()


def request(method, url, **options):
    """Sends one request."""

    async def send():
        return await ClientSession()._request(method, url, **options)

    return _OneRequest(send())
