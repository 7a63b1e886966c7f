//! Functions that go through an iterable: `sum`, `min`, `max`, `any`, `all`, `sorted`.

use super::sort;
use crate::code::BinaryOp;
use crate::native::{NativeDef, PyResult};
use crate::object::{Object, Value};
use crate::vm::Vm;

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("sum", "iterable, /, start?", sum),
    NativeDef::new("min", "*args, key?, default?", |vm, args| {
        extreme(vm, args, "min", false)
    }),
    NativeDef::new("max", "*args, key?, default?", |vm, args| {
        extreme(vm, args, "max", true)
    }),
    NativeDef::new("any", "iterable, /", |vm, args| {
        let iter = vm.iter(args[0])?;
        while let Some(item) = vm.next(iter)? {
            if vm.is_true(item)? {
                return Ok(Value::Bool(true));
            }
        }
        Ok(Value::Bool(false))
    }),
    NativeDef::new("all", "iterable, /", |vm, args| {
        let iter = vm.iter(args[0])?;
        while let Some(item) = vm.next(iter)? {
            if !vm.is_true(item)? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    }),
    NativeDef::new("sorted", "iterable, /, *, key?, reverse?", |vm, args| {
        let items = vm.collect(args[0])?;
        let list = vm.heap.new_list(items);
        if let Value::Obj(id) = list {
            vm.held.push(list);
            let result = sort::sort_list(vm, id, args[1], args[2]);
            vm.held.pop();
            result?;
        }
        Ok(list)
    }),
];

fn sum(vm: &mut Vm, args: &[Value]) -> PyResult {
    let mut total = args[1].bound().unwrap_or(Value::Int(0));
    let refused = match vm.heap.object(total) {
        Some(Object::Str(_)) => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Some(Object::Bytes(_)) => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        Some(Object::ByteArray(_)) => Some("sum() can't sum bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    let iter = vm.iter(args[0])?;
    if let Some(message) = refused {
        return Err(vm.type_error(message));
    }
    // Floats are added with a correction for what each addition loses (Neumaier).
    let mut correction = 0.0_f64;
    while let Some(item) = vm.next(iter)? {
        let float = match (total, item) {
            (Value::Float(sum), Value::Float(float)) => Some((sum, float)),
            #[expect(clippy::cast_precision_loss, reason = "as float addition does")]
            (Value::Float(sum), Value::Int(int)) => Some((sum, int as f64)),
            _ => None,
        };
        if let Some((sum, float)) = float {
            let next = sum + float;
            correction += if sum.abs() >= float.abs() {
                (sum - next) + float
            } else {
                (float - next) + sum
            };
            total = Value::Float(next);
            continue;
        }
        if let (Value::Int(sum), Value::Int(int)) = (total, item)
            && let Some(next) = sum.checked_add(int)
        {
            total = Value::Int(next);
            continue;
        }
        if let Value::Float(sum) = total {
            total = Value::Float(corrected(sum, correction));
            correction = 0.0;
        }
        total = vm.binary(BinaryOp::Add, total, item)?;
    }
    if let Value::Float(sum) = total {
        total = Value::Float(corrected(sum, correction));
    }
    Ok(total)
}

fn corrected(sum: f64, correction: f64) -> f64 {
    if correction != 0.0 && correction.is_finite() {
        sum + correction
    } else {
        sum
    }
}

fn extreme(vm: &mut Vm, args: &[Value], name: &str, is_max: bool) -> PyResult {
    let [key, default, ref values @ ..] = *args else {
        unreachable!("the signature has two names")
    };
    if values.is_empty() {
        return Err(vm.type_error(&format!("{name} expected at least 1 argument, got 0")));
    }
    if values.len() > 1 && !default.is_unbound() {
        return Err(vm.type_error(&format!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        )));
    }
    let source = match values {
        [iterable] => *iterable,
        values => vm.heap.new_tuple(values),
    };
    let iter = vm.iter(source)?;
    let mut best: Option<(Value, Value)> = None;
    while let Some(item) = vm.next(iter)? {
        let by = match key {
            Value::Unbound | Value::None => item,
            key => vm.call(key, &[item])?,
        };
        let is_better = match best {
            None => true,
            Some((best, _)) if is_max => vm.compare_truth(crate::code::CompareOp::Gt, by, best)?,
            Some((best, _)) => vm.less(by, best)?,
        };
        if is_better {
            best = Some((by, item));
        }
    }
    match (best, default) {
        (Some((_, item)), _) => Ok(item),
        (None, Value::Unbound) => {
            Err(vm.value_error(&format!("{name}() iterable argument is empty")))
        }
        (None, default) => Ok(default),
    }
}
