//! The format mini-language: how a specification is read, and how numbers and strings follow it.

use std::borrow::Cow;

use super::number::Num;
use super::{float, format_float, text};
use crate::native::PyResult;
use crate::object::{Value, classes};
use crate::vm::Vm;

/// A specification of the format mini-language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spec {
    fill: Option<char>,
    /// `<`, `>`, `=` or `^`.
    align: Option<char>,
    /// `+`, `-` or a space.
    pub(crate) sign: Option<char>,
    no_negative_zero: bool,
    pub(crate) alternate: bool,
    width: usize,
    /// `,` or `_` between thousands.
    grouping: Option<char>,
    /// `,` or `_` between the digits of the fraction.
    fraction_grouping: Option<char>,
    pub(crate) precision: Option<usize>,
    pub(crate) kind: Option<char>,
}

/// A number ready to be padded: its text in parts.
#[derive(Debug, Default)]
struct Parts<'a> {
    sign: &'static str,
    prefix: &'static str,
    /// Digits before the point; grouped if asked for.
    digits: &'a str,
    /// Point, fraction, exponent, `%`.
    rest: &'a str,
}

/// Formats a number or string; `None` for anything else.
///
/// # Errors
///
/// `ValueError`, `OverflowError` in CPython's words.
pub(crate) fn format_scalar(vm: &mut Vm, value: Value, spec: &str) -> PyResult<Option<String>> {
    if let Some(string) = vm.heap.str(value) {
        let text = std::rc::Rc::clone(&string.text);
        let spec = parse(vm, value, spec, '<', 's')?;
        return format_str(vm, value, &text, &spec).map(Some);
    }
    let Some(num) = vm.number(value) else {
        return Ok(None);
    };
    let default = if num.is_int() { 'd' } else { '\0' };
    let spec = parse(vm, value, spec, '>', default)?;
    match num {
        Num::Complex(re, im) => format_complex(vm, value, (re, im), &spec).map(Some),
        Num::Float(float) => format_real(vm, value, float, &spec).map(Some),
        int => format_int(vm, value, &int, &spec).map(Some),
    }
}

/// The characters of a specification that are still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, accept: impl Fn(char) -> bool) -> Option<char> {
        let c = self.rest.chars().next().filter(|c| accept(*c))?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn number(&mut self, vm: &mut Vm) -> PyResult<Option<usize>> {
        let mut number = None;
        while let Some(c) = self.take(|c| text::digit_value(c, 10).is_some()) {
            let digit = i64::from(text::digit_value(c, 10).unwrap_or(0));
            let longer = number.unwrap_or(0_i64).checked_mul(10);
            number = longer.and_then(|longer| longer.checked_add(digit));
            if number.is_none() {
                return Err(vm.value_error("Too many decimal digits in format string"));
            }
        }
        Ok(number.map(|number| usize::try_from(number).unwrap_or(usize::MAX)))
    }
}

/// Reads a specification. `align` and `kind` are what the value's kind defaults to.
#[cfg_attr(engine, optimize(speed))]
fn parse(vm: &mut Vm, value: Value, text: &str, align: char, kind: char) -> PyResult<Spec> {
    let mut spec = Spec::default();
    let mut reader = Reader { rest: text };
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let is_align = |c: char| matches!(c, '<' | '>' | '=' | '^');
    if let (Some(fill), Some(found)) = (first, second.filter(|c| is_align(*c))) {
        spec.fill = Some(fill);
        spec.align = Some(found);
        reader.rest = &text[fill.len_utf8() + 1..];
    } else {
        spec.align = reader.take(is_align);
    }
    spec.sign = reader.take(|c| matches!(c, '+' | '-' | ' '));
    spec.no_negative_zero = reader.take(|c| c == 'z').is_some();
    spec.alternate = reader.take(|c| c == '#').is_some();
    if spec.fill.is_none() && reader.take(|c| c == '0').is_some() {
        spec.fill = Some('0');
        if spec.align.is_none() && align == '>' {
            spec.align = Some('=');
        }
    }
    spec.align = spec.align.or(Some(align));
    spec.width = reader.number(vm)?.unwrap_or(0);
    spec.grouping = take_grouping(vm, &mut reader)?;
    if reader.take(|c| c == '.').is_some() {
        spec.precision = reader.number(vm)?;
        if spec
            .precision
            .is_some_and(|precision| i32::try_from(precision).is_err())
        {
            return Err(vm.value_error("precision too big"));
        }
        spec.fraction_grouping = take_grouping(vm, &mut reader)?;
        if spec.precision.is_none() && spec.fraction_grouping.is_none() {
            return Err(vm.value_error("Format specifier missing precision"));
        }
    }
    spec.kind = reader.take(|_| true);
    if !reader.rest.is_empty() {
        let name = vm.type_name(value);
        return Err(vm.value_error(format_args!(
            "Invalid format specifier '{text}' for object of type '{name}'"
        )));
    }
    if let Some(grouping) = spec.grouping.or(spec.fraction_grouping) {
        let kind = spec.kind.unwrap_or(kind);
        let is_allowed = match kind {
            'd' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' | '\0' => true,
            'b' | 'o' | 'x' | 'X' => grouping == '_',
            _ => false,
        };
        if !is_allowed {
            return Err(vm.value_error(format_args!("Cannot specify '{grouping}' with '{kind}'.")));
        }
    }
    Ok(spec)
}

fn take_grouping(vm: &mut Vm, reader: &mut Reader) -> PyResult<Option<char>> {
    let grouping = reader.take(|c| matches!(c, ',' | '_'));
    let other = match grouping {
        Some(',') => '_',
        Some(_) => ',',
        None => return Ok(None),
    };
    if reader.rest.starts_with(other) {
        return Err(vm.value_error("Cannot specify both ',' and '_'."));
    }
    Ok(grouping)
}

fn unknown_kind(vm: &mut Vm, value: Value, kind: char) -> crate::native::Raising {
    let name = vm.type_name(value);
    let shown = if ('\x21'..'\x7f').contains(&kind) {
        kind.to_string()
    } else {
        format!("\\x{:x}", u32::from(kind))
    };
    vm.value_error(format_args!(
        "Unknown format code '{shown}' for object of type '{name}'"
    ))
}

fn format_str(vm: &mut Vm, value: Value, text: &str, spec: &Spec) -> PyResult<String> {
    if let Some(kind) = spec.kind.filter(|kind| *kind != 's') {
        return Err(unknown_kind(vm, value, kind));
    }
    let refused = match spec.sign {
        Some(' ') => Some("Space not allowed in string format specifier"),
        Some(_) => Some("Sign not allowed in string format specifier"),
        None if spec.no_negative_zero => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        None if spec.alternate => Some("Alternate form (#) not allowed in string format specifier"),
        None if spec.align == Some('=') => {
            Some("'=' alignment not allowed in string format specifier")
        }
        None => None,
    };
    if let Some(message) = refused {
        return Err(vm.value_error(message));
    }
    let shown = spec
        .precision
        .and_then(|n| text.char_indices().nth(n))
        .map_or(text, |(offset, _)| &text[..offset]);
    let parts = Parts {
        rest: shown,
        ..Parts::default()
    };
    pad(vm, &parts, spec)
}

fn format_int(vm: &mut Vm, value: Value, num: &Num, spec: &Spec) -> PyResult<String> {
    let kind = spec.kind.unwrap_or('d');
    if matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
        let float = match num {
            Num::Int(int) => float::of_int(*int),
            Num::Big(big) => vm.big_float(big)?,
            _ => unreachable!("the caller has an int"),
        };
        return format_real(vm, value, float, spec);
    }
    if !matches!(kind, 'b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X') {
        return Err(unknown_kind(vm, value, kind));
    }
    if spec.precision.is_some() {
        return Err(vm.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(
            vm.value_error("Negative zero coercion (z) not allowed in integer format specifier")
        );
    }
    if kind == 'c' {
        return format_char(vm, num, spec);
    }
    let is_negative = match num {
        Num::Int(int) => *int < 0,
        Num::Big(big) => big.sign() == crate::bigint::Sign::Minus,
        _ => false,
    };
    let (radix, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = vm.int_digits(num, radix)?;
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    let parts = Parts {
        sign: sign_of(is_negative, spec.sign),
        prefix: if spec.alternate { prefix } else { "" },
        digits: &digits,
        rest: "",
    };
    pad(vm, &parts, spec)
}

fn format_char(vm: &mut Vm, num: &Num, spec: &Spec) -> PyResult<String> {
    if spec.sign.is_some() {
        return Err(vm.value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(
            vm.value_error("Alternate form (#) not allowed with integer format specifier 'c'")
        );
    }
    let c = match num {
        Num::Int(code) => u32::try_from(*code).ok().and_then(char::from_u32),
        _ => None,
    };
    let Some(c) = c else {
        return Err(vm.overflow_error("%c arg not in range(0x110000)"));
    };
    let parts = Parts {
        rest: &c.to_string(),
        ..Parts::default()
    };
    pad(vm, &parts, spec)
}

/// The sign that a number shows.
fn sign_of(is_negative: bool, sign: Option<char>) -> &'static str {
    match sign {
        _ if is_negative => "-",
        Some('+') => "+",
        Some(' ') => " ",
        _ => "",
    }
}

fn format_real(vm: &mut Vm, value: Value, float: f64, spec: &Spec) -> PyResult<String> {
    if let Some(kind) = spec.kind
        && !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')
    {
        return Err(unknown_kind(vm, value, kind));
    }
    vm.check_room(spec.precision.or(Some(0)))?;
    let text = real_text(float, spec, format_float::Integral::PointZero);
    let parts = real_parts(float, &text, spec, spec.sign);
    pad(vm, &parts, spec)
}

/// The text of a float without its sign, with its fraction grouped.
fn real_text(float: f64, spec: &Spec, integral: format_float::Integral) -> String {
    let text = format_float::unsigned(
        float.abs(),
        spec.kind.unwrap_or('\0'),
        spec.precision,
        spec.alternate,
        integral,
    );
    match (spec.fraction_grouping, text.split_once('.')) {
        (Some(separator), Some((whole, fraction))) => {
            whole.to_owned() + &group_fraction(fraction, separator)
        }
        _ => text,
    }
}

/// The parts of a float's text, not padded to a width of zeros.
fn real_parts<'a>(float: f64, text: &'a str, spec: &Spec, sign: Option<char>) -> Parts<'a> {
    let is_negative = float.is_sign_negative()
        && !float.is_nan()
        && !(spec.no_negative_zero && float.is_finite() && !has_nonzero_digit(text));
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(n_digits);
    Parts {
        sign: sign_of(is_negative, sign),
        prefix: "",
        digits,
        rest,
    }
}

fn has_nonzero_digit(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

fn group_fraction(fraction: &str, separator: char) -> String {
    let mut out = String::from(".");
    let n_digits = fraction
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(fraction.len());
    for (index, c) in fraction.chars().enumerate() {
        if index > 0 && index < n_digits && index % 3 == 0 {
            out.push(separator);
        }
        out.push(c);
    }
    out
}

fn format_complex(vm: &mut Vm, value: Value, pair: (f64, f64), spec: &Spec) -> PyResult<String> {
    if let Some(kind) = spec.kind
        && !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    {
        return Err(unknown_kind(vm, value, kind));
    }
    if spec.fill == Some('0') {
        return Err(vm.value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Some('=') {
        return Err(vm.value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    vm.check_room(spec.precision.or(Some(0)))?;
    let part = |float: f64, sign: Option<char>| {
        let text = real_text(float, spec, format_float::Integral::Bare);
        let parts = real_parts(float, &text, spec, sign);
        let digits = grouped(parts.digits, spec, 0);
        format!("{}{digits}{}", parts.sign, parts.rest)
    };
    let (re, im) = pair;
    let is_default = spec.kind.is_none();
    let text = if is_default && re == 0.0 && re.is_sign_positive() {
        format!("{}j", part(im, spec.sign))
    } else {
        let text = format!("{}{}j", part(re, spec.sign), part(im, Some('+')));
        if is_default {
            format!("({text})")
        } else {
            text
        }
    };
    let parts = Parts {
        rest: &text,
        ..Parts::default()
    };
    pad(vm, &parts, spec)
}

/// Digits with separators; at least `width` characters, filled up with zeros.
fn grouped<'a>(digits: &'a str, spec: &Spec, width: usize) -> Cow<'a, str> {
    let Some(separator) = spec.grouping.filter(|_| !digits.is_empty()) else {
        return digits.into();
    };
    let size = match spec.kind {
        Some('b' | 'o' | 'x' | 'X') => 4,
        _ => 3,
    };
    let mut reversed = String::new();
    let mut left = digits.chars().rev().peekable();
    let mut n_in_group = 0;
    while left.peek().is_some() || reversed.len() < width {
        if n_in_group == size {
            reversed.push(separator);
            n_in_group = 0;
        }
        reversed.push(left.next().unwrap_or('0'));
        n_in_group += 1;
    }
    reversed.chars().rev().collect()
}

/// Fills a number's or a string's text up to the width.
#[cfg_attr(engine, optimize(speed))]
fn pad(vm: &mut Vm, parts: &Parts, spec: &Spec) -> PyResult<String> {
    vm.check_room(spec.width.checked_mul(4))?;
    let fill = spec.fill.unwrap_or(' ');
    let outside = parts.sign.len() + parts.prefix.len() + parts.rest.chars().count();
    let zeros = if fill == '0' && spec.align == Some('=') {
        spec.width.saturating_sub(outside)
    } else {
        0
    };
    let digits = grouped(parts.digits, spec, zeros);
    let n_fill = spec.width.saturating_sub(outside + digits.len());
    let (before, inside, after) = match spec.align {
        Some('<') => (0, 0, n_fill),
        Some('^') => (n_fill / 2, 0, n_fill - n_fill / 2),
        Some('=') => (0, n_fill, 0),
        _ => (n_fill, 0, 0),
    };
    let mut out = String::with_capacity(spec.width + parts.rest.len());
    let push = |out: &mut String, n| out.extend(std::iter::repeat_n(fill, n));
    push(&mut out, before);
    out.push_str(parts.sign);
    out.push_str(parts.prefix);
    push(&mut out, inside);
    out.push_str(&digits);
    out.push_str(parts.rest);
    push(&mut out, after);
    Ok(out)
}

impl Vm {
    /// The digits of an integer without its sign.
    ///
    /// # Errors
    ///
    /// `ValueError` beyond 4300 decimal digits.
    pub(crate) fn int_digits(&mut self, num: &Num, radix: u32) -> PyResult<String> {
        if let (Num::Int(int), 10) = (num, radix) {
            return Ok(int.unsigned_abs().to_string());
        }
        if radix == 10 {
            return Ok(self.int_text(num)?.trim_start_matches('-').to_owned());
        }
        Ok(match num {
            Num::Int(int) => match radix {
                2 => format!("{:b}", int.unsigned_abs()),
                8 => format!("{:o}", int.unsigned_abs()),
                _ => format!("{:x}", int.unsigned_abs()),
            },
            Num::Big(big) => big.magnitude_text(radix),
            _ => unreachable!("the caller has an int"),
        })
    }

    /// Whether a value is an exact `str`, so that it formats as itself.
    pub(crate) fn is_exact_str(&self, value: Value) -> bool {
        self.heap.type_of(value) == classes::STR
    }
}
