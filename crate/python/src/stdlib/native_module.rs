//! Making modules and classes of native functions.

use crate::native::{NativeDef, PyResult};
use crate::object::{Layout, ObjId, Object, Value, classes};
use crate::vm::Vm;

impl Vm {
    /// Makes a module of native functions; more may be put into its globals with `set_global`.
    pub(crate) fn native_module(&mut self, name: &str, functions: &'static [NativeDef]) -> ObjId {
        let module = self.new_module(name);
        let globals = self.module_globals(module);
        self.add_functions(globals, functions);
        module
    }

    /// The globals of a module.
    pub(crate) fn module_globals(&self, module: ObjId) -> ObjId {
        match self.heap.get(module) {
            Object::Module(module) => module.dict,
            _ => unreachable!("expected a module"),
        }
    }

    /// Sets a name in a module.
    pub(crate) fn set_global(&mut self, module: ObjId, name: &str, value: Value) {
        let globals = self.module_globals(module);
        let name = self.heap.intern(name);
        self.heap.dict_set_name(globals, name, value);
    }

    /// A name of an imported module, if both are there.
    pub(crate) fn module_value(&mut self, module: &str, name: &str) -> Option<Value> {
        let (module, name) = (self.heap.intern(module), self.heap.intern(name));
        let module = self.heap.dict_get_name(self.modules, module)?.obj()?;
        let globals = self.module_globals(module);
        self.heap.dict_get_name(globals, name)
    }

    /// Makes a class of native methods and puts it into a module.
    ///
    /// # Errors
    ///
    /// `MemoryError`.
    pub(crate) fn native_class(
        &mut self,
        module: ObjId,
        name: &str,
        base: ObjId,
        layout: Layout,
        methods: &'static [NativeDef],
    ) -> PyResult<ObjId> {
        let namespace = self.heap.new_dict(crate::object::Dict::default());
        let namespace = namespace.obj().expect("dicts are objects");
        let class = self.new_class(classes::TYPE, name, &[Value::Obj(base)], namespace, &[])?;
        let Object::Module(owner) = self.heap.get(module) else {
            unreachable!("expected a module")
        };
        let owner = std::rc::Rc::clone(&owner.name);
        let object = self.heap.type_mut(class);
        object.module = owner;
        object.layout = layout;
        // A class on a built-in layout is asked for its methods only if it counts as a program's
        // own.
        object.is_heap = layout != Layout::Foreign;
        object.has_dict = false;
        self.add_methods(class, methods);
        self.set_global(module, name, Value::Obj(class));
        Ok(class)
    }
}
