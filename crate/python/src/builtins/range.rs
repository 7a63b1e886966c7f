//! `range`: arithmetic instead of items.

use crate::bigint::{BigInt, Sign};

use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{Iter, ObjId, Object, Value, classes};
use crate::vm::Vm;

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, *args", new).kind(NativeKind::Static),
    NativeDef::new("__len__", "self, /", |vm, args| {
        let length = vm.length(args[0])?;
        Ok(crate::vm::int_of_len(length))
    }),
    NativeDef::new("__iter__", "self, /", |vm, args| vm.iter(args[0])),
    NativeDef::new("__reversed__", "self, /", reversed),
    NativeDef::new("__getitem__", "self, key, /", |vm, args| {
        vm.get_item(args[0], args[1])
    }),
    NativeDef::new("__contains__", "self, item, /", |vm, args| {
        Ok(Value::bool(vm.contains(args[0], args[1])?))
    }),
    NativeDef::new("index", "self, value, /", index),
    NativeDef::new("count", "self, value, /", |vm, args| {
        Ok(Value::Int(i64::from(vm.contains(args[0], args[1])?)))
    }),
    NativeDef::getter("start", |vm, args| Ok(parts(vm, args[0])[0])),
    NativeDef::getter("stop", |vm, args| Ok(parts(vm, args[0])[1])),
    NativeDef::getter("step", |vm, args| Ok(parts(vm, args[0])[2])),
];

fn parts(vm: &Vm, range: Value) -> [Value; 3] {
    match vm.heap.object(range) {
        Some(Object::Range(parts)) => **parts,
        _ => [Value::Int(0), Value::Int(0), Value::Int(1)],
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let given = &args[1..];
    let (start, stop, step) = match *given {
        [stop] => (Value::Int(0), stop, Value::Int(1)),
        [start, stop] => (start, stop, Value::Int(1)),
        [start, stop, step] => (start, stop, step),
        [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
        _ => {
            let n = given.len();
            return Err(vm.type_error(format_args!("range expected at most 3 arguments, got {n}")));
        }
    };
    let parts = [vm.whole(start)?, vm.whole(stop)?, vm.whole(step)?];
    if matches!(parts[2], Value::Int(0)) {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(vm.new_range(parts))
}

#[expect(clippy::unnecessary_wraps, reason = "native functions have this form")]
fn reversed(vm: &mut Vm, args: &[Value]) -> PyResult {
    let parts = parts(vm, args[0]);
    if let ([Value::Int(start), _, Value::Int(step)], Some(len)) = (parts, small_len(&parts)) {
        let len = len as u64;
        let last = i128::from(start) + (i128::from(len) - 1) * i128::from(step);
        if let (Ok(next), Some(step)) = (i64::try_from(last), step.checked_neg()) {
            let iter = Iter::Range {
                next,
                left: len,
                step,
            };
            return Ok(vm.heap.new_iter(classes::RANGE_ITERATOR, iter));
        }
    }
    let len = vm.range_len_big(parts);
    let (start, step) = (vm.big(parts[0]), vm.big(parts[2]));
    let last = &start + (len - BigInt::one()) * &step;
    let stop = start - &step;
    let parts = [vm.new_int(last), vm.new_int(stop), vm.new_int(-step)];
    let iter = Iter::LongRange(Box::new(parts));
    Ok(vm.heap.new_iter(classes::LONG_RANGE_ITERATOR, iter))
}

fn index(vm: &mut Vm, args: &[Value]) -> PyResult {
    let parts = parts(vm, args[0]);
    if vm.range_contains(parts, args[1])? {
        let value = if let Some(value) = vm.to_bigint(args[1]) {
            value
        } else {
            let float = vm.to_float(args[1])?;
            BigInt::from_f64(float).unwrap_or_default()
        };
        let place = (value - vm.big(parts[0])) / vm.big(parts[2]);
        return Ok(vm.new_int(place));
    }
    let is_int = vm.to_bigint(args[1]).is_some();
    Err(vm.value_error(match is_int {
        true => "range.index(x): x not in range",
        false => "sequence.index(x): x not in sequence",
    }))
}

/// The number of items, if it and all bounds are small.
pub(crate) fn small_len(parts: &[Value; 3]) -> Option<usize> {
    let [Value::Int(start), Value::Int(stop), Value::Int(step)] = *parts else {
        return None;
    };
    let (start, stop, step) = (i128::from(start), i128::from(stop), i128::from(step));
    let len = if step > 0 {
        (stop - start + step - 1).max(0) / step
    } else {
        (start - stop - step - 1).max(0) / -step
    };
    i64::try_from(len)
        .ok()
        .and_then(|len| usize::try_from(len).ok())
}

/// An iterator over a range, and its class.
pub(crate) fn new_iter(parts: &[Value; 3]) -> (ObjId, Iter) {
    if let ([Value::Int(next), _, Value::Int(step)], Some(len)) = (*parts, small_len(parts)) {
        let left = len as u64;
        return (classes::RANGE_ITERATOR, Iter::Range { next, left, step });
    }
    (
        classes::LONG_RANGE_ITERATOR,
        Iter::LongRange(Box::new(*parts)),
    )
}

impl Vm {
    /// Makes a range of whole numbers.
    pub(crate) fn new_range(&mut self, parts: [Value; 3]) -> Value {
        Value::Obj(
            self.heap
                .alloc(classes::RANGE, Object::Range(Box::new(parts))),
        )
    }

    /// An `int` of any size as a big integer; 0 for anything else.
    pub(crate) fn big(&self, value: Value) -> BigInt {
        match value {
            Value::Int(int) => int.into(),
            _ => self.to_bigint(value).unwrap_or_default(),
        }
    }

    /// A value as a plain `int` of any size, through `__index__`.
    ///
    /// # Errors
    ///
    /// `TypeError` if it isn't one; what `__index__` raises.
    pub(crate) fn whole(&mut self, value: Value) -> PyResult {
        if let Value::Int(_) = value {
            return Ok(value);
        }
        if let Some(int) = self.to_bigint(value) {
            return Ok(self.new_int(int));
        }
        let Some(flow) = self.special_flow(value, "__index__", &[])? else {
            let name = self.type_name(value);
            return Err(self.type_error(format_args!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        };
        let result = self.finish(flow)?;
        if let Some(int) = self.to_bigint(result) {
            return Ok(self.new_int(int));
        }
        let name = self.type_name(result);
        Err(self.type_error(format_args!("__index__ returned non-int (type {name})")))
    }

    /// The number of items.
    pub(crate) fn range_len_big(&self, parts: [Value; 3]) -> BigInt {
        if let Some(len) = small_len(&parts) {
            return len.into();
        }
        let [start, stop, step] = parts.map(|part| self.big(part));
        let (span, step) = if step.sign() == Sign::Minus {
            (start - stop, -step)
        } else {
            (stop - start, step)
        };
        if span.sign() != Sign::Plus {
            return BigInt::zero();
        }
        (span - BigInt::one()) / step + BigInt::one()
    }

    /// Whether two ranges have the same items.
    pub(crate) fn ranges_equal(&self, a: [Value; 3], b: [Value; 3]) -> bool {
        let len = self.range_len_big(a);
        if len != self.range_len_big(b) {
            return false;
        }
        if len.is_zero() {
            return true;
        }
        let same_start = self.big(a[0]) == self.big(b[0]);
        let same_step = self.big(a[2]) == self.big(b[2]);
        same_start && (len.is_one() || same_step)
    }

    /// `range[index]`
    ///
    /// # Errors
    ///
    /// `IndexError`, `TypeError`.
    pub(crate) fn range_item(&mut self, parts: [Value; 3], key: Value) -> PyResult {
        if self.to_bigint(key).is_none() && self.lookup_special(key, "__index__").is_none() {
            let name = self.type_name(key);
            return Err(self.type_error(format_args!(
                "range indices must be integers or slices, not {name}"
            )));
        }
        let key = self.whole(key)?;
        let len = self.range_len_big(parts);
        let mut index = self.big(key);
        if index.sign() == Sign::Minus {
            index = index + &len;
        }
        if index.sign() == Sign::Minus || index >= len {
            return Err(self.index_error("range object index out of range"));
        }
        let item = self.big(parts[0]) + index * self.big(parts[2]);
        Ok(self.new_int(item))
    }

    /// `range[slice]`, a range.
    ///
    /// # Errors
    ///
    /// As `slice_indices`.
    pub(crate) fn range_slice(&mut self, parts: [Value; 3], slice: Value) -> PyResult {
        let len = self.range_len_big(parts);
        let len = len.to_u64().and_then(|len| usize::try_from(len).ok());
        let len = len.unwrap_or(usize::MAX >> 1);
        let (from, to, by) = self.slice_indices(slice, len)?;
        let (start, step) = (self.big(parts[0]), self.big(parts[2]));
        let parts = [
            self.new_int(&start + &step * BigInt::from(from)),
            self.new_int(&start + &step * BigInt::from(to)),
            self.new_int(&step * BigInt::from(by)),
        ];
        Ok(self.new_range(parts))
    }

    /// `value in range`
    ///
    /// # Errors
    ///
    /// What comparing raises.
    pub(crate) fn range_contains(&mut self, parts: [Value; 3], value: Value) -> PyResult<bool> {
        let is_plain_int = match value {
            Value::Int(_) | Value::Bool(_) => true,
            _ => self.heap.type_of(value) == classes::INT,
        };
        if !is_plain_int {
            if let Value::Float(float) = value {
                let float = float.get();
                #[expect(clippy::float_cmp, reason = "whether it is whole")]
                let is_whole = float.trunc() == float && float.abs() < 9e18;
                #[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
                let int = Value::Int(float as i64);
                return Ok(is_whole && self.range_contains(parts, int)?);
            }
            let (_, iter) = new_iter(&parts);
            let iter = self.heap.new_iter(classes::RANGE_ITERATOR, iter);
            while let Some(item) = self.next(iter)? {
                if self.equal(item, value)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let [start, stop, step] = parts.map(|part| self.big(part));
        let value = self.big(match value {
            Value::Bool(b) => Value::Int(i64::from(b.get())),
            other => other,
        });
        let is_between = if step.sign() == Sign::Minus {
            value <= start && value > stop
        } else {
            value >= start && value < stop
        };
        Ok(is_between && ((value - start) % step).is_zero())
    }
}
