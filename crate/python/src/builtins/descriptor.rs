//! `property`, `staticmethod`, `classmethod`, `super` and the descriptors of `__slots__`.

use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Methods of `property`.
pub(crate) static PROPERTY: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, /, *args, **keywords", new_property).kind(NativeKind::Static),
    NativeDef::new("__init__", "self, fget?, fset?, fdel?, doc?", init_property),
    NativeDef::new("getter", "self, function, /", |vm, args| {
        with_part(vm, args, 0)
    }),
    NativeDef::new("setter", "self, function, /", |vm, args| {
        with_part(vm, args, 1)
    }),
    NativeDef::new("deleter", "self, function, /", |vm, args| {
        with_part(vm, args, 2)
    }),
    NativeDef::getter("fget", |vm, args| Ok(parts(vm, args[0])[0])),
    NativeDef::getter("fset", |vm, args| Ok(parts(vm, args[0])[1])),
    NativeDef::getter("fdel", |vm, args| Ok(parts(vm, args[0])[2])),
    NativeDef::getter("__doc__", property_doc),
    NativeDef::new("__doc__", "self, value, /", set_property_doc).kind(NativeKind::Setter),
    NativeDef::getter("__isabstractmethod__", property_is_abstract),
    NativeDef::new("__set_name__", "self, owner, name, /", set_name),
    NativeDef::flow("__get__", "self, instance, owner?, /", get),
    NativeDef::flow("__set__", "self, instance, value, /", set),
    NativeDef::flow("__delete__", "self, instance, /", delete),
];

/// Methods of `getset_descriptor` and `member_descriptor`.
pub(crate) static DESCRIPTORS: &[NativeDef] = &[
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::flow("__get__", "self, instance, owner?, /", get),
    NativeDef::flow("__set__", "self, instance, value, /", set),
    NativeDef::flow("__delete__", "self, instance, /", delete),
    NativeDef::getter("__name__", |vm, args| Ok(name_and_class(vm, args[0]).0)),
    NativeDef::getter("__objclass__", |vm, args| Ok(name_and_class(vm, args[0]).1)),
    NativeDef::getter("__doc__", |_, _| Ok(Value::None)),
];

/// Methods of `staticmethod`.
pub(crate) static STATIC_METHOD: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, function, /", new_static).kind(NativeKind::Static),
    NativeDef::flow("__call__", "self, /, *args, **keywords", call_static),
    NativeDef::new("__repr__", "self, /", repr_wrapper),
    NativeDef::flow("__get__", "self, instance, owner?, /", get),
    NativeDef::getter("__func__", |vm, args| Ok(wrapped(vm, args[0]))),
    NativeDef::getter("__wrapped__", |vm, args| Ok(wrapped(vm, args[0]))),
    NativeDef::getter("__isabstractmethod__", wrapper_is_abstract),
];

/// Methods of `classmethod`.
pub(crate) static CLASS_METHOD: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, function, /", new_class_method).kind(NativeKind::Static),
    NativeDef::new("__repr__", "self, /", repr_wrapper),
    NativeDef::flow("__get__", "self, instance, owner?, /", get),
    NativeDef::getter("__func__", |vm, args| Ok(wrapped(vm, args[0]))),
    NativeDef::getter("__wrapped__", |vm, args| Ok(wrapped(vm, args[0]))),
    NativeDef::getter("__isabstractmethod__", wrapper_is_abstract),
];

/// Methods of `super`.
pub(crate) static SUPER: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, type?, object?, /", new_super).kind(NativeKind::Static),
    NativeDef::new("__repr__", "self, /", repr_super),
    NativeDef::flow("__getattribute__", "self, name, /", |vm, args| {
        let name = vm.attribute_name(args[1])?;
        vm.get_attr_generic(args[0], name)
    }),
    NativeDef::getter("__self__", |vm, args| Ok(super_parts(vm, args[0])[1])),
    NativeDef::getter("__thisclass__", |vm, args| Ok(super_parts(vm, args[0])[0])),
    NativeDef::getter("__self_class__", |vm, args| Ok(super_parts(vm, args[0])[2])),
];

fn class_of(value: Value) -> ObjId {
    value.obj().expect("classes are objects")
}

fn new_property(vm: &mut Vm, args: &[Value]) -> PyResult {
    let parts = Box::new([Value::None; 4]);
    Ok(Value::Obj(
        vm.heap.alloc(class_of(args[0]), Object::Property(parts)),
    ))
}

fn init_property(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = class_of(args[0]);
    let given = |index: usize| args[index].bound().unwrap_or(Value::None);
    let new = [given(1), given(2), given(3), given(4)];
    if let Object::Property(parts) = vm.heap.get_mut(id) {
        **parts = new;
    }
    Ok(Value::None)
}

fn parts(vm: &Vm, value: Value) -> [Value; 4] {
    match vm.heap.object(value) {
        Some(Object::Property(parts)) => **parts,
        _ => unreachable!("expected a property"),
    }
}

fn with_part(vm: &mut Vm, args: &[Value], index: usize) -> PyResult {
    let mut parts = parts(vm, args[0]);
    parts[index] = args[1];
    let class = vm.heap.type_of(args[0]);
    if class != classes::PROPERTY {
        return vm.call(Value::Obj(class), &parts);
    }
    let copy = vm.heap.alloc(class, Object::Property(Box::new(parts)));
    let name = vm.names.dunder_name;
    if let Some(known) = vm.heap.own_attribute(class_of(args[0]), name) {
        vm.heap.set_own_attribute(copy, name, known);
    }
    Ok(Value::Obj(copy))
}

fn property_doc(vm: &mut Vm, args: &[Value]) -> PyResult {
    let [getter, _, _, doc] = parts(vm, args[0]);
    if !doc.is_none() || getter.is_none() {
        return Ok(doc);
    }
    let name = vm.names.doc;
    Ok(vm.find_attr(getter, name)?.unwrap_or(Value::None))
}

fn set_property_doc(vm: &mut Vm, args: &[Value]) -> PyResult {
    if let Object::Property(parts) = vm.heap.get_mut(class_of(args[0])) {
        parts[3] = args[1].bound().unwrap_or(Value::None);
    }
    Ok(Value::None)
}

fn is_abstract(vm: &mut Vm, function: Value) -> PyResult<bool> {
    if function.is_none() {
        return Ok(false);
    }
    let name = vm.names.is_abstract;
    match vm.find_attr(function, name)? {
        Some(flag) => vm.is_true(flag),
        None => Ok(false),
    }
}

fn property_is_abstract(vm: &mut Vm, args: &[Value]) -> PyResult {
    for part in &parts(vm, args[0])[..3] {
        if is_abstract(vm, *part)? {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

fn set_name(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.dunder_name;
    vm.heap.set_own_attribute(class_of(args[0]), name, args[2]);
    Ok(Value::None)
}

fn get(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let [attribute, instance, owner] = [args[0], args[1], args[2]];
    let owner = owner.bound().filter(|owner| !owner.is_none());
    let receiver = if instance.is_none() && owner.is_some() {
        Value::Unbound
    } else {
        instance
    };
    let class = owner.and_then(Value::obj);
    let class = class.unwrap_or_else(|| vm.heap.type_of(instance));
    vm.bind(attribute, receiver, class)
}

fn set(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = name_of(vm, args[0]);
    vm.set_through(args[0], args[1], name, args[2])
}

fn delete(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = name_of(vm, args[0]);
    vm.set_through(args[0], args[1], name, Value::Unbound)
}

fn name_of(vm: &mut Vm, descriptor: Value) -> ObjId {
    match vm.heap.object(descriptor) {
        Some(Object::Member { name, .. }) => *name,
        _ => match name_and_class(vm, descriptor).0 {
            Value::Obj(name) => name,
            _ => vm.names.dunder_name,
        },
    }
}

/// Name and class of a descriptor of the engine.
fn name_and_class(vm: &mut Vm, value: Value) -> (Value, Value) {
    match vm.heap.object(value) {
        Some(Object::Member { name, class }) => (Value::Obj(*name), Value::Obj(*class)),
        Some(Object::Property(parts)) => match vm.heap.object(parts[0]) {
            Some(Object::Native(native)) => {
                let (name, owner) = (native.def.name, native.owner);
                (Value::Obj(vm.heap.intern(name)), owner)
            }
            _ => (Value::None, Value::None),
        },
        _ => (Value::None, Value::None),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (name, class) = name_and_class(vm, args[0]);
    let name = vm.str_of(name)?;
    let class = class
        .obj()
        .map_or_else(|| "?".into(), |class| vm.heap.type_ref(class).name.clone());
    let what = match vm.heap.object(args[0]) {
        Some(Object::Member { .. }) => "member",
        _ => "attribute",
    };
    Ok(vm
        .heap
        .new_str(&format!("<{what} '{name}' of '{class}' objects>")))
}

fn wrap(vm: &mut Vm, args: &[Value], object: Object) -> PyResult {
    let id = vm.heap.alloc(class_of(args[0]), object);
    // As `functools.update_wrapper` would.
    for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
        let name = vm.heap.intern(name);
        if let Some(value) = vm.find_attr(args[1], name)? {
            vm.heap.set_own_attribute(id, name, value);
        }
    }
    Ok(Value::Obj(id))
}

fn new_static(vm: &mut Vm, args: &[Value]) -> PyResult {
    wrap(vm, args, Object::StaticMethod(args[1]))
}

fn new_class_method(vm: &mut Vm, args: &[Value]) -> PyResult {
    wrap(vm, args, Object::ClassMethod(args[1]))
}

fn wrapped(vm: &Vm, value: Value) -> Value {
    match vm.heap.object(value) {
        Some(Object::StaticMethod(function) | Object::ClassMethod(function)) => *function,
        _ => unreachable!("expected a wrapped function"),
    }
}

fn wrapper_is_abstract(vm: &mut Vm, args: &[Value]) -> PyResult {
    let function = wrapped(vm, args[0]);
    is_abstract(vm, function).map(Value::bool)
}

fn call_static(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let keywords = vm.keywords_of(args[1]);
    let function = wrapped(vm, args[0]);
    vm.call_as(function, args[2..].to_vec(), &keywords)
}

fn repr_wrapper(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.type_name(args[0]);
    let function = wrapped(vm, args[0]);
    let function = vm.repr(function)?;
    Ok(vm.heap.new_str(&format!("<{name}({function})>")))
}

fn new_super(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (class, object) = match args[1].bound() {
        Some(class) => (class, args[2].bound().unwrap_or(Value::None)),
        None => vm.super_defaults()?,
    };
    vm.check_super(class, object)?;
    let owner = if object.is_none() {
        Value::None
    } else {
        Value::Obj(vm.super_owner(class_of(class), object))
    };
    let parts = Box::new([class, object, owner]);
    Ok(Value::Obj(
        vm.heap.alloc(class_of(args[0]), Object::Super(parts)),
    ))
}

fn super_parts(vm: &Vm, value: Value) -> [Value; 3] {
    match vm.heap.object(value) {
        Some(Object::Super(parts)) => **parts,
        _ => unreachable!("expected a super"),
    }
}

fn repr_super(vm: &mut Vm, args: &[Value]) -> PyResult {
    let [class, object, owner] = super_parts(vm, args[0]);
    let class = vm.heap.type_ref(class_of(class)).name.clone();
    let text = if object.is_none() {
        format!("<super: <class '{class}'>, NULL>")
    } else {
        let owner = vm.heap.type_ref(class_of(owner)).name.clone();
        format!("<super: <class '{class}'>, <{owner} object>>")
    };
    Ok(vm.heap.new_str(&text))
}
