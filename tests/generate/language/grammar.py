"""The tables that random expressions are made from.

`LITERALS` has, for each kind of value, what stands at the leaves. `TEMPLATES` has the operations that give a value of
that kind: `<kind>` in a template is a hole for any expression of that kind, `<kind!>` for a literal, and `<any>` for
one of any kind. Edge cases are listed on purpose: a random number is nearly never the one that breaks.
"""

LITERALS = {
    "int": (
        "0 1 2 3 7 10 12 64 100 255 256 -1 -2 -7 -128 999 1000 4095 65536 2147483647 -2147483648 4294967296 "
        "9007199254740993 9223372036854775807 -9223372036854775808 9223372036854775808 10**20 -10**25 2**64 "
        "0xff 0o17 0b1011 1_000_000 3**40"
    ).split(),
    "small": "0 1 2 3 4 5 -1 -2 -3 7".split(),
    "count": "0 1 2 3 4 5 8".split(),
    "float": (
        "0.0 -0.0 0.1 0.5 1.0 1.5 2.5 3.7 -2.25 -7.0 1e16 1e15 1e22 1e-5 0.0001 123456789.123 1e308 5e-324 "
        "float('inf') float('-inf') float('nan') 0.1+0.2 1/3 2.675 1e100 100.0 12345.678 9007199254740993.0"
    ).split(),
    "bool": ["True", "False"],
    "complex": ["1j", "2+3j", "-1.5j", "complex(0, -0.0)", "complex(1e20, 2)", "0j", "complex('1-2j')"],
    "str": [
        "''", "'a'", "'abc'", "'Hello, World'", "'  padded  '", "'x,y,,z'", "'123'", "'-45'", "'3.25'", "'ab' * 3",
        "'line\\nbreak\\ttab'", "'it\\'s'", "'\"both\\' quotes\"'", "'ß'", "'É'", "'naïve café'", "'日本語'", "'😀!'",
        "'ǆ'", "'\\x00\\x1f'", "'\\u200b'", "'one two  three'", "'CamelCaseText'", "'snake_case_text'", "'1e5'",
        "'{}'", "'%s'", "'\\\\'", "'a\\r\\nb\\x0bc'", "'0x1F'", "'İ'", "'e\\u0301'", "'٣'", "' '",
    ],
    "char": ["'a'", "','", "' '", "'x'", "'é'", "'l'", "'_'", "'0'"],
    "bytes": [
        "b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'Hello World'", "b'  pad '", "b'1,2,,3'", "b'\"\\''",
        "bytearray(b'xyz')", "bytes(range(3))", "'é'.encode()", "b'%d'",
    ],
    "list": [
        "[]", "[1, 2, 3]", "[3, 1, 2, 1]", "['b', 'a', 'c']", "[0.5, -1, True]", "[None]", "[[1], [2, 3], []]",
        "[(1, 'a'), (0, 'b')]", "list('hello')", "list(range(5))", "[10, 20, 30, 40, 50]",
    ],
    "ints": ["[]", "[3, 1, 2]", "[5, 5, 1, 4]", "list(range(6))", "[-3, 0, 10**20, 7]", "[2**63, -1, 8]"],
    "strs": ["[]", "['b', 'a', 'c']", "['x']", "'one two three'.split()", "['', 'ß', 'B', 'a']"],
    "tuple": ["()", "(1,)", "(1, 2)", "('a', 1, None)", "(1, 2, 3, 4)", "((1, 2), [3])", "(0.0, -0.0)"],
    "dict": [
        "{}", "{'a': 1}", "{'a': 1, 'b': 2, 'c': 3}", "{1: 'one', 2: 'two'}", "{None: [], (1, 2): {}}",
        "dict(x=1, y=[2])", "{True: 'yes', 1.5: 'x'}", "dict(zip('abc', range(3)))",
    ],
    "set": [
        "set()", "{1, 2, 3}", "{'a', 'b', 'c'}", "{3, 'x', None}", "set('hello')", "frozenset({1, 2})",
        "set(range(0, 100, 9))", "{-1, -2, 0}", "frozenset()", "{'apple', 'pear', 'fig', 'plum', 'kiwi'}",
        "{1.5, 2**61, 2**61 - 1, (1, 2)}",
    ],
    "range": ["range(5)", "range(0)", "range(2, 10, 3)", "range(10, 0, -4)", "range(-3, 3)", "range(10**20, 10**20 + 3)"],
    "none": ["None"],
    "type": ["int", "str", "float", "list", "tuple", "dict", "set", "bool", "bytes", "object", "type", "ValueError"],
    "slice": [":", "1:", ":2", "::2", "::-1", "-2:", "1:3", ":-1", "5:1", "-1:-4:-1", "100:", "None:None:None"],
    "fold": ["lambda a, b: a + b", "lambda a, b: (a, b)", "lambda a, b: a", "max", "divmod"],
    "key": ["None", "str", "repr", "lambda item: str(item)[::-1]", "lambda item: -item", "len", "type", "bool", "abs"],
    "encoding": ["'utf-8'", "'ascii'", "'latin-1'", "'utf-16-le'", "'utf-8', 'replace'", "'ascii', 'ignore'",
                 "'ascii', 'backslashreplace'", "'ascii', 'xmlcharrefreplace'"],
}

TEMPLATES = {
    "int": [
        "<int> + <int>", "<int> - <int>", "<int> * <int>", "<int> // <int>", "<int> % <int>", "-<int>", "~<int>", "+<bool>",
        "<int> & <int>", "<int> | <int>", "<int> ^ <int>", "<int> << <count>", "<int> >> <count>", "<int> ** <count!>",
        "abs(<int>)", "int(<float>)", "int(<str>)", "int(<str>, <count>)", "len(<list>)", "len(<str>)", "len(<dict>)",
        "len(<set>)", "sum(<ints>)", "max(<int>, <int>)", "min(<ints>)", "max(<ints>, default=<int>)", "round(<float>)",
        "<int>.bit_length()", "(<int>).bit_count()", "ord(<char>)", "pow(<int>, <count>, <int>)", "<str>.find(<char>)",
        "<str>.count(<char>)", "<list>.index(<any>)", "<list>.count(<any>)", "<tuple>.count(<int>)", "<str>.index(<char>)",
        "divmod(<int>, <int>)[<small>]", "<ints>[<small>]", "<range>[<small>]", "len(<range>)", "<str>.rfind(<str>, <small>)",
        "int.from_bytes(<bytes>, 'big')", "int.from_bytes(<bytes>, 'little', signed=True)", "<bytes>[<small>]",
        "hash(<int>)", "hash(<str>)", "hash(<float>)", "hash(<tuple>)", "round(<int>, <small>)", "sum(<ints>, <int>)",
        "<int> if <bool> else <int>", "(<int> or <int>)", "(<int> and <int>)", "<float>.__floor__()", "<bytes>.find(<bytes>)",
        "int(<bytes>)", "<float>.as_integer_ratio()[0]", "(<int>).__add__(<int>)", "<range>.index(<int>)", "<bool> + <bool>",
        "len(f'<text>')", "sorted(<ints>)[<small>]", "(lambda number: number * 2)(<int>)", "int(<any>)", "len(<any>)",
    ],
    "small": ["len(<strs>)", "<small> + 1", "-<small>"],
    "count": ["len(<strs>)"],
    "float": [
        "<float> + <float>", "<float> - <int>", "<float> * <float>", "<float> / <float>", "<int> / <int>", "<float> // <float>",
        "<float> % <float>", "-<float>", "abs(<float>)", "float(<str>)", "float(<int>)", "round(<float>, <small>)",
        "<float> ** <small!>", "<int> ** -2", "divmod(<float>, <float>)[0]", "sum([<float>, <float>, <int>])",
        "max(<float>, <int>)", "<float>.real", "float.fromhex('0x1.8p3')", "(<complex>).imag", "abs(<complex>)", "float(<any>)",
        "<float> if <bool> else <int>", "int(<float>) / 3", "sum([0.1] * <count>)",
    ],
    "complex": [
        "<complex> + <complex>", "<complex> * <small>", "<complex> - <int>", "<complex> / <small>", "-<complex>",
        "<complex>.conjugate()", "complex(<float>, <small>)", "<complex> ** 2", "complex(<str>)",
    ],
    "bool": [
        "<int> < <int>", "<int> <= <float>", "<int> == <float>", "<str> < <str>", "<str> == <str>", "<any> == <any>",
        "<any> != <any>", "<list> < <list>", "<tuple> >= <tuple>", "<set> <= <set>", "<set> > <set>", "not <any>",
        "<char> in <str>", "<int> in <range>", "<any> in <list>", "<any> not in <tuple>", "<any> in <dict>", "<int> in <set>",
        "<any> is None", "<any> is not None", "bool(<any>)", "all(<list>)", "any(<tuple>)", "isinstance(<any>, <type>)",
        "issubclass(<type>, <type>)", "<int> < <int> < <int>", "<int> == <int> != <int>", "<str>.isdigit()", "<str>.isalpha()",
        "<str>.isupper()", "<str>.isspace()", "<str>.isidentifier()", "<str>.startswith(<char>)", "<str>.istitle()",
        "<str>.endswith((<char>, <char>))", "<set>.isdisjoint(<set>)", "<set>.issubset(<list>)", "<float>.is_integer()",
        "<str>.isnumeric()", "<str>.isdecimal()", "<str>.isprintable()", "<str>.isalnum()", "<str>.isascii()",
        "callable(<any>)", "hasattr(<any>, <str>)", "<any> < <any>", "<bytes> == <bytes>", "<bytes>.isdigit()",
        "<int> > <any>", "<bool> and <bool>", "<bool> or <bool>", "<range> == <range>", "<dict> == <dict>", "<bytes> in <bytes>",
        "<bool> ^ <bool>", "<bool> & <bool>",
    ],
    "str": [
        "<str> + <str>", "<str> * <count>", "<str>[<small>]", "<str>[<slice!>]", "<str>.upper()", "<str>.lower()",
        "<str>.title()", "<str>.capitalize()", "<str>.swapcase()", "<str>.casefold()", "<str>.strip()", "<str>.lstrip(<str>)",
        "<str>.rstrip(<char>)", "<str>.replace(<char>, <str>)", "<str>.replace(<char>, <char>, <small>)", "<char>.join(<strs>)",
        "<str>.center(<count>, <char>)", "<str>.ljust(<count>)", "<str>.rjust(<count>, <char>)", "<str>.zfill(<count>)",
        "<str>.expandtabs(<count>)", "<str>.removeprefix(<char>)", "<str>.removesuffix(<char>)", "str(<any>)", "repr(<any>)",
        "ascii(<str>)", "chr(<int>)", "hex(<int>)", "oct(<int>)", "bin(<int>)", "<bytes>.decode(<encoding!>)", "<bytes>.hex()",
        "f'<text>'", "'%s' % (<any>,)", "'%r %s' % (<any>, <any>)", "'<percent>' % <int>", "'<percent>' % <float>",
        "'<percent>' % <any>", "'%-<count!>d|%+.<count!>f' % (<int>, <float>)", "'%(a)s %(b)5r' % {'a': <any>, 'b': <any>}",
        "'{} {}'.format(<any>, <any>)", "'{1!r} {0}'.format(<any>, <str>)", "'{a[0]} {b.real}'.format(a=<list>, b=<int>)",
        "'{:>{}}'.format(<str>, <count>)", "format(<int>, '<intspec>')", "format(<float>, '<floatspec>')",
        "format(<str>, '<strspec>')", "format(<any>, '<intspec>')", "<str>.translate({97: <str>, 98: None})",
        "<str>.partition(<char>)[<small>]", "<str>.format(<any>)", "<str> % <any>", "(<float>).hex()",
        "type(<any>).__name__", "<str> if <bool> else <str>", "(<str> or <str>)", "max(<str>, key=ord)", "min(<strs>)",
        "''.join(sorted(<str>))", "''.join(reversed(<str>))", "<str>.encode().decode()", "max(<strs>, key=len)",
        "str(<bytes>, 'utf-8')", "<str>.join(<list>)", "'-'.join(map(str, <list>))", "<str> + <any>", "str(<set>)",
        "<complex>.__repr__()", "<str>.splitlines()[<small>]", "f'{<any>!r:>{<count>}}'", "f'{<str>=}'",
    ],
    "char": ["chr(97 + <count>)"],
    "bytes": [
        "<bytes> + <bytes>", "<bytes> * <count>", "<bytes>[<slice!>]", "<bytes>.upper()", "<bytes>.strip()",
        "<bytes>.replace(b'a', <bytes>)", "<str>.encode(<encoding!>)", "bytes(<ints>)", "bytes(<count>)",
        "(<int>).to_bytes(<count>, 'big')", "(<int>).to_bytes(9, 'little', signed=True)", "bytes.fromhex('00ff 1a')",
        "b','.join([<bytes>, <bytes>])", "bytearray(<bytes>)", "<bytes>.center(<count>, b'*')", "<bytes>.title()",
        "b'%s|%d' % (<bytes>, <int>)", "<bytes>.rstrip(<bytes>)", "<bytes>.zfill(<count>)",
    ],
    "list": [
        "<list> + <list>", "<list> * <count>", "<list>[<slice!>]", "sorted(<ints>)", "sorted(<strs>, reverse=<bool>)",
        "sorted(<list>, key=<key!>)", "sorted(<any>)", "list(<str>)", "list(<tuple>)", "list(<dict>)", "list(<set>)",
        "list(<range>)", "list(reversed(<list>))", "list(map(str, <list>))", "list(filter(None, <list>))",
        "list(zip(<list>, <str>))", "list(enumerate(<str>, <int>))", "<str>.split()", "<str>.split(<char>)",
        "<str>.rsplit(<char>, <small>)", "<str>.splitlines(<bool>)", "list(<dict>.items())", "list(<dict>.values())",
        "[<any>, <any>]", "[*<tuple>, <any>, *<str>]", "<bytes>.split(b',')", "list(<any>)", "list(map(<key!>, <list>))",
        "list(zip(<ints>, <strs>, strict=True))", "[<list>, <list>][<bool>]", "list(iter(<tuple>))", "dir(<bool>)[:2]",
        "<list>.copy()", "list(<bytes>)", "list(map(lambda a, b: (b, a), <list>, <str>))",
        "[item for item in <list> if <bool>]", "[(left, right) for left in <str> for right in <range>][:4]",
        "[item * 2 for item in <list>]", "[last := item for item in <list>]", "list({item: None for item in <str>})",
        "list(str(item) for item in <set>)", "[[cell for cell in str(row)] for row in <list>]",
    ],
    "ints": [
        "<ints> + <ints>", "sorted(<ints>)", "<ints>[<slice!>]", "[len(word) for word in <strs>]", "[<int>, <int>, <int>]",
        "[number % 7 for number in <ints>]", "list(<range>)", "list(map(abs, <ints>))", "[ord(letter) for letter in <str>]",
    ],
    "strs": [
        "<str>.split()", "<strs> + <strs>", "[<str>, <str>]", "sorted(<strs>, key=str.lower)", "list(map(str, <ints>))",
        "[word.upper() for word in <strs>]", "list(<str>)", "<strs>[<slice!>]",
    ],
    "tuple": [
        "<tuple> + <tuple>", "<tuple> * <count>", "<tuple>[<slice!>]", "tuple(<list>)", "(<any>, <any>)", "(<any>,)",
        "(*<list>, <any>)", "divmod(<int>, <int>)", "<str>.partition(<char>)", "tuple(sorted(<ints>))", "tuple(<any>)",
        "<float>.as_integer_ratio()", "tuple(<dict>.items())", "<str>.rpartition(<char>)", "divmod(<float>, <int>)",
        "(min(<ints>), max(<ints>))", "slice(<small>, <small>).indices(<count>)",
    ],
    "dict": [
        "<dict> | <dict>", "{**<dict>, <str>: <any>}", "{<any>: <any>, <str>: <any>}", "dict(<dict>, z=<any>)",
        "dict(zip(<strs>, <ints>))", "{key: value for key, value in <dict>.items() if <bool>}", "dict.fromkeys(<str>, <int>)",
        "{word: len(word) for word in <strs>}", "dict(enumerate(<str>))", "dict(<list>)", "dict(sorted(<dict>.items()))",
        "<dict>.copy()", "{number: number ** 2 for number in <ints>}",
    ],
    "set": [
        "<set> | <set>", "<set> & <set>", "<set> - <set>", "<set> ^ <set>", "set(<list>)", "set(<str>)", "{<any>, <any>}",
        "{letter for letter in <str>}", "<set>.union(<list>, <str>)", "<set>.intersection(<range>)", "frozenset(<ints>)",
        "<set>.difference(<ints>)", "<set>.symmetric_difference(<tuple>)", "<dict>.keys() & <set>", "<dict>.keys() | <str>",
        "{number % 5 for number in <ints>}", "set(<ints>)", "set(<strs>)", "<set>.copy()", "{*<list>, *<str>}",
        "set(map(str, <ints>))", "<dict>.items() - <dict>.items()",
    ],
    "range": ["<range>[<slice!>]", "range(<small>, <small>)", "range(<small>, <small>, <small>)", "range(len(<str>))"],
    "none": ["<list>.append(<any>)", "<dict>.get(<any>)", "print(<any>, <any>, sep=<char>)", "<dict>.clear()"],
    "type": ["type(<any>)", "type(<int>)"],
    "looked_up": [
        "<dict>[<any>]", "<dict>.get(<any>, <any>)", "<list>[<small>]", "<tuple>[<small>]", "next(iter(<list>), <any>)",
        "<dict>.pop(<any>, <any>)", "<dict>.setdefault(<any>, <any>)", "max(<list>, default=<any>)", "<any> or <any>",
        "<any> and <any>", "<any> if <any> else <any>", "getattr(<any>, <str>, <any>)", "(lambda *args, **more: args)(*<list>)",
        "(lambda **more: more)(**<dict>)", "(lambda first, /, second=<any>, *, third=<any>: [first, second, third])(<any>)",
        "<any> + <any>", "<any> - <any>", "<any> % <any>", "<any>[<any>]", "next(iter(<any>))", "<any>(<any>)",
        "<any> | <any>", "<any> @ <any>", "-<any>", "<any>.missing", "<any> ** <any!>", "<any> // <any>", "max(<any>, <any>)",
        "[*<any>]", "sum(<list>)", "<dict>.popitem()", "<list>.pop(<small>)", "eval('<int!> + <int!>')", "<any> >> <any!>",
        "abs(<any>)", "round(<any>, <any>)", "sum(<any>, <any>)", "int(<any>, <any>)", "str.upper(<any>)", "len(<any>, <any>)",
        "<str>.join(<any>)", "<str>.split(<any>)", "<list>.index(<any>, <any>)", "<int>.to_bytes(<any>)", "chr(<any>)",
        "isinstance(<any>, <any>)", "range(<any>, <any>)", "sorted(<any>, key=<any>)", "dict(<any>)", "set(<any>)", "bytes(<any>)",
        "<str>.replace(<any>, <any>)", "ord(<any>)", "zip(<any>, <any>, strict=<any>) and None", "list(enumerate(<any>))",
        "format(<any>, <str>)", "list(map(<any>, <list>))", "functools.reduce(<fold!>, <list>)", "operator.itemgetter(<small>)(<list>)",
        "list(itertools.chain(<list>, <str>))", "list(itertools.islice(<any>, <count>))", "math.gcd(<int>, <int>)",
        "math.isqrt(<int>)", "math.floor(<float>)", "list(itertools.accumulate(<ints>))", "collections.Counter(<str>).most_common(2)",
        "list(itertools.combinations(<str>, 2))[:5]", "list(itertools.groupby(<str>))[:0]", "math.factorial(<count>)",
        "math.fsum([<float>, <float>])", "math.sqrt(<float>)", "math.comb(<count>, <count>)", "json.dumps(<any>)",
        "json.loads(json.dumps(<dict>))", "copy.deepcopy(<list>)", "math.prod(<ints>)", "bisect.bisect(<ints>, <int>)",
        "list(itertools.zip_longest(<str>, <ints>, fillvalue=<any>))", "collections.deque(<list>, <count>)",
    ],
}

KINDS = ["int", "float", "bool", "complex", "str", "bytes", "list", "tuple", "dict", "set", "range", "none", "type"]
# How often a hole for any value gets one of each kind.
KIND_WEIGHTS = [8, 4, 3, 1, 8, 3, 6, 4, 5, 4, 1, 2, 1]
