//! `_weakref`: weak references, and the collector's own function.

use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{Attributes, ObjId, Object, Value, WeakRef, classes};
use crate::vm::Vm;

/// Methods of `weakref.ref`.
static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, object, callback?, /", new).kind(NativeKind::Static),
    NativeDef::new("__call__", "self, /", |vm, args| {
        Ok(target(vm, args[0]).unwrap_or(Value::None))
    }),
    NativeDef::new("__hash__", "self, /", |vm, args| {
        vm.hash(args[0]).map(Value::Int)
    }),
    NativeDef::flow("__eq__", "self, other, /", eq),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::getter("__callback__", |vm, args| {
        Ok(match vm.heap.object(args[0]) {
            Some(Object::WeakRef(reference)) => reference.callback,
            _ => Value::None,
        })
    }),
];

static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("getweakrefcount", "object, /", |vm, args| {
        let n = args[0].obj().map_or(0, |id| vm.weak_references(id).len());
        Ok(Value::Int(i64::try_from(n).unwrap_or(i64::MAX)))
    }),
    NativeDef::new("getweakrefs", "object, /", |vm, args| {
        let found = args[0].obj().map_or(&[][..], |id| vm.weak_references(id));
        let found = found.iter().map(|&id| Value::Obj(id)).collect();
        Ok(vm.heap.new_list(found))
    }),
    NativeDef::new("collect", "", |vm, _| vm.collect_now()),
];

/// Makes the module.
///
/// # Errors
///
/// None today; the shape of an importer's result.
pub(super) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    vm.add_methods(classes::WEAKREF, METHODS);
    let module = vm.native_module("_weakref", FUNCTIONS);
    vm.set_global(module, "ref", Value::Obj(classes::WEAKREF));
    Ok(module)
}

/// What the reference refers to, if it is still there.
fn target(vm: &Vm, reference: Value) -> Option<Value> {
    match vm.heap.object(reference) {
        Some(Object::WeakRef(reference)) => reference.target.bound(),
        _ => None,
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let can_be_referred = match vm.heap.object(args[1]) {
        Some(Object::Instance(attributes)) => {
            let class = vm.heap.type_of(args[1]);
            vm.heap.type_ref(class).has_dict
                || !matches!(attributes, Attributes::Shaped { .. })
                || vm.has_weakref_slot(class)
        }
        Some(
            Object::Str(_)
            | Object::Bytes(_)
            | Object::ByteArray(_)
            | Object::BigInt(_)
            | Object::Tuple(_)
            | Object::List(_)
            | Object::Dict(_)
            | Object::Number(_),
        ) => vm.heap.type_ref(vm.heap.type_of(args[1])).is_heap,
        Some(_) => true,
        None => false,
    };
    let Some(id) = args[1].obj().filter(|_| can_be_referred) else {
        let name = vm.type_name(args[1]);
        return Err(vm.type_error(format_args!(
            "cannot create weak reference to '{name}' object"
        )));
    };
    let callback = args[2].bound().unwrap_or(Value::None);
    if callback.is_none() {
        let plain = vm.weak_references(id).iter().find(|&&known| {
            matches!(vm.heap.get(known), Object::WeakRef(known) if known.callback.is_none())
        });
        if let Some(&known) = plain {
            return Ok(Value::Obj(known));
        }
    }
    let class = args[0].obj().expect("classes are objects");
    let reference = WeakRef {
        target: args[1],
        callback,
        hash: None,
    };
    let reference = Object::WeakRef(Box::new(reference));
    let reference = vm.heap.alloc(class, reference);
    vm.add_weak_reference(id, reference);
    Ok(Value::Obj(reference))
}

fn eq(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    if !vm.heap.is_instance(args[1], classes::WEAKREF) {
        return Ok(Flow::Return(Value::NotImplemented));
    }
    match (target(vm, args[0]), target(vm, args[1])) {
        (Some(a), Some(b)) => vm.equal(a, b).map(|same| Flow::Return(Value::bool(same))),
        _ => Ok(Flow::Return(Value::bool(args[0].is(args[1])))),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let own = vm.identity(args[0]);
    let text = match target(vm, args[0]) {
        Some(target) => {
            let class = vm.type_name(target);
            let at = vm.identity(target);
            format!("<weakref at {own:#x}; to '{class}' at {at:#x}>")
        }
        None => format!("<weakref at {own:#x}; dead>"),
    };
    Ok(vm.heap.new_str(&text))
}
