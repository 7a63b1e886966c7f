//! Python functions, bound methods, native functions and code objects as objects.

use std::rc::Rc;

use crate::code::CodeKind;
use crate::native::{Flow, NativeDef, NativeFunction, NativeKind, PyResult};
use crate::object::{Dict, Function, Object, Value};
use crate::vm::{Unit, Vm};

/// Attributes of `function`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::flow("__call__", "self, /, *args, **keywords", call),
    NativeDef::flow("__get__", "self, instance, owner?, /", get),
    NativeDef::getter("__name__", |vm, args| field(vm, args, |f| f.name)),
    NativeDef::new("__name__", "self, value, /", set_name).kind(NativeKind::Setter),
    NativeDef::getter("__qualname__", |vm, args| field(vm, args, |f| f.qualname)),
    NativeDef::new("__qualname__", "self, value, /", set_qualname).kind(NativeKind::Setter),
    NativeDef::getter("__doc__", |vm, args| field(vm, args, |f| f.doc)),
    NativeDef::new("__doc__", "self, value, /", set_doc).kind(NativeKind::Setter),
    NativeDef::getter("__module__", |vm, args| field(vm, args, |f| f.module)),
    NativeDef::new("__module__", "self, value, /", set_module).kind(NativeKind::Setter),
    NativeDef::getter("__defaults__", defaults),
    NativeDef::new("__defaults__", "self, value, /", set_defaults).kind(NativeKind::Setter),
    NativeDef::getter("__kwdefaults__", |vm, args| {
        field(vm, args, |f| f.keyword_defaults)
    }),
    NativeDef::new("__kwdefaults__", "self, value, /", set_keyword_defaults)
        .kind(NativeKind::Setter),
    NativeDef::getter("__code__", code),
    NativeDef::getter("__closure__", closure),
    NativeDef::getter("__globals__", |vm, args| {
        field(vm, args, |f| f.globals.into())
    }),
    NativeDef::getter("__builtins__", |vm, _| Ok(Value::Obj(vm.builtins))),
    NativeDef::getter("__annotations__", annotations),
    NativeDef::new("__annotations__", "self, value, /", set_annotations).kind(NativeKind::Setter),
    NativeDef::getter("__annotate__", |vm, args| {
        field(vm, args, |f| f.annotate.bound().unwrap_or(Value::None))
    }),
    NativeDef::new("__annotate__", "self, value, /", set_annotate).kind(NativeKind::Setter),
    NativeDef::getter("__type_params__", type_params),
    NativeDef::new("__type_params__", "self, value, /", set_type_params).kind(NativeKind::Setter),
];

/// Attributes of bound methods.
pub(crate) static BOUND_METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, function, instance, /", new_bound).kind(NativeKind::Static),
    NativeDef::new("__repr__", "self, /", bound_repr),
    NativeDef::new("__eq__", "self, other, /", bound_eq),
    NativeDef::new("__hash__", "self, /", bound_hash),
    NativeDef::flow("__call__", "self, /, *args, **keywords", call),
    NativeDef::getter("__self__", |vm, args| Ok(bound_parts(vm, args[0]).1)),
    NativeDef::getter("__func__", |vm, args| Ok(bound_parts(vm, args[0]).0)),
];

/// Attributes of the engine's functions.
pub(crate) static NATIVES: &[NativeDef] = &[
    NativeDef::new("__repr__", "self, /", native_repr),
    NativeDef::flow("__call__", "self, /, *args, **keywords", call),
    NativeDef::new("__eq__", "self, other, /", native_eq),
    NativeDef::new("__hash__", "self, /", native_hash),
    NativeDef::getter("__name__", |vm, args| {
        let name = native(vm, args[0]).def.name;
        Ok(Value::Obj(vm.heap.intern(name)))
    }),
    NativeDef::getter("__qualname__", native_qualname),
    NativeDef::getter("__self__", |vm, args| {
        let function = native(vm, args[0]);
        Ok(function
            .receiver
            .bound()
            .or(function.owner.bound())
            .unwrap_or(Value::None))
    }),
    NativeDef::getter("__objclass__", |vm, args| {
        Ok(native(vm, args[0]).owner.bound().unwrap_or(Value::None))
    }),
    NativeDef::getter("__module__", native_module),
    NativeDef::getter("__doc__", |_, _| Ok(Value::None)),
    NativeDef::getter("__text_signature__", |_, _| Ok(Value::None)),
    NativeDef::flow("__get__", "self, instance, owner?, /", get),
];

/// Attributes of code objects.
pub(crate) static CODE: &[NativeDef] = &[
    NativeDef::new("__repr__", "self, /", code_repr),
    NativeDef::getter("co_name", |vm, args| {
        code_text(vm, args, |unit| &unit.code.name)
    }),
    NativeDef::getter("co_qualname", |vm, args| {
        code_text(vm, args, |unit| &unit.code.qualname)
    }),
    NativeDef::getter("co_filename", |vm, args| {
        code_text(vm, args, |unit| &unit.code.source.filename)
    }),
    NativeDef::getter("co_firstlineno", |vm, args| {
        code_int(vm, args, |unit| i64::from(unit.code.first_line))
    }),
    NativeDef::getter("co_argcount", |vm, args| {
        code_int(vm, args, |unit| {
            i64::from(unit.code.parameters.n_positional)
        })
    }),
    NativeDef::getter("co_posonlyargcount", |vm, args| {
        code_int(vm, args, |unit| {
            i64::from(unit.code.parameters.n_positional_only)
        })
    }),
    NativeDef::getter("co_kwonlyargcount", |vm, args| {
        code_int(vm, args, |unit| {
            i64::from(unit.code.parameters.n_keyword_only)
        })
    }),
    NativeDef::getter("co_nlocals", |vm, args| {
        code_int(vm, args, |unit| {
            i64::try_from(unit.code.locals.len()).unwrap_or(i64::MAX)
        })
    }),
    NativeDef::getter("co_flags", |vm, args| code_int(vm, args, flags)),
    NativeDef::getter("co_varnames", |vm, args| {
        code_names(vm, args, |unit| unit.code.locals.clone())
    }),
    NativeDef::getter("co_names", |vm, args| {
        code_names(vm, args, |unit| unit.code.names.clone())
    }),
    NativeDef::getter("co_freevars", |vm, args| {
        code_names(vm, args, |unit| unit.code.free.clone())
    }),
    NativeDef::getter("co_cellvars", |vm, args| {
        code_names(vm, args, |unit| unit.code.cells.clone())
    }),
    NativeDef::getter("co_consts", |vm, args| {
        let constants = unit(vm, args[0]).constants.clone();
        Ok(vm.heap.new_tuple(&constants))
    }),
];

/// Attributes of cells.
pub(crate) static CELLS: &[NativeDef] = &[
    NativeDef::getter("cell_contents", cell_contents),
    NativeDef::new("cell_contents", "self, value, /", set_cell_contents).kind(NativeKind::Setter),
];

fn function(vm: &Vm, value: Value) -> &Function {
    match vm.heap.object(value) {
        Some(Object::Function(function)) => function,
        _ => unreachable!("expected a function"),
    }
}

fn function_mut(vm: &mut Vm, value: Value) -> &mut Function {
    let id = value.obj().expect("functions are objects");
    match vm.heap.get_mut(id) {
        Object::Function(function) => function,
        _ => unreachable!("expected a function"),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a getter's body")]
fn field(vm: &mut Vm, args: &[Value], get: fn(&Function) -> Value) -> PyResult {
    Ok(get(function(vm, args[0])))
}

/// The text of a function's name or qualified name.
fn text(vm: &Vm, value: Value) -> Rc<str> {
    vm.heap
        .str(value)
        .map_or_else(|| "?".into(), |text| Rc::clone(&text.text))
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let qualname = text(vm, function(vm, args[0]).qualname);
    let address = args[0].obj().map_or(0, |id| vm.address(id));
    Ok(vm
        .heap
        .new_str(&format!("<function {qualname} at {address:#x}>")))
}

fn call(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let keywords = vm.keywords_of(args[1]);
    vm.call_as(args[0], args[2..].to_vec(), &keywords)
}

fn get(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let [attribute, instance, owner] = [args[0], args[1], args[2]];
    let class = match vm.heap.object(owner.bound().unwrap_or(Value::None)) {
        Some(Object::Type(_)) => owner.obj().expect("classes are objects"),
        _ => vm.heap.type_of(instance),
    };
    let receiver = if instance.is_none() && owner.bound().is_some_and(|owner| !owner.is_none()) {
        Value::Unbound
    } else {
        instance
    };
    vm.bind(attribute, receiver, class)
}

fn name_to_set(vm: &mut Vm, value: Value, attribute: &str) -> PyResult {
    match value.bound() {
        Some(value) if vm.heap.str(value).is_some() => Ok(value),
        _ => Err(vm.type_error(format_args!("{attribute} must be set to a string object"))),
    }
}

fn set_name(vm: &mut Vm, args: &[Value]) -> PyResult {
    function_mut(vm, args[0]).name = name_to_set(vm, args[1], "__name__")?;
    Ok(Value::None)
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> PyResult {
    function_mut(vm, args[0]).qualname = name_to_set(vm, args[1], "__qualname__")?;
    Ok(Value::None)
}

fn set_doc(vm: &mut Vm, args: &[Value]) -> PyResult {
    function_mut(vm, args[0]).doc = args[1].bound().unwrap_or(Value::None);
    Ok(Value::None)
}

fn set_module(vm: &mut Vm, args: &[Value]) -> PyResult {
    function_mut(vm, args[0]).module = args[1].bound().unwrap_or(Value::None);
    Ok(Value::None)
}

fn defaults(vm: &mut Vm, args: &[Value]) -> PyResult {
    let defaults = Rc::clone(&function(vm, args[0]).defaults);
    if defaults.is_empty() {
        return Ok(Value::None);
    }
    Ok(vm.heap.new_tuple(&defaults))
}

fn set_defaults(vm: &mut Vm, args: &[Value]) -> PyResult {
    let defaults: Rc<[Value]> = match args[1].bound().map(|value| (value, vm.heap.object(value))) {
        None | Some((Value::None, _)) => Rc::new([]),
        Some((_, Some(Object::Tuple(items)))) => Rc::clone(items),
        Some(_) => return Err(vm.type_error("__defaults__ must be set to a tuple object")),
    };
    function_mut(vm, args[0]).defaults = defaults;
    Ok(Value::None)
}

fn set_keyword_defaults(vm: &mut Vm, args: &[Value]) -> PyResult {
    let value = args[1].bound().unwrap_or(Value::None);
    if !value.is_none() && !matches!(vm.heap.object(value), Some(Object::Dict(_))) {
        return Err(vm.type_error("__kwdefaults__ must be set to a dict object"));
    }
    function_mut(vm, args[0]).keyword_defaults = value;
    Ok(Value::None)
}

fn code(vm: &mut Vm, args: &[Value]) -> PyResult {
    let unit = Rc::clone(&function(vm, args[0]).unit);
    let class = crate::object::classes::CODE;
    Ok(Value::Obj(vm.heap.alloc(class, Object::Code(unit))))
}

fn closure(vm: &mut Vm, args: &[Value]) -> PyResult {
    let cells = Rc::clone(&function(vm, args[0]).closure);
    if cells.is_empty() {
        return Ok(Value::None);
    }
    Ok(vm.heap.new_tuple(&cells))
}

fn annotations(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Function {
        annotations,
        annotate,
        ..
    } = *function(vm, args[0]);
    if let Some(known) = annotations.bound() {
        return Ok(known);
    }
    let made = match annotate.bound() {
        Some(annotate) if !annotate.is_none() => vm.call(annotate, &[Value::Int(1)])?,
        _ => vm.heap.new_dict(Dict::default()),
    };
    function_mut(vm, args[0]).annotations = made;
    Ok(made)
}

fn set_annotations(vm: &mut Vm, args: &[Value]) -> PyResult {
    let function = function_mut(vm, args[0]);
    function.annotations = args[1]
        .bound()
        .filter(|value| !value.is_none())
        .unwrap_or(Value::Unbound);
    function.annotate = Value::Unbound;
    Ok(Value::None)
}

fn set_annotate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let function = function_mut(vm, args[0]);
    function.annotate = args[1];
    function.annotations = Value::Unbound;
    Ok(Value::None)
}

fn type_params(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = args[0].obj().expect("functions are objects");
    let name = vm.heap.intern("__type_params__");
    match vm.heap.own_attribute(id, name) {
        Some(value) => Ok(value),
        None => Ok(vm.heap.new_tuple(&[])),
    }
}

fn set_type_params(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = args[0].obj().expect("functions are objects");
    let name = vm.heap.intern("__type_params__");
    vm.heap.set_own_attribute(id, name, args[1]);
    Ok(Value::None)
}

/// Function and receiver of a bound method.
fn bound_parts(vm: &Vm, value: Value) -> (Value, Value) {
    match vm.heap.object(value) {
        Some(Object::BoundMethod(method)) => (method.function, method.receiver),
        _ => unreachable!("expected a bound method"),
    }
}

fn bound_repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (function, receiver) = bound_parts(vm, args[0]);
    let name = vm.names.qualname;
    let qualname = match vm.find_attr(function, name)? {
        Some(name) => text(vm, name),
        None => "?".into(),
    };
    let receiver = vm.repr(receiver)?;
    Ok(vm
        .heap
        .new_str(&format!("<bound method {qualname} of {receiver}>")))
}

fn bound_eq(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(Object::BoundMethod(_)) = vm.heap.object(args[1]) else {
        return Ok(Value::NotImplemented);
    };
    let (function, receiver) = bound_parts(vm, args[0]);
    let (other_function, other_receiver) = bound_parts(vm, args[1]);
    Ok(Value::bool(
        receiver.is(other_receiver) && vm.equal(function, other_function)?,
    ))
}

fn bound_hash(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (function, receiver) = bound_parts(vm, args[0]);
    let receiver = receiver.obj().map_or(0, |id| vm.address(id) >> 4);
    Ok(Value::Int(vm.hash(function)? ^ receiver.cast_signed()))
}

fn native(vm: &Vm, value: Value) -> &NativeFunction {
    match vm.heap.object(value) {
        Some(Object::Native(native)) => native,
        _ => unreachable!("expected a native function"),
    }
}

fn native_repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let function = native(vm, args[0]);
    let name = function.def.name;
    let text = if let Some(receiver) = function.receiver.bound() {
        let address = vm.identity(receiver);
        if let Some(Object::Type(_)) = vm.heap.object(receiver) {
            format!("<built-in method {name} of type object at {address:#x}>")
        } else if name.starts_with("__") {
            format!(
                "<method-wrapper '{name}' of {} object at {address:#x}>",
                vm.type_name(receiver)
            )
        } else {
            format!(
                "<built-in method {name} of {} object at {address:#x}>",
                vm.type_name(receiver)
            )
        }
    } else if let Value::Obj(owner) = function.owner {
        let what = if name.starts_with("__") {
            "slot wrapper"
        } else {
            "method"
        };
        match vm.heap.get(owner) {
            Object::Type(class) if what == "method" => {
                format!("<method '{name}' of '{}' objects>", class.name)
            }
            Object::Type(class) => format!("<slot wrapper '{name}' of '{}' objects>", class.name),
            _ => format!("<built-in function {name}>"),
        }
    } else {
        format!("<built-in function {name}>")
    };
    Ok(vm.heap.new_str(&text))
}

fn native_eq(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(Object::Native(other)) = vm.heap.object(args[1]) else {
        return Ok(Value::NotImplemented);
    };
    let this = native(vm, args[0]);
    let same = std::ptr::eq(this.def, other.def) && same_place(this.receiver, other.receiver);
    Ok(Value::bool(same))
}

fn same_place(a: Value, b: Value) -> bool {
    a.is(b)
}

fn native_hash(vm: &mut Vm, args: &[Value]) -> PyResult {
    let function = native(vm, args[0]);
    let receiver = function.receiver.obj().map_or(0, |id| vm.address(id) >> 4);
    let name = crate::hash::of_str(function.def.name);
    Ok(Value::Int(name ^ receiver.cast_signed()))
}

/// What is bound goes by the class of what it is bound to, but for the special methods.
fn native_qualname(vm: &mut Vm, args: &[Value]) -> PyResult {
    let function = native(vm, args[0]);
    let owner = match (function.owner.obj(), function.receiver.bound()) {
        (Some(owner), Some(receiver)) if !function.def.name.starts_with("__") => {
            match (vm.heap.get(owner), vm.heap.object(receiver)) {
                (Object::Type(_), Some(Object::Type(_))) => receiver.obj(),
                (Object::Type(_), _) => Some(vm.heap.type_of(receiver)),
                _ => Some(owner),
            }
        }
        (owner, _) => owner,
    };
    let name = match owner.map(|owner| vm.heap.get(owner)) {
        Some(Object::Type(class)) => format!("{}.{}", class.qualname, function.def.name),
        _ => function.def.name.to_owned(),
    };
    Ok(Value::Obj(vm.heap.intern(&name)))
}

fn native_module(vm: &mut Vm, args: &[Value]) -> PyResult {
    let function = native(vm, args[0]);
    let module: Rc<str> = match function.owner.obj().map(|owner| vm.heap.get(owner)) {
        Some(Object::Module(module)) => Rc::clone(&module.name),
        Some(_) => return Ok(Value::None),
        None => "builtins".into(),
    };
    Ok(Value::Obj(vm.heap.intern(&module)))
}

fn unit(vm: &Vm, value: Value) -> &Rc<Unit> {
    match vm.heap.object(value) {
        Some(Object::Code(unit)) => unit,
        _ => unreachable!("expected a code object"),
    }
}

fn code_repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let address = args[0].obj().map_or(0, |id| vm.address(id));
    let code = &unit(vm, args[0]).code;
    let text = format!(
        "<code object {} at {address:#x}, file \"{}\", line {}>",
        code.name, code.source.filename, code.first_line
    );
    Ok(vm.heap.new_str(&text))
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a getter's body")]
fn code_text(vm: &mut Vm, args: &[Value], get: fn(&Unit) -> &Rc<str>) -> PyResult {
    let text = Rc::clone(get(unit(vm, args[0])));
    Ok(vm.heap.new_str_rc(text))
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a getter's body")]
fn code_int(vm: &mut Vm, args: &[Value], get: fn(&Unit) -> i64) -> PyResult {
    Ok(Value::Int(get(unit(vm, args[0]))))
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a getter's body")]
fn code_names(vm: &mut Vm, args: &[Value], get: fn(&Unit) -> Vec<Rc<str>>) -> PyResult {
    let names = get(unit(vm, args[0]));
    let names: Vec<Value> = names
        .iter()
        .map(|name| Value::Obj(vm.heap.intern(name)))
        .collect();
    Ok(vm.heap.new_tuple(&names))
}

/// `co_flags`, as far as programs ask: `CO_VARARGS`, `CO_VARKEYWORDS` and the kind.
fn flags(unit: &Unit) -> i64 {
    let parameters = unit.code.parameters;
    let kind = match unit.code.kind {
        CodeKind::Generator => 0x20,
        CodeKind::Coroutine => 0x80,
        CodeKind::AsyncGenerator => 0x200,
        CodeKind::Module | CodeKind::Class | CodeKind::Function => 0,
    };
    3 | kind
        | if parameters.has_var_positional { 4 } else { 0 }
        | if parameters.has_var_keyword { 8 } else { 0 }
}

fn cell_contents(vm: &mut Vm, args: &[Value]) -> PyResult {
    match vm.heap.object(args[0]) {
        Some(Object::Cell(Value::Unbound)) => Err(vm.value_error("Cell is empty")),
        Some(Object::Cell(value)) => Ok(*value),
        _ => unreachable!("expected a cell"),
    }
}

fn set_cell_contents(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = args[0].obj().expect("cells are objects");
    *vm.heap.get_mut(id) = Object::Cell(args[1]);
    Ok(Value::None)
}

fn new_bound(vm: &mut Vm, args: &[Value]) -> PyResult {
    if args[2].is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(vm.bound_method(args[1], args[2]))
}
