//! `complex`: arithmetic and text.

use super::float;
use crate::code::BinaryOp;
use crate::elementary;
use crate::native::PyResult;
use crate::object::Value;
use crate::vm::Vm;

/// A complex number: real and imaginary part.
pub(crate) type Pair = (f64, f64);

/// An operator on two complex numbers. A number that was real has no imaginary part at all, not
/// even one of zero, whose sign would show.
///
/// # Errors
///
/// `ZeroDivisionError`, `OverflowError`.
pub(crate) fn arithmetic(
    vm: &mut Vm,
    op: BinaryOp,
    (a, b): (Pair, Pair),
    is_real: (bool, bool),
) -> PyResult<Option<Value>> {
    let (re, im) = match (op, is_real) {
        (BinaryOp::Add, (true, _)) => (a.0 + b.0, b.1),
        (BinaryOp::Add | BinaryOp::Sub, (_, true)) => {
            let real = if op == BinaryOp::Add { b.0 } else { -b.0 };
            (a.0 + real, a.1)
        }
        (BinaryOp::Sub, (true, _)) => (a.0 - b.0, -b.1),
        (BinaryOp::Mul, (true, _)) => (a.0 * b.0, a.0 * b.1),
        (BinaryOp::Mul, (_, true)) => (a.0 * b.0, a.1 * b.0),
        (BinaryOp::TrueDiv, (_, true)) if b.0 != 0.0 => (a.0 / b.0, a.1 / b.0),
        (BinaryOp::TrueDiv, (true, _)) if b != (0.0, 0.0) => divide_real(a.0, b),
        _ => return between_complex(vm, op, a, b),
    };
    Ok(Some(vm.new_complex(re, im)))
}

fn between_complex(vm: &mut Vm, op: BinaryOp, a: Pair, b: Pair) -> PyResult<Option<Value>> {
    let (re, im) = match op {
        BinaryOp::Add => (a.0 + b.0, a.1 + b.1),
        BinaryOp::Sub => (a.0 - b.0, a.1 - b.1),
        BinaryOp::Mul => multiply(a, b),
        BinaryOp::TrueDiv => {
            if b == (0.0, 0.0) {
                return Err(vm.zero_division("division by zero"));
            }
            divide(a, b)
        }
        BinaryOp::Pow => match power(a, b) {
            Some(result) => result,
            None => return Err(vm.zero_division("zero to a negative or complex power")),
        },
        _ => return Ok(None),
    };
    Ok(Some(vm.new_complex(re, im)))
}

fn multiply(a: Pair, b: Pair) -> Pair {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// Divides by the larger part first, so that squares neither overflow nor vanish.
fn divide(a: Pair, b: Pair) -> Pair {
    if b.0.abs() >= b.1.abs() {
        let ratio = b.1 / b.0;
        let scale = b.0 + b.1 * ratio;
        ((a.0 + a.1 * ratio) / scale, (a.1 - a.0 * ratio) / scale)
    } else {
        let ratio = b.0 / b.1;
        let scale = b.0 * ratio + b.1;
        ((a.0 * ratio + a.1) / scale, (a.1 * ratio - a.0) / scale)
    }
}

/// Divides a real number; what stands for its imaginary part must not meet infinities.
fn divide_real(a: f64, b: Pair) -> Pair {
    if b.0.abs() >= b.1.abs() {
        let ratio = b.1 / b.0;
        let scale = b.0 + b.1 * ratio;
        (a / scale, (-a * ratio) / scale)
    } else {
        let ratio = b.0 / b.1;
        let scale = b.0 * ratio + b.1;
        ((a * ratio) / scale, -a / scale)
    }
}

/// `None` for zero to a negative or complex power.
fn power(a: Pair, b: Pair) -> Option<Pair> {
    if b == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    let is_zero = a == (0.0, 0.0);
    if is_zero && !(b.1 == 0.0 && b.0 > 0.0) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded by 100"
    )]
    if b.1 == 0.0 && b.0.floor() == b.0 && b.0.abs() <= 100.0 {
        let positive = power_int(a, b.0.abs() as u32);
        return Some(if b.0 < 0.0 {
            divide((1.0, 0.0), positive)
        } else {
            positive
        });
    }
    if is_zero {
        return Some((0.0, 0.0));
    }
    let size = elementary::norm(&[a.0, a.1]);
    let angle = elementary::atan2(a.1, a.0);
    let mut length = elementary::pow(size, b.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        length *= elementary::exp(-angle * b.1);
        phase += b.1 * elementary::ln(size);
    }
    Some((
        length * elementary::cos(phase),
        length * elementary::sin(phase),
    ))
}

fn power_int(a: Pair, exponent: u32) -> Pair {
    let mut result = (1.0, 0.0);
    let mut factor = a;
    let mut mask = 1;
    while mask > 0 && exponent >= mask {
        if exponent & mask != 0 {
            result = multiply(result, factor);
        }
        mask <<= 1;
        factor = multiply(factor, factor);
    }
    result
}

/// The text of a complex number.
pub(crate) fn repr(re: f64, im: f64) -> String {
    let imaginary = float::short(im);
    if re == 0.0 && re.is_sign_positive() {
        return format!("{imaginary}j");
    }
    let sign = if im.is_sign_negative() && !im.is_nan() {
        ""
    } else {
        "+"
    };
    format!("({}{sign}{imaginary}j)", float::short(re))
}
