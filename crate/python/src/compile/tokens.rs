//! A scanner that finds what CPython's tokenizer complains of, and the tokens around an error.
//!
//! The parser's own lexer recovers from errors in its own way; CPython stops at the first, and lets
//! it go before whatever
//! the parser found. The scan also bounds nesting before the recursive parser sees the text.

use super::SyntaxErrorClass;
use super::literals::{check_prefix, is_string_prefix};
use super::warnings::{Pass, SyntaxWarning, bad_escape};
use crate::code::{Source, Span};

/// CPython's limit on open brackets.
const BRACKETS_MAX: usize = 200;
/// Limit on operators that nest to the right or in front of each other, over all open brackets.
const DEPTH_MAX: usize = 400;
/// Limit on operators in one chain, whose tree is as deep as the chain is long.
const CHAIN_MAX: usize = 3000;
/// What sort of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or keyword.
    Name,
    /// A number.
    Number,
    /// A string without replacement fields.
    String,
    /// The start of an f-string or t-string; counts as an opening bracket.
    FormatStart,
    /// Its end.
    FormatEnd,
    /// An operator, bracket or other punctuation.
    Op,
    /// The end of a logical line.
    Newline,
    /// The end of the text.
    End,
    /// A comment; only a lenient scan finds these.
    Comment,
    /// The text between the fields of a format string; only a lenient scan finds these.
    FormatText,
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many brackets are open around it.
    pub(super) level: usize,
    /// How many indentations are open at its line.
    pub(super) indent: u8,
}

/// An error of the tokenizer.
#[derive(Clone, Debug)]
pub(super) struct ScanError {
    pub(super) class: SyntaxErrorClass,
    pub(super) message: String,
    pub(super) span: Span,
}

/// The tokens of a text up to its end or the first error.
#[derive(Debug)]
pub(super) struct Scan {
    pub(super) tokens: Vec<Token>,
    pub(super) error: Option<ScanError>,
    /// Brackets left open: the character and its offset.
    pub(super) open: Vec<(char, usize)>,
    pub(super) warnings: Vec<SyntaxWarning>,
}

/// Scans a text up to the first error.
pub(super) fn scan(source: &Source) -> Scan {
    scan_as(source, false)
}

/// Scans all of a text, for what is to be shown: errors are passed over, comments are tokens.
pub(super) fn scan_leniently(source: &Source) -> Vec<Token> {
    scan_as(source, true).tokens
}

fn scan_as(source: &Source, is_lenient: bool) -> Scan {
    let mut scanner = Scanner {
        is_lenient,
        source,
        text: &source.text,
        at: 0,
        tokens: Vec::new(),
        open: Vec::new(),
        indents: vec![(0, 0)],
        formats: Vec::new(),
        depth: vec![Depth::default()],
        warnings: Vec::new(),
    };
    let error = scanner.run().err().map(|error| *error);
    Scan {
        tokens: scanner.tokens,
        error,
        open: scanner.open,
        warnings: scanner.warnings,
    }
}

pub(super) type Scanned<T> = Result<T, Box<ScanError>>;

/// How deep the tree is at one level of brackets.
#[derive(Clone, Copy, Debug, Default)]
struct Depth {
    /// Operators in front of each other, attributes behind each other.
    run: usize,
    /// Operators that nest to the right.
    nested: usize,
    /// Operators that nest to the left.
    chain: usize,
}

/// A format string whose replacement field is being scanned.
pub(super) struct Format {
    pub(super) quote: u8,
    pub(super) is_triple: bool,
    pub(super) is_raw: bool,
    pub(super) start: usize,
    pub(super) letter: char,
    /// For each open field, those in format specifications included, how many brackets are open in
    /// it.
    pub(super) fields: Vec<usize>,
}

/// The scan under way.
pub(super) struct Scanner<'s> {
    pub(super) source: &'s Source,
    pub(super) text: &'s str,
    pub(super) at: usize,
    tokens: Vec<Token>,
    pub(super) open: Vec<(char, usize)>,
    /// Widths of the open indentations, with tabs to eight columns and with tabs as one.
    pub(super) indents: Vec<(usize, usize)>,
    pub(super) formats: Vec<Format>,
    depth: Vec<Depth>,
    pub(super) is_lenient: bool,
    warnings: Vec<SyntaxWarning>,
}

pub(super) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

pub(super) fn error_at(message: impl Into<String>, start: usize, end: usize) -> ScanError {
    ScanError {
        class: SyntaxErrorClass::Syntax,
        message: message.into(),
        span: Span {
            start: offset(start),
            end: offset(end),
        },
    }
}

/// Complains of one character.
pub(super) fn fail<T>(message: impl Into<String>, start: usize) -> Scanned<T> {
    Err(Box::new(error_at(message, start, start + 1)))
}

impl Scanner<'_> {
    pub(super) fn byte(&self, ahead: usize) -> u8 {
        self.text
            .as_bytes()
            .get(self.at + ahead)
            .copied()
            .unwrap_or(0)
    }

    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Steps over a backslash and the character behind it.
    pub(super) fn escape(&mut self, is_raw: bool, is_bytes: bool) {
        if !is_raw && let Some(message) = bad_escape(&self.text[self.at..], is_bytes) {
            self.warn(message);
        }
        self.at += 2;
    }

    fn warn(&mut self, message: String) {
        let at = offset(self.at);
        self.warnings.push(SyntaxWarning {
            line: self.source.line_of(at),
            message,
            order: (Pass::Tokens, at),
        });
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn push(&mut self, kind: Kind, start: usize) {
        self.tokens.push(Token {
            kind,
            start,
            end: self.at,
            level: self.open.len(),
            indent: u8::try_from(self.indents.len() - 1).unwrap_or(u8::MAX),
        });
    }

    fn run(&mut self) -> Scanned<()> {
        let mut at_line_start = true;
        while !self.is_at_end() {
            if at_line_start && self.open.is_empty() {
                let is_blank = match self.indentation() {
                    Err(_) if self.is_lenient => false,
                    result => result?,
                };
                if is_blank {
                    continue;
                }
                at_line_start = false;
            }
            let start = self.at;
            match self.byte(0) {
                b'\n' => {
                    self.at += 1;
                    if self.open.is_empty() {
                        self.push(Kind::Newline, start);
                        self.depth = vec![Depth::default()];
                        at_line_start = true;
                    }
                }
                b' ' | b'\t' | b'\x0c' => self.at += 1,
                b'#' => self.skip_comment(),
                byte => {
                    let result = if byte == b'\\' {
                        self.continuation()
                    } else {
                        self.token()
                    };
                    match result {
                        Err(_) if self.is_lenient => self.pass_over(start),
                        result => result?,
                    }
                }
            }
        }
        self.push(Kind::End, self.text.len());
        Ok(())
    }

    pub(super) fn skip_comment(&mut self) {
        let start = self.at;
        while !self.is_at_end() && self.byte(0) != b'\n' {
            self.at += 1;
        }
        if self.is_lenient {
            self.push(Kind::Comment, start);
        }
    }

    /// Goes on behind a token that is wrong.
    fn pass_over(&mut self, start: usize) {
        let first = self.text[start..].chars().next().unwrap_or(' ');
        if first.is_ascii_digit() || first == '.' {
            self.at = self.at.max(super::numbers::end(self.text, start));
        }
        let is_nothing = self.at <= start;
        self.at = self.at.max(start + first.len_utf8()).min(self.text.len());
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        let was_found = self.tokens.last().map_or(0, |token| token.end);
        let start = start.max(was_found);
        let kind = if !self.formats.is_empty() || self.text[start..self.at].contains(['\'', '"']) {
            Kind::String
        } else if first.is_ascii_digit() {
            Kind::Number
        } else if first.is_alphabetic() {
            Kind::Name
        } else {
            Kind::Op
        };
        if start < self.at && !is_nothing {
            self.push(kind, start);
        }
        self.formats.clear();
        self.open.clear();
        self.depth = vec![Depth::default()];
    }

    fn continuation(&mut self) -> Scanned<()> {
        if self.byte(1) != b'\n' {
            let start = self.at + 1;
            return fail(
                "unexpected character after line continuation character",
                start,
            );
        }
        self.at += 2;
        if self.is_at_end() {
            return fail("unexpected EOF while parsing", self.at - 1);
        }
        Ok(())
    }

    fn token(&mut self) -> Scanned<()> {
        let start = self.at;
        let byte = self.byte(0);
        if byte.is_ascii_digit() || (byte == b'.' && self.byte(1).is_ascii_digit()) {
            super::numbers::check(self.text, start)?;
            self.at = super::numbers::end(self.text, start);
            self.push(Kind::Number, start);
            return Ok(());
        }
        if byte == b'\'' || byte == b'"' {
            return self.string(start, "");
        }
        if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 {
            return self.name(start);
        }
        self.operator(start)
    }

    fn name(&mut self, start: usize) -> Scanned<()> {
        let rest = &self.text[start..];
        let is_part = |c: char| c == '_' || unicode_ident::is_xid_continue(c);
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        if let Some(c) = rest.chars().next().filter(|_| length == 0) {
            return invalid_character(c, start);
        }
        self.at += length;
        let name = &rest[..length];
        let next = self.byte(0);
        if (next == b'\'' || next == b'"') && is_string_prefix(name) {
            let prefix = name.to_ascii_lowercase();
            return self.string(start, &prefix);
        }
        if next == b'\'' || next == b'"' {
            check_prefix(name, start)?;
        }
        if let Some((at, c)) = super::normal_form::refused(name) {
            let code = u32::from(c);
            let message = format!(
                "'{c}' (U+{code:04X}) in an identifier is not supported by Loopscope; see LIMITATIONS.md"
            );
            return fail(message, start + at);
        }
        self.push(Kind::Name, start);
        let is_operand_before = self.follows_operand(self.tokens.len() - 1);
        let depth = self.current_depth();
        match name {
            "not" | "await" if !is_operand_before => depth.run += 1,
            "lambda" | "else" => depth.nested += 1,
            "and" | "or" | "in" | "is" | "if" => depth.chain += 1,
            _ => {}
        }
        self.check_depth(start)
    }

    fn current_depth(&mut self) -> &mut Depth {
        let last = self.depth.len() - 1;
        &mut self.depth[last]
    }

    fn check_depth(&self, start: usize) -> Scanned<()> {
        let total: usize = self
            .depth
            .iter()
            .map(|depth| depth.run + depth.nested + 1)
            .sum();
        if total > DEPTH_MAX || self.depth.iter().any(|depth| depth.chain > CHAIN_MAX) {
            return fail("too many nested expressions", start);
        }
        Ok(())
    }

    /// Whether the token before `index` ends an operand.
    fn follows_operand(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|i| self.tokens.get(i)) else {
            return false;
        };
        match before.kind {
            Kind::Number | Kind::String | Kind::FormatEnd => true,
            Kind::Name => !is_keyword(&self.text[before.start..before.end]),
            Kind::Op => matches!(&self.text[before.start..before.end], ")" | "]" | "}"),
            _ => false,
        }
    }

    pub(super) fn open_bracket(&mut self, bracket: char, start: usize) -> Scanned<()> {
        if self.open.len() >= BRACKETS_MAX {
            return fail("too many nested parentheses", start);
        }
        self.open.push((bracket, start));
        self.depth.push(Depth::default());
        self.check_depth(start)
    }

    fn close_bracket(&mut self, bracket: char, start: usize) -> Scanned<()> {
        let Some((open, at)) = self.open.pop() else {
            return fail(format!("unmatched '{bracket}'"), start);
        };
        self.depth.pop();
        let expected = match open {
            '(' => ')',
            '[' => ']',
            _ => '}',
        };
        if bracket == expected {
            return Ok(());
        }
        if open == '{'
            && let Some(format) = self.formats.last()
            && format.fields.last() == Some(&(self.open.len() + 1))
        {
            let message = format!("{}-string: unmatched '{bracket}'", format.letter);
            return fail(message, at);
        }
        let line = self.source.line_of(offset(at));
        let mut message =
            format!("closing parenthesis '{bracket}' does not match opening parenthesis '{open}'");
        if line != self.source.line_of(offset(start)) {
            message = format!("{message} on line {line}");
        }
        fail(message, start)
    }

    /// Whether the scan is in a replacement field, outside any bracket of its expression.
    fn in_field(&self) -> bool {
        self.formats
            .last()
            .is_some_and(|format| format.fields.last() == Some(&self.open.len()))
    }

    fn operator(&mut self, start: usize) -> Scanned<()> {
        const THREE: [&str; 5] = ["**=", "//=", ">>=", "<<=", "..."];
        const TWO: [&str; 20] = [
            "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", "+=", "-=", "*=", "/=", "%=",
            "&=", "|=", "^=", "@=", ":=", "<>",
        ];
        let rest = &self.text[start..];
        let in_field = self.in_field();
        let length = if THREE.iter().any(|op| rest.starts_with(op)) {
            3
        } else if TWO.iter().any(|op| rest.starts_with(op)) && !(in_field && rest.starts_with(":="))
        {
            2
        } else {
            1
        };
        let text = &rest[..length];
        let is_operand_before = self.follows_operand(self.tokens.len());
        self.at += length;
        if let Some(c) = text.chars().next()
            && (c.is_ascii_control())
        {
            return invalid_character(c, start);
        }
        match text {
            "(" | "[" | "{" => {
                self.push(Kind::Op, start);
                if is_operand_before {
                    self.current_depth().run += 1;
                }
                let bracket = char::from(text.as_bytes()[0]);
                return self.open_bracket(bracket, start);
            }
            ")" | "]" | "}" => {
                let bracket = char::from(text.as_bytes()[0]);
                let ends_field = text == "}" && in_field;
                self.close_bracket(bracket, start)?;
                self.push(Kind::Op, start);
                if ends_field {
                    let in_spec = self.formats.last_mut().is_some_and(|format| {
                        format.fields.pop();
                        !format.fields.is_empty()
                    });
                    return self.format_text(in_spec);
                }
                return Ok(());
            }
            _ => self.push(Kind::Op, start),
        }
        if text == ":" && in_field {
            return self.format_text(true);
        }
        let depth = self.current_depth();
        match text {
            "," | ";" | "=" => {
                *depth = Depth {
                    nested: 0,
                    ..Depth::default()
                }
            }
            "**" => depth.nested += 1,
            "." => depth.run += 1,
            ":" => {}
            _ if is_operand_before => {
                depth.chain += 1;
                depth.run = 0;
            }
            _ => depth.run += 1,
        }
        self.check_depth(start)
    }
}

fn invalid_character<T>(c: char, start: usize) -> Scanned<T> {
    let code = u32::from(c);
    let is_printable = !(c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{feff}' | '\u{ad}'));
    let message = if is_printable {
        format!("invalid character '{c}' (U+{code:04X})")
    } else {
        format!("invalid non-printable character U+{code:04X}")
    };
    Err(Box::new(error_at(message, start, start + c.len_utf8())))
}

/// Whether a name is a keyword that is not a value.
pub(super) fn is_keyword(name: &str) -> bool {
    matches!(
        name,
        "and"
            | "as"
            | "assert"
            | "async"
            | "await"
            | "break"
            | "class"
            | "continue"
            | "def"
            | "del"
            | "elif"
            | "else"
            | "except"
            | "finally"
            | "for"
            | "from"
            | "global"
            | "if"
            | "import"
            | "in"
            | "is"
            | "lambda"
            | "nonlocal"
            | "not"
            | "or"
            | "pass"
            | "raise"
            | "return"
            | "try"
            | "while"
            | "with"
            | "yield"
    )
}
