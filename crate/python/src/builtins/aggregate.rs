//! Functions that go through an iterable: `sum`, `min`, `max`, `any`, `all`, `sorted`.

use super::consume::StopAt;
use super::sort;
use crate::code::{BinaryOp, CompareOp};
use crate::native::{Flow, NativeDef, PyResult};
use crate::object::{Object, Truth, Value, classes};
use crate::vm::Vm;
use crate::vm::then::Context;

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::flow("sum", "iterable, /, start?", |vm, args| {
        if !vm.is_iterable(args[0]) {
            vm.iter(args[0])?;
        }
        let start = args[1].bound().unwrap_or(Value::Int(0));
        check_start(vm, start)?;
        if !matches!(vm.heap.object(args[0]), Some(Object::Generator(_))) {
            let iter = vm.iter(args[0])?;
            let mut total = Total::new(start);
            while let Some(item) = vm.next(iter)? {
                total.add(vm, item)?;
            }
            return Ok(Flow::Return(total.value()));
        }
        vm.collect_flow(args[0], [start; 3], |vm, [start, ..], items, _| {
            let mut total = Total::new(start);
            for item in items {
                total.add(vm, item)?;
            }
            Ok(Flow::Return(total.value()))
        })
    }),
    NativeDef::flow("min", "*args, key?, default?", |vm, args| {
        extreme_flow(vm, args, false)
    }),
    NativeDef::flow("max", "*args, key?, default?", |vm, args| {
        extreme_flow(vm, args, true)
    }),
    NativeDef::flow("any", "iterable, /", |vm, args| {
        let stop_at = StopAt::Truth(true);
        vm.consume(args[0], stop_at, [Value::None; 3], |_, _, _, _| {
            Ok(Flow::Return(Value::bool(false)))
        })
    }),
    NativeDef::flow("all", "iterable, /", |vm, args| {
        let stop_at = StopAt::Truth(false);
        vm.consume(args[0], stop_at, [Value::None; 3], |_, _, _, _| {
            Ok(Flow::Return(Value::bool(true)))
        })
    }),
    NativeDef::flow("sorted", "iterable, /, *, key?, reverse?", |vm, args| {
        let key = args[1].bound().unwrap_or(Value::None);
        let reverse = args[2].bound().unwrap_or(Value::bool(false));
        let context = [key, reverse, Value::None];
        let source = vm.with_asked_length(args[0])?;
        vm.collect_flow(source, context, |vm, [key, reverse, _], items, _| {
            let list = vm.heap.alloc(classes::LIST, Object::List(items));
            sort::sort_flow(vm, list, key, reverse, Value::Obj(list))
        })
    }),
];

fn check_start(vm: &mut Vm, start: Value) -> PyResult<()> {
    let message = match vm.heap.object(start) {
        Some(Object::Str(_)) => "sum() can't sum strings [use ''.join(seq) instead]",
        Some(Object::Bytes(_)) => "sum() can't sum bytes [use b''.join(seq) instead]",
        Some(Object::ByteArray(_)) => "sum() can't sum bytearray [use b''.join(seq) instead]",
        _ => return Ok(()),
    };
    Err(vm.type_error(message))
}

/// A sum under way.
struct Total {
    sum: Value,
    /// What the additions of floats have lost so far (Neumaier's method).
    correction: f64,
}

impl Total {
    fn new(start: Value) -> Self {
        Self {
            sum: start,
            correction: 0.0,
        }
    }

    fn add(&mut self, vm: &mut Vm, item: Value) -> PyResult<()> {
        let floats = match (self.sum, item) {
            (Value::Float(sum), Value::Float(float)) => Some((sum.get(), float.get())),
            #[expect(clippy::cast_precision_loss, reason = "as float addition does")]
            (Value::Float(sum), Value::Int(int)) => Some((sum.get(), int as f64)),
            _ => None,
        };
        if let Some((sum, float)) = floats {
            let next = sum + float;
            self.correction += if sum.abs() >= float.abs() {
                (sum - next) + float
            } else {
                (float - next) + sum
            };
            self.sum = Value::float(next);
            return Ok(());
        }
        if let (Value::Int(sum), Value::Int(int)) = (self.sum, item)
            && let Some(next) = sum.checked_add(int)
        {
            self.sum = Value::Int(next);
            return Ok(());
        }
        let sum = self.value();
        self.correction = 0.0;
        self.sum = vm.binary(BinaryOp::Add, sum, item)?;
        Ok(())
    }

    fn value(&self) -> Value {
        match self.sum {
            Value::Float(sum) if self.correction != 0.0 && self.correction.is_finite() => {
                Value::float(sum.get() + self.correction)
            }
            sum => sum,
        }
    }
}

fn extreme_flow(vm: &mut Vm, args: &[Value], is_max: bool) -> PyResult<Flow> {
    let name = if is_max { "max" } else { "min" };
    let [key, default, ref values @ ..] = *args else {
        unreachable!("the signature has two names")
    };
    if values.is_empty() {
        return Err(vm.type_error(format_args!("{name} expected at least 1 argument, got 0")));
    }
    if values.len() > 1 && !default.is_unbound() {
        return Err(vm.type_error(format_args!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        )));
    }
    let source = match values {
        [iterable] => *iterable,
        values => vm.heap.new_tuple(values),
    };
    // The marker for an absent default is a value that no program has.
    let default = default.bound().unwrap_or(Value::Unbound);
    let context = [key, default, Value::bool(is_max)];
    vm.collect_flow(source, context, |vm, context, items, _| {
        let [key, default, is_max] = context;
        vm.keys_flow(items, key, [default, is_max, Value::None], extreme)
    })
}

fn extreme(
    vm: &mut Vm,
    [default, is_max, _]: Context,
    items: Vec<Value>,
    keys: Vec<Value>,
) -> PyResult<Flow> {
    let is_max = matches!(is_max, Value::Bool(Truth::True));
    let mut best: Option<(Value, Value)> = None;
    for (item, by) in items.into_iter().zip(keys) {
        let is_better = match best {
            None => true,
            Some((best, _)) if is_max => vm.compare_truth(CompareOp::Gt, by, best)?,
            Some((best, _)) => vm.less(by, best)?,
        };
        if is_better {
            best = Some((by, item));
        }
    }
    match (best, default) {
        (Some((_, item)), _) => Ok(Flow::Return(item)),
        (None, Value::Unbound) => {
            let name = if is_max { "max" } else { "min" };
            Err(vm.value_error(format_args!("{name}() iterable argument is empty")))
        }
        (None, default) => Ok(Flow::Return(default)),
    }
}
