//! `bytes` and `bytearray`: searching and splitting.

use loopscope_fast::{find, find_last};

use super::bytes_methods::{is_space_byte, like, same_kind, this};
use crate::native::{NativeDef, PyResult};
use crate::object::{Object, Value};
use crate::vm::Vm;

/// Methods of `bytes` and `bytearray` that search or split.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("find", "self, sub, start?, end?, /", |vm, args| {
        let found = search(vm, args, find)?;
        Ok(Value::Int(found.unwrap_or(-1)))
    }),
    NativeDef::new("rfind", "self, sub, start?, end?, /", |vm, args| {
        let found = search(vm, args, find_last)?;
        Ok(Value::Int(found.unwrap_or(-1)))
    }),
    NativeDef::new("index", "self, sub, start?, end?, /", |vm, args| {
        let found = search(vm, args, find)?;
        found
            .map(Value::Int)
            .ok_or_else(|| vm.value_error("subsection not found"))
    }),
    NativeDef::new("rindex", "self, sub, start?, end?, /", |vm, args| {
        let found = search(vm, args, find_last)?;
        found
            .map(Value::Int)
            .ok_or_else(|| vm.value_error("subsection not found"))
    }),
    NativeDef::new("count", "self, sub, start?, end?, /", |vm, args| {
        let (bytes, sub) = (this(vm, args)?, needle(vm, args[1])?);
        let (start, end) = vm.search_range(bytes.len(), args[2], args[3])?;
        let n = match bytes.get(start..end) {
            None => 0,
            Some(part) if sub.is_empty() => part.len() + 1,
            Some(part) => split(part, &sub, usize::MAX).len() - 1,
        };
        Ok(int(n))
    }),
    NativeDef::new("startswith", "self, prefix, start?, end?, /", |vm, args| {
        affix(vm, args, "startswith", |part, affix| {
            part.starts_with(affix)
        })
    }),
    NativeDef::new("endswith", "self, suffix, start?, end?, /", |vm, args| {
        affix(vm, args, "endswith", |part, affix| part.ends_with(affix))
    }),
    NativeDef::new("split", "self, sep?, maxsplit?", |vm, args| {
        split_method(vm, args, split, split_space)
    }),
    NativeDef::new("rsplit", "self, sep?, maxsplit?", |vm, args| {
        split_method(vm, args, split_last, split_space_last)
    }),
    NativeDef::new("splitlines", "self, keepends?", |vm, args| {
        let bytes = this(vm, args)?;
        let keeps_ends = match args[1] {
            Value::Unbound => false,
            flag => vm.is_true(flag)?,
        };
        let parts = lines(&bytes, keeps_ends);
        Ok(list(vm, args[0], &parts))
    }),
    NativeDef::new("partition", "self, sep, /", |vm, args| {
        let (bytes, separator) = partition_arguments(vm, args)?;
        let parts = match find(&bytes, &separator) {
            Some(at) => [&bytes[..at], &separator, &bytes[at + separator.len()..]],
            None => [&bytes[..], &[], &[]],
        };
        let items = parts.map(|part| same_kind(vm, args[0], part));
        Ok(vm.heap.new_tuple(&items))
    }),
    NativeDef::new("rpartition", "self, sep, /", |vm, args| {
        let (bytes, separator) = partition_arguments(vm, args)?;
        let parts = match find_last(&bytes, &separator) {
            Some(at) => [&bytes[..at], &separator, &bytes[at + separator.len()..]],
            None => [&[], &[], &bytes[..]],
        };
        let items = parts.map(|part| same_kind(vm, args[0], part));
        Ok(vm.heap.new_tuple(&items))
    }),
];

fn int(n: usize) -> Value {
    Value::Int(i64::try_from(n).expect("the memory cap is far below"))
}

fn list(vm: &mut Vm, like: Value, parts: &[&[u8]]) -> Value {
    let items = parts.iter().map(|part| same_kind(vm, like, part)).collect();
    vm.heap.new_list(items)
}

/// What is searched for: bytes, or one byte as an integer.
fn needle(vm: &mut Vm, value: Value) -> PyResult<Vec<u8>> {
    if let Some(bytes) = vm.bytes_of(value) {
        return Ok(bytes.to_vec());
    }
    if !vm.is_index(value) {
        let name = vm.type_name(value);
        return Err(vm.type_error(format_args!(
            "argument should be integer or bytes-like object, not '{name}'"
        )));
    }
    match u8::try_from(vm.to_index_clamped(value)?) {
        Ok(byte) => Ok(vec![byte]),
        Err(_) => Err(vm.value_error("byte must be in range(0, 256)")),
    }
}

fn search(
    vm: &mut Vm,
    args: &[Value],
    find: fn(&[u8], &[u8]) -> Option<usize>,
) -> PyResult<Option<i64>> {
    let (bytes, sub) = (this(vm, args)?, needle(vm, args[1])?);
    let (start, end) = vm.search_range(bytes.len(), args[2], args[3])?;
    let found = bytes.get(start..end).and_then(|part| find(part, &sub));
    Ok(found.and_then(|at| i64::try_from(start + at).ok()))
}

fn affix(vm: &mut Vm, args: &[Value], name: &str, test: fn(&[u8], &[u8]) -> bool) -> PyResult {
    let bytes = this(vm, args)?;
    let candidates = match vm.heap.object(args[1]) {
        Some(Object::Tuple(items)) => items.to_vec(),
        _ if vm.bytes_of(args[1]).is_some() => vec![args[1]],
        _ => {
            let class = vm.type_name(args[1]);
            return Err(vm.type_error(format_args!(
                "{name} first arg must be bytes or a tuple of bytes, not {class}"
            )));
        }
    };
    let (start, end) = vm.search_range(bytes.len(), args[2], args[3])?;
    for candidate in candidates {
        let candidate = like(vm, candidate)?;
        if bytes
            .get(start..end)
            .is_some_and(|part| test(part, &candidate))
        {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

type SplitBy = for<'a> fn(&'a [u8], &[u8], usize) -> Vec<&'a [u8]>;
type SplitSpace = fn(&[u8], usize) -> Vec<&[u8]>;

fn split_method(vm: &mut Vm, args: &[Value], by: SplitBy, by_space: SplitSpace) -> PyResult {
    let bytes = this(vm, args)?;
    let n_max = match args[2] {
        Value::Unbound => usize::MAX,
        n => usize::try_from(vm.to_index(n)?).unwrap_or(usize::MAX),
    };
    if matches!(args[1], Value::Unbound | Value::None) {
        let parts = by_space(&bytes, n_max);
        return Ok(list(vm, args[0], &parts));
    }
    let separator = like(vm, args[1])?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let parts = by(&bytes, &separator, n_max);
    Ok(list(vm, args[0], &parts))
}

fn split<'a>(bytes: &'a [u8], separator: &[u8], n_max: usize) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while parts.len() < n_max {
        let Some(at) = find(rest, separator) else {
            break;
        };
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest);
    parts
}

fn split_last<'a>(bytes: &'a [u8], separator: &[u8], n_max: usize) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while parts.len() < n_max {
        let Some(at) = find_last(rest, separator) else {
            break;
        };
        parts.push(&rest[at + separator.len()..]);
        rest = &rest[..at];
    }
    parts.push(rest);
    parts.reverse();
    parts
}

fn trim_start(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|byte| !is_space_byte(byte));
    &bytes[start.unwrap_or(bytes.len())..]
}

fn trim_end(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| !is_space_byte(byte));
    &bytes[..end.map_or(0, |last| last + 1)]
}

fn split_space(bytes: &[u8], n_max: usize) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = trim_start(bytes);
    while !rest.is_empty() {
        if parts.len() == n_max {
            parts.push(rest);
            break;
        }
        let end = rest.iter().position(is_space_byte).unwrap_or(rest.len());
        parts.push(&rest[..end]);
        rest = trim_start(&rest[end..]);
    }
    parts
}

fn split_space_last(bytes: &[u8], n_max: usize) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = trim_end(bytes);
    while !rest.is_empty() {
        if parts.len() == n_max {
            parts.push(rest);
            break;
        }
        let start = rest.iter().rposition(is_space_byte).map_or(0, |at| at + 1);
        parts.push(&rest[start..]);
        rest = trim_end(&rest[..start]);
    }
    parts.reverse();
    parts
}

fn lines(bytes: &[u8], keeps_ends: bool) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            lines.push(rest);
            break;
        };
        let after = if rest[end..].starts_with(b"\r\n") {
            end + 2
        } else {
            end + 1
        };
        lines.push(&rest[..if keeps_ends { after } else { end }]);
        rest = &rest[after..];
    }
    lines
}

fn partition_arguments(vm: &mut Vm, args: &[Value]) -> PyResult<(Vec<u8>, Vec<u8>)> {
    let (bytes, separator) = (this(vm, args)?, like(vm, args[1])?);
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    Ok((bytes, separator))
}

/// Replaces up to `n_max` occurrences; an empty `old` stands before every byte and at the end.
pub(super) fn replace(bytes: &[u8], old: &[u8], new: &[u8], n_max: usize) -> Vec<u8> {
    if !old.is_empty() {
        return split(bytes, old, n_max).join(new);
    }
    let mut out = Vec::new();
    for (index, byte) in bytes.iter().enumerate() {
        if index < n_max {
            out.extend_from_slice(new);
        }
        out.push(*byte);
    }
    if bytes.len() < n_max {
        out.extend_from_slice(new);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{replace, split_space, split_space_last};

    #[test]
    fn bytes_split_and_replace_as_in_cpython() {
        assert_eq!(split_space(b" a b  c ", 1), [&b"a"[..], b"b  c "]);
        assert_eq!(split_space_last(b" a b  c ", 1), [&b" a b"[..], b"c"]);
        assert_eq!(replace(b"abc", b"", b"-", 9), b"-a-b-c-");
        assert_eq!(replace(b"aaa", b"a", b"b", 2), b"bba");
    }
}
