//! `list`

use super::sort;
use crate::code::BinaryOp;
use crate::native::{Flow, NativeDef, NativeKind, PyResult, Raising};
use crate::object::{Iter, ObjId, Object, Value, classes};
use crate::vm::Vm;
use crate::vm::slicing::picked;

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, *args, **options", |vm, args| {
        let class = args[0].obj().unwrap_or(classes::LIST);
        Ok(Value::Obj(vm.heap.alloc(class, Object::List(Vec::new()))))
    })
    .kind(NativeKind::Static),
    NativeDef::flow("__init__", "self, iterable?, /", init),
    NativeDef::new("append", "self, object, /", |vm, args| {
        let id = list_id(vm, args[0])?;
        vm.heap.count_bytes(size_of::<Value>());
        items_mut(vm, id).push(args[1]);
        Ok(Value::None)
    }),
    NativeDef::flow("extend", "self, iterable, /", |vm, args| {
        list_id(vm, args[0])?;
        let source = vm.with_asked_length(args[1])?;
        vm.collect_flow(source, [args[0]; 3], |vm, [list, ..], new, _| {
            let id = list_id(vm, list)?;
            vm.check_heap(size_of_val(&new[..]))?;
            items_mut(vm, id).extend(new);
            Ok(Flow::Return(Value::None))
        })
    }),
    NativeDef::new("insert", "self, index, object, /", insert),
    NativeDef::new("pop", "self, index?, /", pop),
    NativeDef::new("remove", "self, value, /", remove),
    NativeDef::new("clear", "self, /", |vm, args| {
        let id = list_id(vm, args[0])?;
        *items_mut(vm, id) = Vec::new();
        Ok(Value::None)
    }),
    NativeDef::new("copy", "self, /", |vm, args| {
        let id = list_id(vm, args[0])?;
        let items = items(vm, id).to_vec();
        Ok(vm.heap.new_list(items))
    }),
    NativeDef::new("index", "self, value, start?, stop?, /", |vm, args| {
        list_id(vm, args[0])?;
        vm.sequence_search(args, "list.index(x): x not in list")
    }),
    NativeDef::new("count", "self, value, /", |vm, args| {
        vm.sequence_count(args[0], args[1])
    }),
    NativeDef::new("reverse", "self, /", |vm, args| {
        let id = list_id(vm, args[0])?;
        items_mut(vm, id).reverse();
        Ok(Value::None)
    }),
    NativeDef::flow("sort", "self, /, *, key?, reverse?", |vm, args| {
        let id = list_id(vm, args[0])?;
        sort::sort_flow(vm, id, args[1], args[2], Value::None)
    }),
    NativeDef::new("__reversed__", "self, /", |vm, args| {
        let list = list_id(vm, args[0])?;
        let index = items(vm, list).len();
        let iter = Iter::ListReversed { list, index };
        Ok(vm.heap.new_iter(classes::LIST_REVERSE_ITERATOR, iter))
    }),
];

/// The id of a list, for methods called through the class with anything.
fn list_id(vm: &mut Vm, value: Value) -> PyResult<ObjId> {
    match (value, vm.heap.object(value)) {
        (Value::Obj(id), Some(Object::List(_))) => Ok(id),
        _ => Err(wrong(vm, value)),
    }
}

fn wrong(vm: &mut Vm, value: Value) -> Raising {
    let name = vm.type_name(value);
    vm.type_error(format_args!(
        "descriptor requires a 'list' object but received a '{name}'"
    ))
}

pub(crate) fn items(vm: &Vm, id: ObjId) -> &[Value] {
    match vm.heap.get(id) {
        Object::List(items) => items,
        _ => unreachable!("expected a list"),
    }
}

pub(crate) fn items_mut(vm: &mut Vm, id: ObjId) -> &mut Vec<Value> {
    match vm.heap.get_mut(id) {
        Object::List(items) => items,
        _ => unreachable!("expected a list"),
    }
}

fn init(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let id = list_id(vm, args[0])?;
    if args[1].is_unbound() {
        *items_mut(vm, id) = Vec::new();
        return Ok(Flow::Return(Value::None));
    }
    let source = vm.with_asked_length(args[1])?;
    vm.collect_flow(source, [args[0]; 3], |vm, [list, ..], new, _| {
        let id = list_id(vm, list)?;
        vm.check_heap(size_of_val(&new[..]))?;
        *items_mut(vm, id) = new;
        Ok(Flow::Return(Value::None))
    })
}

fn insert(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = list_id(vm, args[0])?;
    let index = vm.to_index(args[1])?;
    let len = items(vm, id).len();
    let place = clamp_index(index, len);
    vm.heap.count_bytes(size_of::<Value>());
    items_mut(vm, id).insert(place, args[2]);
    Ok(Value::None)
}

/// An index counted from the end if negative, moved into `0..=len`.
pub(crate) fn clamp_index(index: i64, len: usize) -> usize {
    if index < 0 {
        len.saturating_sub(usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX))
    } else {
        usize::try_from(index).unwrap_or(usize::MAX).min(len)
    }
}

fn pop(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = list_id(vm, args[0])?;
    let index = match args[1] {
        Value::Unbound => -1,
        index => vm.to_index(index)?,
    };
    let list = items_mut(vm, id);
    if list.is_empty() {
        return Err(vm.index_error("pop from empty list"));
    }
    if index == -1
        && let Some(item) = list.pop()
    {
        return Ok(item);
    }
    let len = i64::try_from(list.len()).unwrap_or(i64::MAX);
    let index = if index < 0 { index + len } else { index };
    if index < 0 || index >= len {
        return Err(vm.index_error("pop index out of range"));
    }
    Ok(list.remove(usize::try_from(index).unwrap_or(0)))
}

fn remove(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = list_id(vm, args[0])?;
    match vm.find_item(id, args[1], 0, usize::MAX)? {
        Some(index) if index < items(vm, id).len() => {
            items_mut(vm, id).remove(index);
            Ok(Value::None)
        }
        _ => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

impl Vm {
    /// `list.extend(iterable)`
    ///
    /// # Errors
    ///
    /// `TypeError` if it isn't iterable; what iterating raises.
    pub fn list_extend(&mut self, list: ObjId, iterable: Value) -> PyResult<()> {
        let new = self.collect_sized(iterable)?;
        self.check_heap(size_of_val(&new[..]))?;
        items_mut(self, list).extend(new);
        Ok(())
    }

    /// `sequence.index(value, start, stop)` of a list or tuple.
    ///
    /// # Errors
    ///
    /// `ValueError` with `absent` if it isn't there.
    pub(crate) fn sequence_search(&mut self, args: &[Value], absent: &str) -> PyResult {
        let len = self.len_of_layout(args[0]).unwrap_or(0);
        let bound = |vm: &mut Self, value: Value, default: usize| match value {
            Value::Unbound => Ok(default),
            other => {
                if !vm.is_index(other) {
                    let text = "slice indices must be integers or have an __index__ method";
                    return Err(vm.type_error(text));
                }
                let index = vm.to_index_clamped(other)?;
                Ok(if index < 0 {
                    clamp_index(index, len)
                } else {
                    usize::try_from(index).unwrap_or(usize::MAX)
                })
            }
        };
        let start = bound(self, args[2], 0)?;
        let stop = bound(self, args[3], usize::MAX)?;
        let Value::Obj(id) = args[0] else {
            return Err(self.value_error(absent));
        };
        match self.find_item(id, args[1], start, stop)? {
            Some(index) => Ok(crate::vm::int_of_len(index)),
            None => Err(self.value_error(absent)),
        }
    }

    /// How often a value is in a list or tuple.
    ///
    /// # Errors
    ///
    /// What comparing raises.
    pub(crate) fn sequence_count(&mut self, sequence: Value, value: Value) -> PyResult {
        let Value::Obj(id) = sequence else {
            return Ok(Value::Int(0));
        };
        let mut n = 0;
        let mut from = 0;
        while let Some(index) = self.find_item(id, value, from, usize::MAX)? {
            n += 1;
            from = index + 1;
        }
        Ok(Value::Int(n))
    }

    /// `list[slice] = value`
    ///
    /// # Errors
    ///
    /// `TypeError` if the value isn't iterable, `ValueError` if an extended slice has another size.
    pub(crate) fn list_assign_slice(
        &mut self,
        list: ObjId,
        slice: Value,
        value: Value,
    ) -> PyResult<()> {
        if !self.is_iterable(value) {
            return Err(self.type_error("must assign iterable to extended slice"));
        }
        let new = self.collect(value)?;
        let len = items(self, list).len();
        let indices = self.slice_indices(slice, len)?;
        if let (start, stop, 1) = indices {
            let start = usize::try_from(start).unwrap_or(0);
            let stop = usize::try_from(stop).unwrap_or(0).max(start);
            self.check_heap(size_of_val(&new[..]))?;
            items_mut(self, list).splice(start..stop, new);
            return Ok(());
        }
        let places: Vec<usize> = picked(indices).collect();
        if places.len() != new.len() {
            let (n, places) = (new.len(), places.len());
            return Err(self.value_error(format_args!(
                "attempt to assign sequence of size {n} to extended slice of size {places}"
            )));
        }
        for (place, item) in places.into_iter().zip(new) {
            items_mut(self, list)[place] = item;
        }
        Ok(())
    }

    /// `del list[slice]`
    ///
    /// # Errors
    ///
    /// As `slice_indices`.
    pub(crate) fn list_delete_slice(&mut self, list: ObjId, slice: Value) -> PyResult<()> {
        let len = items(self, list).len();
        let indices = self.slice_indices(slice, len)?;
        let mut places: Vec<usize> = picked(indices).collect();
        if places.first() > places.last() {
            places.reverse();
        }
        let mut places = places.into_iter().peekable();
        let mut index = 0;
        items_mut(self, list).retain(|_| {
            let is_picked = places.next_if_eq(&index).is_some();
            index += 1;
            !is_picked
        });
        Ok(())
    }

    /// `bytearray[slice] = value`
    ///
    /// # Errors
    ///
    /// `TypeError` if the value isn't bytes, `ValueError` if an extended slice has another size.
    pub(crate) fn bytearray_assign_slice(
        &mut self,
        array: ObjId,
        slice: Value,
        value: Value,
    ) -> PyResult<()> {
        let new: Vec<u8> = match self.heap.object(value) {
            Some(Object::Bytes(bytes)) => bytes.to_vec(),
            Some(Object::ByteArray(bytes)) => bytes.clone(),
            _ => {
                if !self.is_iterable(value) {
                    return Err(self.type_error(
                        "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
                    ));
                }
                let mut new = Vec::new();
                for item in self.collect(value)? {
                    match u8::try_from(self.to_index_clamped(item)?) {
                        Ok(byte) => new.push(byte),
                        Err(_) => {
                            return Err(self.value_error("byte must be in range(0, 256)"));
                        }
                    }
                }
                new
            }
        };
        let len = self.len_of_layout(Value::Obj(array)).unwrap_or(0);
        let indices = self.slice_indices(slice, len)?;
        let places: Vec<usize> = picked(indices).collect();
        if indices.2 != 1 && places.len() != new.len() && !new.is_empty() {
            let (n, places) = (new.len(), places.len());
            return Err(self.value_error(format_args!(
                "attempt to assign bytes of size {n} to extended slice of size {places}"
            )));
        }
        self.check_heap(new.len())?;
        let Object::ByteArray(bytes) = self.heap.get_mut(array) else {
            unreachable!("the caller has seen the layout")
        };
        if let (start, stop, 1) = indices {
            let start = usize::try_from(start).unwrap_or(0);
            let stop = usize::try_from(stop).unwrap_or(0).max(start);
            bytes.splice(start..stop, new);
        } else if new.is_empty() {
            let mut index = 0;
            bytes.retain(|_| {
                index += 1;
                !places.contains(&(index - 1))
            });
        } else {
            for (place, byte) in places.into_iter().zip(new) {
                bytes[place] = byte;
            }
        }
        Ok(())
    }

    /// How often a sequence is to be repeated: at least 0; `None` if the operand is no integer.
    ///
    /// # Errors
    ///
    /// `OverflowError` if it is beyond 64 bits, `MemoryError` if the result would be too large.
    pub(crate) fn repetitions(
        &mut self,
        len: usize,
        item_bytes: usize,
        times: Value,
    ) -> PyResult<Option<usize>> {
        let times = match times {
            Value::Int(times) => times,
            Value::Bool(times) => i64::from(times.get()),
            Value::Obj(_) => {
                if self.to_bigint(times).is_none()
                    && self.lookup_special(times, "__index__").is_none()
                {
                    return Ok(None);
                }
                let whole = self.whole(times)?;
                match self.big(whole).to_i64() {
                    Some(times) => times,
                    None => {
                        return Err(
                            self.overflow_error("cannot fit 'int' into an index-sized integer")
                        );
                    }
                }
            }
            _ => return Ok(None),
        };
        let times = usize::try_from(times).unwrap_or(0);
        let bytes = len.saturating_mul(item_bytes).saturating_mul(times);
        if bytes > self.options.heap_bytes_max {
            return Err(self.raise(classes::MEMORY_ERROR, ""));
        }
        Ok(Some(times))
    }
}

/// `+` and `*` where an operand is a list; `None` is `NotImplemented`.
///
/// # Errors
///
/// `TypeError` where CPython's slots raise it themselves.
pub(crate) fn binary(
    vm: &mut Vm,
    op: BinaryOp,
    a: Value,
    b: Value,
    in_place: bool,
) -> PyResult<Option<Value>> {
    let list_of = |vm: &Vm, value: Value| match (value, vm.heap.object(value)) {
        (Value::Obj(id), Some(Object::List(_))) => Some(id),
        _ => None,
    };
    match (op, list_of(vm, a), list_of(vm, b)) {
        (BinaryOp::Add, Some(list), _) if in_place => {
            vm.list_extend(list, b)?;
            Ok(Some(a))
        }
        (BinaryOp::Add, Some(x), Some(y)) => {
            let joined = [items(vm, x), items(vm, y)].concat();
            vm.check_heap(0)?;
            Ok(Some(vm.heap.new_list(joined)))
        }
        (BinaryOp::Mul, Some(list), _) => {
            let len = items(vm, list).len();
            let Some(times) = vm.repetitions(len, size_of::<Value>(), b)? else {
                return Ok(None);
            };
            let repeated = items(vm, list).repeat(times);
            if in_place {
                vm.check_heap(size_of_val(&repeated[..]))?;
                *items_mut(vm, list) = repeated;
                return Ok(Some(a));
            }
            Ok(Some(vm.heap.new_list(repeated)))
        }
        (BinaryOp::Mul, None, Some(_)) => binary(vm, op, b, a, false),
        _ => Ok(None),
    }
}
