//! `int` and `bool`: construction and methods.

use crate::bigint::BigInt;

use super::int::{ParseError, parse};
use super::number::Num;
use super::number_methods::constructor;
use super::{float, text};
use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{Value, classes};
use crate::vm::Vm;

/// Methods of `int`.
pub(crate) static METHODS: &[NativeDef] = &[
    constructor("cls, x?, /, base?", new),
    NativeDef::new("bit_length", "self, /", |vm, args| {
        let bits = vm.self_int(args[0])?.bits();
        Ok(Value::Int(i64::try_from(bits).unwrap_or(i64::MAX)))
    }),
    NativeDef::new("bit_count", "self, /", |vm, args| {
        let int = vm.self_int(args[0])?;
        let count: u32 = int.digits().iter().map(|digit| digit.count_ones()).sum();
        Ok(Value::Int(i64::from(count)))
    }),
    NativeDef::new(
        "to_bytes",
        "self, length?, byteorder?, *, signed?",
        to_bytes,
    ),
    NativeDef::new(
        "from_bytes",
        "cls, bytes, byteorder?, *, signed?",
        from_bytes,
    )
    .kind(NativeKind::Class),
    NativeDef::new("as_integer_ratio", "self, /", |vm, args| {
        let plain = plain(vm, args)?;
        Ok(vm.heap.new_tuple(&[plain, Value::Int(1)]))
    }),
    NativeDef::new("is_integer", "self, /", |_, _| Ok(Value::bool(true))),
    NativeDef::getter("numerator", plain),
    NativeDef::getter("denominator", |_, _| Ok(Value::Int(1))),
    NativeDef::new("__int__", "self, /", plain),
    NativeDef::new("__index__", "self, /", plain),
    NativeDef::new("__trunc__", "self, /", plain),
    NativeDef::new("__floor__", "self, /", plain),
    NativeDef::new("__ceil__", "self, /", plain),
    NativeDef::new("__float__", "self, /", |vm, args| {
        vm.to_float(args[0]).map(Value::float)
    }),
    NativeDef::new("__invert__", "self, /", |vm, args| {
        vm.unary(crate::code::UnaryOp::Invert, args[0])
    }),
    NativeDef::new("__round__", "self, ndigits?, /", |vm, args| {
        vm.round_number(args[0], args[1])
    }),
];

/// Methods of `bool` alone.
pub(crate) static BOOL_METHODS: &[NativeDef] = &[constructor("cls, object?, /", |vm, args| {
    Ok(Value::bool(match args[1] {
        Value::Unbound => false,
        value => vm.is_true(value)?,
    }))
})];

fn plain(vm: &mut Vm, args: &[Value]) -> PyResult {
    let int = vm.self_int(args[0])?;
    Ok(vm.new_int(int))
}

impl Vm {
    /// The integer that a method of `int` was called on.
    fn self_int(&mut self, value: Value) -> PyResult<BigInt> {
        match self.to_bigint(value) {
            Some(int) => Ok(int),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format_args!(
                    "descriptor requires a 'int' object but received a '{name}'"
                )))
            }
        }
    }

    /// `int(value)`
    ///
    /// # Errors
    ///
    /// `TypeError`, `ValueError`, `OverflowError` in CPython's words.
    pub(crate) fn int_from(&mut self, value: Value) -> PyResult {
        let has_own = self.is_overridden(value, "__int__");
        match self.number(value) {
            _ if has_own => {}
            Some(Num::Float(float)) => return self.int_from_float(float),
            Some(num) if num.is_int() => return Ok(self.new_number(&num)),
            _ => {}
        }
        if has_own {
        } else if self.heap.str(value).is_some() || self.bytes_of(value).is_some() {
            return self.int_from_text(value, 10);
        }
        if let Value::Obj(_) = value {
            for method in ["__int__", "__index__"] {
                if let Some(flow) = self.special_flow(value, method, &[])? {
                    let result = self.finish(flow)?;
                    return match self.number(result).filter(Num::is_int) {
                        Some(num) => Ok(self.new_number(&num)),
                        None => {
                            let name = self.type_name(result);
                            Err(self.type_error(format_args!(
                                "{method} returned non-int (type {name})"
                            )))
                        }
                    };
                }
            }
        }
        let name = self.type_name(value);
        Err(self.type_error(format_args!(
            "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
        )))
    }

    /// The integer part of a float.
    ///
    /// # Errors
    ///
    /// `ValueError` for NaN, `OverflowError` for infinities.
    pub(crate) fn int_from_float(&mut self, float: f64) -> PyResult {
        if float.is_nan() {
            return Err(self.value_error("cannot convert float NaN to integer"));
        }
        match float::to_bigint(float.trunc()) {
            Some(int) => Ok(self.new_int(int)),
            None => Err(self.overflow_error("cannot convert float infinity to integer")),
        }
    }

    fn int_from_text(&mut self, value: Value, base: u32) -> PyResult {
        let owned = match self.heap.str(value) {
            Some(string) => std::rc::Rc::clone(&string.text),
            None => String::from_utf8_lossy(self.bytes_of(value).unwrap_or_default()).into(),
        };
        match parse(&owned, base) {
            Ok(num) => Ok(self.new_number(&num)),
            Err(ParseError::Malformed) => {
                let shown = match self.heap.str(value) {
                    Some(_) => text::repr_str(&owned),
                    None => super::bytes::repr_bytes(self.bytes_of(value).unwrap_or_default()),
                };
                Err(self.value_error(format_args!(
                    "invalid literal for int() with base {base}: {shown}"
                )))
            }
            Err(ParseError::TooLong(n)) => Err(self.value_error(format_args!(
                "Exceeds the limit (4300 digits) for integer string conversion: value has \
                     {n} digits; use sys.set_int_max_str_digits() to increase the limit"
            ))),
        }
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.class_argument(args[0])?;
    let int = match (args[1], args[2]) {
        (Value::Unbound, Value::Unbound) => Value::Int(0),
        (Value::Unbound, _) => return Err(vm.type_error("int() missing string argument")),
        (value, Value::Unbound) => vm.int_from(value)?,
        (value, base) => {
            let base = vm.to_index_clamped(base)?;
            let Some(base) = u32::try_from(base)
                .ok()
                .filter(|base| *base == 0 || (2..=36).contains(base))
            else {
                return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
            };
            if vm.heap.str(value).is_none() && vm.bytes_of(value).is_none() {
                return Err(vm.type_error("int() can't convert non-string with explicit base"));
            }
            vm.int_from_text(value, base)?
        }
    };
    Ok(vm.number_as(class, int))
}

/// Whether the bytes begin with the most significant one.
fn is_big_endian(vm: &mut Vm, order: Value, function: &str) -> PyResult<bool> {
    if order.is_unbound() {
        return Ok(true);
    }
    let order = vm.expect_str(order, |name| {
        format!("{function}() argument 'byteorder' must be str, not {name}")
    })?;
    match &*order {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: &[Value]) -> PyResult {
    let int = vm.self_int(args[0])?;
    let length = match args[1] {
        Value::Unbound => 1,
        length => vm.to_index(length)?,
    };
    let is_big = is_big_endian(vm, args[2], "to_bytes")?;
    let is_signed = match args[3] {
        Value::Unbound => false,
        flag => vm.is_true(flag)?,
    };
    if length < 0 {
        return Err(vm.value_error("length argument must be non-negative"));
    }
    let length = super::bytes_methods::check_length(vm, length)?;
    if int.is_negative() && !is_signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let mut bytes = if int.is_zero() {
        Vec::new()
    } else {
        int.to_bytes(is_signed)
    };
    if bytes.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if int.is_negative() { 0xFF } else { 0 });
    if is_big {
        bytes.reverse();
    }
    Ok(vm.new_bytes(&bytes))
}

fn from_bytes(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.class_argument(args[0])?;
    let mut bytes = if vm.heap.str(args[1]).is_some() {
        return Err(vm.type_error("cannot convert 'str' object to bytes"));
    } else if let Some(bytes) = vm.bytes_of(args[1]) {
        bytes.to_vec()
    } else if !vm.is_iterable(args[1]) {
        let name = vm.type_name(args[1]);
        return Err(vm.type_error(format_args!("cannot convert '{name}' object to bytes")));
    } else {
        vm.bytes_from(args[1], classes::BYTES)?
    };
    let is_big = is_big_endian(vm, args[2], "from_bytes")?;
    let is_signed = match args[3] {
        Value::Unbound => false,
        flag => vm.is_true(flag)?,
    };
    if is_big {
        bytes.reverse();
    }
    let int = BigInt::from_bytes(&bytes, is_signed);
    let value = vm.new_int(int);
    if class == classes::INT {
        return Ok(value);
    }
    vm.call(args[0], &[value])
}
