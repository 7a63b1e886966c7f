//! `print` and `input`.

use crate::native::{NativeDef, PyResult};
use crate::object::{Object, Value, classes};
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
            Err(vm.type_error(format_args!("{name} must be None or a string, not {class}")))
        }
    }
}

fn print(vm: &mut Vm, args: &[Value]) -> PyResult {
    let [sep, end, file, flush, ref values @ ..] = *args else {
        unreachable!("the signature has four names")
    };
    let sep = separator(vm, sep, "sep", " ")?;
    let end = separator(vm, end, "end", "\n")?;
    let file = match file {
        Value::Unbound | Value::None => vm.sys_attribute("stdout"),
        file => Some(file),
    };
    // As long as `sys` is not imported, its streams are those of the machine.
    let stream = match file {
        None => Some(Stream::Stdout),
        Some(file) => [
            ("__stdout__", Stream::Stdout),
            ("__stderr__", Stream::Stderr),
        ]
        .into_iter()
        .find(|(name, _)| vm.sys_attribute(name).is_some_and(|own| own.is(file)))
        .map(|(_, stream)| stream),
    };
    if let Some(stream) = stream {
        let mut text = String::new();
        for (index, &value) in values.iter().enumerate() {
            if index > 0 {
                text.push_str(&sep);
            }
            // Code of the program's own may print meanwhile.
            if !text.is_empty() && vm.heap.type_ref(vm.heap.type_of(value)).is_heap {
                vm.write(stream, &std::mem::take(&mut text))?;
            }
            text.push_str(&vm.str_of(value)?);
        }
        text.push_str(&end);
        vm.write(stream, &text)?;
        return Ok(Value::None);
    }
    let file = file.expect("without a file there is a stream");
    if file.is_none() {
        return Ok(Value::None);
    }
    // A file of the program's own sees each piece.
    for (index, &value) in values.iter().enumerate() {
        if index > 0 {
            write_to(vm, file, &sep)?;
        }
        let text = vm.str_of(value)?;
        write_to(vm, file, &text)?;
    }
    write_to(vm, file, &end)?;
    if !flush.is_unbound() && vm.is_true(flush)? {
        vm.call_method(file, "flush", &[])?;
    }
    Ok(Value::None)
}

fn write_to(vm: &mut Vm, file: Value, text: &str) -> PyResult<()> {
    let text = vm.heap.new_str(text);
    vm.call_method(file, "write", &[text]).map(drop)
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
    /// An attribute of the module `sys`, if it is imported.
    fn sys_attribute(&self, name: &str) -> Option<Value> {
        let sys = self.heap.find_interned("sys")?;
        let module = self.heap.dict_get_name(self.modules, sys)?;
        let Some(Object::Module(module)) = self.heap.object(module) else {
            return None;
        };
        let name = self.heap.find_interned(name)?;
        self.heap.dict_get_name(module.dict, name)
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
