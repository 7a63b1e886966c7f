"""Opening URLs of the simulated web. It blocks, as the real one does: the clock moves on, and no task can run."""

import io
import socket
import time

from _web import Headers, ask
from urllib.error import HTTPError, URLError
from urllib.parse import unwrap

__all__ = ["Request", "build_opener", "install_opener", "urlopen", "urlretrieve"]


class Request:
    """What is asked for."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = unwrap(url)
        self.data = data
        self.headers = {}
        self.method = method
        for name, value in headers.items():
            self.add_header(name, value)

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def header_items(self):
        return list(self.headers.items())

    def get_full_url(self):
        return self.full_url


class _Response(io.BytesIO):
    """An answer, to be read as a file."""

    def __init__(self, answer):
        super().__init__(answer.body)
        self.status = self.code = answer.status
        self.reason = self.msg = answer.reason
        self.headers = answer.headers
        self.url = answer.url
        self.length = len(answer.body)

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return list(self.headers.items())


def urlopen(url, data=None, timeout=None, *, context=None):
    """Asks for a URL and waits for the answer."""
    request = url if isinstance(url, Request) else Request(url, data)
    if data is not None:
        request.data = data
    scheme, _, rest = request.full_url.partition("://")
    if not rest:
        raise ValueError(f"unknown url type: {request.full_url!r}")
    if scheme not in ("http", "https"):
        raise URLError(f"unknown url type: {scheme}")
    if isinstance(request.data, str):
        raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    answer = ask(request.get_method(), request.full_url, Headers(request.headers), request.data or b"")
    if answer.failure == "timeout" or timeout is not None and answer.latency > timeout:
        time.sleep(60 if timeout is None else timeout)
        raise URLError(TimeoutError("timed out")) if timeout is None else TimeoutError("timed out")
    time.sleep(answer.latency)
    if answer.failure:
        raise URLError(failure_of(answer.failure))
    response = _Response(answer)
    if not 200 <= answer.status < 300:
        raise HTTPError(answer.url, answer.status, answer.reason, answer.headers, response)
    return response


def failure_of(failure):
    """The exception of a failure in the web's table."""
    if failure == "unknown host":
        return socket.gaierror(-2, "Name or service not known")
    if failure == "reset":
        return ConnectionResetError(104, "Connection reset by peer")
    return ConnectionRefusedError(111, "Connection refused")


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Files can't be written here."""
    raise NotImplementedError("urllib.request.urlretrieve is not supported by Loopscope; see LIMITATIONS.md")


class _Opener:
    """Opens URLs with headers of its own."""

    def __init__(self):
        self.addheaders = []

    def open(self, url, data=None, timeout=None):
        request = url if isinstance(url, Request) else Request(url, data)
        for name, value in self.addheaders:
            request.add_header(name, value)
        return urlopen(request, None, timeout)


def build_opener(*handlers):
    """Something that opens URLs."""
    return _Opener()


def install_opener(opener):
    """Openers change nothing here."""
