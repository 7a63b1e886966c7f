//! `tuple`

use std::rc::Rc;

use crate::code::BinaryOp;
use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{Object, Value, classes};
use crate::vm::Vm;

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::flow("__new__", "cls, iterable?, /", |vm, args| {
        let class = args[0].obj().unwrap_or(classes::TUPLE);
        if args[1].is_unbound() {
            let empty = vm.heap.alloc(class, Object::Tuple(Rc::default()));
            return Ok(Flow::Return(Value::Obj(empty)));
        }
        if class == classes::TUPLE && vm.heap.type_of(args[1]) == classes::TUPLE {
            return Ok(Flow::Return(args[1]));
        }
        vm.collect_flow(args[1], [args[0]; 3], |vm, [class, ..], items, _| {
            let class = class.obj().unwrap_or(classes::TUPLE);
            vm.check_heap(0)?;
            let tuple = vm.heap.alloc(class, Object::Tuple(items.into()));
            Ok(Flow::Return(Value::Obj(tuple)))
        })
    })
    .kind(NativeKind::Static),
    NativeDef::new("index", "self, value, start?, stop?, /", |vm, args| {
        vm.sequence_search(args, "tuple.index(x): x not in tuple")
    }),
    NativeDef::new("count", "self, value, /", |vm, args| {
        vm.sequence_count(args[0], args[1])
    }),
    NativeDef::new("__getnewargs__", "self, /", |vm, args| {
        let items = vm.collect(args[0])?;
        let copy = vm.heap.new_tuple(&items);
        Ok(vm.heap.new_tuple(&[copy]))
    }),
];

/// `+` and `*` where an operand is a tuple; `None` is `NotImplemented`.
///
/// # Errors
///
/// `OverflowError`, `MemoryError`.
pub(crate) fn binary(
    vm: &mut Vm,
    op: BinaryOp,
    a: Value,
    b: Value,
    _in_place: bool,
) -> PyResult<Option<Value>> {
    let items_of = |vm: &Vm, value: Value| match vm.heap.object(value) {
        Some(Object::Tuple(items)) => Some(Rc::clone(items)),
        _ => None,
    };
    match (op, items_of(vm, a), items_of(vm, b)) {
        (BinaryOp::Add, Some(x), Some(y)) => {
            let joined = [&x[..], &y[..]].concat();
            vm.check_heap(0)?;
            Ok(Some(vm.heap.new_tuple(&joined)))
        }
        (BinaryOp::Mul, Some(items), _) => {
            let Some(times) = vm.repetitions(items.len(), size_of::<Value>(), b)? else {
                return Ok(None);
            };
            let repeated = items.repeat(times);
            Ok(Some(vm.heap.new_tuple(&repeated)))
        }
        (BinaryOp::Mul, None, Some(_)) => binary(vm, op, b, a, false),
        _ => Ok(None),
    }
}
