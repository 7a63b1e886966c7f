//! `SyntaxWarning`s: what is Python and yet hardly meant, in CPython's words.

use ruff_python_ast::{self as ast, CmpOp, Expr, Operator};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::constant::fold;
use crate::code::Constant;

/// A warning about a place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// 1-based line.
    pub line: u32,
    /// CPython's message.
    pub message: String,
    /// In which of its passes CPython notices, and where: the order of the warnings.
    pub(super) order: (Pass, u32),
}

/// CPython's passes over a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pass {
    Tokens,
    Tree,
    Code,
}

/// The complaint about a backslash and what follows it in a string that is not raw, if any.
pub(super) fn bad_escape(text: &str, is_bytes: bool) -> Option<String> {
    let next = text.get(1..)?.chars().next()?;
    let octal = text
        .get(1..4)
        .filter(|digits| digits.bytes().all(|digit| matches!(digit, b'0'..=b'7')));
    let (shown, kind) = match next {
        '4'..='7' if octal.is_some() => (&text[1..4], "octal escape"),
        '\n' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' | '0'..='7' => {
            return None;
        }
        'N' | 'u' | 'U' if !is_bytes => return None,
        _ if !next.is_ascii() => return None,
        _ => (&text[1..2], "escape"),
    };
    Some(format!(
        "\"\\{shown}\" is an invalid {kind} sequence. Such sequences will not work in the future. \
         Did you mean \"\\\\{shown}\"? A raw string is also an option."
    ))
}

/// The class of an expression's value, where its form tells.
fn class_of(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) => "str",
        Expr::BinOp(binary) if is_formatted(binary) => "str",
        Expr::UnaryOp(_) | Expr::BinOp(_) => return None,
        _ => match fold(expr)? {
            Constant::None => "NoneType",
            Constant::Ellipsis => "ellipsis",
            Constant::Bool(_) => "bool",
            Constant::Int(_) | Constant::BigInt(_) => "int",
            Constant::Float(_) => "float",
            Constant::Imaginary(_) => "complex",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
            _ => return None,
        },
    })
}

/// Whether an operation is one that CPython compiles as an f-string: `"%s, %-5.2r" % (a, b)`.
fn is_formatted(binary: &ast::ExprBinOp) -> bool {
    let (Operator::Mod, Expr::Tuple(tuple)) = (binary.op, &*binary.right) else {
        return false;
    };
    let Some(Constant::Str(format)) = fold(&binary.left) else {
        return false;
    };
    let is_starred = tuple.elts.iter().any(Expr::is_starred_expr);
    !is_starred && n_simple_conversions(&format) == Some(tuple.elts.len())
}

/// How many of `%s`, `%r` and `%a` are in a format, with flags, width and precision; `None` if it
/// has others.
fn n_simple_conversions(format: &str) -> Option<usize> {
    // Longer numbers are left to the run.
    const N_DIGITS_MAX: usize = 2;
    let skip_digits = |text: &mut &str| {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let n_digits = text.len() - rest.len();
        *text = rest;
        (n_digits <= N_DIGITS_MAX).then_some(())
    };
    let mut n = 0;
    let mut parts = format.split('%').skip(1);
    while let Some(mut part) = parts.next() {
        if part.is_empty() {
            // `%%`, with the text behind it.
            parts.next()?;
            continue;
        }
        part = part.trim_start_matches(['-', '+', ' ', '#', '0']);
        skip_digits(&mut part)?;
        if let Some(rest) = part.strip_prefix('.') {
            part = rest;
            skip_digits(&mut part)?;
        }
        if !part.starts_with(['s', 'r', 'a']) {
            return None;
        }
        n += 1;
    }
    Some(n)
}

/// The class of a literal that `is` should not be asked of.
fn literal_class(expr: &Expr) -> Option<&'static str> {
    let is_literal = matches!(
        expr,
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_)
    ) || matches!(expr, Expr::Tuple(tuple) if tuple.elts.iter().all(is_plain));
    class_of(expr).filter(|_| is_literal)
}

/// Whether an expression is a constant as it is written.
fn is_plain(expr: &Expr) -> bool {
    !matches!(expr, Expr::Tuple(_) | Expr::UnaryOp(_) | Expr::BinOp(_)) && fold(expr).is_some()
}

impl Compiler<'_> {
    /// Notes a warning, once for each place.
    pub(super) fn warn(&mut self, pass: Pass, range: TextRange, message: String) {
        let start = range.start().to_u32();
        let warning = SyntaxWarning {
            line: self.source.line_of(start),
            message,
            order: (pass, if pass == Pass::Code { 0 } else { start }),
        };
        let place = (start, warning.message.clone());
        if self.warned.insert(place, ()) {
            self.warnings.push(warning);
        }
    }

    /// `x is 5`
    pub(super) fn warn_of_identity(&mut self, compare: &ast::ExprCompare) {
        let mut left = &*compare.left;
        for (op, right) in compare.ops.iter().zip(&compare.comparators) {
            if let CmpOp::Is | CmpOp::IsNot = op
                && let Some(class) = literal_class(left).or_else(|| literal_class(right))
            {
                let (word, other) = match op {
                    CmpOp::Is => ("is", "=="),
                    _ => ("is not", "!="),
                };
                let message =
                    format!("\"{word}\" with '{class}' literal. Did you mean \"{other}\"?");
                return self.warn(Pass::Code, compare.range, message);
            }
            left = right;
        }
    }

    /// `"text"(…)`
    pub(super) fn warn_of_call(&mut self, callee: &Expr) {
        if let Some(class) = class_of(callee).filter(|&class| class != "function") {
            let message = format!("'{class}' object is not callable; perhaps you missed a comma?");
            self.warn(Pass::Code, callee.range(), message);
        }
    }

    /// `1[…]` and `[1]["key"]`
    pub(super) fn warn_of_subscript(&mut self, subscript: &ast::ExprSubscript) {
        let Some(class) = class_of(&subscript.value) else {
            return;
        };
        let message = match class {
            "dict" => return,
            "tuple" | "list" | "str" | "bytes" => {
                match class_of(&subscript.slice).filter(|&key| !matches!(key, "int" | "bool")) {
                    Some(key) => format!(
                        "{class} indices must be integers or slices, not {key}; \
                         perhaps you missed a comma?"
                    ),
                    None => return,
                }
            }
            _ => format!("'{class}' object is not subscriptable; perhaps you missed a comma?"),
        };
        self.warn(Pass::Code, subscript.range, message);
    }

    /// `assert (condition, "message")`
    pub(super) fn warn_of_assertion(&mut self, stmt: &ast::StmtAssert) {
        if matches!(&*stmt.test, Expr::Tuple(tuple) if !tuple.elts.is_empty()) {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(Pass::Code, stmt.range, message.to_owned());
        }
    }

    /// A jump out of a `finally` body, where `word` is its keyword.
    pub(super) fn warn_of_final_jump(&mut self, range: TextRange, word: &str) {
        self.warn(Pass::Tree, range, format!("'{word}' in a 'finally' block"));
    }
}
