//! Frames: running ones on the machine's stack, sleeping ones in their generators.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::code::{Code, CodeKind, Op, Parameters, Reg, Source};
use crate::native::NativeFrame;
use crate::object::{Link, ObjId, Value};

/// Code made ready for one machine: its constants as values, its names interned.
#[derive(Debug)]
pub struct Unit {
    /// The code.
    pub code: Rc<Code>,
    /// Its constants.
    pub constants: Vec<Value>,
    /// Its names, interned.
    pub names: Vec<ObjId>,
    /// Where its sites' caches begin in the machine's table.
    pub first_cache: u32,
    /// How many positional arguments fill its parameters with nothing else to do, or `u16::MAX`
    /// when a call needs binding
    /// (defaults apart) or makes a generator.
    pub n_simple: u16,
    /// How many positional arguments fill the parameters of a generator's or coroutine's code with
    /// nothing else to do, or `u16::MAX`.
    pub n_simple_generator: u16,
    /// Registers that hold arguments when the frame starts.
    pub n_parameters: u16,
    /// Whether all of its parameters take a position, and there is no `*` or `**`.
    pub has_only_positions: bool,
    /// Registers of a frame.
    pub n_registers: u16,
    /// Registers that a generator of this code takes at most while it sleeps.
    pub n_saved: u16,
    /// Registers that variables take.
    pub n_locals: u16,
    /// Whether frames make cells or get them from the function.
    pub has_cells: bool,
    /// Whether a sleeping generator of this code can be dropped with nothing to show for it: no
    /// handler of its own would run, and it drives no other iterator.
    pub ends_silently: bool,
    /// The line of each instruction, once somebody has asked for one.
    lines: OnceCell<Box<[u32]>>,
}

impl Unit {
    /// A unit without instructions, for native frames.
    pub fn empty() -> Self {
        let code = Code {
            name: "".into(),
            qualname: "".into(),
            kind: CodeKind::Function,
            source: Rc::new(Source::new("", "", true)),
            first_line: 0,
            parameters: Parameters::default(),
            locals: Vec::new(),
            cells: Vec::new(),
            cell_parameters: Vec::new(),
            free: Vec::new(),
            n_registers: 0,
            ops: Vec::new(),
            spans: Vec::new(),
            line_starts: Vec::new(),
            depth: Vec::new(),
            handlers: Vec::new(),
            constants: Vec::new(),
            names: Vec::new(),
            sites: Vec::new(),
            doc: None,
        };
        Self::new(Rc::new(code), Vec::new(), Vec::new(), 0)
    }

    /// Puts code together with its constants and names.
    pub fn new(code: Rc<Code>, constants: Vec<Value>, names: Vec<ObjId>, first_cache: u32) -> Self {
        let p = code.parameters;
        let is_class = code.kind == CodeKind::Class;
        let n_parameters = if is_class { 1 } else { p.n_registers() };
        let is_simple = n_parameters == p.n_positional && !code.kind.is_suspendable();
        let n_simple = if is_simple || is_class {
            n_parameters
        } else {
            u16::MAX
        };
        let n_locals = u16::try_from(code.locals.len());
        let has_cells = !code.cells.is_empty() || !code.free.is_empty();
        let is_simple_generator =
            code.kind.is_suspendable() && !has_cells && n_parameters == p.n_positional;
        Self {
            n_registers: code.n_registers,
            n_saved: n_saved(&code),
            n_locals: n_locals.expect("registers are numbered by 16 bits"),
            has_cells,
            ends_silently: ends_silently(&code),
            n_simple_generator: if is_simple_generator {
                n_parameters
            } else {
                u16::MAX
            },
            code,
            constants,
            names,
            first_cache,
            n_simple,
            n_parameters,
            has_only_positions: n_parameters == p.n_positional,
            lines: OnceCell::new(),
        }
    }

    /// The 1-based line of an instruction, from a table.
    pub fn line_of(&self, ip: u32) -> u32 {
        let all = || {
            (0..)
                .zip(&self.code.ops)
                .map(|(ip, _)| self.code.line_of(ip))
        };
        let lines = self.lines.get_or_init(|| all().collect());
        lines
            .get(ip as usize)
            .map_or(self.code.first_line, |&line| line)
    }

    /// How many registers are in use at an instruction.
    #[inline(always)]
    pub fn live_at(&self, ip: u32) -> usize {
        usize::from(self.code.depth[ip as usize])
    }

    /// The interned name of a look-up site.
    #[inline(always)]
    pub fn site_name(&self, site: u16) -> ObjId {
        self.names[usize::from(self.code.sites[usize::from(site)].name)]
    }

    /// The interned name at an index.
    #[inline(always)]
    pub fn name(&self, index: u16) -> ObjId {
        self.names[usize::from(index)]
    }
}

/// What becomes of what a frame returns (or, for a generator's frame, yields).
#[derive(Clone, Copy, Debug)]
pub enum Return {
    /// Into the caller's register. A generator that ends raises `StopIteration` at the caller.
    Store(Reg),
    /// Dropped: the caller's instruction has no result.
    Discard,
    /// The truth of the result decides the caller's instruction (a comparison, a jump, `not`).
    Truth,
    /// The result is checked and stored by the caller's instruction, which tells its next stage
    /// from this number.
    Finish(u8),
    /// The frame is `__init__`: the instance goes into the register.
    Init(Reg, Link),
    /// The frame is a generator that the caller's `ForIter` drives.
    ForIter(Reg),
    /// The frame is a generator or coroutine that the caller's `YieldFrom` drives.
    YieldFrom(Reg),
    /// To the native frame below.
    Native,
    /// To the Rust code that runs the machine from inside a native function.
    Exit,
}

/// A frame on the machine's stack: of Python code, or of a native function that calls back.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The code; an empty unit for a native frame.
    pub unit: Rc<Unit>,
    /// The next instruction.
    pub ip: u32,
    /// Where its registers begin on the value stack.
    pub base: u32,
    /// The module's globals.
    pub globals: Link,
    /// The exception being handled in this frame.
    pub handled: Option<Link>,
    /// The generator that the frame belongs to.
    pub generator: Option<Link>,
    /// What becomes of its result.
    pub ret: Return,
    /// The native function's state.
    pub native: Option<Box<dyn NativeFrame>>,
}

impl Frame {
    /// Drops a frame, most likely one of Python code: the compiler's own way is four calls, one for
    /// each type in it.
    #[inline(always)]
    pub(super) fn end(self) {
        let Self { unit, native, .. } = self;
        drop(unit);
        if let Some(native) = native {
            drop(native);
        }
    }

    /// The instruction that runs or ran last.
    #[inline(always)]
    pub fn current_ip(&self) -> u32 {
        self.ip.saturating_sub(1)
    }
}

/// The frame of a generator that is not running.
#[derive(Clone, Debug)]
pub struct SavedFrame {
    /// The next instruction.
    pub ip: u32,
    /// The registers that are in use at the next instruction.
    pub registers: Vec<Value>,
    /// The module's globals.
    pub globals: Link,
    /// The exception being handled in this frame.
    pub handled: Option<Link>,
}

/// The registers in use where a generator can sleep: at its start, behind a `yield`, at an `await`.
fn n_saved(code: &Code) -> u16 {
    let depth = |ip: usize| code.depth.get(ip).copied();
    let sleeps = code.ops.iter().enumerate().filter_map(|(ip, op)| match op {
        Op::Yield { .. } => depth(ip + 1),
        Op::YieldFrom { .. } => depth(ip),
        _ => None,
    });
    sleeps.chain(depth(0)).max().unwrap_or(0)
}

/// A sleeping coroutine is held by its task or awaiter; the event loop closes asynchronous
/// generators.
fn ends_silently(code: &Code) -> bool {
    match code.kind {
        CodeKind::Coroutine => true,
        CodeKind::AsyncGenerator => false,
        _ => {
            let drives_other = |op: &Op| matches!(op, Op::YieldFrom { .. });
            code.handlers.is_empty() && !code.ops.iter().any(drives_other)
        }
    }
}
