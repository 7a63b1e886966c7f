"""Taking URLs apart and putting them together."""

from collections import namedtuple

__all__ = [
    "ParseResult", "SplitResult", "parse_qs", "parse_qsl", "quote", "quote_from_bytes", "quote_plus",
    "unquote", "unquote_plus", "unquote_to_bytes", "urldefrag", "urlencode", "urljoin", "urlparse",
    "urlsplit", "urlunparse", "urlunsplit",
]  # fmt: skip

uses_relative = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
    "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
]  # fmt: skip
uses_netloc = [*uses_relative, "telnet", "snews", "rsync", "nfs", "git", "git+ssh", "itms-services"]
uses_params = [
    "", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip",
    "sips", "mms", "sftp", "tel",
]  # fmt: skip
_SCHEME_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_REMOVED = ("\t", "\r", "\n")
_CONTROLS = "".join(map(chr, range(33)))


class _Place:
    """The parts of a network location."""

    __slots__ = ()

    def _split(self):
        userinfo, has_user, place = self.netloc.rpartition("@")
        if place.startswith("["):
            host, _, rest = place[1:].partition("]")
            port = rest.partition(":")[2]
        else:
            host, _, port = place.partition(":")
        return userinfo if has_user else None, host, port

    @property
    def username(self):
        userinfo = self._split()[0]
        return None if userinfo is None else userinfo.partition(":")[0]

    @property
    def password(self):
        userinfo = self._split()[0]
        if userinfo is None:
            return None
        _, has_password, password = userinfo.partition(":")
        return password if has_password else None

    @property
    def hostname(self):
        host = self._split()[1]
        if not host:
            return None
        name, percent, zone = host.partition("%")
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._split()[2]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if not 0 <= int(port) <= 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class SplitResult(namedtuple("SplitResult", "scheme netloc path query fragment"), _Place):
    """What `urlsplit` returns."""

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Place):
    """What `urlparse` returns."""

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class SplitResultBytes(namedtuple("SplitResultBytes", "scheme netloc path query fragment")):
    """What `urlsplit` returns for bytes."""

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(namedtuple("ParseResultBytes", "scheme netloc path params query fragment")):
    """What `urlparse` returns for bytes."""

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple("DefragResult", "url fragment")):
    """What `urldefrag` returns."""

    __slots__ = ()

    def geturl(self):
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


def _text(*values):
    """All values as text, and whether they were bytes."""
    is_bytes = any(isinstance(value, (bytes, bytearray)) for value in values)
    if is_bytes and any(isinstance(value, str) and value for value in values):
        raise TypeError("Cannot mix str and non-str arguments")
    return [value.decode("ascii") if isinstance(value, (bytes, bytearray)) else value for value in values], is_bytes


def urlsplit(url, scheme="", allow_fragments=True):
    """Takes a URL apart: scheme, network location, path, query, fragment."""
    (url, scheme), is_bytes = _text(url, scheme)
    url = url.lstrip(_CONTROLS)
    scheme = scheme.strip(_CONTROLS)
    for letter in _REMOVED:
        url = url.replace(letter, "")
        scheme = scheme.replace(letter, "")
    netloc = query = fragment = ""
    before, colon, rest = url.partition(":")
    if colon and before and before[0].isascii() and before[0].isalpha() and _SCHEME_LETTERS.issuperset(before):
        scheme, url = before.lower(), rest
    if url[:2] == "//":
        end = min((place for place in (url.find(each, 2) for each in "/?#") if place >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    parts = (scheme, netloc, url, query, fragment)
    return SplitResultBytes(*(part.encode() for part in parts)) if is_bytes else SplitResult(*parts)


def urlparse(url, scheme="", allow_fragments=True):
    """Takes a URL apart: as `urlsplit`, with the parameters of the last step of the path."""
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = path[:0]
    semicolon = ";" if isinstance(path, str) else b";"
    if (scheme if isinstance(scheme, str) else scheme.decode()) in uses_params and semicolon in path:
        slash = path.rfind("/" if isinstance(path, str) else b"/")
        place = path.find(semicolon, max(slash, 0))
        if place >= 0:
            path, params = path[:place], path[place + 1 :]
    kind = ParseResult if isinstance(path, str) else ParseResultBytes
    return kind(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    """Puts five parts together."""
    (scheme, netloc, url, query, fragment), is_bytes = _text(*components)
    if netloc or (scheme and scheme in uses_netloc and url[:2] != "//" and (not url or url[:1] == "/")) or url[:2] == "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    if fragment:
        url = f"{url}#{fragment}"
    return url.encode() if is_bytes else url


def urlunparse(components):
    """Puts six parts together."""
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = url + (";" if isinstance(url, str) else b";") + params
    return urlunsplit((scheme, netloc, url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    """The URL that a link leads to from another URL."""
    if not base:
        return url
    if not url:
        return base
    (base, url), is_bytes = _text(base, url)
    own = urlparse(base, "", allow_fragments)
    new = urlparse(url, own.scheme, allow_fragments)
    joined = _join(own, new, url)
    return joined.encode() if is_bytes else joined


def _join(own, new, url):
    if new.scheme != own.scheme or new.scheme not in uses_relative:
        return url
    if new.scheme in uses_netloc and new.netloc:
        return urlunparse(new)
    place = own.netloc if new.scheme in uses_netloc else new.netloc
    if not new.path and not new.params:
        return urlunparse((new.scheme, place, own.path, own.params, new.query or own.query, new.fragment))
    own_steps = own.path.split("/")
    if own_steps[-1] != "":
        del own_steps[-1]
    if new.path[:1] == "/":
        steps = new.path.split("/")
    else:
        steps = own_steps + new.path.split("/")
        steps[1:-1] = filter(None, steps[1:-1])
    path = []
    for step in steps:
        if step == "..":
            if path:
                path.pop()
        elif step != ".":
            path.append(step)
    if steps[-1] in (".", ".."):
        path.append("")
    return urlunparse((new.scheme, place, "/".join(path) or "/", new.params, new.query, new.fragment))


def urldefrag(url):
    """A URL without its fragment, and the fragment."""
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        return DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment)
    return DefragResult(url, "")


def unwrap(url):
    """A URL without `<URL:` and `>` around it."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == "URL:" else url


def quote_from_bytes(bs, safe="/"):
    """Bytes as text, with `%xx` for what is not safe."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes(each for each in safe if each < 128)
    kept = _SAFE.union(safe)
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs)


def quote(string, safe="/", encoding=None, errors=None):
    """Text with `%xx` for what is not safe in a part of a URL."""
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """As `quote`, with `+` for spaces."""
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    safe = safe + (" " if isinstance(safe, str) else b" ")
    return quote(string, safe, encoding, errors).replace(" ", "+")


_HEX = "0123456789abcdefABCDEF"


def unquote_to_bytes(string):
    """The bytes that quoted text stands for."""
    data = string.encode() if isinstance(string, str) else bytes(string)
    first, *rest = data.split(b"%")
    parts = [first]
    for part in rest:
        digits = part[:2].decode("latin-1")
        if len(digits) == 2 and digits[0] in _HEX and digits[1] in _HEX:
            parts.append(bytes([int(digits, 16)]) + part[2:])
        else:
            parts.append(b"%" + part)
    return b"".join(parts)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text that quoted text stands for."""
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")
    if "%" not in string:
        return string
    encoding, errors = encoding or "utf-8", errors or "replace"
    parts, run = [], []
    for letter in string:
        # Only runs of ASCII are decoded: everything else is as it is.
        if letter.isascii():
            run.append(letter)
            continue
        parts.append(unquote_to_bytes("".join(run)).decode(encoding, errors))
        parts.append(letter)
        run = []
    parts.append(unquote_to_bytes("".join(run)).decode(encoding, errors))
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """As `unquote`, with spaces for `+`."""
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qsl(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
    max_num_fields=None, separator="&",
):  # fmt: skip
    """The names and values of a query, as pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    is_bytes = isinstance(qs, (bytes, bytearray))
    qs = bytes(qs).decode("ascii") if is_bytes else qs
    if not qs:
        return []
    separator = separator.decode("ascii") if isinstance(separator, bytes) else separator
    fields = qs.split(separator)
    if max_num_fields is not None and max_num_fields < len(fields):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in fields:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pair = unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)
            pairs.append(tuple(each.encode() for each in pair) if is_bytes else pair)
    return pairs


def parse_qs(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
    max_num_fields=None, separator="&",
):  # fmt: skip
    """The values of a query by name, each a list."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A query from names and values."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object") from None

    def quoted(value):
        if isinstance(value, (bytes, bytearray)):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for name, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes, bytearray)):
            try:
                values = list(value)
            except TypeError:
                pass
        pairs += [f"{quoted(name)}={quoted(each)}" for each in values]
    return "&".join(pairs)
