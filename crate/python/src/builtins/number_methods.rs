//! Methods that `int`, `float` and `complex` share, and the operators of built-in classes as
//! methods.

use std::cmp::Ordering;

use super::number::Num;
use crate::code::{BinaryOp, UnaryOp};
use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{ObjId, Object, Value, classes};
use crate::vm::Vm;
use crate::vm::operators::Operator;

/// How far a number stands in the tower: what a kind's own methods take on the other side.
fn rank(num: &Num) -> u8 {
    match num {
        Num::Int(_) | Num::Big(_) => 0,
        Num::Float(_) => 1,
        Num::Complex(..) => 2,
    }
}

/// An operator as a method of the left operand's class.
fn operator(vm: &mut Vm, op: Operator, a: Value, b: Value) -> PyResult {
    if let (Some(left), Some(right)) = (vm.number(a), vm.number(b))
        && rank(&right) > rank(&left)
    {
        return Ok(Value::NotImplemented);
    }
    let result = vm.builtin_binary(op, a, b, false)?;
    Ok(result.unwrap_or(Value::NotImplemented))
}

/// An operator as a method of the right operand's class.
fn reflected(vm: &mut Vm, op: Operator, b: Value, a: Value) -> PyResult {
    if let (Some(left), Some(right)) = (vm.number(a), vm.number(b))
        && rank(&left) > rank(&right)
    {
        return Ok(Value::NotImplemented);
    }
    let result = vm.builtin_binary(op, a, b, false)?;
    Ok(result.unwrap_or(Value::NotImplemented))
}

fn unary(vm: &mut Vm, op: UnaryOp, value: Value) -> PyResult {
    vm.unary(op, value)
}

/// A comparison of numbers or strings as a method.
fn ordered(vm: &mut Vm, args: &[Value], accept: fn(Ordering) -> bool) -> PyResult {
    if let Some(order) = vm.compare_numbers(args[0], args[1]) {
        let is_complex = |value| matches!(vm.number(value), Some(Num::Complex(..)));
        if is_complex(args[0]) || is_complex(args[1]) {
            return Ok(Value::NotImplemented);
        }
        return Ok(Value::bool(order.is_some_and(accept)));
    }
    Ok(match vm.compare_text(args[0], args[1]) {
        Some(order) => Value::bool(accept(order)),
        None => Value::NotImplemented,
    })
}

fn equality(vm: &mut Vm, args: &[Value], is_equal: bool) -> PyResult {
    let order = match vm.compare_numbers(args[0], args[1]) {
        Some(order) => order,
        None => match vm.compare_text(args[0], args[1]) {
            Some(order) => Some(order),
            None => return Ok(Value::NotImplemented),
        },
    };
    Ok(Value::bool((order == Some(Ordering::Equal)) == is_equal))
}

macro_rules! operators {
    ($(($op:expr, $method:literal, $reflected:literal)),* $(,)?) => {
        &[$(
            NativeDef::new($method, "self, value, /", |vm, args| operator(vm, $op, args[0], args[1])),
            NativeDef::new($reflected, "self, value, /", |vm, args| reflected(vm, $op, args[0], args[1])),
        )*]
    };
}

/// Operators that every number has.
pub(crate) static ARITHMETIC: &[NativeDef] = operators![
    (Operator::Binary(BinaryOp::Add), "__add__", "__radd__"),
    (Operator::Binary(BinaryOp::Sub), "__sub__", "__rsub__"),
    (Operator::Binary(BinaryOp::Mul), "__mul__", "__rmul__"),
    (
        Operator::Binary(BinaryOp::TrueDiv),
        "__truediv__",
        "__rtruediv__"
    ),
];

/// Operators of real numbers.
pub(crate) static REAL_ARITHMETIC: &[NativeDef] = operators![
    (
        Operator::Binary(BinaryOp::FloorDiv),
        "__floordiv__",
        "__rfloordiv__"
    ),
    (Operator::Binary(BinaryOp::Mod), "__mod__", "__rmod__"),
    (Operator::DivMod, "__divmod__", "__rdivmod__"),
];

/// Operators of integers.
pub(crate) static INT_ARITHMETIC: &[NativeDef] = operators![
    (
        Operator::Binary(BinaryOp::LShift),
        "__lshift__",
        "__rlshift__"
    ),
    (
        Operator::Binary(BinaryOp::RShift),
        "__rshift__",
        "__rrshift__"
    ),
    (Operator::Binary(BinaryOp::And), "__and__", "__rand__"),
    (Operator::Binary(BinaryOp::Or), "__or__", "__ror__"),
    (Operator::Binary(BinaryOp::Xor), "__xor__", "__rxor__"),
];

/// What numbers have beside arithmetic.
pub(crate) static NUMBER: &[NativeDef] = &[
    NativeDef::new("__pow__", "self, value, mod?, /", power),
    NativeDef::new("__rpow__", "self, value, mod?, /", |vm, args| {
        reflected(vm, Operator::Binary(BinaryOp::Pow), args[0], args[1])
    }),
    NativeDef::new("__neg__", "self, /", |vm, args| {
        unary(vm, UnaryOp::Neg, args[0])
    }),
    NativeDef::new("__pos__", "self, /", |vm, args| {
        unary(vm, UnaryOp::Pos, args[0])
    }),
    NativeDef::new("__abs__", "self, /", |vm, args| vm.absolute(args[0])),
    NativeDef::new("__bool__", "self, /", |vm, args| {
        let num = vm.number(args[0]);
        Ok(Value::bool(match num {
            Some(Num::Int(int)) => int != 0,
            Some(Num::Float(float)) => float != 0.0,
            Some(Num::Complex(re, im)) => (re, im) != (0.0, 0.0),
            _ => true,
        }))
    }),
    NativeDef::new("conjugate", "self, /", |vm, args| {
        Ok(match vm.number(args[0]) {
            Some(Num::Complex(re, im)) => vm.new_complex(re, -im),
            Some(num) => vm.new_number(&num),
            None => args[0],
        })
    }),
    NativeDef::getter("real", |vm, args| {
        Ok(match vm.number(args[0]) {
            Some(Num::Complex(re, _)) => Value::float(re),
            Some(num) => vm.new_number(&num),
            None => args[0],
        })
    }),
    NativeDef::getter("imag", |vm, args| {
        Ok(match vm.number(args[0]) {
            Some(Num::Complex(_, im)) => Value::float(im),
            Some(Num::Float(_)) => Value::float(0.0),
            _ => Value::Int(0),
        })
    }),
];

/// What `str`, `bytes` and numbers have in common.
pub(crate) static SCALAR: &[NativeDef] = &[
    NativeDef::new("__lt__", "self, value, /", |vm, args| {
        ordered(vm, args, Ordering::is_lt)
    }),
    NativeDef::new("__le__", "self, value, /", |vm, args| {
        ordered(vm, args, Ordering::is_le)
    }),
    NativeDef::new("__gt__", "self, value, /", |vm, args| {
        ordered(vm, args, Ordering::is_gt)
    }),
    NativeDef::new("__ge__", "self, value, /", |vm, args| {
        ordered(vm, args, Ordering::is_ge)
    }),
    NativeDef::new("__eq__", "self, value, /", |vm, args| {
        equality(vm, args, true)
    }),
    NativeDef::new("__ne__", "self, value, /", |vm, args| {
        equality(vm, args, false)
    }),
    NativeDef::new("__repr__", "self, /", |vm, args| {
        let text = vm.repr_scalar(args[0])?.unwrap_or_default();
        Ok(vm.heap.new_str(&text))
    }),
    NativeDef::new("__format__", "self, format_spec, /", |vm, args| {
        let spec = vm.expect_str(args[1], |name| {
            format!("__format__() argument must be str, not {name}")
        })?;
        vm.format_object(args[0], &spec)
    }),
    NativeDef::new("__getnewargs__", "self, /", |vm, args| {
        Ok(vm.heap.new_tuple(&[args[0]]))
    }),
];

/// What the immutable ones of them have beside.
pub(crate) static HASHED: &[NativeDef] = &[NativeDef::new("__hash__", "self, /", |vm, args| {
    Ok(Value::Int(vm.hash_scalar(args[0])))
})];

fn power(vm: &mut Vm, args: &[Value]) -> PyResult {
    match args[2] {
        Value::Unbound | Value::None => {
            operator(vm, Operator::Binary(BinaryOp::Pow), args[0], args[1])
        }
        modulus => vm.power_modulo(args[0], args[1], modulus),
    }
}

/// A declaration of `__new__` for a built-in class.
pub(crate) const fn constructor(
    signature: &'static str,
    body: fn(&mut Vm, &[Value]) -> PyResult,
) -> NativeDef {
    NativeDef::new("__new__", signature, body).kind(NativeKind::Static)
}

impl Vm {
    /// Compares strings by code points, or bytes; `None` for anything else.
    pub(crate) fn compare_text(&self, a: Value, b: Value) -> Option<Ordering> {
        if let (Some(a), Some(b)) = (self.heap.str(a), self.heap.str(b)) {
            // The order of UTF-8 is that of code points.
            return Some(a.text.cmp(&b.text));
        }
        Some(self.bytes_of(a)?.cmp(self.bytes_of(b)?))
    }

    /// The hash of a number, string or bytes.
    pub(crate) fn hash_scalar(&self, value: Value) -> i64 {
        if let Some(hash) = self.hash_number(value) {
            return hash;
        }
        match value {
            Value::Obj(id) if self.heap.str(value).is_some() => self.heap.str_hash(id),
            _ => crate::hash::of_bytes(self.bytes_of(value).unwrap_or_default()),
        }
    }

    /// The value of a number as an instance of a class: wrapped if the class isn't the built-in
    /// one.
    pub(crate) fn number_as(&mut self, class: ObjId, value: Value) -> Value {
        match class {
            classes::INT | classes::FLOAT | classes::COMPLEX => value,
            _ => match self.number(value) {
                Some(Num::Complex(re, im)) => {
                    Value::Obj(self.heap.alloc(class, Object::Complex(re, im)))
                }
                _ => Value::Obj(self.heap.alloc(class, Object::Number(value))),
            },
        }
    }

    /// The class that a `__new__` was called with.
    ///
    /// # Errors
    ///
    /// `TypeError` if it is no class.
    pub(crate) fn class_argument(&mut self, class: Value) -> PyResult<ObjId> {
        match class {
            Value::Obj(id) if matches!(self.heap.get(id), Object::Type(_)) => Ok(id),
            _ => {
                let name = self.type_name(class);
                Err(self.type_error(format_args!("__new__(X): X is not a type object ({name})")))
            }
        }
    }

    /// `abs(value)` of a built-in number.
    ///
    /// # Errors
    ///
    /// `TypeError` for anything else, `OverflowError` for a complex number that is too long.
    pub(crate) fn absolute(&mut self, value: Value) -> PyResult {
        Ok(match self.number(value) {
            Some(Num::Int(int)) => match int.checked_abs() {
                Some(int) => Value::Int(int),
                None => self.new_int(-crate::bigint::BigInt::from(int)),
            },
            Some(Num::Big(big)) => self.new_int(big.abs()),
            Some(Num::Float(float)) => Value::float(float.abs()),
            Some(Num::Complex(re, im)) => {
                let length = crate::elementary::norm(&[re, im]);
                if length.is_infinite() && re.is_finite() && im.is_finite() {
                    return Err(self.overflow_error("absolute value too large"));
                }
                Value::float(length)
            }
            None => {
                let name = self.type_name(value);
                return Err(self.type_error(format_args!("bad operand type for abs(): '{name}'")));
            }
        })
    }

    /// `pow(base, exponent, modulus)` of built-in numbers.
    ///
    /// # Errors
    ///
    /// `TypeError` or `ValueError` unless all are integers.
    pub(crate) fn power_modulo(&mut self, a: Value, b: Value, modulus: Value) -> PyResult {
        let numbers = [a, b, modulus].map(|value| self.number(value));
        if let [Some(a), Some(b), Some(modulus)] = &numbers
            && let (Some(a), Some(b), Some(modulus)) = (a.to_big(), b.to_big(), modulus.to_big())
        {
            return super::int::power_modulo(self, &a, &b, &modulus);
        }
        // The first that is no integer answers, if it is a number.
        for number in numbers.iter().flatten() {
            match number {
                Num::Float(_) => {
                    return Err(self.type_error(
                        "pow() 3rd argument not allowed unless all arguments are integers",
                    ));
                }
                Num::Complex(..) if numbers[0].is_some() && numbers[1].is_some() => {
                    return Err(self.value_error("complex modulo"));
                }
                _ => {}
            }
        }
        let names = [a, b, modulus].map(|value| self.type_name(value));
        let [a, b, modulus] = &names;
        Err(self.type_error(format_args!(
            "unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{modulus}'"
        )))
    }
}
