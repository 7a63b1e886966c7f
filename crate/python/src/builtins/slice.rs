//! `slice`

use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{Object, Value, classes};
use crate::vm::Vm;

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, start, stop?, step?, /", |vm, args| {
        let (start, stop) = match args[2] {
            Value::Unbound => (Value::None, args[1]),
            stop => (args[1], stop),
        };
        let step = args[3].bound().unwrap_or(Value::None);
        Ok(vm.new_slice(start, stop, step))
    })
    .kind(NativeKind::Static),
    NativeDef::new("indices", "self, length, /", |vm, args| {
        let length = vm.to_index(args[1])?;
        let Ok(length) = usize::try_from(length) else {
            return Err(vm.value_error("length should not be negative"));
        };
        let (start, stop, step) = vm.slice_indices(args[0], length)?;
        Ok(vm
            .heap
            .new_tuple(&[Value::Int(start), Value::Int(stop), Value::Int(step)]))
    }),
    NativeDef::getter("start", |vm, args| part(vm, args[0], 0)),
    NativeDef::getter("stop", |vm, args| part(vm, args[0], 1)),
    NativeDef::getter("step", |vm, args| part(vm, args[0], 2)),
];

fn part(vm: &mut Vm, slice: Value, index: usize) -> PyResult {
    match vm.heap.object(slice) {
        Some(Object::Slice(parts)) => Ok(parts[index]),
        _ => Err(vm.type_error("expected a slice")),
    }
}

impl Vm {
    /// Makes a slice object.
    pub fn new_slice(&mut self, start: Value, stop: Value, step: Value) -> Value {
        let parts = Box::new([start, stop, step]);
        Value::Obj(self.heap.alloc(classes::SLICE, Object::Slice(parts)))
    }
}
