//! What the compiler makes and the machine runs: register code, constants and tables.
//!
//! A frame is a window of registers on the machine's value stack. Registers `0..locals.len()` are
//! the local variables
//! (parameters first), then come the cells of captured variables, then the temporaries, which the
//! compiler uses like a
//! stack: at every instruction the live registers are exactly `0..depth[ip]`.

mod op;

use std::rc::Rc;

use crate::bigint::BigInt;

pub use op::{BinaryOp, CompareOp, Conversion, Op, Reg, Special, UnaryOp};

/// The text of one source file and where its lines start.
#[derive(Debug)]
pub struct Source {
    /// The file name as tracebacks show it.
    pub filename: Rc<str>,
    /// The whole text, line ends normalised to `\n`.
    pub text: Rc<str>,
    /// Byte offset of the start of each line, the first being 0.
    pub line_starts: Vec<u32>,
    /// Whether the frames of this file belong to the engine: stepping and tracebacks pass over
    /// them.
    pub is_internal: bool,
}

/// Stands in the library's own sources before the places in CPython's library.
const MARK: &str = "#~ ";

impl Source {
    /// Takes a text and finds its lines.
    pub fn new(filename: &str, text: &str, is_internal: bool) -> Self {
        let mut line_starts = vec![0];
        line_starts.extend(
            (0u32..)
                .zip(text.bytes())
                .filter(|&(_, b)| b == b'\n')
                .map(|(i, _)| i + 1),
        );
        Self {
            filename: filename.into(),
            text: text.into(),
            line_starts,
            is_internal,
        }
    }

    /// The 1-based line that holds a byte offset.
    pub fn line_of(&self, offset: u32) -> u32 {
        u32::try_from(self.line_starts.partition_point(|&start| start <= offset))
            .unwrap_or(u32::MAX)
    }

    /// The text of a 1-based line without its line end; empty if there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        let index = (line as usize).wrapping_sub(1);
        let Some(&start) = self.line_starts.get(index) else {
            return "";
        };
        let end = self
            .line_starts
            .get(index + 1)
            .map_or(self.text.len(), |&next| next as usize - 1);
        &self.text[start as usize..end]
    }

    /// The number that is shown for a 1-based line: in the library's own sources CPython's for the
    /// place where it does the same, if a mark names it.
    pub fn shown_line(&self, line: u32) -> u32 {
        self.marked_line(line).unwrap_or(line)
    }

    /// The line of CPython's file of the same name that a line of the library's own sources stands
    /// for.
    pub fn marked_line(&self, line: u32) -> Option<u32> {
        let (file, line) = self.marks(line).next()?;
        file.is_none().then_some(line)
    }

    /// The places in CPython's library that a line of the library's own sources stands for,
    /// outermost first: behind `#~` at its end, each `line`, `file:line` or `path/file:line`.
    pub fn marks(&self, line: u32) -> impl Iterator<Item = (Option<&str>, u32)> {
        let text = if self.is_internal {
            self.line_text(line)
        } else {
            ""
        };
        let at = loopscope_fast::find_last(text.as_bytes(), MARK.as_bytes());
        at.map_or("", |at| &text[at + MARK.len()..])
            .split(' ')
            .filter_map(|mark| match mark.split_once(':') {
                Some((file, line)) => Some((Some(file), line.parse().ok()?)),
                None => Some((None, mark.parse().ok()?)),
            })
    }
}

/// A range of byte offsets in the source, the origin of an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A constant of a code object; the machine turns it into a value when the code is loaded.
#[derive(Clone, Debug)]
pub enum Constant {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// An integer of up to 64 bits.
    Int(i64),
    /// A longer integer.
    BigInt(BigInt),
    /// A float.
    Float(f64),
    /// An imaginary literal: the imaginary part.
    Imaginary(f64),
    /// A string; also every name.
    Str(Rc<str>),
    /// A bytes literal.
    Bytes(Rc<[u8]>),
    /// A tuple of constants.
    Tuple(Vec<Constant>),
    /// A frozen set of constants (`x in {1, 2}`).
    FrozenSet(Vec<Constant>),
    /// A nested function's, class body's or comprehension's code.
    Code(Rc<Code>),
}

/// What sort of block a code object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeKind {
    /// A module's top level: its local variables are the globals.
    Module,
    /// A class body: register 0 holds the namespace mapping.
    Class,
    /// A plain function or lambda.
    Function,
    /// `def` with `yield`, or a generator expression.
    Generator,
    /// `async def`.
    Coroutine,
    /// `async def` with `yield`, or an asynchronous generator expression.
    AsyncGenerator,
}

impl CodeKind {
    /// Whether calling it makes an object that holds the frame instead of running it.
    pub fn is_suspendable(self) -> bool {
        matches!(
            self,
            Self::Generator | Self::Coroutine | Self::AsyncGenerator
        )
    }
}

/// Where an exception goes that is raised between `start` and `end`.
///
/// Entries are ordered innermost first: the first that covers an instruction is its handler.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// One past the last instruction covered.
    pub end: u32,
    /// The handler's first instruction.
    pub target: u32,
    /// The register that receives the exception.
    pub exception: Reg,
}

/// A place that looks an attribute or global up; each has a cache of its own in the machine.
#[derive(Clone, Debug)]
pub struct Site {
    /// Index of the name in `names`.
    pub name: u16,
}

/// The parameters of a code object, in register order: positional-only, positional-or-keyword,
/// keyword-only,
/// `*args`, `**kwargs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    /// How many are positional-only.
    pub n_positional_only: u16,
    /// How many take positions, the positional-only ones included.
    pub n_positional: u16,
    /// How many are keyword-only.
    pub n_keyword_only: u16,
    /// Whether there is `*args` (its register follows the keyword-only ones).
    pub has_var_positional: bool,
    /// Whether there is `**kwargs` (the last parameter register).
    pub has_var_keyword: bool,
}

impl Parameters {
    /// The number of registers that parameters take.
    pub fn n_registers(self) -> u16 {
        self.n_positional
            + self.n_keyword_only
            + u16::from(self.has_var_positional)
            + u16::from(self.has_var_keyword)
    }
}

/// A compiled block.
#[derive(Debug)]
pub struct Code {
    /// `__name__`
    pub name: Rc<str>,
    /// `__qualname__`
    pub qualname: Rc<str>,
    /// What sort of block this is.
    pub kind: CodeKind,
    /// The file it comes from.
    pub source: Rc<Source>,
    /// The line of `def`, `class` or the first decorator; 1 for a module.
    pub first_line: u32,
    /// The parameters.
    pub parameters: Parameters,
    /// Names of the local variables, by register; parameters first.
    pub locals: Vec<Rc<str>>,
    /// Names of the captured variables of this block whose cells stand in registers
    /// `locals.len()..locals.len() + cells.len()`. The frame starts with a fresh cell in each.
    pub cells: Vec<Rc<str>>,
    /// For each cell, the parameter register whose value the cell takes over at entry, or
    /// `u16::MAX`.
    pub cell_parameters: Vec<u16>,
    /// Names of the free variables; their cells, from the function's closure, follow in the next
    /// registers.
    pub free: Vec<Rc<str>>,
    /// Size of the register window.
    pub n_registers: u16,
    /// The instructions.
    pub ops: Vec<Op>,
    /// For each instruction its origin.
    pub spans: Vec<Span>,
    /// For each instruction whether a source line begins there: where a debugger would stop.
    pub line_starts: Vec<bool>,
    /// For each instruction the number of live registers before it runs; see the module's text.
    pub depth: Vec<u16>,
    /// Exception handlers, innermost first.
    pub handlers: Vec<Handler>,
    /// Constants, by index.
    pub constants: Vec<Constant>,
    /// Names of attributes and globals, by index.
    pub names: Vec<Rc<str>>,
    /// Look-up sites.
    pub sites: Vec<Site>,
    /// The docstring.
    pub doc: Option<Rc<str>>,
}

impl Code {
    /// The 1-based source line of an instruction.
    pub fn line_of(&self, ip: u32) -> u32 {
        self.spans
            .get(ip as usize)
            .map_or(self.first_line, |span| self.source.line_of(span.start))
    }

    /// The register of the first free variable's cell.
    pub fn first_free(&self) -> usize {
        self.locals.len() + self.cells.len()
    }
}
