//! String literals in the scanner, format strings with their fields included.

use loopscope_fast::contains;

use super::tokens::{Format, Kind, Scanned, Scanner, error_at, fail, offset};

impl Scanner<'_> {
    /// Reads a string literal whose quote comes next.
    pub(super) fn string(&mut self, start: usize, prefix: &str) -> Scanned<()> {
        let quote = self.byte(0);
        let is_triple = self.byte(1) == quote && self.byte(2) == quote;
        if prefix.contains(['f', 't']) {
            self.at += if is_triple { 3 } else { 1 };
            self.push(Kind::FormatStart, start);
            self.formats.push(Format {
                quote,
                is_triple,
                is_raw: contains(prefix, "r"),
                start,
                letter: if contains(prefix, "t") { 't' } else { 'f' },
                fields: Vec::new(),
            });
            return self.format_text(false);
        }
        let (is_raw, is_bytes) = (contains(prefix, "r"), contains(prefix, "b"));
        if is_triple {
            self.at += 3;
            loop {
                if self.is_at_end() {
                    return self.unterminated(start, "triple-quoted string");
                }
                match self.byte(0) {
                    b'\\' => self.escape(is_raw, is_bytes),
                    b if b == quote && self.byte(1) == quote && self.byte(2) == quote => break,
                    _ => self.at += 1,
                }
            }
            self.at += 3;
        } else {
            self.at += 1;
            while self.byte(0) != quote || self.is_at_end() {
                if self.is_at_end() || self.byte(0) == b'\n' {
                    if let Some(format) = self.formats.last()
                        && format.quote == quote
                        && !format.is_triple
                    {
                        let message = format!("{}-string: expecting '}}'", format.letter);
                        return fail(message, start);
                    }
                    let text = &self.text[start..self.at.min(self.text.len())];
                    let escaped = format!("\\{}", char::from(quote));
                    let has_quote = contains(text, &escaped);
                    let mut error = self.unterminated(start, "string");
                    if has_quote && let Err(error) = &mut error {
                        error.message += "; perhaps you escaped the end quote?";
                    }
                    return error;
                }
                if self.byte(0) == b'\\' {
                    self.escape(is_raw, is_bytes);
                } else {
                    self.at += 1;
                }
            }
            self.at += 1;
        }
        self.at = self.at.min(self.text.len());
        self.push(Kind::String, start);
        Ok(())
    }

    fn unterminated<T>(&self, start: usize, what: &str) -> Scanned<T> {
        let at = self.at.min(self.text.len());
        let mut line = self.source.line_of(offset(at));
        if at == self.text.len() && self.text.ends_with('\n') {
            line -= 1;
        }
        let message = format!("unterminated {what} literal (detected at line {line})");
        fail(message, start)
    }

    /// Reads the text of the innermost format string up to a field or its end.
    pub(super) fn format_text(&mut self, in_spec: bool) -> Scanned<()> {
        let Some(format) = self.formats.last() else {
            return Ok(());
        };
        let (quote, is_triple, is_raw) = (format.quote, format.is_triple, format.is_raw);
        let text_start = self.at;
        let (opened, letter) = (format.start, format.letter);
        loop {
            let byte = self.byte(0);
            if self.is_at_end() || (byte == b'\n' && !is_triple) {
                if in_spec {
                    let message = format!("{letter}-string: expecting '}}', or format specs");
                    return fail(message, self.at);
                }
                let kind = if is_triple { "triple-quoted " } else { "" };
                return self.unterminated(opened, &format!("{kind}{letter}-string"));
            }
            let ends =
                byte == quote && (!is_triple || (self.byte(1) == quote && self.byte(2) == quote));
            if ends {
                if in_spec {
                    let message = format!("{letter}-string: expecting '}}', or format specs");
                    return fail(message, self.at);
                }
                self.show_text(text_start);
                let start = self.at;
                self.at += if is_triple { 3 } else { 1 };
                self.formats.pop();
                self.push(Kind::FormatEnd, start);
                return Ok(());
            }
            match byte {
                b'{' if self.byte(1) == b'{' && !in_spec => self.at += 2,
                b'{' => {
                    self.show_text(text_start);
                    let start = self.at;
                    self.at += 1;
                    self.push(Kind::Op, start);
                    self.open_bracket('{', start)?;
                    let level = self.open.len();
                    if let Some(format) = self.formats.last_mut() {
                        format.fields.push(level);
                    }
                    return Ok(());
                }
                b'}' if in_spec => {
                    self.show_text(text_start);
                    return Ok(());
                }
                b'}' if self.byte(1) == b'}' => self.at += 2,
                b'}' => {
                    let message = format!("{letter}-string: single '}}' is not allowed");
                    return fail(message, self.at);
                }
                b'\\' if matches!(self.byte(1), b'{' | b'}') => self.at += 1,
                b'\\' if !is_raw && self.byte(1) == b'N' && self.byte(2) == b'{' => {
                    let rest = self.rest();
                    self.at += rest.find(['}', '\n']).map_or(3, |length| length + 1);
                }
                b'\\' => self.escape(is_raw, false),
                _ => self.at += 1,
            }
        }
    }
}

impl Scanner<'_> {
    /// Makes the text of a format string a token, if that is wanted.
    fn show_text(&mut self, start: usize) {
        if self.is_lenient && start < self.at {
            self.push(Kind::FormatText, start);
        }
    }
}

/// Whether a name before a quote belongs to the string.
pub(super) fn is_string_prefix(name: &str) -> bool {
    matches!(
        &*name.to_ascii_lowercase(),
        "r" | "u" | "b" | "f" | "t" | "br" | "rb" | "fr" | "rf" | "tr" | "rt"
    )
}

/// Complains of string prefixes that cannot go together.
pub(super) fn check_prefix(name: &str, start: usize) -> Scanned<()> {
    let lower = name.to_ascii_lowercase();
    let is_prefix = lower.len() <= 3
        && lower
            .chars()
            .all(|c| matches!(c, 'r' | 'u' | 'b' | 'f' | 't'));
    if !is_prefix {
        return Ok(());
    }
    for (a, b) in [
        ('u', 'b'),
        ('u', 'r'),
        ('u', 'f'),
        ('u', 't'),
        ('b', 'f'),
        ('b', 't'),
        ('f', 't'),
    ] {
        let has = |letter| lower.chars().any(|c| c == letter);
        if has(a) && has(b) {
            let message = format!("'{a}' and '{b}' prefixes are incompatible");
            return Err(Box::new(error_at(message, start, start + name.len())));
        }
    }
    Ok(())
}
