//! Reading attributes: the class's data descriptors, the object's own attributes, the class's other
//! attributes, then
//! `__getattr__`.

use super::Vm;
use crate::native::{Body, Flow, Input, NativeFrame, PyResult};
use crate::object::{BoundMethod, Marks, ObjId, Object, Value, classes};

impl Vm {
    /// The raw attribute of a class, found along its method resolution order.
    #[inline(always)]
    pub fn lookup(&self, class: ObjId, name: ObjId) -> Option<Value> {
        if let Some(known) = self.class_cache.get(self.class_epoch, class, name) {
            return known;
        }
        let found = self.heap.type_ref(class).mro.iter().find_map(|&class| {
            self.heap
                .dict_get_name(self.heap.type_ref(class).dict, name)
        });
        self.class_cache.set(self.class_epoch, class, name, found);
        found
    }

    /// The raw (unbound) attribute of the value's class.
    pub fn lookup_special(&mut self, value: Value, name: &str) -> Option<Value> {
        let name = self.heap.intern(name);
        self.lookup(self.heap.type_of(value), name)
    }

    /// Forgets everything known about the attributes of classes.
    pub(crate) fn new_class_epoch(&mut self) {
        self.class_epoch = self.class_epoch.wrapping_add(1);
        self.class_cache.prepare();
    }

    /// Calls a special method if the value's class has it.
    ///
    /// # Errors
    ///
    /// What binding the method raises.
    pub fn special_flow(
        &mut self,
        value: Value,
        name: &str,
        args: &[Value],
    ) -> PyResult<Option<Flow>> {
        let Some(attribute) = self.lookup_special(value, name) else {
            return Ok(None);
        };
        if attribute.is_none() {
            return Ok(None);
        }
        if self.is_plain_method(attribute) {
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(value);
            all.extend_from_slice(args);
            return Ok(Some(Flow::Call {
                callee: attribute,
                args: all,
            }));
        }
        let owner = self.heap.type_of(value);
        let bound = self.bind(attribute, value, owner)?;
        let callee = self.finish(bound)?;
        Ok(Some(Flow::Call {
            callee,
            args: args.to_vec(),
        }))
    }

    /// Whether an attribute of a class goes before an attribute of the instance.
    pub(crate) fn is_data_descriptor(&self, attribute: Value) -> bool {
        match self.heap.object(attribute) {
            Some(Object::Property(_) | Object::Member { .. }) => true,
            Some(
                Object::Function(_)
                | Object::Native(_)
                | Object::StaticMethod(_)
                | Object::ClassMethod(_)
                | Object::Str(_)
                | Object::Type(_),
            )
            | None => false,
            Some(_) => {
                let class = self.heap.type_of(attribute);
                self.lookup(class, self.names.set).is_some()
                    || self.lookup(class, self.names.delete).is_some()
            }
        }
    }

    /// Whether caches may not outlive a change of this class attribute.
    pub(crate) fn is_descriptor(&self, attribute: Value) -> bool {
        match self.heap.object(attribute) {
            None | Some(Object::Str(_) | Object::List(_) | Object::Dict(_) | Object::Tuple(_)) => {
                false
            }
            Some(
                Object::Property(_)
                | Object::Member { .. }
                | Object::Function(_)
                | Object::Native(_)
                | Object::StaticMethod(_)
                | Object::ClassMethod(_),
            ) => true,
            Some(_) => {
                let class = self.heap.type_of(attribute);
                [self.names.get, self.names.set, self.names.delete]
                    .into_iter()
                    .any(|name| self.lookup(class, name).is_some())
            }
        }
    }

    /// Binds a raw class attribute to a receiver (a descriptor's `__get__`); unbound receiver: got
    /// through the class.
    ///
    /// # Errors
    ///
    /// What a native getter raises.
    pub fn bind(&mut self, attribute: Value, receiver: Value, owner: ObjId) -> PyResult<Flow> {
        let Value::Obj(id) = attribute else {
            return Ok(Flow::Return(attribute));
        };
        match self.heap.get(id) {
            Object::Function(_) => Ok(Flow::Return(self.bound_method(attribute, receiver))),
            Object::Native(native) => {
                if receiver.is_unbound() || self.heap.class_of(id) != classes::METHOD_DESCRIPTOR {
                    return Ok(Flow::Return(attribute));
                }
                let mut native = native.clone();
                native.receiver = receiver;
                let bound = self
                    .heap
                    .alloc(classes::BUILTIN_FUNCTION, Object::Native(native));
                Ok(Flow::Return(Value::Obj(bound)))
            }
            Object::StaticMethod(function) => Ok(Flow::Return(*function)),
            Object::ClassMethod(function) => {
                let function = *function;
                self.bind_class_method(function, owner)
            }
            Object::Property(parts) => {
                let getter = parts[0];
                self.get_property(attribute, getter, receiver)
            }
            Object::Member { name, .. } => {
                let name = *name;
                let Value::Obj(object) = receiver else {
                    return Ok(Flow::Return(attribute));
                };
                match self.heap.own_attribute(object, name) {
                    Some(value) => Ok(Flow::Return(value)),
                    None => Err(self.attribute_error(receiver, name)),
                }
            }
            Object::Instance(_) | Object::Foreign(_) | Object::BoundMethod(_) => {
                let class = self.heap.class_of(id);
                match self.lookup(class, self.names.get) {
                    Some(get) if !matches!(self.heap.get(id), Object::BoundMethod(_)) => {
                        let receiver = receiver.bound().unwrap_or(Value::None);
                        let args = vec![attribute, receiver, Value::Obj(owner)];
                        Ok(Flow::Call { callee: get, args })
                    }
                    _ => Ok(Flow::Return(attribute)),
                }
            }
            _ => {
                let class = self.heap.class_of(id);
                if !self.heap.type_ref(class).is_heap {
                    return Ok(Flow::Return(attribute));
                }
                match self.lookup(class, self.names.get) {
                    Some(get) => {
                        let receiver = receiver.bound().unwrap_or(Value::None);
                        let args = vec![attribute, receiver, Value::Obj(owner)];
                        Ok(Flow::Call { callee: get, args })
                    }
                    None => Ok(Flow::Return(attribute)),
                }
            }
        }
    }

    /// A method object of a function and its receiver; the function itself without a receiver.
    pub fn bound_method(&mut self, function: Value, receiver: Value) -> Value {
        if receiver.is_unbound() {
            return function;
        }
        Value::Obj(self.heap.alloc(
            classes::METHOD,
            Object::BoundMethod(Box::new(BoundMethod { function, receiver })),
        ))
    }

    fn bind_class_method(&mut self, function: Value, owner: ObjId) -> PyResult<Flow> {
        let receiver = Value::Obj(owner);
        match self.heap.object(function) {
            Some(Object::Native(native)) => {
                let mut native = native.clone();
                native.receiver = receiver;
                let bound = self
                    .heap
                    .alloc(classes::BUILTIN_FUNCTION, Object::Native(native));
                Ok(Flow::Return(Value::Obj(bound)))
            }
            Some(Object::Property(_)) => self.bind(function, receiver, self.heap.class_of(owner)),
            _ => Ok(Flow::Return(self.bound_method(function, receiver))),
        }
    }

    fn get_property(&mut self, property: Value, getter: Value, receiver: Value) -> PyResult<Flow> {
        if receiver.is_unbound() {
            return Ok(Flow::Return(property));
        }
        match self.heap.object(getter) {
            Some(Object::Native(native))
                if self.heap.type_of(property) == classes::GETSET_DESCRIPTOR =>
            {
                match native.def.body {
                    Body::Simple(body) => body(self, &[receiver]).map(Flow::Return),
                    Body::Flow(body) => body(self, &[receiver]),
                }
            }
            None => {
                let name = self.property_name(property);
                Err(self.raise(
                    classes::ATTRIBUTE_ERROR,
                    &format!(
                        "property{} of '{}' object has no getter",
                        name,
                        self.heap.type_ref(self.heap.type_of(receiver)).qualname
                    ),
                ))
            }
            Some(_) => Ok(Flow::Call {
                callee: getter,
                args: vec![receiver],
            }),
        }
    }

    /// ` 'name'` for messages about a property, empty if it has no name.
    pub(crate) fn property_name(&self, property: Value) -> String {
        let own = property
            .obj()
            .and_then(|id| self.heap.own_attribute(id, self.names.dunder_name));
        let name = own.or_else(|| match self.heap.object(property) {
            Some(Object::Property(parts)) => match self.heap.object(parts[0]) {
                Some(Object::Function(function)) => Some(function.name),
                _ => None,
            },
            _ => None,
        });
        match name.and_then(|name| self.heap.str(name)) {
            Some(name) => format!(" '{}'", name.text),
            None => String::new(),
        }
    }

    /// Whether the class leaves `__getattribute__` to the machine.
    pub(crate) fn has_plain_attributes(&self, class: ObjId) -> bool {
        if !self.heap.type_ref(class).is_heap && class != classes::SUPER {
            return true;
        }
        self.lookup(class, self.names.getattribute)
            .is_none_or(|function| self.is_generic_native(function))
    }

    /// Whether the class leaves `__setattr__` or `__delattr__` to the machine.
    pub(crate) fn is_generic_setter(&self, class: ObjId, name: ObjId) -> bool {
        !self.heap.type_ref(class).is_heap
            || self
                .lookup(class, name)
                .is_none_or(|function| self.is_generic_native(function))
    }

    fn is_generic_native(&self, function: Value) -> bool {
        match self.heap.object(function) {
            Some(Object::Native(native)) => native.owner.obj().is_some_and(|owner| {
                [classes::OBJECT, classes::TYPE, classes::MODULE].contains(&owner)
            }),
            _ => false,
        }
    }

    /// `obj.name`
    ///
    /// # Errors
    ///
    /// `AttributeError`, or what a descriptor raises.
    pub fn get_attr_flow(&mut self, obj: Value, name: ObjId) -> PyResult<Flow> {
        let class = self.heap.type_of(obj);
        let fallback = self.getattr_fallback(obj, class);
        let flow = if self.has_plain_attributes(class) {
            self.get_attr_generic(obj, name)
        } else {
            let callee = self
                .lookup(class, self.names.getattribute)
                .expect("found before");
            Ok(Flow::Call {
                callee,
                args: vec![obj, Value::Obj(name)],
            })
        };
        let Some(fallback) = fallback else {
            return flow;
        };
        let args = vec![obj, Value::Obj(name)];
        match flow {
            Ok(Flow::Return(value)) => Ok(Flow::Return(value)),
            Ok(flow) => Ok(Flow::Enter(Box::new(GetAttrFrame {
                first: Some(flow),
                fallback,
                args,
            }))),
            Err(raised) if self.matches(&raised, classes::ATTRIBUTE_ERROR) => Ok(Flow::Call {
                callee: fallback,
                args,
            }),
            Err(raised) => Err(raised),
        }
    }

    /// The class's `__getattr__`. A module's own is handled with the module's attributes.
    fn getattr_fallback(&self, _obj: Value, class: ObjId) -> Option<Value> {
        if !self.heap.type_ref(class).is_heap {
            return None;
        }
        self.lookup(class, self.names.getattr)
    }

    /// `object.__getattribute__`, `type.__getattribute__` and their siblings, by the object's
    /// layout.
    ///
    /// # Errors
    ///
    /// `AttributeError`, or what a descriptor raises.
    pub(crate) fn get_attr_generic(&mut self, obj: Value, name: ObjId) -> PyResult<Flow> {
        match self.heap.object(obj) {
            Some(Object::Type(_)) => self.get_class_attr(obj, name),
            Some(Object::Super(parts)) => {
                let [class, receiver, _] = **parts;
                self.get_super_attr(obj, class, receiver, name)
            }
            Some(Object::Module(module)) => {
                let dict = module.dict;
                self.get_module_attr(obj, dict, name)
            }
            _ => self.get_instance_attr(obj, name),
        }
    }

    fn get_instance_attr(&mut self, obj: Value, name: ObjId) -> PyResult<Flow> {
        let class = self.heap.type_of(obj);
        let attribute = self.lookup(class, name);
        if let Some(attribute) = attribute
            && self.is_data_descriptor(attribute)
            && self
                .lookup(self.heap.type_of(attribute), self.names.get)
                .is_some()
        {
            return self.bind(attribute, obj, class);
        }
        if let Value::Obj(id) = obj
            && let Some(value) = self.heap.own_attribute(id, name)
        {
            return Ok(Flow::Return(value));
        }
        // A method has its function's attributes, and its `__doc__` rather than that of `object`.
        if attribute.is_none() || name == self.names.doc {
            if let Some(Object::BoundMethod(method)) = self.heap.object(obj) {
                let function = method.function;
                return self.get_attr_flow(function, name);
            }
        }
        match attribute {
            Some(attribute) => self.bind(attribute, obj, class),
            None => Err(self.attribute_error(obj, name)),
        }
    }

    fn get_module_attr(&mut self, obj: Value, dict: ObjId, name: ObjId) -> PyResult<Flow> {
        let class = self.heap.type_of(obj);
        let attribute = self.lookup(class, name);
        if let Some(attribute) = attribute
            && self.is_data_descriptor(attribute)
        {
            return self.bind(attribute, obj, class);
        }
        if let Some(value) = self.heap.dict_get_name(dict, name) {
            return Ok(Flow::Return(value));
        }
        if let Some(attribute) = attribute {
            return self.bind(attribute, obj, class);
        }
        if let Some(callee) = self.heap.dict_get_name(dict, self.names.getattr) {
            let args = vec![Value::Obj(name)];
            return Ok(Flow::Call { callee, args });
        }
        Err(self.attribute_error(obj, name))
    }

    fn get_class_attr(&mut self, obj: Value, name: ObjId) -> PyResult<Flow> {
        let class = obj.obj().expect("classes are objects");
        let metaclass = self.heap.class_of(class);
        let meta_attribute = self.lookup(metaclass, name);
        if let Some(attribute) = meta_attribute
            && self.is_data_descriptor(attribute)
        {
            return self.bind(attribute, obj, metaclass);
        }
        if let Some(attribute) = self.lookup(class, name) {
            return self.bind(attribute, Value::Unbound, class);
        }
        match meta_attribute {
            Some(attribute) => self.bind(attribute, obj, metaclass),
            None => Err(self.attribute_error(obj, name)),
        }
    }

    /// `super(class, obj).name` without the proxy.
    ///
    /// # Errors
    ///
    /// `AttributeError`, `TypeError` for arguments that don't fit, or what a descriptor raises.
    pub fn super_attr_flow(&mut self, class: Value, obj: Value, name: ObjId) -> PyResult<Flow> {
        self.check_super(class, obj)?;
        self.get_super_attr(Value::Unbound, class, obj, name)
    }

    /// The function that `super().name()` calls with an instance, if it is as plain as that.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn super_function(&self, class: Value, obj: Value, name: ObjId) -> Option<Value> {
        let (class, instance) = (class.obj()?, obj.obj()?);
        if matches!(self.heap.get(instance), Object::Type(_)) {
            return None;
        }
        let mro = &self.heap.type_ref(self.heap.class_of(instance)).mro;
        let mut behind = mro.iter().skip_while(|&&id| id != class).skip(1);
        let found =
            behind.find_map(|&id| self.heap.dict_get_name(self.heap.type_ref(id).dict, name))?;
        matches!(self.heap.object(found), Some(Object::Function(_))).then_some(found)
    }

    fn get_super_attr(
        &mut self,
        proxy: Value,
        class: Value,
        receiver: Value,
        name: ObjId,
    ) -> PyResult<Flow> {
        if name != self.names.class && !receiver.is_unbound() && !receiver.is_none() {
            let class = class.obj().expect("checked when the proxy was made");
            let owner = self.super_owner(class, receiver);
            let mro = self.heap.type_ref(owner).mro.clone();
            let behind = mro.iter().skip_while(|&&id| id != class).skip(1);
            let found = behind
                .filter_map(|&id| self.heap.dict_get_name(self.heap.type_ref(id).dict, name))
                .next();
            if let Some(attribute) = found {
                // A class method reached from a class binds that class itself.
                let is_class = receiver.obj() == Some(owner);
                let receiver = if is_class { Value::Unbound } else { receiver };
                return self.bind(attribute, receiver, owner);
            }
        }
        if proxy.is_unbound() {
            let found = self.lookup(classes::SUPER, name);
            if found.is_none() {
                let message = format!("'super' object has no attribute '{}'", self.heap.text(name));
                return Err(self.attribute_error_with(receiver, name, &message));
            }
            let owner = self.super_owner(class.obj().expect("checked"), receiver);
            let parts = Box::new([class, receiver, Value::Obj(owner)]);
            let proxy = self.heap.alloc(classes::SUPER, Object::Super(parts));
            return self.get_instance_attr(Value::Obj(proxy), name);
        }
        self.get_instance_attr(proxy, name)
    }

    /// The class whose resolution order a `super` follows: that of the object, or the object itself
    /// if it is a class.
    pub(crate) fn super_owner(&self, class: ObjId, receiver: Value) -> ObjId {
        if let Value::Obj(id) = receiver
            && let Object::Type(_) = self.heap.get(id)
            && self.heap.is_subclass(id, class)
        {
            return id;
        }
        self.heap.type_of(receiver)
    }

    /// `obj.name`
    ///
    /// # Errors
    ///
    /// As `get_attr_flow`.
    pub fn get_attr(&mut self, obj: Value, name: ObjId) -> PyResult {
        match self.get_attr_flow(obj, name)? {
            Flow::Return(value) => Ok(value),
            flow => self.finish(flow),
        }
    }

    /// `obj.name`, or nothing where that raises `AttributeError`.
    ///
    /// # Errors
    ///
    /// Any other exception.
    pub fn find_attr(&mut self, obj: Value, name: ObjId) -> PyResult<Option<Value>> {
        match self.get_attr(obj, name) {
            Ok(value) => Ok(Some(value)),
            Err(raised) if self.matches(&raised, classes::ATTRIBUTE_ERROR) => Ok(None),
            Err(raised) => Err(raised),
        }
    }
}

/// A look-up in Python code that goes to `__getattr__` if it raises `AttributeError`.
#[derive(Clone, Debug)]
struct GetAttrFrame {
    first: Option<Flow>,
    fallback: Value,
    args: Vec<Value>,
}

impl NativeFrame for GetAttrFrame {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match input {
            Input::Start => Ok(self.first.take().expect("started once")),
            Input::Returned(value) | Input::Yielded(value) => Ok(Flow::Return(value)),
            Input::Raised(raised)
                if vm.exception_matches(raised, classes::ATTRIBUTE_ERROR)
                    && !self.args.is_empty() =>
            {
                Ok(Flow::Call {
                    callee: self.fallback,
                    args: std::mem::take(&mut self.args),
                })
            }
            Input::Raised(raised) => Err(vm.raising(raised)),
            Input::Again => unreachable!("never asked for"),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        if let Some(first) = &self.first {
            first.trace(marks);
        }
        marks.value(self.fallback);
        marks.values(&self.args);
    }
}
