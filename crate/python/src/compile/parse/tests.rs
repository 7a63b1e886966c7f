//! The trees are those of `ruff_python_parser`, whose nodes they are made of.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use super::super::tokens::scan;
use super::*;

/// A tree as text, without the flags of strings, which nothing depends on.
fn shown(root: &ast::Mod) -> String {
    let text = format!("{root:#?}");
    let mut lines: Vec<&str> = Vec::new();
    let mut skipped = None;
    for line in text.lines() {
        let depth = line.len() - line.trim_start().len();
        if skipped == Some(depth) {
            skipped = None;
        } else if skipped.is_none() {
            let is_flags = line.trim_start().starts_with("flags: ");
            if is_flags && line.ends_with('{') {
                skipped = Some(depth);
            } else if !is_flags {
                lines.push(line);
            }
        }
    }
    lines.join("\n")
}

/// The first difference between the trees of the two parsers, if they differ.
fn difference(text: &str) -> Option<String> {
    let source = Source::new("x.py", &super::super::normalise(text), false);
    let scan = scan(&source);
    if scan.error.is_some() {
        return None;
    }
    let options = ruff_python_parser::ParseOptions::from(ruff_python_parser::Mode::Module)
        .with_target_version(ast::PythonVersion::PY314);
    let expected = ruff_python_parser::parse(&source.text, options);
    let found = parse(&source, &scan, Mode::Exec);
    let (expected, found) = match (expected, found) {
        // What comes after 3.14 is marked by one parser and refused by the other.
        (Ok(expected), found) if !expected.unsupported_syntax_errors().is_empty() => {
            return found.is_ok().then(|| "taken: not in 3.14".to_owned());
        }
        (Ok(expected), Ok(found)) => (shown(&expected.into_syntax()), shown(&found)),
        (Ok(_), Err(error)) => return Some(format!("refused: {error:?}")),
        (Err(error), Ok(_)) => return Some(format!("taken: {error}")),
        (Err(_), Err(_)) => return None,
    };
    let (a, b): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let at = (0..a.len().max(b.len())).find(|&at| a.get(at) != b.get(at))?;
    let near = |lines: &[&str]| lines[at.saturating_sub(9)..(at + 3).min(lines.len())].join("\n");
    Some(format!("expected\n{}\nfound\n{}", near(&a), near(&b)))
}

/// Checks that both parsers make the same of a text.
fn check(text: &str) {
    if let Some(difference) = difference(text) {
        panic!("{text}\n{difference}");
    }
}

fn python_files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// All Python in the repository; with `LOOPSCOPE_TREES=FOLDER` all in that folder.
#[test]
fn whole_files() {
    let here = env!("CARGO_MANIFEST_DIR");
    let folders = match std::env::var("LOOPSCOPE_TREES") {
        Ok(folder) => vec![folder],
        Err(_) => vec![format!("{here}/../../tests/programs"), format!("{here}/..")],
    };
    let mut files = Vec::new();
    for folder in &folders {
        python_files(std::path::Path::new(folder), &mut files);
    }
    assert!(files.len() > 20);
    let mut wrong = Vec::new();
    for path in files {
        // Files of another encoding than UTF-8 are not text.
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if let Some(difference) = difference(&text) {
            wrong.push(format!("{}\n{difference}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn expressions() {
    for text in [
        "x = not a in b or -c ** -d ** e and f if g else lambda: h",
        "a < b <= c != d is not e not in f is g in h == i > j >= k",
        "x = a | b ^ c & d << e >> f + g - h * i / j // k % l @ ~m",
        "x = (yield), (y := 1), *z, (), (1,), [*a, b], {*a}, {**a, 1: b}",
        "a[b], a[b, c], a[b:c:d, ::e, :], a[*b], a[x := 1], a[1:, :2]",
        "f(a, *b, c=d, **e, g=1)(x for x in y)(z := 1)(*a, *b)",
        "[a for b, c in d if e if f for g in h], {a async for b in c}, {a: b for c in d}",
        "lambda a, /, b=1, *c, d, e=2, **f: 0",
        "lambda *, a: (lambda: a)",
        "await a.b[c](d).e ** 2",
        "1_000, 0xFF, 0o17, 0b11, 1.5e-7, 3j, 1e400, 99999999999999999999, .5, 1_0.0_1, 5.",
        "(a).b + (c)\n((a))\n(a, b)[0]\n((yield))",
    ] {
        check(text);
    }
}

#[test]
fn strings() {
    for text in [
        r#"'a' 'b' "c" '''d\ne'''"#,
        r#"'\x41\u00e9\U0001F600\101\0\7\a\b\f\v\q\'\"' r'\x' u'y' '\ud800'"#,
        r"b'\x80\400\'' rb'\z' B'a'",
        r"f'a{b}c{d!r}e{f:g}h{{i}}j' 'k' f'{l = }{m=!s:>{n}}'",
        r"f'{x:{y:{z}}}' rf'\n{a}\d' f'\{a}' f'{(lambda: 1)}{ {1: 2}[1] }'",
        "f'''{\n  a\n:b\n}'''",
        r"f'{a!r:^{b}.{c}}' f'{f'{1}'}' f'{yield}' f'{a, b}' f'{*a,}' f'{(a)=}'",
        r"t'a{b}' t'{c=}'",
        "'\\\n'",
        "'größe' f'ä{ö}ü'",
    ] {
        check(text);
    }
}

#[test]
fn statements() {
    for text in [
        "a = b = c, d = e; f: int = 1; (g): h; i.j: k; l += 1; m @= yield; n **= 2;",
        "del a, b[c], (d, e), [f]; pass; assert a, b; raise a from b; raise",
        "import a.b.c as d, e; from . import f; from ...g.h import (i as j, k,); from . import *",
        "global a, b\ntype X[T: int = str, *U = *V, **W] = T\ntype = 1\nmatch = case = 2",
        "if a: b\nelif c:\n  d\nelse: e;\nwhile a:\n  break\nelse:\n  continue",
        "for a, *b in c, d: e\nelse: f\nasync def g():\n  async for h in i: j\n",
        "with a, b as c, d as (e, f): g\nwith (a, b as c,): d\nwith (a): b\nwith (a) as b: c",
        "with (a, b) as c: d\nwith (yield): a\nwith (a), (b): c\nwith (a).b as c: d\n",
        "try: a\nexcept b: c\nexcept (d, e) as f: g\nexcept: h\nelse: i\nfinally: j",
        "try: a\nexcept* b: c\nexcept* d, e: f\ntry: a\nfinally: b",
        "@a.b\n@c(d)\nasync def e[T](f: g, /, h=1, *i: *j, k: l = 2, **m: n) -> o: p\n",
        "@a\nclass B[T](C, metaclass=D, *e, **f): pass\nclass G: x = 1\n",
        "def f(a, b=1, *, c, d=2): return *a, b\ndef g(): yield from x; return",
        "if a:\n\tif b:\n\t\tc\n\t# d\n\n\te\nf",
    ] {
        check(text);
    }
}

#[test]
fn patterns() {
    for case in [
        "1 | -1 | 1.5 | 1 + 2j | -1 - 2j | 'a' 'b' | b'c' | None | True",
        "_ | a.b.c | [] | () | (a) | (a,) | [a, *b] | (a, *_)",
        "a, *b, c",
        "*a,",
        "{1: a, 'b': c, None: d, e.f: g, -1: h, **i}",
        "{}",
        "A() | a.B(1, c, d=2, e=[f],) as g",
        "(a | b) as c if (d := e)",
        "[(1 | 2) as a, {'b': c}]",
    ] {
        check(&format!(
            "match x, *y:\n  case {case}:\n    pass\n  case _: z\n"
        ));
    }
    check("match (a):\n  case 1: b\nmatch [a]:\n  case c: d\nmatch -a:\n  case 1: b\n");
    check("match(a)\nmatch[a] = b\nmatch.c\nmatch - 1\nmatch not in a\nmatch: int\n");
    check("match not a:\n  case 1: b\nmatch match:\n  case case: case\n");
}
