"""What `requests` raises."""

import json


class RequestException(IOError):
    """Whatever goes wrong with a request."""

    def __init__(self, *args, request=None, response=None):
        self.response = response
        self.request = request if request is not None or response is None else response.request
        super().__init__(*args)


class HTTPError(RequestException):
    """An answer that is an error."""


class ConnectionError(RequestException):
    """No connection."""


class SSLError(ConnectionError):
    """No secure connection."""


class Timeout(RequestException):
    """It took too long."""


class ConnectTimeout(ConnectionError, Timeout):
    """Connecting took too long."""


class ReadTimeout(Timeout):
    """The answer took too long."""


class URLRequired(RequestException):
    """There is no URL."""


class TooManyRedirects(RequestException):
    """Redirections without end."""


class MissingSchema(RequestException, ValueError):
    """A URL without a scheme."""


class InvalidSchema(RequestException, ValueError):
    """A URL that is not of the web."""


class InvalidURL(RequestException, ValueError):
    """A URL that is none."""


class ChunkedEncodingError(RequestException):
    """A body that ended too early."""


class JSONDecodeError(RequestException, json.JSONDecodeError):
    """A body that is no JSON."""

    def __init__(self, msg, doc, pos):
        json.JSONDecodeError.__init__(self, msg, doc, pos)
        self.request = self.response = None
