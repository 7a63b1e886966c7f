//! `_traceback`: the texts behind the module `traceback`.

use crate::native::{NativeDef, PyResult};
use crate::object::{ObjId, Object, TracebackEntry, Value};
use crate::vm::Vm;

static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("whole", "exception, chain, /", |vm, args| {
        let id = exception(vm, args[0])?;
        let text = if vm.is_true(args[1])? {
            vm.format_exception(id)
        } else {
            vm.format_unchained(id)
        };
        Ok(vm.heap.new_str(&text))
    }),
    NativeDef::new("last_lines", "exception, /", |vm, args| {
        let id = exception(vm, args[0])?;
        let text = vm.format_exception_only(id);
        Ok(vm.heap.new_str(&text))
    }),
    NativeDef::new("frames", "traceback, /", |vm, args| {
        let mut entries = entries(vm, args[0])?;
        entries.reverse();
        let text = vm.format_frames(&entries);
        Ok(vm.heap.new_str(&text))
    }),
    NativeDef::new("summaries", "traceback, /", summaries),
];

/// Makes the module.
///
/// # Errors
///
/// None today; the shape of an importer's result.
#[expect(clippy::unnecessary_wraps, reason = "the shape of an importer")]
pub(super) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    Ok(vm.native_module("_traceback", FUNCTIONS))
}

fn exception(vm: &mut Vm, value: Value) -> PyResult<ObjId> {
    match vm.heap.object(value) {
        Some(Object::Exception(_)) => Ok(value.obj().expect("exceptions are objects")),
        _ => Err(vm.type_error(format_args!(
            "Exception expected for value, {} found",
            vm.type_name(value)
        ))),
    }
}

/// Frames of a traceback, outermost first.
fn entries(vm: &mut Vm, value: Value) -> PyResult<Vec<TracebackEntry>> {
    match vm.heap.object(value) {
        Some(Object::Traceback(traceback)) => Ok(traceback.entries[traceback.position..].to_vec()),
        None if value.is_none() => Ok(Vec::new()),
        _ => Err(vm.type_error("a traceback was expected")),
    }
}

fn summaries(vm: &mut Vm, args: &[Value]) -> PyResult {
    let mut list = Vec::new();
    for entry in entries(vm, args[0])? {
        let code = &entry.unit.code;
        let line = code.line_of(entry.ip);
        let parts = [
            vm.heap.new_str(&code.source.filename),
            Value::Int(line.into()),
            vm.heap.new_str(&code.name),
            vm.heap.new_str(code.source.line_text(line).trim()),
        ];
        list.push(vm.heap.new_tuple(&parts));
    }
    Ok(vm.heap.new_list(list))
}
