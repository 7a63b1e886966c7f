//! String literals, format strings with their fields included.

use loopscope_fast::contains;

use ruff_python_ast::{
    self as ast, AtomicNodeIndex, ConversionFlag, Expr, FStringPart, InterpolatedStringElement,
};
use ruff_text_size::Ranged;

use super::{Fault, FieldFault, Parsed, Parser, Symbol};

/// Literals side by side.
#[derive(Default)]
struct Literals {
    texts: Vec<ast::StringLiteral>,
    bytes: Vec<ast::BytesLiteral>,
    /// All parts, once one of them is an f-string.
    formats: Vec<FStringPart>,
    templates: Vec<ast::TString>,
}

impl Parser<'_> {
    /// One or more literals, which make one string.
    pub(super) fn strings(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let mut all = Literals::default();
        loop {
            match self.now {
                Symbol::String => self.plain_string(&mut all)?,
                Symbol::FormatStart => self.format_string(&mut all)?,
                _ => break,
            }
        }
        let range = self.since(start);
        let has_text = !all.texts.is_empty() || !all.formats.is_empty();
        if !all.bytes.is_empty() && (has_text || !all.templates.is_empty()) {
            let (start, end) = self.look().range(self.at);
            let message = "cannot mix bytes and nonbytes literals".to_owned();
            return self.fail_at(Fault::Said(message), start, end);
        }
        if !all.templates.is_empty() && has_text {
            let message = "cannot mix t-string literals with string or bytes literals".to_owned();
            return self.fail_range(Fault::Said(message), range);
        }
        Ok(all.joined(range))
    }

    fn plain_string(&mut self, all: &mut Literals) -> Parsed<()> {
        let token = self.token();
        let text = self.text();
        let quote = text.find(['\'', '"']).unwrap_or(0);
        let prefix = text[..quote].to_ascii_lowercase();
        let is_bytes = contains(&prefix, "b");
        let width = quote_width(&text[quote..]);
        let body = &text[quote + width..text.len().saturating_sub(width).max(quote + width)];
        if is_bytes && !body.is_ascii() {
            let message = "bytes can only contain ASCII literal characters";
            return self.fail(Fault::Literal(message));
        }
        let value = if contains(&prefix, "r") || !contains(body, "\\") {
            body.as_bytes().to_vec()
        } else {
            match unescape(body, is_bytes) {
                Some(value) => value,
                None => return self.fail(Fault::Escape),
            }
        };
        self.bump();
        let range = self.since(token.start);
        let node_index = AtomicNodeIndex::NONE;
        if is_bytes {
            all.bytes.push(ast::BytesLiteral {
                range,
                node_index,
                value: value.into(),
                flags: ast::BytesLiteralFlags::empty(),
            });
            return Ok(());
        }
        let literal = ast::StringLiteral {
            range,
            node_index,
            value: text_of(value),
            flags: ast::StringLiteralFlags::empty(),
        };
        if all.formats.is_empty() {
            all.texts.push(literal);
        } else {
            all.formats.push(FStringPart::Literal(literal));
        }
        Ok(())
    }

    fn format_string(&mut self, all: &mut Literals) -> Parsed<()> {
        let start = self.start();
        let prefix = self.text().to_ascii_lowercase();
        let outer = self.letter;
        self.letter = if prefix.starts_with('t') || prefix.starts_with("rt") {
            't'
        } else {
            'f'
        };
        self.bump();
        let is_raw = contains(&prefix[..prefix.len().min(2)], "r");
        let elements = self.elements(is_raw, Symbol::FormatEnd)?;
        self.bump();
        let letter = std::mem::replace(&mut self.letter, outer);
        let range = self.since(start);
        let node_index = AtomicNodeIndex::NONE;
        if letter == 't' {
            all.templates.push(ast::TString {
                range,
                node_index,
                elements,
                flags: ast::TStringFlags::empty(),
            });
            return Ok(());
        }
        let texts = all.texts.drain(..).map(FStringPart::Literal);
        all.formats.extend(texts);
        all.formats.push(FStringPart::FString(ast::FString {
            range,
            node_index,
            elements,
            flags: ast::FStringFlags::empty(),
        }));
        Ok(())
    }

    /// Texts and fields up to the end of a format string or specification.
    fn elements(&mut self, is_raw: bool, end: Symbol) -> Parsed<ast::InterpolatedStringElements> {
        let mut elements = Vec::new();
        loop {
            let (start, stop) = (self.before, self.start());
            if start < stop {
                let text = &self.source.text[start..stop];
                let text = if end == Symbol::FormatEnd {
                    undoubled(text)
                } else {
                    text.to_owned()
                };
                let value = if is_raw || !contains(&text, "\\") {
                    text.into()
                } else {
                    match unescape(&text, false) {
                        Some(value) => text_of(value),
                        None => return self.fail_at(Fault::Escape, start, stop),
                    }
                };
                elements.push(InterpolatedStringElement::Literal(
                    ast::InterpolatedStringLiteralElement {
                        range: ruff_text_size::TextRange::new(
                            super::size(start),
                            super::size(stop),
                        ),
                        node_index: AtomicNodeIndex::NONE,
                        value,
                    },
                ));
            }
            if self.now != Symbol::LeftBrace {
                break;
            }
            let field = self.field(is_raw)?;
            elements.push(InterpolatedStringElement::Interpolation(field));
        }
        if self.now != end {
            return self.fail(Fault::Field(FieldFault::Unclosed));
        }
        Ok(elements.into())
    }

    /// `{…}`
    fn field(&mut self, is_raw: bool) -> Parsed<ast::InterpolatedElement> {
        let start = self.start();
        self.bump();
        let inside = self.before;
        let at = self.start();
        let expression = Box::new(self.expressions_or_yield()?);
        if expression.is_lambda_expr() && expression.range().start() == super::size(at) {
            return self.fail(Fault::Field(FieldFault::Lambda));
        }
        let debug_text = if self.eat(Symbol::Equal) {
            let text = &self.source.text;
            let range = expression.range();
            let (from, to) = (range.start().to_usize(), range.end().to_usize());
            let (leading, shown) = (&text[inside..from], &text[from..to]);
            Some(ast::DebugText::new(leading, shown, &text[to..self.start()]))
        } else {
            None
        };
        let conversion = self.conversion()?;
        let format_spec = if self.eat(Symbol::Colon) {
            let from = self.before;
            let elements = self.elements(is_raw, Symbol::RightBrace)?;
            Some(Box::new(ast::InterpolatedStringFormatSpec {
                range: ruff_text_size::TextRange::new(super::size(from), super::size(self.start())),
                node_index: AtomicNodeIndex::NONE,
                elements,
            }))
        } else {
            None
        };
        if !self.eat(Symbol::RightBrace) {
            return self.fail(Fault::Field(FieldFault::Unclosed));
        }
        Ok(ast::InterpolatedElement {
            range: self.since(start),
            node_index: AtomicNodeIndex::NONE,
            expression,
            debug_text,
            conversion,
            format_spec,
        })
    }

    /// `!r`, if it is there.
    fn conversion(&mut self) -> Parsed<ConversionFlag> {
        if !self.eat(Symbol::Exclamation) {
            return Ok(ConversionFlag::None);
        }
        if self.start() != self.before && self.now == Symbol::Name {
            return self.fail(Fault::Field(FieldFault::SpaceBeforeConversion));
        }
        let flag = match self.text() {
            "s" => ConversionFlag::Str,
            "r" => ConversionFlag::Repr,
            "a" => ConversionFlag::Ascii,
            _ => return self.fail(Fault::Field(FieldFault::Conversion)),
        };
        self.bump();
        Ok(flag)
    }
}

impl Literals {
    fn joined(mut self, range: ruff_text_size::TextRange) -> Expr {
        let node_index = AtomicNodeIndex::NONE;
        if !self.templates.is_empty() {
            let value = match (self.templates.len(), self.templates.pop()) {
                (1, Some(only)) => ast::TStringValue::single(only),
                (_, last) => {
                    self.templates.extend(last);
                    ast::TStringValue::concatenated(self.templates)
                }
            };
            return Expr::TString(ast::ExprTString {
                node_index,
                range,
                value,
            });
        }
        if !self.formats.is_empty() {
            let value = match (self.formats.len(), self.formats.pop()) {
                (1, Some(FStringPart::FString(only))) => ast::FStringValue::single(only),
                (_, last) => {
                    self.formats.extend(last);
                    ast::FStringValue::concatenated(self.formats)
                }
            };
            return Expr::FString(ast::ExprFString {
                node_index,
                range,
                value,
            });
        }
        if !self.bytes.is_empty() {
            let value = match (self.bytes.len(), self.bytes.pop()) {
                (1, Some(only)) => ast::BytesLiteralValue::single(only),
                (_, last) => {
                    self.bytes.extend(last);
                    ast::BytesLiteralValue::concatenated(self.bytes)
                }
            };
            return Expr::BytesLiteral(ast::ExprBytesLiteral {
                node_index,
                range,
                value,
            });
        }
        let value = match (self.texts.len(), self.texts.pop()) {
            (1, Some(only)) => ast::StringLiteralValue::single(only),
            (_, last) => {
                self.texts.extend(last);
                ast::StringLiteralValue::concatenated(self.texts)
            }
        };
        Expr::StringLiteral(ast::ExprStringLiteral {
            node_index,
            range,
            value,
        })
    }
}

fn text_of(value: Vec<u8>) -> Box<str> {
    String::from_utf8(value)
        .expect("escapes make whole characters")
        .into()
}

/// How many quotes a literal begins with.
fn quote_width(quoted: &str) -> usize {
    if quoted.starts_with("'''") || quoted.starts_with("\"\"\"") {
        3
    } else {
        1
    }
}

/// The bytes or the UTF-8 that a literal's body with escapes stands for, if all of them are right.
fn unescape(body: &str, is_bytes: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find('\\') {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let Some(c) = rest.chars().next() else {
            out.push(b'\\');
            break;
        };
        let mut length = c.len_utf8();
        let code = match c {
            '\n' => None,
            '\\' | '\'' | '"' => Some(u32::from(c)),
            'a' => Some(7),
            'b' => Some(8),
            'f' => Some(12),
            'n' => Some(10),
            'r' => Some(13),
            't' => Some(9),
            'v' => Some(11),
            '0'..='7' => {
                length = rest
                    .bytes()
                    .take(3)
                    .take_while(|b| matches!(b, b'0'..=b'7'))
                    .count();
                Some(u32::from_str_radix(&rest[..length], 8).ok()?)
            }
            'x' | 'u' | 'U' if c == 'x' || !is_bytes => {
                length = match c {
                    'x' => 3,
                    'u' => 5,
                    _ => 9,
                };
                let digits = rest.get(1..length)?;
                if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                    return None;
                }
                Some(u32::from_str_radix(digits, 16).ok()?)
            }
            'N' if !is_bytes => return None,
            _ => {
                out.push(b'\\');
                Some(u32::from(c))
            }
        };
        rest = &rest[length..];
        match code {
            Some(code) if is_bytes => out.push((code & 0xff) as u8),
            Some(code) => {
                // A lone surrogate has no place in a string (LIMITATIONS.md).
                let is_surrogate = (0xd800..0xe000).contains(&code);
                let c = if is_surrogate {
                    char::REPLACEMENT_CHARACTER
                } else {
                    char::from_u32(code)?
                };
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            None => {}
        }
    }
    out.extend_from_slice(rest.as_bytes());
    Some(out)
}

/// The text that doubled braces stand for.
fn undoubled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(c);
        if matches!(c, '{' | '}') && chars.as_str().starts_with(c) {
            chars.next();
        }
    }
    out
}
