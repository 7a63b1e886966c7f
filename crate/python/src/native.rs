//! Functions of the engine: how they are declared, called, and how they call back.

use std::fmt;
use std::rc::Rc;

use crate::object::{Marks, ObjId, Value};
pub use crate::raising::{Raised, Raising};
use crate::vm::Vm;

/// The outcome of anything that may raise a Python exception.
pub type PyResult<T = Value> = Result<T, Raising>;

/// What a native function's call turns into when its value is not at hand.
///
/// A native never runs Python code inside itself if it can end with one of these: then the call can
/// be paused, stepped
/// into and snapshot.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the variant says what its fields are")]
pub enum Flow {
    /// The result.
    Return(Value),
    /// The result is that of this call.
    Call { callee: Value, args: Vec<Value> },
    /// The result is that of this call; the keywords' names are interned.
    CallKeywords {
        callee: Value,
        args: Vec<Value>,
        keywords: Vec<(ObjId, Value)>,
    },
    /// The result is what the generator or coroutine yields next; its end raises `StopIteration` at
    /// the caller, or is
    /// delivered as `Input::Returned` if the caller is a native frame.
    Resume { generator: ObjId, with: Resume },
    /// The result is what this frame returns in the end.
    Enter(Box<dyn NativeFrame>),
    /// Only from a native frame: it has more to do. It is resumed with `Input::Again` as an
    /// instruction of its own, so that the machine can pause before.
    Again,
    /// The thread that runs blocks: its frames leave the stack until `Attach`, and the thread's own
    /// frame seems to return `None`. Only where `Vm::can_detach` says so.
    Detach { thread: u64 },
    /// A blocked thread goes on where it blocked; the result is that of the thread's own frame, or
    /// `None` when it blocks again.
    Attach { thread: u64 },
}

impl From<Value> for Flow {
    fn from(value: Value) -> Self {
        Self::Return(value)
    }
}

impl Flow {
    /// Shows every value that it keeps alive, for frames that hold one back.
    pub fn trace(&self, marks: &mut Marks) {
        match self {
            Self::Return(value) => marks.value(*value),
            Self::Call { callee, args } => {
                marks.value(*callee);
                marks.values(args);
            }
            Self::CallKeywords {
                callee,
                args,
                keywords,
            } => {
                marks.value(*callee);
                marks.values(args);
                keywords.iter().for_each(|&(_, value)| marks.value(value));
            }
            Self::Resume { generator, with } => {
                marks.id(*generator);
                match with {
                    Resume::Send(value) => marks.value(*value),
                    Resume::Throw(raised) => marks.id(raised.0),
                }
            }
            Self::Enter(frame) => frame.trace(marks),
            Self::Again | Self::Detach { .. } | Self::Attach { .. } => {}
        }
    }
}

/// How a generator goes on.
#[derive(Clone, Copy, Debug)]
pub enum Resume {
    /// `send(value)`; `next()` sends `None`
    Send(Value),
    /// `throw(exception)`
    Throw(Raised),
}

/// What a native frame is resumed with.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// It was just entered.
    Start,
    /// What it called returned, or the generator that it resumed ended.
    Returned(Value),
    /// The generator that it resumed yielded.
    Yielded(Value),
    /// What it called or resumed raised.
    Raised(Raised),
    /// It asked for this with `Flow::Again`.
    Again,
}

/// What an awaitable of the engine does when it is driven.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the variant says what its fields are")]
pub enum AwaitStep {
    /// It yields this to the event loop.
    Yield(Value),
    /// It yields this and has no more to do: what it is sent then is the value of `await`. Only
    /// for what the embedder's own sources await.
    Last(Value),
    /// It is done; this is the value of `await`.
    Return(Value),
    /// It goes on with a step of this generator, whose outcome is its own.
    Resume { generator: ObjId, with: Resume },
}

/// Drives an awaitable of the engine one step: `Input::Start` begins it, `Input::Returned(value)`
/// sends a value, `Input::Raised` throws.
pub type AwaitFn = fn(&mut Vm, ObjId, Input) -> PyResult<AwaitStep>;

/// A native function in the middle of its work, on the machine's call stack: a state machine that
/// calls Python without
/// the Rust stack.
pub trait NativeFrame {
    /// Goes on. After `Flow::Call`, `Resume` or `Enter` it is resumed with the outcome;
    /// `Flow::Return` or an error ends it.
    ///
    /// # Errors
    ///
    /// The Python exception that the frame raises.
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow>;
    /// Copies the state, for snapshots.
    fn clone_box(&self) -> Box<dyn NativeFrame>;
    /// Whether a thread begins with this frame.
    fn is_thread(&self) -> bool {
        false
    }
    /// Whether what it calls is nothing that its own caller does: an event loop's callbacks.
    fn hides_callers(&self) -> bool {
        false
    }
    /// Shows every value that the frame keeps alive.
    fn trace(&self, marks: &mut Marks);
    /// `file:line` of the frame that CPython has in its place, if it has one.
    fn place(&self) -> Option<&'static str> {
        None
    }
    /// What the frame has let go of when it was resumed: its end shows at once, if nothing else
    /// holds it.
    fn take_dropped(&mut self) -> Option<ObjId> {
        None
    }
}

// Not a supertrait: that keeps the derived code of every implementation in the engine.
impl fmt::Debug for dyn NativeFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NativeFrame")
    }
}

impl Clone for Box<dyn NativeFrame> {
    fn clone(&self) -> Self {
        (**self).clone_box()
    }
}

/// The Rust side of a native function. The slice has one value for each parameter of the signature,
/// unbound where an
/// optional one is absent; then, if the signature has `**`, a dict; then, if it has `*`, the rest
/// of the positions.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// Gives its value at once.
    Simple(fn(&mut Vm, &[Value]) -> PyResult),
    /// May go on in Python code.
    Flow(fn(&mut Vm, &[Value]) -> PyResult<Flow>),
}

/// The declaration of a native function or method.
#[derive(Debug)]
pub struct NativeDef {
    /// `__name__`
    pub name: &'static str,
    /// The parameters, as in `"self, key, default?, /, *rest, *, reverse?, **options"`: `?` marks
    /// an optional one.
    pub signature: &'static str,
    /// How to run it.
    pub body: Body,
    /// How it is found on a class.
    pub kind: NativeKind,
}

/// How a native function behaves as a class attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NativeKind {
    /// A module's function, or a method that binds its first parameter.
    Method,
    /// `__new__` and other static methods.
    Static,
    /// Binds the class.
    Class,
    /// A read-only attribute computed from `self`.
    Getter,
    /// The setter of the getter of the same name: `self, value` (value unbound: delete).
    Setter,
}

impl NativeDef {
    /// A function or method that gives its value at once.
    pub const fn new(
        name: &'static str,
        signature: &'static str,
        body: fn(&mut Vm, &[Value]) -> PyResult,
    ) -> Self {
        Self {
            name,
            signature,
            body: Body::Simple(body),
            kind: NativeKind::Method,
        }
    }

    /// A function or method that may go on in Python code.
    pub const fn flow(
        name: &'static str,
        signature: &'static str,
        body: fn(&mut Vm, &[Value]) -> PyResult<Flow>,
    ) -> Self {
        Self {
            name,
            signature,
            body: Body::Flow(body),
            kind: NativeKind::Method,
        }
    }

    /// The same function found in another way.
    #[must_use]
    pub const fn kind(mut self, kind: NativeKind) -> Self {
        self.kind = kind;
        self
    }

    /// A read-only attribute that may ask Python code.
    pub const fn flow_getter(
        name: &'static str,
        body: fn(&mut Vm, &[Value]) -> PyResult<Flow>,
    ) -> Self {
        Self::flow(name, "self, /", body).kind(NativeKind::Getter)
    }

    /// A read-only attribute.
    pub const fn getter(name: &'static str, body: fn(&mut Vm, &[Value]) -> PyResult) -> Self {
        Self::new(name, "self, /", body).kind(NativeKind::Getter)
    }
}

/// A native function as an object.
#[derive(Clone, Debug)]
pub struct NativeFunction {
    /// Its declaration.
    pub def: &'static NativeDef,
    /// Its parameters.
    pub signature: Rc<Signature>,
    /// The class it belongs to, or the module, or unbound.
    pub owner: Value,
    /// The bound first argument, or unbound.
    pub receiver: Value,
}

/// A parsed signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Names of all parameters but `*` and `**`, keyword-only ones last.
    pub names: Vec<Rc<str>>,
    /// How many have only a position.
    pub n_positional_only: usize,
    /// How many take a position.
    pub n_positional: usize,
    /// How many of the positional ones must be given.
    pub n_required: usize,
    /// Whether further positions are taken.
    pub has_rest: bool,
    /// Whether further keywords are taken.
    pub has_options: bool,
}

impl Signature {
    /// Whether that many arguments, all by position, fill the parameters with nothing else to do,
    /// and these fit the place that a call has ready.
    pub fn is_plain(&self, n_args: usize) -> bool {
        !self.has_rest
            && !self.has_options
            && self.n_required <= n_args
            && n_args <= self.n_positional
            && self.names.len() <= crate::vm::ARGS_INLINE
    }

    /// Reads the text of a declaration.
    pub fn parse(text: &str) -> Self {
        let mut signature = Self::default();
        let mut is_keyword_only = false;
        for part in text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            match part {
                "/" => signature.n_positional_only = signature.names.len(),
                "*" => is_keyword_only = true,
                _ if part.starts_with("**") => signature.has_options = true,
                _ if part.starts_with('*') => {
                    signature.has_rest = true;
                    is_keyword_only = true;
                }
                _ => {
                    let name = part.trim_end_matches('?');
                    signature.names.push(name.into());
                    if !is_keyword_only {
                        signature.n_positional += 1;
                        if name == part {
                            signature.n_required = signature.names.len();
                        }
                    }
                }
            }
        }
        signature
    }
}
