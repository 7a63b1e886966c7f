//! `dict`

use crate::code::BinaryOp;
use crate::native::{Flow, NativeDef, NativeKind, PyResult, Raising};
use crate::object::{Dict, DictPart, Iter, ObjId, Object, Value, classes};
use crate::vm::Vm;

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, *args, **options", |vm, args| {
        let class = args[0].obj().unwrap_or(classes::DICT);
        Ok(Value::Obj(
            vm.heap.alloc(class, Object::Dict(Box::default())),
        ))
    })
    .kind(NativeKind::Static),
    NativeDef::new("__init__", "self, iterable?, /, **options", update),
    NativeDef::new("update", "self, iterable?, /, **options", update),
    NativeDef::new("get", "self, key, default?, /", |vm, args| {
        let id = dict_id(vm, args[0])?;
        let found = vm.dict_get(id, args[1])?;
        Ok(found.or(args[2].bound()).unwrap_or(Value::None))
    }),
    NativeDef::new("setdefault", "self, key, default?, /", |vm, args| {
        let id = dict_id(vm, args[0])?;
        if let Some(value) = vm.dict_get(id, args[1])? {
            return Ok(value);
        }
        let value = args[2].bound().unwrap_or(Value::None);
        vm.dict_set(id, args[1], value)?;
        Ok(value)
    }),
    NativeDef::new("pop", "self, key, default?, /", pop),
    NativeDef::new("popitem", "self, /", |vm, args| {
        let id = dict_id(vm, args[0])?;
        let table = vm.heap.dict(id);
        let Some((index, _)) = table.previous_from(table.end_position()) else {
            let text = vm.heap.new_str("popitem(): dictionary is empty");
            return Err(vm.key_error(text));
        };
        let entry = vm.heap.dict_mut(id).remove_at(index);
        Ok(vm.heap.new_tuple(&[entry.key, entry.value]))
    }),
    NativeDef::new("clear", "self, /", |vm, args| {
        let id = dict_id(vm, args[0])?;
        vm.heap.dict_mut(id).clear();
        Ok(Value::None)
    }),
    NativeDef::new("copy", "self, /", |vm, args| {
        let id = dict_id(vm, args[0])?;
        let copy = copy_table(vm, id);
        Ok(vm.heap.new_dict(copy))
    }),
    NativeDef::new("keys", "self, /", |vm, args| {
        view(vm, args[0], DictPart::Keys)
    }),
    NativeDef::new("values", "self, /", |vm, args| {
        view(vm, args[0], DictPart::Values)
    }),
    NativeDef::new("items", "self, /", |vm, args| {
        view(vm, args[0], DictPart::Items)
    }),
    NativeDef::new("__reversed__", "self, /", |vm, args| {
        let id = dict_id(vm, args[0])?;
        Ok(reversed(vm, id, DictPart::Keys))
    }),
    NativeDef::flow("fromkeys", "cls, iterable, value?, /", from_keys).kind(NativeKind::Class),
];

pub(crate) static VIEW_METHODS: &[NativeDef] = &[
    NativeDef::new("__reversed__", "self, /", |vm, args| {
        match vm.heap.object(args[0]) {
            Some(Object::DictView { dict, kind }) => {
                let (dict, kind) = (*dict, *kind);
                Ok(reversed(vm, dict, kind))
            }
            _ => Err(vm.type_error("expected a dict view")),
        }
    }),
    NativeDef::getter("mapping", |vm, args| match vm.heap.object(args[0]) {
        Some(Object::DictView { dict, .. }) => {
            let dict = Value::Obj(*dict);
            Ok(Value::Obj(
                vm.heap
                    .alloc(classes::MAPPINGPROXY, Object::MappingProxy(dict)),
            ))
        }
        _ => Err(vm.type_error("expected a dict view")),
    }),
];

/// What keys and items have of a set besides the operators.
pub(crate) static SET_VIEW_METHODS: &[NativeDef] = &[NativeDef::new(
    "isdisjoint",
    "self, other, /",
    |vm, args| {
        let mut is_disjoint = true;
        for item in vm.collect(args[1])? {
            is_disjoint &= !vm.contains(args[0], item)?;
        }
        Ok(Value::bool(is_disjoint))
    },
)];

pub(crate) fn dict_id(vm: &mut Vm, value: Value) -> PyResult<ObjId> {
    match (value, vm.heap.object(value)) {
        (Value::Obj(id), Some(Object::Dict(_))) => Ok(id),
        _ => Err(wrong(vm, value)),
    }
}

fn wrong(vm: &mut Vm, value: Value) -> Raising {
    let name = vm.type_name(value);
    vm.type_error(format_args!(
        "descriptor requires a 'dict' object but received a '{name}'"
    ))
}

fn update(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = dict_id(vm, args[0])?;
    if !args[1].is_unbound() {
        vm.dict_update(id, args[1])?;
    }
    if let Value::Obj(options) = args[2] {
        for entry in vm.dict_entries(options) {
            vm.dict_set_hashed(id, entry.hash, entry.key, entry.value)?;
        }
    }
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = dict_id(vm, args[0])?;
    let found = if vm.heap.dict(id).is_empty() {
        None
    } else {
        vm.dict_remove(id, args[1])?
    };
    match found.or(args[2].bound()) {
        Some(value) => Ok(value),
        None => Err(vm.key_error(args[1])),
    }
}

fn view(vm: &mut Vm, value: Value, kind: DictPart) -> PyResult {
    let dict = dict_id(vm, value)?;
    let class = match kind {
        DictPart::Keys => classes::DICT_KEYS,
        DictPart::Values => classes::DICT_VALUES,
        DictPart::Items => classes::DICT_ITEMS,
    };
    Ok(Value::Obj(
        vm.heap.alloc(class, Object::DictView { dict, kind }),
    ))
}

fn reversed(vm: &mut Vm, dict: ObjId, part: DictPart) -> Value {
    let class = match part {
        DictPart::Keys => classes::DICT_REVERSE_KEY_ITERATOR,
        DictPart::Values => classes::DICT_REVERSE_VALUE_ITERATOR,
        DictPart::Items => classes::DICT_REVERSE_ITEM_ITERATOR,
    };
    let table = vm.heap.dict(dict);
    let iter = Iter::DictReversed {
        dict,
        position: table.end_position(),
        len: table.len(),
        part,
    };
    vm.heap.new_iter(class, iter)
}

/// A copy of a dict's table without its gaps.
pub(crate) fn copy_table(vm: &Vm, dict: ObjId) -> Dict {
    let table = vm.heap.dict(dict);
    let mut copy = Dict::with_capacity(table.len());
    for entry in table.iter() {
        copy.insert_new(entry.hash, entry.key, entry.value);
    }
    copy
}

fn from_keys(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let value = args[2].bound().unwrap_or(Value::None);
    let is_plain = args[0].is(Value::Obj(classes::DICT));
    let dict = if is_plain {
        vm.heap.new_dict(Dict::default())
    } else {
        vm.call(args[0], &[])?
    };
    let iter = vm.iter(args[1])?;
    while let Some(key) = vm.next(iter)? {
        vm.set_item(dict, key, value)?;
    }
    Ok(Flow::Return(dict))
}

/// `|` of two dicts; `None` is `NotImplemented`.
///
/// # Errors
///
/// What reading or comparing raises.
pub(crate) fn binary(
    vm: &mut Vm,
    op: BinaryOp,
    a: Value,
    b: Value,
    in_place: bool,
) -> PyResult<Option<Value>> {
    let dict_of = |vm: &Vm, value: Value| match (value, vm.heap.object(value)) {
        (Value::Obj(id), Some(Object::Dict(_))) => Some(id),
        _ => None,
    };
    if op != BinaryOp::Or {
        return Ok(None);
    }
    match (dict_of(vm, a), dict_of(vm, b)) {
        (Some(dict), _) if in_place => {
            vm.dict_update(dict, b)?;
            Ok(Some(a))
        }
        (Some(x), Some(_)) => {
            let copy = copy_table(vm, x);
            let result = vm.heap.new_dict(copy);
            if let Value::Obj(id) = result {
                vm.dict_update(id, b)?;
            }
            Ok(Some(result))
        }
        _ => Ok(None),
    }
}
