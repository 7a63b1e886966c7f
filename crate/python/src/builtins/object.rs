//! `object` and the built-in functions about attributes.

use std::rc::Rc;

use crate::native::{Flow, Input, NativeDef, NativeFrame, NativeKind, PyResult};
use crate::object::{Marks, ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Methods of the class of `None`.
pub(crate) static NONE: &[NativeDef] = &[
    super::constructor(SINGLETON, |vm, args| {
        singleton(vm, args, "NoneType", Value::None)
    }),
    NativeDef::new("__repr__", "self, /", singleton_repr),
    NativeDef::flow("__bool__", "self, /", |vm, args| vm.truth_flow(args[0])),
];

/// Methods of the class of `...`.
pub(crate) static ELLIPSIS: &[NativeDef] = &[
    super::constructor(SINGLETON, |vm, args| {
        singleton(vm, args, "EllipsisType", Value::Ellipsis)
    }),
    NativeDef::new("__repr__", "self, /", singleton_repr),
];

/// Methods of the class of `NotImplemented`.
pub(crate) static NOT_IMPLEMENTED: &[NativeDef] = &[
    super::constructor(SINGLETON, |vm, args| {
        singleton(vm, args, "NotImplementedType", Value::NotImplemented)
    }),
    NativeDef::new("__repr__", "self, /", singleton_repr),
    NativeDef::flow("__bool__", "self, /", |vm, args| vm.truth_flow(args[0])),
];

const SINGLETON: &str = "cls, /, *rest, **options";

/// Methods of `object`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, /, *rest, **options", new).kind(NativeKind::Static),
    NativeDef::new("__init__", "self, /, *rest, **options", init),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::flow("__str__", "self, /", str),
    NativeDef::new("__eq__", "self, other, /", eq),
    NativeDef::new("__ne__", "self, other, /", ne),
    NativeDef::new("__lt__", "self, other, /", not_implemented),
    NativeDef::new("__le__", "self, other, /", not_implemented),
    NativeDef::new("__gt__", "self, other, /", not_implemented),
    NativeDef::new("__ge__", "self, other, /", not_implemented),
    NativeDef::new("__hash__", "self, /", hash),
    NativeDef::flow("__getattribute__", "self, name, /", getattribute),
    NativeDef::flow("__setattr__", "self, name, value, /", setattr),
    NativeDef::flow("__delattr__", "self, name, /", delattr),
    NativeDef::new("__dir__", "self, /", dir_method),
    NativeDef::new("__format__", "self, spec, /", format),
    NativeDef::new("__sizeof__", "self, /", sizeof),
    NativeDef::new("__init_subclass__", "cls, /, **options", init_subclass).kind(NativeKind::Class),
    NativeDef::new("__subclasshook__", "cls, other, /", not_implemented).kind(NativeKind::Class),
    NativeDef::getter("__class__", class),
    NativeDef::new("__class__", "self, value, /", set_class).kind(NativeKind::Setter),
];

/// What a class adds that is the first of its line whose instances have attributes.
pub(crate) static INSTANCE_DICT: &[NativeDef] = &[
    NativeDef::getter("__dict__", instance_dict),
    NativeDef::new("__dict__", "self, value, /", set_instance_dict).kind(NativeKind::Setter),
    NativeDef::getter("__weakref__", weakref),
];

/// The built-in functions about attributes and classes.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::flow("getattr", "object, name, default?, /", getattr_function),
    NativeDef::flow("hasattr", "obj, name, /", hasattr_function),
    NativeDef::flow("setattr", "obj, name, value, /", setattr_function),
    NativeDef::flow("delattr", "obj, name, /", delattr_function),
    NativeDef::new("isinstance", "obj, class_or_tuple, /", isinstance),
    NativeDef::new("issubclass", "cls, class_or_tuple, /", issubclass),
    NativeDef::new("callable", "obj, /", callable),
];

impl Vm {
    /// The address that an object seems to have: what `id` gives and `repr` shows.
    pub fn address(&self, id: ObjId) -> u64 {
        self.identity(Value::Obj(id)).cast_unsigned()
    }

    /// The interned name of an attribute given as a value.
    ///
    /// # Errors
    ///
    /// `TypeError` if it is no string.
    pub(crate) fn attribute_name(&mut self, name: Value) -> PyResult<ObjId> {
        let Some(text) = self.heap.str(name).map(|name| Rc::clone(&name.text)) else {
            return Err(self.type_error(format_args!(
                "attribute name must be string, not '{}'",
                self.type_name(name)
            )));
        };
        Ok(self.heap.intern(&text))
    }
}

fn singleton(vm: &mut Vm, args: &[Value], name: &str, only: Value) -> PyResult {
    if args.len() > 2 || dict_len(vm, args[1]) > 0 {
        return Err(vm.type_error(format_args!("{name} takes no arguments")));
    }
    Ok(only)
}

fn singleton_repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = vm.repr(args[0])?;
    Ok(vm.heap.new_str(&text))
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (class, has_options) = (args[0], dict_len(vm, args[1]) > 0);
    let Some(Object::Type(_)) = vm.heap.object(class) else {
        return Err(vm.type_error(format_args!(
            "object.__new__(X): X is not a type object ({})",
            vm.type_name(class)
        )));
    };
    let id = class.obj().expect("classes are objects");
    if args.len() > 2 || has_options {
        let new = vm.lookup(id, vm.names.new);
        if !vm.is_native_of(new, classes::OBJECT) {
            return Err(vm.type_error(
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        let init = vm.lookup(id, vm.names.init);
        if vm.is_native_of(init, classes::OBJECT) {
            return Err(vm.type_error(&format!(
                "{}() takes no arguments",
                vm.heap.type_ref(id).name
            )));
        }
    }
    vm.new_object(id)
}

fn dict_len(vm: &Vm, dict: Value) -> usize {
    match vm.heap.object(dict) {
        Some(Object::Dict(dict)) => dict.len(),
        _ => 0,
    }
}

fn init(vm: &mut Vm, args: &[Value]) -> PyResult {
    if args.len() > 2 || dict_len(vm, args[1]) > 0 {
        let class = vm.heap.type_of(args[0]);
        let init = vm.lookup(class, vm.names.init);
        if !vm.is_native_of(init, classes::OBJECT) {
            return Err(vm.type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        let new = vm.lookup(class, vm.names.new);
        if vm.is_native_of(new, classes::OBJECT) {
            return Err(vm.type_error(&format!(
                "{}() takes no arguments",
                vm.heap.type_ref(class).name
            )));
        }
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = vm.default_repr(args[0]);
    Ok(vm.heap.new_str(&text))
}

fn str(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let flow = vm.special_flow(args[0], "__repr__", &[])?;
    Ok(flow.expect("object has __repr__"))
}

fn eq(_vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(if args[0].is(args[1]) {
        Value::bool(true)
    } else {
        Value::NotImplemented
    })
}

fn ne(vm: &mut Vm, args: &[Value]) -> PyResult {
    let flow = vm.special_flow(args[0], "__eq__", &args[1..])?;
    let equal = vm.finish(flow.expect("object has __eq__"))?;
    if matches!(equal, Value::NotImplemented) {
        return Ok(equal);
    }
    Ok(Value::bool(!vm.is_true(equal)?))
}

fn not_implemented(_vm: &mut Vm, _args: &[Value]) -> PyResult {
    Ok(Value::NotImplemented)
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a native body")]
fn hash(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.identity_hash(args[0])))
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

fn format(vm: &mut Vm, args: &[Value]) -> PyResult {
    if vm
        .heap
        .str(args[1])
        .is_some_and(|spec| spec.text.is_empty())
    {
        let text = vm.str_of(args[0])?;
        return Ok(vm.heap.new_str_rc(text));
    }
    let message = if vm.heap.str(args[1]).is_some() {
        format!(
            "unsupported format string passed to {}.__format__",
            vm.type_name(args[0])
        )
    } else {
        format!(
            "__format__() argument must be str, not {}",
            vm.type_name(args[1])
        )
    };
    Err(vm.type_error(&message))
}

fn sizeof(_vm: &mut Vm, _args: &[Value]) -> PyResult {
    Ok(Value::Int(16))
}

fn init_subclass(vm: &mut Vm, args: &[Value]) -> PyResult {
    if dict_len(vm, args[1]) > 0 {
        let class = args[0].obj().expect("classes are objects");
        return Err(vm.type_error(&format!(
            "{}.__init_subclass__() takes no keyword arguments",
            vm.heap.type_ref(class).name
        )));
    }
    Ok(Value::None)
}

fn class(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(Value::Obj(vm.heap.type_of(args[0])))
}

fn set_class(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(new) = args[1].bound() else {
        return Err(vm.type_error("can't delete __class__ attribute"));
    };
    let Some(Object::Type(class)) = vm.heap.object(new) else {
        return Err(vm.type_error(format_args!(
            "__class__ must be set to a class, not '{}' object",
            vm.type_name(new)
        )));
    };
    let new = new.obj().expect("classes are objects");
    let old = vm.heap.type_of(args[0]);
    let fits = class.layout == vm.heap.type_ref(old).layout
        && class.has_dict == vm.heap.type_ref(old).has_dict;
    let is_mutable =
        |id: ObjId| vm.heap.type_ref(id).is_heap || vm.heap.is_subclass(id, classes::MODULE);
    if !is_mutable(new) || !is_mutable(old) {
        return Err(vm.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    if !fits {
        return Err(vm.type_error(&format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            vm.heap.type_ref(new).name,
            vm.heap.type_ref(old).name
        )));
    }
    let id = args[0].obj().expect("instances of classes are objects");
    vm.heap.set_class(id, new);
    Ok(Value::None)
}

fn instance_dict(vm: &mut Vm, args: &[Value]) -> PyResult {
    match args[0] {
        Value::Obj(id) => match vm.heap.get(id) {
            Object::Module(module) => Ok(Value::Obj(module.dict)),
            _ => Ok(Value::Obj(vm.heap.attributes_dict(id))),
        },
        _ => unreachable!("immediates have no attributes"),
    }
}

fn set_instance_dict(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = args[0].obj().expect("has attributes");
    match args[1].bound() {
        Some(Value::Obj(dict)) if matches!(vm.heap.get(dict), Object::Dict(_)) => {
            *vm.heap.attributes_mut(id) = crate::object::Attributes::Dict(dict);
        }
        Some(other) => {
            return Err(vm.type_error(format_args!(
                "__dict__ must be set to a dictionary, not a '{}'",
                vm.type_name(other)
            )));
        }
        None => *vm.heap.attributes_mut(id) = crate::object::Attributes::default(),
    }
    Ok(Value::None)
}

fn weakref(_vm: &mut Vm, _args: &[Value]) -> PyResult {
    Ok(Value::None)
}

fn getattr_function(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    let flow = vm.get_attr_flow(args[0], name);
    let Some(default) = args[2].bound() else {
        return flow;
    };
    or_else(
        vm,
        flow,
        Outcome {
            present: None,
            absent: default,
        },
    )
}

fn hasattr_function(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    let flow = vm.get_attr_flow(args[0], name);
    let outcome = Outcome {
        present: Some(Value::bool(true)),
        absent: Value::bool(false),
    };
    or_else(vm, flow, outcome)
}

fn setattr_function(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    let flow = vm.set_attr_flow(args[0], name, args[2])?;
    drop_result(vm, flow)
}

fn delattr_function(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    let flow = vm.delete_attr_flow(args[0], name)?;
    drop_result(vm, flow)
}

fn drop_result(vm: &mut Vm, flow: Flow) -> PyResult<Flow> {
    let outcome = Outcome {
        present: Some(Value::None),
        absent: Value::Unbound,
    };
    or_else(vm, Ok(flow), outcome)
}

/// What a look-up's result is replaced by.
#[derive(Clone, Copy, Debug)]
struct Outcome {
    /// The result where the attribute is there; `None`: the attribute.
    present: Option<Value>,
    /// The result on `AttributeError`; unbound: the error.
    absent: Value,
}

fn or_else(vm: &mut Vm, flow: PyResult<Flow>, outcome: Outcome) -> PyResult<Flow> {
    match flow {
        Ok(Flow::Return(value)) => Ok(Flow::Return(outcome.present.unwrap_or(value))),
        Ok(flow) => Ok(Flow::Enter(Box::new(LookUpFrame {
            first: Some(flow),
            outcome,
        }))),
        Err(raised)
            if !outcome.absent.is_unbound() && vm.matches(&raised, classes::ATTRIBUTE_ERROR) =>
        {
            Ok(Flow::Return(outcome.absent))
        }
        Err(raised) => Err(raised),
    }
}

#[derive(Clone, Debug)]
struct LookUpFrame {
    first: Option<Flow>,
    outcome: Outcome,
}

impl NativeFrame for LookUpFrame {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match input {
            Input::Returned(value) => or_else(vm, Ok(Flow::Return(value)), self.outcome),
            Input::Raised(raised) => {
                let raising = vm.raising(raised);
                or_else(vm, Err(raising), self.outcome)
            }
            _ => Ok(self.first.take().expect("started once")),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        if let Some(first) = &self.first {
            first.trace(marks);
        }
        marks.value(self.outcome.absent);
        marks.value(self.outcome.present.unwrap_or(Value::None));
    }
}

fn isinstance(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.is_instance_of(args[0], args[1]).map(Value::bool)
}

fn issubclass(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.is_subclass_of(args[0], args[1]).map(Value::bool)
}

fn callable(vm: &mut Vm, args: &[Value]) -> PyResult {
    let is_callable = match vm.heap.object(args[0]) {
        Some(
            Object::Function(_) | Object::Native(_) | Object::BoundMethod(_) | Object::Type(_),
        ) => true,
        _ => vm.lookup_special(args[0], "__call__").is_some(),
    };
    Ok(Value::bool(is_callable))
}

fn dir_method(vm: &mut Vm, args: &[Value]) -> PyResult {
    let names = vm.names_of(args[0]);
    Ok(vm.name_list(&names))
}

impl Vm {
    /// What `dir(value)` lists by default, in any order.
    pub(crate) fn names_of(&mut self, value: Value) -> Vec<Rc<str>> {
        let mut dicts = Vec::new();
        let mut own = Vec::new();
        let mut class = Some(self.heap.type_of(value));
        if let Value::Obj(id) = value {
            match self.heap.get(id) {
                Object::Module(module) => {
                    dicts.push(module.dict);
                    class = None;
                }
                Object::Type(_) => class = Some(id),
                _ => match self.heap.attributes(id) {
                    Some(crate::object::Attributes::Dict(dict)) => dicts.push(*dict),
                    Some(crate::object::Attributes::Shaped { shape, values }) => {
                        let names = self.heap.shapes.names(*shape).iter().zip(values);
                        own.extend(
                            names
                                .filter(|(_, value)| !value.is_unbound())
                                .map(|(&name, _)| Rc::clone(self.heap.text(name))),
                        );
                    }
                    None => {}
                },
            }
        }
        if let Some(class) = class {
            let mro = &self.heap.type_ref(class).mro;
            dicts.extend(mro.iter().map(|&class| self.heap.type_ref(class).dict));
        }
        for dict in dicts {
            let keys = self.heap.dict(dict).iter();
            own.extend(
                keys.filter_map(|entry| self.heap.str(entry.key))
                    .map(|key| Rc::clone(&key.text)),
            );
        }
        own
    }

    /// A sorted list of names, each once.
    pub(crate) fn name_list(&mut self, names: &[Rc<str>]) -> Value {
        let mut names = names.to_vec();
        names.sort_unstable();
        names.dedup();
        let names = names
            .into_iter()
            .map(|name| Value::Obj(self.heap.intern(&name)))
            .collect();
        self.heap.new_list(names)
    }
}
