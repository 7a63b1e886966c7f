//! Looking around in the tokens near an error.

use super::SyntaxErrorClass;
use super::errors::Verdict;
use super::tokens::{Kind, Token, is_keyword};
use crate::code::Source;

/// The tokens of a text.
#[derive(Clone, Copy)]
pub(super) struct Look<'t> {
    source: &'t Source,
    tokens: &'t [Token],
}

impl<'t> Look<'t> {
    /// Looks at a file's tokens.
    pub(super) fn new(source: &'t Source, tokens: &'t [Token]) -> Self {
        Self { source, tokens }
    }

    /// A stretch of the text.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        &self.source.text[start..end]
    }

    /// A token; behind the last one stands the last.
    pub(super) fn token(&self, index: usize) -> Token {
        self.tokens[index.min(self.tokens.len() - 1)]
    }

    /// Its kind.
    pub(super) fn kind(&self, index: usize) -> Kind {
        self.token(index).kind
    }

    /// Its text.
    pub(super) fn text(&self, index: usize) -> &'t str {
        let token = self.token(index);
        &self.source.text[token.start..token.end]
    }

    /// The range that CPython marks for it: the end of a line is one character.
    pub(super) fn range(&self, index: usize) -> (usize, usize) {
        let token = self.token(index);
        match token.kind {
            Kind::FormatStart => {
                let close = self.matching_format(index);
                (token.start, self.token(close).end)
            }
            Kind::End => (token.start, token.start + 1),
            _ => (token.start, token.end),
        }
    }

    /// The first token that does not end before an offset.
    pub(super) fn index_at(&self, at: usize) -> usize {
        let index = self
            .tokens
            .partition_point(|token| token.start < at && token.end <= at);
        index.min(self.tokens.len() - 1)
    }

    /// The text of the token at an offset.
    pub(super) fn text_after(&self, at: usize) -> &'t str {
        self.text(self.index_at(at))
    }

    /// Whether the line ends at an offset.
    pub(super) fn is_line_end(&self, at: usize) -> bool {
        matches!(self.kind(self.index_at(at)), Kind::Newline | Kind::End)
    }

    /// Whether a token is a keyword that is not a value.
    pub(super) fn is_keyword(&self, index: usize) -> bool {
        self.kind(index) == Kind::Name && is_keyword(self.text(index))
    }

    /// Whether a token is an operator, not a bracket.
    pub(super) fn is_operator(&self, index: usize) -> bool {
        self.kind(index) == Kind::Op
            && !matches!(self.text(index), "(" | ")" | "[" | "]" | "{" | "}")
    }

    /// The first token of the logical line, or of the statement after a `;` or a compound
    /// statement's `:`.
    pub(super) fn statement_start(&self, index: usize) -> usize {
        let mut at = index;
        while at > 0 {
            let before = self.token(at - 1);
            if before.kind == Kind::Newline
                || (before.level == 0 && matches!(self.text(at - 1), ";"))
            {
                break;
            }
            at -= 1;
        }
        at
    }

    /// The token that ends the logical line.
    pub(super) fn line_end(&self, index: usize) -> usize {
        let mut at = index;
        while !matches!(self.kind(at), Kind::Newline | Kind::End) {
            at += 1;
        }
        at
    }

    /// The innermost bracket open around a token.
    pub(super) fn opener(&self, index: usize) -> Option<usize> {
        let level = self.token(index).level;
        let is_closing =
            matches!(self.text(index), ")" | "]" | "}") && self.kind(index) == Kind::Op;
        let level = if is_closing { level + 1 } else { level };
        if level == 0 {
            return None;
        }
        (0..index).rev().find(|&at| {
            self.token(at).level + 1 == level && matches!(self.text(at), "(" | "[" | "{")
        })
    }

    /// Its text, or nothing.
    pub(super) fn opener_text(&self, index: usize) -> &'t str {
        self.opener(index).map_or("", |at| self.text(at))
    }

    /// Whether a token stands in the parentheses of a call.
    pub(super) fn opener_is_call(&self, index: usize) -> bool {
        self.opener(index).is_some_and(|at| {
            self.text(at) == "("
                && at > 0
                && self.ends_operand(at - 1)
                && !self.opener_is_definition(index)
        })
    }

    /// Whether a token stands in the parentheses of a `def`.
    pub(super) fn opener_is_definition(&self, index: usize) -> bool {
        self.opener(index)
            .is_some_and(|at| self.text(at) == "(" && at > 1 && self.text(at - 2) == "def")
    }

    /// The bracket that closes the one a token stands in.
    pub(super) fn closing_after(&self, index: usize) -> usize {
        match self.opener(index) {
            Some(opener) => self.matching(opener),
            None => index,
        }
    }

    /// The bracket that closes an opening one.
    pub(super) fn matching(&self, opener: usize) -> usize {
        let level = self.token(opener).level;
        (opener + 1..self.tokens.len())
            .find(|&at| self.token(at).level <= level && matches!(self.text(at), ")" | "]" | "}"))
            .unwrap_or(self.tokens.len() - 1)
    }

    fn matching_format(&self, start: usize) -> usize {
        let level = self.token(start).level;
        (start + 1..self.tokens.len())
            .find(|&at| self.token(at).level == level && self.kind(at) == Kind::FormatEnd)
            .unwrap_or(start)
    }

    /// Whether a token can end an operand.
    fn ends_operand(&self, index: usize) -> bool {
        match self.kind(index) {
            Kind::Number | Kind::String | Kind::FormatEnd => true,
            Kind::Name => !self.is_keyword(index),
            Kind::Op => matches!(self.text(index), ")" | "]" | "}" | "..."),
            _ => false,
        }
    }

    /// Goes back to where the operand that ends before a token began: a `disjunction` of the
    /// grammar.
    pub(super) fn start_of_operand(&self, index: usize) -> usize {
        self.go_back(index, |text| {
            !matches!(
                text,
                "," | "="
                    | ":"
                    | ":="
                    | ";"
                    | "if"
                    | "else"
                    | "for"
                    | "lambda"
                    | "return"
                    | "yield"
                    | "print"
                    | "async"
                    | "elif"
                    | "while"
                    | "assert"
                    | "->"
                    | "**"
                    | "del"
                    | "from"
            ) || text == "print"
        })
    }

    /// The same for a sum without comparisons.
    pub(super) fn start_of_sum(&self, index: usize) -> usize {
        self.go_back(index, |text| {
            !matches!(
                text,
                "," | "="
                    | ":"
                    | ":="
                    | ";"
                    | "if"
                    | "else"
                    | "for"
                    | "lambda"
                    | "return"
                    | "yield"
                    | "elif"
                    | "while"
                    | "assert"
                    | "and"
                    | "or"
                    | "not"
                    | "in"
                    | "is"
                    | "=="
                    | "!="
                    | "<"
                    | ">"
                    | "<="
                    | ">="
            )
        })
    }

    fn go_back(&self, index: usize, is_part: impl Fn(&str) -> bool) -> usize {
        let level = self.token(index.saturating_sub(1)).level;
        let mut at = index;
        while at > 0 {
            let before = self.token(at - 1);
            if before.level < level || before.kind == Kind::Newline {
                break;
            }
            if before.level == level && matches!(self.text(at - 1), "(" | "[" | "{") && at == index
            {
                break;
            }
            if before.level == level && !is_part(self.text(at - 1)) {
                break;
            }
            at -= 1;
        }
        at
    }

    /// The token after the expression that begins at a token, if one does; `is_full` takes
    /// comparisons, `and`, `if` too.
    pub(super) fn skip_expression(&self, index: usize, is_full: bool) -> Option<usize> {
        let mut at = index;
        loop {
            at = self.skip_operand(at)?;
            let text = self.text(at);
            let is_binary = matches!(
                text,
                "+" | "-" | "*" | "/" | "//" | "%" | "@" | "**" | "<<" | ">>" | "&" | "|" | "^"
            ) && self.kind(at) == Kind::Op;
            let is_comparison = matches!(
                text,
                "<" | ">" | "<=" | ">=" | "==" | "!=" | "and" | "or" | "in" | "is" | "if" | "else"
            );
            if is_binary || (is_full && is_comparison) {
                at += 1;
            } else if is_full && text == "not" && self.text(at + 1) == "in" {
                at += 2;
            } else {
                return Some(at);
            }
        }
    }

    fn skip_operand(&self, index: usize) -> Option<usize> {
        let mut at = index;
        while matches!(self.text(at), "+" | "-" | "~" | "not" | "await") {
            at += 1;
        }
        at = match self.kind(at) {
            Kind::Name if self.is_keyword(at) => return None,
            Kind::Name | Kind::Number => at + 1,
            Kind::String | Kind::FormatStart => self.skip_strings(at),
            Kind::Op if matches!(self.text(at), "(" | "[" | "{") => self.matching(at) + 1,
            Kind::Op if self.text(at) == "..." => at + 1,
            _ => return None,
        };
        loop {
            at = match self.text(at) {
                "." if self.kind(at + 1) == Kind::Name => at + 2,
                "(" | "[" => self.matching(at) + 1,
                _ => return Some(at),
            };
        }
    }

    fn skip_strings(&self, index: usize) -> usize {
        let mut at = index;
        loop {
            at = match self.kind(at) {
                Kind::String => at + 1,
                Kind::FormatStart => self.matching_format(at) + 1,
                _ => return at,
            };
        }
    }

    /// The range of two expressions side by side in brackets, the second of which begins at a
    /// token.
    pub(super) fn forgotten_comma(&self, index: usize) -> Option<(usize, usize)> {
        if self.token(index).level == 0 || index == 0 || !self.ends_operand(index - 1) {
            return None;
        }
        let first = self.start_of_operand(index);
        if first == index || self.opener_is_definition(index) {
            return None;
        }
        if self.kind(first) == Kind::Name
            && self.kind(first + 1) == Kind::String
            && first + 1 == index
        {
            return None;
        }
        let end = self.skip_expression(index, true)?;
        Some((self.range(first).0, self.range_back(end - 1)))
    }

    /// Where a token ends.
    fn range_back(&self, index: usize) -> usize {
        self.token(index).end
    }

    /// What `kind_name` would say of the operand between two tokens.
    pub(super) fn kind_of_operand(&self, start: usize, end: usize) -> &'static str {
        if start + 1 == end {
            return match (self.kind(start), self.text(start)) {
                (_, "True") => "True",
                (_, "False") => "False",
                (_, "None") => "None",
                (Kind::Name, _) => "name",
                _ => "literal",
            };
        }
        if self.skip_operand(start) != Some(end) || matches!(self.text(start), "+" | "-" | "~") {
            return "expression";
        }
        match self.text(end - 1) {
            ")" if self.opener(end - 1).is_some_and(|at| at > start) => "function call",
            "]" if self.opener(end - 1).is_some_and(|at| at > start) => "subscript",
            _ if self.text(end.saturating_sub(2)) == "." => "attribute",
            _ => "expression",
        }
    }

    /// The complaint about a field of a format string that begins with its end.
    pub(super) fn empty_field(&self, index: usize) -> Option<String> {
        let text = self.text(index);
        let opener = index.checked_sub(1)?;
        let is_field = self.text(opener) == "{" && self.is_field_opener(opener);
        let is_end = matches!(text, "}" | "!" | ":" | "=");
        (is_field && is_end).then(|| format!("f-string: valid expression required before '{text}'"))
    }

    /// Whether a brace opens a replacement field.
    fn is_field_opener(&self, index: usize) -> bool {
        let level = self.token(index).level;
        (0..index)
            .rev()
            .find(|&at| self.token(at).level <= level)
            .is_some_and(|at| {
                self.kind(at) == Kind::FormatStart
                    || (self.text(at) == "}"
                        && self.kind(at) == Kind::Op
                        && self.format_start_before(at))
            })
    }

    fn format_start_before(&self, index: usize) -> bool {
        let level = self.token(index).level;
        (0..index)
            .rev()
            .find(|&at| {
                self.token(at).level == level
                    && matches!(
                        self.kind(at),
                        Kind::FormatStart | Kind::FormatEnd | Kind::Newline
                    )
            })
            .is_some_and(|at| self.kind(at) == Kind::FormatStart)
    }

    /// Whether a token ends the expression of a replacement field.
    pub(super) fn is_field_end(&self, index: usize) -> bool {
        matches!(self.text(index), "}" | "!" | ":")
            && self
                .opener(index)
                .is_some_and(|at| self.is_field_opener(at))
    }

    /// Whether a text stands between a field's opening brace and a token.
    pub(super) fn find_in_field(&self, index: usize, text: &str) -> bool {
        self.opener(index)
            .is_some_and(|opener| (opener..index).any(|at| self.text(at) == text))
    }

    /// The offset of a `lambda` in the field that a token ends.
    pub(super) fn lambda_in_field(&self, index: usize) -> Option<usize> {
        let opener = self.opener(index)?;
        let found = (opener..index).find(|&at| self.text(at) == "lambda")?;
        Some(self.token(found).start)
    }

    /// The offset of the last token with a text before another.
    pub(super) fn find_back(&self, index: usize, text: &str) -> Option<usize> {
        (0..index)
            .rev()
            .find(|&at| self.text(at) == text)
            .map(|at| self.token(at).start)
    }

    /// Where the first colon after an offset ends.
    pub(super) fn colon_after(&self, at: usize) -> usize {
        let first = self.index_at(at);
        (first..self.tokens.len())
            .find(|&index| self.text(index) == ":")
            .map_or(at, |index| self.token(index).end)
    }

    /// The kind of the starred type parameter that a colon follows.
    pub(super) fn bounded_parameter(&self, index: usize) -> Option<&'static str> {
        if self.text(index) != ":" || self.opener_text(index) != "[" || index < 2 {
            return None;
        }
        match self.text(index - 2) {
            "*" => Some("TypeVarTuple"),
            "**" => Some("ParamSpec"),
            _ => None,
        }
    }

    /// The string literal that an offset is in.
    pub(super) fn string_around(&self, at: usize) -> (usize, usize) {
        let first = self.index_at(at);
        let found = (0..=first).rev().find_map(|index| {
            let is_string = matches!(self.kind(index), Kind::String | Kind::FormatStart);
            let range = self.range(index);
            (is_string && range.0 <= at && at <= range.1).then_some(range)
        });
        found.unwrap_or_else(|| self.range(first))
    }

    /// Where the tokens before the line's colon end.
    pub(super) fn text_end_before_colon(&self, index: usize) -> usize {
        let mut at = index;
        while !matches!(self.kind(at), Kind::Newline | Kind::End) && self.text(at) != ":" {
            at += 1;
        }
        self.token(at.saturating_sub(1)).end
    }

    /// The complaint about `as` with something that is not a name, in `import`, `except` and
    /// `case`.
    pub(super) fn bad_name_after_as(&self, index: usize, first: usize) -> Option<Verdict> {
        let mut alias = index;
        while alias > first && self.text(alias) != "as" {
            alias -= 1;
        }
        if alias == first || index > alias + 2 {
            return None;
        }
        let end = self.skip_expression(alias + 1, false)?;
        if end <= alias + 2 && self.kind(alias + 1) == Kind::Name {
            return None;
        }
        let what = self.kind_of_operand(alias + 1, end);
        let message = match self.text(first) {
            "import" | "from" => format!("cannot use {what} as import target"),
            "except" => format!("cannot use except statement with {what}"),
            "case" => format!("cannot use {what} as pattern target"),
            _ => return None,
        };
        let (start, stop) = (self.range(alias + 1).0, self.token(end - 1).end);
        Some((SyntaxErrorClass::Syntax, message, start, stop))
    }

    /// The complaint about a compound statement without a body.
    pub(super) fn expected_block(&self, at: usize) -> Verdict {
        let mut index = self.index_at(at);
        let mut newline = index;
        if self.kind(index) != Kind::Newline || index == 0 || self.text(index - 1) != ":" {
            newline = newline.saturating_sub(1);
        } else {
            index += 1;
        }
        let first = self.statement_start(newline);
        let mut keyword = first;
        if self.text(keyword) == "async" {
            keyword += 1;
        }
        let what = match self.text(keyword) {
            "def" => "function definition".to_owned(),
            "class" => "class definition".to_owned(),
            "except" if self.text(keyword + 1) == "*" => "'except*' statement".to_owned(),
            text => format!("'{text}' statement"),
        };
        let start = u32::try_from(self.token(keyword).start).unwrap_or(u32::MAX);
        let line = self.source.line_of(start);
        let message = format!("expected an indented block after {what} on line {line}");
        let (start, end) = if self.kind(index) == Kind::End {
            let at = self.source.text.trim_end_matches('\n').len();
            (at, at + 1)
        } else {
            self.range(index)
        };
        (SyntaxErrorClass::Indentation, message, start, end)
    }
}
