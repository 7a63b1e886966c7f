//! Traceback and frame objects, as far as programs look into them.

use std::rc::Rc;

use crate::native::{NativeDef, PyResult};
use crate::object::{ObjId, Object, Traceback, TracebackEntry, Value, classes};
use crate::vm::{Unit, Vm};

/// Attributes of `traceback`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::getter("tb_lineno", |vm, args| {
        let entry = &traceback(vm, args[0]).entries[traceback(vm, args[0]).position];
        Ok(Value::Int(entry.unit.code.line_of(entry.ip).into()))
    }),
    NativeDef::getter("tb_lasti", |vm, args| {
        let entry = &traceback(vm, args[0]).entries[traceback(vm, args[0]).position];
        Ok(Value::Int(match entry.ip {
            TracebackEntry::NOT_STARTED => 0,
            ip => ip.into(),
        }))
    }),
    NativeDef::getter("tb_next", next),
    NativeDef::getter("tb_frame", |vm, args| {
        let entry = traceback(vm, args[0]).entries[traceback(vm, args[0]).position].clone();
        let line = entry.unit.code.line_of(entry.ip);
        let main = vm.main_globals();
        Ok(vm.new_frame_object(entry.unit, line, main))
    }),
];

fn traceback(vm: &Vm, value: Value) -> &Traceback {
    match vm.heap.object(value) {
        Some(Object::Traceback(traceback)) => traceback,
        _ => unreachable!("expected a traceback"),
    }
}

fn next(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Traceback { entries, position } = traceback(vm, args[0]);
    let position = position + 1;
    if position >= entries.len() {
        return Ok(Value::None);
    }
    let next = Traceback {
        entries: Rc::clone(entries),
        position,
    };
    let next = Object::Traceback(Box::new(next));
    Ok(Value::Obj(vm.heap.alloc(classes::TRACEBACK, next)))
}

impl Vm {
    /// The globals of the program, if it runs.
    pub(crate) fn main_globals(&mut self) -> Value {
        let name = self.heap.intern("__main__");
        let module = self.heap.dict_get_name(self.modules, name);
        match module.map(|module| self.heap.object(module)) {
            Some(Some(Object::Module(module))) => Value::Obj(module.dict),
            _ => Value::None,
        }
    }

    /// A frame object as a traceback without carets shows it.
    pub fn frame_text(&mut self, frame: Value) -> String {
        let (code, line) = (
            self.intern_attribute(frame, "f_code"),
            self.intern_attribute(frame, "f_lineno"),
        );
        let (Some(Object::Code(unit)), Value::Int(line)) = (self.heap.object(code), line) else {
            return String::new();
        };
        let (source, name) = (&unit.code.source, &unit.code.name);
        let shown = source.line_text(u32::try_from(line).unwrap_or(0)).trim();
        let file = &source.filename;
        format!("  File \"{file}\", line {line}, in {name}\n    {shown}\n")
    }

    fn intern_attribute(&mut self, object: Value, name: &str) -> Value {
        let name = self.heap.intern(name);
        let own = object
            .obj()
            .and_then(|id| self.heap.own_attribute(id, name));
        own.unwrap_or(Value::None)
    }

    /// An object that tells a frame's code, line and globals.
    pub(crate) fn new_frame_object(&mut self, unit: Rc<Unit>, line: u32, globals: Value) -> Value {
        let code = Value::Obj(self.heap.alloc(classes::CODE, Object::Code(unit)));
        let attributes = crate::object::Attributes::default();
        let id: ObjId = self
            .heap
            .alloc(classes::SIMPLE_NAMESPACE, Object::Instance(attributes));
        for (name, value) in [
            ("f_code", code),
            ("f_lineno", Value::Int(line.into())),
            ("f_globals", globals),
            ("f_back", Value::None),
        ] {
            let name = self.heap.intern(name);
            self.heap.set_own_attribute(id, name, value);
        }
        Value::Obj(id)
    }
}
