//! The error that a text which is not Python gives.

use crate::code::{Source, Span};

/// Which of CPython's three classes an error is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorClass {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
}

impl SyntaxErrorClass {
    /// The name of the Python class.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Indentation => "IndentationError",
            Self::Tab => "TabError",
        }
    }
}

/// An error in CPython's words, with the range that CPython underlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exception's class.
    pub class: SyntaxErrorClass,
    /// CPython's message.
    pub message: String,
    /// The range in bytes of the text (line ends normalised).
    pub span: Span,
    /// 1-based line of the start.
    pub line: u32,
    /// 1-based column of the start, in characters.
    pub column: u32,
    /// 1-based line of the end.
    pub end_line: u32,
    /// 1-based column one past the end, in characters.
    pub end_column: u32,
    /// The end as programs see it, `end_offset`: CPython has numbers of its own where its
    /// tokenizer complains, and -1 where a token has no place.
    pub end_offset: i64,
    /// The source line of the start, without its line end.
    pub text: String,
}

impl SyntaxError {
    /// Makes an error at a range.
    pub(super) fn new(
        source: &Source,
        class: SyntaxErrorClass,
        message: String,
        span: Span,
    ) -> Self {
        let (line, column) = position(source, span.start);
        let (end_line, end_column) = if span.end > span.start {
            // The end of a line is a character of that line.
            let (line, column) = position(source, last_character(source, span));
            (line, column + 1)
        } else {
            (line, column)
        };
        Self {
            class,
            message,
            span,
            line,
            column,
            end_line,
            end_column,
            end_offset: end_column.into(),
            text: source.line_text(line).to_owned(),
        }
    }
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.class.name(), self.message)
    }
}

impl std::error::Error for SyntaxError {}

/// The offset of the last character of a span.
fn last_character(source: &Source, span: Span) -> u32 {
    let mut at = (span.end as usize - 1).min(source.text.len());
    while !source.text.is_char_boundary(at) {
        at -= 1;
    }
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Line and column of a byte offset, both 1-based, the column in characters.
fn position(source: &Source, offset: u32) -> (u32, u32) {
    let line = source.line_of(offset);
    let start = source
        .line_starts
        .get(line as usize - 1)
        .copied()
        .unwrap_or_default() as usize;
    let end = (offset as usize).clamp(start, source.text.len());
    let column = source
        .text
        .get(start..end)
        .map_or(end - start, |text| text.chars().count());
    (line, u32::try_from(column + 1).unwrap_or(u32::MAX))
}
