//! What a debugger asks of a machine between two instructions.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use rustc_hash::FxHasher;

use super::{ExitStatus, Frame, Vm};
use crate::code::{Code, Span};
use crate::object::{GeneratorState, ObjId, Object, Value};

/// A place in the program's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Rc<str>,
    /// The function, or `<module>`.
    pub function: Rc<str>,
    /// 1-based.
    pub line: u32,
    /// 0-based, in characters.
    pub column: u32,
    /// 1-based.
    pub end_line: u32,
    /// 0-based, in characters.
    pub end_column: u32,
}

/// A frame of the program as a debugger shows it.
#[derive(Clone, Debug)]
pub struct FrameView {
    /// The function, or `<module>`.
    pub function: Rc<str>,
    /// 1-based: the line that runs or waits.
    pub line: u32,
    /// Local variables that have a value, in order of appearance.
    pub locals: Vec<(Rc<str>, Value)>,
}

/// Where a thread of the program stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadPlace {
    /// The program's innermost function.
    pub function: Rc<str>,
    /// 1-based: the line that runs or waits.
    pub line: u32,
    /// The library's function that it has called there and that has not returned.
    pub call: Option<Rc<str>>,
}

impl Vm {
    /// Instructions run since the start.
    pub fn position(&self) -> u64 {
        self.granted - self.fuel
    }

    /// How the program ended, once it has.
    pub fn exit_status(&self) -> Option<&ExitStatus> {
        self.exit.as_ref()
    }

    /// Whether the next instruction begins a source line of the program.
    pub fn at_line_start(&self) -> bool {
        let Some(frame) = self.frames.last() else {
            return false;
        };
        let code = &frame.unit.code;
        frame.native.is_none()
            && !code.source.is_internal
            && code
                .line_starts
                .get(frame.ip as usize)
                .copied()
                .unwrap_or(false)
    }

    /// The place of the innermost frame of the program: its next instruction if it is on top, else
    /// the call that runs.
    pub fn place(&self) -> Option<Place> {
        let (index, frame) = self
            .frames
            .iter()
            .enumerate()
            .rev()
            .find(|(_, frame)| is_program(frame))?;
        let ip = if index + 1 == self.frames.len() {
            frame.ip
        } else {
            frame.current_ip()
        };
        Some(place_of(&frame.unit.code, ip))
    }

    /// The 1-based line of the program that runs, 0 if none does: `place().line` without the rest.
    pub fn line(&self) -> u32 {
        for frame in self.frames.iter().rev() {
            if is_program(frame) {
                return frame.unit.line_of(frame.current_ip());
            }
            if frame
                .native
                .as_ref()
                .is_some_and(|native| native.hides_callers())
            {
                break;
            }
        }
        0
    }

    /// The line where a coroutine or generator runs or sleeps, or would begin; `None` once it has
    /// ended.
    pub fn generator_line(&self, id: ObjId) -> Option<u32> {
        let generator = self.generator(id);
        let code = &generator.unit.code;
        match (generator.state, generator.sleeping_frame()) {
            (GeneratorState::Created, _) => Some(code.first_line),
            (GeneratorState::Suspended, Some(frame)) => {
                let awaits = matches!(
                    code.ops.get(frame.ip as usize),
                    Some(crate::code::Op::YieldFrom { .. })
                );
                let ip = if awaits {
                    frame.ip
                } else {
                    frame.ip.saturating_sub(1)
                };
                Some(generator.unit.line_of(ip))
            }
            (GeneratorState::Running, _) => {
                let frame = self
                    .frames
                    .iter()
                    .find(|frame| frame.generator == Some(id.into()))?;
                Some(code.line_of(frame.current_ip()))
            }
            _ => None,
        }
    }

    /// Whether a generator is of the library's own code and stands for nothing in CPython's.
    pub fn is_hidden(&self, id: ObjId) -> bool {
        let source = &self.generator(id).unit.code.source;
        let line = self.generator_line(id);
        source.is_internal && line.is_none_or(|line| source.marked_line(line).is_none())
    }

    /// The number of the program's frames on the stack.
    pub fn depth(&self) -> usize {
        self.frames.iter().filter(|frame| is_program(frame)).count()
    }

    /// The program's frames with their variables, innermost last.
    pub fn frames_view(&self) -> Vec<FrameView> {
        let mut views = Vec::new();
        for (index, frame) in self
            .frames
            .iter()
            .enumerate()
            .filter(|(_, frame)| is_program(frame))
        {
            let ip = if index + 1 == self.frames.len() {
                frame.ip
            } else {
                frame.current_ip()
            };
            let code = &frame.unit.code;
            let base = frame.base as usize;
            let registers = self
                .stack
                .get(base..base + usize::from(code.n_registers))
                .unwrap_or(&[]);
            views.push(FrameView {
                function: Rc::clone(&code.name),
                line: code.line_of(ip),
                locals: self.named_registers(code, registers),
            });
        }
        views
    }

    /// Where the threads on the stack stand, the main one first: each was let run by the one before
    /// it. `None` for one that is in no code of the program.
    pub fn stacked_threads(&self) -> Vec<Option<ThreadPlace>> {
        let mut places = Vec::new();
        let mut end = self.frames.len();
        for (index, frame) in self.frames.iter().enumerate().rev() {
            let native = frame.native.as_ref();
            if index == 0 || native.is_some_and(|native| native.is_thread()) {
                let is_on_top = end == self.frames.len();
                places.push(thread_place(&self.frames[index..end], is_on_top));
                end = index;
            }
        }
        places.reverse();
        places
    }

    /// Where a thread that was put aside stands.
    pub fn detached_thread(&self, thread: u64) -> Option<ThreadPlace> {
        let (_, detached) = self.threads.iter().find(|&&(other, _)| other == thread)?;
        thread_place(&detached.frames, false)
    }

    /// The variables of a block that have a value: locals, then cells, then free variables.
    pub fn named_registers(&self, code: &Code, registers: &[Value]) -> Vec<(Rc<str>, Value)> {
        let names = code.locals.iter().chain(&code.cells).chain(&code.free);
        let mut found: Vec<(Rc<str>, Value)> = Vec::new();
        for (name, &value) in names.zip(registers) {
            let value = match self.heap.object(value) {
                Some(Object::Cell(content)) => *content,
                _ => value,
            };
            if !value.is_unbound()
                && !name.starts_with('.')
                && found.iter().all(|(known, _)| known != name)
            {
                found.push((Rc::clone(name), value));
            }
        }
        found
    }

    /// A hash of the whole state: equal states have equal hashes on machines of one pointer width.
    pub fn state_hash(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.heap.hash_state(&mut hasher);
        for frame in &self.frames {
            (frame.ip, frame.base, frame.globals).hash(&mut hasher);
            frame.handled.hash(&mut hasher);
            let start = frame.base as usize;
            let depth = frame
                .unit
                .code
                .depth
                .get(frame.ip as usize)
                .map_or(0, |&depth| usize::from(depth));
            if let Some(registers) = self.stack.get(start..start + depth) {
                registers.hash(&mut hasher);
            }
        }
        for (_, detached) in &self.threads {
            detached.hash(&mut hasher);
        }
        (
            self.clock_ns,
            &self.clock_reads,
            &self.system_source,
            &self.output,
            self.position(),
            self.exit.is_some(),
        )
            .hash(&mut hasher);
        if let Some(host) = &self.host {
            host.hash_state(&mut hasher);
        }
        hasher.finish()
    }
}

fn is_program(frame: &Frame) -> bool {
    frame.native.is_none() && !frame.unit.code.source.is_internal
}

/// `is_on_top`: the innermost frame is the one that runs.
fn thread_place(frames: &[Frame], is_on_top: bool) -> Option<ThreadPlace> {
    let index = frames.iter().rposition(is_program)?;
    let frame = &frames[index];
    let mut called = frames[index + 1..].iter();
    let callee = called.find(|frame| frame.native.is_none());
    let ip = match is_on_top && index + 1 == frames.len() {
        true => frame.ip,
        false => frame.current_ip(),
    };
    Some(ThreadPlace {
        function: Rc::clone(&frame.unit.code.name),
        line: frame.unit.line_of(ip),
        call: callee.map(|frame| Rc::clone(&frame.unit.code.qualname)),
    })
}

/// The place of an instruction; at the start of a line, of everything that the line's instructions
/// come from.
pub(super) fn place_of(code: &Code, ip: u32) -> Place {
    let Span { mut start, mut end } = code.spans.get(ip as usize).copied().unwrap_or_default();
    let first = ip as usize;
    if code.line_starts.get(first).copied().unwrap_or(false) {
        let line = code.source.line_of(start);
        let rest = first + 1..code.ops.len();
        for next in rest.take_while(|&next| !code.line_starts[next]) {
            let span = code.spans[next];
            if code.source.line_of(span.start) == line {
                start = start.min(span.start);
                end = end.max(span.end);
            }
        }
    }
    let source = &code.source;
    let column = |offset: u32, line: u32| {
        let start = source.line_starts[line as usize - 1] as usize;
        let text = source.text.get(start..offset as usize).unwrap_or("");
        u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
    };
    let (line, end_line) = (source.line_of(start), source.line_of(end.max(start)));
    Place {
        file: Rc::clone(&source.filename),
        function: Rc::clone(&code.name),
        line,
        column: column(start, line),
        end_line,
        end_column: column(end.max(start), end_line),
    }
}
