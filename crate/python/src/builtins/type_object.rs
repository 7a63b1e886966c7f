//! `type`: what classes answer.

use std::rc::Rc;

use loopscope_fast::contains;

use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{Dict, ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Methods of `type`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::flow("__call__", "self, /, *args, **keywords", call),
    NativeDef::new("__new__", "cls, /, *args, **keywords", new).kind(NativeKind::Static),
    NativeDef::new("__init__", "self, /, *args, **keywords", init),
    NativeDef::new("__prepare__", "cls, /, *args, **keywords", prepare).kind(NativeKind::Class),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::flow("__getattribute__", "self, name, /", getattribute),
    NativeDef::flow("__setattr__", "self, name, value, /", setattr),
    NativeDef::flow("__delattr__", "self, name, /", delattr),
    NativeDef::new("__instancecheck__", "self, instance, /", instance_check),
    NativeDef::new("__subclasscheck__", "self, subclass, /", subclass_check),
    NativeDef::new("__subclasses__", "self, /", subclasses),
    NativeDef::new("mro", "self, /", mro_list),
    NativeDef::new("__dir__", "self, /", dir),
    NativeDef::new("__or__", "self, other, /", or),
    NativeDef::new("__ror__", "self, other, /", reversed_or),
    NativeDef::getter("__name__", name),
    NativeDef::new("__name__", "self, value, /", set_name).kind(NativeKind::Setter),
    NativeDef::getter("__qualname__", qualname),
    NativeDef::new("__qualname__", "self, value, /", set_qualname).kind(NativeKind::Setter),
    NativeDef::getter("__module__", module),
    NativeDef::new("__module__", "self, value, /", set_module).kind(NativeKind::Setter),
    NativeDef::getter("__doc__", doc),
    NativeDef::new("__doc__", "self, value, /", set_doc).kind(NativeKind::Setter),
    NativeDef::getter("__mro__", mro),
    NativeDef::getter("__bases__", bases),
    NativeDef::getter("__base__", base),
    NativeDef::getter("__dict__", dict),
    NativeDef::getter("__abstractmethods__", abstract_methods),
    NativeDef::new(
        "__abstractmethods__",
        "self, value, /",
        set_abstract_methods,
    )
    .kind(NativeKind::Setter),
    NativeDef::flow_getter("__annotations__", annotations),
    NativeDef::new("__annotations__", "self, value, /", set_annotations).kind(NativeKind::Setter),
    NativeDef::getter("__annotate__", annotate),
    NativeDef::new("__annotate__", "self, value, /", set_annotate).kind(NativeKind::Setter),
    NativeDef::getter("__type_params__", type_params),
    NativeDef::new("__type_params__", "self, value, /", set_type_params).kind(NativeKind::Setter),
];

fn id_of(vm: &mut Vm, value: Value) -> PyResult<ObjId> {
    match vm.heap.object(value) {
        Some(Object::Type(_)) => Ok(value.obj().expect("classes are objects")),
        _ => Err(vm.type_error(format_args!(
            "descriptor requires a 'type' object but received '{}'",
            vm.type_name(value)
        ))),
    }
}

fn call(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let class = id_of(vm, args[0])?;
    let keywords = vm.keywords_of(args[1]);
    vm.construct_flow(class, args[2..].to_vec(), keywords)
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let metaclass = id_of(vm, args[0])?;
    let keywords = vm.keywords_of(args[1]);
    let args = &args[2..];
    if metaclass == classes::TYPE && args.len() == 1 && keywords.is_empty() {
        return Ok(Value::Obj(vm.heap.type_of(args[0])));
    }
    let &[name, bases, namespace] = args else {
        let message = if metaclass == classes::TYPE {
            "type() takes 1 or 3 arguments".to_owned()
        } else {
            format!(
                "type.__new__() takes exactly 3 arguments ({} given)",
                args.len()
            )
        };
        return Err(vm.type_error(&message));
    };
    let wrong = |vm: &mut Vm, place: u8, wanted: &str, value: Value| {
        let found = vm.type_name(value);
        vm.type_error(format_args!(
            "type.__new__() argument {place} must be {wanted}, not {found}"
        ))
    };
    let Some(name) = vm.heap.str(name).map(|name| Rc::clone(&name.text)) else {
        return Err(wrong(vm, 1, "str", name));
    };
    let Some(Object::Tuple(items)) = vm.heap.object(bases) else {
        return Err(wrong(vm, 2, "tuple", bases));
    };
    let items = Rc::clone(items);
    let Some(Object::Dict(_)) = vm.heap.object(namespace) else {
        return Err(wrong(vm, 3, "dict", namespace));
    };
    for &item in items.iter() {
        let is_type = matches!(vm.heap.object(item), Some(Object::Type(_)));
        let key = vm.names.mro_entries;
        if !is_type && vm.find_attr(item, key)?.is_some() {
            return Err(
                vm.type_error("type() doesn't support MRO entry resolution; use types.new_class()")
            );
        }
    }
    let winner = vm.winning_metaclass(metaclass, &items)?;
    if winner != metaclass {
        let new = vm.lookup(winner, vm.names.new);
        if !vm.is_native_of(new, classes::TYPE) {
            let callee = vm.get_attr(Value::Obj(winner), vm.names.new)?;
            let mut all = vec![Value::Obj(winner)];
            all.extend_from_slice(args);
            return vm.call_keywords(callee, &all, &keywords);
        }
    }
    let namespace = namespace.obj().expect("dicts are objects");
    let namespace = vm.with_module(namespace);
    if contains(&name, "\0") {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    let class = vm.new_class(winner, &name, &items, namespace, &keywords)?;
    Ok(Value::Obj(class))
}

fn init(_vm: &mut Vm, _args: &[Value]) -> PyResult {
    Ok(Value::None)
}

fn prepare(vm: &mut Vm, _args: &[Value]) -> PyResult {
    Ok(vm.heap.new_dict(Dict::default()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let module = vm.class_module(id);
    let class = vm.heap.type_ref(id);
    let text = match module {
        Some(module) if &*module != "builtins" => format!("<class '{module}.{}'>", class.qualname),
        _ => format!("<class '{}'>", class.qualname),
    };
    Ok(vm.heap.new_str(&text))
}

impl Vm {
    /// The namespace of a class made by a call of `type`, with the caller's `__module__`.
    fn with_module(&mut self, namespace: ObjId) -> ObjId {
        let key = self.names.module;
        if self.heap.dict_get_name(namespace, key).is_some() {
            return namespace;
        }
        let Some(module) = self
            .current_globals()
            .and_then(|globals| self.heap.dict_get_name(globals, self.names.dunder_name))
        else {
            return namespace;
        };
        let copy = self.heap.dict(namespace).clone();
        let Value::Obj(copy) = self.heap.new_dict(copy) else {
            unreachable!("dicts are objects")
        };
        self.heap.dict_set_name(copy, key, module);
        copy
    }

    /// `__module__` of a class, if it is a string.
    pub(crate) fn class_module(&self, class: ObjId) -> Option<Rc<str>> {
        let class = self.heap.type_ref(class);
        if !class.is_heap {
            return Some(Rc::clone(&class.module));
        }
        let module = self.heap.dict_get_name(class.dict, self.names.module)?;
        self.heap.str(module).map(|module| Rc::clone(&module.text))
    }
}

fn getattribute(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    vm.get_attr_generic(args[0], name)
}

fn setattr(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    vm.set_attr_generic(args[0], name, args[2])
}

fn delattr(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    vm.delete_attr_generic(args[0], name)
}

fn instance_check(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = id_of(vm, args[0])?;
    vm.is_instance_plain(args[1], class).map(Value::bool)
}

fn subclass_check(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = id_of(vm, args[0])?;
    vm.is_subclass_plain(args[1], class).map(Value::bool)
}

fn subclasses(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let list = vm.heap.type_ref(id).subclasses.iter();
    let list = list.map(|&class| Value::Obj(class)).collect();
    Ok(vm.heap.new_list(list))
}

fn mro_values(vm: &mut Vm, value: Value) -> PyResult<Vec<Value>> {
    let id = id_of(vm, value)?;
    let mro = vm.heap.type_ref(id).mro.iter();
    Ok(mro.map(|&class| Value::Obj(class)).collect())
}

fn mro_list(vm: &mut Vm, args: &[Value]) -> PyResult {
    let values = mro_values(vm, args[0])?;
    Ok(vm.heap.new_list(values))
}

fn mro(vm: &mut Vm, args: &[Value]) -> PyResult {
    let values = mro_values(vm, args[0])?;
    Ok(vm.heap.new_tuple(&values))
}

fn dir(vm: &mut Vm, args: &[Value]) -> PyResult {
    let names = vm.names_of(args[0]);
    Ok(vm.name_list(&names))
}

fn or(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.new_union(args[0], args[1])
}

fn reversed_or(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.new_union(args[1], args[0])
}

fn name(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let name = Rc::clone(&vm.heap.type_ref(id).name);
    Ok(Value::Obj(vm.heap.intern(&name)))
}

fn text_to_set(vm: &mut Vm, args: &[Value], attribute: &str) -> PyResult<Rc<str>> {
    let id = id_of(vm, args[0])?;
    let class = vm.heap.type_ref(id).name.clone();
    let Some(value) = args[1].bound() else {
        return Err(vm.type_error(format_args!(
            "cannot delete '{attribute}' attribute of immutable type '{class}'"
        )));
    };
    if let Some(text) = vm.heap.str(value) {
        let text = Rc::clone(&text.text);
        if attribute == "__name__" && contains(&text, "\0") {
            return Err(vm.value_error("type name must not contain null characters"));
        }
        return Ok(text);
    }
    Err(vm.type_error(format_args!(
        "can only assign string to {class}.{attribute}, not '{}'",
        vm.type_name(value)
    )))
}

fn set_name(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = text_to_set(vm, args, "__name__")?;
    let id = id_of(vm, args[0])?;
    vm.heap.type_mut(id).name = text;
    Ok(Value::None)
}

fn qualname(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let name = Rc::clone(&vm.heap.type_ref(id).qualname);
    Ok(Value::Obj(vm.heap.intern(&name)))
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = text_to_set(vm, args, "__qualname__")?;
    let id = id_of(vm, args[0])?;
    vm.heap.type_mut(id).qualname = text;
    Ok(Value::None)
}

/// The entry of a class's own namespace, or else the other value.
fn own_entry(vm: &mut Vm, class: Value, name: ObjId, absent: Value) -> PyResult {
    let id = id_of(vm, class)?;
    let dict = vm.heap.type_ref(id).dict;
    Ok(vm.heap.dict_get_name(dict, name).unwrap_or(absent))
}

fn set_own_entry(vm: &mut Vm, args: &[Value], name: ObjId) -> PyResult {
    let id = id_of(vm, args[0])?;
    match args[1].bound() {
        Some(value) => vm.set_class_attribute(id, name, value),
        None => {
            let dict = vm.heap.type_ref(id).dict;
            if !vm.heap.dict_delete_name(dict, name) {
                return Err(vm.attribute_error(args[0], name));
            }
            vm.new_class_epoch();
        }
    }
    Ok(Value::None)
}

fn module(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    if vm.heap.type_ref(id).is_heap {
        let name = vm.names.module;
        return own_entry(vm, args[0], name, Value::None);
    }
    let module = Rc::clone(&vm.heap.type_ref(id).module);
    Ok(Value::Obj(vm.heap.intern(&module)))
}

fn set_module(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    if let Some(text) = args[1].bound().and_then(|value| vm.heap.str(value)) {
        let text = Rc::clone(&text.text);
        vm.heap.type_mut(id).module = text;
    }
    let name = vm.names.module;
    set_own_entry(vm, args, name)
}

fn doc(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.doc;
    own_entry(vm, args[0], name, Value::None)
}

fn set_doc(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.doc;
    set_own_entry(vm, args, name)
}

fn bases(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let bases = vm.heap.type_ref(id).bases.iter();
    let bases: Vec<Value> = bases.map(|&class| Value::Obj(class)).collect();
    Ok(vm.heap.new_tuple(&bases))
}

fn base(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let base = vm.heap.type_ref(id).bases.first();
    Ok(base.map_or(Value::None, |&class| Value::Obj(class)))
}

fn dict(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let dict = Value::Obj(vm.heap.type_ref(id).dict);
    Ok(Value::Obj(
        vm.heap
            .alloc(classes::MAPPINGPROXY, Object::MappingProxy(dict)),
    ))
}

fn abstract_methods(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.abstract_methods;
    match own_entry(vm, args[0], name, Value::Unbound)?.bound() {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(args[0], name)),
    }
}

fn set_abstract_methods(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.abstract_methods;
    set_own_entry(vm, args, name)
}

fn annotations(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let id = id_of(vm, args[0])?;
    let dict = vm.heap.type_ref(id).dict;
    if let Some(value) = vm.heap.dict_get_name(dict, vm.names.annotations) {
        return Ok(Flow::Return(value));
    }
    if !vm.heap.type_ref(id).is_heap {
        let name = vm.names.annotations;
        return Err(vm.attribute_error(args[0], name));
    }
    let value = match annotate_function(vm, dict) {
        Some(function) => vm.call(function, &[Value::Int(1)])?,
        None => vm.heap.new_dict(Dict::default()),
    };
    let name = vm.names.annotations;
    vm.heap.dict_set_name(dict, name, value);
    vm.new_class_epoch();
    Ok(Flow::Return(value))
}

/// The function that makes the annotations of a class, under either of the names that compilers
/// have used.
fn annotate_function(vm: &mut Vm, dict: ObjId) -> Option<Value> {
    let other = vm.heap.intern("__annotate_func__");
    [vm.names.annotate, other]
        .into_iter()
        .find_map(|name| vm.heap.dict_get_name(dict, name))
        .filter(|function| !function.is_none())
}

fn set_annotations(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.annotations;
    set_own_entry(vm, args, name)
}

fn annotate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = id_of(vm, args[0])?;
    let dict = vm.heap.type_ref(id).dict;
    Ok(annotate_function(vm, dict).unwrap_or(Value::None))
}

fn set_annotate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.annotate;
    set_own_entry(vm, args, name)
}

fn type_params(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.type_params;
    let none = vm.heap.new_tuple(&[]);
    own_entry(vm, args[0], name, none)
}

fn set_type_params(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.names.type_params;
    set_own_entry(vm, args, name)
}
