//! `round`, and the numeric functions of the module `builtins`.

use crate::bigint::BigInt;

use super::number::Num;
use crate::code::BinaryOp;
use crate::decimal;
use crate::native::{Flow, NativeDef, PyResult};
use crate::object::Value;
use crate::vm::Vm;
use crate::vm::operators::Operator;

/// Numeric functions of `builtins`.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::flow("abs", "x, /", absolute),
    NativeDef::flow("divmod", "x, y, /", |vm, args| {
        vm.operator_flow(Operator::DivMod, args[0], args[1], false)
    }),
    NativeDef::flow("pow", "base, exp, mod?", power),
    NativeDef::flow("round", "number, ndigits?", round),
    NativeDef::new("bin", "number, /", |vm, args| based(vm, args[0], 2)),
    NativeDef::new("oct", "number, /", |vm, args| based(vm, args[0], 8)),
    NativeDef::new("hex", "number, /", |vm, args| based(vm, args[0], 16)),
    NativeDef::new("chr", "i, /", chr),
    NativeDef::new("ord", "c, /", ord),
    NativeDef::flow("format", "value, format_spec?, /", |vm, args| {
        vm.format_flow(args[0], args[1])
    }),
];

fn absolute(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    if (vm.number(args[0]).is_none() || vm.is_overridden(args[0], "__abs__"))
        && args[0].obj().is_some()
        && let Some(flow) = vm.special_flow(args[0], "__abs__", &[])?
    {
        return Ok(flow);
    }
    vm.absolute(args[0]).map(Flow::Return)
}

fn power(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    match args[2] {
        Value::Unbound | Value::None => vm.binary_flow(BinaryOp::Pow, args[0], args[1], false),
        modulus => {
            if vm.number(args[0]).is_none()
                && args[0].obj().is_some()
                && let Some(flow) = vm.special_flow(args[0], "__pow__", &[args[1], modulus])?
            {
                return Ok(flow);
            }
            vm.power_modulo(args[0], args[1], modulus).map(Flow::Return)
        }
    }
}

fn round(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    if vm
        .number(args[0])
        .is_none_or(|num| matches!(num, Num::Complex(..)))
    {
        let rest = if args[1].is_unbound() {
            &[]
        } else {
            &args[1..2]
        };
        if args[0].obj().is_some()
            && let Some(flow) = vm.special_flow(args[0], "__round__", rest)?
        {
            return Ok(flow);
        }
        let name = vm.type_name(args[0]);
        return Err(vm.type_error(format_args!("type {name} doesn't define __round__ method")));
    }
    vm.round_number(args[0], args[1]).map(Flow::Return)
}

impl Vm {
    /// `round` of a built-in real number: half to even.
    ///
    /// # Errors
    ///
    /// `TypeError`, `ValueError`, `OverflowError`.
    pub(crate) fn round_number(&mut self, value: Value, n_digits: Value) -> PyResult {
        let Some(num) = self.number(value) else {
            let name = self.type_name(value);
            return Err(
                self.type_error(format_args!("type {name} doesn't define __round__ method"))
            );
        };
        let n_digits = match n_digits {
            Value::Unbound | Value::None => None,
            n => Some(self.to_index_clamped(n)?),
        };
        match (num, n_digits) {
            (Num::Float(float), None) => self.int_from_float(float.round_ties_even()),
            (Num::Float(float), Some(n)) => {
                let rounded = round_float(float, n);
                if rounded.is_infinite() && float.is_finite() {
                    return Err(self.overflow_error("rounded value too large to represent"));
                }
                Ok(Value::float(rounded))
            }
            (num, Some(n)) if n < 0 => {
                let int = num.to_big().unwrap_or_default();
                Ok(self.new_int(round_int(&int, n.unsigned_abs())))
            }
            (num, _) => Ok(self.new_number(&num)),
        }
    }
}

/// Rounds to a number of decimals by the float's exact value.
fn round_float(float: f64, n: i64) -> f64 {
    if !float.is_finite() || float == 0.0 || n > 323 {
        return float;
    }
    if n >= 0 {
        let n = usize::try_from(n).expect("checked");
        return parsed(&decimal::fixed(float.abs(), n)).copysign(float);
    }
    let (_, exponent) = decimal::shortest(float.abs());
    let n_kept = i64::from(exponent) + 1 + n;
    let zero = 0.0_f64.copysign(float);
    if n_kept < 0 {
        return zero;
    }
    if n_kept == 0 {
        // The unit is the power of ten above the number: round to 0 or to it.
        let is_up = exceeds_half(float.abs(), exponent + 1);
        return if is_up {
            parsed(&format!("1e{}", exponent + 1)).copysign(float)
        } else {
            zero
        };
    }
    let (digits, exponent) =
        decimal::significant(float.abs(), usize::try_from(n_kept).expect("checked"));
    parsed(&format!("{digits}e{}", i64::from(exponent) + 1 - n_kept)).copysign(float)
}

fn parsed(text: &str) -> f64 {
    super::float::parse(text).expect("a decimal number")
}

/// Whether a float is more than half of a power of ten.
fn exceeds_half(float: f64, exponent: i32) -> bool {
    let unit = BigInt::from(10).pow(exponent.unsigned_abs());
    super::float::to_bigint(float.floor()).is_some_and(|whole| {
        let double = whole * BigInt::from(2);
        double > unit || (double == unit && float.fract() > 0.0)
    })
}

fn round_int(int: &BigInt, n: u64) -> BigInt {
    // Every digit is dropped, and the number is below half of the unit.
    if n > int.bits() {
        return BigInt::zero();
    }
    let unit = BigInt::from(10).pow(u32::try_from(n).unwrap_or(u32::MAX));
    let (quotient, rest) = int.div_mod_floor(&unit);
    let double = rest.abs() * BigInt::from(2);
    let is_up = double > unit || (double == unit && quotient.is_odd());
    (quotient + BigInt::from(u8::from(is_up))) * unit
}

fn based(vm: &mut Vm, value: Value, radix: u32) -> PyResult {
    let num = vm.index_of(value)?;
    let digits = vm.int_digits(&num, radix)?;
    let sign = match num {
        Num::Int(int) if int < 0 => "-",
        Num::Big(big) if big.is_negative() => "-",
        _ => "",
    };
    let prefix = match radix {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    Ok(vm.heap.new_str(&format!("{sign}{prefix}{digits}")))
}

fn chr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let code = vm.to_index_clamped(args[0])?;
    match u32::try_from(code) {
        Ok(code @ 0xD800..=0xDFFF) => {
            Err(vm.value_error(format_args!("surrogates are not supported: chr({code:#x})")))
        }
        Ok(code) if char::from_u32(code).is_some() => {
            let c = char::from_u32(code).expect("checked");
            Ok(vm.heap.new_str(c.encode_utf8(&mut [0; 4])))
        }
        _ => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (len, code) = match (vm.heap.str(args[0]), vm.bytes_of(args[0])) {
        (Some(string), _) => (
            string.n_chars as usize,
            string.text.chars().next().map(u32::from),
        ),
        (_, Some(bytes)) => (bytes.len(), bytes.first().map(|byte| u32::from(*byte))),
        _ => {
            let name = vm.type_name(args[0]);
            return Err(vm.type_error(format_args!(
                "ord() expected string of length 1, but {name} found"
            )));
        }
    };
    match code {
        Some(code) if len == 1 => Ok(Value::Int(i64::from(code))),
        _ => Err(vm.type_error(format_args!(
            "ord() expected a character, but string of length {len} found"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::{round_float, round_int};

    /// Each from CPython.
    #[test]
    fn halves_go_to_even_by_exact_value() {
        for (float, n, rounded) in [
            (2.675, 2, 2.67),
            (2.5, 0, 2.0),
            (-0.5, 0, -0.0),
            (1250.0, -2, 1200.0),
            (1350.0, -2, 1400.0),
            (50.0, -2, 0.0),
            (51.0, -2, 100.0),
            (50.5, -2, 100.0),
            (4.0, -2, 0.0),
            (1e300, -300, 1e300),
            (0.1, 400, 0.1),
            (123.456, 1, 123.5),
        ] {
            let found = round_float(float, n);
            assert_eq!(found.to_bits(), f64::to_bits(rounded), "{float} {n}");
        }
        for (int, n, rounded) in [
            (1250, 2, 1200),
            (-1250, 2, -1200),
            (1350, 2, 1400),
            (5, 1, 0),
            (15, 1, 20),
            (99, 3, 0),
        ] {
            assert_eq!(round_int(&int.into(), n), rounded.into(), "{int}");
        }
    }
}
