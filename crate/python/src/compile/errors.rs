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

struct Translation<'t> {
    source: &'t Source,
    look: Look<'t>,
    scan: &'t Scan,
    root: &'t ast::Mod,
    error: &'t ParseError,
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

    fn syntax(message: impl Into<String>, start: usize, end: usize) -> Verdict {
        (SyntaxErrorClass::Syntax, message.into(), start, end)
    }

    /// "invalid syntax" at the token that starts at or after an offset.
    fn invalid(&self, at: usize) -> Verdict {
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

    fn expected_expression(&self, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let text = self.look.text(index);
        let before = self.look.text(index.saturating_sub(1));
        let (start, end) = self.look.range(index);
        if let Some(message) = self.look.empty_field(index) {
            return Self::syntax(message, start, end);
        }
        if self.look.is_field_end(index)
            && before == ":"
            && let Some(start) = self.look.lambda_in_field(index)
        {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            return Self::syntax(message, start, self.look.colon_after(start));
        }
        if self.look.is_field_end(index) && self.look.is_operator(index.saturating_sub(1)) {
            let (start, end) = self.look.range(index - 1);
            let message = "f-string: expecting '=', or '!', or ':', or '}'";
            return Self::syntax(message, start, end);
        }
        if text == "<>" {
            let message = "invalid syntax.  Maybe you meant '!=' instead of '<>'?";
            return Self::syntax(message, start, end);
        }
        match before {
            "else" if self.look.is_line_end(at) => Self::syntax(
                "expected expression after 'else', but statement is given",
                start,
                end,
            ),
            "=" if text == ")" || text == "," => self.missing_value(index),
            ":" if text == "}" || text == "," => {
                let (start, end) = self.look.range(index - 1);
                if self.look.opener_text(index) == "{" {
                    let message = "expression expected after dictionary key and ':'";
                    Self::syntax(message, start, end)
                } else {
                    self.invalid(at)
                }
            }
            "*" if text == ")" || text == "]" => {
                Self::syntax("Invalid star expression", start, end)
            }
            "(" if text == "**" => {
                Self::syntax("cannot use double starred expression here", start, end)
            }
            _ => self.invalid(at),
        }
    }

    /// `f(a=)` or `def f(a=)`.
    fn missing_value(&self, index: usize) -> Verdict {
        if self.look.opener_is_definition(index) {
            let (start, end) = self.look.range(index - 1);
            return Self::syntax("expected default value expression", start, end);
        }
        let start = self.look.range(index.saturating_sub(2)).0;
        let end = self.look.range(index - 1).1;
        Self::syntax("expected argument value expression", start, end)
    }

    /// Two things on one line that do not go together.
    fn second_statement(&self, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let first = self.look.statement_start(index);
        let text = self.look.text(first);
        if index == first + 1 && matches!(text, "print" | "exec") && !self.look.is_keyword(index) {
            let mut end = self.look.skip_expression(index, true);
            while let Some(comma) = end
                && self.look.text(comma) == ","
            {
                match self.look.skip_expression(comma + 1, true) {
                    Some(next) => end = Some(next),
                    None => break,
                }
            }
            if let Some(end) = end {
                let message =
                    format!("Missing parentheses in call to '{text}'. Did you mean {text}(...)?");
                let start = self.look.range(first).0;
                return Self::syntax(message, start, self.look.range(end - 1).1);
            }
        }
        if text == "import" && self.look.text(index) == "from" {
            let last = self.look.line_end(index) - 1;
            let message = "Did you mean to use 'from ... import ...' instead?";
            let start = self.look.range(first).0;
            return Self::syntax(message, start, self.look.range(last).1);
        }
        let is_alias = text == "type" && index == first + 1;
        if is_alias || self.look.text(index) == "not" {
            return self.invalid(self.look.range(index + 1).0);
        }
        self.invalid(at)
    }

    fn unexpected_token(&self, at: usize) -> Verdict {
        use ruff_python_ast::token::TokenKind;
        let ParseErrorType::ExpectedToken { expected, .. } = &self.error.error else {
            return self.invalid(at);
        };
        let index = self.look.index_at(at);
        let (start, end) = self.look.range(index);
        let first = self.look.statement_start(index);
        if self.look.text(index) == "=" {
            return self.misplaced_assignment(index);
        }
        if self.look.text(index) == "(" && self.look.text(index.saturating_sub(1)) == "lambda" {
            let end = self.look.range(self.look.matching(index)).1;
            let message = "Lambda expression parameters cannot be parenthesized";
            return Self::syntax(message, start, end);
        }
        if let Some(kind) = self.look.bounded_parameter(index) {
            let stop = self.look.skip_expression(index + 1, true);
            let stop = stop.map_or(end, |index| self.look.range(index - 1).1);
            return Self::syntax(format!("cannot use bound with {kind}"), start, stop);
        }
        match expected {
            TokenKind::Else if self.look.text(index) != ":" => {
                let condition = self.look.start_of_operand(index);
                let body = self.look.start_of_operand(condition.saturating_sub(1));
                let start = self.look.range(body).0;
                let end = self.look.range(index.saturating_sub(1)).1;
                Self::syntax("expected 'else' after 'if' expression", start, end)
            }
            TokenKind::Colon if self.look.opener_text(index) == "{" => {
                let key = self.look.start_of_operand(index);
                let start = self.look.range(key).0;
                Self::syntax("':' expected after dictionary key", start, start + 1)
            }
            TokenKind::Colon if self.look.token(index).level == 0 => {
                let keyword = match self.look.text(first) {
                    "async" => self.look.text(first + 1),
                    text => text,
                };
                let is_forced = matches!(keyword, "def" | "class" | "else" | "try" | "finally");
                let target = self.look.bad_name_after_as(index, first);
                if let Some(verdict) = target {
                    return verdict;
                }
                if is_forced || self.look.kind(index) == Kind::Newline {
                    return Self::syntax("expected ':'", start, end);
                }
                self.invalid(at)
            }
            TokenKind::Lpar
                if self.look.text(first) == "def" || self.look.text(first) == "async" =>
            {
                Self::syntax("expected '('", start, end)
            }
            TokenKind::In if self.look.token(index).level > 0 => {
                Self::syntax("'in' expected after for-loop variables", start, end)
            }
            _ => self.between_expressions(index, at),
        }
    }

    fn between_expressions(&self, index: usize, at: usize) -> Verdict {
        let first = self.look.statement_start(index);
        if let Some(verdict) = self.look.bad_name_after_as(index, first) {
            return verdict;
        }
        if self.look.text(index) == "for"
            && matches!(self.look.opener_text(index), "[" | "{")
            && let Some(opener) = self.look.opener(index)
        {
            let message = "did you forget parentheses around the comprehension target?";
            let start = self.look.range(opener + 1).0;
            return Self::syntax(message, start, self.look.range(index - 1).1);
        }
        if self.look.text(index) == "(" && self.look.opener_is_definition(index) {
            let close = self.look.matching(index);
            let (start, end) = (self.look.range(index).0, self.look.range(close).1);
            return Self::syntax("Function parameters cannot be parenthesized", start, end);
        }
        match self.look.forgotten_comma(index) {
            Some((start, end)) => {
                let message = "invalid syntax. Perhaps you forgot a comma?";
                Self::syntax(message, start, end)
            }
            None => self.invalid(at),
        }
    }

    /// `=` in an expression.
    fn misplaced_assignment(&self, index: usize) -> Verdict {
        let invalid = || {
            let (start, end) = self.look.range(index);
            Self::syntax("invalid syntax", start, end)
        };
        let start = self.look.start_of_sum(index);
        let Some(end) = self.look.skip_expression(index + 1, false) else {
            return invalid();
        };
        if matches!(self.look.text(end), "=" | ":=") || start == index {
            return invalid();
        }
        let before = self.look.text(start.saturating_sub(1));
        if self.look.opener_is_call(index) {
            return invalid();
        }
        if !matches!(before, "if" | "elif" | "while" | "(" | "[" | "{" | ",") {
            return invalid();
        }
        let from = self.look.range(start).0;
        if start + 1 == index && self.look.kind(start) == Kind::Name {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return Self::syntax(message, from, self.look.range(end - 1).1);
        }
        let what = self.look.kind_of_operand(start, index);
        let message = format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?");
        Self::syntax(message, from, self.look.range(index - 1).1)
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

    /// `f(a.b=1)`
    fn bad_keyword(&self, at: usize, end: usize) -> Verdict {
        let equals = self.look.index_at(end);
        let name = &self.source.text[at..end];
        let stop = self.look.range(equals).1;
        if matches!(name, "True" | "False" | "None") {
            return Self::syntax(format!("cannot assign to {name}"), at, stop);
        }
        let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
        Self::syntax(message, at, stop)
    }
}
