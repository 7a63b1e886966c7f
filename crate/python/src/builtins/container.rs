//! The special methods that built-in containers share. Each works on the layout of its receiver,
//! whatever the class of it
//! overrides: they are what `super().__getitem__(key)` reaches.

use super::{dict, list, set, tuple};
use crate::code::{BinaryOp, CompareOp};
use crate::native::{Flow, NativeDef, PyResult};
use crate::object::{Object, Value};
use crate::vm::{Vm, int_of_len};

fn compare(vm: &mut Vm, op: CompareOp, args: &[Value]) -> PyResult {
    Ok(vm
        .compare_layout(op, args[0], args[1])?
        .map_or(Value::NotImplemented, Value::bool))
}

/// `==` and `!=`.
pub(crate) static EQUALITY: &[NativeDef] = &[
    NativeDef::new("__eq__", "self, value, /", |vm, args| {
        compare(vm, CompareOp::Eq, args)
    }),
    NativeDef::new("__ne__", "self, value, /", |vm, args| {
        compare(vm, CompareOp::Ne, args)
    }),
];

/// `<`, `<=`, `>`, `>=`.
pub(crate) static ORDER: &[NativeDef] = &[
    NativeDef::new("__lt__", "self, value, /", |vm, args| {
        compare(vm, CompareOp::Lt, args)
    }),
    NativeDef::new("__le__", "self, value, /", |vm, args| {
        compare(vm, CompareOp::Le, args)
    }),
    NativeDef::new("__gt__", "self, value, /", |vm, args| {
        compare(vm, CompareOp::Gt, args)
    }),
    NativeDef::new("__ge__", "self, value, /", |vm, args| {
        compare(vm, CompareOp::Ge, args)
    }),
];

/// `repr()`.
pub(crate) static REPR: &[NativeDef] = &[NativeDef::new("__repr__", "self, /", |vm, args| {
    let text = match vm.repr_of_layout(args[0])? {
        Some(text) => text,
        None => vm.default_repr(args[0]).into(),
    };
    Ok(vm.heap.new_str_rc(text))
})];

/// `hash()` of immutable containers.
pub(crate) static HASH: &[NativeDef] = &[NativeDef::new("__hash__", "self, /", |vm, args| {
    vm.hash_of_layout(args[0]).map(Value::Int)
})];

/// `len()`, `iter()` and `in`.
pub(crate) static COLLECTION: &[NativeDef] = &[
    NativeDef::new("__len__", "self, /", |vm, args| {
        match vm.len_of_layout(args[0]) {
            Some(len) => Ok(int_of_len(len)),
            None => vm.length(args[0]).map(int_of_len),
        }
    }),
    NativeDef::new("__iter__", "self, /", |vm, args| {
        let iter = args[0].obj().and_then(|id| vm.iter_of_layout(id));
        iter.ok_or_else(|| {
            let name = vm.type_name(args[0]);
            vm.type_error(format_args!("'{name}' object is not iterable"))
        })
    }),
    NativeDef::new("__contains__", "self, item, /", |vm, args| {
        let Value::Obj(id) = args[0] else {
            return Ok(Value::bool(false));
        };
        if let Some(found) = vm.contains_of_layout(id, args[1])? {
            return Ok(Value::bool(found));
        }
        let Some(iter) = vm.iter_of_layout(id) else {
            return Ok(Value::bool(false));
        };
        while let Some(item) = vm.next(iter)? {
            if vm.equal(item, args[1])? {
                return Ok(Value::bool(true));
            }
        }
        Ok(Value::bool(false))
    }),
];

/// `obj[key]`.
pub(crate) static GET_ITEM: &[NativeDef] = &[NativeDef::flow(
    "__getitem__",
    "self, key, /",
    |vm, args| {
        let found = match args[0].obj() {
            Some(id) => vm.item_of_layout(id, args[1])?,
            None => None,
        };
        match found {
            Some(flow) => Ok(flow),
            None => Err(vm.type_error("object is not subscriptable")),
        }
    },
)];

/// `obj[key] = value` and `del obj[key]`.
pub(crate) static SET_ITEM: &[NativeDef] = &[
    NativeDef::new("__setitem__", "self, key, value, /", |vm, args| {
        if let Value::Obj(id) = args[0] {
            vm.set_item_of_layout(id, args[1], args[2])?;
        }
        Ok(Value::None)
    }),
    NativeDef::new("__delitem__", "self, key, /", |vm, args| {
        if let Value::Obj(id) = args[0] {
            vm.delete_item_of_layout(id, args[1])?;
        }
        Ok(Value::None)
    }),
];

/// An operator of one kind of container: `None` is `NotImplemented`; the last argument asks for the
/// in-place form.
type Operator = fn(&mut Vm, BinaryOp, Value, Value, bool) -> PyResult<Option<Value>>;

/// An operator by layout.
fn binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value, in_place: bool) -> PyResult<Flow> {
    let implementations: [Operator; 4] = [list::binary, tuple::binary, set::binary, dict::binary];
    for implementation in implementations {
        if let Some(value) = implementation(vm, op, a, b, in_place)? {
            return Ok(Flow::Return(value));
        }
    }
    if op == BinaryOp::Add
        && let (Some(Object::List(_) | Object::Tuple(_)), name) =
            (vm.heap.object(a), vm.type_name(b))
    {
        let kind = if matches!(vm.heap.object(a), Some(Object::List(_))) {
            "list"
        } else {
            "tuple"
        };
        return Err(vm.type_error(format_args!(
            "can only concatenate {kind} (not \"{name}\") to {kind}"
        )));
    }
    Ok(Flow::Return(Value::NotImplemented))
}

macro_rules! operators {
    ($($name:literal $op:ident $kind:ident;)*) => {
        &[$(NativeDef::flow($name, "self, value, /", |vm, args| {
            operators!(@$kind vm, BinaryOp::$op, args)
        })),*]
    };
    (@plain $vm:expr, $op:expr, $args:expr) => { binary($vm, $op, $args[0], $args[1], false) };
    (@reflected $vm:expr, $op:expr, $args:expr) => { binary($vm, $op, $args[1], $args[0], false) };
    (@in_place $vm:expr, $op:expr, $args:expr) => { binary($vm, $op, $args[0], $args[1], true) };
}

/// `+` and `*` of sequences.
pub(crate) static SEQUENCE_OPERATORS: &[NativeDef] = operators! {
    "__add__" Add plain;
    "__mul__" Mul plain;
    "__rmul__" Mul reflected;
};

/// `+=` and `*=` of lists.
pub(crate) static SEQUENCE_IN_PLACE: &[NativeDef] = operators! {
    "__iadd__" Add in_place;
    "__imul__" Mul in_place;
};

/// `|`, `&`, `-` and `^` of sets and views.
pub(crate) static SET_OPERATORS: &[NativeDef] = operators! {
    "__or__" Or plain;
    "__ror__" Or reflected;
    "__and__" And plain;
    "__rand__" And reflected;
    "__sub__" Sub plain;
    "__rsub__" Sub reflected;
    "__xor__" Xor plain;
    "__rxor__" Xor reflected;
};

/// Their in-place forms of `set`.
pub(crate) static SET_IN_PLACE: &[NativeDef] = operators! {
    "__ior__" Or in_place;
    "__iand__" And in_place;
    "__isub__" Sub in_place;
    "__ixor__" Xor in_place;
};

/// `|` and `|=` of dicts.
pub(crate) static DICT_OPERATORS: &[NativeDef] = operators! {
    "__or__" Or plain;
    "__ror__" Or reflected;
    "__ior__" Or in_place;
};
