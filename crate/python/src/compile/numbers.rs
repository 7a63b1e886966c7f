//! Number literals as CPython's tokenizer reads them, for its complaints.

use super::SyntaxErrorClass;
use super::tokens::ScanError;
use crate::code::Span;

/// Decimal digits that an integer may have as text (CPython's `int_max_str_digits`).
const DIGITS_MAX: usize = 4300;

type Checked = Result<(), Box<ScanError>>;

fn complain(message: String, start: usize, end: usize) -> Checked {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Err(Box::new(ScanError {
        class: SyntaxErrorClass::Syntax,
        message,
        span: Span {
            start: offset(start),
            end: offset(end),
        },
    }))
}

/// Where the literal that starts at `start` ends.
pub(super) fn end(text: &str, start: usize) -> usize {
    Literal::read(text, start).end
}

/// Checks the literal that starts at `start`.
///
/// # Errors
///
/// CPython's complaint, if the literal is not one.
pub(super) fn check(text: &str, start: usize) -> Checked {
    let literal = Literal::read(text, start);
    let bytes = text.as_bytes();
    if let Some((radix, what)) = literal.radix {
        return check_radix(text, start, &literal, radix, what);
    }
    let digits = &text[start..literal.end];
    if let Some(at) = literal.bad_underscore {
        return complain("invalid decimal literal".to_owned(), at, at + 1);
    }
    if literal.is_integer
        && digits.starts_with('0')
        && digits.bytes().any(|b| matches!(b, b'1'..=b'9'))
    {
        let zeros = digits
            .bytes()
            .take_while(|&b| b == b'0' || b == b'_')
            .count();
        let message = "leading zeros in decimal integer literals are not permitted; \
                       use an 0o prefix for octal integers";
        return complain(message.to_owned(), start, start + zeros);
    }
    let next = text[literal.end..].chars().next().unwrap_or(' ');
    if literal.has_empty_exponent {
        let at = literal.end;
        return complain("invalid decimal literal".to_owned(), at, at + 1);
    }
    if (next.is_alphanumeric() || next == '_') && !starts_keyword(&text[literal.end..]) {
        let at = literal.end - 1;
        let what = match bytes[at] {
            b'j' | b'J' => "imaginary",
            _ => "decimal",
        };
        return complain(format!("invalid {what} literal"), at, at + 1);
    }
    let n_digits = digits.bytes().filter(u8::is_ascii_digit).count();
    if literal.is_integer && n_digits > DIGITS_MAX && !matches!(next, 'j' | 'J') {
        let message = format!(
            "Exceeds the limit ({DIGITS_MAX} digits) for integer string conversion: value has {n_digits} digits; use \
             sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to \
             avoid decimal conversion limits."
        );
        return complain(message, start, start);
    }
    Ok(())
}

fn check_radix(text: &str, start: usize, literal: &Literal, radix: u32, what: &str) -> Checked {
    let next = text[literal.end..].chars().next().unwrap_or(' ');
    if next.is_ascii_digit() && radix < 10 {
        let message = format!("invalid digit '{next}' in {what} literal");
        return complain(message, literal.end, literal.end + 1);
    }
    let is_empty = literal.end == start + 2;
    let is_followed =
        (next.is_alphanumeric() || next == '_') && !starts_keyword(&text[literal.end..]);
    if is_empty || is_followed || literal.bad_underscore.is_some() {
        let at = literal.bad_underscore.unwrap_or(literal.end - 1);
        return complain(format!("invalid {what} literal"), at, at + 1);
    }
    Ok(())
}

/// `1if x else y` is allowed.
fn starts_keyword(rest: &str) -> bool {
    ["and", "else", "for", "if", "in", "is", "not", "or"]
        .iter()
        .any(|keyword| rest.starts_with(keyword))
}

struct Literal {
    end: usize,
    radix: Option<(u32, &'static str)>,
    is_integer: bool,
    has_empty_exponent: bool,
    bad_underscore: Option<usize>,
}

impl Literal {
    fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let mut literal = Self {
            end: start,
            radix: None,
            is_integer: true,
            has_empty_exponent: false,
            bad_underscore: None,
        };
        if byte(start) == b'0' {
            literal.radix = match byte(start + 1) {
                b'x' | b'X' => Some((16, "hexadecimal")),
                b'o' | b'O' => Some((8, "octal")),
                b'b' | b'B' => Some((2, "binary")),
                _ => None,
            };
        }
        if let Some((radix, _)) = literal.radix {
            literal.end = start + 2;
            literal.digits(bytes, radix);
            return literal;
        }
        literal.digits(bytes, 10);
        if byte(literal.end) == b'.' {
            literal.is_integer = false;
            literal.end += 1;
            literal.digits(bytes, 10);
        }
        if matches!(byte(literal.end), b'e' | b'E') {
            let sign = usize::from(matches!(byte(literal.end + 1), b'+' | b'-'));
            if byte(literal.end + 1 + sign).is_ascii_digit() {
                literal.is_integer = false;
                literal.end += 1 + sign;
                literal.digits(bytes, 10);
            } else if sign > 0 {
                literal.has_empty_exponent = true;
                literal.end += 1;
            }
        }
        if matches!(byte(literal.end), b'j' | b'J') {
            literal.is_integer = false;
            literal.end += 1;
        }
        literal
    }

    fn digits(&mut self, bytes: &[u8], radix: u32) {
        let is_digit = |at: usize| {
            bytes
                .get(at)
                .is_some_and(|&b| char::from(b).is_digit(radix))
        };
        loop {
            if is_digit(self.end) {
                self.end += 1;
            } else if bytes.get(self.end) == Some(&b'_') {
                if !is_digit(self.end + 1) {
                    self.bad_underscore.get_or_insert(self.end);
                    return;
                }
                self.end += 1;
            } else {
                return;
            }
        }
    }
}
