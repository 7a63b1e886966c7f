//! The engine's iterators, and the built-in classes that are iterators: `enumerate`, `zip`, `map`,
//! `filter`, `reversed`.

use crate::bigint::BigInt;

use crate::native::{Flow, NativeDef, NativeKind, PyResult};
use crate::object::{DictPart, Iter, ObjId, Object, Value, classes};
use crate::vm::{Vm, int_of_len};

/// As how many items the call of a function counts, where the items are bounded.
const CALL_ITEMS: u64 = 16;

/// The classes of the engine's iterators.
pub(crate) const CLASSES: &[ObjId] = &[
    classes::LIST_ITERATOR,
    classes::LIST_REVERSE_ITERATOR,
    classes::TUPLE_ITERATOR,
    classes::STR_ITERATOR,
    classes::STR_ASCII_ITERATOR,
    classes::BYTES_ITERATOR,
    classes::RANGE_ITERATOR,
    classes::LONG_RANGE_ITERATOR,
    classes::DICT_KEY_ITERATOR,
    classes::DICT_VALUE_ITERATOR,
    classes::DICT_ITEM_ITERATOR,
    classes::DICT_REVERSE_KEY_ITERATOR,
    classes::DICT_REVERSE_VALUE_ITERATOR,
    classes::DICT_REVERSE_ITEM_ITERATOR,
    classes::SET_ITERATOR,
    classes::SEQUENCE_ITERATOR,
    classes::REVERSED,
    classes::CALLABLE_ITERATOR,
    classes::ENUMERATE,
    classes::ZIP,
    classes::MAP,
    classes::FILTER,
];

/// What every iterator of the engine has.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__iter__", "self, /", |_, args| Ok(args[0])),
    NativeDef::new("__next__", "self, /", |vm, args| {
        match vm.next(args[0])? {
            Some(item) => Ok(item),
            None => Err(vm.stop_iteration(Value::None)),
        }
    }),
];

/// What iterators of known length have besides.
pub(crate) static LENGTH_HINT: &[NativeDef] =
    &[NativeDef::new("__length_hint__", "self, /", |vm, args| {
        Ok(int_of_len(length_hint(vm, args[0])))
    })];

pub(crate) static ENUMERATE: &[NativeDef] =
    &[
        NativeDef::new("__new__", "cls, iterable, start?", |vm, args| {
            let index = match args[2] {
                Value::Unbound => Value::Int(0),
                start => vm.whole(start)?,
            };
            let iter = vm.iter(args[1])?;
            new_iterator(vm, args[0], Iter::Enumerate { iter, index })
        })
        .kind(NativeKind::Static),
    ];

pub(crate) static ZIP: &[NativeDef] =
    &[
        NativeDef::new("__new__", "cls, /, *iterables, strict?", |vm, args| {
            let strict = !args[1].is_unbound() && vm.is_true(args[1])?;
            let iters = iters_of(vm, &args[2..])?;
            new_iterator(vm, args[0], Iter::Zip { iters, strict })
        })
        .kind(NativeKind::Static),
    ];

pub(crate) static MAP: &[NativeDef] =
    &[
        NativeDef::new("__new__", "cls, /, *args, strict?", |vm, args| {
            let [function, ref iterables @ ..] = args[2..] else {
                return Err(vm.type_error("map() must have at least two arguments."));
            };
            if iterables.is_empty() {
                return Err(vm.type_error("map() must have at least two arguments."));
            }
            let strict = !args[1].is_unbound() && vm.is_true(args[1])?;
            let iters = iters_of(vm, iterables)?;
            let iter = Iter::Map {
                function,
                iters,
                strict,
            };
            new_iterator(vm, args[0], iter)
        })
        .kind(NativeKind::Static),
    ];

pub(crate) static FILTER: &[NativeDef] =
    &[
        NativeDef::new("__new__", "cls, function, iterable, /", |vm, args| {
            let iter = vm.iter(args[2])?;
            let function = args[1];
            new_iterator(vm, args[0], Iter::Filter { function, iter })
        })
        .kind(NativeKind::Static),
    ];

pub(crate) static REVERSED: &[NativeDef] =
    &[NativeDef::flow("__new__", "cls, sequence, /", |vm, args| {
        reversed_flow(vm, args[1])
    })
    .kind(NativeKind::Static)];

#[expect(clippy::unnecessary_wraps, reason = "it is what its callers return")]
fn new_iterator(vm: &mut Vm, class: Value, iter: Iter) -> PyResult {
    let class = class.obj().unwrap_or(classes::ENUMERATE);
    Ok(vm.heap.new_iter(class, iter))
}

fn iters_of(vm: &mut Vm, iterables: &[Value]) -> PyResult<Vec<Value>> {
    iterables.iter().map(|&value| vm.iter(value)).collect()
}

fn reversed_flow(vm: &mut Vm, value: Value) -> PyResult<Flow> {
    match vm.lookup_special(value, "__reversed__") {
        Some(Value::None) => {}
        Some(_) => {
            if let Some(flow) = vm.special_flow(value, "__reversed__", &[])? {
                return Ok(flow);
            }
        }
        None => {
            let is_sequence = vm.lookup_special(value, "__getitem__").is_some();
            let is_dict = matches!(vm.heap.object(value), Some(Object::Dict(_)));
            if is_sequence && !is_dict {
                let length = i64::try_from(vm.length(value)?).unwrap_or(i64::MAX);
                let iter = Iter::SequenceReversed {
                    object: value,
                    index: length - 1,
                };
                return Ok(Flow::Return(vm.heap.new_iter(classes::REVERSED, iter)));
            }
        }
    }
    let name = vm.type_name(value);
    Err(vm.type_error(format_args!("'{name}' object is not reversible")))
}

/// How many items are left, as far as that is known without asking.
pub(crate) fn length_hint(vm: &Vm, iter: Value) -> usize {
    let Some(Object::Iterator(iter)) = vm.heap.object(iter) else {
        return 0;
    };
    let len = |id: ObjId| vm.len_of_layout(Value::Obj(id)).unwrap_or(0);
    match &**iter {
        Iter::List { list, index } => len(*list).saturating_sub(*index),
        Iter::ListReversed { list, index } if *index <= len(*list) => *index,
        Iter::Tuple { items, index } => items.len().saturating_sub(*index),
        Iter::Str { text, offset } => text[*offset..].chars().count(),
        Iter::Bytes { source, index } => len(*source).saturating_sub(*index),
        Iter::Range { left, .. } => usize::try_from(*left).unwrap_or(usize::MAX),
        Iter::Dict {
            dict,
            position,
            len: expected,
            ..
        } => {
            let table = vm.heap.dict(*dict);
            if table.len() != *expected {
                return 0;
            }
            let mut n = 0;
            let mut place = *position;
            while let Some((found, _)) = table.next_from(place) {
                n += 1;
                place = found + 1;
            }
            n
        }
        Iter::DictReversed { dict, position, .. } => {
            let table = vm.heap.dict(*dict);
            let mut n = 0;
            let mut place = *position;
            while let Some((found, _)) = table.previous_from(place) {
                n += 1;
                place = found;
            }
            n
        }
        Iter::Set { set, position, .. } => {
            let table = vm.set_table(*set);
            let mut n = 0;
            let mut place = *position;
            while let Some((found, _, _)) = table.next_from(place) {
                n += 1;
                place = found + 1;
            }
            n
        }
        Iter::SequenceReversed { index, .. } => usize::try_from(*index + 1).unwrap_or(0),
        _ => 0,
    }
}

impl Vm {
    fn iterator_mut(&mut self, id: ObjId) -> &mut Iter {
        match self.heap.get_mut(id) {
            Object::Iterator(iter) => iter,
            _ => unreachable!("expected an iterator"),
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is what its callers return")]
    fn exhaust(&mut self, id: ObjId) -> PyResult<Option<Value>> {
        *self.iterator_mut(id) = Iter::Empty;
        Ok(None)
    }

    /// One step of an `Object::Iterator`.
    ///
    /// # Errors
    ///
    /// What its source raises.
    #[cfg_attr(engine, optimize(speed))]
    pub fn iter_next_native(&mut self, id: ObjId) -> PyResult<Option<Value>> {
        match self.iterator_mut(id) {
            Iter::Empty => Ok(None),
            Iter::List { list, index } => {
                let (list, at) = (*list, *index);
                *index += 1;
                match self.heap.get(list) {
                    Object::List(items) if at < items.len() => Ok(Some(items[at])),
                    _ => self.exhaust(id),
                }
            }
            Iter::Range { next, left, step } => {
                if *left == 0 {
                    return self.exhaust(id);
                }
                let value = *next;
                *left -= 1;
                *next = next.wrapping_add(*step);
                Ok(Some(Value::Int(value)))
            }
            Iter::Tuple { items, index } => {
                let item = items.get(*index).copied();
                *index += 1;
                match item {
                    Some(item) => Ok(Some(item)),
                    None => self.exhaust(id),
                }
            }
            Iter::Str { text, offset } => {
                let Some(char) = text[*offset..].chars().next() else {
                    return self.exhaust(id);
                };
                *offset += char.len_utf8();
                Ok(Some(self.heap.new_str(char.encode_utf8(&mut [0; 4]))))
            }
            Iter::Bytes { source, index } => {
                let (source, at) = (*source, *index);
                *index += 1;
                let byte = match self.heap.get(source) {
                    Object::Bytes(bytes) => bytes.get(at).copied(),
                    Object::ByteArray(bytes) => bytes.get(at).copied(),
                    _ => None,
                };
                match byte {
                    Some(byte) => Ok(Some(Value::Int(i64::from(byte)))),
                    None => self.exhaust(id),
                }
            }
            Iter::ListReversed { list, index } => {
                let (list, at) = (*list, *index);
                *index = at.saturating_sub(1);
                match self.heap.get(list) {
                    Object::List(items) if at > 0 && at <= items.len() => Ok(Some(items[at - 1])),
                    _ => self.exhaust(id),
                }
            }
            Iter::Dict { .. } | Iter::DictReversed { .. } => self.next_of_dict(id),
            Iter::Set { set, position, len } => {
                let (set, at, expected) = (*set, *position, *len);
                if self.set_table(set).len() != expected {
                    *self.iterator_mut(id) = Iter::Empty;
                    return Err(self.runtime_error("Set changed size during iteration"));
                }
                let Some((place, _, key)) = self.set_table(set).next_from(at) else {
                    return self.exhaust(id);
                };
                if let Iter::Set { position, .. } = self.iterator_mut(id) {
                    *position = place + 1;
                }
                Ok(Some(key))
            }
            Iter::LongRange(parts) => {
                let parts = **parts;
                self.next_of_long_range(id, parts)
            }
            Iter::Sequence { object, index } => {
                let (object, at) = (*object, *index);
                *index += 1;
                self.next_of_sequence(id, object, at)
            }
            Iter::SequenceReversed { object, index } => {
                let (object, at) = (*object, *index);
                if at < 0 {
                    return self.exhaust(id);
                }
                *index -= 1;
                self.next_of_sequence(id, object, at)
            }
            Iter::Callable { callable, sentinel } => {
                let (callable, sentinel) = (*callable, *sentinel);
                self.count_items(CALL_ITEMS)?;
                let value = match self.call(callable, &[]) {
                    Ok(value) => value,
                    Err(raised) if self.matches(&raised, classes::STOP_ITERATION) => {
                        return self.exhaust(id);
                    }
                    Err(raised) => return Err(raised),
                };
                if self.equal(value, sentinel)? {
                    return self.exhaust(id);
                }
                Ok(Some(value))
            }
            Iter::Enumerate { iter, index } => {
                let (iter, index) = (*iter, *index);
                let Some(item) = self.next(iter)? else {
                    return Ok(None);
                };
                let next = match index {
                    Value::Int(i) if i < i64::MAX => Value::Int(i + 1),
                    other => {
                        let next = self.big(other) + BigInt::from(1);
                        self.new_int(next)
                    }
                };
                if let Iter::Enumerate { index, .. } = self.iterator_mut(id) {
                    *index = next;
                }
                Ok(Some(self.heap.new_tuple(&[index, item])))
            }
            Iter::Zip { iters, strict } => {
                if iters.is_empty() {
                    return Ok(None);
                }
                let (iters, strict) = (iters.clone(), *strict);
                let row = self.next_row(id, &iters, strict, "zip")?;
                Ok(row.map(|row| self.heap.new_tuple(&row)))
            }
            Iter::Map {
                function,
                iters,
                strict,
            } => {
                if let ([iter], function) = (&iters[..], *function) {
                    let iter = *iter;
                    return match self.next(iter)? {
                        Some(item) => self.call(function, &[item]).map(Some),
                        None => Ok(None),
                    };
                }
                let (function, iters, strict) = (*function, iters.clone(), *strict);
                match self.next_row(id, &iters, strict, "map")? {
                    Some(row) => self.call(function, &row).map(Some),
                    None => Ok(None),
                }
            }
            Iter::Filter { function, iter } => {
                let (function, iter) = (*function, *iter);
                while let Some(item) = self.next(iter)? {
                    let verdict = match function {
                        Value::None => item,
                        function => self.call(function, &[item])?,
                    };
                    if self.is_true(verdict)? {
                        return Ok(Some(item));
                    }
                }
                Ok(None)
            }
        }
    }

    fn next_of_dict(&mut self, id: ObjId) -> PyResult<Option<Value>> {
        let (dict, at, expected, part, is_reversed) = match *self.iterator_mut(id) {
            Iter::Dict {
                dict,
                position,
                len,
                part,
            } => (dict, position, len, part, false),
            Iter::DictReversed {
                dict,
                position,
                len,
                part,
            } => (dict, position, len, part, true),
            _ => return Ok(None),
        };
        let table = self.heap.dict(dict);
        if table.len() != expected {
            if let Iter::Dict { len, .. } | Iter::DictReversed { len, .. } = self.iterator_mut(id) {
                *len = usize::MAX; // a second `next` raises again
            }
            return Err(self.runtime_error("dictionary changed size during iteration"));
        }
        let found = if is_reversed {
            table.previous_from(at)
        } else {
            table.next_from(at)
        };
        let Some((place, entry)) = found else {
            return self.exhaust(id);
        };
        let entry = *entry;
        match self.iterator_mut(id) {
            Iter::Dict { position, .. } => *position = place + 1,
            Iter::DictReversed { position, .. } => *position = place,
            _ => {}
        }
        Ok(Some(match part {
            DictPart::Keys => entry.key,
            DictPart::Values => entry.value,
            DictPart::Items => self.heap.new_tuple(&[entry.key, entry.value]),
        }))
    }

    fn next_of_long_range(&mut self, id: ObjId, parts: [Value; 3]) -> PyResult<Option<Value>> {
        let (next, stop, step) = (self.big(parts[0]), self.big(parts[1]), self.big(parts[2]));
        let is_down = step.sign() == crate::bigint::Sign::Minus;
        if (is_down && next <= stop) || (!is_down && next >= stop) {
            return self.exhaust(id);
        }
        let after = self.new_int(next + step);
        if let Iter::LongRange(parts) = self.iterator_mut(id) {
            parts[0] = after;
        }
        Ok(Some(parts[0]))
    }

    fn next_of_sequence(
        &mut self,
        id: ObjId,
        object: Value,
        index: i64,
    ) -> PyResult<Option<Value>> {
        match self.get_item(object, Value::Int(index)) {
            Ok(item) => Ok(Some(item)),
            Err(raised)
                if self.matches(&raised, classes::INDEX_ERROR)
                    || self.matches(&raised, classes::STOP_ITERATION) =>
            {
                self.exhaust(id)
            }
            Err(raised) => Err(raised),
        }
    }

    /// One item of each iterator; `None` when the first of them ends.
    fn next_row(
        &mut self,
        id: ObjId,
        iters: &[Value],
        strict: bool,
        name: &str,
    ) -> PyResult<Option<Vec<Value>>> {
        let mut row = Vec::with_capacity(iters.len());
        for &iter in iters {
            match self.next(iter)? {
                Some(item) => row.push(item),
                None => break,
            }
        }
        if row.len() == iters.len() {
            return Ok(Some(row));
        }
        if !strict {
            return Ok(None);
        }
        let (longer, word) = if row.is_empty() {
            let mut longer = None;
            for (place, &iter) in iters.iter().enumerate().skip(1) {
                if self.next(iter)?.is_some() {
                    longer = Some(place);
                    break;
                }
            }
            let Some(place) = longer else { return Ok(None) };
            (place, "longer")
        } else {
            (row.len(), "shorter")
        };
        *self.iterator_mut(id) = Iter::Empty;
        let plural = if longer == 1 { " " } else { "s 1-" };
        Err(self.value_error(format_args!(
            "{name}() argument {} is {word} than argument{plural}{longer}",
            longer + 1
        )))
    }
}
