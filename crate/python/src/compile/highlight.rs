//! Token classes for front ends: also of a program with errors.

use super::parse::Symbol;
use super::tokens::{Kind, Token as Scanned, is_keyword, scan_leniently};
use crate::code::Source;

/// What a token is to the reader's eye. The numbers are part of the front end's interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u32)]
pub enum TokenClass {
    /// A keyword, soft keywords where they are meant as such.
    Keyword = 0,
    /// Any other name.
    Name = 1,
    /// A string, its prefix and quotes included; the literal parts of an f-string.
    String = 2,
    /// A number.
    Number = 3,
    /// A comment.
    Comment = 4,
    /// An operator or a bracket.
    Operator = 5,
    /// The name of a built-in function or class.
    Builtin = 6,
    /// The name that a `def` or `class` defines.
    Definition = 7,
    /// A decorator's `@` and name.
    Decorator = 8,
}

/// A classed range of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is.
    pub class: TokenClass,
}

/// Finds the tokens of a source text, in order, white space left out.
pub fn highlight(source: &str) -> Vec<Token> {
    if u32::try_from(source.len()).is_err() {
        return Vec::new(); // far beyond what compiles
    }
    let source = Source::new("", source, false);
    let scanned = scan_leniently(&source);
    let mut context = Context::LineStart;
    let mut tokens = Vec::new();
    for (index, token) in scanned.iter().enumerate() {
        let text = &source.text[token.start..token.end];
        if matches!(token.kind, Kind::Newline | Kind::End) {
            context = Context::LineStart;
            continue;
        }
        let class = if is_soft_keyword(&source, &scanned[index..], context) {
            TokenClass::Keyword
        } else {
            class_of(token.kind, text, context)
        };
        context = context.after(token.kind, text);
        tokens.push(Token {
            start: super::tokens::offset(token.start),
            end: super::tokens::offset(token.end),
            class,
        });
    }
    tokens
}

/// Whether a line begins with `match`, `case` or `type` as a keyword.
fn is_soft_keyword(source: &Source, tokens: &[Scanned], context: Context) -> bool {
    let [word, next, ..] = tokens else {
        return false;
    };
    if word.kind != Kind::Name || context != Context::LineStart {
        return false;
    }
    let text = |token: &Scanned| &source.text[token.start..token.end];
    match text(word) {
        "type" => next.kind == Kind::Name && !is_keyword(text(next)),
        "match" | "case" => {
            let is_line = |token: &&Scanned| !matches!(token.kind, Kind::Newline | Kind::End);
            let mut line = tokens[1..].iter().take_while(is_line);
            let symbol = Symbol::of(next.kind, text(next));
            let begins = symbol.starts_expression() || symbol == Symbol::Star;
            begins && line.any(|token| token.level == word.level && text(token) == ":")
        }
        _ => false,
    }
}

/// What came before a token, as far as its class depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    /// Only white space since the line began.
    LineStart,
    /// `def` or `class`.
    Defining,
    /// `@` at the start of a line, and the dotted name behind it.
    Decorating,
    /// A dot: the name behind it is an attribute.
    Dot,
    /// Anything else.
    Inside,
}

impl Context {
    fn after(self, kind: Kind, text: &str) -> Self {
        match (kind, text) {
            (Kind::Comment, _) => self,
            (Kind::Name, "def" | "class") => Self::Defining,
            (Kind::Op, "@") if self == Self::LineStart => Self::Decorating,
            (Kind::Op, ".") if self == Self::Decorating => self,
            (Kind::Name, _) if self == Self::Decorating && !is_keyword(text) => self,
            (Kind::Op, ".") => Self::Dot,
            _ => Self::Inside,
        }
    }
}

fn class_of(kind: Kind, text: &str, context: Context) -> TokenClass {
    match kind {
        Kind::Comment => TokenClass::Comment,
        Kind::Number => TokenClass::Number,
        Kind::String | Kind::FormatStart | Kind::FormatText | Kind::FormatEnd => TokenClass::String,
        Kind::Name if is_keyword(text) || matches!(text, "True" | "False" | "None") => {
            TokenClass::Keyword
        }
        Kind::Name => match context {
            Context::Defining => TokenClass::Definition,
            Context::Decorating => TokenClass::Decorator,
            Context::Dot => TokenClass::Name,
            _ if BUILTINS.contains(&text) => TokenClass::Builtin,
            _ => TokenClass::Name,
        },
        Kind::Op if is_decorator(text, context) => TokenClass::Decorator,
        _ => TokenClass::Operator,
    }
}

fn is_decorator(text: &str, context: Context) -> bool {
    match text {
        "@" => context == Context::LineStart,
        "." => context == Context::Decorating,
        _ => false,
    }
}

/// Names that most programs take from the built-ins.
const BUILTINS: &[&str] = &[
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the tokens of a source, written `text:class` with the class's first three letters.
    fn check(source: &str, expected: &[&str]) {
        let shown: Vec<String> = highlight(source)
            .iter()
            .map(|token| {
                let text = &source[token.start as usize..token.end as usize];
                let class = format!("{:?}", token.class).to_lowercase();
                format!("{text}:{}", &class[..3])
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn tokens_have_classes() {
        check(
            "async def main(): # go\n    return 1.5 + x.print\n",
            &[
                "async:key",
                "def:key",
                "main:def",
                "(:ope",
                "):ope",
                "::ope",
                "# go:com",
                "return:key",
                "1.5:num",
                "+:ope",
                "x:nam",
                ".:ope",
                "print:nam",
            ],
        );
        check(
            "@a.b(c)\nclass C: print(f'x{y}')\n",
            &[
                "@:dec",
                "a:dec",
                ".:dec",
                "b:dec",
                "(:ope",
                "c:nam",
                "):ope",
                "class:key",
                "C:def",
                "::ope",
                "print:bui",
                "(:ope",
                "f':str",
                "x:str",
                "{:ope",
                "y:nam",
                "}:ope",
                "':str",
                "):ope",
            ],
        );
    }

    #[test]
    fn soft_keywords_are_names_where_they_are_names() {
        check("match = 1\n", &["match:nam", "=:ope", "1:num"]);
        check("type(x)\n", &["type:bui", "(:ope", "x:nam", "):ope"]);
        check("type X = 1\n", &["type:key", "X:nam", "=:ope", "1:num"]);
        let expected = [
            "match:key",
            "x:nam",
            "::ope",
            "case:key",
            "_:nam",
            "::ope",
            "1:num",
        ];
        check("match x:\n  case _: 1\n", &expected);
    }

    #[test]
    fn programs_with_errors_have_tokens_too() {
        check("def f(:\n", &["def:key", "f:def", "(:ope", "::ope"]);
        check("x = 'a\n", &["x:nam", "=:ope", "'a:str"]);
        check("x = 'a\ny", &["x:nam", "=:ope", "'a:str", "y:nam"]);
        let expected = [
            "x:nam", "=:ope", "f':str", "a:str", "{:ope", "b:nam", "y:nam",
        ];
        check("x = f'a{b\ny", &expected);
        check(") 1z\n  y", &["):ope", "1:num", "z:nam", "y:nam"]);
        check("'''a\nb", &["'''a\nb:str"]);
    }
}
