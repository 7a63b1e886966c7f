//! `collections.deque`

mod items;

use std::hash::{Hash, Hasher};

use crate::code::CompareOp;
use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{Foreign, ObjId, Object, Value, classes};
use crate::vm::{Vm, int_of_len};

use items::Items;

/// A double-ended queue.
#[derive(Clone, Debug, Default)]
struct Deque {
    items: Items,
    /// At most so many items; another one pushes one out at the other end.
    len_max: Option<usize>,
    /// Changes with every item that comes or goes.
    version: u64,
}

impl Foreign for Deque {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.items.iter().for_each(|&item| visit(item));
    }

    fn hash_state(&self, mut hasher: &mut dyn Hasher) {
        self.items.hash(&mut hasher);
        self.len_max.hash(&mut hasher);
        self.version.hash(&mut hasher);
    }

    fn size_bytes(&self) -> usize {
        self.items.len() * size_of::<Value>()
    }
}

/// An iterator over a deque.
#[derive(Clone, Debug)]
struct DequeIter {
    deque: Value,
    index: usize,
    version: u64,
    is_reversed: bool,
}

impl Foreign for DequeIter {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.deque);
    }

    fn hash_state(&self, mut hasher: &mut dyn Hasher) {
        self.deque.hash(&mut hasher);
        self.index.hash(&mut hasher);
    }
}

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, *args, **options", |vm, args| {
        let Value::Obj(class) = args[0] else {
            return Err(vm.type_error("deque.__new__(X): X is not a type object"));
        };
        let deque = Box::new(Deque::default());
        Ok(Value::Obj(vm.heap.alloc(class, Object::Foreign(deque))))
    })
    .kind(NativeKind::Static),
    NativeDef::new("__init__", "self, iterable?, maxlen?", init),
    NativeDef::new("append", "self, item, /", |vm, args| {
        push(vm, args[0], args[1], false)
    }),
    NativeDef::new("appendleft", "self, item, /", |vm, args| {
        push(vm, args[0], args[1], true)
    }),
    NativeDef::new("pop", "self, /", |vm, args| pop(vm, args[0], false)),
    NativeDef::new("popleft", "self, /", |vm, args| pop(vm, args[0], true)),
    NativeDef::new("extend", "self, iterable, /", |vm, args| {
        extend(vm, args[0], args[1], false)
    }),
    NativeDef::new("extendleft", "self, iterable, /", |vm, args| {
        extend(vm, args[0], args[1], true)
    }),
    NativeDef::new("__iadd__", "self, iterable, /", |vm, args| {
        extend(vm, args[0], args[1], false)?;
        Ok(args[0])
    }),
    NativeDef::new("__add__", "self, other, /", |vm, args| {
        if !is_deque(vm, args[1]) {
            let name = vm.type_name(args[1]);
            return Err(vm.type_error(format_args!(
                "can only concatenate deque (not \"{name}\") to deque"
            )));
        }
        let copy = copy(vm, args[0])?;
        extend(vm, copy, args[1], false)?;
        Ok(copy)
    }),
    NativeDef::new("__mul__", "self, n, /", |vm, args| {
        let copy = copy(vm, args[0])?;
        repeat(vm, copy, args[1])
    }),
    NativeDef::new("__rmul__", "self, n, /", |vm, args| {
        let copy = copy(vm, args[0])?;
        repeat(vm, copy, args[1])
    }),
    NativeDef::new("__imul__", "self, n, /", |vm, args| {
        repeat(vm, args[0], args[1])
    }),
    NativeDef::new("rotate", "self, n?, /", rotate),
    NativeDef::new("clear", "self, /", |vm, args| {
        let deque = change(vm, args[0])?;
        deque.items.clear();
        Ok(Value::None)
    }),
    NativeDef::new("copy", "self, /", |vm, args| copy(vm, args[0])),
    NativeDef::new("__copy__", "self, /", |vm, args| copy(vm, args[0])),
    NativeDef::new("reverse", "self, /", |vm, args| {
        change(vm, args[0])?.items.reverse();
        Ok(Value::None)
    }),
    NativeDef::new("count", "self, value, /", |vm, args| {
        let items = look(vm, args[0])?.items.to_vec();
        let mut n = 0;
        for item in items {
            n += i64::from(vm.equal(item, args[1])?);
        }
        Ok(Value::Int(n))
    }),
    NativeDef::new("index", "self, value, start?, stop?, /", index),
    NativeDef::new("insert", "self, index, value, /", insert),
    NativeDef::new("remove", "self, value, /", |vm, args| {
        match find(vm, args[0], args[1])? {
            Some(place) => {
                change(vm, args[0])?.items.remove(place);
                Ok(Value::None)
            }
            None => Err(vm.value_error("deque.remove(x): x not in deque")),
        }
    }),
    NativeDef::getter("maxlen", |vm, args| {
        Ok(look(vm, args[0])?.len_max.map_or(Value::None, int_of_len))
    }),
    NativeDef::new("__len__", "self, /", |vm, args| {
        Ok(int_of_len(look(vm, args[0])?.items.len()))
    }),
    NativeDef::new("__contains__", "self, value, /", |vm, args| {
        Ok(Value::bool(find(vm, args[0], args[1])?.is_some()))
    }),
    NativeDef::new("__getitem__", "self, index, /", |vm, args| {
        let place = place_of(vm, args)?;
        Ok(look(vm, args[0])?.items[place])
    }),
    NativeDef::new("__setitem__", "self, index, value, /", |vm, args| {
        let place = place_of(vm, args)?;
        change(vm, args[0])?.items[place] = args[2];
        Ok(Value::None)
    }),
    NativeDef::new("__delitem__", "self, index, /", |vm, args| {
        let place = place_of(vm, args)?;
        change(vm, args[0])?.items.remove(place);
        Ok(Value::None)
    }),
    NativeDef::new("__iter__", "self, /", |vm, args| {
        new_iter(vm, args[0], false)
    }),
    NativeDef::new("__reversed__", "self, /", |vm, args| {
        new_iter(vm, args[0], true)
    }),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::new("__eq__", "self, other, /", |vm, args| {
        compare(vm, CompareOp::Eq, args)
    }),
    NativeDef::new("__ne__", "self, other, /", |vm, args| {
        compare(vm, CompareOp::Ne, args)
    }),
    NativeDef::new("__lt__", "self, other, /", |vm, args| {
        compare(vm, CompareOp::Lt, args)
    }),
    NativeDef::new("__le__", "self, other, /", |vm, args| {
        compare(vm, CompareOp::Le, args)
    }),
    NativeDef::new("__gt__", "self, other, /", |vm, args| {
        compare(vm, CompareOp::Gt, args)
    }),
    NativeDef::new("__ge__", "self, other, /", |vm, args| {
        compare(vm, CompareOp::Ge, args)
    }),
];

pub(crate) static ITERATOR: &[NativeDef] = &[
    NativeDef::new("__iter__", "self, /", |_, args| Ok(args[0])),
    NativeDef::new("__next__", "self, /", next),
    NativeDef::new("__length_hint__", "self, /", |vm, args| {
        let iter = iter_of(vm, args[0])?.clone();
        let len = look(vm, iter.deque)?.items.len();
        Ok(int_of_len(len.saturating_sub(iter.index)))
    }),
];

fn is_deque(vm: &Vm, value: Value) -> bool {
    matches!(vm.heap.object(value), Some(Object::Foreign(foreign)) if foreign.is::<Deque>())
}

fn wrong(vm: &mut Vm, value: Value) -> crate::native::Raising {
    let name = vm.type_name(value);
    vm.type_error(format_args!(
        "descriptor requires a 'collections.deque' object but received a '{name}'"
    ))
}

/// Deques of the embedder's own objects. `None` and `false` stand for what is no deque.
impl Vm {
    /// The items of a deque.
    pub fn deque_items(&self, value: Value) -> Option<&[Value]> {
        match self.heap.object(value) {
            Some(Object::Foreign(foreign)) => Some(&foreign.downcast_ref::<Deque>()?.items),
            _ => None,
        }
    }

    /// Appends an item to a deque without a limit; whether that was done.
    pub fn deque_push(&mut self, value: Value, item: Value) -> bool {
        is_deque(self, value) && push(self, value, item, false).is_ok()
    }

    /// Takes the first item out of a deque, if there is one.
    pub fn deque_pop_first(&mut self, value: Value) -> Option<Value> {
        if self.deque_items(value)?.is_empty() {
            return None;
        }
        pop(self, value, true).ok()
    }
}

fn look(vm: &mut Vm, value: Value) -> PyResult<&Deque> {
    if !is_deque(vm, value) {
        return Err(wrong(vm, value));
    }
    match vm.heap.object(value) {
        Some(Object::Foreign(foreign)) => {
            Ok(foreign.downcast_ref().expect("the class makes deques"))
        }
        _ => unreachable!("just seen"),
    }
}

/// The deque, to change it: iterators over it notice.
fn change(vm: &mut Vm, value: Value) -> PyResult<&mut Deque> {
    if !is_deque(vm, value) {
        return Err(wrong(vm, value));
    }
    let id = value.obj().expect("a deque is an object");
    match vm.heap.get_mut(id) {
        Object::Foreign(foreign) => {
            let deque: &mut Deque = foreign.downcast_mut().expect("the class makes deques");
            deque.version += 1;
            Ok(deque)
        }
        _ => unreachable!("just seen"),
    }
}

fn init(vm: &mut Vm, args: &[Value]) -> PyResult {
    let len_max = match args[2] {
        Value::Unbound | Value::None => None,
        n if vm.heap.is_instance(n, classes::INT) => {
            let Ok(n) = usize::try_from(vm.to_index(n)?) else {
                return Err(vm.value_error("maxlen must be non-negative"));
            };
            Some(n)
        }
        _ => return Err(vm.type_error("an integer is required")),
    };
    let deque = change(vm, args[0])?;
    deque.items.clear();
    deque.len_max = len_max;
    if !args[1].is_unbound() {
        extend(vm, args[0], args[1], false)?;
    }
    Ok(Value::None)
}

fn push(vm: &mut Vm, deque: Value, item: Value, is_left: bool) -> PyResult {
    vm.heap.count_bytes(size_of::<Value>());
    let deque = change(vm, deque)?;
    if is_left {
        deque.items.push_front(item);
    } else {
        deque.items.push_back(item);
    }
    if deque.len_max.is_some_and(|max| deque.items.len() > max) {
        if is_left {
            deque.items.pop_back();
        } else {
            deque.items.pop_front();
        }
    }
    Ok(Value::None)
}

fn pop(vm: &mut Vm, deque: Value, is_left: bool) -> PyResult {
    let deque = change(vm, deque)?;
    let item = if is_left {
        deque.items.pop_front()
    } else {
        deque.items.pop_back()
    };
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn extend(vm: &mut Vm, deque: Value, iterable: Value, is_left: bool) -> PyResult {
    for item in vm.collect(iterable)? {
        push(vm, deque, item, is_left)?;
    }
    Ok(Value::None)
}

fn copy(vm: &mut Vm, deque: Value) -> PyResult {
    let copy = look(vm, deque)?.clone();
    let class = vm.heap.type_of(deque);
    Ok(Value::Obj(
        vm.heap.alloc(class, Object::Foreign(Box::new(copy))),
    ))
}

fn repeat(vm: &mut Vm, deque: Value, times: Value) -> PyResult {
    let items = look(vm, deque)?.items.to_vec();
    let Some(times) = vm.repetitions(items.len(), size_of::<Value>(), times)? else {
        return Ok(Value::NotImplemented);
    };
    change(vm, deque)?.items.clear();
    for item in items.repeat(times) {
        push(vm, deque, item, false)?;
    }
    Ok(deque)
}

fn rotate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let n = match args[1] {
        Value::Unbound => 1,
        n => vm.to_index(n)?,
    };
    let deque = change(vm, args[0])?;
    if let Ok(len @ 1..) = i64::try_from(deque.items.len()) {
        let n = usize::try_from(n.rem_euclid(len)).unwrap_or(0);
        deque.items.rotate_right(n);
    }
    Ok(Value::None)
}

/// The place of the first item equal to a value. A comparison that changes the deque is an error.
fn find(vm: &mut Vm, deque: Value, value: Value) -> PyResult<Option<usize>> {
    let version = look(vm, deque)?.version;
    let mut place = 0;
    while let Some(&item) = look(vm, deque)?.items.get(place) {
        let is_equal = vm.equal(item, value)?;
        if look(vm, deque)?.version != version {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
        if is_equal {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

fn index(vm: &mut Vm, args: &[Value]) -> PyResult {
    let len = look(vm, args[0])?.items.len();
    let bound = |vm: &mut Vm, value: Value, default: usize| match value {
        Value::Unbound => Ok(default),
        value => {
            let index = vm.to_index(value)?;
            Ok(crate::builtins::list::clamp_index(index, len))
        }
    };
    let start = bound(vm, args[2], 0)?;
    let stop = bound(vm, args[3], len)?;
    let items = look(vm, args[0])?.items.to_vec();
    for (place, item) in items.into_iter().enumerate().take(stop).skip(start) {
        if vm.equal(item, args[1])? {
            return Ok(int_of_len(place));
        }
    }
    Err(vm.value_error("deque.index(x): x not in deque"))
}

fn insert(vm: &mut Vm, args: &[Value]) -> PyResult {
    let index = vm.to_index(args[1])?;
    let deque = change(vm, args[0])?;
    if deque.len_max == Some(deque.items.len()) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let place = crate::builtins::list::clamp_index(index, deque.items.len());
    deque.items.insert(place, args[2]);
    Ok(Value::None)
}

fn place_of(vm: &mut Vm, args: &[Value]) -> PyResult<usize> {
    let len = look(vm, args[0])?.items.len();
    let bad = |name: &str| format!("sequence index must be integer, not '{name}'");
    match vm.sequence_index(args[1], len, &bad)? {
        Some(place) => Ok(place),
        None => Err(vm.index_error("deque index out of range")),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = args[0].obj().expect("a deque is an object");
    let class = vm.heap.class_of(id);
    let name = vm.heap.type_ref(class).name.clone();
    let text = vm.repr_guarded(id, "[...]", |vm| {
        let deque = look(vm, args[0])?.clone();
        let mut parts = Vec::with_capacity(deque.items.len());
        for &item in &*deque.items {
            parts.push(vm.repr(item)?);
        }
        let max = deque
            .len_max
            .map_or(String::new(), |max| format!(", maxlen={max}"));
        Ok(format!("{name}([{}]{max})", parts.join(", ")))
    })?;
    Ok(vm.heap.new_str(&text))
}

fn compare(vm: &mut Vm, op: CompareOp, args: &[Value]) -> PyResult {
    if !is_deque(vm, args[1]) {
        return Ok(Value::NotImplemented);
    }
    let items = look(vm, args[0])?.items.to_vec();
    let a = vm.heap.new_tuple(&items);
    let items = look(vm, args[1])?.items.to_vec();
    let b = vm.heap.new_tuple(&items);
    vm.compare(op, a, b)
}

fn new_iter(vm: &mut Vm, deque: Value, is_reversed: bool) -> PyResult {
    let version = look(vm, deque)?.version;
    let name = vm.heap.intern("_iterator");
    let class = vm.lookup(vm.heap.type_of(deque), name);
    let class: ObjId = class
        .and_then(Value::obj)
        .expect("the module gave the class its iterators' class");
    let iter = DequeIter {
        deque,
        index: 0,
        version,
        is_reversed,
    };
    Ok(Value::Obj(
        vm.heap.alloc(class, Object::Foreign(Box::new(iter))),
    ))
}

fn iter_of(vm: &mut Vm, value: Value) -> PyResult<&mut DequeIter> {
    let is_iter = matches!(vm.heap.object(value), Some(Object::Foreign(foreign))
        if foreign.is::<DequeIter>());
    if !is_iter {
        return Err(wrong(vm, value));
    }
    let id = value.obj().expect("an iterator is an object");
    match vm.heap.get_mut(id) {
        Object::Foreign(foreign) => Ok(foreign.downcast_mut().expect("the class makes iterators")),
        _ => unreachable!("just seen"),
    }
}

fn next(vm: &mut Vm, args: &[Value]) -> PyResult {
    let iter = iter_of(vm, args[0])?.clone();
    let deque = look(vm, iter.deque)?;
    if deque.version != iter.version {
        return Err(vm.runtime_error("deque mutated during iteration"));
    }
    let len = deque.items.len();
    if iter.index >= len {
        return Err(vm.stop_iteration(Value::None));
    }
    let place = if iter.is_reversed {
        len - 1 - iter.index
    } else {
        iter.index
    };
    let item = deque.items[place];
    iter_of(vm, args[0])?.index += 1;
    Ok(item)
}
