//! Setting and deleting attributes.

use super::Vm;
use crate::native::{Body, Flow, PyResult, Raising};
use crate::object::{ObjId, Object, Value, classes};

/// What happens to an attribute.
#[derive(Clone, Copy, Debug)]
enum Change {
    Set(Value),
    Delete,
}

impl Vm {
    /// `obj.name = value`; the flow's result means nothing.
    ///
    /// # Errors
    ///
    /// `AttributeError`, `TypeError` for immutable classes, or what a descriptor raises.
    pub fn set_attr_flow(&mut self, obj: Value, name: ObjId, value: Value) -> PyResult<Flow> {
        let class = self.heap.type_of(obj);
        if self.is_generic_setter(class, self.names.setattr) {
            return self.set_attr_generic(obj, name, value);
        }
        let callee = self.lookup(class, self.names.setattr);
        let args = vec![obj, Value::Obj(name), value];
        Ok(Flow::Call {
            callee: callee.expect("object has it"),
            args,
        })
    }

    /// `obj.name = value`
    ///
    /// # Errors
    ///
    /// As `set_attr_flow`.
    pub fn set_attr(&mut self, obj: Value, name: ObjId, value: Value) -> PyResult<()> {
        match self.set_attr_flow(obj, name, value)? {
            Flow::Return(_) => Ok(()),
            flow => self.finish(flow).map(drop),
        }
    }

    /// `del obj.name`; the flow's result means nothing.
    ///
    /// # Errors
    ///
    /// As `set_attr_flow`.
    pub fn delete_attr_flow(&mut self, obj: Value, name: ObjId) -> PyResult<Flow> {
        let class = self.heap.type_of(obj);
        if self.is_generic_setter(class, self.names.delattr) {
            return self.delete_attr_generic(obj, name);
        }
        let callee = self.lookup(class, self.names.delattr);
        let args = vec![obj, Value::Obj(name)];
        Ok(Flow::Call {
            callee: callee.expect("object has it"),
            args,
        })
    }

    /// `del obj.name`
    ///
    /// # Errors
    ///
    /// As `delete_attr_flow`.
    pub fn delete_attr(&mut self, obj: Value, name: ObjId) -> PyResult<()> {
        match self.delete_attr_flow(obj, name)? {
            Flow::Return(_) => Ok(()),
            flow => self.finish(flow).map(drop),
        }
    }

    /// `object.__setattr__`, `type.__setattr__`
    pub(crate) fn set_attr_generic(
        &mut self,
        obj: Value,
        name: ObjId,
        value: Value,
    ) -> PyResult<Flow> {
        self.change_attr(obj, name, Change::Set(value))
    }

    /// `object.__delattr__`, `type.__delattr__`
    pub(crate) fn delete_attr_generic(&mut self, obj: Value, name: ObjId) -> PyResult<Flow> {
        self.change_attr(obj, name, Change::Delete)
    }

    fn change_attr(&mut self, obj: Value, name: ObjId, change: Change) -> PyResult<Flow> {
        let class = self.heap.type_of(obj);
        if let Some(Object::Type(target)) = self.heap.object(obj)
            && !target.is_heap
        {
            return Err(self.type_error(&format!(
                "cannot set '{}' attribute of immutable type '{}'",
                self.heap.text(name),
                target.name
            )));
        }
        let attribute = self.lookup(class, name);
        if let Some(attribute) = attribute
            && self.is_data_descriptor(attribute)
        {
            return self.change_through_descriptor(attribute, obj, name, change);
        }
        match self.heap.object(obj) {
            Some(Object::Type(_)) => {
                let target = obj.obj().expect("classes are objects");
                self.change_class_attribute(target, name, change)?;
                return Ok(Flow::Return(Value::None));
            }
            Some(Object::Module(module)) => {
                let dict = module.dict;
                match change {
                    Change::Set(value) => self.heap.dict_set_name(dict, name, value),
                    Change::Delete if self.heap.dict_delete_name(dict, name) => {}
                    Change::Delete => return Err(self.attribute_error(obj, name)),
                }
                return Ok(Flow::Return(Value::None));
            }
            _ => {}
        }
        if !self.heap.type_ref(class).has_dict {
            return Err(self.no_attributes(obj, name, attribute.is_some()));
        }
        let id = obj.obj().expect("immediates have no attributes");
        match change {
            Change::Set(value) => self.heap.set_own_attribute(id, name, value),
            Change::Delete if self.heap.delete_own_attribute(id, name) => {}
            Change::Delete => return Err(self.attribute_error(obj, name)),
        }
        Ok(Flow::Return(Value::None))
    }

    fn no_attributes(&mut self, obj: Value, name: ObjId, is_class_attribute: bool) -> Raising {
        let class = self.type_name(obj);
        let text = self.heap.text(name);
        let message = if is_class_attribute {
            format!("'{class}' object attribute '{text}' is read-only")
        } else {
            format!(
                "'{class}' object has no attribute '{text}' and no __dict__ for setting new attributes"
            )
        };
        self.attribute_error_with(obj, name, &message)
    }

    /// A data descriptor's `__set__`, or `__delete__` for an unbound value.
    pub(crate) fn set_through(
        &mut self,
        attribute: Value,
        obj: Value,
        name: ObjId,
        value: Value,
    ) -> PyResult<Flow> {
        let change = value.bound().map_or(Change::Delete, Change::Set);
        self.change_through_descriptor(attribute, obj, name, change)
    }

    fn change_through_descriptor(
        &mut self,
        attribute: Value,
        obj: Value,
        name: ObjId,
        change: Change,
    ) -> PyResult<Flow> {
        let id = attribute.obj().expect("descriptors are objects");
        match self.heap.get(id) {
            Object::Property(parts) => {
                let [_, setter, deleter, _] = **parts;
                if self.heap.class_of(id) == classes::GETSET_DESCRIPTOR {
                    self.change_native(attribute, obj, name, change)
                } else {
                    self.change_property(attribute, [setter, deleter], obj, change)
                }
            }
            Object::Member { name: slot, .. } => {
                let slot = *slot;
                let object = obj.obj().expect("slots are of heap objects");
                match change {
                    Change::Set(value) => self.heap.set_own_attribute(object, slot, value),
                    Change::Delete if self.heap.own_attribute(object, slot).is_some() => {
                        self.heap.set_own_attribute(object, slot, Value::Unbound);
                    }
                    Change::Delete => {
                        let message = self.heap.text(name).to_string();
                        return Err(self.raise(classes::ATTRIBUTE_ERROR, &message));
                    }
                }
                Ok(Flow::Return(Value::None))
            }
            _ => {
                let class = self.heap.class_of(id);
                let (method, args) = match change {
                    Change::Set(value) => (self.names.set, vec![attribute, obj, value]),
                    Change::Delete => (self.names.delete, vec![attribute, obj]),
                };
                if let Some(callee) = self.lookup(class, method) {
                    return Ok(Flow::Call { callee, args });
                }
                let message = self.heap.text(method).to_string();
                Err(self.raise(classes::ATTRIBUTE_ERROR, &message))
            }
        }
    }

    fn change_native(
        &mut self,
        attribute: Value,
        obj: Value,
        name: ObjId,
        change: Change,
    ) -> PyResult<Flow> {
        let Some(Object::Property(parts)) = self.heap.object(attribute) else {
            unreachable!("asked for a property")
        };
        let [getter, setter, ..] = **parts;
        let owner = match self.heap.object(getter) {
            Some(Object::Native(native)) => native.owner,
            _ => Value::Unbound,
        };
        let Some(Object::Native(native)) = self.heap.object(setter) else {
            let owner = owner.obj().unwrap_or_else(|| self.heap.type_of(obj));
            let text = self.heap.text(name);
            let message = if is_member(owner, text) {
                "readonly attribute".to_owned()
            } else {
                let owner = &self.heap.type_ref(owner).name;
                format!("attribute '{text}' of '{owner}' objects is not writable")
            };
            return Err(self.raise(classes::ATTRIBUTE_ERROR, &message));
        };
        let value = match change {
            Change::Set(value) => value,
            Change::Delete => Value::Unbound,
        };
        match native.def.body {
            Body::Simple(body) => body(self, &[obj, value]).map(Flow::Return),
            Body::Flow(body) => body(self, &[obj, value]),
        }
    }

    fn change_property(
        &mut self,
        property: Value,
        [setter, deleter]: [Value; 2],
        obj: Value,
        change: Change,
    ) -> PyResult<Flow> {
        let (callee, args, what) = match change {
            Change::Set(value) => (setter, vec![obj, value], "setter"),
            Change::Delete => (deleter, vec![obj], "deleter"),
        };
        if callee.is_none() {
            return Err(self.raise(
                classes::ATTRIBUTE_ERROR,
                &format!(
                    "property{} of '{}' object has no {what}",
                    self.property_name(property),
                    self.heap.type_ref(self.heap.type_of(obj)).qualname
                ),
            ));
        }
        Ok(Flow::Call { callee, args })
    }

    /// Sets an attribute in a class's own namespace, past descriptors, and keeps the caches right.
    pub(crate) fn set_class_attribute(&mut self, class: ObjId, name: ObjId, value: Value) {
        let dict = self.heap.type_ref(class).dict;
        let old = self.lookup(class, name);
        self.heap.dict_set_name(dict, name, value);
        self.class_attribute_changed(class, name, old, Some(value));
    }

    fn change_class_attribute(
        &mut self,
        class: ObjId,
        name: ObjId,
        change: Change,
    ) -> PyResult<()> {
        match change {
            Change::Set(value) => self.set_class_attribute(class, name, value),
            Change::Delete => {
                let dict = self.heap.type_ref(class).dict;
                let old = self.lookup(class, name);
                if !self.heap.dict_delete_name(dict, name) {
                    return Err(self.attribute_error(Value::Obj(class), name));
                }
                self.class_attribute_changed(class, name, old, None);
            }
        }
        Ok(())
    }

    fn class_attribute_changed(
        &mut self,
        class: ObjId,
        name: ObjId,
        old: Option<Value>,
        new: Option<Value>,
    ) {
        let is_dunder = self.heap.text(name).starts_with("__");
        if is_dunder
            || [old, new]
                .into_iter()
                .flatten()
                .any(|value| self.is_descriptor(value))
        {
            self.new_class_epoch();
        } else {
            self.forget_attribute(class, name);
        }
    }

    fn forget_attribute(&mut self, class: ObjId, name: ObjId) {
        let mut pending = vec![class];
        while let Some(class) = pending.pop() {
            self.class_cache.forget(class, name);
            pending.extend_from_slice(&self.heap.type_ref(class).subclasses);
        }
    }
}

/// Whether CPython reads the attribute straight from a field of the object: its message tells.
fn is_member(class: ObjId, name: &str) -> bool {
    match class {
        classes::FUNCTION => matches!(name, "__closure__" | "__globals__" | "__builtins__"),
        classes::METHOD => matches!(name, "__func__" | "__self__"),
        classes::CODE => name.starts_with("co_"),
        classes::BASE_EXCEPTION_GROUP
        | classes::COMPLEX
        | classes::PROPERTY
        | classes::RANGE
        | classes::SLICE
        | classes::STATICMETHOD
        | classes::SUPER => true,
        _ => false,
    }
}
