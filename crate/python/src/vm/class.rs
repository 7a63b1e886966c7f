//! Calling classes, and asking what is an instance of what.

use super::Vm;
use crate::native::{Flow, Input, NativeFrame, PyResult};
use crate::object::{Attributes, Layout, Marks, ObjId, Object, Value, classes};

impl Vm {
    /// The class's name with its module unless that is `builtins`, as `repr` shows it.
    pub fn full_name(&self, class: ObjId) -> String {
        let class = self.heap.type_ref(class);
        if &*class.module == "builtins" {
            class.qualname.to_string()
        } else {
            format!("{}.{}", class.module, class.qualname)
        }
    }

    /// A call that may have keyword arguments, as a flow.
    ///
    /// # Errors
    ///
    /// What a native callee raises.
    pub(crate) fn call_as(
        &mut self,
        callee: Value,
        args: Vec<Value>,
        keywords: &[(ObjId, Value)],
    ) -> PyResult<Flow> {
        if keywords.is_empty() {
            Ok(Flow::Call { callee, args })
        } else {
            self.call_flow(callee, args, keywords.to_vec())
        }
    }

    /// Whether a class attribute is the native function that a built-in class has under this name.
    pub(crate) fn is_native_of(&self, attribute: Option<Value>, owner: ObjId) -> bool {
        match attribute.map(|attribute| self.heap.object(attribute)) {
            Some(Some(Object::Native(native))) => native.owner.obj() == Some(owner),
            _ => false,
        }
    }

    /// Calls a class, through its metaclass's `__call__` if there is one in Python.
    ///
    /// # Errors
    ///
    /// What the constructor raises.
    pub fn type_call_flow(
        &mut self,
        class: ObjId,
        mut args: Vec<Value>,
        keywords: Vec<(ObjId, Value)>,
    ) -> PyResult<Flow> {
        let metaclass = self.heap.class_of(class);
        if metaclass != classes::TYPE {
            let call = self.lookup(metaclass, self.names.call);
            if !self.is_native_of(call, classes::TYPE)
                && let Some(callee) = call
            {
                args.insert(0, Value::Obj(class));
                return self.call_as(callee, args, &keywords);
            }
        }
        self.construct_flow(class, args, keywords)
    }

    /// `type.__call__`: `__new__`, then `__init__`.
    ///
    /// # Errors
    ///
    /// What the constructor raises.
    pub(crate) fn construct_flow(
        &mut self,
        class: ObjId,
        mut args: Vec<Value>,
        keywords: Vec<(ObjId, Value)>,
    ) -> PyResult<Flow> {
        if class == classes::TYPE && args.len() == 1 && keywords.is_empty() {
            return Ok(Flow::Return(Value::Obj(self.heap.type_of(args[0]))));
        }
        let new = self.lookup(class, self.names.new);
        let init = self.lookup(class, self.names.init);
        let has_own_init = !self.is_native_of(init, classes::OBJECT)
            && !self.is_native_of(init, classes::BASE_EXCEPTION)
            && init.is_some();
        if class == classes::MEMORYVIEW {
            // The class in `py/_memoryview.py`, which takes this one's name.
            let (module, name) = (
                self.import_module("_memoryview")?,
                self.heap.intern("memoryview"),
            );
            let callee = self.get_attr(Value::Obj(module), name)?;
            return self.call_flow(callee, args, keywords);
        }
        if self.is_native_of(new, classes::OBJECT) {
            if !has_own_init && !(args.is_empty() && keywords.is_empty()) {
                return Err(self.type_error(&format!(
                    "{}() takes no arguments",
                    self.heap.type_ref(class).name
                )));
            }
            let object = self.new_object(class)?;
            let Some(init) = init.filter(|_| has_own_init) else {
                return Ok(Flow::Return(object));
            };
            return Ok(Flow::Enter(Box::new(ConstructFrame {
                class,
                args,
                keywords,
                object,
                callee: init,
                stage: Stage::Init,
            })));
        }
        let Some(new) = new else {
            return Err(self.type_error(&format!(
                "cannot create '{}' instances",
                self.heap.type_ref(class).name
            )));
        };
        self.check_abstract(class)?;
        let new = match self.heap.object(new) {
            Some(Object::StaticMethod(function)) => *function,
            _ => new,
        };
        if !has_own_init && matches!(self.heap.object(new), Some(Object::Native(_))) {
            args.insert(0, Value::Obj(class));
            return self.call_as(new, args, &keywords);
        }
        Ok(Flow::Enter(Box::new(ConstructFrame {
            class,
            args,
            keywords,
            object: Value::Unbound,
            callee: new,
            stage: Stage::New,
        })))
    }

    /// The Python `__init__` of a class that is made by `object.__new__` and nothing else: then
    /// calling the class is
    /// `new_object` and a call of that function.
    pub fn simple_init(&self, class: ObjId) -> Option<Value> {
        if self.heap.class_of(class) != classes::TYPE {
            return None;
        }
        let init = self.lookup(class, self.names.init)?;
        let is_function = matches!(self.heap.object(init), Some(Object::Function(_)));
        (is_function && self.is_native_of(self.lookup(class, self.names.new), classes::OBJECT))
            .then_some(init)
    }

    /// `object.__new__(class)`
    ///
    /// # Errors
    ///
    /// `TypeError` if the class is abstract or its instances have a layout of their own.
    pub fn new_object(&mut self, class: ObjId) -> PyResult {
        self.check_abstract(class)?;
        let layout = self.heap.type_ref(class).layout;
        if layout != Layout::Instance {
            let name = self.heap.type_ref(class).name.clone();
            let base = self.built_in_base(class);
            let base = self.heap.type_ref(base).name.clone();
            return Err(self.type_error(format_args!(
                "object.__new__({name}) is not safe, use {base}.__new__()"
            )));
        }
        let has_finalizer = self.heap.type_ref(class).has_finalizer;
        let object = Object::Instance(Attributes::default());
        let id = self.heap.alloc(class, object);
        if has_finalizer {
            self.watch(id);
        }
        Ok(Value::Obj(id))
    }

    /// The first class of the resolution order that no program made.
    pub(crate) fn built_in_base(&self, class: ObjId) -> ObjId {
        let mro = &self.heap.type_ref(class).mro;
        let found = mro.iter().find(|&&id| !self.heap.type_ref(id).is_heap);
        found.copied().unwrap_or(classes::OBJECT)
    }

    fn check_abstract(&mut self, class: ObjId) -> PyResult<()> {
        if self.heap.class_of(class) == classes::TYPE {
            return Ok(());
        }
        let Some(Value::Obj(methods)) = self.lookup(class, self.names.abstract_methods) else {
            return Ok(());
        };
        let mut names: Vec<std::rc::Rc<str>> = match self.heap.get(methods) {
            Object::Set(set) | Object::FrozenSet(set) => set
                .iter()
                .filter_map(|(_, key)| self.heap.str(key))
                .map(|name| format!("'{}'", name.text).into())
                .collect(),
            _ => return Ok(()),
        };
        if names.is_empty() {
            return Ok(());
        }
        names.sort_unstable();
        Err(self.type_error(&format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{} {}",
            self.heap.type_ref(class).name,
            if names.len() == 1 { "" } else { "s" },
            names.join(", ")
        )))
    }

    /// Checks the two arguments of `super`.
    ///
    /// # Errors
    ///
    /// `TypeError` in CPython's words.
    pub(crate) fn check_super(&mut self, class: Value, obj: Value) -> PyResult<()> {
        let Some(Object::Type(_)) = self.heap.object(class) else {
            return Err(self.type_error(format_args!(
                "super() argument 1 must be a type, not {}",
                self.type_name(class)
            )));
        };
        let id = class.obj().expect("classes are objects");
        if obj.is_unbound() || obj.is_none() || self.heap.is_instance(obj, id) {
            return Ok(());
        }
        if let Some(Object::Type(_)) = self.heap.object(obj)
            && self
                .heap
                .is_subclass(obj.obj().expect("classes are objects"), id)
        {
            return Ok(());
        }
        let what = match self.heap.object(obj) {
            Some(Object::Type(other)) => format!("type object ({})", other.name),
            _ => format!("instance of {}", self.type_name(obj)),
        };
        Err(self.type_error(&format!(
            "super(type, obj): obj ({what}) is not an instance or subtype of type ({}).",
            self.heap.type_ref(id).name
        )))
    }

    /// `isinstance(value, classinfo)`
    ///
    /// # Errors
    ///
    /// `TypeError` if `classinfo` is none, or what `__instancecheck__` raises.
    pub fn is_instance_of(&mut self, value: Value, classinfo: Value) -> PyResult<bool> {
        self.check_class(value, classinfo, Check::Instance)
    }

    /// `issubclass(class, classinfo)`
    ///
    /// # Errors
    ///
    /// `TypeError` if an argument is no class, or what `__subclasscheck__` raises.
    pub fn is_subclass_of(&mut self, class: Value, classinfo: Value) -> PyResult<bool> {
        self.check_class(class, classinfo, Check::Subclass)
    }

    fn check_class(&mut self, value: Value, classinfo: Value, check: Check) -> PyResult<bool> {
        match self.heap.object(classinfo) {
            Some(Object::Type(_)) => {
                let class = classinfo.obj().expect("classes are objects");
                let metaclass = self.heap.class_of(class);
                if metaclass == classes::TYPE
                    || (check == Check::Instance && self.heap.type_of(value) == class)
                {
                    return self.check_class_plain(value, class, check);
                }
                let name = match check {
                    Check::Instance => self.names.instance_check,
                    Check::Subclass => self.names.subclass_check,
                };
                let method = self.lookup(metaclass, name);
                if self.is_native_of(method, classes::TYPE) {
                    return self.check_class_plain(value, class, check);
                }
                let method = method.expect("type has it");
                let answer = self.call(method, &[classinfo, value])?;
                self.is_true(answer)
            }
            Some(Object::Tuple(items)) => {
                for &item in items.clone().iter() {
                    if self.check_class(value, item, check)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => {
                let (name, number) = match check {
                    Check::Instance => {
                        ("__instancecheck__", "a type, a tuple of types, or a union")
                    }
                    Check::Subclass => (
                        "__subclasscheck__",
                        "a class, a tuple of classes, or a union",
                    ),
                };
                if !classinfo.is_none()
                    && let Some(flow) = self.special_flow(classinfo, name, &[value])?
                {
                    let answer = self.finish(flow)?;
                    return self.is_true(answer);
                }
                let function = match check {
                    Check::Instance => "isinstance",
                    Check::Subclass => "issubclass",
                };
                if check == Check::Subclass {
                    self.need_class(value)?;
                }
                Err(self.type_error(format_args!("{function}() arg 2 must be {number}")))
            }
        }
    }

    fn need_class(&mut self, value: Value) -> PyResult<ObjId> {
        match self.heap.object(value) {
            Some(Object::Type(_)) => Ok(value.obj().expect("classes are objects")),
            _ => Err(self.type_error("issubclass() arg 1 must be a class")),
        }
    }

    /// `type.__instancecheck__`
    pub(crate) fn is_instance_plain(&mut self, value: Value, class: ObjId) -> PyResult<bool> {
        self.check_class_plain(value, class, Check::Instance)
    }

    /// `type.__subclasscheck__`
    pub(crate) fn is_subclass_plain(&mut self, value: Value, class: ObjId) -> PyResult<bool> {
        self.check_class_plain(value, class, Check::Subclass)
    }

    fn check_class_plain(&mut self, value: Value, class: ObjId, check: Check) -> PyResult<bool> {
        if check == Check::Subclass {
            let sub = self.need_class(value)?;
            return Ok(self.heap.is_subclass(sub, class));
        }
        if self.heap.is_instance(value, class) {
            return Ok(true);
        }
        // A `__class__` property may claim another class (mocks, proxies).
        let own = self.heap.type_of(value);
        let claimed = self.lookup(own, self.names.class);
        if !self.heap.type_ref(own).is_heap || self.is_getset(claimed) {
            return Ok(false);
        }
        let name = self.names.class;
        match self.find_attr(value, name)? {
            Some(Value::Obj(claimed)) if matches!(self.heap.get(claimed), Object::Type(_)) => {
                Ok(self.heap.is_subclass(claimed, class))
            }
            _ => Ok(false),
        }
    }

    fn is_getset(&self, attribute: Option<Value>) -> bool {
        attribute
            .is_some_and(|attribute| self.heap.type_of(attribute) == classes::GETSET_DESCRIPTOR)
    }

    /// Whether a value is a class of exceptions.
    pub fn is_exception_class(&self, value: Value) -> bool {
        matches!(self.heap.object(value), Some(Object::Type(_)))
            && value
                .obj()
                .is_some_and(|class| self.heap.is_subclass(class, classes::BASE_EXCEPTION))
    }
}

/// Which of the two questions about classes is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Check {
    Instance,
    Subclass,
}

#[derive(Clone, Copy, Debug)]
enum Stage {
    New,
    Init,
    Done,
}

/// A class being called: `__new__`, then `__init__`.
#[derive(Clone, Debug)]
struct ConstructFrame {
    class: ObjId,
    args: Vec<Value>,
    keywords: Vec<(ObjId, Value)>,
    /// The instance, once made.
    object: Value,
    /// What the next stage calls.
    callee: Value,
    stage: Stage,
}

impl ConstructFrame {
    fn call(&self, vm: &mut Vm, first: Value) -> PyResult<Flow> {
        let mut args = Vec::with_capacity(self.args.len() + 1);
        args.push(first);
        args.extend_from_slice(&self.args);
        vm.call_as(self.callee, args, &self.keywords)
    }
}

impl NativeFrame for ConstructFrame {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match (self.stage, input) {
            (_, Input::Raised(raised)) => Err(vm.raising(raised)),
            (Stage::New, Input::Start) => self.call(vm, Value::Obj(self.class)),
            (Stage::New, Input::Returned(object)) => {
                self.object = object;
                let class = vm.heap.type_of(object);
                if !vm.heap.is_subclass(class, self.class) {
                    return Ok(Flow::Return(object));
                }
                let init = vm.lookup(class, vm.names.init);
                let is_done = vm.is_native_of(init, classes::OBJECT)
                    || vm.is_native_of(init, classes::BASE_EXCEPTION);
                let Some(init) = init.filter(|_| !is_done) else {
                    return Ok(Flow::Return(object));
                };
                self.callee = init;
                self.stage = Stage::Done;
                self.call(vm, object)
            }
            (Stage::Init, _) => {
                self.stage = Stage::Done;
                self.call(vm, self.object)
            }
            (Stage::Done, Input::Returned(Value::None)) => Ok(Flow::Return(self.object)),
            (Stage::Done, Input::Returned(value)) => Err(vm.type_error(format_args!(
                "__init__() should return None, not '{}'",
                vm.type_name(value)
            ))),
            (_, Input::Start | Input::Yielded(_) | Input::Again) => {
                unreachable!("constructors only call")
            }
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.id(self.class);
        marks.values(&self.args);
        for &(name, value) in &self.keywords {
            marks.id(name);
            marks.value(value);
        }
        marks.value(self.object);
        marks.value(self.callee);
    }
}
