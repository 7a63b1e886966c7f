//! `math`: sums and products of iterables.

use crate::builtins::number::Num;
use crate::code::BinaryOp;
use crate::elementary;
use crate::native::{NativeDef, PyResult};
use crate::object::Value;
use crate::vm::Vm;

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("fsum", "seq, /", |vm, args| {
        let mut numbers = Vec::new();
        for item in vm.collect(args[0])? {
            numbers.push(vm.to_float(item)?);
        }
        exact_sum(vm, &numbers).map(Value::float)
    }),
    NativeDef::new("prod", "iterable, /, *, start?", |vm, args| {
        let mut result = args[1].bound().unwrap_or(Value::Int(1));
        for item in vm.collect(args[0])? {
            result = vm.binary(BinaryOp::Mul, result, item)?;
        }
        Ok(result)
    }),
    NativeDef::new("sumprod", "p, q, /", sum_of_products),
];

/// The sum of floats, rounded once.
fn exact_sum(vm: &mut Vm, numbers: &[f64]) -> PyResult<f64> {
    // Partial sums that don't overlap, the smallest first; their exact sum is the sum so far.
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0;
    let mut has_infinity = false;
    for &number in numbers {
        if !number.is_finite() {
            has_infinity |= number.is_infinite();
            special += number;
            continue;
        }
        let mut x = number;
        let mut kept = 0;
        for index in 0..partials.len() {
            let mut y = partials[index];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        if x.is_infinite() {
            return Err(vm.overflow_error("intermediate overflow in fsum"));
        }
        partials.truncate(kept);
        partials.push(x);
    }
    if special != 0.0 || special.is_nan() {
        if special.is_nan() && has_infinity && numbers.iter().all(|n| !n.is_nan()) {
            return Err(vm.value_error("-inf + inf in fsum"));
        }
        return Ok(special);
    }
    let Some(mut high) = partials.pop() else {
        return Ok(0.0);
    };
    while let Some(next) = partials.pop() {
        let x = high;
        high = x + next;
        let low = next - (high - x);
        if low == 0.0 {
            continue;
        }
        // Half a unit exactly: the sign of what is left decides.
        if let Some(&rest) = partials.last()
            && ((low < 0.0 && rest < 0.0) || (low > 0.0 && rest > 0.0))
        {
            let double = low * 2.0;
            let rounded = high + double;
            #[expect(clippy::float_cmp, reason = "asks whether the addition was exact")]
            if rounded - high == double {
                high = rounded;
            }
        }
        break;
    }
    Ok(high)
}

fn sum_of_products(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (p, q) = (vm.collect(args[0])?, vm.collect(args[1])?);
    if p.len() != q.len() {
        return Err(vm.value_error("Inputs are not the same length"));
    }
    let is_float = |vm: &Vm, value: Value| matches!(vm.number(value), Some(Num::Float(_)));
    let has_float = p.iter().chain(&q).any(|value| is_float(vm, *value));
    let all_real = p
        .iter()
        .chain(&q)
        .all(|value| matches!(vm.number(*value), Some(Num::Float(_) | Num::Int(_))));
    if has_float && all_real {
        // Each product is the exact sum of two floats.
        let mut parts = Vec::with_capacity(p.len() * 2);
        for (p, q) in p.into_iter().zip(q) {
            let (p, q) = (vm.to_float(p)?, vm.to_float(q)?);
            let (product, lost) = elementary::exact_product(p, q);
            parts.push(product);
            if lost.is_finite() {
                parts.push(lost);
            }
        }
        return exact_sum(vm, &parts).map(Value::float);
    }
    let mut sum = Value::Int(0);
    for (p, q) in p.into_iter().zip(q) {
        let product = vm.binary(BinaryOp::Mul, p, q)?;
        sum = vm.binary(BinaryOp::Add, sum, product)?;
    }
    Ok(sum)
}
