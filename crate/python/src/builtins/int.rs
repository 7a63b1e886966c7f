//! `int` arithmetic and conversions between integers, floats and text.

use crate::bigint::{BigInt, ratio_to_float};

use super::float;
use super::number::Num;
use crate::code::BinaryOp;
use crate::native::PyResult;
use crate::object::{Value, classes};
use crate::vm::Vm;

/// Decimal digits that an `int` may have to be turned into text or made from it.
pub(crate) const TEXT_DIGITS_MAX: usize = 4300;

/// Bits that the result of a product, shift or power may have; more would stall the page.
const BITS_MAX: u64 = 1 << 24;

/// An operator on two integers.
///
/// # Errors
///
/// `ZeroDivisionError`, `OverflowError`, `ValueError`, `MemoryError`.
pub(crate) fn arithmetic(vm: &mut Vm, op: BinaryOp, a: &Num, b: &Num) -> PyResult<Option<Value>> {
    if let (Num::Int(a), Num::Int(b)) = (a, b)
        && let Some(value) = small(vm, op, *a, *b)?
    {
        return Ok(Some(value));
    }
    let (Some(a), Some(b)) = (a.to_big(), b.to_big()) else {
        return Ok(None);
    };
    let divides = matches!(op, BinaryOp::TrueDiv | BinaryOp::FloorDiv | BinaryOp::Mod);
    if divides && b.is_zero() {
        return Err(vm.zero_division("division by zero"));
    }
    let result = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => {
            check_size(vm, a.bits() + b.bits())?;
            a * b
        }
        BinaryOp::FloorDiv => a.div_mod_floor(&b).0,
        BinaryOp::Mod => a.div_mod_floor(&b).1,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::LShift => shift_left(vm, a, &b)?,
        BinaryOp::RShift => shift_right(vm, &a, &b)?,
        BinaryOp::Pow => return power(vm, &a, &b).map(Some),
        BinaryOp::TrueDiv => {
            return match ratio_to_float(&a, &b) {
                Some(float) => Ok(Some(Value::float(float))),
                None => Err(vm.overflow_error("integer division result too large for a float")),
            };
        }
        BinaryOp::MatMul => return Ok(None),
    };
    Ok(Some(vm.new_int(result)))
}

/// The quotient rounded down; `a` is not the least of all.
fn div_floor(a: i64, b: i64) -> i64 {
    let (quotient, rest) = (a / b, a % b);
    quotient - i64::from(rest != 0 && (rest < 0) != (b < 0))
}

/// The operators that stay within 64 bits; `None` where big integers must decide.
fn small(vm: &mut Vm, op: BinaryOp, a: i64, b: i64) -> PyResult<Option<Value>> {
    const EXACT: i64 = 1 << 53;
    let divides = matches!(op, BinaryOp::TrueDiv | BinaryOp::FloorDiv | BinaryOp::Mod);
    if divides && b == 0 {
        return Err(vm.zero_division("division by zero"));
    }
    let int = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::FloorDiv if a != i64::MIN => Some(div_floor(a, b)),
        BinaryOp::Mod if a != i64::MIN => Some(a - b * div_floor(a, b)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::LShift if (0..63).contains(&b) => {
            let shifted = a << b;
            (shifted >> b == a).then_some(shifted)
        }
        BinaryOp::RShift if b >= 0 => Some(a >> b.min(63)),
        BinaryOp::Pow if b >= 0 => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
        BinaryOp::TrueDiv if a.abs_diff(0) <= EXACT as u64 && b.abs_diff(0) <= EXACT as u64 => {
            return Ok(Some(Value::float(float::of_int(a) / float::of_int(b))));
        }
        _ => None,
    };
    Ok(int.map(Value::Int))
}

fn check_size(vm: &mut Vm, bits: u64) -> PyResult<()> {
    if bits > BITS_MAX {
        return Err(vm.raise(classes::MEMORY_ERROR, ""));
    }
    Ok(())
}

fn shift_left(vm: &mut Vm, a: BigInt, b: &BigInt) -> PyResult<BigInt> {
    if b.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    if a.is_zero() {
        return Ok(a);
    }
    let Some(count) = b.to_u64().filter(|count| *count < 1 << 62) else {
        return Err(vm.overflow_error("too many digits in integer"));
    };
    check_size(vm, a.bits() + count)?;
    Ok(a << count)
}

fn shift_right(vm: &mut Vm, a: &BigInt, b: &BigInt) -> PyResult<BigInt> {
    if b.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    Ok(match b.to_u64() {
        Some(count) if count <= a.bits() => a >> count,
        _ if a.is_negative() => BigInt::from(-1),
        _ => BigInt::zero(),
    })
}

fn power(vm: &mut Vm, a: &BigInt, b: &BigInt) -> PyResult {
    if b.is_negative() {
        let (base, exponent) = (vm.big_float(a)?, vm.big_float(b)?);
        let result = float::arithmetic(vm, BinaryOp::Pow, base, exponent)?;
        return Ok(result.expect("floats have powers"));
    }
    if a.is_zero() || a.is_one() {
        return Ok(if b.is_zero() {
            Value::Int(1)
        } else {
            vm.new_int(a.clone())
        });
    }
    if *a == BigInt::from(-1) {
        return Ok(Value::Int(if b.is_odd() { -1 } else { 1 }));
    }
    let exponent = b.to_u64().and_then(|b| u32::try_from(b).ok());
    let exponent = exponent.unwrap_or(u32::MAX);
    check_size(vm, (a.bits() - 1).saturating_mul(u64::from(exponent)))?;
    Ok(vm.new_int(a.pow(exponent)))
}

/// `pow(base, exponent, modulus)`
///
/// # Errors
///
/// `ValueError` for modulus 0 and where a negative exponent has no inverse.
pub(crate) fn power_modulo(
    vm: &mut Vm,
    base: &BigInt,
    exponent: &BigInt,
    modulus: &BigInt,
) -> PyResult {
    if modulus.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let size = modulus.abs();
    let mut base = base.div_mod_floor(&size).1;
    if exponent.is_negative() {
        let Some(inverse) = base.inverse(&size) else {
            return Err(vm.value_error("base is not invertible for the given modulus"));
        };
        base = inverse;
    }
    let mut result = BigInt::one() % &size;
    for bit in (0..exponent.bits()).rev() {
        result = &result * &result % &size;
        if exponent.bit(bit) {
            result = result * &base % &size;
        }
    }
    if modulus.is_negative() && !result.is_zero() {
        result = result + modulus;
    }
    Ok(vm.new_int(result))
}

/// Why a text is no integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParseError {
    /// It does not have the form.
    Malformed,
    /// It has more than `TEXT_DIGITS_MAX` digits, in a base that is no power of two.
    TooLong(usize),
}

/// Reads an integer as `int(text, base)` does; base 0 goes by the prefix.
pub(crate) fn parse(text: &str, base: u32) -> Result<Num, ParseError> {
    let text = text.trim_matches(super::text::is_space);
    let (is_negative, text) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (digits, radix) = strip_prefix(text, base);
    let mut plain = Vec::with_capacity(digits.len());
    let mut is_digit_before = digits.len() < text.len();
    for c in digits.chars() {
        if c == '_' && is_digit_before {
            is_digit_before = false;
            continue;
        }
        let digit = super::text::digit_value(c, radix).ok_or(ParseError::Malformed)?;
        plain.push(digit);
        is_digit_before = true;
    }
    if plain.is_empty() || !is_digit_before {
        return Err(ParseError::Malformed);
    }
    if base == 0 && radix == 10 && plain[0] == 0 && plain.iter().any(|digit| *digit != 0) {
        return Err(ParseError::Malformed);
    }
    if plain.len() > TEXT_DIGITS_MAX && !radix.is_power_of_two() {
        return Err(ParseError::TooLong(plain.len()));
    }
    let small = plain.iter().try_fold(0_i64, |value, digit| {
        value
            .checked_mul(i64::from(radix))?
            .checked_add(i64::from(*digit))
    });
    if let Some(small) = small {
        return Ok(Num::Int(if is_negative { -small } else { small }));
    }
    let big = BigInt::from_radix(&plain, radix);
    let big = if is_negative { -big } else { big };
    Ok(big
        .to_i64()
        .map_or_else(|| Num::Big(std::rc::Rc::new(big)), Num::Int))
}

/// Takes `0x`, `0o` or `0b` off a text where the base has it.
fn strip_prefix(text: &str, base: u32) -> (&str, u32) {
    for (radix, lower, upper) in [(16, "0x", "0X"), (8, "0o", "0O"), (2, "0b", "0B")] {
        if base != 0 && base != radix {
            continue;
        }
        if let Some(rest) = text.strip_prefix(lower).or(text.strip_prefix(upper)) {
            return (rest, radix);
        }
    }
    (text, if base == 0 { 10 } else { base })
}

impl Vm {
    /// The decimal text of an integer.
    ///
    /// # Errors
    ///
    /// `ValueError` beyond 4300 digits.
    pub(crate) fn int_text(&mut self, num: &Num) -> PyResult<String> {
        let big = match num {
            Num::Int(int) => return Ok(int.to_string()),
            Num::Big(big) => big,
            _ => unreachable!("the caller has an int"),
        };
        // A quick bound first: the conversion of a huge number takes long.
        if big.bits() < 14_400 {
            let text = big.to_string();
            if text.trim_start_matches('-').len() <= TEXT_DIGITS_MAX {
                return Ok(text);
            }
        }
        Err(self.value_error(
            "Exceeds the limit (4300 digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit",
        ))
    }
}
