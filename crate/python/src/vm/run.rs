//! Running a program: start, slices of fuel, the end, and what a debugger asks in between.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use rustc_hash::FxHasher;

use super::flow::Outcome;
use super::{Frame, Halt, Return, Stream, Vm, suggestion};
use crate::code::{Code, Span};
use crate::compile::{self, SyntaxError};
use crate::native::{Flow, Input, Raised};
use crate::object::{GeneratorState, ObjId, Object, Value, classes};

/// Instructions between two looks at the heap's size.
const COLLECTION_INTERVAL: u64 = 1024;

/// Why `run` returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunExit {
    /// The fuel is used up.
    Paused,
    /// The program has ended.
    Ended,
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExitStatus {
    /// The process's exit status: 0, 1 after an uncaught exception, `SystemExit`'s code, 3 when nothing can ever happen
    /// again, 4 when a limit stopped it.
    pub code: i32,
    /// Why the machine gave up, if it did.
    pub halt: Option<Halt>,
}

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

impl Vm {
    /// Compiles a program and makes it ready to run as `__main__`. A syntax error becomes the program's failure: it is
    /// written to standard error as CPython writes it, and the exit status is 1.
    pub fn start(&mut self, filename: &str, source: &str) {
        let options = compile::Options {
            is_internal: false,
            mode: compile::Mode::Exec,
        };
        match compile::compile_module(filename, source, options) {
            Ok(code) => self.start_code(&code),
            Err(error) => {
                let error = compile::suggest_keyword(source, error, &suggestion::closest_keyword);
                let raised = self.syntax_error(filename, &error);
                self.end_with(Outcome::Raised(raised));
            }
        }
    }

    fn start_code(&mut self, code: &Rc<Code>) {
        let unit = self.load(code);
        let module = self.new_module("__main__");
        let Object::Module(main) = self.heap.get(module) else {
            unreachable!("just made")
        };
        let globals = main.dict;
        let name = self.heap.intern("__main__");
        self.heap
            .dict_set_name(self.modules, name, Value::Obj(module));
        let file = self.heap.new_str(&code.source.filename);
        let builtins = self
            .import_module("builtins")
            .map_or(Value::None, Value::Obj);
        for (name, value) in [("__file__", file), ("__builtins__", builtins)] {
            let name = self.heap.intern(name);
            self.heap.dict_set_name(globals, name, value);
        }
        self.stack
            .resize(usize::from(unit.code.n_registers), Value::Unbound);
        self.frames.push(Frame {
            unit,
            ip: 0,
            base: 0,
            globals,
            handled: Value::None,
            generator: None,
            ret: Return::Exit,
            native: None,
        });
    }

    /// Runs at most `fuel` instructions; a native frame's resumption counts as one. What native functions run in
    /// callbacks of their own may exceed it: the machine can only stop between two instructions of the program itself.
    pub fn run(&mut self, fuel: u64) -> RunExit {
        if self.exit.is_some() {
            return RunExit::Ended;
        }
        let until = self.position().saturating_add(fuel);
        while self.position() < until && !self.frames.is_empty() {
            if self.next_collection <= self.position() {
                self.collect_if_wanted();
            }
            self.fuel = until.min(self.next_collection) - self.position();
            self.granted += self.fuel;
            self.drive(0);
            // What was not used is not part of the position.
            self.granted -= self.fuel;
            self.fuel = 0;
        }
        if self.frames.is_empty() {
            let outcome = self
                .outcome
                .take()
                .unwrap_or(Outcome::Returned(Value::None));
            self.end_with(outcome);
            return RunExit::Ended;
        }
        RunExit::Paused
    }

    /// Runs frames above `floor` until they are gone or the fuel is.
    pub(super) fn drive(&mut self, floor: usize) {
        while self.frames.len() > floor && self.fuel > 0 {
            if self
                .frames
                .last()
                .is_some_and(|frame| frame.native.is_some())
            {
                self.fuel -= 1;
                self.resume_native();
            } else {
                self.interpret(floor);
            }
        }
    }

    /// Looks after the heap, between two instructions of the program.
    ///
    /// The position alone says when: were it also the slices of fuel, the same program would collect at other
    /// times when it is stepped, and `id()`, finalizers and weak references would show it.
    fn collect_if_wanted(&mut self) {
        self.next_collection = self.position() + COLLECTION_INTERVAL;
        if self.heap.wants_collection() {
            self.collect_garbage();
            self.check_memory();
        }
    }

    fn check_memory(&mut self) {
        if self.heap.size_bytes() > self.options.heap_bytes_max {
            let raised = Raised(self.new_exception(classes::MEMORY_ERROR, &[]));
            self.throw(raised);
        }
    }

    /// Resumes the native frame on top with what is ready for it.
    fn resume_native(&mut self) {
        let input = std::mem::replace(&mut self.input, Input::Again);
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let mut native = frame.native.take().expect("the caller has looked");
        let depth = self.frames.len();
        let result = if self.halted.is_some() && matches!(input, Input::Raised(_)) {
            let Input::Raised(raised) = input else {
                unreachable!("just matched")
            };
            Err(raised)
        } else {
            native.resume(self, input)
        };
        debug_assert_eq!(
            self.frames.len(),
            depth,
            "a native frame pushes through its flow alone"
        );
        let failed = match result {
            Ok(Flow::Again) => {
                self.input = Input::Again;
                self.put_back(native);
                return;
            }
            Ok(Flow::Return(value)) => {
                let frame = self.frames.pop().expect("the native frame");
                let failed = self.deliver(frame.ret, value).err();
                if let Some(generator) = native.leaves()
                    && let Err(raised) = self.dropped(Value::Obj(generator))
                {
                    self.throw(raised);
                    return;
                }
                failed
            }
            Ok(flow) => {
                self.put_back(native);
                if let Err(raised) = self.apply(flow, Return::Native) {
                    self.input = Input::Raised(raised);
                }
                return;
            }
            Err(raised) => {
                let frame = self.frames.pop().expect("the native frame");
                match frame.ret {
                    Return::Native => {
                        self.input = Input::Raised(raised);
                        None
                    }
                    Return::Exit => {
                        self.outcome = Some(Outcome::Raised(raised));
                        None
                    }
                    ret => match self.absorb(ret, raised) {
                        Ok(Some(_)) => None,
                        Ok(None) => Some(raised),
                        Err(other) => Some(other),
                    },
                }
            }
        };
        if let Some(raised) = failed {
            self.throw(raised);
        }
    }

    fn put_back(&mut self, native: Box<dyn crate::native::NativeFrame>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.native = Some(native);
        }
    }

    /// A nested run has used up the fuel: it goes on at the expense of the position.
    pub(super) fn overdraw(&mut self) {
        let limit = self.options.nested_fuel_max;
        if self.overdraft >= limit {
            let raised = self.raise_halt(Halt::NestedLimit);
            self.fuel += 1_000;
            self.granted += 1_000;
            if self
                .frames
                .last()
                .is_some_and(|frame| frame.native.is_some())
            {
                self.input = Input::Raised(raised);
            } else {
                self.unwind(raised, true);
            }
            return;
        }
        let chunk = 1_000_000.min(limit);
        self.fuel += chunk;
        self.granted += chunk;
        self.overdraft += chunk;
    }

    /// The outermost nested run is over: what was overdrawn and not used is given back.
    pub(super) fn settle_overdraft(&mut self) {
        if self.overdraft > 0 {
            self.granted -= self.fuel;
            self.fuel = 0;
            self.overdraft = 0;
        }
    }

    fn end_with(&mut self, outcome: Outcome) {
        self.frames.clear();
        let mut code = 0;
        if let Outcome::Raised(raised) = outcome {
            if self.halted.is_none() {
                code = self.report_uncaught(raised);
            }
        }
        if self.halted.is_none() {
            self.end_of_program();
        }
        let halt = self.halted.clone();
        code = match &halt {
            None => code,
            Some(Halt::Stalled(lines)) => {
                let mut text = String::new();
                for line in lines {
                    text.push_str(line);
                    text.push('\n');
                }
                text.push_str("loopscope: nothing can ever happen again\n");
                self.write_last(&text);
                3
            }
            Some(Halt::OutputLimit) => {
                self.write_last("loopscope: the output limit is reached\n");
                4
            }
            Some(Halt::NestedLimit) => {
                self.write_last("loopscope: a built-in function's callbacks ran for too long\n");
                4
            }
        };
        self.exit = Some(ExitStatus { code, halt });
    }

    /// Writes past the output limit: the run is over anyway.
    fn write_last(&mut self, text: &str) {
        let (stream, clock_ns) = (Stream::Stderr, self.clock_ns);
        self.output.push(super::Output {
            stream,
            text: text.into(),
            clock_ns,
            task: None,
        });
    }

    /// An exception reached the top: prints it, or takes `SystemExit`'s code.
    fn report_uncaught(&mut self, raised: Raised) -> i32 {
        if self.exception_matches(raised, classes::SYSTEM_EXIT) {
            return self.system_exit_code(raised);
        }
        let text = self.format_exception(raised.0);
        self.write_last(&text);
        if self.exception_matches(raised, classes::KEYBOARD_INTERRUPT) {
            130
        } else {
            1
        }
    }

    fn system_exit_code(&mut self, raised: Raised) -> i32 {
        let args = Rc::clone(&self.exception(raised.0).args);
        match *args {
            [] | [Value::None] => 0,
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "as the operating system does"
            )]
            [Value::Int(code)] => i32::from(code as u8),
            [Value::Bool(code)] => i32::from(code),
            [value] => {
                let text = self.str_of(value).unwrap_or_else(|_| "".into());
                self.write_last(&format!("{text}\n"));
                1
            }
            _ => {
                let tuple = self.heap.new_tuple(&args);
                let text = self.str_of(tuple).unwrap_or_else(|_| "".into());
                self.write_last(&format!("{text}\n"));
                1
            }
        }
    }

    /// What the interpreter does after the last line: the main module's variables go, and with them what they held.
    fn end_of_program(&mut self) {
        let main = self.heap.intern("__main__");
        if let Some(Value::Obj(module)) = self.heap.dict_get_name(self.modules, main)
            && let Object::Module(main) = self.heap.get(module)
        {
            let globals = main.dict;
            self.heap.dict_mut(globals).clear();
        }
        self.fuel = u64::MAX / 4;
        self.collect_garbage();
        self.fuel = 0;
    }

    pub(super) fn syntax_error(&mut self, filename: &str, error: &SyntaxError) -> Raised {
        let class = match error.class {
            compile::SyntaxErrorClass::Syntax => classes::SYNTAX_ERROR,
            compile::SyntaxErrorClass::Indentation => classes::INDENTATION_ERROR,
            compile::SyntaxErrorClass::Tab => classes::TAB_ERROR,
        };
        let raised = self.raise(class, &error.message);
        let file = self.heap.new_str(filename);
        let text = self.heap.new_str(&format!("{}\n", error.text));
        let message = self.heap.new_str(&error.message);
        let fields = [
            ("msg", message),
            ("filename", file),
            ("lineno", Value::Int(error.line.into())),
            ("offset", Value::Int(error.column.into())),
            ("text", text),
            ("end_lineno", Value::Int(error.end_line.into())),
            ("end_offset", Value::Int(error.end_column.into())),
        ];
        for (name, value) in fields {
            let name = self.heap.intern(name);
            self.heap.set_own_attribute(raised.0, name, value);
        }
        raised
    }

    // What a debugger asks

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

    /// The place of the innermost frame of the program: its next instruction if it is on top, else the call that runs.
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
        let frame = self.frames.iter().rev().find(|frame| is_program(frame));
        frame.map_or(0, |frame| frame.unit.code.line_of(frame.current_ip()))
    }

    /// The line where a coroutine or generator runs or sleeps, or would begin; `None` once it has ended.
    pub fn generator_line(&self, id: ObjId) -> Option<u32> {
        let generator = self.generator(id);
        let code = &generator.unit.code;
        match (generator.state, &generator.frame) {
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
                Some(code.line_of(ip))
            }
            (GeneratorState::Running, _) => {
                let frame = self
                    .frames
                    .iter()
                    .find(|frame| frame.generator == Some(id))?;
                Some(code.line_of(frame.current_ip()))
            }
            _ => None,
        }
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
        for detached in self.threads.values() {
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

/// The place of an instruction; at the start of a line, of everything that the line's instructions come from.
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
