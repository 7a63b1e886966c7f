//! `import`: the engine's modules, the embedder's, and the library's Python sources.

use std::rc::Rc;

use super::flow::Next;
use super::siblings::{Doubt, renaming_hint};
use super::then::Context;
use super::{Frame, Return, Unit, Vm};
use crate::code::Op;
use crate::compile::{self, Options};
use crate::native::{Flow, Input, PyResult, Raised, Raising};
use crate::object::{Function, ObjId, Object, Value, classes};
use crate::stdlib;

impl Vm {
    /// Imports a module by its full name, inside this call.
    ///
    /// # Errors
    ///
    /// `ModuleNotFoundError`, or what the module raises.
    pub fn import_module(&mut self, name: &str) -> PyResult<ObjId> {
        let flow = self.import_flow(name)?;
        let module = self.finish(flow)?;
        Ok(module.obj().expect("modules are objects"))
    }

    /// Imports a module by its full name. A file of the program's own runs in frames of its own, so
    /// that it can be stepped; afterwards the import is looked at anew.
    pub(super) fn import_flow(&mut self, name: &str) -> PyResult<Flow> {
        let mut last = None;
        for (end, _) in name.match_indices('.').chain([(name.len(), "")]) {
            let full = &name[..end];
            let module = match self.loaded_module(full)? {
                Some(module) => module,
                None => match self.find_sibling(full) {
                    Some(sibling) => return self.run_sibling(full, &sibling, name),
                    None => self.import_one(full, last)?,
                },
            };
            if let (Some(parent), Some(dot)) = (last, full.rfind('.'))
                && !self.is_initializing(module)
            {
                let key = self.heap.intern(&full[dot + 1..]);
                if self.own_module_attribute(parent, key).is_none() {
                    self.set_attr(Value::Obj(parent), key, Value::Obj(module))?;
                }
            }
            last = Some(module);
        }
        Ok(Flow::Return(Value::Obj(last.expect("at least one part"))))
    }

    fn own_module_attribute(&self, module: ObjId, name: ObjId) -> Option<Value> {
        let Object::Module(module) = self.heap.get(module) else {
            return None;
        };
        self.heap.dict_get_name(module.dict, name)
    }

    /// What `sys.modules` has.
    fn loaded_module(&mut self, full: &str) -> PyResult<Option<ObjId>> {
        let key = self.heap.intern(full);
        match self.heap.dict_get_name(self.modules, key) {
            Some(Value::Obj(module)) => Ok(Some(module)),
            Some(_) => {
                let text = format!("import of {full} halted; None in sys.modules");
                Err(self.import_error(classes::MODULE_NOT_FOUND_ERROR, &text, full))
            }
            None => Ok(None),
        }
    }

    /// Makes a module of the engine's, the embedder's or the library's.
    fn import_one(&mut self, full: &str, parent: Option<ObjId>) -> PyResult<ObjId> {
        let key = self.heap.intern(full);
        if let Some(source) = self.library_source(full) {
            return self.import_source(full, &source);
        }
        if let Some(source) = stdlib::source(full) {
            return self.import_source(full, source);
        }
        let importer = self.host.as_ref().map(|host| host.importer());
        let made = match importer.and_then(|importer| importer(self, full)) {
            Some(made) => Some(made),
            None => stdlib::import(self, full),
        };
        let Some(made) = made else {
            let mut text = format!("No module named '{full}'");
            let parents = parent.filter(|&parent| !self.is_package(parent));
            let parent = parents.map(|parent| self.module_name(parent));
            if let Some(parent) = parent.filter(|parent| !PACKAGES.contains(&&**parent)) {
                text.push_str(&format!("; '{parent}' is not a package"));
            }
            return Err(self.import_error(classes::MODULE_NOT_FOUND_ERROR, &text, full));
        };
        let module = made?;
        self.heap
            .dict_set_name(self.modules, key, Value::Obj(module));
        self.set_module_file(module, full);
        Ok(module)
    }

    /// What the embedder's library has under a name.
    #[must_use]
    pub fn library_source(&self, name: &str) -> Option<Rc<str>> {
        self.options.library.get(name).cloned()
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

    /// What a module that was imported has by a name; `None` if it was not, or has no such name.
    pub fn imported_name(&mut self, module: &str, name: &str) -> Option<Value> {
        let module = self.heap.intern(module);
        let name = self.heap.intern(name);
        let module = self.heap.dict_get_name(self.modules, module)?;
        match self.heap.object(module)? {
            Object::Module(module) => self.heap.dict_get_name(module.dict, name),
            _ => None,
        }
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
        let (code, _) = compile::compile_module(&filename, source, options).map_err(|error| {
            self.raise(
                classes::SYSTEM_ERROR,
                format_args!("{full}: line {}: {}", error.line, error.message),
            )
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
                Err(self.raising(raised))
            }
            _ => {
                self.set_module_file(module, full);
                Ok(module)
            }
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
            globals: globals.into(),
            handled: None,
            generator: None,
            ret,
            native: None,
        });
    }

    /// An `ImportError` that says which module it is about.
    pub(super) fn import_error(&mut self, class: ObjId, text: &str, name: &str) -> Raising {
        let raised = self.import_exception(class, text, name);
        self.raising(raised)
    }

    fn import_exception(&mut self, class: ObjId, text: &str, name: &str) -> Raised {
        let raised = self.exception_with(class, text);
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
                let globals = self.frame_globals();
                let flow = self.import_statement(&name, u32::from(level), globals, has_from)?;
                self.apply(flow, Return::Store(dst))
            }
            Op::ImportFrom { dst, module, name } => {
                let (module, name) = (self.register(module), unit.name(name));
                let flow = self.import_from(module, name)?;
                self.apply(flow, Return::Store(dst))
            }
            Op::ImportStar { module } => self.import_star(self.register(module)),
            _ => unreachable!("not an import's instruction"),
        }
    }

    /// What an `import` binds: the module itself for `from`, else its outermost package.
    pub(super) fn import_statement(
        &mut self,
        name: &str,
        level: u32,
        globals: ObjId,
        has_from: bool,
    ) -> PyResult<Flow> {
        let absolute;
        let name = if level > 0 {
            absolute = self.absolute_name(name, level, globals)?;
            &*absolute
        } else {
            name
        };
        let flow = self.import_flow(name);
        match name.find('.') {
            Some(dot) if !has_from => {
                let first = Value::Obj(self.heap.intern(&name[..dot]));
                self.then(flow, [first; 3], outermost_package)
            }
            _ => flow,
        }
    }

    fn import_from(&mut self, module: Value, name: ObjId) -> PyResult<Flow> {
        if let Some(value) = self.find_attr(module, name)? {
            return Ok(Flow::Return(value));
        }
        let Some(Object::Module(object)) = self.heap.object(module) else {
            return Err(self.raise(
                classes::IMPORT_ERROR,
                &format!("cannot import name '{}'", self.heap.text(name)),
            ));
        };
        let full = format!("{}.{}", object.name, self.heap.text(name));
        let context = [module, Value::Obj(name), Value::None];
        let flow = if self.may_have_submodules(module) {
            self.import_flow(&full)
        } else {
            Err(self.import_error(classes::MODULE_NOT_FOUND_ERROR, "", &full))
        };
        self.then(flow, context, submodule_or_error)
    }

    fn cannot_import(&mut self, module: Value, name: ObjId) -> Raising {
        let module = module.obj().expect("modules are objects");
        let (parent, text) = (self.module_name(module), Rc::clone(self.heap.text(name)));
        let origin = match self.module_file(module) {
            Some(file) => file.to_string(),
            None => module_origin(&parent),
        };
        let what = format!("cannot import name '{text}' from");
        let message = match self.doubt_about(module) {
            Doubt::Shadows => format!("{what} '{parent}' {}", renaming_hint(&origin, &parent)),
            Doubt::MayShadow => format!(
                "{what} '{parent}' (consider renaming '{origin}' if it has the same name as a \
                 library you intended to import)"
            ),
            Doubt::Cycle => format!(
                "{what} partially initialized module '{parent}' (most likely due to a circular \
                 import) ({origin})"
            ),
            Doubt::No => format!("{what} '{parent}' ({origin})"),
        };
        let raised = self.import_exception(classes::IMPORT_ERROR, &message, &parent);
        let path = self.module_file(module).unwrap_or_else(|| origin.into());
        for (key, value) in [("name_from", text), ("path", path)] {
            let (key, value) = (self.heap.intern(key), self.heap.new_str_rc(value));
            self.heap.set_own_attribute(raised.0, key, value);
        }
        self.raising(raised)
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
            globals: globals.into(),
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

fn outermost_package(vm: &mut Vm, [first, ..]: Context, outcome: Input) -> PyResult<Flow> {
    if let Input::Raised(raised) = outcome {
        return Err(vm.raising(raised));
    }
    let first = first.obj().expect("a name is an object");
    let module = vm.heap.dict_get_name(vm.modules, first);
    Ok(Flow::Return(module.unwrap_or(Value::None)))
}

/// `from package import name`: the name is no attribute and may have been imported as a module.
fn submodule_or_error(vm: &mut Vm, [module, name, _]: Context, outcome: Input) -> PyResult<Flow> {
    let name = name.obj().expect("a name is an object");
    match outcome {
        Input::Raised(raised) => {
            let parent = vm.module_name(module.obj().expect("modules are objects"));
            let full = format!("{parent}.{}", vm.heap.text(name));
            let key = vm.heap.intern("name");
            let missing = vm.heap.own_attribute(raised.0, key);
            let is_missing = vm.exception_matches(raised, classes::MODULE_NOT_FOUND_ERROR)
                && missing
                    .and_then(|name| vm.heap.str(name))
                    .is_some_and(|name| *name.text == *full);
            Err(if is_missing {
                vm.cannot_import(module, name)
            } else {
                vm.raising(raised)
            })
        }
        Input::Returned(value) | Input::Yielded(value) => Ok(Flow::Return(value)),
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}

/// Packages of CPython's library.
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
