//! `float` and `complex`: construction and methods.

use crate::bigint::{BigInt, big_to_float, ratio_to_float};

use super::float::{parse, to_bigint};
use super::number::Num;
use super::number_methods::constructor;
use super::text;
use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::Value;
use crate::vm::Vm;

/// Methods of `float`.
pub(crate) static METHODS: &[NativeDef] = &[
    constructor("cls, x?, /", new),
    NativeDef::new("is_integer", "self, /", |vm, args| {
        let float = vm.to_float(args[0])?;
        Ok(Value::bool(float.is_finite() && float.floor() == float))
    }),
    NativeDef::new("as_integer_ratio", "self, /", as_integer_ratio),
    NativeDef::new("hex", "self, /", |vm, args| {
        let text = hex(vm.to_float(args[0])?);
        Ok(vm.heap.new_str(&text))
    }),
    NativeDef::new("fromhex", "cls, string, /", from_hex).kind(NativeKind::Class),
    NativeDef::new("__int__", "self, /", truncate),
    NativeDef::new("__trunc__", "self, /", truncate),
    NativeDef::new("__floor__", "self, /", |vm, args| {
        let float = vm.to_float(args[0])?;
        vm.int_from_float(float.floor())
    }),
    NativeDef::new("__ceil__", "self, /", |vm, args| {
        let float = vm.to_float(args[0])?;
        vm.int_from_float(float.ceil())
    }),
    NativeDef::new("__float__", "self, /", |vm, args| {
        vm.to_float(args[0]).map(Value::float)
    }),
    NativeDef::new("__round__", "self, ndigits?, /", |vm, args| {
        vm.round_number(args[0], args[1])
    }),
];

/// Methods of `complex` alone.
pub(crate) static COMPLEX_METHODS: &[NativeDef] = &[
    constructor("cls, real?, imag?", new_complex),
    NativeDef::new("__complex__", "self, /", |_, args| Ok(args[0])),
];

fn truncate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let float = vm.to_float(args[0])?;
    vm.int_from_float(float)
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.class_argument(args[0])?;
    let float = match args[1] {
        Value::Unbound => 0.0,
        value => vm.float_from(value)?,
    };
    Ok(vm.number_as(class, Value::float(float)))
}

impl Vm {
    /// `float(value)`
    ///
    /// # Errors
    ///
    /// `TypeError`, `ValueError`, `OverflowError` in CPython's words.
    pub(crate) fn float_from(&mut self, value: Value) -> PyResult<f64> {
        let text = match self.heap.str(value) {
            Some(string) => Some(std::rc::Rc::clone(&string.text)),
            None => self
                .bytes_of(value)
                .map(|bytes| String::from_utf8_lossy(bytes).into()),
        };
        if let Some(text) = text
            && !self.is_overridden(value, "__float__")
        {
            return match parse(&text) {
                Some(float) => Ok(float),
                None => {
                    let shown = self.repr(value)?;
                    Err(self
                        .value_error(format_args!("could not convert string to float: {shown}")))
                }
            };
        }
        let is_real = match self.number(value) {
            Some(Num::Complex(..)) => false,
            Some(_) => true,
            None => {
                value.obj().is_some()
                    && (self.lookup_special(value, "__float__").is_some()
                        || self.lookup_special(value, "__index__").is_some())
            }
        };
        if is_real {
            return self.to_float(value);
        }
        let name = self.type_name(value);
        Err(self.type_error(format_args!(
            "float() argument must be a string or a real number, not '{name}'"
        )))
    }
}

fn as_integer_ratio(vm: &mut Vm, args: &[Value]) -> PyResult {
    let float = vm.to_float(args[0])?;
    if float.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    let Some((top, bottom)) = ratio(float) else {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    };
    let (top, bottom) = (vm.new_int(top), vm.new_int(bottom));
    Ok(vm.heap.new_tuple(&[top, bottom]))
}

/// A finite float as a fraction in lowest terms.
pub(crate) fn ratio(float: f64) -> Option<(BigInt, BigInt)> {
    if !float.is_finite() {
        return None;
    }
    let (mut mantissa, mut exponent) = libm::frexp(float);
    while mantissa.floor() != mantissa {
        mantissa *= 2.0;
        exponent -= 1;
    }
    let top = to_bigint(mantissa)?;
    let shift = u64::from(exponent.unsigned_abs());
    Some(if exponent > 0 {
        (top << shift, BigInt::from(1))
    } else {
        (top, BigInt::from(1) << shift)
    })
}

fn hex(float: f64) -> String {
    if !float.is_finite() {
        return super::float::repr(float);
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    let bits = float.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let exponent = i64::try_from((bits >> 52) & 0x7FF).expect("11 bits");
    match (exponent, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    }
}

fn from_hex(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = vm.expect_str(args[1], |name| {
        format!("fromhex() argument must be str, not {name}")
    })?;
    match parse_hex(text.trim_matches(text::is_space)) {
        Some(float)
            if float.is_infinite()
                && !loopscope_fast::contains(&text.to_ascii_lowercase(), "inf") =>
        {
            Err(vm.overflow_error("hexadecimal value too large to represent as a float"))
        }
        Some(float) => Ok(Value::float(float)),
        None => Err(vm.value_error("invalid hexadecimal floating-point string")),
    }
}

/// Reads `[sign] [0x] digits [. digits] [p exponent]`.
fn parse_hex(text: &str) -> Option<f64> {
    let (is_negative, body) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let lower = body.to_ascii_lowercase();
    let sign = if is_negative { -1.0 } else { 1.0 };
    match lower.as_str() {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN),
        _ => {}
    }
    let lower = lower.strip_prefix("0x").unwrap_or(&lower);
    let (mantissa, exponent) = match lower.split_once('p') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (lower, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let int = BigInt::parse(&digits, 16)?;
    let exponent = exponent - 4 * i64::try_from(fraction.len()).ok()?;
    let one = BigInt::from(1);
    let exponent = exponent.clamp(-100_000, 100_000);
    let float = if exponent >= 0 {
        big_to_float(&(int << exponent.unsigned_abs())).unwrap_or(f64::INFINITY)
    } else {
        ratio_to_float(&int, &(one << exponent.unsigned_abs())).unwrap_or(f64::INFINITY)
    };
    Some(sign * float)
}

/// Whether an underscore stands elsewhere than between digits.
fn has_odd_underscore(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |index: Option<usize>| {
        index
            .and_then(|index| bytes.get(index))
            .is_some_and(u8::is_ascii_digit)
    };
    let mut places = (0..bytes.len()).filter(|&index| bytes[index] == b'_');
    places.any(|index| !is_digit(index.checked_sub(1)) || !is_digit(Some(index + 1)))
}

fn new_complex(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.class_argument(args[0])?;
    let (re, im) = if let (Some(string), Value::Unbound) = (vm.heap.str(args[1]), args[2]) {
        let text = std::rc::Rc::clone(&string.text);
        match parse_complex(text.trim_matches(text::is_space)) {
            Some(pair) => pair,
            None if has_odd_underscore(&text) => {
                let shown = vm.repr(args[1])?;
                return Err(
                    vm.value_error(format_args!("could not convert string to complex: {shown}"))
                );
            }
            None => return Err(vm.value_error("complex() arg is a malformed string")),
        }
    } else {
        let (a, b) = complex_part(vm, args[1], "real", args[2].is_unbound())?;
        let (c, d) = complex_part(vm, args[2], "imag", false)?;
        // Adding a part of 0 would lose the sign of the other.
        (
            if d == 0.0 { a } else { a - d },
            if b == 0.0 { c } else { b + c },
        )
    };
    let value = vm.new_complex(re, im);
    Ok(vm.number_as(class, value))
}

fn complex_part(vm: &mut Vm, value: Value, part: &str, is_alone: bool) -> PyResult<(f64, f64)> {
    if value.is_unbound() {
        return Ok((0.0, 0.0));
    }
    if let Some(num) = vm.number(value) {
        return vm.complex_of(&num);
    }
    if value.obj().is_some() && vm.heap.str(value).is_none() {
        if let Some(flow) = vm.special_flow(value, "__complex__", &[])? {
            let result = vm.finish(flow)?;
            if let Some(num @ Num::Complex(..)) = vm.number(result) {
                return vm.complex_of(&num);
            }
            let name = vm.type_name(result);
            return Err(vm.type_error(format_args!(
                "__complex__ returned non-complex (type {name})"
            )));
        }
        if vm.lookup_special(value, "__float__").is_some()
            || vm.lookup_special(value, "__index__").is_some()
        {
            return Ok((vm.to_float(value)?, 0.0));
        }
    }
    let name = vm.type_name(value);
    Err(vm.type_error(&if is_alone {
        format!("complex() argument must be a string or a number, not {name}")
    } else {
        format!("complex() argument '{part}' must be a real number, not {name}")
    }))
}

/// Reads `a`, `bj` or `a+bj`, in parentheses or not.
fn parse_complex(text: &str) -> Option<(f64, f64)> {
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim_matches(text::is_space),
        None => text,
    };
    if text.contains(text::is_space) {
        return None;
    }
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return Some((parse(text)?, 0.0));
    };
    // The sign between the parts: the last one that is no exponent's.
    let bytes = body.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|&i| matches!(bytes[i], b'+' | b'-') && !matches!(bytes[i - 1], b'e' | b'E'));
    let (re, im) = body.split_at(split.unwrap_or(0));
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        _ => parse(im)?,
    };
    let re = if re.is_empty() { 0.0 } else { parse(re)? };
    Some((re, im))
}

#[cfg(test)]
mod tests {
    use super::{hex, parse_complex, parse_hex};

    #[test]
    fn hexadecimal_floats_are_those_of_cpython() {
        for (float, text) in [
            (1.5, "0x1.8000000000000p+0"),
            (-0.0, "-0x0.0p+0"),
            (1e-320, "0x0.00000000007e8p-1022"),
            (5e-324, "0x0.0000000000001p-1022"),
            (f64::MAX, "0x1.fffffffffffffp+1023"),
        ] {
            assert_eq!(hex(float), text);
            assert_eq!(parse_hex(text), Some(float));
        }
        assert_eq!(parse_hex("-0x1.8p-2"), Some(-0.375));
        assert_eq!(parse_hex("1.8"), Some(1.5));
        assert_eq!(parse_hex("zz"), None);
    }

    #[test]
    fn complex_numbers_are_read() {
        assert_eq!(parse_complex("1+2j"), Some((1.0, 2.0)));
        assert_eq!(parse_complex("(-1e-3-j)"), Some((-0.001, -1.0)));
        assert_eq!(parse_complex("x"), None);
    }
}
