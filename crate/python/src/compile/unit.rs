//! One block in the making: instructions, registers, labels, handlers and tables.

use std::rc::Rc;

use ruff_text_size::TextRange;

use super::function::Plan;
use super::scope::ScopeId;
use super::unwind::Block;
use super::{Compiler, Failure, Fallible, span_of};
use crate::code::{Code, CodeKind, Constant, Handler, Op, Parameters, Reg, Site, Source, Span};
use crate::sorted::SortedMap;

/// A place in the code that jumps go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(usize);

/// A span of instructions that a handler covers; `end` is one past.
#[derive(Clone, Copy, Debug)]
pub(super) struct Covered {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// A place in a block that is being written.
pub(super) struct Mark<'a> {
    n_ops: usize,
    n_handlers: usize,
    blocks: Vec<Block<'a>>,
}

struct PendingHandler {
    covered: Covered,
    target: Label,
    exception: Reg,
}

/// What makes two constants the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum ConstantKey {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(u64),
    Str(Rc<str>),
}

/// The block being written.
#[derive(Default)]
pub(super) struct Unit<'a> {
    pub(super) scope: ScopeId,
    pub(super) kind: Option<CodeKind>,
    pub(super) name: Rc<str>,
    pub(super) qualname: Rc<str>,
    pub(super) first_line: u32,
    pub(super) parameters: Parameters,
    pub(super) locals: Vec<Rc<str>>,
    pub(super) cells: Vec<Rc<str>>,
    pub(super) cell_parameters: Vec<u16>,
    pub(super) free: Vec<Rc<str>>,
    /// Cells and free cells by name.
    pub(super) cell_registers: SortedMap<Rc<str>, Reg>,
    pub(super) doc: Option<Rc<str>>,
    /// Whether the block must do without short jumps.
    pub(super) is_wide: bool,
    /// What a `return`, `break` or `continue` has to leave, outermost first.
    pub(super) blocks: Vec<Block<'a>>,
    /// How many blocks stand around each `finally` body that is being compiled.
    pub(super) final_bodies: Vec<usize>,
    /// The next free register: everything below is live.
    pub(super) top: Reg,
    n_registers: Reg,
    ops: Vec<Op>,
    spans: Vec<Span>,
    line_starts: Vec<bool>,
    depth: Vec<u16>,
    /// Whether the next instruction begins a line.
    pub(super) at_line_start: bool,
    labels: Vec<Option<u32>>,
    jumps: Vec<(usize, Label)>,
    handlers: Vec<PendingHandler>,
    constants: Vec<Constant>,
    constant_index: SortedMap<ConstantKey, usize>,
    names: Vec<Rc<str>>,
    name_index: SortedMap<Rc<str>, usize>,
    sites: Vec<Site>,
    /// For each local variable's register whether it certainly holds a value here.
    pub(super) bound: Vec<bool>,
    /// For each local variable's register whether it may lose its value again.
    pub(super) unstable: Vec<bool>,
    /// Whether this place cannot be reached.
    pub(super) is_dead: bool,
    overflow: Option<&'static str>,
}

impl<'a> Unit<'a> {
    /// Begins a block.
    pub(super) fn new(plan: &Plan) -> Self {
        Self {
            scope: plan.scope,
            kind: Some(plan.kind),
            name: Rc::clone(&plan.name),
            qualname: Rc::clone(&plan.qualname),
            first_line: plan.first_line,
            parameters: plan.parameters,
            ..Self::default()
        }
    }

    /// Moves the end of the live registers.
    pub(super) fn set_top(&mut self, top: Reg) {
        self.top = top;
        self.n_registers = self.n_registers.max(top);
    }

    /// Where the next instruction goes.
    pub(super) fn here(&self) -> u32 {
        u32::try_from(self.ops.len()).unwrap_or(u32::MAX)
    }

    /// Appends an instruction.
    pub(super) fn emit(&mut self, op: Op, span: Span) {
        self.ops.push(op);
        self.spans.push(span);
        self.depth.push(self.top);
        self.line_starts
            .push(std::mem::take(&mut self.at_line_start));
        if matches!(
            op,
            Op::Return { .. } | Op::Raise { .. } | Op::Reraise { .. } | Op::RaiseAssertion { .. }
        ) {
            self.is_dead = true;
        }
    }

    /// Makes a label to be placed later.
    pub(super) fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    /// Places a label before the next instruction.
    pub(super) fn bind(&mut self, label: Label) {
        debug_assert!(self.labels[label.0].is_none(), "a label has one place");
        self.labels[label.0] = Some(self.here());
        self.is_dead = false;
    }

    /// Appends a jump to a label.
    pub(super) fn jump(&mut self, op: Op, label: Label, span: Span) {
        self.jumps.push((self.ops.len(), label));
        self.emit(op, span);
        if matches!(op, Op::Jump { .. }) {
            self.is_dead = true;
        }
    }

    /// Remembers this place, to take back what is written from here on.
    pub(super) fn mark(&self) -> Mark<'a> {
        Mark {
            n_ops: self.ops.len(),
            n_handlers: self.handlers.len(),
            blocks: self.blocks.clone(),
        }
    }

    /// Takes back what was written since a mark: it cannot be reached.
    pub(super) fn discard(&mut self, mark: Mark<'a>) {
        self.ops.truncate(mark.n_ops);
        self.spans.truncate(mark.n_ops);
        self.line_starts.truncate(mark.n_ops);
        self.depth.truncate(mark.n_ops);
        self.jumps.retain(|&(at, _)| at < mark.n_ops);
        self.handlers.truncate(mark.n_handlers);
        self.blocks = mark.blocks;
        self.at_line_start = false;
        self.is_dead = true;
    }

    /// Notes that `label` handles what is raised in a span of instructions.
    pub(super) fn handle(&mut self, covered: Covered, target: Label, exception: Reg) {
        if covered.start < covered.end {
            self.handlers.push(PendingHandler {
                covered,
                target,
                exception,
            });
        }
    }

    fn index(&mut self, length: usize, what: &'static str) -> u16 {
        u16::try_from(length).unwrap_or_else(|_| {
            self.overflow = Some(what);
            0
        })
    }

    /// The index of a constant.
    pub(super) fn constant(&mut self, constant: Constant) -> u32 {
        let key = match &constant {
            Constant::None => Some(ConstantKey::None),
            Constant::Ellipsis => Some(ConstantKey::Ellipsis),
            Constant::Bool(value) => Some(ConstantKey::Bool(*value)),
            Constant::Int(value) => Some(ConstantKey::Int(*value)),
            Constant::Float(value) => Some(ConstantKey::Float(value.to_bits())),
            Constant::Str(value) => Some(ConstantKey::Str(Rc::clone(value))),
            _ => None,
        };
        let next = self.constants.len();
        let index = match key {
            Some(key) => self.constant_index.get_or_insert(key, next),
            None => next,
        };
        if index == next {
            self.constants.push(constant);
        }
        u32::try_from(index).unwrap_or(u32::MAX)
    }

    /// The index of a constant that an instruction has 16 bits for.
    pub(super) fn short_constant(&mut self, constant: Constant) -> u16 {
        let index = self.constant(constant);
        self.index(index as usize, "constants")
    }

    /// The index of a name.
    pub(super) fn name(&mut self, name: &Rc<str>) -> u16 {
        let next = self.names.len();
        let index = self.name_index.get_or_insert(Rc::clone(name), next);
        if index == next {
            self.names.push(Rc::clone(name));
        }
        self.index(index, "names")
    }

    /// A new look-up site of a name.
    pub(super) fn site(&mut self, name: &Rc<str>) -> u16 {
        let name = self.name(name);
        self.sites.push(Site { name });
        self.index(self.sites.len() - 1, "look-ups")
    }

    /// A register as an operand's count; too many are reported when the block is finished.
    pub(super) fn count(&mut self, n: usize) -> u16 {
        self.index(n, "values")
    }

    fn patch(&mut self) -> Result<(), Failure> {
        for &(at, label) in &self.jumps {
            let target = i64::from(self.labels[label.0].expect("every label is placed"));
            let distance = target - i64::try_from(at).expect("code is short") - 1;
            let short = i16::try_from(distance);
            let long = i32::try_from(distance).expect("code is short");
            match &mut self.ops[at] {
                Op::Jump { offset }
                | Op::JumpIf { offset, .. }
                | Op::JumpUnless { offset, .. }
                | Op::JumpIfNone { offset, .. }
                | Op::JumpIfUnbound { offset, .. }
                | Op::EndAsyncFor { offset, .. } => *offset = long,
                Op::JumpIfCompare { offset, .. }
                | Op::JumpUnlessCompare { offset, .. }
                | Op::JumpUnlessCompareInt { offset, .. }
                | Op::ForIter { offset, .. } => match short {
                    Ok(short) => *offset = short,
                    Err(_) => return Err(Failure::TooFar),
                },
                _ => unreachable!("an instruction that does not jump"),
            }
        }
        Ok(())
    }

    /// Makes a jump to a `Return` that instruction itself, as CPython does with small blocks at the
    /// end, and returns a value from where it is, not from where it would be moved to. The line of
    /// the `Return` begins there, too; a line that consists of the jump alone stays.
    fn return_early(&mut self) {
        if !self.handlers.is_empty() {
            return;
        }
        for at in (0..self.ops.len()).rev() {
            let next = match self.ops[at] {
                Op::Jump { offset } => (at + 1).checked_add_signed(offset as isize),
                Op::Move { .. } => Some(at + 1),
                _ => None,
            };
            let Some(next) = next.filter(|&next| next < self.ops.len()) else {
                continue;
            };
            let Op::Return { src: returned } = self.ops[next] else {
                continue;
            };
            let src = match self.ops[at] {
                Op::Move { dst, src } if dst == returned && !self.line_starts[next] => src,
                Op::Jump { .. } if !self.line_starts[at] => returned,
                _ => continue,
            };
            self.ops[at] = Op::Return { src };
            self.spans[at] = self.spans[next];
            self.line_starts[at] |= self.line_starts[next];
        }
    }

    fn finish_handlers(&self) -> Vec<Handler> {
        self.handlers
            .iter()
            .map(|handler| Handler {
                start: handler.covered.start,
                end: handler.covered.end,
                target: self.labels[handler.target.0].expect("every handler is placed"),
                exception: handler.exception,
            })
            .collect()
    }

    /// Closes the block; the error is the name of a table with too many entries, or a jump that is
    /// too long.
    pub(super) fn finish(
        mut self,
        source: &Rc<Source>,
    ) -> Result<Rc<Code>, Result<Failure, &'static str>> {
        if let Some(what) = self.overflow {
            return Err(Err(what));
        }
        self.patch().map_err(Ok)?;
        self.return_early();
        let handlers = self.finish_handlers();
        let code = Code {
            name: self.name,
            qualname: self.qualname,
            kind: self.kind.unwrap_or(CodeKind::Function),
            source: Rc::clone(source),
            first_line: self.first_line,
            parameters: self.parameters,
            locals: self.locals,
            cells: self.cells,
            cell_parameters: self.cell_parameters,
            free: self.free,
            n_registers: self.n_registers,
            ops: self.ops,
            spans: self.spans,
            line_starts: self.line_starts,
            depth: self.depth,
            handlers,
            constants: self.constants,
            names: self.names,
            sites: self.sites,
            doc: self.doc,
        };
        if cfg!(debug_assertions)
            && let Err(problem) = super::verify::verify(&code)
        {
            panic!("unsound code of {}: {problem}\n{code}", code.qualname);
        }
        Ok(Rc::new(code))
    }
}

impl Compiler<'_> {
    /// Appends an instruction with the origin of a node.
    pub(super) fn emit(&mut self, op: Op, range: TextRange) {
        self.unit.emit(op, span_of(range));
    }

    /// Appends a jump.
    pub(super) fn jump(&mut self, op: Op, label: Label, range: TextRange) {
        self.unit.jump(op, label, span_of(range));
    }

    /// Appends `Jump`.
    pub(super) fn goto(&mut self, label: Label, range: TextRange) {
        self.jump(Op::Jump { offset: 0 }, label, range);
    }

    /// Takes the next temporary, which the instruction just written fills.
    pub(super) fn take_temporary(&mut self) -> Fallible<Reg> {
        let register = self.unit.top;
        if register >= Reg::MAX - 16 {
            return self.fail(TextRange::default(), "too many values in one block");
        }
        self.unit.set_top(register + 1);
        Ok(register)
    }

    /// Ends a computation that began with `saved` live registers and has left its result in `dst`.
    pub(super) fn settle(&mut self, saved: Reg, dst: Reg) {
        self.unit.set_top(saved.max(dst + 1));
    }

    /// Fills the next temporary with "unbound".
    pub(super) fn push_unbound(&mut self, range: TextRange) -> Fallible<Reg> {
        let reg = self.unit.top;
        self.emit(Op::Clear { reg }, range);
        self.take_temporary()
    }

    /// Fills the next temporary with `None`.
    pub(super) fn push_none(&mut self, range: TextRange) -> Fallible<Reg> {
        let dst = self.unit.top;
        self.emit(Op::LoadNone { dst }, range);
        self.take_temporary()
    }

    /// Drops a live temporary, the topmost.
    pub(super) fn clear_top(&mut self, range: TextRange) {
        let reg = self.unit.top - 1;
        self.emit(Op::Clear { reg }, range);
        self.unit.top = reg;
    }

    /// Which variables certainly have a value here, to go back to where paths meet.
    pub(super) fn bound_here(&self) -> Vec<bool> {
        self.unit.bound.clone()
    }

    /// Forgets what was bound since: the code in between may not have run.
    pub(super) fn forget_bound(&mut self, before: Vec<bool>) {
        self.unit.bound = before;
    }
}
