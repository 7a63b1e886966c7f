//! Making classes: `type.__new__`.

use std::rc::Rc;

use super::Vm;
use crate::native::PyResult;
use crate::object::{Dict, Layout, ObjId, Object, Type, Value, classes};

/// Names of `__slots__` that become member descriptors, and what else they ask for.
struct Slots {
    members: Vec<ObjId>,
    has_dict: bool,
}

impl Vm {
    /// Makes a class from what a `class` statement's body has left in its namespace.
    ///
    /// # Errors
    ///
    /// `TypeError` for bases that don't go together, or what `__set_name__` and `__init_subclass__`
    /// raise.
    pub fn new_class(
        &mut self,
        metaclass: ObjId,
        name: &str,
        bases: &[Value],
        namespace: ObjId,
        keywords: &[(ObjId, Value)],
    ) -> PyResult<ObjId> {
        let bases = self.check_bases(bases)?;
        let best = self.best_base(&bases)?;
        let dict = self.copy_namespace(namespace);
        let id = self.allocate_class(metaclass, name, bases, best, dict)?;
        let slots = self.take_slots(id, best, dict)?;
        self.fill_namespace(id, dict, &slots);
        let cell = self.heap.dict_get_name(dict, self.names.class_cell);
        if let Some(Value::Obj(cell)) = cell {
            self.heap.dict_delete_name(dict, self.names.class_cell);
            if let Object::Cell(value) = self.heap.get_mut(cell) {
                *value = Value::Obj(id);
            }
        }
        for base in self.heap.type_ref(id).bases.clone() {
            self.heap.type_mut(base).subclasses.push(id);
        }
        self.new_class_epoch();
        self.tell_attributes(id, dict)?;
        self.tell_parent(id, keywords)?;
        Ok(id)
    }

    fn check_bases(&mut self, bases: &[Value]) -> PyResult<Vec<ObjId>> {
        let mut ids = Vec::with_capacity(bases.len());
        for &base in bases {
            let Some(Object::Type(class)) = self.heap.object(base) else {
                return Err(self.type_error("bases must be types"));
            };
            if class.layout == Layout::Closed {
                return Err(self.type_error(&format!(
                    "type '{}' is not an acceptable base type",
                    class.name
                )));
            }
            ids.push(base.obj().expect("classes are objects"));
        }
        if ids.is_empty() {
            ids.push(classes::OBJECT);
        }
        Ok(ids)
    }

    /// The base whose layout the new class takes over.
    fn best_base(&mut self, bases: &[ObjId]) -> PyResult<ObjId> {
        let mut best = bases[0];
        let mut winner = self.solid_base(best);
        for &base in &bases[1..] {
            let candidate = self.solid_base(base);
            if self.heap.is_subclass(winner, candidate) {
                continue;
            }
            if !self.heap.is_subclass(candidate, winner) {
                return Err(self.type_error("multiple bases have instance lay-out conflict"));
            }
            winner = candidate;
            best = base;
        }
        Ok(best)
    }

    /// The class that last added something to the layout of its instances.
    fn solid_base(&self, class: ObjId) -> ObjId {
        let own = self.heap.type_ref(class);
        let Some(&base) = own.bases.first() else {
            return class;
        };
        let adds = if own.is_heap {
            self.heap.dict(own.dict).iter().any(|entry| {
                matches!(self.heap.object(entry.value), Some(Object::Member { class: owner, .. }) if *owner == class)
            })
        } else {
            own.layout != self.heap.type_ref(base).layout || has_fields(class)
        };
        if adds {
            return class;
        }
        own.bases
            .iter()
            .map(|&base| self.solid_base(base))
            .reduce(|a, b| if self.heap.is_subclass(b, a) { b } else { a })
            .unwrap_or(class)
    }

    fn copy_namespace(&mut self, namespace: ObjId) -> ObjId {
        let source: Vec<(Value, Value)> = self
            .heap
            .dict(namespace)
            .iter()
            .map(|entry| (entry.key, entry.value))
            .collect();
        let Value::Obj(dict) = self.heap.new_dict(Dict::with_capacity(source.len())) else {
            unreachable!("dicts are objects")
        };
        for (key, value) in source {
            if let Some(name) = self.heap.str(key) {
                let text = Rc::clone(&name.text);
                let name = self.heap.intern(&text);
                self.heap.dict_set_name(dict, name, value);
            }
        }
        dict
    }

    fn allocate_class(
        &mut self,
        metaclass: ObjId,
        name: &str,
        bases: Vec<ObjId>,
        best: ObjId,
        dict: ObjId,
    ) -> PyResult<ObjId> {
        let behind = self.merge_orders(&bases)?;
        let qualname = match self.heap.dict_get_name(dict, self.names.qualname) {
            None => name.into(),
            Some(value) => match self.heap.str(value) {
                Some(text) => Rc::clone(&text.text),
                None => {
                    return Err(self.type_error(format_args!(
                        "type __qualname__ must be a str, not {}",
                        self.type_name(value)
                    )));
                }
            },
        };
        self.heap.dict_delete_name(dict, self.names.qualname);
        let module = self
            .heap
            .dict_get_name(dict, self.names.module)
            .and_then(|module| self.heap.str(module))
            .map_or_else(|| "builtins".into(), |module| Rc::clone(&module.text));
        let layout = self.heap.type_ref(best).layout;
        let class = Type {
            name: name.into(),
            qualname,
            module,
            bases,
            mro: Rc::new([]),
            dict,
            layout,
            is_heap: true,
            has_dict: false,
            has_finalizer: false,
            subclasses: Vec::new(),
        };
        let id = self.heap.alloc(metaclass, Object::Type(Box::new(class)));
        let mut mro = vec![id];
        mro.extend(behind);
        self.heap.type_mut(id).mro = mro.into();
        Ok(id)
    }

    /// The C3 merge of the bases' resolution orders.
    pub(crate) fn merge_orders(&mut self, bases: &[ObjId]) -> PyResult<Vec<ObjId>> {
        for (index, base) in bases.iter().enumerate() {
            if bases[..index].contains(base) {
                return Err(self.type_error(&format!(
                    "duplicate base class {}",
                    self.heap.type_ref(*base).name
                )));
            }
        }
        let mut lists: Vec<Vec<ObjId>> = bases
            .iter()
            .map(|&base| self.heap.type_ref(base).mro.to_vec())
            .collect();
        lists.push(bases.to_vec());
        let mut order = Vec::new();
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Ok(order);
            }
            let next = lists
                .iter()
                .map(|list| list[0])
                .find(|head| !lists.iter().any(|list| list[1..].contains(head)));
            let Some(next) = next else {
                let mut heads: Vec<ObjId> = Vec::new();
                for list in &lists {
                    if !heads.contains(&list[0]) {
                        heads.push(list[0]);
                    }
                }
                let names: Vec<&str> = heads
                    .iter()
                    .map(|&head| &*self.heap.type_ref(head).name)
                    .collect();
                return Err(self.type_error(format_args!(
                    "Cannot create a consistent method resolution order (MRO) for bases {}",
                    names.join(", ")
                )));
            };
            order.push(next);
            for list in &mut lists {
                if list[0] == next {
                    list.remove(0);
                }
            }
        }
    }

    fn take_slots(&mut self, class: ObjId, best: ObjId, dict: ObjId) -> PyResult<Slots> {
        let bases = self.heap.type_ref(class).bases.clone();
        let inherits_dict = bases.iter().any(|&base| self.heap.type_ref(base).has_dict);
        let Some(slots) = self.heap.dict_get_name(dict, self.names.slots) else {
            return Ok(Slots {
                members: Vec::new(),
                has_dict: true,
            });
        };
        let names = if self.heap.str(slots).is_some() {
            vec![slots]
        } else {
            self.collect(slots)?
        };
        let mut taken = Slots {
            members: Vec::new(),
            has_dict: inherits_dict,
        };
        for name in names {
            let Some(text) = self.heap.str(name).map(|name| Rc::clone(&name.text)) else {
                return Err(self.type_error(format_args!(
                    "__slots__ items must be strings, not '{}'",
                    self.type_name(name)
                )));
            };
            match &*text {
                "__dict__" if inherits_dict => {
                    return Err(self.type_error("__dict__ slot disallowed: we already got one"));
                }
                "__dict__" => taken.has_dict = true,
                "__weakref__" => {}
                _ if !crate::builtins::is_identifier(&text) => {
                    return Err(self.type_error("__slots__ must be identifiers"));
                }
                _ => {
                    let mangled = mangle(&self.heap.type_ref(class).name, &text);
                    let name = self.heap.intern(&mangled);
                    if self.heap.dict_get_name(dict, name).is_some() {
                        let message =
                            format!("'{text}' in __slots__ conflicts with class variable");
                        return Err(self.value_error(&message));
                    }
                    taken.members.push(name);
                }
            }
        }
        let is_sized = matches!(
            self.heap.type_ref(best).layout,
            Layout::Int | Layout::Tuple | Layout::Bytes
        );
        if is_sized && !taken.members.is_empty() {
            let base = self.built_in_base(best);
            return Err(self.type_error(&format!(
                "nonempty __slots__ not supported for subtype of '{}'",
                self.heap.type_ref(base).name
            )));
        }
        Ok(taken)
    }

    fn fill_namespace(&mut self, id: ObjId, dict: ObjId, slots: &Slots) {
        self.heap.type_mut(id).has_dict = slots.has_dict;
        let del = self.heap.intern("__del__");
        self.heap.type_mut(id).has_finalizer = self.lookup(id, del).is_some();
        for &name in &slots.members {
            let member = Object::Member { name, class: id };
            let member = self.heap.alloc(classes::MEMBER_DESCRIPTOR, member);
            self.heap.dict_set_name(dict, name, Value::Obj(member));
        }
        for (name, class_of_method) in [
            (self.names.new, classes::STATICMETHOD),
            (self.names.init_subclass, classes::CLASSMETHOD),
            (self.names.class_get_item, classes::CLASSMETHOD),
        ] {
            let Some(function) = self.heap.dict_get_name(dict, name) else {
                continue;
            };
            if matches!(self.heap.object(function), Some(Object::Function(_))) {
                let wrapped = if class_of_method == classes::STATICMETHOD {
                    Object::StaticMethod(function)
                } else {
                    Object::ClassMethod(function)
                };
                let wrapped = self.heap.alloc(class_of_method, wrapped);
                self.heap.dict_set_name(dict, name, Value::Obj(wrapped));
            }
        }
        let bases = self.heap.type_ref(id).bases.clone();
        if slots.has_dict && !bases.iter().any(|&base| self.heap.type_ref(base).has_dict) {
            self.add_methods(id, crate::builtins::INSTANCE_DICT);
        }
        if self.heap.dict_get_name(dict, self.names.doc).is_none() {
            let doc = self.names.doc;
            self.heap.dict_set_name(dict, doc, Value::None);
        }
        let has_hash = self.heap.dict_get_name(dict, self.names.hash).is_some();
        if !has_hash && self.heap.dict_get_name(dict, self.names.eq).is_some() {
            let hash = self.names.hash;
            self.heap.dict_set_name(dict, hash, Value::None);
        }
    }

    /// Calls `__set_name__` of the attributes that have one.
    fn tell_attributes(&mut self, class: ObjId, dict: ObjId) -> PyResult<()> {
        let entries: Vec<(Value, Value)> = self
            .heap
            .dict(dict)
            .iter()
            .map(|entry| (entry.key, entry.value))
            .collect();
        for (key, value) in entries {
            let owner = self.heap.type_of(value);
            if self.lookup(owner, self.names.set_name).is_none() {
                continue;
            }
            let args = [Value::Obj(class), key];
            let Some(flow) = self.special_flow(value, "__set_name__", &args)? else {
                continue;
            };
            if let Err(raising) = self.finish(flow) {
                let raised = self.caught(raising);
                let key = self.repr(key)?;
                let note = format!(
                    "Error calling __set_name__ on '{}' instance {key} in '{}'",
                    self.heap.type_ref(owner).name,
                    self.heap.type_ref(class).name
                );
                self.add_note(raised.0, &note);
                return Err(self.raising(raised));
            }
        }
        Ok(())
    }

    /// Calls the parents' `__init_subclass__`.
    fn tell_parent(&mut self, class: ObjId, keywords: &[(ObjId, Value)]) -> PyResult<()> {
        let name = self.names.init_subclass;
        let mro = self.heap.type_ref(class).mro.clone();
        let found = mro[1..]
            .iter()
            .find_map(|&id| self.heap.dict_get_name(self.heap.type_ref(id).dict, name));
        let is_default = match found.map(|found| self.heap.object(found)) {
            Some(Some(Object::ClassMethod(function))) => {
                self.is_native_of(Some(*function), classes::OBJECT)
            }
            _ => false,
        };
        if is_default && keywords.is_empty() {
            return Ok(());
        }
        let receiver = Value::Obj(class);
        let flow = self.super_attr_flow(receiver, receiver, name)?;
        let method = self.finish(flow)?;
        self.call_keywords(method, &[], keywords).map(drop)
    }
}

/// Built-in exceptions whose instances have fields beside `args`.
impl Vm {
    /// Whether a class without a dict names `__weakref__` among its slots.
    pub(crate) fn has_weakref_slot(&self, class: ObjId) -> bool {
        let name = self.names.slots;
        self.heap.type_ref(class).mro.iter().any(|&class| {
            let slots = self
                .heap
                .dict_get_name(self.heap.type_ref(class).dict, name);
            let items = match slots.map(|slots| (slots, self.heap.object(slots))) {
                Some((_, Some(Object::Tuple(items)))) => items.to_vec(),
                Some((_, Some(Object::List(items)))) => items.clone(),
                Some((slots, _)) => vec![slots],
                None => return false,
            };
            let is_name = |&item: &Value| {
                self.heap
                    .str(item)
                    .is_some_and(|s| &*s.text == "__weakref__")
            };
            items.iter().any(is_name)
        })
    }
}

fn has_fields(class: ObjId) -> bool {
    [
        classes::ATTRIBUTE_ERROR,
        classes::BASE_EXCEPTION_GROUP,
        classes::IMPORT_ERROR,
        classes::NAME_ERROR,
        classes::OS_ERROR,
        classes::STOP_ITERATION,
        classes::SYNTAX_ERROR,
        classes::SYSTEM_EXIT,
        classes::UNICODE_ERROR,
    ]
    .contains(&class)
}

/// The name that `__private` has inside a class.
fn mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        format!("_{class}{name}")
    } else {
        name.to_owned()
    }
}
