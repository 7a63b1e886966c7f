//! Caches of attribute look-ups: one for class attributes by class and name, one for each look-up
//! site of the code.
//!
//! Both are valid for one `class_epoch`. Functions and descriptors never come, go or change in a
//! class without a new epoch;
//! plain values of classes may, so that only the first cache holds them, and `set_class_attribute`
//! drops them from it.

use std::cell::Cell;

use super::Vm;
use crate::object::{Attributes, Marks, ObjId, Object, ShapeId, Value};

const N_ENTRIES: usize = 1024;

#[derive(Clone, Copy, Debug)]
struct ClassEntry {
    epoch: u32,
    class: ObjId,
    name: ObjId,
    /// Unbound: the class has no such attribute.
    value: Value,
}

/// What `lookup` found lately. A copy of the machine starts with an empty one.
#[derive(Debug, Default)]
pub(crate) struct ClassCache {
    entries: Vec<Cell<Option<ClassEntry>>>,
}

impl Clone for ClassCache {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl ClassCache {
    #[inline(always)]
    fn place(class: ObjId, name: ObjId) -> usize {
        let hash = class.place().wrapping_mul(0x9E37_79B1) ^ name.place().wrapping_mul(0x85EB_CA6B);
        (hash >> 16) as usize % N_ENTRIES
    }

    /// The remembered attribute; the inner `None` says that there is none.
    #[inline(always)]
    pub(crate) fn get(&self, epoch: u32, class: ObjId, name: ObjId) -> Option<Option<Value>> {
        let entry = self.entries.get(Self::place(class, name))?.get()?;
        (entry.epoch == epoch && entry.class == class && entry.name == name)
            .then(|| entry.value.bound())
    }

    pub(crate) fn set(&self, epoch: u32, class: ObjId, name: ObjId, value: Option<Value>) {
        if let Some(cell) = self.entries.get(Self::place(class, name)) {
            cell.set(Some(ClassEntry {
                epoch,
                class,
                name,
                value: value.unwrap_or(Value::Unbound),
            }));
        }
    }

    pub(crate) fn forget(&self, class: ObjId, name: ObjId) {
        if let Some(cell) = self.entries.get(Self::place(class, name)) {
            cell.set(None);
        }
    }

    /// Makes room, once the machine runs.
    pub(crate) fn prepare(&mut self) {
        if self.entries.is_empty() {
            self.entries.resize_with(N_ENTRIES, Cell::default);
        }
    }
}

/// What a look-up site found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Cache {
    /// Nothing worth remembering.
    #[default]
    Empty,
    /// An instance's own attribute.
    Own {
        epoch: u32,
        class: ObjId,
        shape: ShapeId,
        place: u32,
    },
    /// An attribute that instances of a shape get as their next.
    Next {
        epoch: u32,
        class: ObjId,
        from: ShapeId,
        to: ShapeId,
    },
    /// A function of the class, to be called with the object; `shape` is unset where instances have
    /// no attributes.
    Method {
        epoch: u32,
        class: ObjId,
        shape: Option<ShapeId>,
        function: ObjId,
    },
    /// The place of a name in a module's globals.
    Global { dict: ObjId, index: u32 },
    /// The place of a name in the built-ins, while the globals' keys are those of a version.
    Builtin {
        globals: ObjId,
        version: u32,
        index: u32,
    },
}

/// What a site found last, and before that: sites often see two classes in turn.
pub(crate) type Site = [Cache; 2];

impl Vm {
    /// Reserves caches for the look-up sites of newly loaded code and returns the number of the
    /// first.
    pub fn reserve_caches(&mut self, n: usize) -> u32 {
        let first = u32::try_from(self.caches.len()).expect("sites fit memory");
        self.caches.resize(self.caches.len() + n, Site::default());
        first
    }

    /// Forgets what names a dict that is about to be freed: its id will be another's.
    pub(super) fn sweep_caches(&mut self, marks: &Marks) {
        for [last, _] in &mut self.caches {
            if let Cache::Builtin { globals, .. } = *last
                && !marks.is_marked(globals)
            {
                *last = Cache::Empty;
            }
        }
    }

    fn remember(&mut self, site: u32, cache: Cache) {
        let caches = &mut self.caches[site as usize];
        *caches = [cache, caches[0]];
    }

    /// Fast attribute read through the cache; `None`: take the slow way (`get_attr_flow`).
    #[cfg_attr(engine, optimize(speed))]
    pub fn load_attr_cached(&mut self, site: u32, obj: Value, name: ObjId) -> Option<Value> {
        let Value::Obj(id) = obj else { return None };
        for cache in &self.caches[site as usize] {
            match *cache {
                Cache::Own {
                    epoch,
                    class,
                    shape,
                    place,
                } if epoch == self.class_epoch && self.heap.class_of(id) == class => {
                    if let Some(Attributes::Shaped { shape: own, values }) =
                        self.heap.attributes(id)
                        && *own == shape
                    {
                        return values[place as usize].bound();
                    }
                }
                Cache::Global { dict, index } => {
                    if let Object::Module(module) = self.heap.get(id)
                        && module.dict == dict
                        && let Some(entry) = self.heap.dict(dict).entry(index as usize)
                        && entry.key.is(Value::Obj(name))
                    {
                        return Some(entry.value);
                    }
                }
                _ => {}
            }
        }
        self.fill_attr(site, id, name)
    }

    fn fill_attr(&mut self, site: u32, id: ObjId, name: ObjId) -> Option<Value> {
        if let Object::Module(module) = self.heap.get(id) {
            let dict = module.dict;
            let index = self.heap.find_name(self.heap.dict(dict), name)?;
            let entry = self.heap.dict(dict).entry(index)?;
            let (key, value) = (entry.key, entry.value);
            if key.is(Value::Obj(name)) && self.has_plain_attributes(self.heap.class_of(id)) {
                let index = u32::try_from(index).ok()?;
                self.remember(site, Cache::Global { dict, index });
                return Some(value);
            }
            return None;
        }
        let Attributes::Shaped { shape, values } = self.heap.attributes(id)? else {
            return None;
        };
        let shape = *shape;
        let place = self.heap.shapes.place(shape, name)?;
        let value = values.get(place)?.bound()?;
        let class = self.heap.class_of(id);
        if !self.has_plain_attributes(class)
            || matches!(self.heap.get(id), Object::Type(_) | Object::Super(_))
            || self
                .lookup(class, name)
                .is_some_and(|attribute| self.is_data_descriptor(attribute))
        {
            return None;
        }
        let own = Cache::Own {
            epoch: self.class_epoch,
            class,
            shape,
            place: u32::try_from(place).ok()?,
        };
        self.remember(site, own);
        Some(value)
    }

    /// Fast attribute write through the cache; whether it was done.
    #[cfg_attr(engine, optimize(speed))]
    pub fn store_attr_cached(&mut self, site: u32, obj: Value, name: ObjId, value: Value) -> bool {
        let Value::Obj(id) = obj else { return false };
        let class_of = self.heap.class_of(id);
        for cache in &self.caches[site as usize] {
            match *cache {
                Cache::Own {
                    epoch,
                    class,
                    shape,
                    place,
                } if epoch == self.class_epoch && class_of == class => {
                    if let Object::Instance(Attributes::Shaped { shape: own, values }) =
                        self.heap.get_mut(id)
                        && *own == shape
                    {
                        values[place as usize] = value;
                        return true;
                    }
                }
                Cache::Next {
                    epoch,
                    class,
                    from,
                    to,
                } if epoch == self.class_epoch && class_of == class => {
                    if let Object::Instance(Attributes::Shaped { shape, values }) =
                        self.heap.get_mut(id)
                        && *shape == from
                    {
                        *shape = to;
                        values.push(value);
                        self.heap.count_bytes(size_of::<Value>());
                        return true;
                    }
                }
                _ => {}
            }
        }
        self.fill_store(site, id, name, value)
    }

    fn fill_store(&mut self, site: u32, id: ObjId, name: ObjId, value: Value) -> bool {
        let Object::Instance(Attributes::Shaped { shape: from, .. }) = *self.heap.get(id) else {
            return false;
        };
        let class = self.heap.class_of(id);
        if !self.heap.type_ref(class).has_dict
            || !self.is_generic_setter(class, self.names.setattr)
            || self
                .lookup(class, name)
                .is_some_and(|attribute| self.is_data_descriptor(attribute))
        {
            return false;
        }
        let known = self.heap.shapes.place(from, name);
        self.heap.set_own_attribute(id, name, value);
        let Object::Instance(Attributes::Shaped { shape: to, .. }) = *self.heap.get(id) else {
            return true;
        };
        let epoch = self.class_epoch;
        let cache = match known.map(u32::try_from) {
            None => Cache::Next {
                epoch,
                class,
                from,
                to,
            },
            Some(Ok(place)) => Cache::Own {
                epoch,
                class,
                shape: from,
                place,
            },
            Some(Err(_)) => return true,
        };
        self.remember(site, cache);
        true
    }

    /// A plain function found on the class, to be called with the object first; `None`: take the
    /// slow way.
    #[cfg_attr(engine, optimize(speed))]
    pub fn load_method_cached(&mut self, site: u32, obj: Value, name: ObjId) -> Option<Value> {
        let object_class = self.heap.type_of(obj);
        for cache in &self.caches[site as usize] {
            match *cache {
                Cache::Method {
                    epoch,
                    class,
                    shape,
                    function,
                } if epoch == self.class_epoch
                    && class == object_class
                    && (shape.is_none() || shape == self.shape_of(obj)) =>
                {
                    return Some(Value::Obj(function));
                }
                // The instance's own attribute is called.
                Cache::Own { class, .. } if class == object_class => return None,
                _ => {}
            }
        }
        self.fill_method(site, obj, object_class, name)
    }

    fn fill_method(&mut self, site: u32, obj: Value, class: ObjId, name: ObjId) -> Option<Value> {
        if matches!(
            self.heap.object(obj),
            Some(Object::Type(_) | Object::Module(_) | Object::Super(_))
        ) || !self.has_plain_attributes(class)
        {
            return None;
        }
        let function = self.lookup(class, name)?;
        if !self.is_plain_method(function) {
            return None;
        }
        let shape = if self.heap.type_ref(class).has_dict {
            let id = obj.obj()?;
            if self.heap.own_attribute(id, name).is_some() {
                return None;
            }
            match self.shape_of(obj) {
                Some(shape) if self.heap.shapes.place(shape, name).is_none() => Some(shape),
                _ => return Some(function),
            }
        } else {
            None
        };
        let method = Cache::Method {
            epoch: self.class_epoch,
            class,
            shape,
            function: function.obj()?,
        };
        self.remember(site, method);
        Some(function)
    }

    #[inline(always)]
    fn shape_of(&self, obj: Value) -> Option<ShapeId> {
        match obj.obj().map(|id| self.heap.attributes(id))? {
            Some(Attributes::Shaped { shape, .. }) => Some(*shape),
            Some(Attributes::Dict(_)) => None,
            None => Some(ShapeId::default()),
        }
    }

    /// Whether an attribute of a class becomes a bound method on instances, and nothing else.
    pub(crate) fn is_plain_method(&self, attribute: Value) -> bool {
        match self.heap.object(attribute) {
            Some(Object::Function(_)) => true,
            Some(Object::Native(_)) => {
                self.heap.type_of(attribute) == crate::object::classes::METHOD_DESCRIPTOR
            }
            _ => false,
        }
    }
}
