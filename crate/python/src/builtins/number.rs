//! The number tower: what the built-in numbers have in common.

use std::cmp::Ordering;
use std::rc::Rc;

use super::int::arithmetic as int_arithmetic;
use super::{complex, float};
use crate::bigint::{BigInt, Sign, big_to_float};
use crate::code::BinaryOp;
use crate::hash;
use crate::native::PyResult;
use crate::object::{Object, Value, classes};
use crate::vm::Vm;

/// A built-in number without its object: subclasses and `bool` are unwrapped.
#[derive(Clone, Debug)]
pub(crate) enum Num {
    /// An `int` of 64 bits.
    Int(i64),
    /// An `int` beyond 64 bits.
    Big(Rc<BigInt>),
    /// A `float`.
    Float(f64),
    /// A `complex`: real and imaginary part.
    Complex(f64, f64),
}

impl Num {
    /// The number as a big integer, if it is an `int`.
    pub(crate) fn to_big(&self) -> Option<BigInt> {
        match self {
            Self::Int(int) => Some(BigInt::from(*int)),
            Self::Big(big) => Some((**big).clone()),
            _ => None,
        }
    }

    /// Whether it is an `int`.
    pub(crate) fn is_int(&self) -> bool {
        matches!(self, Self::Int(_) | Self::Big(_))
    }

    /// Whether it is an `int` below 0.
    pub(crate) fn is_negative_int(&self) -> bool {
        match self {
            Self::Int(int) => *int < 0,
            Self::Big(big) => big.is_negative(),
            _ => false,
        }
    }
}

impl Vm {
    /// The number that a value is: a built-in one or an instance of a subclass.
    pub(crate) fn number(&self, value: Value) -> Option<Num> {
        match value {
            Value::Int(int) => Some(Num::Int(int)),
            Value::Float(float) => Some(Num::Float(float.get())),
            Value::Bool(bool) => Some(Num::Int(i64::from(bool.get()))),
            Value::Obj(id) => match self.heap.get(id) {
                Object::BigInt(big) => Some(Num::Big(Rc::clone(big))),
                Object::Number(inner) => self.number(*inner),
                Object::Complex(re, im) => Some(Num::Complex(*re, *im)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Makes an `int` of any size.
    pub fn new_int(&mut self, int: BigInt) -> Value {
        match int.to_i64() {
            Some(small) => Value::Int(small),
            None => {
                self.heap
                    .count_bytes(usize::try_from(int.bits() / 8).unwrap_or(0));
                let object = Object::BigInt(Rc::new(int));
                Value::Obj(self.heap.alloc(classes::INT, object))
            }
        }
    }

    /// Makes a `complex`.
    pub(crate) fn new_complex(&mut self, re: f64, im: f64) -> Value {
        Value::Obj(self.heap.alloc(classes::COMPLEX, Object::Complex(re, im)))
    }

    /// Makes the value of a number.
    pub(crate) fn new_number(&mut self, num: &Num) -> Value {
        match num {
            Num::Int(int) => Value::Int(*int),
            Num::Big(big) => self.new_int((**big).clone()),
            Num::Float(float) => Value::float(*float),
            Num::Complex(re, im) => self.new_complex(*re, *im),
        }
    }

    /// Any int (or subclass, or bool) as a big integer.
    pub fn to_bigint(&self, value: Value) -> Option<BigInt> {
        self.number(value)?.to_big()
    }

    /// Whether an instance's class answers with a method in Python where built-in classes have
    /// their own way.
    pub(crate) fn is_overridden(&mut self, value: Value, method: &str) -> bool {
        let Value::Obj(id) = value else {
            return false;
        };
        self.heap.type_ref(self.heap.class_of(id)).is_heap
            && self
                .lookup_special(value, method)
                .is_some_and(|found| !matches!(self.heap.object(found), Some(Object::Native(_))))
    }

    /// What `__index__` gives: an `int` of any size.
    ///
    /// # Errors
    ///
    /// `TypeError` if the value is no integer; whatever its `__index__` raises.
    pub(crate) fn index_of(&mut self, value: Value) -> PyResult<Num> {
        if let Some(num) = self.number(value).filter(Num::is_int) {
            return Ok(num);
        }
        let found = match value {
            Value::Obj(_) => self.special_flow(value, "__index__", &[])?,
            _ => None,
        };
        let Some(flow) = found else {
            let name = self.type_name(value);
            return Err(self.type_error(format_args!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        };
        let result = self.finish(flow)?;
        match self.number(result).filter(Num::is_int) {
            Some(num) => Ok(num),
            None => {
                let name = self.type_name(result);
                Err(self.type_error(format_args!("__index__ returned non-int (type {name})")))
            }
        }
    }

    /// `__index__` as a 64-bit number, of an argument.
    ///
    /// # Errors
    ///
    /// `OverflowError` for an `int` beyond 64 bits, `TypeError` for anything but an integer.
    pub fn to_index(&mut self, value: Value) -> PyResult<i64> {
        if let Value::Int(int) = value {
            return Ok(int);
        }
        match self.index_of(value)? {
            Num::Int(int) => Ok(int),
            _ => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// The same of a length.
    ///
    /// # Errors
    ///
    /// As `to_index`.
    pub(crate) fn to_length(&mut self, value: Value) -> PyResult<i64> {
        if let Num::Int(int) = self.index_of(value)? {
            return Ok(int);
        }
        let name = self.type_name(value);
        Err(self.overflow_error(format_args!(
            "cannot fit '{name}' into an index-sized integer"
        )))
    }

    /// `__index__` for slices and the like: beyond 64 bits, the nearest end.
    ///
    /// # Errors
    ///
    /// As `to_index`, but never `OverflowError`.
    pub(crate) fn to_index_clamped(&mut self, value: Value) -> PyResult<i64> {
        Ok(match self.index_of(value)? {
            Num::Int(int) => int,
            Num::Big(big) if big.is_negative() => i64::MIN,
            _ => i64::MAX,
        })
    }

    /// Any real number as a float, with `__float__` and `__index__`.
    ///
    /// # Errors
    ///
    /// `TypeError` for anything else, `OverflowError` for an `int` beyond a float's range.
    pub fn to_float(&mut self, value: Value) -> PyResult<f64> {
        let has_own = self.is_overridden(value, "__float__");
        match self.number(value) {
            _ if has_own => {}
            Some(Num::Int(int)) => return Ok(float::of_int(int)),
            Some(Num::Float(float)) => return Ok(float),
            Some(Num::Big(big)) => return self.big_float(&big),
            _ => {}
        }
        if value.obj().is_some() {
            if let Some(flow) = self.special_flow(value, "__float__", &[])? {
                let result = self.finish(flow)?;
                if let Some(Num::Float(float)) = self.number(result) {
                    return Ok(float);
                }
                let (owner, name) = (self.type_name(value), self.type_name(result));
                return Err(self.type_error(format_args!(
                    "{owner}.__float__ returned non-float (type {name})"
                )));
            }
            if self.lookup_special(value, "__index__").is_some() {
                return match self.index_of(value)? {
                    Num::Big(big) => self.big_float(&big),
                    Num::Int(int) => Ok(float::of_int(int)),
                    _ => unreachable!("an index is an int"),
                };
            }
        }
        let name = self.type_name(value);
        Err(self.type_error(format_args!("must be real number, not {name}")))
    }

    /// A big integer as a float.
    ///
    /// # Errors
    ///
    /// `OverflowError` beyond a float's range.
    pub(crate) fn big_float(&mut self, big: &BigInt) -> PyResult<f64> {
        match big_to_float(big) {
            Some(float) => Ok(float),
            None => Err(self.overflow_error("int too large to convert to float")),
        }
    }

    /// The hash of a built-in number, equal for equal numbers of any kind.
    pub fn hash_number(&self, value: Value) -> Option<i64> {
        Some(match self.number(value)? {
            Num::Int(int) => hash::of_int(int),
            Num::Big(big) => hash_big(&big),
            Num::Float(float) if float.is_nan() => nan_hash(value),
            Num::Float(float) => hash::of_float(float),
            Num::Complex(re, im) => {
                let part = |float: f64| {
                    if float.is_nan() {
                        nan_hash(value)
                    } else {
                        hash::of_float(float)
                    }
                };
                hash::not_minus_one(part(re).wrapping_add(part(im).wrapping_mul(1_000_003)))
            }
        })
    }

    /// Compares numbers of any two built-in kinds, exactly; `None` when one is not a number, inner
    /// `None` for NaN.
    ///
    /// Complex numbers have no order: there, anything but `Equal` only means unequal.
    pub fn compare_numbers(&self, a: Value, b: Value) -> Option<Option<Ordering>> {
        if let (Value::Int(a), Value::Int(b)) = (a, b) {
            return Some(Some(a.cmp(&b)));
        }
        let (a, b) = (self.number(a)?, self.number(b)?);
        Some(compare(&a, &b))
    }

    /// An operator on two built-in numbers; `None` where CPython has no such operator.
    ///
    /// # Errors
    ///
    /// `ZeroDivisionError`, `OverflowError`, `ValueError` and `MemoryError` as in CPython.
    pub(crate) fn number_binary(
        &mut self,
        op: BinaryOp,
        a: Value,
        b: Value,
    ) -> PyResult<Option<Value>> {
        if let (Value::Bool(a), Value::Bool(b)) = (a, b) {
            match op {
                BinaryOp::And => return Ok(Some(Value::bool(a.get() & b.get()))),
                BinaryOp::Or => return Ok(Some(Value::bool(a.get() | b.get()))),
                BinaryOp::Xor => return Ok(Some(Value::bool(a.get() ^ b.get()))),
                _ => {}
            }
        }
        let (Some(a), Some(b)) = (self.number(a), self.number(b)) else {
            return Ok(None);
        };
        match (&a, &b) {
            (Num::Complex(..), _) | (_, Num::Complex(..)) => {
                let pair = (self.complex_of(&a)?, self.complex_of(&b)?);
                let is_real = |num: &Num| !matches!(num, Num::Complex(..));
                complex::arithmetic(self, op, pair, (is_real(&a), is_real(&b)))
            }
            (Num::Float(_), _) | (_, Num::Float(_)) => {
                let a = self.float_of(&a)?;
                let b = self.float_of(&b)?;
                float::arithmetic(self, op, a, b)
            }
            _ => int_arithmetic(self, op, &a, &b),
        }
    }

    /// A real number as a float.
    fn float_of(&mut self, num: &Num) -> PyResult<f64> {
        match num {
            Num::Int(int) => Ok(float::of_int(*int)),
            Num::Big(big) => self.big_float(big),
            Num::Float(float) | Num::Complex(float, _) => Ok(*float),
        }
    }

    /// Any number as a complex one.
    pub(crate) fn complex_of(&mut self, num: &Num) -> PyResult<(f64, f64)> {
        match num {
            Num::Complex(re, im) => Ok((*re, *im)),
            real => Ok((self.float_of(real)?, 0.0)),
        }
    }
}

/// NaN hashes by identity in CPython; here floats have none, so all hash alike.
fn nan_hash(value: Value) -> i64 {
    value.obj().map_or(0, |id| i64::from(id.place()))
}

/// The hash of a big integer: its value modulo 2**61 - 1, with its sign.
fn hash_big(big: &BigInt) -> i64 {
    let modulus = BigInt::from((1_u64 << 61) - 1);
    let hash = (big.abs() % modulus).to_i64().unwrap_or(0);
    hash::not_minus_one(if big.is_negative() { -hash } else { hash })
}

/// Compares two numbers exactly.
pub(crate) fn compare(a: &Num, b: &Num) -> Option<Ordering> {
    match (a, b) {
        (Num::Int(a), Num::Int(b)) => Some(a.cmp(b)),
        (Num::Int(_), Num::Big(b)) => Some(sign_order(b).reverse()),
        (Num::Big(a), Num::Int(_)) => Some(sign_order(a)),
        (Num::Big(a), Num::Big(b)) => Some(a.cmp(b)),
        (Num::Float(a), Num::Float(b)) => a.partial_cmp(b),
        (Num::Float(a), b) => compare_float(*a, b),
        (a, Num::Float(b)) => compare_float(*b, a).map(Ordering::reverse),
        (Num::Complex(re, im), b) => compare_complex(*re, *im, b),
        (a, Num::Complex(re, im)) => compare_complex(*re, *im, a),
    }
}

fn sign_order(big: &BigInt) -> Ordering {
    match big.sign() {
        Sign::Minus => Ordering::Less,
        _ => Ordering::Greater,
    }
}

/// Compares a float with an integer without rounding the integer.
fn compare_float(float: f64, other: &Num) -> Option<Ordering> {
    if let Num::Complex(re, im) = other {
        return compare_complex(*re, *im, &Num::Float(float));
    }
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 {
            Ordering::Greater
        } else {
            Ordering::Less
        });
    }
    let int = other.to_big()?;
    let floor = float.floor();
    let order = float::to_bigint(floor)?.cmp(&int);
    Some(if order.is_eq() && float > floor {
        Ordering::Greater
    } else {
        order
    })
}

fn compare_complex(re: f64, im: f64, other: &Num) -> Option<Ordering> {
    let (other_re, other_im) = match other {
        Num::Complex(re, im) => (Num::Float(*re), *im),
        real => (real.clone(), 0.0),
    };
    let order = compare(&Num::Float(re), &other_re)?;
    if order.is_eq() {
        im.partial_cmp(&other_im)
    } else {
        Some(order)
    }
}

/// `gcd` of any two integers, at least 0.
pub(crate) fn gcd(a: &BigInt, b: &BigInt) -> BigInt {
    if a.is_zero() { b.abs() } else { a.gcd(b) }
}
