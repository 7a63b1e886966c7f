//! `set` and `frozenset`.
//!
//! Programs see the order of sets, so each operation visits and inserts in the order in which
//! CPython's `setobject.c` does.

use crate::code::BinaryOp;
use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{DictPart, ObjId, Object, Set, Value, classes};
use crate::vm::Vm;
use crate::vm::compare::is_set_like;

/// Methods of `set` alone.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, *args, **options", |vm, args| {
        let class = args[0].obj().unwrap_or(classes::SET);
        Ok(Value::Obj(
            vm.heap.alloc(class, Object::Set(Box::default())),
        ))
    })
    .kind(NativeKind::Static),
    NativeDef::flow("__init__", "self, iterable?, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        vm.set_table_mut(id).replace_members(Set::default());
        if args[1].is_unbound() {
            return Ok(Flow::Return(Value::None));
        }
        if !matches!(vm.heap.object(args[1]), Some(Object::Generator(_))) {
            vm.set_update(id, args[1])?;
            return Ok(Flow::Return(Value::None));
        }
        vm.collect_flow(args[1], [args[0]; 3], |vm, [set, ..], items, _| {
            let id = set_id(vm, set)?;
            for item in items {
                vm.set_add(id, item)?;
            }
            Ok(Flow::Return(Value::None))
        })
    }),
    NativeDef::new("add", "self, object, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        vm.set_add(id, args[1])?;
        Ok(Value::None)
    }),
    NativeDef::new("discard", "self, object, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        vm.set_discard(id, args[1])?;
        Ok(Value::None)
    }),
    NativeDef::new("remove", "self, object, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        if vm.set_discard(id, args[1])? {
            return Ok(Value::None);
        }
        Err(vm.key_error(args[1]))
    }),
    NativeDef::new("pop", "self, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        let popped = vm.set_table_mut(id).pop();
        popped.ok_or_else(|| {
            let text = vm.heap.new_str("pop from an empty set");
            vm.key_error(text)
        })
    }),
    NativeDef::new("clear", "self, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        vm.set_table_mut(id).replace_members(Set::default());
        Ok(Value::None)
    }),
    NativeDef::new("update", "self, *others", |vm, args| {
        let id = set_id(vm, args[0])?;
        for &other in &args[1..] {
            vm.set_update(id, other)?;
        }
        Ok(Value::None)
    }),
    NativeDef::new("intersection_update", "self, *others", |vm, args| {
        let id = set_id(vm, args[0])?;
        let result = intersection(vm, args)?;
        vm.set_replace(id, result);
        Ok(Value::None)
    }),
    NativeDef::new("difference_update", "self, *others", |vm, args| {
        let id = set_id(vm, args[0])?;
        for &other in &args[1..] {
            vm.set_subtract(id, other)?;
        }
        Ok(Value::None)
    }),
    NativeDef::new(
        "symmetric_difference_update",
        "self, other, /",
        |vm, args| {
            let id = set_id(vm, args[0])?;
            vm.set_toggle(id, args[1])?;
            Ok(Value::None)
        },
    ),
];

/// `frozenset.__new__`.
pub(crate) static FROZEN_METHODS: &[NativeDef] =
    &[NativeDef::new("__new__", "cls, iterable?, /", |vm, args| {
        let class = args[0].obj().unwrap_or(classes::FROZENSET);
        if class == classes::FROZENSET
            && !args[1].is_unbound()
            && vm.heap.type_of(args[1]) == classes::FROZENSET
        {
            return Ok(args[1]);
        }
        let id = vm.heap.alloc(class, Object::FrozenSet(Box::default()));
        if !args[1].is_unbound() {
            vm.set_update(id, args[1])?;
        }
        Ok(Value::Obj(id))
    })
    .kind(NativeKind::Static)];

/// Methods of both.
pub(crate) static COMMON_METHODS: &[NativeDef] = &[
    NativeDef::new("copy", "self, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        if vm.heap.class_of(id) == classes::FROZENSET {
            return Ok(args[0]);
        }
        vm.set_copy(id).map(Value::Obj)
    }),
    NativeDef::new("union", "self, *others", |vm, args| {
        let id = set_id(vm, args[0])?;
        let result = vm.set_copy(id)?;
        for &other in args[1..].iter().filter(|other| !other.is(args[0])) {
            vm.set_update(result, other)?;
        }
        Ok(Value::Obj(result))
    }),
    NativeDef::new("intersection", "self, *others", |vm, args| {
        intersection(vm, args).map(Value::Obj)
    }),
    NativeDef::new("difference", "self, *others", |vm, args| {
        let mut id = set_id(vm, args[0])?;
        let [first, ref rest @ ..] = args[1..] else {
            return vm.set_copy(id).map(Value::Obj);
        };
        id = vm.set_difference(id, first)?;
        for &other in rest {
            vm.set_subtract(id, other)?;
        }
        Ok(Value::Obj(id))
    }),
    NativeDef::new("symmetric_difference", "self, other, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        vm.set_symmetric_difference(id, args[1]).map(Value::Obj)
    }),
    NativeDef::new("isdisjoint", "self, other, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        for item in vm.collect(args[1])? {
            if vm.set_contains(id, item)? {
                return Ok(Value::bool(false));
            }
        }
        Ok(Value::bool(true))
    }),
    NativeDef::new("issubset", "self, other, /", |vm, args| {
        let mut other = args[1];
        if table_id(vm, other).is_none() {
            // Only what both have counts.
            let set = set_id(vm, args[0])?;
            other = Value::Obj(vm.set_intersection(set, other)?);
        }
        vm.is_subset(args[0], other).map(Value::bool)
    }),
    NativeDef::new("issuperset", "self, other, /", |vm, args| {
        let id = set_id(vm, args[0])?;
        for item in vm.collect(args[1])? {
            if !vm.set_contains(id, item)? {
                return Ok(Value::bool(false));
            }
        }
        Ok(Value::bool(true))
    }),
];

fn set_id(vm: &mut Vm, value: Value) -> PyResult<ObjId> {
    table_id(vm, value).ok_or_else(|| {
        let name = vm.type_name(value);
        vm.type_error(format_args!(
            "descriptor requires a 'set' object but received a '{name}'"
        ))
    })
}

fn table_id(vm: &Vm, value: Value) -> Option<ObjId> {
    match (value, vm.heap.object(value)) {
        (Value::Obj(id), Some(Object::Set(_) | Object::FrozenSet(_))) => Some(id),
        _ => None,
    }
}

fn intersection(vm: &mut Vm, args: &[Value]) -> PyResult<ObjId> {
    let mut id = set_id(vm, args[0])?;
    if args.len() == 1 {
        return vm.set_copy(id);
    }
    for &other in &args[1..] {
        id = vm.set_intersection(id, other)?;
    }
    Ok(id)
}

impl Vm {
    /// An empty set or frozen set like another, of the built-in class.
    fn set_like(&mut self, id: ObjId) -> ObjId {
        match self.heap.get(id) {
            Object::FrozenSet(_) => self
                .heap
                .alloc(classes::FROZENSET, Object::FrozenSet(Box::default())),
            _ => self.heap.alloc(classes::SET, Object::Set(Box::default())),
        }
    }

    fn set_replace(&mut self, id: ObjId, by: ObjId) {
        let table = self.set_table(by).clone();
        self.set_table_mut(id).replace_members(table);
    }

    fn set_copy(&mut self, id: ObjId) -> PyResult<ObjId> {
        let copy = self.set_like(id);
        self.set_update(copy, Value::Obj(id))?;
        Ok(copy)
    }

    /// A set with the items of any iterable; itself if it is a set already.
    fn as_set(&mut self, value: Value) -> PyResult<ObjId> {
        if let Some(id) = table_id(self, value) {
            return Ok(id);
        }
        let id = self.heap.alloc(classes::SET, Object::Set(Box::default()));
        self.set_update(id, value)?;
        Ok(id)
    }

    /// `set.update(other)`
    ///
    /// # Errors
    ///
    /// What iterating, hashing or comparing raises.
    pub fn set_update(&mut self, set: ObjId, other: Value) -> PyResult<()> {
        if let Some(other) = table_id(self, other) {
            let n = self.set_table(other).len();
            if other == set || n == 0 {
                return Ok(());
            }
            let source = self.set_table(other).clone();
            self.check_heap(n * 48)?;
            self.set_table_mut(set).make_room(n);
            if self.set_table_mut(set).copy_clean(&source) {
                return Ok(());
            }
            for (hash, key) in source.iter() {
                self.set_add_hashed(set, hash, key)?;
            }
            return Ok(());
        }
        if let (Value::Obj(id), classes::DICT) = (other, self.heap.type_of(other)) {
            let entries = self.dict_entries(id);
            self.set_table_mut(set).make_room(entries.len());
            for entry in entries {
                self.set_add_hashed(set, entry.hash, entry.key)?;
            }
            return Ok(());
        }
        let iter = self.iter(other)?;
        while let Some(item) = self.next(iter)? {
            self.set_add(set, item)?;
        }
        Ok(())
    }

    /// Removes a member; whether it was there. A set is looked for as if it were frozen.
    fn set_discard(&mut self, set: ObjId, key: Value) -> PyResult<bool> {
        let hash = match self.heap.object(key) {
            Some(Object::Set(table)) => {
                crate::hash::of_frozenset(table.iter().map(|(hash, _)| hash))
            }
            _ => self.hash_member(key)?,
        };
        self.set_discard_hashed(set, hash, key)
    }

    fn set_discard_hashed(&mut self, set: ObjId, hash: i64, key: Value) -> PyResult<bool> {
        match self.set_find(set, hash, key)? {
            Some(place) => {
                self.set_table_mut(set).remove_at(place);
                Ok(true)
            }
            None => Ok(false),
        }
    }

    fn set_intersection(&mut self, set: ObjId, other: Value) -> PyResult<ObjId> {
        if other.is(Value::Obj(set)) {
            return self.set_copy(set);
        }
        let result = self.set_like(set);
        if let Some(other) = table_id(self, other) {
            let (large, small) = if self.set_table(other).len() > self.set_table(set).len() {
                (other, set)
            } else {
                (set, other)
            };
            let members: Vec<(i64, Value)> = self.set_table(small).iter().collect();
            for (hash, key) in members {
                if self.set_find(large, hash, key)?.is_some() {
                    self.set_add_hashed(result, hash, key)?;
                }
            }
            return Ok(result);
        }
        let iter = self.iter(other)?;
        while let Some(item) = self.next(iter)? {
            let hash = self.hash(item)?;
            if self.set_find(set, hash, item)?.is_some() {
                self.set_add_hashed(result, hash, item)?;
            }
        }
        Ok(result)
    }

    fn set_difference(&mut self, set: ObjId, other: Value) -> PyResult<ObjId> {
        let other_table = table_id(self, other);
        let other_dict = match other {
            Value::Obj(id) if self.heap.class_of(id) == classes::DICT => Some(id),
            _ => None,
        };
        let other_len = self
            .len_of_layout(other)
            .filter(|_| other_table.is_some() || other_dict.is_some());
        let is_small = other_len.is_none_or(|len| self.set_table(set).len() >> 2 > len);
        if is_small {
            let result = self.set_copy(set)?;
            self.set_subtract(result, other)?;
            return Ok(result);
        }
        let result = self.set_like(set);
        let members: Vec<(i64, Value)> = self.set_table(set).iter().collect();
        for (hash, key) in members {
            let is_there = match (other_table, other_dict) {
                (Some(other), _) => self.set_find(other, hash, key)?.is_some(),
                (None, Some(other)) => self.dict_find(other, hash, key)?.is_some(),
                (None, None) => false,
            };
            if !is_there {
                self.set_add_hashed(result, hash, key)?;
            }
        }
        Ok(result)
    }

    /// `set.difference_update(other)`
    fn set_subtract(&mut self, set: ObjId, other: Value) -> PyResult<()> {
        if other.is(Value::Obj(set)) {
            self.set_table_mut(set).replace_members(Set::default());
            return Ok(());
        }
        if let Some(mut other) = table_id(self, other) {
            if self.set_table(other).len() >> 3 > self.set_table(set).len() {
                other = self.set_intersection(set, Value::Obj(other))?;
            }
            let members: Vec<(i64, Value)> = self.set_table(other).iter().collect();
            for (hash, key) in members {
                self.set_discard_hashed(set, hash, key)?;
            }
        } else {
            let iter = self.iter(other)?;
            while let Some(item) = self.next(iter)? {
                let hash = self.hash_member(item)?;
                self.set_discard_hashed(set, hash, item)?;
            }
        }
        self.set_table_mut(set).drop_dummies();
        Ok(())
    }

    /// `set.symmetric_difference_update(other)`
    fn set_toggle(&mut self, set: ObjId, other: Value) -> PyResult<()> {
        if other.is(Value::Obj(set)) {
            self.set_table_mut(set).replace_members(Set::default());
            return Ok(());
        }
        let other = self.as_set(other)?;
        let members: Vec<(i64, Value)> = self.set_table(other).iter().collect();
        for (hash, key) in members {
            if !self.set_discard_hashed(set, hash, key)? {
                self.set_add_hashed(set, hash, key)?;
            }
        }
        Ok(())
    }

    fn set_symmetric_difference(&mut self, set: ObjId, other: Value) -> PyResult<ObjId> {
        let result = self.set_like(set);
        self.set_update(result, other)?;
        self.set_toggle(result, Value::Obj(set))?;
        Ok(result)
    }

    /// Whether every member of a set or view is in another.
    ///
    /// # Errors
    ///
    /// What comparing raises.
    pub(crate) fn is_subset(&mut self, a: Value, b: Value) -> PyResult<bool> {
        if let (Some(x), Some(y)) = (table_id(self, a), table_id(self, b)) {
            if self.set_table(x).len() > self.set_table(y).len() {
                return Ok(false);
            }
            let members: Vec<(i64, Value)> = self.set_table(x).iter().collect();
            for (hash, key) in members {
                if self.set_find(y, hash, key)?.is_none() {
                    return Ok(false);
                }
            }
            return Ok(true);
        }
        let Some(iter) = a.obj().and_then(|id| self.iter_of_layout(id)) else {
            return Ok(false);
        };
        while let Some(item) = self.next(iter)? {
            let is_there = match b {
                Value::Obj(id) => self.contains_of_layout(id, item)? == Some(true),
                _ => false,
            };
            if !is_there {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// `|`, `&`, `-` and `^` of sets and dict views; `None` is `NotImplemented`.
///
/// # Errors
///
/// What hashing or comparing raises.
pub(crate) fn binary(
    vm: &mut Vm,
    op: BinaryOp,
    a: Value,
    b: Value,
    in_place: bool,
) -> PyResult<Option<Value>> {
    if !matches!(
        op,
        BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor
    ) {
        return Ok(None);
    }
    let is_view = |vm: &Vm, value: Value| {
        vm.heap.object(value).is_some_and(is_set_like) && table_id(vm, value).is_none()
    };
    let left = match (table_id(vm, a), table_id(vm, b)) {
        (Some(set), Some(_)) => set,
        _ if is_view(vm, a) || (is_view(vm, b) && table_id(vm, a).is_none()) => {
            return view_binary(vm, op, a, b).map(Some);
        }
        (Some(set), None) if is_view(vm, b) => {
            let b = Value::Obj(vm.as_set(b)?);
            return binary(vm, op, Value::Obj(set), b, in_place);
        }
        _ => return Ok(None),
    };
    if in_place && matches!(vm.heap.get(left), Object::Set(_)) {
        match op {
            BinaryOp::Or => vm.set_update(left, b)?,
            BinaryOp::And => {
                let result = vm.set_intersection(left, b)?;
                vm.set_replace(left, result);
            }
            BinaryOp::Sub => vm.set_subtract(left, b)?,
            _ => vm.set_toggle(left, b)?,
        }
        return Ok(Some(a));
    }
    let result = match op {
        BinaryOp::Or => {
            let result = vm.set_copy(left)?;
            if !b.is(Value::Obj(left)) {
                vm.set_update(result, b)?;
            }
            result
        }
        BinaryOp::And => vm.set_intersection(left, b)?,
        BinaryOp::Sub => vm.set_difference(left, b)?,
        _ => vm.set_symmetric_difference(left, b)?,
    };
    Ok(Some(Value::Obj(result)))
}

/// Operators where the left operand is a view, or the right one is and the left one any iterable.
fn view_binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> PyResult {
    let left = vm.heap.alloc(classes::SET, Object::Set(Box::default()));
    // A set is made of the dictionary itself where there is one, all at once.
    let whole_a = match vm.heap.object(a) {
        Some(&Object::DictView {
            dict,
            kind: DictPart::Keys,
        }) => Value::Obj(dict),
        _ => a,
    };
    let is_items = |value| {
        let view = vm.heap.object(value);
        matches!(
            view,
            Some(Object::DictView {
                kind: DictPart::Items,
                ..
            })
        )
    };
    let are_items = is_items(a) && is_items(b);
    match op {
        BinaryOp::And => {
            let is_view = |value| matches!(vm.heap.object(value), Some(Object::DictView { .. }));
            let (a, b) = if is_view(a) { (a, b) } else { (b, a) };
            // The shorter one is visited, as long as both have a length.
            let (container, visited) = match (vm.len_of_layout(a), vm.len_of_layout(b)) {
                (Some(x), Some(y)) if y > x && vm.heap.object(b).is_some_and(is_set_like) => (b, a),
                _ => (a, b),
            };
            for item in vm.collect(visited)? {
                if vm.contains(container, item)? {
                    vm.set_add(left, item)?;
                }
            }
        }
        BinaryOp::Or => {
            vm.set_update(left, whole_a)?;
            vm.set_update(left, b)?;
        }
        BinaryOp::Sub => {
            vm.set_update(left, whole_a)?;
            vm.set_subtract(left, b)?;
        }
        _ if !are_items => {
            vm.set_update(left, whole_a)?;
            vm.set_toggle(left, b)?;
        }
        _ => {
            vm.set_update(left, b)?;
            vm.set_toggle(left, a)?;
            let result = vm.heap.alloc(classes::SET, Object::Set(Box::default()));
            for item in vm.collect(a)? {
                if vm.set_contains(left, item)? {
                    vm.set_add(result, item)?;
                }
            }
            for (_, key) in vm.set_table(left).clone().iter() {
                vm.set_add(result, key)?;
            }
            return Ok(Value::Obj(result));
        }
    }
    Ok(Value::Obj(left))
}
