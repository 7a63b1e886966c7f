//! `print` and `input`.

use crate::native::{NativeDef, PyResult};
use crate::object::{Value, classes};
use crate::vm::{Stream, Vm};

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("print", "*args, sep?, end?, file?, flush?", print),
    NativeDef::new("input", "prompt?, /", input),
];

/// `sep` and `end` may be `None` for their default.
fn separator(vm: &mut Vm, value: Value, name: &str, default: &str) -> PyResult<String> {
    match value {
        Value::Unbound | Value::None => Ok(default.to_owned()),
        other => {
            if let Some(string) = vm.heap.str(other) {
                return Ok(string.text.to_string());
            }
            let class = vm.type_name(other);
            Err(vm.type_error(&format!("{name} must be None or a string, not {class}")))
        }
    }
}

fn print(vm: &mut Vm, args: &[Value]) -> PyResult {
    let [sep, end, file, flush, ref values @ ..] = *args else {
        unreachable!("the signature has four names")
    };
    let sep = separator(vm, sep, "sep", " ")?;
    let end = separator(vm, end, "end", "\n")?;
    let mut text = String::new();
    for (index, &value) in values.iter().enumerate() {
        if index > 0 {
            text.push_str(&sep);
        }
        text.push_str(&vm.str_of(value)?);
    }
    text.push_str(&end);
    let file = match file {
        Value::Unbound | Value::None => {
            let Some(file) = vm.replaced_stdout() else {
                vm.write(Stream::Stdout, &text)?;
                return Ok(Value::None);
            };
            file
        }
        file => file,
    };
    if file.is_none() {
        return Ok(Value::None);
    }
    if text.is_empty() {
        return Ok(Value::None);
    }
    let text = vm.heap.new_str(&text);
    vm.call_method(file, "write", &[text])?;
    if !flush.is_unbound() && vm.is_true(flush)? {
        vm.call_method(file, "flush", &[])?;
    }
    Ok(Value::None)
}

fn input(vm: &mut Vm, args: &[Value]) -> PyResult {
    if !args[0].is_unbound() {
        let prompt = vm.str_of(args[0])?;
        vm.write(Stream::Stdout, &prompt)?;
    }
    match vm.read_line() {
        Some(line) => Ok(vm.heap.new_str(line.trim_end_matches('\n'))),
        None => Err(vm.raise(classes::EOF_ERROR, "EOF when reading a line")),
    }
}

impl Vm {
    /// What the program has put into `sys.stdout` instead of the stream it finds there.
    fn replaced_stdout(&mut self) -> Option<Value> {
        let sys = self.heap.find_interned("sys")?;
        let module = self.heap.dict_get_name(self.modules, sys)?;
        let Some(crate::object::Object::Module(module)) = self.heap.object(module) else {
            return None;
        };
        let dict = module.dict;
        let stdout = self.heap.find_interned("stdout")?;
        let original = self.heap.find_interned("__stdout__")?;
        let current = self.heap.dict_get_name(dict, stdout)?;
        let original = self.heap.dict_get_name(dict, original)?;
        (!current.is(original)).then_some(current)
    }

    /// The next line of standard input with its end, or `None` at the end.
    pub fn read_line(&mut self) -> Option<String> {
        if self.options.stdin.is_empty() {
            return None;
        }
        let end = self
            .options
            .stdin
            .find('\n')
            .map_or(self.options.stdin.len(), |at| at + 1);
        let rest = self.options.stdin.split_off(end);
        Some(std::mem::replace(&mut self.options.stdin, rest))
    }
}
