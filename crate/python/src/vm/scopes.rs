//! The running frame's variables as dicts, and code that programs make from text: `globals`,
//! `locals`, `compile`, `eval`,
//! `exec`.

use std::rc::Rc;

use loopscope_fast::contains;

use super::Vm;
use super::then::Context;
use crate::code::CodeKind;
use crate::compile::{self, Mode, Options};
use crate::native::{Flow, Input, NativeDef, PyResult};
use crate::object::{Function, ObjId, Object, Value, classes};

/// Functions of the module `builtins`.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("globals", "", |vm, _| Ok(Value::Obj(vm.frame_globals()))),
    NativeDef::new("locals", "", |vm, _| Ok(vm.frame_locals())),
    NativeDef::new(
        "compile",
        "source, filename, mode, flags?, dont_inherit?, optimize?",
        |vm, args| {
            let text =
                |vm: &Vm, value: Value| vm.heap.str(value).map(|string| Rc::clone(&string.text));
            let filename = text(vm, args[1]).unwrap_or_else(|| "<string>".into());
            let mode = match text(vm, args[2]).as_deref() {
                Some("exec") => Mode::Exec,
                Some("eval") => Mode::Eval,
                Some("single") => Mode::Single,
                _ => {
                    return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'"));
                }
            };
            vm.compile_text("compile", args[0], &filename, mode)
        },
    ),
    NativeDef::flow("eval", "source, /, globals?, locals?", |vm, args| {
        vm.execute_text(args, Mode::Eval)
    }),
    NativeDef::flow("exec", "source, /, globals?, locals?", |vm, args| {
        vm.execute_text(args, Mode::Exec)
    }),
    NativeDef::flow(
        "__import__",
        "name, globals?, locals?, fromlist?, level?",
        |vm, args| {
            let Some(name) = vm.heap.str(args[0]).map(|name| Rc::clone(&name.text)) else {
                return Err(vm.type_error("module name must be a string"));
            };
            let has_from = !args[3].is_unbound() && vm.is_true(args[3])?;
            let level = match args[4].bound() {
                Some(level) => u32::try_from(vm.to_index(level)?).unwrap_or(0),
                None => 0,
            };
            let globals = match (args[1], vm.heap.object(args[1])) {
                (Value::Obj(globals), Some(Object::Dict(_))) => globals,
                _ => vm.frame_globals(),
            };
            vm.import_statement(&name, level, globals, has_from)
        },
    ),
];

impl Vm {
    /// The globals of the Python code that runs.
    pub fn frame_globals(&self) -> ObjId {
        self.frames
            .iter()
            .rev()
            .find(|frame| frame.native.is_none())
            .map_or(self.builtins, |frame| frame.globals.id())
    }

    /// What `locals()` gives: the namespace of a module or class, or a copy of a function's
    /// variables.
    pub fn frame_locals(&mut self) -> Value {
        let frame = self.frames.iter().rposition(|frame| frame.native.is_none());
        match frame {
            Some(index) => self.locals_of_frame(index),
            None => Value::Obj(self.builtins),
        }
    }

    /// The variables of one frame.
    pub(super) fn locals_of_frame(&mut self, index: usize) -> Value {
        let frame = &self.frames[index];
        let code = Rc::clone(&frame.unit.code);
        let base = frame.base as usize;
        match code.kind {
            CodeKind::Module => frame.globals.into(),
            CodeKind::Class => self.stack[base],
            _ => {
                let registers = self.stack[base..base + usize::from(code.n_registers)].to_vec();
                let dict = self.heap.alloc(classes::DICT, Object::Dict(Box::default()));
                for (name, value) in self.named_registers(&code, &registers) {
                    let name = self.heap.intern(&name);
                    self.heap.dict_set_name(dict, name, value);
                }
                Value::Obj(dict)
            }
        }
    }

    fn compile_text(
        &mut self,
        function: &str,
        source: Value,
        filename: &str,
        mode: Mode,
    ) -> PyResult {
        let text: String = match self.heap.object(source) {
            Some(Object::Code(_)) => return Ok(source),
            Some(Object::Str(string)) => string.text.to_string(),
            Some(Object::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
            _ => {
                let third = if function == "compile" { "AST" } else { "code" };
                return Err(self.type_error(format_args!(
                    "{function}() arg 1 must be a string, bytes or {third} object"
                )));
            }
        };
        if contains(&text, "\0") {
            let message = "source code string cannot contain null bytes";
            return Err(self.raise(classes::SYNTAX_ERROR, message));
        }
        let text = if mode == Mode::Eval {
            text.trim_start_matches([' ', '\t'])
        } else {
            &text
        };
        let options = Options {
            is_internal: false,
            mode,
        };
        match compile::compile_module(filename, text, options) {
            Ok((code, warnings)) => {
                self.show_warnings(filename, &warnings, None);
                let unit = self.load(&code);
                Ok(Value::Obj(
                    self.heap.alloc(classes::CODE, Object::Code(unit)),
                ))
            }
            Err(error) => Err(self.raise_syntax_error(filename, &error)),
        }
    }

    /// `eval` and `exec`. Code with locals of its own runs on a dict with both, and what it assigns
    /// goes back to the
    /// locals.
    fn execute_text(&mut self, args: &[Value], mode: Mode) -> PyResult<Flow> {
        let name = if mode == Mode::Eval { "eval" } else { "exec" };
        let given = |value: Value| value.bound().filter(|value| !value.is_none());
        let (globals, locals) = match (given(args[1]), given(args[2])) {
            (Some(globals), locals) => (globals, locals.unwrap_or(globals)),
            (None, Some(locals)) => (Value::Obj(self.frame_globals()), locals),
            (None, None) => (Value::Obj(self.frame_globals()), self.frame_locals()),
        };
        let Some(Object::Dict(_)) = self.heap.object(globals) else {
            let class = self.type_name(globals);
            let message = if mode == Mode::Eval {
                "globals must be a dict".to_owned()
            } else {
                format!("{name}() globals must be a dict, not {class}")
            };
            return Err(self.type_error(&message));
        };
        if self.lookup_special(locals, "__getitem__").is_none() {
            let class = self.type_name(locals);
            let message = if mode == Mode::Eval {
                "locals must be a mapping".to_owned()
            } else {
                format!("locals must be a mapping or None, not {class}")
            };
            return Err(self.type_error(&message));
        }
        let code = self.compile_text(name, args[0], "<string>", mode)?;
        let Some(Object::Code(unit)) = self.heap.object(code) else {
            unreachable!("compile_text makes code")
        };
        let unit = Rc::clone(unit);
        let globals = globals.obj().expect("a dict is an object");
        let builtins = self.heap.intern("__builtins__");
        if self.heap.dict_get_name(globals, builtins).is_none() {
            let module = self.import_module("builtins")?;
            self.heap
                .dict_set_name(globals, builtins, Value::Obj(module));
        }
        if locals.is(Value::Obj(globals)) {
            let callee = self.function_of(unit, globals);
            return Ok(Flow::Call {
                callee,
                args: Vec::new(),
            });
        }
        let both = crate::builtins::dict::copy_table(self, globals);
        let both = self.heap.alloc(classes::DICT, Object::Dict(Box::new(both)));
        self.dict_update(both, locals)?;
        let callee = self.function_of(unit, both);
        let flow = Flow::Call {
            callee,
            args: Vec::new(),
        };
        let context = [Value::Obj(both), Value::Obj(globals), locals];
        self.then(Ok(flow), context, write_back)
    }

    fn function_of(&mut self, unit: Rc<super::Unit>, globals: ObjId) -> Value {
        let name = Value::Obj(self.heap.intern("<module>"));
        let function = Function {
            unit,
            globals: globals.into(),
            defaults: Rc::default(),
            keyword_defaults: Value::None,
            closure: Rc::default(),
            name,
            qualname: name,
            doc: Value::None,
            module: Value::None,
            annotations: Value::Unbound,
            annotate: Value::Unbound,
        };
        Value::Obj(
            self.heap
                .alloc(classes::FUNCTION, Object::Function(Box::new(function))),
        )
    }
}

/// Puts what the code has assigned into the locals.
fn write_back(vm: &mut Vm, [both, globals, locals]: Context, outcome: Input) -> PyResult<Flow> {
    let (Value::Obj(both), Value::Obj(globals)) = (both, globals) else {
        unreachable!("dicts are objects")
    };
    for entry in vm.dict_entries(both) {
        let before = vm.dict_get(globals, entry.key)?;
        if before.is_none_or(|before| !before.is(entry.value)) {
            vm.set_item(locals, entry.key, entry.value)?;
        }
    }
    match outcome {
        Input::Returned(value) | Input::Yielded(value) => Ok(Flow::Return(value)),
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}
