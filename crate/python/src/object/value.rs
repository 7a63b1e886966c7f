//! Values: what registers, containers and attributes hold.

/// The id of an object in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ObjId(pub u32);

impl ObjId {
    /// The place in the heap's table.
    #[inline(always)]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A Python value: an immediate, or the id of a heap object.
///
/// An `int` that fits 64 bits is always `Int`, never a heap object, unless its class is a subclass
/// of `int`.
#[derive(Clone, Copy, Debug)]
#[repr(u64)]
pub enum Value {
    /// An empty place: an unbound local, an absent argument. Never visible to programs.
    Unbound,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// A small `int`.
    Int(i64),
    /// A `float`.
    Float(f64),
    /// Anything else.
    Obj(ObjId),
}

impl Value {
    /// Identity, Python's `is`. Equal small integers and equal floats of the same bits are
    /// identical.
    #[inline(always)]
    pub fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Obj(a), Self::Obj(b)) => a == b,
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a.to_bits() == b.to_bits(),
            (Self::None, Self::None)
            | (Self::Unbound, Self::Unbound)
            | (Self::NotImplemented, Self::NotImplemented)
            | (Self::Ellipsis, Self::Ellipsis) => true,
            _ => false,
        }
    }

    /// Whether the place is empty.
    #[inline(always)]
    pub fn is_unbound(self) -> bool {
        matches!(self, Self::Unbound)
    }

    /// Whether this is `None`.
    #[inline(always)]
    pub fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    /// The object's id, if the value is one.
    #[inline(always)]
    pub fn obj(self) -> Option<ObjId> {
        match self {
            Self::Obj(id) => Some(id),
            _ => None,
        }
    }

    /// `None` for an empty place.
    #[inline(always)]
    pub fn bound(self) -> Option<Self> {
        (!self.is_unbound()).then_some(self)
    }
}

impl std::hash::Hash for Value {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match *self {
            Self::Bool(b) => b.hash(state),
            Self::Int(i) => i.hash(state),
            Self::Float(f) => f.to_bits().hash(state),
            Self::Obj(id) => id.hash(state),
            Self::Unbound | Self::None | Self::NotImplemented | Self::Ellipsis => {}
        }
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Self {
        Self::Bool(b)
    }
}

impl From<i64> for Value {
    fn from(i: i64) -> Self {
        Self::Int(i)
    }
}

impl From<f64> for Value {
    fn from(f: f64) -> Self {
        Self::Float(f)
    }
}

impl From<ObjId> for Value {
    fn from(id: ObjId) -> Self {
        Self::Obj(id)
    }
}
