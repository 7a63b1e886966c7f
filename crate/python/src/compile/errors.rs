//! Runs the parser and puts its errors into CPython's words.

use ruff_python_ast::{self as ast, PythonVersion};
use ruff_python_parser::{
    InterpolatedStringErrorType as FormatError, LexicalErrorType, Mode as ParserMode, ParseError,
    ParseErrorType, ParseOptions, parse_unchecked,
};

use super::look::Look;
use super::targets::{Role, find, kind_name, target_message};
use super::tokens::{Kind, Scan, scan};
use super::{Mode, SyntaxError, SyntaxErrorClass};
use crate::code::{Source, Span};

/// A class, a message and a range in bytes.
pub(super) type Verdict = (SyntaxErrorClass, String, usize, usize);

/// Parses a file.
///
/// # Errors
///
/// The first error in CPython's words.
pub(super) fn parse(source: &Source, mode: Mode) -> Result<ast::Mod, Box<SyntaxError>> {
    let scan = scan(source);
    if let Some(error) = &scan.error {
        let error = error.clone();
        return Err(Box::new(SyntaxError::new(
            source,
            error.class,
            error.message,
            error.span,
        )));
    }
    let parser_mode = match mode {
        Mode::Eval => ParserMode::Expression,
        Mode::Exec | Mode::Single => ParserMode::Module,
    };
    let options = ParseOptions::from(parser_mode).with_target_version(PythonVersion::PY314);
    let parsed = parse_unchecked(&source.text, options);
    let Some(error) = parsed.errors().first() else {
        return match parsed.unsupported_syntax_errors().first() {
            Some(error) => Err(Box::new(unsupported(source, error))),
            None => Ok(parsed.into_syntax()),
        };
    };
    let verdict = Translation {
        source,
        look: Look::new(source, &scan.tokens),
        scan: &scan,
        root: parsed.syntax(),
        error,
    }
    .verdict();
    Err(Box::new(error_from(source, verdict)))
}

/// What the parser takes although 3.14 does not have it yet.
fn unsupported(source: &Source, error: &ruff_python_parser::UnsupportedSyntaxError) -> SyntaxError {
    let range = error.range;
    let text = &source.text[range.start().to_usize()..range.end().to_usize()];
    let message = if text.starts_with("**") {
        "dict unpacking cannot be used in dict comprehension"
    } else if text.starts_with('*') {
        "iterable unpacking cannot be used in comprehension"
    } else {
        "invalid syntax"
    };
    let (start, mut end) = (range.start().to_usize(), range.end().to_usize());
    if text.starts_with("**") {
        end = start + 2;
    }
    let verdict = (SyntaxErrorClass::Syntax, message.to_owned(), start, end);
    error_from(source, verdict)
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
    root: &'t ast::Mod,
    pub(super) error: &'t ParseError,
}

impl Translation<'_> {
    fn verdict(&self) -> Verdict {
        let at = self.error.location.start().to_usize();
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
        let end = self.error.location.end().to_usize();
        match &self.error.error {
            ParseErrorType::Lexical(error) => self.lexical(error, at, end),
            ParseErrorType::FStringError(error) => self.format_error(error, 'f', at),
            ParseErrorType::TStringError(error) => self.format_error(error, 't', at),
            ParseErrorType::UnexpectedIndentation => {
                let class = SyntaxErrorClass::Indentation;
                (class, "unexpected indent".to_owned(), end - 1, end)
            }
            ParseErrorType::InvalidAssignmentTarget => self.target(Role::Assign),
            ParseErrorType::InvalidAugmentedAssignmentTarget => self.target(Role::Augment),
            ParseErrorType::InvalidDeleteTarget => self.target(Role::Delete),
            ParseErrorType::InvalidNamedAssignmentTarget => self.walrus_target(at),
            ParseErrorType::InvalidAnnotatedAssignmentTarget => {
                Self::syntax("illegal target for annotation", at, end)
            }
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                Self::syntax("Generator expression must be parenthesized", at, end)
            }
            ParseErrorType::PositionalAfterKeywordArgument => {
                self.at_closing(at, "positional argument follows keyword argument")
            }
            ParseErrorType::PositionalAfterKeywordUnpacking => {
                self.at_closing(at, "positional argument follows keyword argument unpacking")
            }
            ParseErrorType::InvalidArgumentUnpackingOrder => {
                let message = "iterable argument unpacking follows keyword argument unpacking";
                let start = self.look.index_at(at).saturating_sub(1);
                Self::syntax(message, self.look.range(start).0, end)
            }
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                let message = "parameter without a default follows parameter with a default";
                Self::syntax(message, at, self.look.range(self.look.index_at(at)).1)
            }
            ParseErrorType::ExpectedKeywordParam => self.bare_star(at),
            ParseErrorType::ParamAfterVarKeywordParam => {
                self.first_token(at, "arguments cannot follow var-keyword argument")
            }
            ParseErrorType::VarParameterWithDefault => self.variadic_default(at),
            ParseErrorType::InvalidStarredExpressionUsage => self.starred(at, end),
            ParseErrorType::ExpectedExpression | ParseErrorType::EmptySlice => {
                self.expected_expression(at)
            }
            ParseErrorType::ExpectedRealNumber => {
                Self::syntax("real number required in complex literal", at, end)
            }
            ParseErrorType::ExpectedImaginaryNumber => {
                Self::syntax("imaginary number required in complex literal", at, end)
            }
            ParseErrorType::EmptyImportNames if self.look.is_line_end(at) => {
                Self::syntax("Expected one or more names after 'import'", at, at)
            }
            ParseErrorType::EmptyTypeParams => {
                Self::syntax("Type parameter list cannot be empty", at, at)
            }
            ParseErrorType::InvalidMatchPatternTarget if self.look.text_before(at) == "as" => {
                Self::syntax("cannot use '_' as a target", at, end)
            }
            ParseErrorType::SimpleStatementsOnSameLine => self.second_statement(at),
            ParseErrorType::ExpectedToken { .. } => self.unexpected_token(at),
            ParseErrorType::OtherError(message) => self.other(message, at, end),
            _ => self.invalid(at),
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

    fn target(&self, role: Role) -> Verdict {
        let range = self.error.location;
        let (start, end) = (range.start().to_usize(), range.end().to_usize());
        let Some(found) = find(self.root, range) else {
            return self.invalid(start);
        };
        let message = target_message(&found, role, &self.look);
        Self::syntax(message, start, end)
    }

    fn walrus_target(&self, at: usize) -> Verdict {
        let range = self.error.location;
        let Some(found) = find(self.root, range) else {
            return self.invalid(at);
        };
        let index = self.look.index_at(range.end().to_usize());
        if self.look.opener_is_call(self.look.index_at(at)) {
            return self.invalid(self.look.range(index).0);
        }
        let message = format!(
            "cannot use assignment expressions with {}",
            kind_name(found.expr)
        );
        Self::syntax(message, at, range.end().to_usize())
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

    fn lexical(&self, error: &LexicalErrorType, at: usize, end: usize) -> Verdict {
        let (start, stop) = self.look.string_around(at);
        match error {
            LexicalErrorType::UnicodeError
            | LexicalErrorType::MissingUnicodeLbrace
            | LexicalErrorType::MissingUnicodeRbrace => {
                let message = super::escapes::complaint(&self.source.text[start..stop]);
                Self::syntax(message, start, stop)
            }
            LexicalErrorType::InvalidByteLiteral => {
                let message = "bytes can only contain ASCII literal characters";
                Self::syntax(message, start, stop)
            }
            LexicalErrorType::FStringError(error) => self.format_error(error, 'f', at),
            LexicalErrorType::TStringError(error) => self.format_error(error, 't', at),
            LexicalErrorType::UnrecognizedToken { .. } => Self::syntax("invalid syntax", at, end),
            _ => self.invalid(at),
        }
    }

    fn format_error(&self, error: &FormatError, letter: char, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let (start, end) = self.look.range(index);
        let message = match error {
            FormatError::InvalidConversionFlag => match self.look.text(index) {
                "}" | ":" => "missing conversion character".to_owned(),
                name if self.look.kind(index) == Kind::Name => {
                    format!("invalid conversion character '{name}': expected 's', 'r', or 'a'")
                }
                _ => "invalid conversion character".to_owned(),
            },
            FormatError::LambdaWithoutParentheses => {
                let start = self.look.find_back(index, "lambda").unwrap_or(start);
                let end = self.look.colon_after(start);
                return Self::syntax(
                    format!(
                        "{letter}-string: lambda expressions are not allowed without parentheses"
                    ),
                    start,
                    end,
                );
            }
            FormatError::ConversionFlagNotImmediatelyAfterExclamation => {
                "conversion type must come right after the exclamation mark".to_owned()
            }
            FormatError::NewlineInFormatSpec => {
                "newlines are not allowed in format specifiers when using single quotes".to_owned()
            }
            FormatError::UnclosedLbrace => {
                if self.look.find_in_field(index, "!") {
                    "expecting ':' or '}'".to_owned()
                } else if let Some((start, end)) = self.look.forgotten_comma(index) {
                    let message = "invalid syntax. Perhaps you forgot a comma?";
                    return Self::syntax(message, start, end);
                } else {
                    "expecting '=', or '!', or ':', or '}'".to_owned()
                }
            }
            _ => "expecting '}'".to_owned(),
        };
        Self::syntax(format!("{letter}-string: {message}"), start, end)
    }

    /// The parser's messages without a type of their own.
    fn other(&self, message: &str, at: usize, end: usize) -> Verdict {
        if message.starts_with("Expected an indented block") {
            return self.look.expected_block(at);
        }
        let index = self.look.index_at(at);
        let (start, stop) = self.look.range(index);
        let before_try = message.starts_with("Expected `except` or `finally`");
        if before_try {
            return if self.look.kind(index) == Kind::End {
                let at = self.source.text.trim_end_matches('\n').len();
                Self::syntax("expected 'except' or 'finally' block", at, at + 1)
            } else {
                Self::syntax("expected 'except' or 'finally' block", start, stop)
            };
        }
        let says = |words: &str| message.starts_with(words);
        if says("Cannot have both 'except' and 'except*'") {
            let message = "cannot have both 'except' and 'except*' on the same 'try'";
            let is_star = self.look.text(index + 1) == "*";
            let stop = if is_star {
                self.look.range(index + 1).1
            } else {
                stop
            };
            return Self::syntax(message, start, stop);
        }
        if says("Expected one or more exception types") {
            return Self::syntax("expected one or more exception types", start, stop);
        }
        if says("Multiple exception types must be parenthesized") {
            let message = "multiple exception types must be parenthesized when using 'as'";
            let end = self.look.text_end_before_colon(index);
            return Self::syntax(message, start, end);
        }
        if says("Only single target") {
            let message = format!("o{}", &message[1..]);
            return Self::syntax(message, at, end);
        }
        if says("Only one '*'") {
            return Self::syntax("* argument may appear only once", start, stop);
        }
        if says("Only one '/'") {
            return Self::syntax("/ may appear only once", start, stop);
        }
        if says("'/' parameter must appear before '*'") {
            return Self::syntax("/ must be ahead of *", start, stop);
        }
        if says("Position-only parameter separator") {
            return Self::syntax("at least one argument must precede /", start, stop);
        }
        if says("Bytes literal cannot be mixed") {
            let next = self.look.range(self.look.index_at(end));
            return Self::syntax("cannot mix bytes and nonbytes literals", next.0, next.1);
        }
        if says("Cannot mix t-string") {
            let message = "cannot mix t-string literals with string or bytes literals";
            return Self::syntax(message, at, end);
        }
        if says("Trailing comma not allowed") {
            let next = self.look.range(index + 1);
            let message = if self.look.text(self.look.statement_start(index)) == "from" {
                "trailing comma not allowed without surrounding parentheses"
            } else {
                "invalid syntax"
            };
            return Self::syntax(message, next.0, next.1);
        }
        if says("Star import must be the only import") {
            return self.invalid(self.look.range(index + 1).0);
        }
        if says("Positional patterns cannot follow keyword patterns") {
            return Self::syntax("positional patterns follow keyword patterns", at, end);
        }
        if says("Invalid decimal integer literal") {
            return self.invalid(at);
        }
        if says("Expected a pattern") && self.look.text(index) == "-" {
            return self.invalid(self.look.range(index + 1).0);
        }
        if says("Expected symbol after `as`") || says("Expected name after `as`") {
            let first = self.look.statement_start(index);
            if let Some(verdict) = self.look.bad_name_after_as(index, first) {
                return verdict;
            }
        }
        if says("Expected a parameter name") && self.look.opener_is_call(index) {
            return self.bad_keyword(at, end);
        }
        self.invalid(at)
    }
}
