//! Objects and the heap that holds them.

pub mod classes;
mod dict;
mod digits;
mod heap;
mod id_set;
mod set;
mod shape;
mod side_table;
mod value;

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::hash::Hasher;
use std::rc::Rc;

use crate::bigint::BigInt;

use crate::code::Span;
use crate::native::{AwaitFn, NativeFunction};
use crate::vm::{SavedFrame, Unit, Vm};

pub use dict::{Dict, Entry};
pub(crate) use digits::Digits;
pub use heap::{Heap, Marks};
pub use id_set::IdSet;
pub use set::Set;
pub use shape::{Attributes, ShapeId, Shapes};
pub use value::{Float, Link, ObjId, Truth, Value};

/// A string with what is worth remembering about it.
#[derive(Clone, Debug)]
pub struct Str {
    /// The text.
    pub text: Rc<str>,
    /// Its length in code points; equal to the length in bytes exactly for ASCII.
    pub n_chars: u32,
    hash: StrHash,
}

/// A string's hash, in halves: a place in the heap is as large as its largest object, which would
/// be a string with a number of eight bytes.
#[derive(Clone, Debug)]
struct StrHash(Cell<[u32; 2]>);

impl Str {
    /// A string whose hash is not yet known.
    pub fn new(text: Rc<str>) -> Self {
        let n_chars = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        Self {
            text,
            n_chars: u32::try_from(n_chars).expect("the memory cap is far below"),
            hash: StrHash(Cell::new([u32::MAX; 2])),
        }
    }

    /// Python's hash, remembered.
    #[inline(always)]
    pub fn hash(&self) -> i64 {
        let [low, high] = self.hash.0.get();
        let known = (u64::from(high) << 32 | u64::from(low)).cast_signed();
        if known == -1 {
            self.compute_hash()
        } else {
            known
        }
    }

    #[cold]
    fn compute_hash(&self) -> i64 {
        let hash = crate::hash::of_str(&self.text);
        let bits = hash.cast_unsigned();
        #[expect(clippy::cast_possible_truncation, reason = "the halves of the number")]
        self.hash.0.set([bits as u32, (bits >> 32) as u32]);
        hash
    }

    /// Whether byte offsets are character offsets.
    pub fn is_ascii(&self) -> bool {
        self.n_chars as usize == self.text.len()
    }
}

/// The layout of a heap object. Its class stands beside it in the heap: a `List` may be of a
/// subclass of `list`.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the variant says what its fields are")]
pub enum Object {
    /// No object: a place on the free list.
    #[default]
    Free,
    /// An instance of a class without a built-in base.
    Instance(Attributes),
    /// `str`
    Str(Str),
    /// `bytes`
    Bytes(Rc<[u8]>),
    /// `bytearray`
    ByteArray(Vec<u8>),
    /// An `int` beyond 64 bits.
    BigInt(Rc<BigInt>),
    /// An instance of a subclass of `int` or `float`: its number (`Int`, `Float`, or `Obj` of a
    /// `BigInt`).
    Number(Value),
    /// `complex`
    Complex(f64, f64),
    /// `tuple`
    Tuple(Rc<[Value]>),
    /// `list`
    List(Vec<Value>),
    /// `dict`
    Dict(Box<Dict>),
    /// `set`
    Set(Box<Set>),
    /// `frozenset`
    FrozenSet(Box<Set>),
    /// `range`: start, stop, step
    Range(Box<[Value; 3]>),
    /// `slice`: start, stop, step
    Slice(Box<[Value; 3]>),
    /// A Python function.
    Function(Box<Function>),
    /// A function of the engine.
    Native(Box<NativeFunction>),
    /// A function with its receiver.
    BoundMethod(Box<BoundMethod>),
    /// A captured variable.
    Cell(Value),
    /// A code object.
    Code(Rc<Unit>),
    /// A module.
    Module(Box<Module>),
    /// A class.
    Type(Box<Type>),
    /// An exception.
    Exception(Box<Exception>),
    /// `__traceback__` as an object.
    Traceback(Box<Traceback>),
    /// A generator, coroutine or asynchronous generator.
    Generator(Box<Generator>),
    /// An iterator of the engine.
    Iterator(Box<Iter>),
    /// `dict.keys()` and its siblings.
    DictView { dict: ObjId, kind: DictPart },
    /// `property`: getter, setter, deleter, doc (`None` where absent)
    Property(Box<[Value; 4]>),
    /// `staticmethod`
    StaticMethod(Value),
    /// `classmethod`
    ClassMethod(Value),
    /// A data descriptor of `__slots__`: the attribute's interned name and the class it belongs to.
    Member { name: ObjId, class: ObjId },
    /// `super`: the class to start behind, the object, the object's class
    Super(Box<[Value; 3]>),
    /// `mappingproxy`
    MappingProxy(Value),
    /// A weak reference.
    WeakRef(Box<WeakRef>),
    /// Anything that the standard library or an embedding crate adds.
    Foreign(Box<dyn Foreign>),
}

// A machine has hundreds of thousands of them: what is larger stands in a box.
#[cfg(target_pointer_width = "32")]
const _: () = assert!(size_of::<Object>() == 24);

/// A function with its receiver.
#[derive(Clone, Debug)]
pub struct BoundMethod {
    /// The function: anything that can be called.
    pub function: Value,
    /// Its first argument.
    pub receiver: Value,
}

/// A weak reference.
#[derive(Clone, Debug)]
pub struct WeakRef {
    /// The object; unbound when it is gone. Not traced.
    pub target: Value,
    /// What is called then, or `None`.
    pub callback: Value,
    /// The target's hash, once it was asked for.
    pub hash: Option<i64>,
}

/// A Python function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its code, loaded.
    pub unit: Rc<Unit>,
    /// The module's globals, a `Dict`.
    pub globals: Link,
    /// Default values of the last positional parameters.
    pub defaults: Rc<[Value]>,
    /// `__kwdefaults__`: a dict or `None`.
    pub keyword_defaults: Value,
    /// Cells, one for each free variable.
    pub closure: Rc<[Value]>,
    /// `__name__`
    pub name: Value,
    /// `__qualname__`
    pub qualname: Value,
    /// `__doc__`
    pub doc: Value,
    /// `__module__`
    pub module: Value,
    /// `__annotations__`: a dict, or unbound until asked for.
    pub annotations: Value,
    /// The function that makes the annotations, or unbound.
    pub annotate: Value,
}

/// A module.
#[derive(Clone, Debug)]
pub struct Module {
    /// `__name__`
    pub name: Rc<str>,
    /// The module's globals, a `Dict`.
    pub dict: ObjId,
    /// Whether its source is still running.
    pub is_initializing: bool,
}

/// Which layout instances of a class have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names of `Object`'s variants")]
pub enum Layout {
    Instance,
    Str,
    Bytes,
    ByteArray,
    Int,
    Float,
    Complex,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Exception,
    Type,
    Module,
    Property,
    /// Made by the class's own native `__new__`, which every subclass goes through.
    Foreign,
    /// Has no subclasses (`bool`, `NoneType`, `range`, functions, …).
    Closed,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Type {
    /// `__name__`
    pub name: Rc<str>,
    /// `__qualname__`
    pub qualname: Rc<str>,
    /// `__module__`, as error messages and `repr` show it.
    pub module: Rc<str>,
    /// `__bases__`
    pub bases: Vec<ObjId>,
    /// The method resolution order, this class first, `object` last.
    pub mro: Rc<[ObjId]>,
    /// The namespace, a `Dict` with interned keys.
    pub dict: ObjId,
    /// The layout of instances.
    pub layout: Layout,
    /// Whether it was made by a `class` statement or `type()`: its attributes can be set.
    pub is_heap: bool,
    /// Whether instances take attributes that no `__slots__` names.
    pub has_dict: bool,
    /// Whether instances have a `__del__`.
    pub has_finalizer: bool,
    /// Direct subclasses, in order of creation.
    pub subclasses: Vec<ObjId>,
}

/// One frame that an exception passed on its way up; the place where it was raised comes last.
#[derive(Clone, Debug)]
pub struct TracebackEntry {
    /// The code.
    pub unit: Rc<Unit>,
    /// The instruction.
    pub ip: u32,
}

impl TracebackEntry {
    /// Stands for an instruction where a generator had not begun: shown is the definition's line.
    pub const NOT_STARTED: u32 = u32::MAX;
}

/// An exception.
#[derive(Clone, Debug)]
pub struct Exception {
    /// `args`
    pub args: Rc<[Value]>,
    /// Where it passed, innermost first (each frame appends itself as the exception leaves it).
    pub traceback: Vec<TracebackEntry>,
    /// What the variables of the frames behind it held, as far as an end may show, each with the
    /// place of the frame's entry in the traceback: in CPython the traceback holds the frames.
    pub kept: Vec<(usize, ObjId)>,
    /// `__cause__`: an exception or `None`.
    pub cause: Value,
    /// `__context__`: an exception or `None`.
    pub context: Value,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// Everything else, `__notes__` and class-specific fields (`value`, `code`, `errno`,
    /// `exceptions`, …) included.
    pub attributes: Attributes,
}

/// `__traceback__` as an object.
#[derive(Clone, Debug)]
pub struct Traceback {
    /// Frames, outermost first.
    pub entries: Rc<[TracebackEntry]>,
    /// Where in `entries` this object stands.
    pub position: usize,
}

/// How far a generator has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GeneratorState {
    /// Nothing has run.
    Created,
    /// Its frame is on the stack.
    Running,
    /// It waits at a `yield` or `await`.
    Suspended,
    /// It has ended; its frame is gone.
    Closed,
}

/// A generator, coroutine or asynchronous generator: a frame that is not running.
#[derive(Clone, Debug)]
pub struct Generator {
    /// The frame as it was laid to sleep; while it runs only its place, and `None` when it has
    /// ended.
    pub frame: Option<SavedFrame>,
    /// How far it has come.
    pub state: GeneratorState,
    /// Its code.
    pub unit: Rc<Unit>,
    /// `__name__`
    pub name: Link,
    /// `__qualname__`
    pub qualname: Link,
    /// Coroutines: the place of the call that made it, for messages.
    pub origin: Span,
}

impl Generator {
    /// The frame while it is not running and has not ended.
    pub fn sleeping_frame(&self) -> Option<&SavedFrame> {
        let is_asleep = matches!(
            self.state,
            GeneratorState::Created | GeneratorState::Suspended
        );
        self.frame.as_ref().filter(|_| is_asleep)
    }
}

/// Which part of a dict a view or iterator shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are Python's")]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

/// An iterator of the engine. An exhausted one becomes `Empty`.
#[derive(Clone, Debug, Hash)]
#[expect(missing_docs, reason = "the variant says what its fields are")]
pub enum Iter {
    /// Exhausted.
    Empty,
    /// Over a list, by index.
    List { list: ObjId, index: usize },
    /// Backwards over a list; `index` is one past the next item.
    ListReversed { list: ObjId, index: usize },
    /// Over a tuple's items.
    Tuple { items: Rc<[Value]>, index: usize },
    /// Over the characters of a string; `offset` in bytes.
    Str { text: Rc<str>, offset: usize },
    /// Over the bytes of a bytes-like object.
    Bytes { source: ObjId, index: usize },
    /// Over a range of small integers: the next value, how many are left, the step.
    Range { next: i64, left: u64, step: i64 },
    /// Over a range with an integer beyond 64 bits: next, stop, step.
    LongRange(Box<[Value; 3]>),
    /// Over a dict; `len` is the dict's length at the start.
    Dict {
        dict: ObjId,
        position: usize,
        len: usize,
        part: DictPart,
    },
    /// Backwards over a dict.
    DictReversed {
        dict: ObjId,
        position: usize,
        len: usize,
        part: DictPart,
    },
    /// Over a set.
    Set {
        set: ObjId,
        position: usize,
        len: usize,
    },
    /// Over an object with `__getitem__` alone.
    Sequence { object: Value, index: i64 },
    /// Backwards over an object with `__len__` and `__getitem__`.
    SequenceReversed { object: Value, index: i64 },
    /// `iter(callable, sentinel)`
    Callable { callable: Value, sentinel: Value },
    /// `enumerate`
    Enumerate { iter: Value, index: Value },
    /// `zip`
    Zip { iters: Vec<Value>, strict: bool },
    /// `map`
    Map {
        function: Value,
        iters: Vec<Value>,
        strict: bool,
    },
    /// `filter`; `None` for truth
    Filter { function: Value, iter: Value },
}

/// A kind of object that the core does not know: the standard library's and the embedding crate's
/// own.
///
/// Its methods are native functions in its class; what the core asks of it is here.
pub trait Foreign: Any {
    /// Copies the state, for snapshots.
    fn clone_box(&self) -> Box<dyn Foreign>;
    /// Shows every value that the object keeps alive.
    fn trace(&self, visit: &mut dyn FnMut(Value));
    /// Feeds the state to the hash of the whole machine.
    fn hash_state(&self, hasher: &mut dyn Hasher);
    /// Bytes beyond the object itself, for the memory cap.
    fn size_bytes(&self) -> usize {
        0
    }
    /// How `await` drives the object; `None` if it isn't awaitable by itself.
    fn awaiter(&self) -> Option<AwaitFn> {
        None
    }
    /// What is to be done when the last reference goes, for objects given to `Vm::note_fragile` or
    /// named by `Host::lost`.
    fn finalizer(&self) -> Option<fn(&mut Vm, ObjId)> {
        None
    }
}

impl dyn Foreign {
    /// Whether the object is of a type.
    pub fn is<T: Foreign>(&self) -> bool {
        let object: &dyn Any = self;
        object.is::<T>()
    }

    /// The object, if it is of a type.
    pub fn downcast_ref<T: Foreign>(&self) -> Option<&T> {
        let object: &dyn Any = self;
        object.downcast_ref()
    }

    /// The object, if it is of a type, to change it.
    pub fn downcast_mut<T: Foreign>(&mut self) -> Option<&mut T> {
        let object: &mut dyn Any = self;
        object.downcast_mut()
    }
}

// Not a supertrait: that keeps the derived code of every implementation in the engine.
impl fmt::Debug for dyn Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Foreign")
    }
}

impl Clone for Box<dyn Foreign> {
    fn clone(&self) -> Self {
        (**self).clone_box()
    }
}
