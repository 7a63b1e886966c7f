//! `list[int]` and `int | None`: generic aliases and unions.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{Foreign, ObjId, Object, Value, classes};
use crate::vm::Vm;

/// `list[int]`
#[derive(Clone, Debug)]
struct GenericAlias {
    origin: Value,
    args: Rc<[Value]>,
}

/// `int | str`
#[derive(Clone, Debug)]
struct Union {
    args: Rc<[Value]>,
}

impl Foreign for GenericAlias {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.origin);
        self.args.iter().for_each(|&arg| visit(arg));
    }

    fn hash_state(&self, mut hasher: &mut dyn Hasher) {
        self.origin.hash(&mut hasher);
        self.args.hash(&mut hasher);
    }
}

impl Foreign for Union {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.args.iter().for_each(|&arg| visit(arg));
    }

    fn hash_state(&self, mut hasher: &mut dyn Hasher) {
        self.args.hash(&mut hasher);
    }
}

/// Methods of `types.GenericAlias`.
pub(crate) static ALIAS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, origin, args, /", new_alias).kind(NativeKind::Static),
    NativeDef::new("__repr__", "self, /", repr_alias),
    NativeDef::flow("__call__", "self, /, *args, **keywords", call_alias),
    NativeDef::new("__eq__", "self, other, /", eq_alias),
    NativeDef::new("__hash__", "self, /", hash_alias),
    NativeDef::new("__or__", "self, other, /", or),
    NativeDef::new("__ror__", "self, other, /", reversed_or),
    NativeDef::new("__getitem__", "self, args, /", alias_item),
    NativeDef::new("__mro_entries__", "self, bases, /", mro_entries),
    NativeDef::new("__instancecheck__", "self, value, /", refuse_instance),
    NativeDef::new("__subclasscheck__", "self, value, /", refuse_subclass),
    NativeDef::getter("__origin__", |vm, args| Ok(alias(vm, args[0]).origin)),
    NativeDef::getter("__args__", |vm, args| {
        let items = Rc::clone(&alias(vm, args[0]).args);
        Ok(vm.heap.new_tuple(&items))
    }),
    NativeDef::getter("__parameters__", |vm, _| Ok(vm.heap.new_tuple(&[]))),
    NativeDef::flow("__getattribute__", "self, name, /", alias_attribute),
];

/// Methods of `typing.Union`.
pub(crate) static UNION: &[NativeDef] = &[
    NativeDef::new("__repr__", "self, /", repr_union),
    NativeDef::new("__eq__", "self, other, /", eq_union),
    NativeDef::new("__hash__", "self, /", hash_union),
    NativeDef::new("__or__", "self, other, /", or),
    NativeDef::new("__ror__", "self, other, /", reversed_or),
    NativeDef::new("__instancecheck__", "self, value, /", union_instance),
    NativeDef::new("__subclasscheck__", "self, value, /", union_subclass),
    NativeDef::new("__class_getitem__", "cls, args, /", union_item).kind(NativeKind::Class),
    NativeDef::getter("__args__", |vm, args| {
        let items = union_args(vm, args[0]).expect("a union");
        Ok(vm.heap.new_tuple(&items))
    }),
    NativeDef::getter("__origin__", |_, _| Ok(Value::Obj(classes::UNION))),
    NativeDef::getter("__parameters__", |vm, _| Ok(vm.heap.new_tuple(&[]))),
];

/// What classes have that can be subscripted.
pub(crate) static CLASS_ITEM: &[NativeDef] =
    &[
        NativeDef::new("__class_getitem__", "cls, args, /", |vm, args| {
            vm.new_generic_alias(args[0], args[1])
        })
        .kind(NativeKind::Class),
    ];

/// The built-in classes that can be subscripted.
pub(crate) const GENERIC: &[ObjId] = &[
    classes::TUPLE,
    classes::LIST,
    classes::DICT,
    classes::SET,
    classes::FROZENSET,
    classes::SLICE,
    classes::ENUMERATE,
    classes::GENERATOR,
    classes::COROUTINE,
    classes::ASYNC_GENERATOR,
    classes::MAPPINGPROXY,
    classes::WEAKREF,
    classes::STATICMETHOD,
    classes::CLASSMETHOD,
    classes::BASE_EXCEPTION_GROUP,
];

impl Vm {
    /// `origin[args]`; a tuple of arguments stands for several.
    ///
    /// # Errors
    ///
    /// None today; the shape of a native function's result.
    pub fn new_generic_alias(&mut self, origin: Value, args: Value) -> PyResult {
        let args: Rc<[Value]> = match self.heap.object(args) {
            Some(Object::Tuple(items)) => Rc::clone(items),
            _ => Rc::new([args]),
        };
        let alias = Object::Foreign(Box::new(GenericAlias { origin, args }));
        Ok(Value::Obj(self.heap.alloc(classes::GENERIC_ALIAS, alias)))
    }

    /// `a | b` of types.
    ///
    /// # Errors
    ///
    /// None: where an operand is no type, the result is `NotImplemented`.
    pub fn new_union(&mut self, a: Value, b: Value) -> PyResult {
        if !self.is_typelike(a) || !self.is_typelike(b) {
            return Ok(Value::NotImplemented);
        }
        let mut items: Vec<Value> = Vec::new();
        for value in [a, b] {
            let parts = union_args(self, value).unwrap_or_else(|| Rc::new([value]));
            for &part in parts.iter() {
                let part = if part.is_none() {
                    Value::Obj(classes::NONE_TYPE)
                } else {
                    part
                };
                let mut is_known = false;
                for &known in &items {
                    is_known = is_known || self.equal(known, part)?;
                }
                if !is_known {
                    items.push(part);
                }
            }
        }
        if let [single] = items[..] {
            return Ok(single);
        }
        let union = Object::Foreign(Box::new(Union { args: items.into() }));
        Ok(Value::Obj(self.heap.alloc(classes::UNION, union)))
    }

    fn is_typelike(&self, value: Value) -> bool {
        match self.heap.object(value) {
            None => value.is_none(),
            Some(Object::Type(_)) => true,
            Some(Object::Foreign(_)) => {
                let class = self.heap.type_of(value);
                class == classes::GENERIC_ALIAS || class == classes::UNION
            }
            Some(Object::Instance(_)) => {
                let class = self.heap.type_ref(self.heap.type_of(value));
                &*class.module == "typing"
            }
            Some(_) => false,
        }
    }

    /// A type inside the brackets of an alias, or as a part of a union, as `repr` shows it.
    fn type_text(&mut self, value: Value) -> PyResult<String> {
        match (value, self.heap.object(value)) {
            (Value::Ellipsis, _) => Ok("...".to_owned()),
            (Value::Obj(id), Some(Object::Type(_))) => {
                let qualname = self.heap.type_ref(id).qualname.clone();
                Ok(match self.class_module(id) {
                    Some(module) if &*module != "builtins" => format!("{module}.{qualname}"),
                    _ => qualname.to_string(),
                })
            }
            (_, Some(Object::List(items))) => {
                let texts: PyResult<Vec<String>> = items
                    .clone()
                    .into_iter()
                    .map(|item| self.type_text(item))
                    .collect();
                Ok(format!("[{}]", texts?.join(", ")))
            }
            _ => Ok(self.repr(value)?.to_string()),
        }
    }

    fn type_texts(&mut self, values: &[Value]) -> PyResult<Vec<String>> {
        values.iter().map(|&value| self.type_text(value)).collect()
    }
}

fn alias(vm: &Vm, value: Value) -> &GenericAlias {
    match vm.heap.object(value) {
        Some(Object::Foreign(foreign)) => foreign.downcast_ref().expect("an alias"),
        _ => unreachable!("expected an alias"),
    }
}

fn union_args(vm: &Vm, value: Value) -> Option<Rc<[Value]>> {
    match vm.heap.object(value) {
        Some(Object::Foreign(foreign)) => {
            let union: &Union = foreign.downcast_ref()?;
            Some(Rc::clone(&union.args))
        }
        _ => None,
    }
}

fn new_alias(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.new_generic_alias(args[1], args[2])
}

fn repr_alias(vm: &mut Vm, args: &[Value]) -> PyResult {
    let GenericAlias { origin, args } = alias(vm, args[0]).clone();
    let origin = vm.type_text(origin)?;
    let inner = if args.is_empty() {
        "()".to_owned()
    } else {
        vm.type_texts(&args)?.join(", ")
    };
    Ok(vm.heap.new_str(&format!("{origin}[{inner}]")))
}

fn call_alias(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let keywords = vm.keywords_of(args[1]);
    let origin = alias(vm, args[0]).origin;
    vm.call_as(origin, args[2..].to_vec(), &keywords)
}

fn eq_alias(vm: &mut Vm, args: &[Value]) -> PyResult {
    if vm.heap.type_of(args[1]) != classes::GENERIC_ALIAS {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (alias(vm, args[0]).clone(), alias(vm, args[1]).clone());
    if !a.origin.is(b.origin) || a.args.len() != b.args.len() {
        return Ok(Value::bool(false));
    }
    for (&a, &b) in a.args.iter().zip(b.args.iter()) {
        if !vm.equal(a, b)? {
            return Ok(Value::bool(false));
        }
    }
    Ok(Value::bool(true))
}

fn hash_alias(vm: &mut Vm, args: &[Value]) -> PyResult {
    let GenericAlias { origin, args } = alias(vm, args[0]).clone();
    let items = vm.heap.new_tuple(&args);
    Ok(Value::Int(vm.hash(origin)? ^ vm.hash(items)?))
}

fn or(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.new_union(args[0], args[1])
}

fn reversed_or(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.new_union(args[1], args[0])
}

fn alias_item(vm: &mut Vm, args: &[Value]) -> PyResult {
    let origin = alias(vm, args[0]).origin;
    vm.new_generic_alias(origin, args[1])
}

fn mro_entries(vm: &mut Vm, args: &[Value]) -> PyResult {
    let origin = alias(vm, args[0]).origin;
    Ok(vm.heap.new_tuple(&[origin]))
}

fn refuse_instance(vm: &mut Vm, _args: &[Value]) -> PyResult {
    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn refuse_subclass(vm: &mut Vm, _args: &[Value]) -> PyResult {
    Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

fn alias_attribute(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = vm.attribute_name(args[1])?;
    let text = vm.heap.text(name);
    // What is not the alias's own comes from the class: `list[int].append`.
    if text.starts_with("__")
        && &**text != "__name__"
        && &**text != "__qualname__"
        && &**text != "__doc__"
    {
        return vm.get_attr_generic(args[0], name);
    }
    let origin = alias(vm, args[0]).origin;
    vm.get_attr_flow(origin, name)
}

fn repr_union(vm: &mut Vm, args: &[Value]) -> PyResult {
    let items = union_args(vm, args[0]).expect("a union");
    let texts: PyResult<Vec<String>> = items
        .iter()
        .map(|&item| match item.obj() {
            Some(classes::NONE_TYPE) => Ok("None".to_owned()),
            _ => vm.type_text(item),
        })
        .collect();
    Ok(vm.heap.new_str(&texts?.join(" | ")))
}

fn eq_union(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (Some(a), Some(b)) = (union_args(vm, args[0]), union_args(vm, args[1])) else {
        return Ok(Value::NotImplemented);
    };
    if a.len() != b.len() {
        return Ok(Value::bool(false));
    }
    for &item in a.iter() {
        let mut is_there = false;
        for &other in b.iter() {
            is_there = is_there || vm.equal(item, other)?;
        }
        if !is_there {
            return Ok(Value::bool(false));
        }
    }
    Ok(Value::bool(true))
}

fn hash_union(vm: &mut Vm, args: &[Value]) -> PyResult {
    let items = union_args(vm, args[0]).expect("a union");
    let mut hash = 0;
    for &item in items.iter() {
        hash ^= vm.hash(item)?;
    }
    Ok(Value::Int(hash))
}

fn union_instance(vm: &mut Vm, args: &[Value]) -> PyResult {
    for &item in union_args(vm, args[0]).expect("a union").iter() {
        if vm.is_instance_of(args[1], item)? {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

fn union_subclass(vm: &mut Vm, args: &[Value]) -> PyResult {
    for &item in union_args(vm, args[0]).expect("a union").iter() {
        if vm.is_subclass_of(args[1], item)? {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

fn union_item(vm: &mut Vm, args: &[Value]) -> PyResult {
    let items: Vec<Value> = match vm.heap.object(args[1]) {
        Some(Object::Tuple(items)) => items.to_vec(),
        _ => vec![args[1]],
    };
    let mut union = items.first().copied().unwrap_or(Value::None);
    for &item in items.iter().skip(1) {
        union = vm.new_union(union, item)?;
    }
    Ok(union)
}
