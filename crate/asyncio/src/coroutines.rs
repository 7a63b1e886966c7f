//! What counts as a coroutine, and how one is shown.

use std::rc::Rc;

use loopscope_python::code::CodeKind;
use loopscope_python::native::PyResult;
use loopscope_python::object::{Object, Value, classes};
use loopscope_python::vm::Vm;

use crate::foreign::{class_name, find_attribute};

/// `iscoroutine()`: a coroutine, or an object with all the methods of one.
///
/// # Errors
///
/// None but those of looking the methods up.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn is_coroutine(vm: &mut Vm, value: Value) -> PyResult<bool> {
    if vm.heap.type_of(value) == classes::COROUTINE {
        return Ok(true);
    }
    if !matches!(
        vm.heap.object(value),
        Some(Object::Instance(_) | Object::Foreign(_))
    ) {
        return Ok(false);
    }
    let methods = ["__await__", "send", "throw", "close"];
    Ok(methods
        .into_iter()
        .all(|name| vm.lookup_special(value, name).is_some()))
}

/// `iscoroutinefunction()`: a function or method of `async def`, also behind `functools.partial`.
///
/// # Errors
///
/// None but those of looking attributes up.
pub(crate) fn is_coroutine_function(vm: &mut Vm, value: Value) -> PyResult<bool> {
    let mut value = value;
    loop {
        value = match vm.heap.object(value) {
            Some(Object::Function(function)) => {
                return Ok(function.unit.code.kind == CodeKind::Coroutine);
            }
            Some(Object::BoundMethod(method)) => method.function,
            Some(_) if &*class_name(vm, value) == "partial" => {
                match find_attribute(vm, value, "func")? {
                    Some(inner) => inner,
                    None => return Ok(false),
                }
            }
            _ => return Ok(false),
        }
    }
}

/// Whether `await` takes it.
pub(crate) fn is_awaitable(vm: &mut Vm, value: Value) -> bool {
    if vm.heap.type_of(value) == classes::COROUTINE {
        return true;
    }
    match vm.heap.object(value) {
        Some(Object::Foreign(foreign)) if foreign.awaiter().is_some() => true,
        _ => vm.lookup_special(value, "__await__").is_some(),
    }
}

/// `__qualname__` of a coroutine, or its class's name.
pub(crate) fn qualified_name(vm: &Vm, coroutine: Value) -> Rc<str> {
    match vm.heap.object(coroutine) {
        Some(Object::Generator(generator)) => match vm.heap.str(generator.qualname.into()) {
            Some(name) => Rc::clone(&name.text),
            None => Rc::clone(&generator.unit.code.qualname),
        },
        _ => class_name(vm, coroutine),
    }
}

/// How `repr()` of a task shows its coroutine: name, and where it stands or is defined.
///
/// # Errors
///
/// None but those of looking attributes up.
pub(crate) fn describe(vm: &mut Vm, coroutine: Value) -> PyResult<String> {
    let name = qualified_name(vm, coroutine);
    let Some(Object::Generator(generator)) = vm.heap.object(coroutine) else {
        let name = find_attribute(vm, coroutine, "__qualname__")?;
        let name = name.and_then(|name| vm.heap.str(name));
        return Ok(match name {
            Some(name) => format!("{}()", name.text),
            None => format!("<{} without __name__>()", class_name(vm, coroutine)),
        });
    };
    let code = &generator.unit.code;
    let source = &code.source;
    let file = &source.filename;
    let Some(line) = crate::views::line_of(vm, coroutine) else {
        let line = source.shown_line(code.first_line);
        return Ok(format!("{name}() done, defined at {file}:{line}"));
    };
    let line = source.shown_line(line);
    Ok(format!("{name}() running at {file}:{line}"))
}
