//! Programs that are meant to break an engine.

/// Each with a name.
pub(crate) fn programs() -> Vec<(String, String)> {
    let mut programs: Vec<(String, String)> = SMALL
        .iter()
        .map(|source| (source.chars().take(40).collect(), (*source).to_owned()))
        .collect();
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("f(", ")"),
        ("{1:", "}"),
    ] {
        for n in [150, 1000, 100_000] {
            let nested = format!("x = {}1{}\n", open.repeat(n), close.repeat(n));
            programs.push((format!("{n} nested {open}"), nested));
            programs.push((format!("{n} open {open}"), open.repeat(n)));
        }
    }
    for piece in [
        "not ",
        "-",
        "lambda: ",
        "await ",
        "x if x else ",
        "*",
        "1+",
        "1**",
        "x.",
        "x[0]",
        "x()",
        "1 < ",
        "a = ",
        "@x\n",
        "'a' ",
        "x, ",
        "if 1:\n",
        "else:\n",
        "try:\n",
        "x;",
        "f'{",
        "f'{x}' ",
        "case ",
        "{**",
        "yield ",
        "import x.",
        "print(",
        "del x,",
        "\\\n",
        "\u{feff}",
        "\u{301}",
    ] {
        programs.push((format!("many {piece}"), piece.repeat(20_000)));
        programs.push((
            format!("many {piece} and x"),
            format!("{}x\n", piece.repeat(3_000)),
        ));
    }
    for (name, head, piece) in [
        ("indented ifs", "", "if 1:"),
        ("indented functions", "", "def f():"),
        ("indented classes", "", "class C:"),
        ("indented withs", "", "with x:"),
        ("indented fors", "", "for x in y:"),
    ] {
        let lines: Vec<String> = (0..150)
            .map(|n| format!("{}{piece}", " ".repeat(n)))
            .collect();
        programs.push((
            name.to_owned(),
            format!("{head}{}\n{}pass\n", lines.join("\n"), " ".repeat(150)),
        ));
    }
    programs.extend([
        (
            "long line".to_owned(),
            format!("x = '{}'\nprint(len(x))\n", "a".repeat(10 << 20)),
        ),
        (
            "long comment".to_owned(),
            format!("# {}\n", "#".repeat(10 << 20)),
        ),
        (
            "long name".to_owned(),
            format!("{} = 1\n", "a".repeat(1 << 20)),
        ),
        (
            "long integer".to_owned(),
            format!("x = {}\n", "9".repeat(1_000_000)),
        ),
        (
            "long hexadecimal".to_owned(),
            format!("x = 0x{}\nprint(x % 7)\n", "f".repeat(1_000_000)),
        ),
        (
            "long float".to_owned(),
            format!("x = 1.{}\nprint(x)\n", "3".repeat(1_000_000)),
        ),
        (
            "long list".to_owned(),
            format!("x = [{}]\nprint(len(x))\n", "1,".repeat(300_000)),
        ),
        (
            "long sum".to_owned(),
            format!("x = 1{}\n", "+1".repeat(100_000)),
        ),
        ("many lines".to_owned(), "x = 1\n".repeat(100_000)),
        (
            "many arguments".to_owned(),
            format!("print({})\n", "1,".repeat(70_000)),
        ),
        (
            "many names".to_owned(),
            (0..70_000).map(|n| format!("x{n} = {n}\n")).collect(),
        ),
    ]);
    programs
}

const SMALL: &[&str] = &[
    "",
    "\0",
    "print(1)\0\nprint(2)",
    "\u{feff}print('mark')",
    "x = '\u{feff}'; print(ascii(x))",
    "if 1:\n\tprint(1)\n        print(2)\n",
    "print(1)\r\nif 1:\r\n    print(2)\rprint(3)\r\n",
    "x = 1 if",
    "a = []; a.append(a); print(a, [a, {1: a}]); d = {}; d[1] = d; print(d)",
    "a = []; a.append(a); print(a == a); b = []; b.append(b); a == b",
    "a = []\nfor _ in range(100_000): a = [a]\nprint(repr(a)[:10])",
    "a = ()\nfor _ in range(100_000): a = (a,)\nhash(a)",
    "a = []\nb = []\nfor _ in range(50_000): a, b = [a], [b]\na == b",
    "a = None\nfor _ in range(50_000): a = {1: a}\nimport copy, json; copy.deepcopy(a)",
    "a = []\nfor _ in range(5000): a = [a]\nimport json; print(len(json.dumps(a)))",
    "class C:\n    def __eq__(self, other): raise ValueError('eq')\n    __hash__ = None\nC() in [C()]",
    "class C:\n    def __eq__(self, other): return self == other\nC() == C()",
    "class C:\n    def __repr__(self): return repr(self)\nprint(C())",
    "class C:\n    def __getattr__(self, name): return getattr(self, name)\nC().x",
    "class C:\n    def __hash__(self): return hash(self)\n{C(): 1}",
    "class C:\n    def __len__(self): return 10**100\nlen(C())",
    "class C:\n    def __index__(self): return self\n[1][C()]",
    "class C:\n    def __iter__(self): return self\n    def __next__(self): return next(self)\nlist(C())",
    "class C:\n    def __del__(self): raise ValueError('del')\nC(); c = C(); del c; print('after')",
    "class C:\n    def __lt__(self, other): items.clear(); return True\nitems = [C(), C(), C()]\nitems.sort()",
    "class C:\n    def __eq__(self, other): items.clear(); return True\nitems = [C(), C()]; items == [C(), C()]",
    "class C(dict):\n    def __missing__(self, key): return self[key]\nC()[1]",
    "class M(type):\n    def __call__(cls): return cls()\nclass C(metaclass=M): pass\nC()",
    "x = [1, 2, 3]\nfor y in x: x.append(y)",
    "x = {1: 2}\nfor y in x: x[y + 1] = 1",
    "x = {1}\nfor y in x: x.add(y + 1)",
    "def g():\n    yield next(it)\nit = g()\nnext(it)",
    "def g():\n    try:\n        yield 1\n    finally:\n        yield 2\nit = g(); next(it); del it; print('after')",
    "def f(): f()\nf()",
    "f = lambda: f()\nf()",
    "def f(n): return [f(n + 1) for _ in [1]]\nf(0)",
    "def f(): yield from f()\nlist(f())",
    "x = 0\nwhile True: x += 1",
    "while True: print('output')",
    "x = 'a'\nwhile True: x += x",
    "x = [0]\nwhile True: x += x",
    "x = 3\nwhile True: x *= x",
    "x = b'a' * 10**9 + b'b' * 10**9",
    "'%1000000000d' % 1",
    "'{:1000000000}'.format(1)",
    "f'{1:.1000000000f}'",
    "print(10**10**10)",
    "1 << 10**10",
    "range(10**100)[10**99]; list(range(10**10))",
    "list(iter(int, 1))",
    "'a'.zfill(10**12); 'a'.center(10**18); [1] * 10**18",
    "bytes(10**12); bytearray(10**12)",
    "x = 'ab' * 1000000; x.replace('a', x)",
    "','.join(['a' * 1000000] * 1000000)",
    "int('1' * 10**6)",
    "str(1 << 100000)",
    "float('9' * 10**6); float('1e' + '9' * 1000)",
    "exec('x = ' + '(' * 1000 + ')' * 1000)",
    "eval('1+' * 50000 + '1')",
    "exec('exec(source)', {'source': 'pass'}); source = 'exec(source)'; exec(source)",
    "compile('\\0', 'x', 'exec')",
    "type('C', (type('B', (), {}),) * 2, {})",
    "class C(C): pass",
    "raise SystemExit(10**30)",
    "raise SystemExit(['x'])",
    "raise BaseException from BaseException()",
    "e = ValueError(); e.__cause__ = e; e.__context__ = e; raise e",
    "a, b = ValueError(1), ValueError(2); a.__context__ = b; b.__context__ = a; raise a",
    "e = None\nfor _ in range(3000):\n    try:\n        raise ValueError from e\n    except ValueError as x: e = x\nraise e",
    "e = ValueError()\nfor _ in range(300): e = ExceptionGroup('g', [e])\nraise e",
    "import sys; sys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
    "import sys; sys.stdout = None; print(1)",
    "import sys; sys.stdout = sys.stderr = 5; print(1); raise ValueError",
    "import builtins; builtins.print = None; del builtins.len; print(1)",
    "__build_class__ = None\nclass C: pass",
    "__builtins__ = 5; print(len)",
    "import asyncio\nasync def f(): await f()\nasyncio.run(f())",
    "import asyncio\nasync def f():\n    while True: asyncio.create_task(f()); await asyncio.sleep(0)\nasyncio.run(f())",
    "import asyncio\nasync def f():\n    while True: await asyncio.sleep(1e300)\nasyncio.run(f())",
    "import asyncio\nasyncio.run(asyncio.sleep(float('nan')))",
    "import asyncio\nasync def f(): await asyncio.gather(*[asyncio.sleep(n) for n in range(3000)])\nasyncio.run(f())",
    "import asyncio\nasync def f(): asyncio.get_running_loop().run_forever()\nasyncio.run(f())",
    "import asyncio\nasync def f(): asyncio.current_task().cancel(); await asyncio.wait_for(f(), 0)\nasyncio.run(f())",
    "import asyncio\nf = asyncio.Future(loop=asyncio.new_event_loop()); f.add_done_callback(f.set_result); f.set_result(1); f._loop.run_forever()",
    "import asyncio\nasync def f(): await asyncio.shield(asyncio.current_task())\nasyncio.run(f())",
    "def f(a, a): pass",
    "match 1:\n    case [[[[[[a, *b], *b], *b]]]] | {}: pass",
    "match x:\n    case {**a, 1: 2}: pass",
    "type X[T: X] = X[X]; print(X.__value__)",
    "class A[T: (A, A)]: pass\nprint(A[A[A]])",
    "print(f'{f\"{f\\'{1}\\'}\"}')",
    "f'{1!x}'; f'{1:{2:{3}}}'",
    "print('\\N{DIGIT ONE}', '\\ud800', b'\\xff'.decode())",
    "lambda: (yield)",
    "[(yield) for x in y]",
    "x: int = (y := 5) = 3",
    "del (a, [b, (c, d[e])], *f)",
    "for x in *a, *b: pass\nelse: break",
    "a = b = c = d, *e = range(10); print(a, *e, sep=a)",
    "from __future__ import braces",
    "from . import x; from .... import *; import sys as x.y",
    "@property\n@staticmethod\ndef f(): pass\nf()",
    "with open('x') as f, (open('y')) as g: pass",
    "nonlocal x; global x",
    "async = await = 1",
    "0777; 1_; 0_; 1e; 0xg; 1.e1.1; 1if 2else 3",
];
