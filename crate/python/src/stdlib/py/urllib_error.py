"""What `urllib.request` raises."""

__all__ = ["ContentTooShortError", "HTTPError", "URLError"]


class URLError(OSError):
    """A URL that can't be opened."""

    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    """An answer that is an error; it can be read as any answer."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.args = ()
        self.code = self.status = code
        self.msg = msg
        self.hdrs = self.headers = hdrs
        self.fp = fp
        self.filename = self.url = url

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    @property
    def reason(self):
        return self.msg

    def read(self, amount=-1):
        return self.fp.read(amount) if self.fp is not None else b""

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class ContentTooShortError(URLError):
    """An answer that ended too early."""

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
