"""Tables as text."""

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect",
    "excel", "excel_tab", "unix_dialect", "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
    "unregister_dialect", "DictReader", "DictWriter", "field_size_limit",
]
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    """How a table is written."""

    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = tuple(name for name in vars(Dialect) if not name.startswith("_"))
_limit = 131072


def _dialect(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    for name in _OPTIONS:
        setattr(made, name, getattr(dialect, name, getattr(Dialect, name)))
    for name, value in options.items():
        if name not in _OPTIONS:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(made, name, value)
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        if isinstance(made.delimiter, str):
            raise TypeError('"delimiter" must be a unicode character, not a string of length ' + str(len(made.delimiter)))
        raise TypeError(f'"delimiter" must be a unicode character, not {type(made.delimiter).__name__}')
    return made


def register_dialect(name, dialect=excel, **fmtparams):
    _dialects[name] = _dialect(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    old, _limit = _limit, _limit if new_limit is None else new_limit
    return old


class reader:
    """Gives the rows of a table, each a list of texts."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self.dialect = _dialect(dialect, fmtparams)
        self._lines = iter(csvfile)
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            kind = type(line).__name__
            raise Error(f"iterator should return strings, not {kind} (the file should be opened in text mode)")
        self.line_num += 1
        return line

    def __next__(self):
        d = self.dialect
        fields, field, is_quoted, in_quotes, is_start = [], "", False, False, True
        line, i = self._line(), 0
        while True:
            if i >= len(line):
                if not in_quotes:
                    break
                try:
                    line, i = self._line(), 0
                except StopIteration:
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    break
                continue
            c = line[i]
            i += 1
            if in_quotes:
                if c == d.escapechar:
                    field += line[i:i + 1]
                    i += 1
                elif c == d.quotechar:
                    if d.doublequote and line[i:i + 1] == d.quotechar:
                        field += c
                        i += 1
                    else:
                        in_quotes = False
                        following = line[i:i + 1]
                        if d.strict and following not in ("", d.delimiter, "\r", "\n"):
                            raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                else:
                    field += c
            elif c == d.delimiter:
                fields.append(self._value(field, is_quoted))
                field, is_quoted, is_start = "", False, True
                continue
            elif c in "\r\n":
                if line[i:].strip("\r\n"):
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                break
            elif c == d.quotechar and is_start and d.quoting != QUOTE_NONE:
                in_quotes = is_quoted = True
            elif c == d.escapechar:
                field += line[i:i + 1]
                i += 1
            elif c == " " and is_start and d.skipinitialspace:
                continue
            else:
                field += c
            is_start = False
        if not fields and not field and not is_quoted and not line.strip("\r\n"):
            return []
        fields.append(self._value(field, is_quoted))
        return fields

    def _value(self, field, is_quoted):
        quoting = self.dialect.quoting
        if quoting == QUOTE_NONNUMERIC and not is_quoted or quoting == QUOTE_STRINGS and not is_quoted and field:
            return float(field)
        if quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and not is_quoted and not field:
            return None
        return field


class writer:
    """Writes rows into a file."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self.dialect = _dialect(dialect, fmtparams)
        if not hasattr(csvfile, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self.dialect
        if len(fields) == 1 and fields[0] in ("", None) and d.quoting != QUOTE_NONE:
            return self._write(d.quotechar * 2 + d.lineterminator)
        return self._write(d.delimiter.join(map(self._field, fields)) + d.lineterminator)

    def _field(self, value):
        d = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = [d.delimiter, d.quotechar, d.escapechar, "\r", "\n", *d.lineterminator]
        needs = any(sign and sign in text for sign in special)
        if d.quoting == QUOTE_NONE:
            if needs:
                if d.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                for sign in dict.fromkeys([d.escapechar, *filter(None, special)]):
                    text = text.replace(sign, d.escapechar + sign)
            return text
        is_number = isinstance(value, (int, float))
        quotes = {
            QUOTE_MINIMAL: needs or text == " " and d.delimiter == " ", QUOTE_ALL: True, QUOTE_NONNUMERIC: not is_number,
            QUOTE_STRINGS: isinstance(value, str), QUOTE_NOTNULL: value is not None,
        }[d.quoting]
        if not quotes and not needs:
            return text
        if d.doublequote:
            text = text.replace(d.quotechar, d.quotechar * 2)
        elif d.escapechar:
            text = text.replace(d.escapechar, d.escapechar * 2).replace(d.quotechar, d.escapechar + d.quotechar)
        return d.quotechar + text + d.quotechar

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictReader:
    """Gives rows as dicts."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        result = dict(zip(names, row))
        if len(row) > len(names):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        wrong = [key for key in rowdict if key not in self.fieldnames]
        if wrong and self.extrasaction == "raise":
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(key) for key in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        self.writer.writerows([self._row(rowdict) for rowdict in rowdicts])
