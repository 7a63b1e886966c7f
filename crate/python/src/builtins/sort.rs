//! Stable sorting that asks nothing but `<`.
//!
//! A run at the start is found as it is and the rest is put in by binary insertion; long lists are
//! cut into such pieces
//! and merged. So the comparisons of short lists come in CPython's order.

use std::cmp::Ordering;

use super::list::{items, items_mut};
use crate::native::{Flow, Input, NativeFrame, PyResult};
use crate::object::{Heap, Marks, ObjId, Object, Truth, Value, classes};
use crate::vm::Vm;
use crate::vm::then::Context;

/// Pieces that are sorted by insertion.
const PIECE_LEN: usize = 64;

/// How deep tuples may nest whose order is found without the machine.
const TUPLE_DEPTH: u32 = 3;

/// An item with what it is sorted by.
type Keyed = (Value, Value);

/// `list.sort(key=key, reverse=reverse)`; ends with `result`.
///
/// # Errors
///
/// What `key` or comparing raises; `ValueError` if the list is changed meanwhile.
pub(crate) fn sort_flow(
    vm: &mut Vm,
    list: ObjId,
    key: Value,
    reverse: Value,
    result: Value,
) -> PyResult<Flow> {
    let is_reverse = !reverse.is_unbound() && vm.is_true(reverse)?;
    // The list looks empty while it is sorted, so that a comparison cannot upset it.
    let values = std::mem::take(items_mut(vm, list));
    let context = [Value::Obj(list), Value::bool(is_reverse), result];
    let saved = values.clone();
    let flow = vm.keys_flow(values, key, context, sort_with_keys);
    match flow {
        Ok(Flow::Enter(keys)) => Ok(Flow::Enter(Box::new(Restoring {
            list,
            saved,
            keys: Some(keys),
        }))),
        Ok(flow) => Ok(flow),
        Err(raised) => {
            if items(vm, list).is_empty() {
                *items_mut(vm, list) = saved;
            }
            Err(raised)
        }
    }
}

/// Finds the keys, and puts the items back into the list if that fails.
#[derive(Clone, Debug)]
struct Restoring {
    list: ObjId,
    saved: Vec<Value>,
    /// The frame that finds the keys and sorts; gone once it runs.
    keys: Option<Box<dyn NativeFrame>>,
}

impl NativeFrame for Restoring {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match input {
            Input::Start | Input::Again => {
                Ok(Flow::Enter(self.keys.take().expect("a frame starts once")))
            }
            Input::Returned(value) | Input::Yielded(value) => Ok(Flow::Return(value)),
            Input::Raised(raised) => {
                if items(vm, self.list).is_empty() {
                    *items_mut(vm, self.list) = std::mem::take(&mut self.saved);
                }
                Err(vm.raising(raised))
            }
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.id(self.list);
        marks.values(&self.saved);
        if let Some(keys) = &self.keys {
            keys.trace(marks);
        }
    }
}

fn sort_with_keys(
    vm: &mut Vm,
    [list, is_reverse, result]: Context,
    values: Vec<Value>,
    keys: Vec<Value>,
) -> PyResult<Flow> {
    let list = list.obj().expect("a list is an object");
    let is_reverse = matches!(is_reverse, Value::Bool(Truth::True));
    let mut keyed: Vec<Keyed> = keys.into_iter().zip(values).collect();
    // Reversed twice, equal items keep their order.
    if is_reverse {
        keyed.reverse();
    }
    let outcome = sort_keyed(vm, &mut keyed);
    if is_reverse {
        keyed.reverse();
    }
    let is_modified = !items(vm, list).is_empty();
    *items_mut(vm, list) = keyed.into_iter().map(|(_, value)| value).collect();
    outcome?;
    if is_modified {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(Flow::Return(result))
}

/// Whether two values are compared with nothing to ask, by [`plain_order`]: both small integers,
/// both floats, both strings, or tuples of such of the same length, `depth` deep at most.
fn are_alike(heap: &Heap, a: Value, b: Value, depth: u32) -> bool {
    match (a, b) {
        (Value::Int(_), Value::Int(_)) => true,
        (Value::Float(a), Value::Float(b)) => !a.get().is_nan() && !b.get().is_nan(),
        (Value::Obj(a), Value::Obj(b)) if heap.class_of(a) == heap.class_of(b) => {
            match (heap.get(a), heap.get(b)) {
                (Object::Str(_), Object::Str(_)) => heap.class_of(a) == classes::STR,
                (Object::Tuple(one), Object::Tuple(other)) => {
                    let mut pairs = one.iter().zip(other.iter());
                    heap.class_of(a) == classes::TUPLE
                        && one.len() == other.len()
                        && depth > 0
                        && pairs.all(|(&a, &b)| are_alike(heap, a, b, depth - 1))
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// The order of values that are alike.
#[cfg_attr(engine, optimize(speed))]
fn plain_order(heap: &Heap, a: Value, b: Value) -> Ordering {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(&b),
        (Value::Float(a), Value::Float(b)) => {
            a.get().partial_cmp(&b.get()).unwrap_or(Ordering::Equal)
        }
        (Value::Obj(a), Value::Obj(b)) => match (heap.get(a), heap.get(b)) {
            (Object::Tuple(one), Object::Tuple(other)) => {
                let pairs = one.iter().zip(other.iter());
                let mut orders = pairs.map(|(&a, &b)| plain_order(heap, a, b));
                orders
                    .find(|&order| order != Ordering::Equal)
                    .unwrap_or(Ordering::Equal)
            }
            _ => heap.text(a).cmp(heap.text(b)),
        },
        _ => Ordering::Equal,
    }
}

/// A number that orders values that are alike as [`plain_order`] does, but for those that have the
/// same: the beginning of a string, or of a tuple.
#[cfg_attr(engine, optimize(speed))]
fn rank(heap: &Heap, value: Value) -> u64 {
    const SIGN: u64 = 1 << 63;
    match value {
        Value::Int(int) => int.cast_unsigned() ^ SIGN,
        Value::Float(float) => {
            let bits = (float.get() + 0.0).to_bits(); // -0.0 is equal to 0.0.
            if bits < SIGN { bits ^ SIGN } else { !bits }
        }
        Value::Obj(id) => match heap.get(id) {
            Object::Tuple(items) => items.first().map_or(0, |&first| rank(heap, first)),
            _ => heap
                .text(id)
                .bytes()
                .chain([0; 8])
                .take(8)
                .fold(0, |rank, byte| rank << 8 | u64::from(byte)),
        },
        _ => 0,
    }
}

/// Sorts what is alike by its ranks.
#[cfg_attr(engine, optimize(speed))]
fn sort_alike(heap: &Heap, keyed: &mut [Keyed]) {
    let ranked = (0_u32..).zip(keyed.iter());
    let mut ranks: Vec<(u64, u32)> = ranked.map(|(i, (key, _))| (rank(heap, *key), i)).collect();
    loopscope_fast::sort_ranks(&mut ranks);
    if matches!(keyed[0].0, Value::Obj(_)) {
        sort_same(heap, keyed, &mut ranks, 0);
    }
    let sorted: Vec<Keyed> = ranks.iter().map(|&(_, i)| keyed[i as usize]).collect();
    keyed.copy_from_slice(&sorted);
}

/// Sorts what has the same rank: tuples that differ behind their first `n_equal + 1` items, which
/// are numbers, by the rank of the next one, and all else by comparing it. One comparison for all
/// kinds: each copy of the standard library's sort is 10 kB of WebAssembly.
#[cfg_attr(engine, optimize(speed))]
fn sort_same(heap: &Heap, keyed: &[Keyed], ranks: &mut [(u64, u32)], n_equal: usize) {
    let key = |place: u32| keyed[place as usize].0;
    for same in ranks.chunk_by_mut(|(a, _), (b, _)| a == b) {
        if same.len() < 2 {
            continue;
        }
        let item = |place: u32, index: usize| match heap.object(key(place)) {
            Some(Object::Tuple(items)) => items.get(index).copied(),
            _ => None,
        };
        let first = same[0].1;
        if let Some(Value::Int(_) | Value::Float(_)) = item(first, n_equal) {
            // Numbers of the same rank are equal.
            if item(first, n_equal + 1).is_some() {
                for (next, place) in same.iter_mut() {
                    *next = item(*place, n_equal + 1).map_or(0, |item| rank(heap, item));
                }
                loopscope_fast::sort_ranks(same);
                sort_same(heap, keyed, same, n_equal + 1);
            }
        } else {
            same.sort_by(|&(_, i), &(_, j)| plain_order(heap, key(i), key(j)));
        }
    }
}

fn sort_keyed(vm: &mut Vm, keyed: &mut [Keyed]) -> PyResult<()> {
    if keyed.len() < 2 {
        return Ok(());
    }
    let mut pairs = keyed.windows(2);
    if pairs.all(|pair| are_alike(&vm.heap, pair[0].0, pair[1].0, TUPLE_DEPTH)) {
        sort_alike(&vm.heap, keyed);
        return Ok(());
    }
    for piece in keyed.chunks_mut(PIECE_LEN) {
        sort_piece(vm, piece)?;
    }
    let mut width = PIECE_LEN;
    while width < keyed.len() {
        let mut start = 0;
        while start + width < keyed.len() {
            let end = (start + 2 * width).min(keyed.len());
            merge(vm, &mut keyed[start..end], width)?;
            start += 2 * width;
        }
        width *= 2;
    }
    Ok(())
}

fn sort_piece(vm: &mut Vm, piece: &mut [Keyed]) -> PyResult<()> {
    if piece.len() < 2 {
        return Ok(());
    }
    let mut sorted = 2;
    if vm.less(piece[1].0, piece[0].0)? {
        while sorted < piece.len() && vm.less(piece[sorted].0, piece[sorted - 1].0)? {
            sorted += 1;
        }
        piece[..sorted].reverse();
    } else {
        while sorted < piece.len() && !vm.less(piece[sorted].0, piece[sorted - 1].0)? {
            sorted += 1;
        }
    }
    for next in sorted..piece.len() {
        let (mut low, mut high) = (0, next);
        while low < high {
            let middle = usize::midpoint(low, high);
            if vm.less(piece[next].0, piece[middle].0)? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        piece[low..=next].rotate_right(1);
    }
    Ok(())
}

/// Merges the two sorted parts of a slice; after an error all items are still there.
fn merge(vm: &mut Vm, both: &mut [Keyed], middle: usize) -> PyResult<()> {
    if !vm.less(both[middle].0, both[middle - 1].0)? {
        return Ok(());
    }
    let source = both.to_vec();
    let (left, right) = source.split_at(middle);
    let (mut from_left, mut from_right) = (0, 0);
    for place in 0..both.len() {
        let take_right = from_left == left.len()
            || (from_right < right.len()
                && match vm.less(right[from_right].0, left[from_left].0) {
                    Ok(less) => less,
                    Err(raised) => {
                        let rest = left[from_left..].iter().chain(&right[from_right..]);
                        both[place..]
                            .iter_mut()
                            .zip(rest)
                            .for_each(|(to, from)| *to = *from);
                        return Err(raised);
                    }
                });
        if take_right {
            both[place] = right[from_right];
            from_right += 1;
        } else {
            both[place] = left[from_left];
            from_left += 1;
        }
    }
    Ok(())
}
