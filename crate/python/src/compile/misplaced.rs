//! Errors at a token that cannot stand where it stands.

use super::errors::{Translation, Verdict};
use super::parse::Symbol;
use super::tokens::Kind;

impl Translation<'_> {
    /// Something that is no expression where one must stand.
    pub(super) fn expected_expression(&self, at: usize) -> Verdict {
        let index = self.look.index_at(at);
        let text = self.look.text(index);
        let before = index
            .checked_sub(1)
            .map_or("", |index| self.look.text(index));
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
            "->" => {
                let (start, end) = self.look.range(index - 1);
                Self::syntax("expected ':'", start, end)
            }
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
    pub(super) fn second_statement(&self, at: usize) -> Verdict {
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

    /// A token other than the one that must stand here.
    pub(super) fn unexpected_token(&self, expected: Symbol, at: usize) -> Verdict {
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
            Symbol::Else if self.look.text(index) != ":" => {
                let condition = self.look.start_of_operand(index);
                let body = self.look.start_of_operand(condition.saturating_sub(1));
                let start = self.look.range(body).0;
                let end = self.look.range(index.saturating_sub(1)).1;
                Self::syntax("expected 'else' after 'if' expression", start, end)
            }
            Symbol::Colon if self.look.opener_text(index) == "{" => {
                let key = self.look.start_of_operand(index);
                let start = self.look.range(key).0;
                Self::syntax("':' expected after dictionary key", start, start + 1)
            }
            Symbol::Colon if self.look.token(index).level == 0 => {
                let keyword = match self.look.text(first) {
                    "async" => self.look.text(first + 1),
                    text => text,
                };
                let is_forced = matches!(keyword, "def" | "else" | "try" | "finally")
                    || (keyword == "class" && self.look.text(index.saturating_sub(1)) == ")");
                let target = self.look.bad_name_after_as(index, first);
                if let Some(verdict) = target {
                    return verdict;
                }
                if is_forced || self.look.kind(index) == Kind::Newline {
                    return Self::syntax("expected ':'", start, end);
                }
                self.invalid(at)
            }
            Symbol::LeftParen
                if self.look.text(first) == "def" || self.look.text(first) == "async" =>
            {
                Self::syntax("expected '('", start, end)
            }
            Symbol::In if self.look.token(index).level > 0 => {
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

    /// `f(a.b=1)`
    pub(super) fn bad_keyword(&self, at: usize, end: usize) -> Verdict {
        let equals = self.look.index_at(end);
        let name = self.look.slice(at, end);
        let stop = self.look.range(equals).1;
        if matches!(name, "True" | "False" | "None") {
            return Self::syntax(format!("cannot assign to {name}"), at, stop);
        }
        let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
        Self::syntax(message, at, stop)
    }
}
