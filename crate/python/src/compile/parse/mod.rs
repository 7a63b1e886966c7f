//! The parser: from tokens to the tree.
//!
//! It goes down the grammar, one function for each rule, and stops at the first token that fits
//! nowhere. What is said of
//! it then is found out by `errors`, from the kind of [`Fault`] and the tokens around it. The scan
//! before has bounded how
//! deep the recursion can go.

mod argument;
mod atom;
mod compound;
mod definition;
mod expression;
mod number;
mod parameter;
mod pattern;
mod statement;
mod string;
mod symbol;
mod target;
#[cfg(test)]
mod tests;

use ruff_python_ast::{self as ast, AtomicNodeIndex, Identifier};
use ruff_text_size::{TextRange, TextSize};

use super::Mode;
use super::look::Look;
use super::tokens::{Kind, Scan, Token};
use crate::code::Source;

pub(super) use symbol::Symbol;

/// What is wrong at a place of the text.
#[derive(Debug)]
pub(super) enum Fault {
    /// Nothing more is known.
    Invalid,
    /// The message is this.
    Said(String),
    UnexpectedIndent,
    ExpectedBlock,
    ExpectedExpression,
    Expected(Symbol),
    /// Two statements on one line.
    SecondStatement,
    /// A keyword or an operand after `as`, where a name must stand.
    NameAfterAs,
    /// Nothing after `import`.
    NoNames,
    /// A `*` in the wrong place.
    Starred,
    /// `:=` behind an operand of this kind.
    WalrusTarget(&'static str),
    PositionalAfterKeyword,
    PositionalAfterUnpacking,
    UnpackingOrder,
    /// `f(a.b=1)`
    KeywordName,
    DefaultOrder,
    BareStar,
    AfterVarKeyword,
    VariadicDefault,
    /// Said of the token at the place.
    Token(&'static str),
    /// `try` without `except` or `finally`.
    NoHandler,
    MixedHandlers,
    ExceptionTuple,
    /// A trailing comma after imported names.
    TrailingComma,
    /// A bad escape.
    Escape,
    /// Of a string literal: the message is about all of it.
    Literal(&'static str),
    /// In a replacement field.
    Field(FieldFault),
}

/// What is wrong with a replacement field.
#[derive(Debug)]
pub(super) enum FieldFault {
    Conversion,
    SpaceBeforeConversion,
    Unclosed,
    Lambda,
}

/// Where the parser stopped.
#[derive(Debug)]
pub(super) struct ParseError {
    pub(super) fault: Fault,
    /// The letter of the format string, for faults in fields.
    pub(super) letter: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

type Parsed<T> = Result<T, Box<ParseError>>;

/// Parses the tokens of a text.
///
/// # Errors
///
/// The first thing that fits nowhere.
pub(super) fn parse(source: &Source, scan: &Scan, mode: Mode) -> Parsed<ast::Mod> {
    let mut parser = Parser {
        source,
        tokens: &scan.tokens,
        at: 0,
        now: Symbol::End,
        before: 0,
        indent: 0,
        letter: 'f',
    };
    parser.go(0);
    let range = TextRange::up_to(size(source.text.len()));
    let node_index = AtomicNodeIndex::NONE;
    if mode == Mode::Eval {
        let body = Box::new(parser.expressions(false)?);
        while parser.eat(Symbol::Newline) {}
        parser.expect(Symbol::End)?;
        return Ok(ast::Mod::Expression(ast::ModExpression {
            node_index,
            range,
            body,
        }));
    }
    let mut body = ast::Suite::new();
    while parser.now != Symbol::End {
        parser.statement(&mut body)?;
    }
    Ok(ast::Mod::Module(ast::ModModule {
        node_index,
        range,
        body,
    }))
}

fn size(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The parser on its way through the tokens.
struct Parser<'s> {
    source: &'s Source,
    tokens: &'s [Token],
    /// The index of the current token.
    at: usize,
    /// What it is.
    now: Symbol,
    /// Where the token before it ended; the ends of lines and `;` are not counted.
    before: usize,
    /// How many indentations the block has whose statements are being read.
    indent: u8,
    /// The letter of the format string whose fields are being read.
    letter: char,
}

impl<'s> Parser<'s> {
    fn token(&self) -> Token {
        self.tokens[self.at]
    }

    /// Where the current token starts.
    fn start(&self) -> usize {
        self.token().start
    }

    /// The current token's text.
    fn text(&self) -> &'s str {
        self.text_of(self.token())
    }

    fn text_of(&self, token: Token) -> &'s str {
        &self.source.text[token.start..token.end]
    }

    /// What a token further on is.
    fn peek(&self, ahead: usize) -> Symbol {
        let last = self.tokens.len() - 1;
        let token = self.tokens[(self.at + ahead).min(last)];
        Symbol::of(token.kind, self.text_of(token))
    }

    /// Makes a token the current one.
    fn go(&mut self, at: usize) {
        self.at = at.min(self.tokens.len() - 1);
        let is_part = |token: &&Token| {
            let byte = self.source.text.as_bytes().get(token.start);
            token.kind != Kind::Newline && byte != Some(&b';')
        };
        let before = self.tokens[..self.at].iter().rev().find(is_part);
        self.before = before.map_or(0, |token| token.end);
        self.now = self.peek(0);
    }

    fn bump(&mut self) {
        self.go(self.at + 1);
    }

    fn eat(&mut self, symbol: Symbol) -> bool {
        let is_there = self.now == symbol;
        if is_there {
            self.bump();
        }
        is_there
    }

    fn expect(&mut self, symbol: Symbol) -> Parsed<()> {
        if self.eat(symbol) {
            Ok(())
        } else {
            self.fail(Fault::Expected(symbol))
        }
    }

    /// Whether the current token is a certain name that is no keyword everywhere.
    fn at_word(&self, word: &str) -> bool {
        self.now == Symbol::Name && self.text() == word
    }

    /// Fails at the current token.
    #[cold]
    fn fail<T>(&self, fault: Fault) -> Parsed<T> {
        self.fail_at(fault, self.start(), self.token().end)
    }

    #[cold]
    fn fail_at<T>(&self, fault: Fault, start: usize, end: usize) -> Parsed<T> {
        Err(Box::new(ParseError {
            fault,
            letter: self.letter,
            start,
            end,
        }))
    }

    #[cold]
    fn fail_range<T>(&self, fault: Fault, range: TextRange) -> Parsed<T> {
        self.fail_at(fault, range.start().to_usize(), range.end().to_usize())
    }

    /// The range from an offset to the end of the token before the current one.
    fn since(&self, start: usize) -> TextRange {
        TextRange::new(size(start), size(self.before.max(start)))
    }

    fn identifier(&mut self) -> Parsed<Identifier> {
        self.identifier_or(Fault::Invalid)
    }

    /// A name, or else a fault.
    fn identifier_or(&mut self, fault: Fault) -> Parsed<Identifier> {
        if self.now != Symbol::Name {
            return self.fail(fault);
        }
        let (text, start) = (self.text(), self.start());
        self.bump();
        Ok(Identifier::new(
            super::normal_form::of(text),
            self.since(start),
        ))
    }

    fn look(&self) -> Look<'s> {
        Look::new(self.source, self.tokens)
    }
}
