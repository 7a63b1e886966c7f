//! Values: what registers, containers and attributes hold.

use std::num::{NonZeroU32, NonZeroU64};

/// The id of an object in the heap: its place in the heap's table.
///
/// As wide as the other kinds of a value are, so that [`Value`] goes in registers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjId(NonZeroU64);

impl ObjId {
    /// The id of the object at a place in the heap's table.
    #[inline(always)]
    pub const fn new(place: u32) -> Self {
        Self(NonZeroU64::MIN.saturating_add(place as u64))
    }

    /// The place in the heap's table.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "made from 32 bits")]
    pub const fn place(self) -> u32 {
        (self.0.get() - 1) as u32
    }

    /// The place in the heap's table, as an index.
    #[inline(always)]
    pub const fn index(self) -> usize {
        self.place() as usize
    }
}

/// The id of an object as objects keep it of which there are many: half as wide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Link(NonZeroU32);

impl Link {
    /// The id.
    #[inline(always)]
    pub const fn id(self) -> ObjId {
        ObjId::new(self.0.get() - 1)
    }
}

impl From<ObjId> for Link {
    #[inline(always)]
    fn from(id: ObjId) -> Self {
        Self(NonZeroU32::MIN.saturating_add(id.place()))
    }
}

impl From<Link> for Value {
    #[inline(always)]
    fn from(link: Link) -> Self {
        Self::Obj(link.id())
    }
}

impl std::hash::Hash for Link {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.id().fmt(f)
    }
}

impl std::hash::Hash for ObjId {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_u32(self.place());
    }
}

impl std::fmt::Debug for ObjId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("ObjId").field(&self.place()).finish()
    }
}

/// A `float`, as the 64 bits of IEEE 754.
#[derive(Clone, Copy, Debug)]
pub struct Float(u64);

impl Float {
    /// The number.
    #[inline(always)]
    pub const fn get(self) -> f64 {
        f64::from_bits(self.0)
    }

    /// The bits of the number.
    #[inline(always)]
    pub const fn to_bits(self) -> u64 {
        self.0
    }
}

/// A `bool`, as wide as the other kinds of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Truth {
    /// `False`
    False,
    /// `True`
    True,
}

impl Truth {
    /// As Rust has it.
    #[inline(always)]
    pub const fn get(self) -> bool {
        matches!(self, Self::True)
    }
}

/// A Python value: an immediate, or the id of a heap object.
///
/// An `int` that fits 64 bits is always `Int`, never a heap object, unless its class is a subclass
/// of `int`.
///
/// What each kind holds is an integer of 64 bits, so that rustc passes a value as two numbers and
/// not as a place in memory: a kind that held an `f64` would make every call write its arguments
/// first.
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
    Bool(Truth),
    /// A small `int`.
    Int(i64),
    /// A `float`.
    Float(Float),
    /// Anything else.
    Obj(ObjId),
}

impl Value {
    /// `True` or `False`.
    #[inline(always)]
    pub const fn bool(b: bool) -> Self {
        Self::Bool(if b { Truth::True } else { Truth::False })
    }

    /// A `float`.
    #[inline(always)]
    pub const fn float(f: f64) -> Self {
        Self::Float(Float(f.to_bits()))
    }

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
            Self::Bool(b) => b.get().hash(state),
            Self::Int(i) => i.hash(state),
            Self::Float(f) => f.to_bits().hash(state),
            Self::Obj(id) => id.hash(state),
            Self::Unbound | Self::None | Self::NotImplemented | Self::Ellipsis => {}
        }
    }
}

impl From<bool> for Value {
    #[inline(always)]
    fn from(b: bool) -> Self {
        Self::bool(b)
    }
}

impl From<i64> for Value {
    fn from(i: i64) -> Self {
        Self::Int(i)
    }
}

impl From<f64> for Value {
    #[inline(always)]
    fn from(f: f64) -> Self {
        Self::float(f)
    }
}

impl From<ObjId> for Value {
    fn from(id: ObjId) -> Self {
        Self::Obj(id)
    }
}
