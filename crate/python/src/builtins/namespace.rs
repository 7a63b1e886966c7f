//! `types.SimpleNamespace` and `mappingproxy`.

use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{Object, Value, classes};
use crate::vm::Vm;

/// Methods of `types.SimpleNamespace`.
pub(crate) static SIMPLE: &[NativeDef] = &[
    NativeDef::new("__init__", "self, mapping?, /, **attributes", init),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::new("__eq__", "self, other, /", eq),
    NativeDef::getter("__dict__", |vm, args| Ok(dict_of(vm, args[0]))),
];

/// Methods of `mappingproxy`.
pub(crate) static PROXY: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, mapping, /", new_proxy).kind(NativeKind::Static),
    NativeDef::new("__repr__", "self, /", repr_proxy),
    NativeDef::new("__str__", "self, /", |vm, args| {
        let target = target(vm, args[0]);
        let text = vm.str_of(target)?;
        Ok(vm.heap.new_str_rc(text))
    }),
    NativeDef::flow("__getitem__", "self, key, /", |vm, args| {
        let target = target(vm, args[0]);
        vm.get_item_flow(target, args[1])
    }),
    NativeDef::new("__contains__", "self, key, /", |vm, args| {
        let target = target(vm, args[0]);
        vm.contains(target, args[1]).map(Value::bool)
    }),
    NativeDef::new("__len__", "self, /", |vm, args| {
        let target = target(vm, args[0]);
        let len = vm.length(target)?;
        Ok(Value::Int(i64::try_from(len).unwrap_or(i64::MAX)))
    }),
    NativeDef::flow("__iter__", "self, /", |vm, args| {
        let target = target(vm, args[0]);
        vm.iter_flow(target)
    }),
    NativeDef::new("__eq__", "self, other, /", |vm, args| {
        let this = target(vm, args[0]);
        let other = match vm.heap.object(args[1]) {
            Some(Object::MappingProxy(other)) => *other,
            _ => args[1],
        };
        vm.equal(this, other).map(Value::bool)
    }),
    NativeDef::new("get", "self, key, default?, /", |vm, args| {
        forward(vm, args, "get")
    }),
    NativeDef::new("keys", "self, /", |vm, args| forward(vm, args, "keys")),
    NativeDef::new("values", "self, /", |vm, args| forward(vm, args, "values")),
    NativeDef::new("items", "self, /", |vm, args| forward(vm, args, "items")),
    NativeDef::new("copy", "self, /", |vm, args| forward(vm, args, "copy")),
];

/// The built-in functions that show namespaces.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("vars", "object?, /", vars),
    NativeDef::flow("dir", "object?, /", dir),
];

fn dict_of(vm: &mut Vm, value: Value) -> Value {
    let id = value.obj().expect("namespaces are objects");
    Value::Obj(vm.heap.attributes_dict(id))
}

fn init(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = args[0].obj().expect("namespaces are objects");
    if let Some(mapping) = args[1].bound() {
        let dict = vm.heap.attributes_dict(id);
        vm.dict_update(dict, mapping)?;
    }
    for (name, value) in vm.keywords_of(args[2]) {
        vm.heap.set_own_attribute(id, name, value);
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.heap.type_of(args[0]);
    let name = if class == classes::SIMPLE_NAMESPACE {
        "namespace".to_owned()
    } else {
        vm.heap.type_ref(class).name.to_string()
    };
    if vm.held.iter().any(|held| held.is(args[0])) {
        return Ok(vm.heap.new_str(&format!("{name}(...)")));
    }
    vm.held.push(args[0]);
    let dict = dict_of(vm, args[0]);
    let text = namespace_text(vm, dict);
    vm.held.pop();
    let text = text?;
    Ok(vm.heap.new_str(&format!("{name}({text})")))
}

fn namespace_text(vm: &mut Vm, dict: Value) -> PyResult<String> {
    let Some(Object::Dict(entries)) = vm.heap.object(dict) else {
        unreachable!("attributes are in a dict")
    };
    let entries: Vec<(Value, Value)> = entries
        .iter()
        .map(|entry| (entry.key, entry.value))
        .collect();
    let mut parts = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let Some(key) = vm.heap.str(key).map(|key| key.text.clone()) else {
            continue;
        };
        parts.push(format!("{key}={}", vm.repr(value)?));
    }
    Ok(parts.join(", "))
}

fn eq(vm: &mut Vm, args: &[Value]) -> PyResult {
    if !vm.heap.is_instance(args[1], classes::SIMPLE_NAMESPACE) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (dict_of(vm, args[0]), dict_of(vm, args[1]));
    vm.equal(a, b).map(Value::bool)
}

fn target(vm: &Vm, value: Value) -> Value {
    match vm.heap.object(value) {
        Some(Object::MappingProxy(target)) => *target,
        _ => unreachable!("expected a mapping proxy"),
    }
}

fn new_proxy(vm: &mut Vm, args: &[Value]) -> PyResult {
    if vm.lookup_special(args[1], "__getitem__").is_none()
        || matches!(
            vm.heap.object(args[1]),
            Some(Object::List(_) | Object::Tuple(_))
        )
    {
        return Err(vm.type_error(format_args!(
            "mappingproxy() argument must be a mapping, not {}",
            vm.type_name(args[1])
        )));
    }
    Ok(Value::Obj(vm.heap.alloc(
        classes::MAPPINGPROXY,
        Object::MappingProxy(args[1]),
    )))
}

fn repr_proxy(vm: &mut Vm, args: &[Value]) -> PyResult {
    let target = target(vm, args[0]);
    let text = vm.repr(target)?;
    Ok(vm.heap.new_str(&format!("mappingproxy({text})")))
}

fn forward(vm: &mut Vm, args: &[Value], method: &str) -> PyResult {
    let target = target(vm, args[0]);
    let given: Vec<Value> = args[1..].iter().filter_map(|arg| arg.bound()).collect();
    vm.call_method(target, method, &given)
}

fn vars(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(object) = args[0].bound() else {
        let locals = vm.heap.intern("locals");
        let function = vm.heap.dict_get_name(vm.builtins, locals);
        return vm.call(function.expect("a built-in"), &[]);
    };
    let name = vm.names.dict;
    match vm.find_attr(object, name)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn dir(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let Some(object) = args[0].bound() else {
        let locals = vm.heap.intern("locals");
        let function = vm.heap.dict_get_name(vm.builtins, locals);
        let dict = vm.call(function.expect("a built-in"), &[])?;
        let keys = vm.collect(dict)?;
        let names: Vec<_> = keys
            .into_iter()
            .filter_map(|key| vm.heap.str(key))
            .map(|key| key.text.clone())
            .collect();
        return Ok(Flow::Return(vm.name_list(&names)));
    };
    let flow = vm.special_flow(object, "__dir__", &[])?;
    let names = vm.finish(flow.expect("object has __dir__"))?;
    let sorted = vm.heap.intern("sorted");
    let callee = vm
        .heap
        .dict_get_name(vm.builtins, sorted)
        .expect("a built-in");
    Ok(Flow::Call {
        callee,
        args: vec![names],
    })
}
