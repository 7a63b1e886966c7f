//! The arena of all objects, with a tracing collector.
//!
//! Objects refer to each other by id, so cloning the heap is a snapshot of everything. Nothing is
//! freed but by
//! `collect`, which the machine calls at instruction boundaries, when every live value is reachable
//! from its roots.

mod collect;
mod garbage;
mod state;

use std::rc::Rc;

use super::side_table::SideTable;
use super::{Attributes, Dict, Digits, Iter, ObjId, Object, Shapes, Str, Type, Value, classes};

pub use collect::Marks;

#[derive(Clone, Debug)]
struct Slot {
    class: ObjId,
    object: Object,
}

/// The objects of a machine.
#[derive(Clone, Debug)]
pub struct Heap {
    slots: Vec<Slot>,
    /// Freed places, the next to be used last.
    free: Vec<ObjId>,
    /// Interned strings: all names of the program. They live for ever.
    interned: Dict,
    /// Attributes of objects whose layout has no place for them.
    attributes: SideTable,
    /// Attribute names of instances.
    pub shapes: Shapes,
    /// Bytes allocated since the last collection, as far as counted.
    allocated_bytes: usize,
    /// Bytes that were live after the last collection, as far as counted.
    live_bytes: usize,
    /// Characters of ASCII as strings: `"abc"[1]` makes no new object.
    characters: Vec<ObjId>,
}

impl Default for Heap {
    fn default() -> Self {
        Self::new()
    }
}

/// What a place in the heap counts for: about its size, the same for every width of pointers.
const SLOT_BYTES: usize = 32;

impl Heap {
    /// Makes a heap with the built-in classes at their places, their namespaces still empty.
    pub fn new() -> Self {
        let mut heap = Self {
            slots: Vec::new(),
            free: Vec::new(),
            interned: Dict::default(),
            attributes: SideTable::default(),
            shapes: Shapes::default(),
            allocated_bytes: 0,
            live_bytes: 0,
            characters: Vec::new(),
        };
        for _ in classes::ALL {
            heap.slots.push(Slot {
                class: classes::TYPE,
                object: Object::Free,
            });
        }
        for (index, spec) in classes::ALL.iter().enumerate() {
            let id = ObjId::new(u32::try_from(index).expect("few classes"));
            let mut mro = vec![id];
            let mut base = spec.base;
            while let Some(up) = base {
                mro.push(up);
                base = classes::ALL[up.index()].base;
            }
            let dict = heap.alloc(classes::DICT, Object::Dict(Box::default()));
            let name: Rc<str> = spec.name.into();
            heap.slots[index].object = Object::Type(Box::new(Type {
                qualname: Rc::clone(&name),
                name,
                module: "builtins".into(),
                bases: spec.base.into_iter().collect(),
                mro: mro.into(),
                dict,
                layout: spec.layout,
                is_heap: false,
                has_dict: spec.has_dict,
                has_finalizer: false,
                subclasses: Vec::new(),
            }));
            if let Some(base) = spec.base {
                heap.type_mut(base).subclasses.push(id);
            }
        }
        heap.characters = (0..128u8)
            .map(|byte| heap.intern(char::from(byte).encode_utf8(&mut [0; 4])))
            .collect();
        heap
    }

    /// Puts an object into the heap.
    #[inline]
    #[cfg_attr(engine, optimize(speed))]
    pub fn alloc(&mut self, class: ObjId, object: Object) -> ObjId {
        self.allocated_bytes += SLOT_BYTES + object.size_bytes();
        let slot = Slot { class, object };
        if let Some(id) = self.free.pop() {
            self.slots[id.index()] = slot;
            return id;
        }
        let id = ObjId::new(u32::try_from(self.slots.len()).expect("the memory cap is far below"));
        self.slots.push(slot);
        id
    }

    /// The object of an id.
    #[inline(always)]
    pub fn get(&self, id: ObjId) -> &Object {
        &self.slots.as_slice()[id.index()].object
    }

    /// The object of an id, to change it.
    #[inline(always)]
    pub fn get_mut(&mut self, id: ObjId) -> &mut Object {
        &mut self.slots.as_mut_slice()[id.index()].object
    }

    /// The object of a value, if it is one.
    #[inline(always)]
    pub fn object(&self, value: Value) -> Option<&Object> {
        value.obj().map(|id| self.get(id))
    }

    /// The class of an object.
    #[inline(always)]
    pub fn class_of(&self, id: ObjId) -> ObjId {
        self.slots.as_slice()[id.index()].class
    }

    /// Assigns `__class__`.
    pub fn set_class(&mut self, id: ObjId, class: ObjId) {
        self.slots[id.index()].class = class;
    }

    /// The class of any value.
    #[inline(always)]
    pub fn type_of(&self, value: Value) -> ObjId {
        match value {
            Value::Obj(id) => self.class_of(id),
            Value::Int(_) => classes::INT,
            Value::Float(_) => classes::FLOAT,
            Value::Bool(_) => classes::BOOL,
            Value::None => classes::NONE_TYPE,
            Value::NotImplemented => classes::NOT_IMPLEMENTED_TYPE,
            Value::Ellipsis => classes::ELLIPSIS_TYPE,
            Value::Unbound => unreachable!("an empty place was taken for a value"),
        }
    }

    /// Counts bytes that an object has grown by, for the memory cap.
    #[inline(always)]
    pub fn count_bytes(&mut self, bytes: usize) {
        self.allocated_bytes += bytes;
    }

    /// Bytes in use, as far as counted, garbage included.
    pub fn size_bytes(&self) -> usize {
        self.live_bytes + self.allocated_bytes
    }

    /// Whether a collection is worth its while: as much was allocated as was live before, and at
    /// least 1 MB.
    pub fn wants_collection(&self) -> bool {
        self.allocated_bytes > self.live_bytes.max(1 << 20)
    }

    /// The number of places in use or free.
    pub fn n_slots(&self) -> usize {
        self.slots.len()
    }

    // Strings

    /// Makes a string object.
    #[cfg_attr(engine, optimize(speed))]
    pub fn new_str(&mut self, text: &str) -> Value {
        match text.as_bytes() {
            [byte] => Value::Obj(self.characters[usize::from(*byte)]),
            [] => Value::Obj(self.intern("")),
            _ => self.new_str_rc(loopscope_fast::shared(text)),
        }
    }

    /// Makes a string object of a number's decimal digits.
    #[cfg_attr(engine, optimize(speed))]
    pub fn new_int_str(&mut self, int: i64) -> Value {
        self.new_str(Digits::of(int).as_str())
    }

    /// Makes a string object of shared text.
    #[cfg_attr(engine, optimize(speed))]
    pub fn new_str_rc(&mut self, text: Rc<str>) -> Value {
        Value::Obj(self.alloc(classes::STR, Object::Str(Str::new(text))))
    }

    /// The one string object of a name; lives for ever.
    pub fn intern(&mut self, name: &str) -> ObjId {
        if let Some(id) = self.find_interned(name) {
            return id;
        }
        let Value::Obj(id) = self.new_str_rc(name.into()) else {
            unreachable!("strings are objects")
        };
        let hash = self.str_hash(id);
        self.interned.insert_new(hash, Value::Obj(id), Value::None);
        id
    }

    /// The interned string equal to this text, if there is one.
    pub fn find_interned(&self, name: &str) -> Option<ObjId> {
        let is_it = |known| self.str(known).is_some_and(|known| *known.text == *name);
        let index = self.interned.find(crate::hash::of_str(name), is_it)?;
        self.interned.entry(index)?.key.obj()
    }

    /// How many objects there are, with the places of those that are gone.
    pub(crate) fn len(&self) -> usize {
        self.slots.len()
    }

    /// The text of a string (of `str` or a subclass).
    pub fn str(&self, value: Value) -> Option<&Str> {
        match self.object(value) {
            Some(Object::Str(string)) => Some(string),
            _ => None,
        }
    }

    /// The text of an id known to be a string.
    pub fn text(&self, id: ObjId) -> &Rc<str> {
        match self.get(id) {
            Object::Str(string) => &string.text,
            _ => unreachable!("expected a string"),
        }
    }

    /// The hash of an id known to be a string, remembered.
    #[inline(always)]
    pub fn str_hash(&self, id: ObjId) -> i64 {
        let Object::Str(string) = self.get(id) else {
            unreachable!("expected a string")
        };
        string.hash()
    }

    // Containers and classes

    /// Makes a list.
    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        Value::Obj(self.alloc(classes::LIST, Object::List(items)))
    }

    /// Makes a tuple.
    pub fn new_tuple(&mut self, items: &[Value]) -> Value {
        Value::Obj(self.alloc(classes::TUPLE, Object::Tuple(items.into())))
    }

    /// Makes a dict.
    pub fn new_dict(&mut self, dict: Dict) -> Value {
        Value::Obj(self.alloc(classes::DICT, Object::Dict(Box::new(dict))))
    }

    /// Makes an iterator of the engine.
    pub fn new_iter(&mut self, class: ObjId, iter: Iter) -> Value {
        Value::Obj(self.alloc(class, Object::Iterator(Box::new(iter))))
    }

    /// The dict of an id known to be one.
    #[inline(always)]
    pub fn dict(&self, id: ObjId) -> &Dict {
        match self.get(id) {
            Object::Dict(dict) => dict,
            _ => unreachable!("expected a dict"),
        }
    }

    /// The dict of an id known to be one, to change it.
    #[inline(always)]
    pub fn dict_mut(&mut self, id: ObjId) -> &mut Dict {
        match self.get_mut(id) {
            Object::Dict(dict) => dict,
            _ => unreachable!("expected a dict"),
        }
    }

    /// Looks a name up in a dict whose keys are strings (globals, class namespaces).
    #[cfg_attr(engine, optimize(speed))]
    pub fn dict_get_name(&self, dict: ObjId, name: ObjId) -> Option<Value> {
        let dict = self.dict(dict);
        let index = self.find_name(dict, name)?;
        dict.entry(index).map(|entry| entry.value)
    }

    /// The place of an interned name in a dict.
    #[cfg_attr(engine, optimize(speed))]
    pub fn find_name(&self, dict: &Dict, name: ObjId) -> Option<usize> {
        let hash = self.str_hash(name);
        dict.find_identical(hash, Value::Obj(name)).or_else(|| {
            let text = self.text(name);
            dict.find(hash, |key| {
                self.str(key).is_some_and(|key| key.text == *text)
            })
        })
    }

    /// Sets a name in a dict whose keys are strings.
    pub fn dict_set_name(&mut self, dict: ObjId, name: ObjId, value: Value) {
        match self.find_name(self.dict(dict), name) {
            Some(index) => self.dict_mut(dict).set_value(index, value),
            None => {
                self.dict_insert_name(dict, name, value);
            }
        }
    }

    /// Appends a name that a dict does not have; its index.
    pub fn dict_insert_name(&mut self, dict: ObjId, name: ObjId, value: Value) -> usize {
        let hash = self.str_hash(name);
        self.count_bytes(32);
        self.dict_mut(dict)
            .insert_new(hash, Value::Obj(name), value)
    }

    /// Deletes a name from a dict whose keys are strings; whether it was there.
    pub fn dict_delete_name(&mut self, dict: ObjId, name: ObjId) -> bool {
        let Some(index) = self.find_name(self.dict(dict), name) else {
            return false;
        };
        self.dict_mut(dict).remove_at(index);
        true
    }

    /// The class of an id known to be one.
    #[inline(always)]
    pub fn type_ref(&self, id: ObjId) -> &Type {
        match self.get(id) {
            Object::Type(class) => class,
            _ => unreachable!("expected a class"),
        }
    }

    /// The class of an id known to be one, to change it.
    pub fn type_mut(&mut self, id: ObjId) -> &mut Type {
        match self.get_mut(id) {
            Object::Type(class) => class,
            _ => unreachable!("expected a class"),
        }
    }

    /// Whether a class is another or inherits from it.
    #[inline(always)]
    pub fn is_subclass(&self, class: ObjId, of: ObjId) -> bool {
        class == of || self.type_ref(class).mro.contains(&of)
    }

    /// Whether a value is an instance of a class or of a subclass.
    #[inline(always)]
    pub fn is_instance(&self, value: Value, of: ObjId) -> bool {
        self.is_subclass(self.type_of(value), of)
    }

    // Attributes

    /// The attributes of an object, wherever its layout keeps them.
    #[inline(always)]
    pub fn attributes(&self, id: ObjId) -> Option<&Attributes> {
        match self.get(id) {
            Object::Instance(attributes) => Some(attributes),
            Object::Exception(exception) => Some(&exception.attributes),
            _ => self.attributes.get(id),
        }
    }

    /// The attributes of an object, to change them; made when there are none yet.
    pub fn attributes_mut(&mut self, id: ObjId) -> &mut Attributes {
        match &mut self.slots.as_mut_slice()[id.index()].object {
            Object::Instance(attributes) => attributes,
            Object::Exception(exception) => &mut exception.attributes,
            _ => self.attributes.entry(id),
        }
    }

    /// An attribute of the object's own, without regard to its class.
    #[cfg_attr(engine, optimize(speed))]
    pub fn own_attribute(&self, id: ObjId, name: ObjId) -> Option<Value> {
        match self.attributes(id)? {
            Attributes::Shaped { shape, values } => {
                let place = self.shapes.place(*shape, name)?;
                values.get(place).copied().and_then(Value::bound)
            }
            Attributes::Dict(dict) => self.dict_get_name(*dict, name),
        }
    }

    /// The names of the object's own attributes, in order of their first assignment.
    pub fn attribute_names(&self, id: ObjId) -> Vec<ObjId> {
        match self.attributes(id) {
            None => Vec::new(),
            Some(Attributes::Shaped { shape, .. }) => self.shapes.names(*shape).to_vec(),
            Some(Attributes::Dict(dict)) => {
                let keys = self.dict(*dict).iter().map(|entry| entry.key);
                let names = keys.filter(|&key| self.str(key).is_some());
                names.filter_map(Value::obj).collect()
            }
        }
    }

    /// Sets an attribute of the object's own.
    #[cfg_attr(engine, optimize(speed))]
    pub fn set_own_attribute(&mut self, id: ObjId, name: ObjId, value: Value) {
        let (shape, dict) = match self.attributes_mut(id) {
            Attributes::Shaped { shape, .. } => (*shape, None),
            Attributes::Dict(dict) => (super::ShapeId::default(), Some(*dict)),
        };
        if let Some(dict) = dict {
            return self.dict_set_name(dict, name, value);
        }
        let known = self.shapes.place(shape, name);
        let next = if known.is_none() {
            self.shapes.extend(shape, name)
        } else {
            shape
        };
        if known.is_none() {
            self.count_bytes(size_of::<Value>());
        }
        if let Attributes::Shaped { shape, values } = self.attributes_mut(id) {
            *shape = next;
            match known {
                Some(place) => values[place] = value,
                None => values.push(value),
            }
        }
    }

    /// Deletes an attribute of the object's own; whether it was there.
    pub fn delete_own_attribute(&mut self, id: ObjId, name: ObjId) -> bool {
        if self.own_attribute(id, name).is_none() {
            return false;
        }
        let dict = self.attributes_dict(id);
        self.dict_delete_name(dict, name)
    }

    /// The dict that holds the object's own attributes from now on (`__dict__`).
    pub fn attributes_dict(&mut self, id: ObjId) -> ObjId {
        let (shape, values) = match self.attributes_mut(id) {
            Attributes::Dict(dict) => return *dict,
            Attributes::Shaped { shape, values } => (*shape, std::mem::take(values)),
        };
        let mut dict = Dict::with_capacity(values.len());
        for (&name, &value) in self.shapes.names(shape).iter().zip(&values) {
            if !value.is_unbound() {
                dict.insert_new(self.str_hash(name), Value::Obj(name), value);
            }
        }
        let Value::Obj(dict) = self.new_dict(dict) else {
            unreachable!("dicts are objects")
        };
        *self.attributes_mut(id) = Attributes::Dict(dict);
        dict
    }
}
