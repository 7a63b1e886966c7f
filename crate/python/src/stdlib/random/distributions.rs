//! Continuous distributions and the binomial one.
//!
//! The order of draws and of floating-point operations is CPython's: programs see every bit of it.

use std::f64::consts::{E, PI};

use super::generator;
use crate::code::BinaryOp;
use crate::elementary::{acos, cos, exp, ln, log2, pow, sin};
use crate::native::{NativeDef, PyResult};
use crate::object::Value;
use crate::vm::Vm;

const TWO_PI: f64 = 2.0 * PI;

/// Methods of `Random` that draw from distributions.
pub(super) static METHODS: &[NativeDef] = &[
    NativeDef::new("uniform", "self, a, b", |vm, args| {
        let width = vm.binary(BinaryOp::Sub, args[2], args[1])?;
        let part = Value::Float(draw(vm, args[0])?);
        let part = vm.binary(BinaryOp::Mul, width, part)?;
        vm.binary(BinaryOp::Add, args[1], part)
    }),
    NativeDef::new("triangular", "self, low?, high?, mode?", triangular),
    NativeDef::new("gauss", "self, mu?, sigma?", gauss),
    NativeDef::new("normalvariate", "self, mu?, sigma?", |vm, args| {
        let (mu, sigma) = (float(vm, args[1], 0.0)?, float(vm, args[2], 1.0)?);
        normal(vm, args[0], mu, sigma).map(Value::Float)
    }),
    NativeDef::new("lognormvariate", "self, mu, sigma", |vm, args| {
        let (mu, sigma) = (vm.to_float(args[1])?, vm.to_float(args[2])?);
        let drawn = normal(vm, args[0], mu, sigma)?;
        Ok(Value::Float(exp(drawn)))
    }),
    NativeDef::new("expovariate", "self, lambd?", |vm, args| {
        let rate = float(vm, args[1], 1.0)?;
        let drawn = -ln(1.0 - draw(vm, args[0])?);
        if rate == 0.0 {
            return Err(vm.zero_division("division by zero"));
        }
        Ok(Value::Float(drawn / rate))
    }),
    NativeDef::new("vonmisesvariate", "self, mu, kappa", von_mises),
    NativeDef::new("gammavariate", "self, alpha, beta", |vm, args| {
        let (alpha, beta) = (vm.to_float(args[1])?, vm.to_float(args[2])?);
        gamma(vm, args[0], alpha, beta).map(Value::Float)
    }),
    NativeDef::new("betavariate", "self, alpha, beta", |vm, args| {
        let (alpha, beta) = (vm.to_float(args[1])?, vm.to_float(args[2])?);
        let drawn = gamma(vm, args[0], alpha, 1.0)?;
        if drawn == 0.0 {
            return Ok(Value::Float(0.0));
        }
        Ok(Value::Float(
            drawn / (drawn + gamma(vm, args[0], beta, 1.0)?),
        ))
    }),
    NativeDef::new("paretovariate", "self, alpha", |vm, args| {
        let alpha = vm.to_float(args[1])?;
        let drawn = 1.0 - draw(vm, args[0])?;
        Ok(Value::Float(pow(drawn, -1.0 / alpha)))
    }),
    NativeDef::new("weibullvariate", "self, alpha, beta", |vm, args| {
        let (alpha, beta) = (vm.to_float(args[1])?, vm.to_float(args[2])?);
        let drawn = 1.0 - draw(vm, args[0])?;
        Ok(Value::Float(alpha * pow(-ln(drawn), 1.0 / beta)))
    }),
    NativeDef::new("binomialvariate", "self, n?, p?", |vm, args| {
        let n = match args[1] {
            Value::Unbound => 1,
            n => vm.to_index(n)?,
        };
        let p = float(vm, args[2], 0.5)?;
        binomial(vm, args[0], n, p).map(Value::Int)
    }),
];

fn draw(vm: &mut Vm, random: Value) -> PyResult<f64> {
    Ok(generator(vm, random)?.source.float())
}

fn float(vm: &mut Vm, value: Value, default: f64) -> PyResult<f64> {
    match value {
        Value::Unbound => Ok(default),
        value => vm.to_float(value),
    }
}

fn triangular(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (mut low, mut high) = (float(vm, args[1], 0.0)?, float(vm, args[2], 1.0)?);
    let mut u = draw(vm, args[0])?;
    let mut mode = match args[3] {
        Value::Unbound | Value::None => 0.5,
        _ if high == low => return Ok(args[1]),
        mode => (vm.to_float(mode)? - low) / (high - low),
    };
    if u > mode {
        u = 1.0 - u;
        mode = 1.0 - mode;
        std::mem::swap(&mut low, &mut high);
    }
    Ok(Value::Float(low + (high - low) * (u * mode).sqrt()))
}

fn gauss(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (mu, sigma) = (float(vm, args[1], 0.0)?, float(vm, args[2], 1.0)?);
    let generator = generator(vm, args[0])?;
    let z = match generator.gauss_next.take() {
        Some(z) => z,
        None => {
            let angle = generator.source.float() * TWO_PI;
            let radius = (-2.0 * ln(1.0 - generator.source.float())).sqrt();
            generator.gauss_next = Some(sin(angle) * radius);
            cos(angle) * radius
        }
    };
    Ok(Value::Float(mu + z * sigma))
}

/// The normal distribution by the ratio of uniform numbers.
fn normal(vm: &mut Vm, random: Value, mu: f64, sigma: f64) -> PyResult<f64> {
    let factor = 4.0 * exp(-0.5) / 2.0_f64.sqrt();
    loop {
        let u = draw(vm, random)?;
        let v = 1.0 - draw(vm, random)?;
        let z = factor * (u - 0.5) / v;
        if z * z / 4.0 <= -ln(v) {
            return Ok(mu + z * sigma);
        }
    }
}

fn von_mises(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (mu, kappa) = (vm.to_float(args[1])?, vm.to_float(args[2])?);
    if kappa <= 1e-6 {
        return Ok(Value::Float(TWO_PI * draw(vm, args[0])?));
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let z = loop {
        let z = cos(PI * draw(vm, args[0])?);
        let d = z / (r + z);
        let u = draw(vm, args[0])?;
        if u < 1.0 - d * d || u <= (1.0 - d) * exp(d) {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let angle = if draw(vm, args[0])? > 0.5 {
        mu + acos(f)
    } else {
        mu - acos(f)
    };
    Ok(Value::Float(
        crate::builtins::float::divide_floor(angle, TWO_PI).1,
    ))
}

fn gamma(vm: &mut Vm, random: Value, alpha: f64, beta: f64) -> PyResult<f64> {
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(vm.value_error("gammavariate: alpha and beta must be > 0.0"));
    }
    if alpha > 1.0 {
        let a = (2.0 * alpha - 1.0).sqrt();
        let b = alpha - ln(4.0);
        let c = alpha + a;
        let bound = 1.0 + ln(4.5);
        loop {
            let u = draw(vm, random)?;
            if !(1e-7 < u && u < 0.999_999_9) {
                continue;
            }
            let w = 1.0 - draw(vm, random)?;
            let v = ln(u / (1.0 - u)) / a;
            let x = alpha * exp(v);
            let z = u * u * w;
            let r = b + c * v - x;
            if r + bound - 4.5 * z >= 0.0 || r >= ln(z) {
                return Ok(x * beta);
            }
        }
    }
    #[expect(clippy::float_cmp, reason = "the special case is exactly 1")]
    if alpha == 1.0 {
        return Ok(-ln(1.0 - draw(vm, random)?) * beta);
    }
    loop {
        let u = draw(vm, random)?;
        let b = (E + alpha) / E;
        let p = b * u;
        let x = if p <= 1.0 {
            pow(p, 1.0 / alpha)
        } else {
            -ln((b - p) / alpha)
        };
        let w = draw(vm, random)?;
        let is_taken = if p > 1.0 {
            w <= pow(x, alpha - 1.0)
        } else {
            w <= exp(-x)
        };
        if is_taken {
            return Ok(x * beta);
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "counts of trials are far below 2**53"
)]
fn binomial(vm: &mut Vm, random: Value, n: i64, p: f64) -> PyResult<i64> {
    if n < 0 {
        return Err(vm.value_error("n must be non-negative"));
    }
    if p <= 0.0 || p >= 1.0 {
        if p == 0.0 {
            return Ok(0);
        }
        #[expect(clippy::float_cmp, reason = "the special case is exactly 1")]
        if p == 1.0 {
            return Ok(n);
        }
        return Err(vm.value_error("p must be in the range 0.0 <= p <= 1.0"));
    }
    if n == 1 {
        return Ok(i64::from(draw(vm, random)? < p));
    }
    if p > 0.5 {
        return Ok(n - binomial(vm, random, n, 1.0 - p)?);
    }
    if n as f64 * p < 10.0 {
        // Few successes: draw the distances between them.
        let c = log2(1.0 - p);
        let (mut x, mut y) = (0, 0_i64);
        if c == 0.0 {
            return Ok(x);
        }
        loop {
            y = y.saturating_add((log2(draw(vm, random)?) / c).floor() as i64 + 1);
            if y > n {
                return Ok(x);
            }
            x += 1;
        }
    }
    binomial_by_rejection(vm, random, n as f64, p)
}

/// Hörmann's transformed rejection.
#[expect(
    clippy::cast_possible_truncation,
    reason = "counts of trials are far below 2**53"
)]
fn binomial_by_rejection(vm: &mut Vm, random: Value, n: f64, p: f64) -> PyResult<i64> {
    let spread = (n * p * (1.0 - p)).sqrt();
    let b = 1.15 + 2.53 * spread;
    let a = -0.0873 + 0.0248 * b + 0.01 * p;
    let c = n * p + 0.5;
    let v_sure = 0.92 - 4.2 / b;
    let alpha = (2.83 + 5.1 / b) * spread;
    let odds = ln(p / (1.0 - p));
    let middle = ((n + 1.0) * p).floor();
    let h = libm::lgamma(middle + 1.0) + libm::lgamma(n - middle + 1.0);
    loop {
        let u = draw(vm, random)? - 0.5;
        let us = 0.5 - u.abs();
        let k = ((2.0 * a / us + b) * u + c).floor();
        if k < 0.0 || k > n {
            continue;
        }
        let v = draw(vm, random)?;
        if us >= 0.07 && v <= v_sure {
            return Ok(k as i64);
        }
        let v = v * alpha / (a / (us * us) + b);
        let bound = h - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0) + (k - middle) * odds;
        if ln(v) <= bound {
            return Ok(k as i64);
        }
    }
}
