//! `import`: the engine's modules, the embedder's, and the library's Python sources.

use std::rc::Rc;

use super::flow::Next;
use super::{Frame, Return, Unit, Vm};
use crate::code::Op;
use crate::compile::{self, Options};
use crate::native::{Flow, PyResult, Raised};
use crate::object::{Function, ObjId, Object, Value, classes};
use crate::stdlib;

impl Vm {
    /// Imports a module by its full name, running its source nested if it has one.
    ///
    /// # Errors
    ///
    /// `ModuleNotFoundError`, or what the module raises.
    pub fn import_module(&mut self, name: &str) -> PyResult<ObjId> {
        let mut last = None;
        for (end, _) in name.match_indices('.').chain([(name.len(), "")]) {
            let full = &name[..end];
            let module = self.import_one(full)?;
            if let (Some(parent), Some(dot)) = (last, full.rfind('.')) {
                let key = self.heap.intern(&full[dot + 1..]);
                if self.own_module_attribute(parent, key).is_none() {
                    self.set_attr(Value::Obj(parent), key, Value::Obj(module))?;
                }
            }
            last = Some(module);
        }
        Ok(last.expect("at least one part"))
    }

    fn own_module_attribute(&self, module: ObjId, name: ObjId) -> Option<Value> {
        let Object::Module(module) = self.heap.get(module) else {
            return None;
        };
        self.heap.dict_get_name(module.dict, name)
    }

    fn import_one(&mut self, full: &str) -> PyResult<ObjId> {
        let key = self.heap.intern(full);
        if let Some(Value::Obj(module)) = self.heap.dict_get_name(self.modules, key) {
            return Ok(module);
        }
        if let Some(source) = self.options.library.get(full).cloned() {
            return self.import_source(full, &source);
        }
        if let Some(source) = stdlib::source(full) {
            let module = self.import_source(full, source)?;
            self.set_module_file(module, full);
            return Ok(module);
        }
        let importer = self.host.as_ref().map(|host| host.importer());
        let made = match importer.and_then(|importer| importer(self, full)) {
            Some(made) => Some(made),
            None => stdlib::import(self, full),
        };
        let Some(made) = made else {
            return Err(self.no_module(full));
        };
        let module = made?;
        self.heap
            .dict_set_name(self.modules, key, Value::Obj(module));
        self.set_module_file(module, full);
        Ok(module)
    }

    /// Where CPython would have found a module, which messages and `repr` show.
    fn set_module_file(&mut self, module: ObjId, full: &str) {
        let origin = module_origin(full);
        if !origin.starts_with('/') || full.starts_with('_') {
            return;
        }
        let file = self.heap.new_str(&origin);
        let Object::Module(object) = self.heap.get(module) else {
            return;
        };
        let dict = object.dict;
        self.heap.dict_set_name(dict, self.names.file, file);
    }

    /// Runs the source of an internal module. The embedder's library may call it for its own
    /// sources.
    ///
    /// # Errors
    ///
    /// What the module raises.
    pub fn import_source(&mut self, full: &str, source: &str) -> PyResult<ObjId> {
        let filename = format!("/usr/lib/python3.14/{}.py", full.replace('.', "/"));
        let options = Options {
            is_internal: true,
            mode: compile::Mode::Exec,
        };
        let code = compile::compile_module(&filename, source, options).map_err(|error| {
            let text = format!("{full}: line {}: {}", error.line, error.message);
            self.raise(classes::SYSTEM_ERROR, &text)
        })?;
        let unit = self.load(&code);
        let module = self.new_module(full);
        let key = self.heap.intern(full);
        self.heap
            .dict_set_name(self.modules, key, Value::Obj(module));
        let Object::Module(object) = self.heap.get(module) else {
            unreachable!("just made")
        };
        let globals = object.dict;
        let outcome = self.run_nested(|vm| {
            vm.push_module(unit, globals, Return::Exit);
            Ok(Next::Switch)
        });
        match outcome {
            super::flow::Outcome::Raised(raised) => {
                self.heap.dict_delete_name(self.modules, key);
                Err(raised)
            }
            _ => Ok(module),
        }
    }

    /// Pushes the frame of a module's top level (or of an `exec`).
    pub(super) fn push_module(&mut self, unit: Rc<Unit>, globals: ObjId, ret: Return) {
        let base = self.top();
        let end = base as usize + usize::from(unit.code.n_registers);
        if self.stack.len() < end {
            self.stack.resize(end, Value::Unbound);
        }
        for slot in &mut self.stack[base as usize..end] {
            *slot = Value::Unbound;
        }
        self.frames.push(Frame {
            unit,
            ip: 0,
            base,
            globals,
            handled: Value::None,
            generator: None,
            ret,
            native: None,
        });
    }

    fn no_module(&mut self, name: &str) -> Raised {
        let raised = self.raise(
            classes::MODULE_NOT_FOUND_ERROR,
            &format!("No module named '{name}'"),
        );
        let (key, value) = (self.heap.intern("name"), self.heap.new_str(name));
        self.heap.set_own_attribute(raised.0, key, value);
        raised
    }

    pub(super) fn execute_import(&mut self, op: Op, unit: &Rc<Unit>) -> PyResult<Next> {
        match op {
            Op::Import {
                level,
                dst,
                name,
                from_list,
            } => {
                let name = Rc::clone(self.heap.text(unit.name(name)));
                let has_from = matches!(
                    self.heap.object(unit.constants[usize::from(from_list)]),
                    Some(Object::Tuple(items)) if !items.is_empty()
                );
                if level > 0 {
                    let text = "attempted relative import with no known parent package";
                    return Err(self.raise(classes::IMPORT_ERROR, text));
                }
                let module = self.import_module(&name)?;
                let module = match name.find('.') {
                    Some(dot) if !has_from => self.import_module(&name[..dot])?,
                    _ => module,
                };
                self.store(dst, Value::Obj(module))
            }
            Op::ImportFrom { dst, module, name } => {
                let (module, name) = (self.register(module), unit.name(name));
                let value = self.import_from(module, name)?;
                self.store(dst, value)
            }
            Op::ImportStar { module } => self.import_star(self.register(module)),
            _ => unreachable!("not an import's instruction"),
        }
    }

    fn import_from(&mut self, module: Value, name: ObjId) -> PyResult {
        if let Some(value) = self.find_attr(module, name)? {
            return Ok(value);
        }
        let text = Rc::clone(self.heap.text(name));
        let Some(Object::Module(object)) = self.heap.object(module) else {
            return Err(self.raise(
                classes::IMPORT_ERROR,
                &format!("cannot import name '{text}'"),
            ));
        };
        let parent = Rc::clone(&object.name);
        let full = format!("{parent}.{text}");
        if let Ok(submodule) = self.import_one(&full) {
            return Ok(Value::Obj(submodule));
        }
        let origin = module_origin(&parent);
        let message = format!("cannot import name '{text}' from '{parent}' ({origin})");
        let raised = self.raise(classes::IMPORT_ERROR, &message);
        for (key, value) in [("name", &parent), ("name_from", &text)] {
            let (key, value) = (self.heap.intern(key), self.heap.new_str(value));
            self.heap.set_own_attribute(raised.0, key, value);
        }
        Err(raised)
    }

    fn import_star(&mut self, module: Value) -> PyResult<Next> {
        let Some(Object::Module(object)) = self.heap.object(module) else {
            unreachable!("only modules are imported")
        };
        let dict = object.dict;
        let all = self.heap.intern("__all__");
        let names: Vec<ObjId> = match self.heap.dict_get_name(dict, all) {
            Some(all) => {
                let items = self.collect(all)?;
                let texts: Vec<Rc<str>> = items
                    .iter()
                    .filter_map(|&item| self.heap.str(item).map(|s| Rc::clone(&s.text)))
                    .collect();
                texts.iter().map(|text| self.heap.intern(text)).collect()
            }
            None => {
                let keys: Vec<Value> = self.heap.dict(dict).iter().map(|entry| entry.key).collect();
                let is_public = |vm: &Self, key: Value| {
                    vm.heap
                        .str(key)
                        .is_some_and(|name| !name.text.starts_with('_'))
                };
                keys.into_iter()
                    .filter(|&key| is_public(self, key))
                    .filter_map(Value::obj)
                    .collect()
            }
        };
        for name in names {
            let value = self.get_attr(module, name)?;
            self.store_name(name, value)?;
        }
        Ok(Next::Go)
    }

    /// `exec`, `eval` and the like: runs loaded code with globals of its own.
    pub fn code_flow(&mut self, unit: Rc<Unit>, globals: ObjId) -> Flow {
        let empty = || Rc::from([]);
        let name = Value::Obj(self.heap.intern(&unit.code.name));
        let function = Function {
            unit,
            globals,
            defaults: empty(),
            keyword_defaults: Value::None,
            closure: empty(),
            name,
            qualname: name,
            doc: Value::None,
            module: Value::None,
            annotations: Value::Unbound,
            annotate: Value::Unbound,
        };
        let callee = Value::Obj(
            self.heap
                .alloc(classes::FUNCTION, Object::Function(Box::new(function))),
        );
        Flow::Call {
            callee,
            args: Vec::new(),
        }
    }
}

/// Where CPython's library has a module, as its messages say.
fn module_origin(name: &str) -> String {
    const BUILT_IN: &[&str] = &[
        "builtins",
        "errno",
        "gc",
        "itertools",
        "marshal",
        "math",
        "sys",
        "time",
    ];
    const PACKAGES: &[&str] = &[
        "asyncio",
        "collections",
        "concurrent",
        "concurrent.futures",
        "importlib",
        "json",
        "logging",
        "re",
        "string",
        "unittest",
        "urllib",
    ];
    if BUILT_IN.contains(&name) {
        return "unknown location".to_owned();
    }
    let path = name.replace('.', "/");
    let file = if PACKAGES.contains(&name) {
        "/__init__.py"
    } else {
        ".py"
    };
    format!("/usr/lib/python3.14/{path}{file}")
}
