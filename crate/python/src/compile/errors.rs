//! Runs the parser and puts its errors into CPython's words.

use ruff_python_ast as ast;

use super::look::Look;
use super::parse::{Fault, FieldFault, ParseError, parse as parse_tokens};
use super::tokens::{Kind, Scan, scan};
use super::{Mode, SyntaxError, SyntaxErrorClass, SyntaxWarning};
use crate::code::{Source, Span};

/// A class, a message and a range in bytes.
pub(super) type Verdict = (SyntaxErrorClass, String, usize, usize);

/// Parses a file.
///
/// # Errors
///
/// The first error in CPython's words.
pub(super) fn parse(
    source: &Source,
    mode: Mode,
) -> Result<(ast::Mod, Vec<SyntaxWarning>), Box<SyntaxError>> {
    let mut scan = scan(source);
    if let Some(error) = &scan.error {
        let error = error.clone();
        let has_range = error.message.starts_with("leading zeros");
        let mut error = SyntaxError::new(source, error.class, error.message, error.span);
        error.end_offset = match error.class {
            SyntaxErrorClass::Syntax if has_range => error.end_offset,
            SyntaxErrorClass::Syntax => error.column.into(),
            SyntaxErrorClass::Indentation => -1,
            SyntaxErrorClass::Tab => 0,
        };
        return Err(Box::new(error));
    }
    let tree = parse_tokens(source, &scan, mode).map_err(|error| {
        let verdict = Translation {
            source,
            look: Look::new(source, &scan.tokens),
            scan: &scan,
            error: &error,
        }
        .verdict();
        Box::new(with_end(source, error_from(source, verdict)))
    })?;
    Ok((tree, std::mem::take(&mut scan.warnings)))
}

/// The end that CPython gives an error: none where it stopped at the end of a line.
fn with_end(source: &Source, mut error: SyntaxError) -> SyntaxError {
    let is_at_end = error.span.start as usize + 1 >= source.text.len();
    if error.message.ends_with("was never closed") {
        error.end_offset = 0;
    } else if error.message == "unexpected indent"
        || (is_at_end && error.message.starts_with("expected an indented block"))
        || (is_at_end && error.message.starts_with("expected 'except'"))
    {
        error.end_offset = -1;
    }
    error
}

fn error_from(source: &Source, (class, message, start, end): Verdict) -> SyntaxError {
    let offset = |at: usize| u32::try_from(at.min(source.text.len() + 1)).unwrap_or(u32::MAX);
    let span = Span {
        start: offset(start),
        end: offset(end),
    };
    SyntaxError::new(source, class, message, span)
}

/// An error of the parser and what stands around it.
pub(super) struct Translation<'t> {
    source: &'t Source,
    pub(super) look: Look<'t>,
    scan: &'t Scan,
    error: &'t ParseError,
}

impl Translation<'_> {
    fn verdict(&self) -> Verdict {
        let at = self.error.start;
        let verdict = self.candidate(at);
        // A bracket that is never closed explains whatever went wrong on a later line.
        if let Some(&(bracket, opened)) = self.scan.open.last() {
            let line = |at: usize| self.source.line_of(u32::try_from(at).unwrap_or(u32::MAX));
            let index = self.look.index_at(at);
            let is_end = self.look.kind(index) == Kind::End;
            let is_newline = self.source.text[at.min(self.source.text.len())..].starts_with('\n');
            if is_end || is_newline || line(verdict.2.max(at)) > line(opened) {
                let message = format!("'{bracket}' was never closed");
                return (SyntaxErrorClass::Syntax, message, opened, opened + 1);
            }
        }
        verdict
    }

    /// A `SyntaxError`.
    pub(super) fn syntax(message: impl Into<String>, start: usize, end: usize) -> Verdict {
        (SyntaxErrorClass::Syntax, message.into(), start, end)
    }

    /// "invalid syntax" at the token that starts at or after an offset.
    pub(super) fn invalid(&self, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let (start, end) = self.look.range(index);
        Self::syntax("invalid syntax", start, end)
    }

    fn candidate(&self, at: usize) -> Verdict {
        let end = self.error.end;
        let (string, string_end) = self.look.string_around(at);
        match &self.error.fault {
            Fault::Invalid => self.invalid(at),
            Fault::Said(message) => Self::syntax(message.as_str(), at, end),
            Fault::Token(message) => self.first_token(at, message),
            Fault::UnexpectedIndent => {
                let class = SyntaxErrorClass::Indentation;
                (class, "unexpected indent".to_owned(), at - 1, at)
            }
            Fault::ExpectedBlock => self.look.expected_block(at),
            Fault::ExpectedExpression => self.expected_expression(at),
            Fault::Expected(symbol) => self.unexpected_token(*symbol, at),
            Fault::SecondStatement => self.second_statement(at),
            Fault::NameAfterAs => {
                let index = self.look.index_at(at);
                let first = self.look.statement_start(index);
                let verdict = self.look.bad_name_after_as(index, first);
                verdict.unwrap_or_else(|| self.invalid(at))
            }
            Fault::NoNames if self.look.is_line_end(at) => {
                Self::syntax("Expected one or more names after 'import'", at, at)
            }
            Fault::NoNames => self.invalid(at),
            Fault::Starred => self.starred(at, end),
            Fault::WalrusTarget(kind) => self.walrus_target(kind, at, end),
            Fault::PositionalAfterKeyword => {
                self.at_closing(at, "positional argument follows keyword argument")
            }
            Fault::PositionalAfterUnpacking => {
                self.at_closing(at, "positional argument follows keyword argument unpacking")
            }
            Fault::UnpackingOrder => {
                let message = "iterable argument unpacking follows keyword argument unpacking";
                let start = self.look.index_at(at).saturating_sub(1);
                Self::syntax(message, self.look.range(start).0, end)
            }
            Fault::KeywordName if self.look.opener_is_call(self.look.index_at(at)) => {
                self.bad_keyword(at, end)
            }
            Fault::KeywordName => self.invalid(at),
            Fault::DefaultOrder => {
                let message = "parameter without a default follows parameter with a default";
                Self::syntax(message, at, self.look.range(self.look.index_at(at)).1)
            }
            Fault::BareStar => self.bare_star(at),
            Fault::AfterVarKeyword => {
                self.first_token(at, "arguments cannot follow var-keyword argument")
            }
            Fault::VariadicDefault => self.variadic_default(at),
            Fault::NoHandler if self.look.kind(self.look.index_at(at)) == Kind::End => {
                let at = self.source.text.trim_end_matches('\n').len();
                Self::syntax("expected 'except' or 'finally' block", at, at + 1)
            }
            Fault::NoHandler => self.first_token(at, "expected 'except' or 'finally' block"),
            Fault::MixedHandlers => {
                let message = "cannot have both 'except' and 'except*' on the same 'try'";
                let star = self.look.index_at(at) + 1;
                let is_star = self.look.text(star) == "*";
                let end = if is_star {
                    self.look.range(star).1
                } else {
                    end
                };
                Self::syntax(message, at, end)
            }
            Fault::ExceptionTuple => {
                let message = "multiple exception types must be parenthesized when using 'as'";
                let end = self.look.text_end_before_colon(self.look.index_at(at));
                Self::syntax(message, at, end)
            }
            Fault::TrailingComma => self.trailing_comma(at),
            Fault::Escape => {
                let message = super::escapes::complaint(&self.source.text[string..string_end]);
                Self::syntax(message, string, string_end)
            }
            Fault::Literal(message) => Self::syntax(*message, string, string_end),
            Fault::Field(fault) => self.field(fault, at),
        }
    }

    fn first_token(&self, at: usize, message: &str) -> Verdict {
        let (start, end) = self.look.range(self.look.index_at(at));
        Self::syntax(message, start, end)
    }

    /// CPython marks the bracket that closes the call.
    fn at_closing(&self, at: usize, message: &str) -> Verdict {
        let index = self.look.closing_after(self.look.index_at(at));
        let (start, end) = self.look.range(index);
        Self::syntax(message, start, end)
    }

    fn walrus_target(&self, kind: &str, at: usize, end: usize) -> Verdict {
        if self.look.opener_is_call(self.look.index_at(at)) {
            return self.invalid(self.look.range(self.look.index_at(end)).0);
        }
        let message = format!("cannot use assignment expressions with {kind}");
        Self::syntax(message, at, end)
    }

    fn trailing_comma(&self, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let (start, end) = self.look.range(index + 1);
        let message = if self.look.text(self.look.statement_start(index)) == "from" {
            "trailing comma not allowed without surrounding parentheses"
        } else {
            "invalid syntax"
        };
        Self::syntax(message, start, end)
    }

    fn bare_star(&self, at: usize) -> Verdict {
        let mut index = self.look.index_at(at);
        while index > 0 && self.look.text(index) != "*" {
            index -= 1;
        }
        let in_lambda = self.look.text(self.look.index_at(at).saturating_sub(1)) == "lambda";
        let index = if in_lambda { index + 1 } else { index };
        let (start, end) = self.look.range(index);
        Self::syntax("named arguments must follow bare *", start, end)
    }

    fn variadic_default(&self, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let is_keyword = self.look.text(index.saturating_sub(2)) == "**";
        let what = if is_keyword { "keyword" } else { "positional" };
        let message = format!("var-{what} argument cannot have default value");
        self.first_token(at, &message)
    }

    fn starred(&self, at: usize, end: usize) -> Verdict {
        let index = self.look.index_at(at);
        let message = match (
            self.look.text(index.saturating_sub(1)),
            self.look.text_after(end),
        ) {
            (":", _) if self.look.token(index).level > 0 => {
                "cannot use a starred expression in a dictionary value"
            }
            (_, ":") => return self.invalid(end),
            ("(", _) => "cannot use starred expression here",
            _ => "can't use starred expression here",
        };
        Self::syntax(message, at, end)
    }

    fn field(&self, fault: &FieldFault, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let (start, end) = self.look.range(index);
        let letter = self.error.letter;
        let message = match fault {
            FieldFault::Conversion => match self.look.text(index) {
                "}" | ":" => "missing conversion character".to_owned(),
                name if self.look.kind(index) == Kind::Name => {
                    format!("invalid conversion character '{name}': expected 's', 'r', or 'a'")
                }
                _ => "invalid conversion character".to_owned(),
            },
            FieldFault::Lambda => {
                let start = self.look.find_back(index, "lambda").unwrap_or(start);
                let message = "lambda expressions are not allowed without parentheses";
                let end = self.look.colon_after(start);
                return Self::syntax(format!("{letter}-string: {message}"), start, end);
            }
            FieldFault::SpaceBeforeConversion => {
                "conversion type must come right after the exclamation mark".to_owned()
            }
            FieldFault::Unclosed => {
                if self.look.find_in_field(index, "!") {
                    "expecting ':' or '}'".to_owned()
                } else if let Some((start, end)) = self.look.forgotten_comma(index) {
                    let message = "invalid syntax. Perhaps you forgot a comma?";
                    return Self::syntax(message, start, end);
                } else {
                    "expecting '=', or '!', or ':', or '}'".to_owned()
                }
            }
        };
        Self::syntax(format!("{letter}-string: {message}"), start, end)
    }
}
