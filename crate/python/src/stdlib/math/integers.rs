//! `math`: functions of integers.

use crate::bigint::BigInt;

use crate::builtins::number::gcd;
use crate::native::{NativeDef, PyResult};
use crate::object::{Value, classes};
use crate::vm::Vm;

/// Results larger than this many bits would stall the page.
const BITS_MAX: u64 = 1 << 26;

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("factorial", "n, /", factorial),
    NativeDef::new("gcd", "*integers", |vm, args| {
        let mut result = BigInt::zero();
        for &arg in args {
            result = gcd(&result, &index(vm, arg)?);
        }
        Ok(vm.new_int(result))
    }),
    NativeDef::new("lcm", "*integers", |vm, args| {
        let mut result = BigInt::one();
        for &arg in args {
            let int = index(vm, arg)?;
            result = if int.is_zero() || result.is_zero() {
                BigInt::zero()
            } else {
                let common = gcd(&result, &int);
                (result / common * int).abs()
            };
        }
        Ok(vm.new_int(result))
    }),
    NativeDef::new("isqrt", "n, /", |vm, args| {
        let n = index(vm, args[0])?;
        if n.is_negative() {
            return Err(vm.value_error("isqrt() argument must be nonnegative"));
        }
        Ok(vm.new_int(n.sqrt()))
    }),
    NativeDef::new("comb", "n, k, /", |vm, args| {
        let (n, k) = pair(vm, args)?;
        let other = &n - &k;
        if other.is_negative() {
            return Ok(Value::Int(0));
        }
        let k = small(vm, &k.min(other), "comb")?;
        check_size(vm, &n, k)?;
        // Each division is exact: the product of i + 1 numbers in a row is divisible by (i + 1)!.
        let mut result = BigInt::one();
        for i in 0..k {
            result = result * (&n - BigInt::from(i)) / BigInt::from(i + 1);
        }
        Ok(vm.new_int(result))
    }),
    NativeDef::new("perm", "n, k?, /", |vm, args| {
        if matches!(args[1], Value::Unbound | Value::None) {
            return factorial(vm, args);
        }
        let (n, k) = pair(vm, args)?;
        if k > n {
            return Ok(Value::Int(0));
        }
        let k = small(vm, &k, "perm")?;
        check_size(vm, &n, k)?;
        let mut result = BigInt::one();
        for i in 0..k {
            result = result * (&n - BigInt::from(i));
        }
        Ok(vm.new_int(result))
    }),
];

fn index(vm: &mut Vm, value: Value) -> PyResult<BigInt> {
    Ok(vm.index_of(value)?.to_big().expect("an index is an int"))
}

fn pair(vm: &mut Vm, args: &[Value]) -> PyResult<(BigInt, BigInt)> {
    let (n, k) = (index(vm, args[0])?, index(vm, args[1])?);
    for (name, value) in [("n", &n), ("k", &k)] {
        if value.is_negative() {
            return Err(vm.value_error(format_args!("{name} must be a non-negative integer")));
        }
    }
    Ok((n, k))
}

fn small(vm: &mut Vm, k: &BigInt, name: &str) -> PyResult<u64> {
    match k.to_u64().filter(|k| *k < 1 << 63) {
        Some(k) => Ok(k),
        None => Err(vm.overflow_error(format_args!(
            "min(n - k, k) must not exceed {} in {name}",
            u64::MAX
        ))),
    }
}

fn check_size(vm: &mut Vm, n: &BigInt, factors: u64) -> PyResult<()> {
    if n.bits().saturating_mul(factors) > BITS_MAX {
        return Err(vm.raise(classes::MEMORY_ERROR, ""));
    }
    Ok(())
}

fn factorial(vm: &mut Vm, args: &[Value]) -> PyResult {
    let n = index(vm, args[0])?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    let Some(n) = n.to_u64().filter(|n| *n < 1 << 63) else {
        return Err(vm.overflow_error(format_args!(
            "factorial() argument should not exceed {}",
            i64::MAX
        )));
    };
    check_size(vm, &BigInt::from(n), n)?;
    let result = product(1, n);
    Ok(vm.new_int(result))
}

/// The product of the numbers in `(low, high]`, halved so that factors are of like size.
fn product(low: u64, high: u64) -> BigInt {
    if high - low.min(high) <= 8 {
        return (low + 1..=high).fold(BigInt::one(), |result, factor| {
            result * BigInt::from(factor)
        });
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle, high)
}
