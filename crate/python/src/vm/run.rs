//! Running a program: start, slices of fuel, the end, and what a debugger asks in between.

use std::rc::Rc;

use super::flow::Outcome;
use super::{Frame, Halt, Return, Stream, Vm, suggestion};
use crate::code::{Code, Source};
use crate::compile::{self, SyntaxError, SyntaxWarning};
use crate::native::{Flow, Input, NativeFrame, Raised, Raising};
use crate::object::{Object, Value, classes};

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
    /// The process's exit status: 0, 1 after an uncaught exception, `SystemExit`'s code, 3 when
    /// nothing can ever happen
    /// again, 4 when a limit stopped it.
    pub code: i32,
    /// Why the machine gave up, if it did.
    pub halt: Option<Halt>,
}

impl Vm {
    /// Compiles a program and makes it ready to run as `__main__`. A syntax error becomes the
    /// program's failure: it is
    /// written to standard error as CPython writes it, and the exit status is 1.
    pub fn start(&mut self, filename: &str, source: &str) {
        let slash = filename.rfind('/').map_or(0, |slash| slash + 1);
        self.options.directory = filename[..slash].into();
        let options = compile::Options {
            is_internal: false,
            mode: compile::Mode::Exec,
        };
        match compile::compile_module(filename, source, options) {
            Ok((code, warnings)) => {
                self.show_warnings(filename, &warnings, Some(&code.source));
                self.start_code(&code);
            }
            Err(error) => {
                let mut error =
                    compile::suggest_keyword(source, error, &suggestion::closest_keyword);
                if error.end_offset == -1
                    && !error.message.starts_with("unindent")
                    && error.span.start as usize + 1 >= source.len()
                {
                    error.column = 0; // At the end of a file CPython knows no place.
                }
                let raised = self.syntax_error(filename, &error);
                self.end_with(Outcome::Raised(raised));
            }
        }
    }

    /// Writes warnings as CPython does; the line stands below where the text is a file.
    pub(super) fn show_warnings(
        &mut self,
        filename: &str,
        warnings: &[SyntaxWarning],
        source: Option<&Source>,
    ) {
        for SyntaxWarning { line, message, .. } in warnings {
            let mut text = format!("{filename}:{line}: SyntaxWarning: {message}\n");
            if let Some(source) = source {
                text.push_str(&format!("  {}\n", source.line_text(*line).trim()));
            }
            if self.write(Stream::Stderr, &text).is_err() {
                return; // The output limit has been reached; the run ends at the next instruction.
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
            globals: globals.into(),
            handled: None,
            generator: None,
            ret: Return::Exit,
            native: None,
        });
    }

    /// Runs at most `fuel` instructions; a native frame's resumption counts as one. What native
    /// functions run in
    /// callbacks of their own may exceed it: the machine can only stop between two instructions of
    /// the program itself.
    #[cfg_attr(engine, optimize(speed))]
    pub fn run(&mut self, fuel: u64) -> RunExit {
        if self.exit.is_some() {
            return RunExit::Ended;
        }
        let until = self.position().saturating_add(fuel);
        let until = until.min(self.options.fuel_max.max(self.position()));
        loop {
            self.run_until(until);
            if !self.frames.is_empty() {
                if self.options.fuel_max <= self.position() {
                    let raised = self.give_up(Halt::FuelLimit);
                    self.end_with(Outcome::Raised(raised));
                    return RunExit::Ended;
                }
                return RunExit::Paused;
            }
            let outcome = self
                .outcome
                .take()
                .unwrap_or(Outcome::Returned(Value::None));
            if !self.waits_for_threads(outcome) {
                self.end_with(outcome);
                return RunExit::Ended;
            }
        }
    }

    fn run_until(&mut self, until: u64) {
        while self.position() < until && !self.frames.is_empty() {
            if self.next_collection <= self.position() {
                self.collect_if_wanted();
            }
            self.fuel = until.min(self.next_collection) - self.position();
            self.granted += self.fuel;
            self.drive(0);
            self.has_fuel();
            // What was not used is not part of the position.
            self.granted -= self.fuel;
            self.fuel = 0;
        }
    }

    /// The main thread is at its end: if there are others, it goes on with what waits for them.
    fn waits_for_threads(&mut self, outcome: Outcome) -> bool {
        if self.ending.is_some() || self.halted.is_some() {
            return false;
        }
        let joiner = self.host.as_ref().and_then(|host| host.joiner());
        let Some(flow) = joiner.and_then(|join| join(self)) else {
            return false;
        };
        let code = match outcome {
            Outcome::Raised(raised) => self.report_uncaught(raised),
            Outcome::Returned(_) | Outcome::Yielded(_) => 0,
        };
        self.ending = Some(code);
        self.apply(flow, Return::Exit).is_ok()
    }

    /// Runs frames above `floor` until they are gone or the fuel is.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn drive(&mut self, floor: usize) {
        while self.frames.len() > floor && self.has_fuel() {
            if self.is_watching() {
                self.drive_watching(floor);
            } else if self
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

    /// Runs one instruction, as long as the end of some objects shows.
    fn drive_watching(&mut self, floor: usize) {
        self.look_at_new_line();
        if self.frames.len() <= floor || !self.has_fuel() {
            return;
        }
        // The rest of the fuel doesn't count as given meanwhile.
        let rest = self.fuel - 1;
        self.fuel = 1;
        self.granted -= rest;
        let is_native = |frame: &Frame| frame.native.is_some();
        if self.frames.last().is_some_and(is_native) {
            self.fuel -= 1;
            self.resume_native();
        } else {
            self.interpret(floor);
        }
        self.fuel += rest;
        self.granted += rest;
    }

    /// Looks after the heap, between two instructions of the program.
    ///
    /// The position alone says when: were it also the slices of fuel, the same program would
    /// collect at other
    /// times when it is stepped, and `id()`, finalizers and weak references would show it.
    fn collect_if_wanted(&mut self) {
        self.next_collection = self.position() + COLLECTION_INTERVAL;
        if self.heap.wants_collection() {
            self.collect_garbage();
            self.check_memory();
        }
    }

    fn check_memory(&mut self) {
        let beside = self.host.as_ref().map_or(0, |host| host.size_bytes());
        if self.heap.size_bytes() + beside > self.options.heap_bytes_max {
            let raised = Raised(self.new_exception(classes::MEMORY_ERROR, &[]));
            self.throw(raised);
        }
    }

    /// Resumes the native frame on top with what is ready for it.
    #[cfg_attr(engine, optimize(speed))]
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
            Err(self.raising(raised))
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
                let dropped = native.take_dropped();
                self.put_back(native);
                if let Some(id) = dropped {
                    self.value_dropped(id.into());
                }
                return;
            }
            Ok(Flow::Return(value)) => {
                let frame = self.frames.pop().expect("the native frame");
                let failed = self.deliver(frame.ret, value).err();
                let failed = failed.map(|raising| self.caught(raising));
                if let Some(id) = native.take_dropped() {
                    self.value_dropped(id.into());
                }
                failed
            }
            Ok(flow) => {
                self.put_back(native);
                if let Err(raising) = self.apply(flow, Return::Native) {
                    self.input = Input::Raised(self.caught(raising));
                }
                return;
            }
            Err(raising) => {
                let raised = self.caught(raising);
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
                        Err(raising) => Some(self.caught(raising)),
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
        let is_over = self.options.fuel_max <= self.position();
        if is_over || self.overdraft >= limit {
            let raised = self.give_up(if is_over {
                Halt::FuelLimit
            } else {
                Halt::NestedLimit
            });
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
            self.reserve = 0;
            self.overdraft = 0;
        }
    }

    /// Lets a native frame run before the Python code on top goes on; not where native code is on
    /// top.
    pub fn interrupt(&mut self, frame: Box<dyn NativeFrame>) -> bool {
        let runs_python = self.frames.last().is_some_and(|top| top.native.is_none());
        runs_python && self.push_native(frame, Return::Discard).is_ok()
    }

    fn end_with(&mut self, outcome: Outcome) {
        self.frames.clear();
        let mut code = self.ending.take().unwrap_or(0);
        if let Outcome::Raised(raised) = outcome
            && self.halted.is_none()
        {
            code = self.report_uncaught(raised);
        }
        if self.halted.is_none() {
            self.run_exit_functions();
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
            // As a shell shows it.
            Some(Halt::Signal(number)) => 128 + i32::from(*number),
            Some(Halt::OutputLimit) => {
                self.write_last("loopscope: the output limit is reached\n");
                4
            }
            Some(Halt::FuelLimit) => {
                self.write_last("loopscope: the limit of instructions is reached\n");
                4
            }
            Some(Halt::NestedLimit) => {
                self.write_last("loopscope: a built-in function ran for too long\n");
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
            [Value::Bool(code)] => i32::from(code.get()),
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

    /// What the program has registered with `atexit`.
    fn run_exit_functions(&mut self) {
        let Some(run) = self.module_value("atexit", "_run_exitfuncs") else {
            return;
        };
        if let Err(raising) = self.call(run, &[]) {
            let raised = self.caught(raising);
            self.unraisable(raised, "Exception ignored in atexit");
        }
    }

    pub(super) fn raise_syntax_error(&mut self, filename: &str, error: &SyntaxError) -> Raising {
        let raised = self.syntax_error(filename, error);
        self.raising(raised)
    }

    fn syntax_error(&mut self, filename: &str, error: &SyntaxError) -> Raised {
        let class = match error.class {
            compile::SyntaxErrorClass::Syntax => classes::SYNTAX_ERROR,
            compile::SyntaxErrorClass::Indentation => classes::INDENTATION_ERROR,
            compile::SyntaxErrorClass::Tab => classes::TAB_ERROR,
        };
        let raised = self.exception_with(class, &error.message);
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
            ("end_offset", Value::Int(error.end_offset)),
        ];
        for (name, value) in fields {
            let name = self.heap.intern(name);
            self.heap.set_own_attribute(raised.0, name, value);
        }
        raised
    }
}
