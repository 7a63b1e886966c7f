//! Token classes for front ends, from the parser's own tokens: also of a program with errors.

use ruff_python_ast::PySourceType;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::parse_unchecked_source;

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
        return Vec::new(); // far beyond what compiles; the parser would refuse it by a panic
    }
    let parsed = parse_unchecked_source(source, PySourceType::Python);
    let mut context = Context::LineStart;
    let mut tokens = Vec::new();
    for token in parsed.tokens() {
        let (kind, range) = token.as_tuple();
        let text = &source[range];
        let class = class_of(kind, text, context);
        context = context.after(kind);
        if let Some(class) = class.filter(|_| !text.is_empty()) {
            tokens.push(Token {
                start: range.start().into(),
                end: range.end().into(),
                class,
            });
        }
    }
    tokens
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
    fn after(self, kind: TokenKind) -> Self {
        match kind {
            TokenKind::Newline
            | TokenKind::NonLogicalNewline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::Comment
                if self != Self::Inside || kind == TokenKind::Newline =>
            {
                Self::LineStart
            }
            TokenKind::Def | TokenKind::Class => Self::Defining,
            TokenKind::At if self == Self::LineStart => Self::Decorating,
            TokenKind::Name | TokenKind::Dot if self == Self::Decorating => Self::Decorating,
            TokenKind::Dot => Self::Dot,
            _ => Self::Inside,
        }
    }
}

fn class_of(kind: TokenKind, text: &str, context: Context) -> Option<TokenClass> {
    Some(match kind {
        TokenKind::Newline
        | TokenKind::NonLogicalNewline
        | TokenKind::Indent
        | TokenKind::Dedent
        | TokenKind::EndOfFile
        | TokenKind::Unknown => return None,
        TokenKind::Comment => TokenClass::Comment,
        TokenKind::Int | TokenKind::Float | TokenKind::Complex => TokenClass::Number,
        TokenKind::String
        | TokenKind::FStringStart
        | TokenKind::FStringMiddle
        | TokenKind::FStringEnd
        | TokenKind::TStringStart
        | TokenKind::TStringMiddle
        | TokenKind::TStringEnd => TokenClass::String,
        TokenKind::At | TokenKind::Dot if is_decorator(kind, context) => TokenClass::Decorator,
        TokenKind::Name => match context {
            Context::Defining => TokenClass::Definition,
            Context::Decorating => TokenClass::Decorator,
            Context::Dot => TokenClass::Name,
            _ if BUILTINS.contains(&text) => TokenClass::Builtin,
            _ => TokenClass::Name,
        },
        _ if kind.is_keyword() => TokenClass::Keyword,
        _ => TokenClass::Operator,
    })
}

fn is_decorator(kind: TokenKind, context: Context) -> bool {
    match kind {
        TokenKind::At => context == Context::LineStart,
        _ => context == Context::Decorating,
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
    }

    #[test]
    fn programs_with_errors_have_tokens_too() {
        check("def f(:\n", &["def:key", "f:def", "(:ope", "::ope"]);
        check("x = 'a\n", &["x:nam", "=:ope", "'a:str"]);
    }
}
