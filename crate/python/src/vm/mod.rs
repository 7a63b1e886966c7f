//! The machine: runs code, one instruction at a time, and can stop between any two.

mod async_iteration;
mod attribute;
mod attribute_set;
mod bind;
mod cache;
mod call;
mod caret;
mod class;
pub(crate) mod class_build;
mod class_new;
mod clock;
pub(crate) mod compare;
mod control;
mod ending;
mod error;
mod execute;
mod finalize;
mod flow;
mod frame;
mod generator;
mod hashing;
mod import;
mod inspect;
mod interpret;
mod items;
mod iterate;
mod known_names;
mod load;
mod matching;
pub(crate) mod operators;
mod output;
mod repeating;
mod repr;
mod run;
mod scopes;
mod siblings;
mod sleep;
pub(crate) mod slicing;
mod suggestion;
mod tables;
mod text;
pub(crate) mod then;
mod thread;
mod traceback;
mod truth;
mod typing_ops;
mod unraisable;
mod unwind;
mod variables;
mod watch;

use std::any::Any;
use std::fmt;
use std::rc::Rc;

use crate::native::{Input, Raising};
use crate::object::{Heap, IdSet, Marks, ObjId, Value};
use crate::sorted::SortedMap;

pub(crate) use call::ARGS_INLINE;
pub use clock::{EPOCH_NS, NS_PER_S};
use flow::Outcome;
pub use frame::{Frame, Return, SavedFrame, Unit};
pub use generator::GeneratorOutcome;
pub use inspect::{FrameView, Place, ThreadPlace};
pub use run::{ExitStatus, RunExit};
pub(crate) use scopes::FUNCTIONS as SCOPE_FUNCTIONS;
pub(crate) use suggestion::closest;
pub(crate) use truth::int_of_len;

/// Limits and givens of a run.
#[derive(Clone, Debug)]
pub struct Options {
    /// How deep calls may nest before `RecursionError`; CPython's default is 1000.
    pub recursion_max: usize,
    /// Bytes of heap before `MemoryError`, as far as counted.
    pub heap_bytes_max: usize,
    /// Bytes of output before the run is ended.
    pub output_bytes_max: usize,
    /// Instructions before the run is ended.
    pub fuel_max: u64,
    /// Instructions that one native function may run in callbacks of its own, and items that it may
    /// take from iterators of the engine's, before the run is ended.
    pub nested_fuel_max: u64,
    /// What `input()` and `sys.stdin` read.
    pub stdin: String,
    /// Sources of library modules by name, beside those that are built in.
    pub library: Library,
    /// The files beside the program.
    pub files: Files,
    /// Where the program and these files lie, with a slash at the end unless it is empty. Set when
    /// a program starts.
    pub directory: Rc<str>,
}

/// Sources of library modules by name.
pub type Library = Rc<SortedMap<String, Rc<str>>>;

/// Contents of files by path, relative to the program's directory.
pub type Files = Rc<SortedMap<String, Rc<[u8]>>>;

impl Default for Options {
    fn default() -> Self {
        Self {
            recursion_max: 1000,
            heap_bytes_max: 512 << 20,
            output_bytes_max: 16 << 20,
            fuel_max: u64::MAX,
            nested_fuel_max: 100_000_000,
            stdin: String::new(),
            library: Library::default(),
            files: Files::default(),
            directory: "".into(),
        }
    }
}

/// Where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// One write to standard output or standard error.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Output {
    /// Where it went.
    pub stream: Stream,
    /// The text, as written.
    pub text: Rc<str>,
    /// The virtual time, in nanoseconds since the start.
    pub clock_ns: u64,
    /// The task that wrote it, as the embedder numbers tasks.
    pub task: Option<u64>,
}

/// Why the machine gave up on a program, past all of its handlers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Halt {
    /// More output than `Options::output_bytes_max`.
    OutputLimit,
    /// More instructions than `Options::fuel_max`.
    FuelLimit,
    /// A native function's callbacks or items were more than `Options::nested_fuel_max`.
    NestedLimit,
    /// Nothing can ever happen again; what waits for what, a line each.
    Stalled(Vec<String>),
    /// A signal that nothing handles ended the program; its number.
    Signal(u8),
}

/// How far a program has come with its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ending {
    /// It runs.
    #[default]
    No,
    /// What is lost already ends, while the main module is still there.
    Collects,
    /// What only the main module held ends.
    Clears,
}

/// What the embedder's libraries keep beside the heap. Everything in it is part of the machine's
/// state.
pub trait Host: Any {
    /// Copies the state, for snapshots.
    fn clone_box(&self) -> Box<dyn Host>;
    /// Shows every value that the state keeps alive.
    fn trace(&self, marks: &mut Marks);
    /// The lines of CPython's library that tracebacks show for the embedder's own sources.
    fn library_lines(&self) -> &'static str {
        ""
    }
    /// Feeds the state to the hash of the whole machine.
    fn hash_state(&self, hasher: &mut dyn std::hash::Hasher);
    /// Makes a module of the embedder's, the first time it is imported; `None` if there is none of
    /// the name.
    ///
    /// It is a plain function so that it may use the machine while the host's state stays in its
    /// place.
    fn importer(&self) -> fn(&mut Vm, &str) -> Option<Result<ObjId, Raising>>;
    /// The number of the task that runs now, for output and events.
    fn current_task(&self) -> Option<u64>;
    /// How blocking calls such as `time.sleep` let time pass, in nanoseconds; `None`: the clock
    /// just moves.
    fn blocker(&self) -> Option<fn(&mut Vm, u64) -> Result<crate::native::Flow, Raising>> {
        None
    }
    /// What the main thread does at its end, before the program is over: it waits for the others.
    fn joiner(&self) -> Option<fn(&mut Vm) -> Option<crate::native::Flow>> {
        None
    }
    /// Bytes that the state takes beside the heap, as far as counted.
    fn size_bytes(&self) -> usize {
        0
    }
    /// How a suspended asynchronous generator is closed that nothing holds any more.
    fn async_generator_closer(&self) -> Option<fn(&mut Vm, ObjId)> {
        None
    }
    /// Names the objects of the embedder's own that nothing holds any more and that have to be
    /// told: their finalizers
    /// run before anything is freed.
    fn lost(&self, marks: &Marks) -> Vec<ObjId> {
        let _ = marks;
        Vec::new()
    }
    /// Whether an object of the embedder's own may come to an end that shows, though it is not yet
    /// watched: what refers to it must be known.
    fn has_unfinished(&self) -> bool {
        false
    }
    /// While a program ends, the state keeps alive only what runs on: not what it holds for later
    /// calls or for the reader.
    fn set_ending(&mut self, ending: Ending) {
        let _ = ending;
    }
    /// Forgets what is about to be freed, for state that keeps ids without keeping the objects
    /// alive. `preview` gives a short text of a value while it is still there.
    fn sweep(&mut self, marks: &Marks, preview: &dyn Fn(Value) -> String) {
        let _ = (marks, preview);
    }
}

impl dyn Host {
    /// The state, if it is of a type.
    pub fn downcast_ref<T: Host>(&self) -> Option<&T> {
        let state: &dyn Any = self;
        state.downcast_ref()
    }

    /// The state, if it is of a type, to change it.
    pub fn downcast_mut<T: Host>(&mut self) -> Option<&mut T> {
        let state: &mut dyn Any = self;
        state.downcast_mut()
    }
}

// Not a supertrait: that keeps the derived code of every implementation in the engine.
impl fmt::Debug for dyn Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Host")
    }
}

impl Clone for Box<dyn Host> {
    fn clone(&self) -> Self {
        (**self).clone_box()
    }
}

/// The machine.
#[derive(Clone, Debug)]
pub struct Vm {
    /// All objects.
    pub heap: Heap,
    /// Limits and givens.
    pub options: Options,
    /// Registers of all frames on the stack, one window behind the other.
    stack: Vec<Value>,
    /// The call stack, the running frame last.
    frames: Vec<Frame>,
    /// Instructions that may still run before `run` returns.
    fuel: u64,
    /// The virtual clock, in nanoseconds since the start.
    pub clock_ns: u64,
    /// The program's looks at the standing clock.
    clock_reads: clock::ClockReads,
    /// What stands for the operating system's randomness, once it was asked for.
    pub(crate) system_source: Option<crate::stdlib::Mersenne>,
    /// What was written, in order.
    pub output: Vec<Output>,
    /// Where strings are put together; empty.
    scratch: String,
    /// Bytes written so far.
    output_bytes: usize,
    /// `sys.modules`, a `Dict`.
    pub modules: ObjId,
    /// The globals of the module `builtins`, a `Dict`.
    pub builtins: ObjId,
    /// How many objects were looked at for what was dropped.
    n_looks: u64,
    /// The exception that an error (`Raising`) stands for.
    pub(crate) on_its_way: crate::raising::OnItsWay,
    /// Set when the machine gave up.
    halted: Option<Halt>,
    /// What the embedder's libraries keep.
    pub host: Option<Box<dyn Host>>,
    /// Values that native functions hold while they call back.
    pub(crate) held: Vec<Value>,
    /// How many native functions on the Rust stack hold values that nothing else holds: no
    /// collection then.
    unrooted_depth: u32,
    /// Interned names that the machine itself asks for.
    pub(crate) names: known_names::Names,
    /// A number that changes with every change of a class that caches must hear of.
    class_epoch: u32,
    /// Class attributes looked up lately.
    class_cache: cache::ClassCache,
    /// What the look-up sites of all loaded code found last time.
    caches: Vec<cache::Site>,
    /// What the native frame on top is to be resumed with.
    input: Input,
    /// How the frame that was to leave a nested run, or the program, has left it.
    outcome: Option<Outcome>,
    /// Fuel laid aside so that the dispatch loop returns.
    reserve: u64,
    /// Fuel given since the start, less what was not used.
    granted: u64,
    /// The position from which on the heap's size is looked at.
    next_collection: u64,
    /// Fuel that the nested run under way has taken beyond what was given.
    overdraft: u64,
    /// How many items native code has taken from iterators since a position.
    items_taken: (u64, u64),
    /// How the program ended.
    exit: Option<ExitStatus>,
    /// The exit status to be, while the main thread waits for the others at its end.
    ending: Option<i32>,
    /// The unit of native frames.
    empty_unit: Rc<Unit>,
    /// Unfinished generators and coroutines that nobody is known to own.
    fragile: IdSet,
    /// Empty places for registers, of generators that have ended.
    spare_registers: Vec<Vec<Value>>,
    /// The warnings of coroutines that were never awaited, each given once.
    warned: crate::sorted::SortedSet<Rc<str>>,
    /// The place of the frame that an exception is leaving: what it drops is dropped there.
    leaving: Option<(Rc<Unit>, u32)>,
    /// Objects whose end shows.
    watch: watch::Watch,
    /// Asynchronous generators that have begun, in order.
    async_generators: Vec<ObjId>,
    /// How many times `call` has entered the machine from inside itself.
    nested_depth: u32,
    /// Threads that are blocked, by the embedder's numbers.
    threads: Vec<(u64, thread::Detached)>,
    /// How deep native functions have gone into nested containers.
    native_depth: u32,
    /// Containers whose `repr` is being made.
    repr_active: Vec<ObjId>,
}
