//! `float`: arithmetic, conversions and text.

use loopscope_fast::contains;

use crate::bigint::BigInt;

use crate::code::BinaryOp;
use crate::decimal;
use crate::native::PyResult;
use crate::object::{Object, Truth, Value, classes};
use crate::vm::Vm;

/// The nearest float of an integer.
#[expect(clippy::cast_precision_loss, reason = "rounding is what is meant")]
pub(crate) fn of_int(int: i64) -> f64 {
    int as f64
}

/// A finite float without its fraction as an integer.
pub(crate) fn to_bigint(float: f64) -> Option<BigInt> {
    BigInt::from_f64(float)
}

/// An operator on two floats.
///
/// # Errors
///
/// `ZeroDivisionError`, `OverflowError`.
pub(crate) fn arithmetic(vm: &mut Vm, op: BinaryOp, a: f64, b: f64) -> PyResult<Option<Value>> {
    let divides = matches!(op, BinaryOp::TrueDiv | BinaryOp::FloorDiv | BinaryOp::Mod);
    if divides && b == 0.0 {
        return Err(vm.zero_division("division by zero"));
    }
    let result = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::TrueDiv => a / b,
        BinaryOp::FloorDiv => divide_floor(a, b).0,
        BinaryOp::Mod => divide_floor(a, b).1,
        BinaryOp::Pow => return power(vm, a, b).map(Some),
        _ => return Ok(None),
    };
    Ok(Some(Value::float(result)))
}

/// `divmod` of two floats; `b` is not 0. The remainder has the sign of `b`.
pub(crate) fn divide_floor(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    let floor = if quotient == 0.0 {
        0.0_f64.copysign(a / b)
    } else {
        let floor = quotient.floor();
        // The quotient was rounded: it may lie just under the integer that it stands for.
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    };
    (floor, rest)
}

fn power(vm: &mut Vm, a: f64, b: f64) -> PyResult {
    if a == 0.0 && b < 0.0 {
        return Err(vm.zero_division("zero to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.floor() != b {
        return super::complex::arithmetic(vm, BinaryOp::Pow, ((a, 0.0), (b, 0.0)), (true, true))
            .map(|value| value.expect("complex numbers have powers"));
    }
    let result = crate::elementary::pow(a, b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        let args = [
            Value::Int(34),
            vm.heap.new_str("Numerical result out of range"),
        ];
        return Err(vm.raise_new(classes::OVERFLOW_ERROR, &args));
    }
    Ok(Value::float(result))
}

/// The text of a float: the fewest digits that read back as the same number.
pub(crate) fn repr(float: f64) -> String {
    let mut text = short(float);
    if float.is_finite() && !text.contains(['.', 'e']) {
        text.push_str(".0");
    }
    text
}

/// As `repr`, but integers without a fraction (`%r` of a complex number's parts).
pub(crate) fn short(float: f64) -> String {
    if float.is_nan() {
        return "nan".into();
    }
    if float.is_infinite() {
        return if float > 0.0 { "inf" } else { "-inf" }.into();
    }
    let (digits, exponent) = decimal::shortest(float.abs());
    let sign = if float.is_sign_negative() { "-" } else { "" };
    let n_digits = i32::try_from(digits.len()).expect("at most 17 digits");
    if !(-4..16).contains(&exponent) {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        let minus = if exponent < 0 { '-' } else { '+' };
        return format!(
            "{sign}{first}{point}{rest}e{minus}{:02}",
            exponent.unsigned_abs()
        );
    }
    if exponent < 0 {
        let zeros = "0".repeat(usize::try_from(-exponent - 1).expect("at most 3"));
        return format!("{sign}0.{zeros}{digits}");
    }
    if n_digits <= exponent + 1 {
        let zeros = "0".repeat(usize::try_from(exponent + 1 - n_digits).expect("checked"));
        return format!("{sign}{digits}{zeros}");
    }
    let (whole, fraction) = digits.split_at(usize::try_from(exponent + 1).expect("at least 0"));
    format!("{sign}{whole}.{fraction}")
}

/// Reads a float as `float(text)` does; `None` if it does not have the form.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let text = text.trim_matches(super::text::is_space);
    let plain: String = if text.is_ascii() {
        text.into()
    } else {
        text.chars()
            .map(|c| {
                super::text::digit_value(c, 10)
                    .and_then(|digit| char::from_digit(u32::from(digit), 10))
                    .unwrap_or(c)
            })
            .collect()
    };
    let body = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let is_negative = plain.starts_with('-');
    let lower = body.to_ascii_lowercase();
    let magnitude = match lower.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ if body.starts_with(['+', '-']) => return None,
        _ => parse_decimal(body)?,
    };
    Some(if is_negative { -magnitude } else { magnitude })
}

fn parse_decimal(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let allowed =
        |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-' | b'_');
    if !bytes.iter().all(allowed) || !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    if !is_number(bytes) {
        return None;
    }
    if !contains(text, "_") {
        return Some(crate::decimal::to_float(text));
    }
    // An underscore stands between two digits.
    let is_digit = |index: Option<usize>| {
        index
            .and_then(|index| bytes.get(index))
            .is_some_and(u8::is_ascii_digit)
    };
    for (index, _) in text.match_indices('_') {
        if !is_digit(index.checked_sub(1)) || !is_digit(Some(index + 1)) {
            return None;
        }
    }
    Some(crate::decimal::to_float(&text.replace('_', "")))
}

/// Whether a text is digits with at most one point, and after `e` an exponent.
fn is_number(text: &[u8]) -> bool {
    let split = text.iter().position(|b| matches!(b, b'e' | b'E'));
    let (mantissa, exponent) = text.split_at(split.unwrap_or(text.len()));
    let is_digit = |b: &u8| b.is_ascii_digit() || *b == b'_';
    let n_points = mantissa.iter().filter(|&&b| b == b'.').count();
    let is_mantissa = n_points <= 1
        && mantissa.iter().any(u8::is_ascii_digit)
        && mantissa.iter().all(|b| is_digit(b) || *b == b'.');
    let digits = match exponent {
        [] => return is_mantissa,
        [_, b'+' | b'-', digits @ ..] | [_, digits @ ..] => digits,
    };
    is_mantissa && !digits.is_empty() && digits.iter().all(is_digit)
}

impl Vm {
    /// The text of `repr` for built-in numbers, strings and bytes (also for subclasses without
    /// their own).
    ///
    /// # Errors
    ///
    /// `ValueError` for an `int` beyond 4300 digits.
    pub fn repr_scalar(&mut self, value: Value) -> PyResult<Option<std::rc::Rc<str>>> {
        use super::number::Num;
        let text = match value {
            Value::Bool(Truth::True) => "True".into(),
            Value::Bool(Truth::False) => "False".into(),
            Value::None => "None".into(),
            Value::NotImplemented => "NotImplemented".into(),
            Value::Ellipsis => "Ellipsis".into(),
            _ => match self.number(value) {
                Some(num @ (Num::Int(_) | Num::Big(_))) => self.int_text(&num)?,
                Some(Num::Float(float)) => repr(float),
                Some(Num::Complex(re, im)) => super::complex::repr(re, im),
                None => match self.heap.object(value) {
                    Some(Object::Str(string)) => super::text::repr_str(&string.text),
                    Some(Object::Bytes(bytes)) => super::bytes::repr_bytes(bytes),
                    Some(Object::ByteArray(bytes)) => {
                        let inner = super::bytes::repr_bytes(bytes);
                        let name = self.type_name(value);
                        format!("{name}({inner})")
                    }
                    _ => return Ok(None),
                },
            },
        };
        Ok(Some(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, repr};

    /// Each from CPython.
    #[test]
    fn the_text_of_floats_is_that_of_cpython() {
        for (float, text) in [
            (0.1 + 0.2, "0.30000000000000004"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (123_456_789_012_345_678.0, "1.2345678901234568e+17"),
            (1e-4, "0.0001"),
            (1e-5, "1e-05"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (5e-324, "5e-324"),
            (1.5e300, "1.5e+300"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(repr(float), text);
        }
    }

    #[test]
    fn texts_are_read_as_cpython_reads_them() {
        for (text, float) in [
            ("1_0.5", Some(10.5)),
            (" -Infinity ", Some(f64::NEG_INFINITY)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("1e5", Some(1e5)),
            ("1e", None),
            ("0x10", None),
            ("infinit", None),
            ("", None),
            ("_1", None),
            (".", None),
        ] {
            assert_eq!(parse(text), float, "{text:?}");
        }
    }
}
