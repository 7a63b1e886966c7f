//! The `class` statement: `__build_class__`.

use std::rc::Rc;

use super::{Frame, Vm};
use crate::native::{Flow, Input, NativeDef, NativeFrame, PyResult};
use crate::object::{Dict, Marks, ObjId, Object, Value, classes};

/// `__build_class__`
pub(crate) static FUNCTIONS: &[NativeDef] = &[NativeDef::flow(
    "__build_class__",
    "function, name, /, *bases, **keywords",
    build_class,
)];

fn build_class(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let [function, name, keywords] = [args[0], args[1], args[2]];
    let bases = &args[3..];
    let (bases, original) = vm.resolve_bases(bases)?;
    let mut keywords = vm.keywords_of(keywords);
    let metaclass = keywords
        .iter()
        .position(|&(key, _)| &**vm.heap.text(key) == "metaclass")
        .map(|index| keywords.remove(index).1);
    let metaclass = match metaclass {
        Some(metaclass) => metaclass,
        None => bases.first().map_or(Value::Obj(classes::TYPE), |&base| {
            Value::Obj(vm.heap.type_of(base))
        }),
    };
    let metaclass = match vm.heap.object(metaclass) {
        Some(Object::Type(_)) => {
            let given = metaclass.obj().expect("classes are objects");
            Value::Obj(vm.winning_metaclass(given, &bases)?)
        }
        _ => metaclass,
    };
    Ok(Flow::Enter(Box::new(BuildFrame {
        function,
        name,
        bases,
        original,
        metaclass,
        namespace: Value::Unbound,
        keywords,
        stage: Stage::Prepare,
    })))
}

impl Vm {
    /// Name and value of each entry of a dict of keyword arguments; nothing for an unbound value.
    pub(crate) fn keywords_of(&mut self, keywords: Value) -> Vec<(ObjId, Value)> {
        let Some(Object::Dict(dict)) = self.heap.object(keywords) else {
            return Vec::new();
        };
        let entries: Vec<(Value, Value)> =
            dict.iter().map(|entry| (entry.key, entry.value)).collect();
        entries
            .into_iter()
            .filter_map(|(key, value)| {
                let text = Rc::clone(&self.heap.str(key)?.text);
                Some((self.heap.intern(&text), value))
            })
            .collect()
    }

    /// Replaces bases that are no classes by what their `__mro_entries__` say; the second part is
    /// the original tuple
    /// where that changed anything.
    fn resolve_bases(&mut self, bases: &[Value]) -> PyResult<(Vec<Value>, Value)> {
        let mut resolved = Vec::with_capacity(bases.len());
        let mut is_changed = false;
        for &base in bases {
            if matches!(self.heap.object(base), Some(Object::Type(_))) {
                resolved.push(base);
                continue;
            }
            let name = self.names.mro_entries;
            let Some(method) = self.find_attr(base, name)? else {
                resolved.push(base);
                continue;
            };
            let all = self.heap.new_tuple(bases);
            let entries = self.call(method, &[all])?;
            let Some(Object::Tuple(items)) = self.heap.object(entries) else {
                return Err(self.type_error("__mro_entries__ must return a tuple"));
            };
            resolved.extend_from_slice(items);
            is_changed = true;
        }
        let original = if is_changed {
            self.heap.new_tuple(bases)
        } else {
            Value::Unbound
        };
        Ok((resolved, original))
    }

    /// The most derived of a metaclass and those of the bases.
    pub(crate) fn winning_metaclass(&mut self, given: ObjId, bases: &[Value]) -> PyResult<ObjId> {
        let mut winner = given;
        for &base in bases {
            let metaclass = self.heap.type_of(base);
            if self.heap.is_subclass(winner, metaclass) {
                continue;
            }
            if !self.heap.is_subclass(metaclass, winner) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                     metaclasses of all its bases",
                ));
            }
            winner = metaclass;
        }
        Ok(winner)
    }
}

impl Vm {
    /// The globals of the innermost Python frame.
    pub(crate) fn current_globals(&self) -> Option<ObjId> {
        let mut frames = self.frames.iter().rev();
        frames
            .find(|frame| frame.native.is_none())
            .map(|frame| frame.globals.id())
    }

    /// The frame object of the n-th Python frame from the innermost one, with those around it.
    pub(crate) fn frame_object(&mut self, depth: usize) -> Option<Value> {
        let is_own = |frame: &Frame| frame.native.is_none() && !frame.unit.code.source.is_internal;
        let frames: Vec<usize> = (0..self.frames.len())
            .rev()
            .filter(|&index| is_own(&self.frames[index]))
            .skip(depth)
            .take(FRAMES_MAX)
            .collect();
        let mut outer = Value::None;
        for index in frames.into_iter().rev() {
            outer = self.frame_object_of(index, outer);
        }
        (!outer.is_none()).then_some(outer)
    }

    fn frame_object_of(&mut self, index: usize, outer: Value) -> Value {
        let frame = &self.frames[index];
        let (unit, ip, globals) = (Rc::clone(&frame.unit), frame.current_ip(), frame.globals);
        let line = unit.code.line_of(ip);
        let locals = self.locals_of_frame(index);
        let object = self.new_frame_object(unit, line, globals.into());
        let id = object.obj().expect("a frame object is an object");
        for (name, value) in [("f_back", outer), ("f_locals", locals)] {
            let name = self.heap.intern(name);
            self.heap.set_own_attribute(id, name, value);
        }
        object
    }

    /// The frame objects of the stack, innermost first, each with the generator that it runs or
    /// `None`; the library's own frames only where they stand for one of CPython's.
    pub fn stack_frames(&mut self) -> Vec<(Value, Value)> {
        let shown: Vec<_> = self
            .frames
            .iter()
            .rev()
            .filter(|frame| frame.native.is_none())
            .map(|frame| {
                (
                    Rc::clone(&frame.unit),
                    frame.current_ip(),
                    frame.globals,
                    frame.generator,
                )
            })
            .collect();
        let mut frames = Vec::new();
        for (unit, ip, globals, generator) in shown {
            let line = unit.code.line_of(ip);
            let source = &unit.code.source;
            if !source.is_internal || source.marked_line(line).is_some() {
                let line = source.shown_line(line);
                let frame = self.new_frame_object(unit, line, globals.into());
                frames.push((frame, generator.map_or(Value::None, Value::from)));
            }
        }
        frames
    }

    /// The frame object of a generator or coroutine that has not ended.
    pub fn generator_frame(&mut self, id: ObjId) -> Option<Value> {
        let line = self.generator_line(id)?;
        let unit = Rc::clone(&self.generator(id).unit);
        let line = unit.code.source.shown_line(line);
        let globals = self.main_globals();
        Some(self.new_frame_object(unit, line, globals))
    }

    /// The program's part of the stack as `traceback.format_stack()` shows it, and the innermost
    /// place on it, which may be one of CPython's library.
    pub fn stack_text(&self) -> (String, String) {
        let (mut text, mut place) = (String::new(), String::new());
        for frame in self.frames.iter().filter(|frame| frame.native.is_none()) {
            let code = &frame.unit.code;
            let (file, line) = (&code.source.filename, code.line_of(frame.current_ip()));
            if !code.source.is_internal {
                let shown = code.source.line_text(line).trim();
                let name = &code.name;
                text += &format!("  File \"{file}\", line {line}, in {name}\n    {shown}\n");
            } else if code.source.marked_line(line).is_none() {
                continue;
            }
            place = format!("{file}:{}", code.source.shown_line(line));
        }
        (text, place)
    }

    /// A line of a file that some frame on the stack comes from.
    pub(crate) fn source_line(&self, file: &str, line: u32) -> Option<String> {
        let mut sources = self.frames.iter().map(|frame| &frame.unit.code.source);
        let source = sources.find(|source| &*source.filename == file)?;
        Some(source.line_text(line).to_owned())
    }

    /// Class and object of `super()` without arguments, from the frame that calls it.
    pub(crate) fn super_defaults(&mut self) -> PyResult<(Value, Value)> {
        let Some(frame) = self.frames.last().filter(|frame| frame.native.is_none()) else {
            return Err(self.runtime_error("super(): no current frame"));
        };
        let code = Rc::clone(&frame.unit.code);
        let base = frame.base as usize;
        if code.parameters.n_positional == 0 && !code.parameters.has_var_positional {
            return Err(self.runtime_error("super(): no arguments"));
        }
        let captured = code
            .cell_parameters
            .iter()
            .position(|&parameter| parameter == 0);
        let first = captured.map_or(base, |cell| base + code.locals.len() + cell);
        let object = self.cell_value(self.stack[first], captured.is_some());
        let Some(object) = object.bound() else {
            return Err(self.runtime_error("super(): arg[0] deleted"));
        };
        let Some(index) = code.free.iter().position(|name| &**name == "__class__") else {
            return Err(self.runtime_error("super(): __class__ cell not found"));
        };
        let cell = self.stack[base + code.first_free() + index];
        match self.cell_value(cell, true).bound() {
            Some(class) => Ok((class, object)),
            None => Err(self.runtime_error("super(): empty __class__ cell")),
        }
    }

    fn cell_value(&self, value: Value, is_cell: bool) -> Value {
        match self.heap.object(value) {
            Some(Object::Cell(inner)) if is_cell => *inner,
            _ => value,
        }
    }
}

/// How many frames a frame object leads back through.
const FRAMES_MAX: usize = 40;

#[derive(Clone, Copy, Debug)]
enum Stage {
    Prepare,
    Body,
    Make,
    Done,
}

/// A `class` statement under way: `__prepare__`, the body, then the metaclass.
#[derive(Clone, Debug)]
struct BuildFrame {
    function: Value,
    name: Value,
    bases: Vec<Value>,
    /// The tuple of bases as written, or unbound if none of them had `__mro_entries__`.
    original: Value,
    metaclass: Value,
    namespace: Value,
    keywords: Vec<(ObjId, Value)>,
    stage: Stage,
}

impl BuildFrame {
    fn prepare(&mut self, vm: &mut Vm) -> PyResult<Flow> {
        self.stage = Stage::Body;
        let name = vm.names.prepare;
        let is_default = match vm.heap.object(self.metaclass) {
            Some(Object::Type(_)) => {
                let metaclass = self.metaclass.obj().expect("classes are objects");
                match vm
                    .lookup(metaclass, name)
                    .map(|found| vm.heap.object(found))
                {
                    Some(Some(Object::ClassMethod(function))) => {
                        vm.is_native_of(Some(*function), classes::TYPE)
                    }
                    found => found.is_none(),
                }
            }
            _ => false,
        };
        let method = if is_default {
            None
        } else {
            vm.find_attr(self.metaclass, name)?
        };
        let Some(method) = method else {
            let namespace = vm.heap.new_dict(Dict::default());
            return self.body(vm, namespace);
        };
        let bases = vm.heap.new_tuple(&self.bases);
        vm.call_as(method, vec![self.name, bases], &self.keywords)
    }

    fn body(&mut self, vm: &mut Vm, namespace: Value) -> PyResult<Flow> {
        self.namespace = namespace;
        self.stage = Stage::Make;
        if let Some(Object::Function(function)) = vm.heap.object(self.function) {
            let (globals, unit) = (function.globals, Rc::clone(&function.unit));
            let module = vm.heap.dict_get_name(globals.id(), vm.names.dunder_name);
            let qualname = vm.heap.new_str(&unit.code.qualname);
            let entries = [
                (vm.names.module, module.unwrap_or(Value::None)),
                (vm.names.qualname, qualname),
            ];
            for (name, value) in entries {
                vm.set_item(namespace, Value::Obj(name), value)?;
            }
        }
        vm.class_body_flow(self.function, namespace)
    }

    fn make(&mut self, vm: &mut Vm) -> PyResult<Flow> {
        self.stage = Stage::Done;
        if !self.original.is_unbound() {
            let key = Value::Obj(vm.names.orig_bases);
            vm.set_item(self.namespace, key, self.original)?;
        }
        let bases = vm.heap.new_tuple(&self.bases);
        let args = vec![self.name, bases, self.namespace];
        vm.call_as(self.metaclass, args, &self.keywords)
    }
}

impl NativeFrame for BuildFrame {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match (self.stage, input) {
            (_, Input::Raised(raised)) => Err(vm.raising(raised)),
            (Stage::Prepare, _) => self.prepare(vm),
            (Stage::Body, Input::Returned(namespace)) => self.body(vm, namespace),
            (Stage::Make, _) => self.make(vm),
            (Stage::Done, Input::Returned(class)) => Ok(Flow::Return(class)),
            _ => unreachable!("a class statement only calls"),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.values(&[
            self.function,
            self.name,
            self.original,
            self.metaclass,
            self.namespace,
        ]);
        marks.values(&self.bases);
        for &(name, value) in &self.keywords {
            marks.id(name);
            marks.value(value);
        }
    }
}
