//! Modules of the program's own: files and packages beside it, relative imports, cycles.

use std::rc::Rc;

use super::Vm;
use super::then::Context;
use crate::compile::{self, Options};
use crate::native::{Flow, Input, PyResult};
use crate::object::{ObjId, Object, Value, classes};

/// The source of a module beside the program.
pub(super) struct Sibling {
    /// Relative to the program's directory; without text for a package that is only a directory.
    path: String,
    text: Option<Rc<[u8]>>,
    is_package: bool,
}

/// Why a name may be missing in a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    No,
    /// The module has a library module's name.
    Shadows,
    /// It stands beside the program, and is still running.
    MayShadow,
    /// It is still running.
    Cycle,
}

impl Vm {
    /// The file or package of a module's name beside the program. The library's own modules look
    /// into the library first.
    pub(super) fn find_sibling(&self, full: &str) -> Option<Sibling> {
        let files = &self.options.files;
        let asked_by_library = || {
            let frame = self
                .frames
                .iter()
                .rev()
                .find(|frame| frame.native.is_none());
            frame.is_some_and(|frame| frame.unit.code.source.is_internal)
        };
        if files.is_empty() || BUILT_IN.contains(&full) {
            return None;
        }
        if asked_by_library() && self.is_library_module(full) {
            return None;
        }
        let base = full.replace('.', "/");
        for (path, is_package) in [
            (format!("{base}/__init__.py"), true),
            (format!("{base}.py"), false),
        ] {
            if let Some(text) = files.get(&path) {
                let text = Some(Rc::clone(text));
                return Some(Sibling {
                    path,
                    text,
                    is_package,
                });
            }
        }
        let inside = format!("{base}/");
        let is_directory = files.iter().any(|(path, _)| path.starts_with(&inside));
        is_directory.then_some(Sibling {
            path: inside,
            text: None,
            is_package: true,
        })
    }

    fn is_library_module(&self, full: &str) -> bool {
        self.options.library.contains(full) || crate::stdlib::source(full).is_some()
    }

    /// Runs a module beside the program, then goes on with the import of `goal`.
    pub(super) fn run_sibling(
        &mut self,
        full: &str,
        sibling: &Sibling,
        goal: &str,
    ) -> PyResult<Flow> {
        let filename = format!("{}{}", self.options.directory, sibling.path);
        let unit = match &sibling.text {
            Some(text) => {
                let text = String::from_utf8_lossy(text);
                let options = Options {
                    is_internal: false,
                    mode: compile::Mode::Exec,
                };
                let (code, warnings) = compile::compile_module(&filename, &text, options)
                    .map_err(|error| self.raise_syntax_error(&filename, &error))?;
                self.show_warnings(&filename, &warnings, Some(&code.source));
                Some(self.load(&code))
            }
            None => None,
        };
        let module = self.new_module(full);
        let key = self.heap.intern(full);
        self.heap
            .dict_set_name(self.modules, key, Value::Obj(module));
        self.set_module_names(module, full, &filename, sibling)?;
        let Some(unit) = unit else {
            return self.import_flow(goal);
        };
        let globals = self.globals_of(module);
        self.set_initializing(module, true);
        let flow = self.code_flow(unit, globals);
        let goal = Value::Obj(self.heap.intern(goal));
        self.then(
            Ok(flow),
            [Value::Obj(module), Value::Obj(key), goal],
            module_has_run,
        )
    }

    fn set_module_names(
        &mut self,
        module: ObjId,
        full: &str,
        filename: &str,
        sibling: &Sibling,
    ) -> PyResult<()> {
        let package = if sibling.is_package {
            full
        } else {
            full.rfind('.').map_or("", |dot| &full[..dot])
        };
        let builtins = self.import_module("builtins")?;
        let file = match sibling.text {
            Some(_) => self.heap.new_str(filename),
            None => Value::None,
        };
        let package = self.heap.new_str(package);
        let mut names = vec![
            ("__file__", file),
            ("__package__", package),
            ("__builtins__", Value::Obj(builtins)),
        ];
        if sibling.is_package {
            let directory = filename.rfind('/').map_or("", |slash| &filename[..slash]);
            let directory = self.heap.new_str(directory);
            names.push(("__path__", self.heap.new_list(vec![directory])));
        }
        let globals = self.globals_of(module);
        for (name, value) in names {
            let name = self.heap.intern(name);
            self.heap.dict_set_name(globals, name, value);
        }
        Ok(())
    }

    fn globals_of(&self, module: ObjId) -> ObjId {
        match self.heap.get(module) {
            Object::Module(module) => module.dict,
            _ => unreachable!("expected a module"),
        }
    }

    pub(super) fn module_name(&self, module: ObjId) -> Rc<str> {
        match self.heap.get(module) {
            Object::Module(module) => Rc::clone(&module.name),
            _ => "?".into(),
        }
    }

    /// `__file__`, of modules beside the program.
    pub(super) fn module_file(&self, module: ObjId) -> Option<Rc<str>> {
        let Object::Module(object) = self.heap.get(module) else {
            return None;
        };
        let file = self.heap.dict_get_name(object.dict, self.names.file)?;
        Some(Rc::clone(&self.heap.str(file)?.text))
    }

    fn set_initializing(&mut self, module: ObjId, is_initializing: bool) {
        if let Object::Module(module) = self.heap.get_mut(module) {
            module.is_initializing = is_initializing;
        }
    }

    pub(super) fn is_initializing(&self, module: ObjId) -> bool {
        matches!(self.heap.get(module), Object::Module(module) if module.is_initializing)
    }

    pub(super) fn is_package(&self, module: ObjId) -> bool {
        let Object::Module(object) = self.heap.get(module) else {
            return false;
        };
        let dict = object.dict;
        self.heap.dict_get_name(dict, self.names.path).is_some()
    }

    /// Whether `from module import name` looks for a module of that name. The library's packages
    /// have no path.
    pub(super) fn may_have_submodules(&self, module: Value) -> bool {
        let Value::Obj(module) = module else {
            return false;
        };
        let is_library = || {
            self.module_file(module)
                .is_none_or(|file| file.starts_with("/usr/lib/"))
        };
        self.is_package(module) || is_library()
    }

    pub(super) fn doubt_about(&self, module: ObjId) -> Doubt {
        let name = self.module_name(module);
        let is_beside = self
            .module_file(module)
            .is_some_and(|file| *file == *format!("{}{name}.py", self.options.directory));
        if is_beside && self.is_library_module(&name) {
            return Doubt::Shadows;
        }
        match (self.is_initializing(module), is_beside) {
            (false, _) => Doubt::No,
            (true, true) => Doubt::MayShadow,
            (true, false) => Doubt::Cycle,
        }
    }

    /// The full name of a relative import's module.
    pub(super) fn absolute_name(
        &mut self,
        name: &str,
        level: u32,
        globals: ObjId,
    ) -> PyResult<String> {
        let known = |vm: &mut Self, key: &str| {
            let key = vm.heap.intern(key);
            let value = vm.heap.dict_get_name(globals, key)?;
            Some(Rc::clone(&vm.heap.str(value)?.text))
        };
        let package = match known(self, "__package__") {
            Some(package) => Some(package),
            None => known(self, "__name__").map(|name| match name.rfind('.') {
                Some(dot) => name[..dot].into(),
                None => "".into(),
            }),
        };
        let Some(package) = package.filter(|package| !package.is_empty()) else {
            let text = "attempted relative import with no known parent package";
            return Err(self.raise(classes::IMPORT_ERROR, text));
        };
        let mut base = &*package;
        for _ in 1..level {
            let Some(dot) = base.rfind('.') else {
                let text = "attempted relative import beyond top-level package";
                return Err(self.raise(classes::IMPORT_ERROR, text));
            };
            base = &base[..dot];
        }
        Ok(if name.is_empty() {
            base.to_owned()
        } else {
            format!("{base}.{name}")
        })
    }

    /// `AttributeError` for a name that a module doesn't have (yet).
    pub(super) fn module_attribute_message(
        &mut self,
        module: ObjId,
        shown: &str,
        name: &str,
    ) -> String {
        let file = self.module_file(module).unwrap_or_default();
        let plain = format!("module '{shown}' has no attribute '{name}'");
        match self.doubt_about(module) {
            Doubt::No => plain,
            Doubt::Shadows => format!("{plain} {}", renaming_hint(&file, shown)),
            Doubt::MayShadow => format!(
                "{plain} (consider renaming '{file}' if it has the same name as a library you \
                 intended to import)"
            ),
            Doubt::Cycle => {
                let submodule = format!("{shown}.{name}");
                let key = self.heap.intern(&submodule);
                if self.heap.dict_get_name(self.modules, key).is_some() {
                    return format!(
                        "cannot access submodule '{name}' of module '{shown}' (most likely due to \
                         a circular import)"
                    );
                }
                format!(
                    "partially initialized module '{shown}' from '{file}' has no attribute \
                     '{name}' (most likely due to a circular import)"
                )
            }
        }
    }
}

/// Modules that no file beside the program can stand for.
const BUILT_IN: &[&str] = &["builtins", "itertools", "sys", "time"];

pub(super) fn renaming_hint(file: &str, name: &str) -> String {
    format!(
        "(consider renaming '{file}' since it has the same name as the standard library module \
         named '{name}' and prevents importing that standard library module)"
    )
}

/// A module's source has run: the import is looked at anew, or the module is forgotten.
fn module_has_run(vm: &mut Vm, [module, name, goal]: Context, outcome: Input) -> PyResult<Flow> {
    let (Value::Obj(module), Value::Obj(name), Value::Obj(goal)) = (module, name, goal) else {
        unreachable!("modules and names are objects")
    };
    vm.set_initializing(module, false);
    match outcome {
        Input::Raised(raised) => {
            vm.heap.dict_delete_name(vm.modules, name);
            Err(vm.raising(raised))
        }
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
        Input::Returned(_) | Input::Yielded(_) => {
            let goal = Rc::clone(vm.heap.text(goal));
            vm.import_flow(&goal)
        }
    }
}
