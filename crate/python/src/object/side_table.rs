//! Attributes of objects whose layout has no place for them.

use super::{Attributes, Dict, Entry, ObjId, Value};

/// Attributes by the object's id.
#[derive(Clone, Debug, Default)]
pub(super) struct SideTable {
    /// The ids, in the order of `attributes`; none is ever taken out alone.
    ids: Dict,
    attributes: Vec<Attributes>,
}

fn hash(id: ObjId) -> i64 {
    id.place().into()
}

impl SideTable {
    fn place(&self, id: ObjId) -> Option<usize> {
        self.ids.find_identical(hash(id), Value::Obj(id))
    }

    pub(super) fn get(&self, id: ObjId) -> Option<&Attributes> {
        let place = self.place(id)?;
        self.attributes.get(place)
    }

    /// The attributes of an object, which gets some if it has none.
    pub(super) fn entry(&mut self, id: ObjId) -> &mut Attributes {
        let place = match self.place(id) {
            Some(place) => place,
            None => self.push(id, Attributes::default()),
        };
        &mut self.attributes[place]
    }

    fn push(&mut self, id: ObjId, attributes: Attributes) -> usize {
        self.attributes.push(attributes);
        self.ids.insert_new(hash(id), Value::Obj(id), Value::None)
    }

    /// Forgets the attributes of objects that are gone.
    pub(super) fn retain(&mut self, is_there: impl Fn(ObjId) -> bool) {
        let keeps = |entry: &Entry| entry.key.obj().is_some_and(&is_there);
        if self.ids.iter().all(keeps) {
            return;
        }
        let old = std::mem::take(self);
        for (entry, attributes) in old.ids.iter().zip(old.attributes) {
            if let Some(id) = entry.key.obj().filter(|&id| is_there(id)) {
                self.push(id, attributes);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.attributes.is_empty()
    }
}
