//! How callbacks are shown in `repr` and messages.

use loopscope_python::native::PyResult;
use loopscope_python::object::{Object, Value};
use loopscope_python::vm::Vm;

use crate::foreign::{class_name, find_attribute};

/// A callback's name, its arguments if they are to be shown, and where it is defined.
///
/// # Errors
///
/// What a program's own attributes raise.
pub(crate) fn callback_source(
    vm: &mut Vm,
    function: Value,
    args: Option<&[Value]>,
) -> PyResult<String> {
    let name = callback_name(vm, function)?;
    let args = args.unwrap_or_default();
    let mut shown = Vec::with_capacity(args.len());
    for &arg in args {
        shown.push(short_repr(vm, arg)?);
    }
    let place = match source_of(vm, function)? {
        Some((file, line)) => format!(" at {file}:{line}"),
        None => String::new(),
    };
    Ok(format!("{name}({}){place}", shown.join(", ")))
}

/// The qualified name of a function, as far as it has one.
pub(crate) fn callback_name(vm: &mut Vm, function: Value) -> PyResult<String> {
    if let Some(inner) = partial_of(vm, function)? {
        return Ok(format!("{}()", callback_name(vm, inner)?));
    }
    for name in ["__qualname__", "__name__"] {
        if let Some(name) = find_attribute(vm, function, name)?
            && let Some(name) = vm.heap.str(name)
            && !name.text.is_empty()
        {
            return Ok(name.text.to_string());
        }
    }
    Ok(vm.repr(function)?.to_string())
}

/// The function inside a `functools.partial`.
fn partial_of(vm: &mut Vm, function: Value) -> PyResult<Option<Value>> {
    if &*class_name(vm, function) != "partial" {
        return Ok(None);
    }
    find_attribute(vm, function, "func")
}

/// The file and line of the definition of a Python function behind a callback.
fn source_of(vm: &mut Vm, function: Value) -> PyResult<Option<(String, u32)>> {
    let mut function = function;
    while let Some(inner) = partial_of(vm, function)? {
        function = inner;
    }
    if let Some(wrapped) = find_attribute(vm, function, "__wrapped__")? {
        function = wrapped;
    }
    Ok(match vm.heap.object(function) {
        Some(Object::Function(function)) => {
            let code = &function.unit.code;
            let line = code.source.shown_line(code.first_line);
            Some((code.source.filename.to_string(), line))
        }
        _ => None,
    })
}

const SHOWN_CHARS_MAX: usize = 30;
const SHOWN_ITEMS_MAX: usize = 6;

/// The text of a value, shortened as CPython's `reprlib` does it.
///
/// # Errors
///
/// What a program's own `__repr__` raises.
pub(crate) fn short_repr(vm: &mut Vm, value: Value) -> PyResult<String> {
    let (open, items, close) = match vm.heap.object(value) {
        Some(Object::List(items)) if is_exact(vm, value, "list") => ("[", items.clone(), "]"),
        Some(Object::Tuple(items)) if is_exact(vm, value, "tuple") => ("(", items.to_vec(), ")"),
        Some(Object::Dict(_)) if is_exact(vm, value, "dict") => return short_dict(vm, value),
        Some(Object::Str(_)) => {
            let text = vm.repr(value)?;
            return Ok(shorten(&text, SHOWN_CHARS_MAX));
        }
        Some(Object::BigInt(_)) => {
            let text = vm.repr(value)?;
            return Ok(shorten(&text, 40));
        }
        Some(_) => {
            let text = vm.repr(value)?;
            return Ok(shorten(&text, SHOWN_CHARS_MAX));
        }
        None => return Ok(vm.repr(value)?.to_string()),
    };
    let mut shown = Vec::new();
    for &item in items.iter().take(SHOWN_ITEMS_MAX) {
        shown.push(short_repr(vm, item)?);
    }
    if items.len() > SHOWN_ITEMS_MAX {
        shown.push("...".to_owned());
    }
    let comma = if open == "(" && items.len() == 1 {
        ","
    } else {
        ""
    };
    Ok(format!("{open}{}{comma}{close}", shown.join(", ")))
}

fn is_exact(vm: &Vm, value: Value, class: &str) -> bool {
    &*class_name(vm, value) == class
}

fn short_dict(vm: &mut Vm, value: Value) -> PyResult<String> {
    const PAIRS_MAX: usize = 4;
    let entries: Vec<_> = match vm.heap.object(value) {
        Some(Object::Dict(dict)) => dict.iter().copied().collect(),
        _ => Vec::new(),
    };
    let mut shown = Vec::new();
    for entry in entries.iter().take(PAIRS_MAX) {
        let key = short_repr(vm, entry.key)?;
        shown.push(format!("{key}: {}", short_repr(vm, entry.value)?));
    }
    if entries.len() > PAIRS_MAX {
        shown.push("...".to_owned());
    }
    Ok(format!("{{{}}}", shown.join(", ")))
}

/// The beginning and the end of a text, with dots between, within a number of characters.
fn shorten(text: &str, chars_max: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= chars_max {
        return text.to_owned();
    }
    let n_head = (chars_max - 3) / 2;
    let n_tail = chars_max - 3 - n_head;
    let head: String = chars[..n_head].iter().collect();
    let tail: String = chars[chars.len() - n_tail..].iter().collect();
    format!("{head}...{tail}")
}
