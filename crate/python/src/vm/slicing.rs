//! Slices of sequences.

use crate::bigint::Sign;

use super::Vm;
use crate::native::PyResult;
use crate::object::{Object, Value, classes};

impl Vm {
    /// Start, stop and step of a slice for a length, clamped. The step is never 0, the other two
    /// lie in `0..=len`, or in
    /// `-1..len` if the step is negative.
    ///
    /// # Errors
    ///
    /// `TypeError` if a part is neither `None` nor an index, `ValueError` if the step is 0.
    pub fn slice_indices(&mut self, slice: Value, len: usize) -> PyResult<(i64, i64, i64)> {
        let Some(Object::Slice(parts)) = self.heap.object(slice) else {
            unreachable!("the caller has seen that it is a slice")
        };
        let [start, stop, step] = **parts;
        let len = i64::try_from(len).unwrap_or(i64::MAX);
        let step = self.slice_part(step)?.unwrap_or(1);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let step = step.max(-i64::MAX);
        let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
        let clamp = |index: i64| {
            if index < 0 {
                index.saturating_add(len).max(low)
            } else {
                index.min(high)
            }
        };
        let start = self
            .slice_part(start)?
            .map_or(if step < 0 { high } else { low }, clamp);
        let stop = self
            .slice_part(stop)?
            .map_or(if step < 0 { low } else { high }, clamp);
        Ok((start, stop, step))
    }

    /// A part of a slice; huge integers become the nearest 64-bit one.
    fn slice_part(&mut self, part: Value) -> PyResult<Option<i64>> {
        match part {
            Value::None => Ok(None),
            Value::Int(int) => Ok(Some(int)),
            Value::Bool(b) => Ok(Some(i64::from(b.get()))),
            Value::Obj(_) => {
                let value = if self.heap.is_instance(part, classes::INT) {
                    part
                } else {
                    match self.special_flow(part, "__index__", &[])? {
                        Some(flow) => self.finish(flow)?,
                        None => return Err(self.bad_slice_part()),
                    }
                };
                if let Value::Int(int) = value {
                    return Ok(Some(int));
                }
                let Some(big) = self.to_bigint(value) else {
                    return Err(self.bad_slice_part());
                };
                Ok(Some(big.to_i64().unwrap_or(if big.sign() == Sign::Minus {
                    i64::MIN
                } else {
                    i64::MAX
                })))
            }
            _ => Err(self.bad_slice_part()),
        }
    }

    fn bad_slice_part(&mut self) -> crate::native::Raising {
        self.type_error("slice indices must be integers or None or have an __index__ method")
    }

    /// An index into a sequence of `len` items, counted from the end if negative; `None` if out of
    /// range.
    ///
    /// # Errors
    ///
    /// `TypeError` named `what` if the key is no index, `IndexError` if it is beyond 64 bits.
    pub(crate) fn sequence_index(
        &mut self,
        key: Value,
        len: usize,
        bad: &dyn Fn(&str) -> String,
    ) -> PyResult<Option<usize>> {
        let index = match key {
            Value::Int(int) => int,
            Value::Bool(b) => i64::from(b.get()),
            _ => {
                if !self.heap.is_instance(key, classes::INT)
                    && self.lookup_special(key, "__index__").is_none()
                {
                    let name = self.type_name(key);
                    return Err(self.type_error(&bad(&name)));
                }
                match self.to_index(key) {
                    Ok(index) => index,
                    Err(raised) if self.matches(&raised, classes::OVERFLOW_ERROR) => {
                        let name = self.type_name(key);
                        return Err(self.index_error(format_args!(
                            "cannot fit '{name}' into an index-sized integer"
                        )));
                    }
                    Err(raised) => return Err(raised),
                }
            }
        };
        let len = i64::try_from(len).unwrap_or(i64::MAX);
        let index = if index < 0 { index + len } else { index };
        if index < 0 || index >= len {
            return Ok(None);
        }
        Ok(usize::try_from(index).ok())
    }
}

/// The indices that a clamped slice picks.
pub(crate) fn picked((start, stop, step): (i64, i64, i64)) -> impl Iterator<Item = usize> {
    let mut next = start;
    std::iter::from_fn(move || {
        if (step > 0 && next >= stop) || (step < 0 && next <= stop) {
            return None;
        }
        let index = usize::try_from(next).ok()?;
        next = next.saturating_add(step);
        Some(index)
    })
}

/// The items that a clamped slice picks.
pub(crate) fn slice_of<T: Copy>(items: &[T], indices: (i64, i64, i64)) -> Vec<T> {
    if let (start, stop, 1) = indices {
        let start = usize::try_from(start).unwrap_or(0);
        let stop = usize::try_from(stop).unwrap_or(0).max(start);
        return items.get(start..stop).unwrap_or_default().to_vec();
    }
    picked(indices)
        .filter_map(|index| items.get(index).copied())
        .collect()
}
