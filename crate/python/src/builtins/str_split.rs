//! `str`: splitting and joining.

use std::rc::Rc;

use super::str_methods::{argument, self_text};
use super::text::{find_space, is_space};
use crate::native::{Flow, NativeDef, PyResult};
use crate::object::{Object, Value};
use crate::vm::Vm;

/// Methods of `str` that split or join.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("split", "self, sep?, maxsplit?", |vm, args| {
        split(vm, args, split_left, split_left_space)
    }),
    NativeDef::new("rsplit", "self, sep?, maxsplit?", |vm, args| {
        split(vm, args, split_right, split_right_space)
    }),
    NativeDef::new("splitlines", "self, keepends?", split_lines),
    NativeDef::new("partition", "self, sep, /", |vm, args| {
        let (text, separator) = partition_arguments(vm, args)?;
        let parts = match loopscope_fast::find(text.as_bytes(), separator.as_bytes()) {
            Some(at) => around(&text, &separator, at),
            None => [&*text, "", ""],
        };
        Ok(tuple(vm, &parts))
    }),
    NativeDef::new("rpartition", "self, sep, /", |vm, args| {
        let (text, separator) = partition_arguments(vm, args)?;
        let parts = match loopscope_fast::find_last(text.as_bytes(), separator.as_bytes()) {
            Some(at) => around(&text, &separator, at),
            None => ["", "", &*text],
        };
        Ok(tuple(vm, &parts))
    }),
    NativeDef::flow("join", "self, iterable, /", join),
];

type SplitBy = for<'a> fn(&'a str, &str, usize) -> Vec<&'a str>;
type SplitSpace = fn(&str, usize) -> Vec<&str>;

fn split(vm: &mut Vm, args: &[Value], by: SplitBy, by_space: SplitSpace) -> PyResult {
    let text = self_text(vm, args[0])?;
    let n_max = match args[2] {
        Value::Unbound => usize::MAX,
        n => usize::try_from(vm.to_index(n)?).unwrap_or(usize::MAX),
    };
    let parts = match args[1] {
        Value::Unbound | Value::None => by_space(&text, n_max),
        separator => {
            let separator = argument(vm, separator, "must be str or None, not")?;
            if separator.is_empty() {
                return Err(vm.value_error("empty separator"));
            }
            let parts = by(&text, &separator, n_max);
            return Ok(list(vm, &parts));
        }
    };
    Ok(list(vm, &parts))
}

fn list(vm: &mut Vm, parts: &[&str]) -> Value {
    let items = parts.iter().map(|part| vm.heap.new_str(part)).collect();
    vm.heap.new_list(items)
}

fn tuple(vm: &mut Vm, parts: &[&str]) -> Value {
    let items: Vec<Value> = parts.iter().map(|part| vm.heap.new_str(part)).collect();
    vm.heap.new_tuple(&items)
}

/// What stands before, at and behind a place where a separator was found.
fn around<'a>(text: &'a str, separator: &str, at: usize) -> [&'a str; 3] {
    let end = at + separator.len();
    [&text[..at], &text[at..end], &text[end..]]
}

fn split_left<'a>(text: &'a str, separator: &str, n_max: usize) -> Vec<&'a str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while parts.len() < n_max
        && let Some(at) = loopscope_fast::find(rest.as_bytes(), separator.as_bytes())
    {
        let [before, _, after] = around(rest, separator, at);
        parts.push(before);
        rest = after;
    }
    parts.push(rest);
    parts
}

fn split_right<'a>(text: &'a str, separator: &str, n_max: usize) -> Vec<&'a str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while parts.len() < n_max
        && let Some(at) = loopscope_fast::find_last(rest.as_bytes(), separator.as_bytes())
    {
        let [before, _, after] = around(rest, separator, at);
        parts.push(after);
        rest = before;
    }
    parts.push(rest);
    parts.reverse();
    parts
}

fn split_left_space(text: &str, n_max: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = find_space(text, 0, false);
    while from < text.len() {
        if parts.len() == n_max {
            // What is left keeps its inner and trailing space but the last run.
            parts.push(&text[from..]);
            break;
        }
        let end = find_space(text, from, true);
        parts.push(&text[from..end]);
        from = find_space(text, end, false);
    }
    parts
}

fn split_right_space(text: &str, n_max: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == n_max {
            parts.push(rest);
            break;
        }
        let start = rest
            .char_indices()
            .rev()
            .find(|(_, c)| is_space(*c))
            .map_or(0, |(offset, c)| offset + c.len_utf8());
        parts.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn split_lines(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = self_text(vm, args[0])?;
    let keeps_ends = match args[1] {
        Value::Unbound => false,
        flag => vm.is_true(flag)?,
    };
    let parts = lines(&text, keeps_ends);
    Ok(list(vm, &parts))
}

/// The lines of a text, with their ends if asked for.
pub(crate) fn lines(text: &str, keeps_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some(end) = rest.find(is_line_end) else {
            lines.push(rest);
            break;
        };
        let after = if rest[end..].starts_with("\r\n") {
            end + 2
        } else {
            end + rest[end..].chars().next().map_or(0, char::len_utf8)
        };
        lines.push(&rest[..if keeps_ends { after } else { end }]);
        rest = &rest[after..];
    }
    lines
}

fn partition_arguments(vm: &mut Vm, args: &[Value]) -> PyResult<(Rc<str>, Rc<str>)> {
    let text = self_text(vm, args[0])?;
    let separator = argument(vm, args[1], "must be str, not")?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    Ok((text, separator))
}

fn join(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    self_text(vm, args[0])?;
    let items = match vm.heap.object(args[1]) {
        Some(Object::List(items)) => items.clone(),
        Some(Object::Tuple(items)) => items.to_vec(),
        _ => {
            if !vm.is_iterable(args[1]) {
                return Err(vm.type_error("can only join an iterable"));
            }
            return vm.collect_flow(args[1], [args[0]; 3], |vm, [separator, ..], items, _| {
                join_items(vm, separator, &items).map(Flow::Return)
            });
        }
    };
    join_items(vm, args[0], &items).map(Flow::Return)
}

fn join_items(vm: &mut Vm, separator: Value, items: &[Value]) -> PyResult {
    let separator = self_text(vm, separator)?;
    let mut len = separator
        .len()
        .saturating_mul(items.len().saturating_sub(1));
    for (index, item) in items.iter().enumerate() {
        match vm.heap.str(*item) {
            Some(string) => len = len.saturating_add(string.text.len()),
            None => {
                let name = vm.type_name(*item);
                return Err(vm.type_error(format_args!(
                    "sequence item {index}: expected str instance, {name} found"
                )));
            }
        }
    }
    vm.check_room(Some(len))?;
    let mut out = String::with_capacity(len);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(&separator);
        }
        if let Some(string) = vm.heap.str(*item) {
            out.push_str(&string.text);
        }
    }
    Ok(vm.heap.new_str(&out))
}

#[cfg(test)]
mod tests {
    use super::{lines, split_left_space, split_right_space};

    #[test]
    fn space_splits_as_in_cpython() {
        assert_eq!(split_left_space(" a b  c ", 1), ["a", "b  c "]);
        assert_eq!(split_right_space(" a b  c ", 1), [" a b", "c"]);
        assert_eq!(split_left_space("  ", 9), [""; 0]);
        assert_eq!(split_right_space("ab c", 9), ["ab", "c"]);
    }

    #[test]
    fn lines_end_where_cpython_ends_them() {
        assert_eq!(lines("a\nb\r\nc\x0bd\u{2028}", false), ["a", "b", "c", "d"]);
        assert_eq!(lines("a\n\nb", true), ["a\n", "\n", "b"]);
    }
}
