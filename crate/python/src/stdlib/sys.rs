//! `_sys`: what the module `sys` asks of the machine.

use std::rc::Rc;

use crate::native::{NativeDef, PyResult};
use crate::object::{Dict, ObjId, Object, Truth, Value, classes};
use crate::vm::{Stream, Vm};

static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("exit", "status?, /", exit),
    NativeDef::new("exception", "", |vm, _| Ok(vm.topmost_handled())),
    NativeDef::new("exc_info", "", exc_info),
    NativeDef::new("getrecursionlimit", "", |vm, _| {
        Ok(Value::Int(
            i64::try_from(vm.options.recursion_max).unwrap_or(i64::MAX),
        ))
    }),
    NativeDef::new("setrecursionlimit", "limit, /", set_recursion_limit),
    NativeDef::new("intern", "string, /", intern),
    NativeDef::new("getsizeof", "object, default?", size_of_object),
    NativeDef::new("_write", "is_error, text, /", write),
    NativeDef::new("_read_line", "", |vm, _| {
        let line = vm.read_line().unwrap_or_default();
        Ok(vm.heap.new_str(&line))
    }),
    NativeDef::new("_main_file", "", main_file),
    NativeDef::new("_source_line", "filename, line, /", source_line),
    NativeDef::new("_given_files", "", given_files),
    NativeDef::new("_random_bytes", "size, /", |vm, args| {
        let Ok(size) = usize::try_from(vm.to_index(args[0])?) else {
            return Err(vm.value_error("negative argument not allowed"));
        };
        vm.check_room(Some(size))?;
        let bytes = vm.system_random(size);
        Ok(vm.new_bytes(&bytes))
    }),
    NativeDef::new("_getframe", "depth?, /", frame),
];

/// Makes the module.
///
/// # Errors
///
/// None today; the shape of an importer's result.
#[expect(clippy::unnecessary_wraps, reason = "the shape of an importer")]
pub(super) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    let module = vm.native_module("_sys", FUNCTIONS);
    let modules = Value::Obj(vm.modules);
    vm.set_global(module, "modules", modules);
    Ok(module)
}

fn exit(vm: &mut Vm, args: &[Value]) -> PyResult {
    let status: Vec<Value> = args[0].bound().into_iter().collect();
    let items: Vec<Value> = match status.first().map(|&status| vm.heap.object(status)) {
        Some(Some(Object::Tuple(items))) => items.to_vec(),
        _ => status,
    };
    Err(vm.raise_new(classes::SYSTEM_EXIT, &items))
}

fn exc_info(vm: &mut Vm, _args: &[Value]) -> PyResult {
    let exception = vm.topmost_handled();
    let parts = match exception {
        Value::Obj(id) => {
            let traceback = vm.traceback_of(id);
            [Value::Obj(vm.heap.class_of(id)), exception, traceback]
        }
        _ => [Value::None; 3],
    };
    Ok(vm.heap.new_tuple(&parts))
}

fn set_recursion_limit(vm: &mut Vm, args: &[Value]) -> PyResult {
    let limit = vm.to_index(args[0])?;
    match usize::try_from(limit) {
        Ok(limit) if limit >= 1 => {
            vm.options.recursion_max = limit;
            Ok(Value::None)
        }
        _ => Err(vm.value_error("recursion limit must be greater or equal than 1")),
    }
}

fn intern(vm: &mut Vm, args: &[Value]) -> PyResult {
    match vm.heap.str(args[0]).map(|text| text.text.clone()) {
        Some(text) => Ok(Value::Obj(vm.heap.intern(&text))),
        None => Err(vm.type_error(format_args!(
            "intern() argument must be str, not {}",
            vm.type_name(args[0])
        ))),
    }
}

/// What CPython takes on a 64-bit machine, for the types that programs like to measure.
#[expect(clippy::unnecessary_wraps, reason = "the shape of a native body")]
fn size_of_object(vm: &mut Vm, args: &[Value]) -> PyResult {
    let len = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let size = match (args[0], vm.heap.object(args[0])) {
        (Value::Int(0), _) => 28,
        (Value::Int(int), _) => {
            24 + 4 * i64::from((63 - int.unsigned_abs().leading_zeros()) / 30 + 1)
        }
        (Value::Bool(_), _) => 28,
        (Value::Float(_), _) => 24,
        (_, Some(Object::Str(text))) if text.is_ascii() => 41 + len(text.text.len()),
        (_, Some(Object::Str(text))) => 58 + 2 * i64::from(text.n_chars),
        (_, Some(Object::Bytes(bytes))) => 33 + len(bytes.len()),
        (_, Some(Object::Tuple(items))) => 48 + 8 * len(items.len()),
        (_, Some(Object::List(items))) => 56 + 8 * len(items.len()),
        (_, Some(Object::Dict(dict))) if dict.is_empty() => 64,
        (_, Some(Object::Dict(dict))) => 88 + 19 * len(dict.len().next_power_of_two().max(8)),
        (_, Some(Object::Set(_))) => 216,
        _ => 48,
    };
    Ok(Value::Int(size))
}

fn write(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(text) = vm.heap.str(args[1]) else {
        return Err(vm.type_error(format_args!(
            "write() argument must be str, not {}",
            vm.type_name(args[1])
        )));
    };
    let (text, n_chars) = (text.text.clone(), text.n_chars);
    let stream = match args[0] {
        Value::Bool(Truth::True) => Stream::Stderr,
        _ => Stream::Stdout,
    };
    vm.write(stream, &text)?;
    Ok(Value::Int(n_chars.into()))
}

fn main_file(vm: &mut Vm, _args: &[Value]) -> PyResult {
    let file = vm.module_value("__main__", "__file__");
    Ok(match file {
        Some(file) => file,
        None => vm.heap.new_str(""),
    })
}

/// The files beside the program, by path.
fn given_files(vm: &mut Vm, _args: &[Value]) -> PyResult {
    let files = Rc::clone(&vm.options.files);
    let directory = Rc::clone(&vm.options.directory);
    let dict = vm.heap.new_dict(Dict::default());
    let id = dict.obj().expect("dicts are objects");
    for (path, content) in files.iter() {
        let path = vm.heap.intern(&format!("{directory}{path}"));
        let content = vm.new_bytes(content);
        vm.heap.dict_set_name(id, path, content);
    }
    Ok(dict)
}

fn frame(vm: &mut Vm, args: &[Value]) -> PyResult {
    let depth = match args[0].bound() {
        Some(depth) => vm.to_index(depth)?,
        None => 0,
    };
    let frame = usize::try_from(depth)
        .ok()
        .and_then(|depth| vm.frame_object(depth));
    match frame {
        Some(frame) => Ok(frame),
        None => Err(vm.value_error("call stack is not deep enough")),
    }
}

/// A line of the program's own source, or `None`.
fn source_line(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(file) = vm.heap.str(args[0]).map(|file| file.text.clone()) else {
        return Ok(Value::None);
    };
    let line = vm.to_index(args[1])?;
    let text = u32::try_from(line)
        .ok()
        .and_then(|line| vm.source_line(&file, line));
    Ok(text.map_or(Value::None, |text| vm.heap.new_str(&text)))
}
