//! Modules as objects.

use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{Dict, Module, Object, Value};
use crate::vm::Vm;

/// Methods of `module`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, name, doc?, /", new).kind(NativeKind::Static),
    NativeDef::new("__init__", "self, name, doc?, /", |_, _| Ok(Value::None)),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::new("__dir__", "self, /", dir),
    NativeDef::getter("__dict__", dict),
];

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(name) = vm.heap.str(args[1]).map(|name| name.text.clone()) else {
        return Err(vm.type_error(format_args!(
            "module() argument 'name' must be str, not {}",
            vm.type_name(args[1])
        )));
    };
    let class = args[0].obj().expect("classes are objects");
    let Value::Obj(dict) = vm.heap.new_dict(Dict::default()) else {
        unreachable!("dicts are objects")
    };
    let doc = args[2].bound().unwrap_or(Value::None);
    for (key, value) in [
        ("__name__", args[1]),
        ("__doc__", doc),
        ("__package__", Value::None),
        ("__loader__", Value::None),
        ("__spec__", Value::None),
    ] {
        let key = vm.heap.intern(key);
        vm.heap.dict_set_name(dict, key, value);
    }
    let module = Object::Module(Box::new(Module {
        name,
        dict,
        is_initializing: false,
    }));
    Ok(Value::Obj(vm.heap.alloc(class, module)))
}

fn module(vm: &Vm, value: Value) -> &Module {
    match vm.heap.object(value) {
        Some(Object::Module(module)) => module,
        _ => unreachable!("expected a module"),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let module = module(vm, args[0]);
    let file = vm
        .heap
        .dict_get_name(module.dict, vm.names.file)
        .and_then(|file| vm.heap.str(file));
    let text = match file {
        Some(file) => format!("<module '{}' from '{}'>", module.name, file.text),
        None => format!("<module '{}' (built-in)>", module.name),
    };
    Ok(vm.heap.new_str(&text))
}

fn dir(vm: &mut Vm, args: &[Value]) -> PyResult {
    let dict = module(vm, args[0]).dict;
    let own = vm.heap.intern("__dir__");
    if let Some(function) = vm.heap.dict_get_name(dict, own) {
        return vm.call(function, &[]);
    }
    let names = vm.names_of(args[0]);
    Ok(vm.name_list(&names))
}

fn dict(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(Value::Obj(module(vm, args[0]).dict))
}
