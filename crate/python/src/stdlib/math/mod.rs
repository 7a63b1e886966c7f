//! `_math`: the real functions of `math` that many programs use; the integer ones stand beside.
//!
//! The rarer ones are in `py/math.py`.

mod integers;
mod sums;

use crate::builtins::number::Num;
use crate::elementary;
use crate::native::{Flow, NativeDef, PyResult, Raising};
use crate::object::{ObjId, Value};
use crate::vm::Vm;

/// Real functions of one variable.
static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("sqrt", "x, /", |vm, args| {
        let x = vm.to_float(args[0])?;
        if x < 0.0 {
            return Err(refused(vm, "expected a nonnegative input, got", x));
        }
        Ok(Value::float(x.sqrt()))
    }),
    NativeDef::new("exp", "x, /", |vm, args| ranged(vm, args, elementary::exp)),
    NativeDef::new("expm1", "x, /", |vm, args| ranged(vm, args, libm::expm1)),
    NativeDef::new("sin", "x, /", |vm, args| finite(vm, args, elementary::sin)),
    NativeDef::new("cos", "x, /", |vm, args| finite(vm, args, elementary::cos)),
    NativeDef::new("tan", "x, /", |vm, args| finite(vm, args, elementary::tan)),
    NativeDef::new("asin", "x, /", |vm, args| unit(vm, args, elementary::asin)),
    NativeDef::new("acos", "x, /", |vm, args| unit(vm, args, elementary::acos)),
    NativeDef::new("atan", "x, /", |vm, args| plain(vm, args, elementary::atan)),
    NativeDef::new("fabs", "x, /", |vm, args| plain(vm, args, f64::abs)),
    NativeDef::new("degrees", "x, /", |vm, args| {
        plain(vm, args, |x| x * (180.0 / std::f64::consts::PI))
    }),
    NativeDef::new("radians", "x, /", |vm, args| {
        plain(vm, args, |x| x * (std::f64::consts::PI / 180.0))
    }),
    NativeDef::new("isnan", "x, /", |vm, args| test(vm, args, f64::is_nan)),
    NativeDef::new("isinf", "x, /", |vm, args| test(vm, args, f64::is_infinite)),
    NativeDef::new("isfinite", "x, /", |vm, args| {
        test(vm, args, f64::is_finite)
    }),
    NativeDef::new("log", "x, base?, /", log),
    NativeDef::new("log2", "x, /", |vm, args| {
        logarithm(vm, args[0], elementary::log2, 2.0).map(Value::float)
    }),
    NativeDef::new("log10", "x, /", |vm, args| {
        logarithm(vm, args[0], elementary::log10, 10.0).map(Value::float)
    }),
    NativeDef::new("log1p", "x, /", |vm, args| {
        let x = vm.to_float(args[0])?;
        if x <= -1.0 {
            return Err(refused(vm, "expected argument value > -1, got", x));
        }
        Ok(Value::float(libm::log1p(x)))
    }),
];

/// Real functions of more variables, and those with other results.
static MORE_FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("pow", "x, y, /", pow),
    NativeDef::new("fmod", "x, y, /", |vm, args| {
        let (x, y) = pair(vm, args)?;
        if (x.is_infinite() && !y.is_nan()) || (y == 0.0 && !x.is_nan()) {
            return Err(vm.value_error("math domain error"));
        }
        Ok(Value::float(x % y))
    }),
    NativeDef::new("atan2", "y, x, /", |vm, args| {
        let (y, x) = pair(vm, args)?;
        Ok(Value::float(elementary::atan2(y, x)))
    }),
    NativeDef::new("copysign", "x, y, /", |vm, args| {
        let (x, y) = pair(vm, args)?;
        Ok(Value::float(x.copysign(y)))
    }),
    NativeDef::new("nextafter", "x, y, /, *, steps?", next_after),
    NativeDef::new("hypot", "*coordinates", |vm, args| {
        let mut vector = Vec::with_capacity(args.len());
        for &arg in args {
            vector.push(vm.to_float(arg)?);
        }
        Ok(Value::float(elementary::norm(&vector)))
    }),
    NativeDef::new("isclose", "a, b, *, rel_tol?, abs_tol?", is_close),
    NativeDef::new("frexp", "x, /", |vm, args| {
        let x = vm.to_float(args[0])?;
        let (mantissa, exponent) = if x.is_finite() {
            libm::frexp(x)
        } else {
            (x, 0)
        };
        let parts = [Value::float(mantissa), Value::Int(i64::from(exponent))];
        Ok(vm.heap.new_tuple(&parts))
    }),
    NativeDef::new("ldexp", "x, i, /", |vm, args| {
        let x = vm.to_float(args[0])?;
        if !vm.is_index(args[1]) {
            return Err(vm.type_error("Expected an int as second argument to ldexp."));
        }
        let exponent = vm.to_index_clamped(args[1])?.clamp(-10_000, 10_000);
        let result = libm::scalbn(x, i32::try_from(exponent).expect("clamped"));
        if result.is_infinite() && x.is_finite() {
            return Err(vm.overflow_error("math range error"));
        }
        Ok(Value::float(result))
    }),
    NativeDef::new("modf", "x, /", |vm, args| {
        let x = vm.to_float(args[0])?;
        let fraction = if x.is_infinite() { 0.0 } else { x.fract() };
        let parts = [Value::float(fraction.copysign(x)), Value::float(x.trunc())];
        Ok(vm.heap.new_tuple(&parts))
    }),
    NativeDef::flow("floor", "x, /", |vm, args| {
        whole(vm, args[0], "__floor__", f64::floor)
    }),
    NativeDef::flow("ceil", "x, /", |vm, args| {
        whole(vm, args[0], "__ceil__", f64::ceil)
    }),
    NativeDef::flow("trunc", "x, /", |vm, args| {
        whole(vm, args[0], "__trunc__", f64::trunc)
    }),
];

/// The module.
pub(super) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    use std::f64::consts;
    let module = vm.native_module("_math", FUNCTIONS);
    let globals = vm.module_globals(module);
    vm.add_functions(globals, MORE_FUNCTIONS);
    vm.add_functions(globals, integers::FUNCTIONS);
    vm.add_functions(globals, sums::FUNCTIONS);
    for (name, value) in [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        vm.set_global(module, name, Value::float(value));
    }
    Ok(module)
}

fn refused(vm: &mut Vm, expected: &str, x: f64) -> Raising {
    vm.value_error(format_args!(
        "{expected} {}",
        crate::builtins::float::repr(x)
    ))
}

fn pair(vm: &mut Vm, args: &[Value]) -> PyResult<(f64, f64)> {
    Ok((vm.to_float(args[0])?, vm.to_float(args[1])?))
}

fn plain(vm: &mut Vm, args: &[Value], function: fn(f64) -> f64) -> PyResult {
    let x = vm.to_float(args[0])?;
    Ok(Value::float(function(x)))
}

fn test(vm: &mut Vm, args: &[Value], function: fn(f64) -> bool) -> PyResult {
    let x = vm.to_float(args[0])?;
    Ok(Value::bool(function(x)))
}

/// A function that may overflow.
fn ranged(vm: &mut Vm, args: &[Value], function: fn(f64) -> f64) -> PyResult {
    let x = vm.to_float(args[0])?;
    let result = function(x);
    if result.is_infinite() && x.is_finite() {
        return Err(vm.overflow_error("math range error"));
    }
    Ok(Value::float(result))
}

/// A function of finite numbers.
fn finite(vm: &mut Vm, args: &[Value], function: fn(f64) -> f64) -> PyResult {
    let x = vm.to_float(args[0])?;
    if x.is_infinite() {
        return Err(refused(vm, "expected a finite input, got", x));
    }
    Ok(Value::float(function(x)))
}

/// A function of numbers from -1 to 1.
fn unit(vm: &mut Vm, args: &[Value], function: fn(f64) -> f64) -> PyResult {
    let x = vm.to_float(args[0])?;
    if x.abs() > 1.0 {
        return Err(refused(
            vm,
            "expected a number in range from -1 up to 1, got",
            x,
        ));
    }
    Ok(Value::float(function(x)))
}

/// A logarithm; integers may lie beyond the range of floats.
fn logarithm(vm: &mut Vm, value: Value, function: fn(f64) -> f64, base: f64) -> PyResult<f64> {
    if let Some(Num::Big(big)) = vm.number(value)
        && big.sign() == crate::bigint::Sign::Plus
        && crate::bigint::big_to_float(&big).is_none()
    {
        // x * 2**shift, with x in the range of floats.
        let shift = big.bits() - 64;
        let top = crate::bigint::big_to_float(&(&*big >> shift)).unwrap_or(1.0);
        #[expect(clippy::cast_precision_loss, reason = "bits are counted in memory")]
        let shift = shift as f64;
        let unit = if (base - 2.0).abs() < 0.1 {
            1.0
        } else {
            function(2.0)
        };
        return Ok(function(top) + shift * unit);
    }
    let x = vm.to_float(value)?;
    if x <= 0.0 {
        return Err(vm.value_error("expected a positive input"));
    }
    Ok(function(x))
}

fn log(vm: &mut Vm, args: &[Value]) -> PyResult {
    let x = logarithm(vm, args[0], elementary::ln, 0.0)?;
    if args[1].is_unbound() {
        return Ok(Value::float(x));
    }
    let base = logarithm(vm, args[1], elementary::ln, 0.0)?;
    if base == 0.0 {
        return Err(vm.zero_division("division by zero"));
    }
    Ok(Value::float(x / base))
}

fn pow(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (x, y) = pair(vm, args)?;
    let result = elementary::pow(x, y);
    let is_finite = x.is_finite() && y.is_finite();
    if is_finite && result.is_nan() {
        return Err(vm.value_error("math domain error"));
    }
    if is_finite && result.is_infinite() {
        return Err(if x == 0.0 {
            vm.value_error("math domain error")
        } else {
            vm.overflow_error("math range error")
        });
    }
    Ok(Value::float(result))
}

fn next_after(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (mut x, y) = pair(vm, args)?;
    let steps = match args[2] {
        Value::Unbound | Value::None => 1,
        steps => vm.to_index_clamped(steps)?,
    };
    if steps < 0 {
        return Err(vm.value_error("steps must be a non-negative integer"));
    }
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(f64::NAN));
    }
    // Steps on the number line of all floats, where the integer order of their bits is theirs.
    let place = |x: f64| -> i128 {
        let magnitude = i128::from(x.abs().to_bits());
        if x.is_sign_negative() {
            -magnitude
        } else {
            magnitude
        }
    };
    let (from, to) = (place(x), place(y));
    let distance = (to - from).abs();
    let steps = i128::from(steps).min(distance);
    if steps == distance {
        return Ok(Value::float(y));
    }
    let target = if to > from {
        from + steps
    } else {
        from - steps
    };
    let bits = u64::try_from(target.abs()).expect("between two floats");
    x = f64::from_bits(bits);
    Ok(Value::float(if target < 0 { -x } else { x }))
}

fn is_close(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (a, b) = pair(vm, args)?;
    let relative = match args[2] {
        Value::Unbound => 1e-9,
        value => vm.to_float(value)?,
    };
    let absolute = match args[3] {
        Value::Unbound => 0.0,
        value => vm.to_float(value)?,
    };
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    #[expect(clippy::float_cmp, reason = "equal numbers are close, infinities too")]
    if a == b {
        return Ok(Value::bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::bool(false));
    }
    let difference = (b - a).abs();
    let is_close = difference <= (relative * b).abs()
        || difference <= (relative * a).abs()
        || difference <= absolute;
    Ok(Value::bool(is_close))
}

/// `floor`, `ceil` and `trunc`: integers, by the method if the class has one.
fn whole(vm: &mut Vm, value: Value, method: &str, round: fn(f64) -> f64) -> PyResult<Flow> {
    match vm.number(value) {
        Some(Num::Float(float)) => return vm.int_from_float(round(float)).map(Flow::Return),
        Some(num) if num.is_int() => return Ok(Flow::Return(vm.new_number(&num))),
        _ => {}
    }
    if value.obj().is_some()
        && let Some(flow) = vm.special_flow(value, method, &[])?
    {
        return Ok(flow);
    }
    if method == "__trunc__" {
        let name = vm.type_name(value);
        return Err(vm.type_error(format_args!("type {name} doesn't define __trunc__ method")));
    }
    let float = vm.to_float(value)?;
    vm.int_from_float(round(float)).map(Flow::Return)
}
