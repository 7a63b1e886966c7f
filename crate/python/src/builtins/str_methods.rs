//! `str`: construction, searching, replacing, stripping and padding.

use std::rc::Rc;

use super::number_methods::constructor;
use super::text::{byte_offset, count_text, is_space, replace_text};
use crate::native::{NativeDef, NativeKind, PyResult};
use crate::object::{Object, Str, Value, classes};
use crate::vm::Vm;

/// Methods of `str`, but for those of its sibling modules.
pub(crate) static METHODS: &[NativeDef] = &[
    constructor("cls, object?, encoding?, errors?", new),
    NativeDef::new("__str__", "self, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        Ok(vm.new_str_of(classes::STR, &text))
    }),
    NativeDef::new("__len__", "self, /", |vm, args| {
        let string = self_str(vm, args[0])?;
        Ok(Value::Int(i64::from(string.n_chars)))
    }),
    NativeDef::new("__getitem__", "self, key, /", |vm, args| {
        self_str(vm, args[0])?;
        let id = args[0].obj().expect("strings are objects");
        let flow = vm.item_of_layout(id, args[1])?;
        vm.finish(flow.expect("strings have items"))
    }),
    NativeDef::new("__iter__", "self, /", |vm, args| {
        let string = self_str(vm, args[0])?;
        let class = if string.is_ascii() {
            classes::STR_ASCII_ITERATOR
        } else {
            classes::STR_ITERATOR
        };
        let iter = crate::object::Iter::Str {
            text: string.text,
            offset: 0,
        };
        Ok(vm.heap.new_iter(class, iter))
    }),
    NativeDef::new("__mod__", "self, value, /", |vm, args| {
        vm.percent(args[0], args[1])
    }),
    NativeDef::new("__contains__", "self, key, /", |vm, args| {
        vm.str_contains(args[0], args[1]).map(Value::bool)
    }),
    NativeDef::new("__add__", "self, value, /", |vm, args| {
        vm.str_concat(args[0], args[1])
    }),
    NativeDef::new("__mul__", "self, value, /", |vm, args| {
        vm.str_repeat(args[0], args[1])
    }),
    NativeDef::new("__rmul__", "self, value, /", |vm, args| {
        vm.str_repeat(args[0], args[1])
    }),
    NativeDef::new("find", "self, sub, start?, end?, /", |vm, args| {
        Ok(Value::Int(
            search(vm, args, "find", Side::Left)?.unwrap_or(-1),
        ))
    }),
    NativeDef::new("rfind", "self, sub, start?, end?, /", |vm, args| {
        Ok(Value::Int(
            search(vm, args, "rfind", Side::Right)?.unwrap_or(-1),
        ))
    }),
    NativeDef::new("index", "self, sub, start?, end?, /", |vm, args| {
        let found = search(vm, args, "index", Side::Left)?;
        found.map(Value::Int).ok_or_else(|| not_found(vm))
    }),
    NativeDef::new("rindex", "self, sub, start?, end?, /", |vm, args| {
        let found = search(vm, args, "rindex", Side::Right)?;
        found.map(Value::Int).ok_or_else(|| not_found(vm))
    }),
    NativeDef::new("count", "self, sub, start?, end?, /", count),
    NativeDef::new("startswith", "self, prefix, start?, end?, /", |vm, args| {
        affix(vm, args, "startswith", |text, affix| {
            text.starts_with(affix)
        })
    }),
    NativeDef::new("endswith", "self, suffix, start?, end?, /", |vm, args| {
        affix(vm, args, "endswith", |text, affix| text.ends_with(affix))
    }),
    NativeDef::new("replace", "self, old, new, /, count?", replace),
    NativeDef::new("strip", "self, chars?, /", |vm, args| {
        strip(vm, args, "strip", true, true)
    }),
    NativeDef::new("lstrip", "self, chars?, /", |vm, args| {
        strip(vm, args, "lstrip", true, false)
    }),
    NativeDef::new("rstrip", "self, chars?, /", |vm, args| {
        strip(vm, args, "rstrip", false, true)
    }),
    NativeDef::new("removeprefix", "self, prefix, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        let affix = argument(vm, args[1], "removeprefix() argument must be str, not")?;
        let rest = text.strip_prefix(&*affix).unwrap_or(&text);
        Ok(vm.heap.new_str(rest))
    }),
    NativeDef::new("removesuffix", "self, suffix, /", |vm, args| {
        let text = self_text(vm, args[0])?;
        let affix = argument(vm, args[1], "removesuffix() argument must be str, not")?;
        let rest = text.strip_suffix(&*affix).unwrap_or(&text);
        Ok(vm.heap.new_str(rest))
    }),
    NativeDef::new("ljust", "self, width, fillchar?, /", |vm, args| {
        justify(vm, args, |n| (0, n))
    }),
    NativeDef::new("rjust", "self, width, fillchar?, /", |vm, args| {
        justify(vm, args, |n| (n, 0))
    }),
    NativeDef::new("center", "self, width, fillchar?, /", center),
    NativeDef::new("zfill", "self, width, /", zfill),
    NativeDef::new("expandtabs", "self, tabsize?", expand_tabs),
    NativeDef::new("translate", "self, table, /", translate),
    NativeDef::new("maketrans", "x, y?, z?, /", make_table).kind(NativeKind::Static),
    NativeDef::new("encode", "self, encoding?, errors?", |vm, args| {
        let text = self_text(vm, args[0])?;
        let bytes = vm.encode(args[0], &text, args[1], args[2])?;
        Ok(vm.new_bytes(&bytes))
    }),
];

/// The string that a method of `str` was called on.
pub(crate) fn self_str(vm: &mut Vm, value: Value) -> PyResult<Str> {
    if let Some(string) = vm.heap.str(value) {
        return Ok(string.clone());
    }
    let name = vm.type_name(value);
    Err(vm.type_error(format_args!(
        "descriptor requires a 'str' object but received a '{name}'"
    )))
}

/// The text that a method of `str` was called on.
pub(crate) fn self_text(vm: &mut Vm, value: Value) -> PyResult<Rc<str>> {
    self_str(vm, value).map(|string| string.text)
}

/// A string argument; `must` is the beginning of the message if it is none.
pub(crate) fn argument(vm: &mut Vm, value: Value, must: &str) -> PyResult<Rc<str>> {
    vm.expect_str(value, |name| format!("{must} {name}"))
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = vm.class_argument(args[0])?;
    if args[2].is_unbound() && args[3].is_unbound() {
        if args[1].is_unbound() {
            return Ok(vm.new_str_of(class, ""));
        }
        if class == classes::STR && vm.heap.type_of(args[1]) == classes::STR {
            return Ok(args[1]);
        }
        let text = vm.str_of(args[1])?;
        return Ok(vm.new_str_of(class, &text));
    }
    for (index, name) in [(2, "encoding"), (3, "errors")] {
        if !args[index].is_unbound() {
            let must = format!("str() argument '{name}' must be str, not");
            argument(vm, args[index], &must)?;
        }
    }
    if vm.heap.str(args[1]).is_some() {
        return Err(vm.type_error("decoding str is not supported"));
    }
    let Some(bytes) = vm.bytes_of(args[1]).map(<[u8]>::to_vec) else {
        let name = vm.type_name(args[1]);
        return Err(vm.type_error(format_args!(
            "decoding to str: need a bytes-like object, {name} found"
        )));
    };
    let text = vm.decode(&bytes, args[2], args[3])?;
    Ok(vm.new_str_of(class, &text))
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

fn not_found(vm: &mut Vm) -> crate::native::Raising {
    vm.value_error("substring not found")
}

impl Vm {
    /// `item in string`
    ///
    /// # Errors
    ///
    /// `TypeError` if the item is no string.
    pub(crate) fn str_contains(&mut self, string: Value, item: Value) -> PyResult<bool> {
        let text = self_text(self, string)?;
        if let Some(item) = self.heap.str(item) {
            return Ok(loopscope_fast::contains(&text, &item.text));
        }
        let name = self.type_name(item);
        Err(self.type_error(format_args!(
            "'in <string>' requires string as left operand, not {name}"
        )))
    }

    /// The ends of a range given as `start` and `end` arguments, fitted to a length as slices are;
    /// the start may lie
    /// behind the end.
    ///
    /// # Errors
    ///
    /// `TypeError` unless they are integers or `None`.
    pub(crate) fn search_range(
        &mut self,
        len: usize,
        start: Value,
        end: Value,
    ) -> PyResult<(usize, usize)> {
        let signed_len = i64::try_from(len).expect("the memory cap is far below");
        let mut fit = |value: Value, default: i64| -> PyResult<i64> {
            if value.is_unbound() || value.is_none() {
                return Ok(default);
            }
            if !self.is_index(value) {
                return Err(self.type_error(
                    "slice indices must be integers or None or have an __index__ method",
                ));
            }
            let index = self.to_index_clamped(value)?;
            Ok(if index < 0 {
                index.saturating_add(signed_len).max(0)
            } else {
                index
            })
        };
        let start = fit(start, 0)?;
        let end = fit(end, signed_len)?.min(signed_len);
        Ok((
            usize::try_from(start).unwrap_or(0),
            usize::try_from(end).unwrap_or(0),
        ))
    }
}

/// The part of a string that `start` and `end` name: byte offset and text; `None` if the start lies
/// behind the end.
fn window(
    vm: &mut Vm,
    string: &Str,
    start: Value,
    end: Value,
) -> PyResult<Option<(usize, usize, usize)>> {
    let (start, end) = vm.search_range(string.n_chars as usize, start, end)?;
    if start > end {
        return Ok(None);
    }
    let (from, to) = (byte_offset(string, start), byte_offset(string, end));
    Ok(Some((start, from, to)))
}

fn search(vm: &mut Vm, args: &[Value], name: &str, side: Side) -> PyResult<Option<i64>> {
    let string = self_str(vm, args[0])?;
    let sub = argument(
        vm,
        args[1],
        &format!("{name}() argument 1 must be str, not"),
    )?;
    let Some((start, from, to)) = window(vm, &string, args[2], args[3])? else {
        return Ok(None);
    };
    let part = &string.text[from..to];
    let found = match side {
        Side::Left => loopscope_fast::find(part.as_bytes(), sub.as_bytes()),
        Side::Right => loopscope_fast::find_last(part.as_bytes(), sub.as_bytes()),
    };
    Ok(found.map(|offset| {
        let n_chars = if string.is_ascii() {
            offset
        } else {
            part[..offset].chars().count()
        };
        i64::try_from(start + n_chars).expect("the memory cap is far below")
    }))
}

fn count(vm: &mut Vm, args: &[Value]) -> PyResult {
    let string = self_str(vm, args[0])?;
    let sub = argument(vm, args[1], "count() argument 1 must be str, not")?;
    let n = match window(vm, &string, args[2], args[3])? {
        None => 0,
        Some((_, from, to)) if sub.is_empty() => string.text[from..to].chars().count() + 1,
        Some((_, from, to)) => count_text(&string.text[from..to], &sub, usize::MAX),
    };
    Ok(Value::Int(
        i64::try_from(n).expect("the memory cap is far below"),
    ))
}

fn affix(vm: &mut Vm, args: &[Value], name: &str, test: fn(&str, &str) -> bool) -> PyResult {
    let string = self_str(vm, args[0])?;
    let candidates: Rc<[Value]> = match vm.heap.object(args[1]) {
        Some(Object::Tuple(items)) => Rc::clone(items),
        Some(Object::Str(_)) => [args[1]].into(),
        _ => {
            let class = vm.type_name(args[1]);
            return Err(vm.type_error(format_args!(
                "{name} first arg must be str or a tuple of str, not {class}"
            )));
        }
    };
    let part = window(vm, &string, args[2], args[3])?.map(|(_, from, to)| &string.text[from..to]);
    for &candidate in candidates.iter() {
        let must = format!("tuple for {name} must only contain str, not");
        let candidate = argument(vm, candidate, &must)?;
        if part.is_some_and(|part| test(part, &candidate)) {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

/// Inserts a text before each of the first `n` characters, and behind the last one.
fn insert_between(text: &str, new: &str, n: usize) -> String {
    let mut out = String::new();
    let ends = text.chars().map(Some).chain([None]);
    for (place, c) in ends.enumerate() {
        if place < n {
            out.push_str(new);
        }
        out.extend(c);
    }
    out
}

fn replace(vm: &mut Vm, args: &[Value]) -> PyResult {
    let string = self_str(vm, args[0])?;
    let old = argument(vm, args[1], "replace() argument 1 must be str, not")?;
    let new = argument(vm, args[2], "replace() argument 2 must be str, not")?;
    let n_max = match args[3] {
        Value::Unbound => usize::MAX,
        n => usize::try_from(vm.to_index(n)?).unwrap_or(usize::MAX),
    };
    let text = &*string.text;
    let n_found = if old.is_empty() {
        (string.n_chars as usize + 1).min(n_max)
    } else {
        count_text(text, &old, n_max)
    };
    if n_found == 0 && vm.is_exact_str(args[0]) {
        return Ok(args[0]);
    }
    let grown = n_found.checked_mul(new.len().saturating_sub(old.len()));
    vm.check_room(grown.and_then(|grown| grown.checked_add(text.len())))?;
    let replaced = if old.is_empty() {
        insert_between(text, &new, n_found)
    } else {
        replace_text(text, &old, &new, n_found)
    };
    Ok(vm.heap.new_str(&replaced))
}

fn strip(vm: &mut Vm, args: &[Value], name: &str, left: bool, right: bool) -> PyResult {
    let text = self_text(vm, args[0])?;
    let set = match args[1] {
        Value::Unbound | Value::None => None,
        chars => Some(vm.expect_str(chars, |_| format!("{name} arg must be None or str"))?),
    };
    let is_stripped = |c: char| match &set {
        Some(set) => set.chars().any(|known| known == c),
        None => is_space(c),
    };
    let mut rest = &*text;
    if left {
        rest = rest.trim_start_matches(is_stripped);
    }
    if right {
        rest = rest.trim_end_matches(is_stripped);
    }
    if rest.len() == text.len() && vm.is_exact_str(args[0]) {
        return Ok(args[0]);
    }
    Ok(vm.heap.new_str(rest))
}

fn fill_character(vm: &mut Vm, value: Value) -> PyResult<char> {
    if value.is_unbound() {
        return Ok(' ');
    }
    let text = argument(
        vm,
        value,
        "The fill character must be a unicode character, not",
    )?;
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(vm.type_error("The fill character must be exactly one character long")),
    }
}

/// Pads to a width; `split` says how many of the missing characters go left and right.
fn justify(vm: &mut Vm, args: &[Value], split: fn(usize) -> (usize, usize)) -> PyResult {
    let string = self_str(vm, args[0])?;
    let width = usize::try_from(vm.to_index(args[1])?).unwrap_or(0);
    let fill = fill_character(vm, args[2])?;
    let missing = width.saturating_sub(string.n_chars as usize);
    if missing == 0 && vm.is_exact_str(args[0]) {
        return Ok(args[0]);
    }
    vm.check_room(missing.checked_mul(fill.len_utf8()))?;
    let (left, right) = split(missing);
    let mut out = String::with_capacity(string.text.len() + missing * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(&string.text);
    out.extend(std::iter::repeat_n(fill, right));
    Ok(vm.heap.new_str(&out))
}

fn center(vm: &mut Vm, args: &[Value]) -> PyResult {
    // CPython puts the odd character left if the width is odd, else right.
    let width = vm.to_index(args[1])?;
    if width % 2 != 0 {
        justify(vm, args, |n| (n / 2 + n % 2, n / 2))
    } else {
        justify(vm, args, |n| (n / 2, n - n / 2))
    }
}

fn zfill(vm: &mut Vm, args: &[Value]) -> PyResult {
    let string = self_str(vm, args[0])?;
    let width = usize::try_from(vm.to_index(args[1])?).unwrap_or(0);
    let missing = width.saturating_sub(string.n_chars as usize);
    vm.check_room(Some(missing))?;
    let n_sign = usize::from(string.text.starts_with(['+', '-']));
    let (sign, digits) = string.text.split_at(n_sign);
    let text = format!("{sign}{}{digits}", "0".repeat(missing));
    Ok(vm.heap.new_str(&text))
}

fn expand_tabs(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = self_text(vm, args[0])?;
    let size = match args[1] {
        Value::Unbound => 8,
        size => usize::try_from(vm.to_index(size)?).unwrap_or(0),
    };
    let n_tabs = text.matches('\t').count();
    vm.check_room(n_tabs.checked_mul(size))?;
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let n = if size == 0 { 0 } else { size - column % size };
                out.extend(std::iter::repeat_n(' ', n));
                column += n;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    Ok(vm.heap.new_str(&out))
}

fn translate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = self_text(vm, args[0])?;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let key = Value::Int(i64::from(u32::from(c)));
        let found = match vm.get_item(args[1], key) {
            Ok(found) => found,
            Err(raised) if vm.matches(&raised, classes::LOOKUP_ERROR) => {
                out.push(c);
                continue;
            }
            Err(raised) => return Err(raised),
        };
        if found.is_none() {
            continue;
        }
        if let Some(string) = vm.heap.str(found) {
            out.push_str(&string.text);
            continue;
        }
        match vm.number(found) {
            Some(super::number::Num::Int(code)) => {
                match u32::try_from(code).ok().and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => {
                        return Err(vm.value_error("character mapping must be in range(0x110000)"));
                    }
                }
            }
            _ => {
                return Err(vm.type_error("character mapping must return integer, None or str"));
            }
        }
    }
    Ok(vm.heap.new_str(&out))
}

fn make_table(vm: &mut Vm, args: &[Value]) -> PyResult {
    let table = vm.heap.new_dict(crate::object::Dict::default());
    let table_id = table.obj().expect("dicts are objects");
    let code = |c: char| Value::Int(i64::from(u32::from(c)));
    if args[1].is_unbound() {
        let Some(Object::Dict(dict)) = vm.heap.object(args[0]) else {
            return Err(
                vm.type_error("if you give only one argument to maketrans it must be a dict")
            );
        };
        let entries: Vec<(Value, Value)> = dict.iter().map(|e| (e.key, e.value)).collect();
        for (key, value) in entries {
            let key = match vm.heap.str(key) {
                Some(string) if string.n_chars == 1 => {
                    code(string.text.chars().next().expect("one character"))
                }
                Some(_) => {
                    return Err(vm.value_error("string keys in translatetable must be of length 1"));
                }
                None if vm.to_bigint(key).is_some() => key,
                None => {
                    return Err(vm.type_error("keys in translate table mustbe strings or integers"));
                }
            };
            vm.dict_set(table_id, key, value)?;
        }
        return Ok(table);
    }
    let from = argument(
        vm,
        args[0],
        "first maketrans argument must be a string if there is a second argument, not",
    )?;
    let to = argument(vm, args[1], "maketrans() argument 2 must be str, not")?;
    if from.chars().count() != to.chars().count() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.chars().zip(to.chars()) {
        vm.dict_set(table_id, code(from), code(to))?;
    }
    if !args[2].is_unbound() {
        let dropped = argument(vm, args[2], "maketrans() argument 3 must be str, not")?;
        for c in dropped.chars() {
            vm.dict_set(table_id, code(c), Value::None)?;
        }
    }
    Ok(table)
}
