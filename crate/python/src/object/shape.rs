//! Instance attributes: values in a row, their names in a shared shape.
//!
//! Instances that got the same attributes in the same order share a shape, so that a look-up site
//! that remembers a shape
//! and a place finds the attribute without searching.

use crate::sorted::SortedMap;

use super::value::{ObjId, Value};

/// A list of attribute names in order of their first assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct ShapeId(pub u32);

#[derive(Clone, Debug, Default)]
struct Shape {
    names: Vec<ObjId>,
    places: SortedMap<ObjId, u32>,
    next: SortedMap<ObjId, ShapeId>,
}

/// All shapes of a machine; the first is the empty one.
#[derive(Clone, Debug)]
pub struct Shapes {
    shapes: Vec<Shape>,
}

impl Default for Shapes {
    fn default() -> Self {
        Self {
            shapes: vec![Shape::default()],
        }
    }
}

/// The attributes of an object.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the variant says what its fields are")]
pub enum Attributes {
    /// Values in the order of the shape's names; unbound where one was deleted.
    Shaped { shape: ShapeId, values: Vec<Value> },
    /// Kept in a dict since the program asked for `__dict__`.
    Dict(ObjId),
}

impl Default for Attributes {
    fn default() -> Self {
        Self::Shaped {
            shape: ShapeId::default(),
            values: Vec::new(),
        }
    }
}

impl Shapes {
    /// The place of a name in a shape.
    pub fn place(&self, shape: ShapeId, name: ObjId) -> Option<usize> {
        let shape = &self.shapes[shape.0 as usize];
        if shape.names.len() <= 8 {
            return shape.names.iter().position(|&known| known == name);
        }
        shape.places.get(&name).map(|&place| place as usize)
    }

    /// The names of a shape, in order.
    pub fn names(&self, shape: ShapeId) -> &[ObjId] {
        &self.shapes[shape.0 as usize].names
    }

    /// The shape with one more name.
    pub fn extend(&mut self, shape: ShapeId, name: ObjId) -> ShapeId {
        let from = &self.shapes[shape.0 as usize];
        if let Some(&next) = from.next.get(&name) {
            return next;
        }
        let mut next = Shape {
            names: from.names.clone(),
            places: from.places.clone(),
            ..Shape::default()
        };
        next.places.insert(
            name,
            u32::try_from(next.names.len()).expect("attributes fit memory"),
        );
        next.names.push(name);
        let id = ShapeId(u32::try_from(self.shapes.len()).expect("shapes fit memory"));
        self.shapes.push(next);
        self.shapes[shape.0 as usize].next.insert(name, id);
        id
    }
}
