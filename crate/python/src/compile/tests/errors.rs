//! CPython's errors.

use super::compile;

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            (c, false) => out.push(c),
        }
    }
    out
}

/// Message and range of every error in the table are CPython's.
#[test]
fn errors_are_those_of_cpython() {
    let table = include_str!("syntax_errors.txt");
    let lines: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with("# ") && !line.is_empty())
        .collect();
    let mut wrong = Vec::new();
    for case in lines.chunks(3) {
        let [source, message, range] = case else {
            panic!("three lines for each case");
        };
        let (message, range) = (&message[4..], &range[4..]);
        let Err(error) = compile(&unescape(source)) else {
            wrong.push(format!("{source}\n  accepted"));
            continue;
        };
        let end_column = if (error.end_line, error.end_column) == (error.line, error.column) {
            error.column + 1
        } else {
            error.end_column
        };
        let found = format!(
            "{}:{}-{}:{end_column}",
            error.line, error.column, error.end_line
        );
        if error.to_string() != message || found != range {
            wrong.push(format!(
                "{source}\n  want {message} {range}\n  have {error} {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Deep nesting is an error, not a crash.
#[test]
fn deep_nesting_is_refused() {
    let sources = [
        format!("{}{}", "(".repeat(250), ")".repeat(250)),
        "[".repeat(100_000),
        format!("{}1", "-".repeat(100_000)),
        format!("x = {}1", "not ".repeat(100_000)),
        format!("x = {}1", "lambda: ".repeat(100_000)),
        format!("x = {}1", "1 if 1 else ".repeat(100_000)),
        format!("x = {}1", "2 ** ".repeat(100_000)),
        format!("x = 1{}", " + 1".repeat(100_000)),
        format!("x = a{}", ".b".repeat(100_000)),
        format!("x = a{}", "()".repeat(100_000)),
        "f'{".repeat(100_000),
    ];
    for source in &sources {
        assert!(compile(source).is_err(), "{}", &source[..20]);
    }
    let lines: Vec<String> = (0..150)
        .map(|i| format!("{}if x:\n", " ".repeat(i)))
        .collect();
    let indented = lines.concat();
    assert!(compile(&indented).is_err());
}

/// What nests to the left or not at all may be long.
#[test]
fn long_chains_are_accepted() {
    assert!(compile(&format!("x = 1{}", " + y".repeat(2000))).is_ok());
    assert!(compile(&format!("x = 1{}", " and y".repeat(2000))).is_ok());
    assert!(compile(&format!("x = [{}]", "1, ".repeat(20_000))).is_ok());
    assert!(compile(&format!("x = [{}]", "y, ".repeat(20_000))).is_ok());
    let elifs = "elif y:\n  pass\n".repeat(2000);
    assert!(compile(&format!("if x:\n  pass\n{elifs}")).is_ok());
}

/// Blocks longer than short jumps reach.
#[test]
fn long_blocks_are_compiled_without_short_jumps() {
    let body = "    y = f(x, 1)\n".repeat(9000);
    assert!(compile(&format!("for x in z:\n{body}")).is_ok());
    assert!(compile(&format!("while x < 1:\n{body}")).is_ok());
    assert!(compile(&format!("if x < 1:\n{body}else:\n    pass\n")).is_ok());
}
