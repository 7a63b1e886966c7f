//! Where results go: from a flow or a finished frame to whoever waits for it.

use super::{Frame, Return, Vm};
use crate::code::{Op, Reg};
use crate::native::{Flow, Input, NativeFrame, PyResult, Raised};
use crate::object::{ObjId, Value, classes};

/// What an instruction did to the call stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing: the next instruction of the same frame follows.
    Go,
    /// Another frame is on top, or the frame's place has changed.
    Switch,
}

/// The outcome of a nested run.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    /// The callee returned, or the resumed generator ended.
    Returned(Value),
    /// The resumed generator yielded.
    Yielded(Value),
    /// The callee raised.
    Raised(Raised),
}

impl Vm {
    /// Goes the way that a native function or protocol has chosen; `ret` tells what becomes of the
    /// result.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn apply(&mut self, flow: Flow, ret: Return) -> PyResult<Next> {
        match flow {
            Flow::Return(value) => self.deliver(ret, value),
            Flow::Call { callee, args } => self.push_call(callee, &args, &[], ret),
            Flow::CallKeywords {
                callee,
                args,
                keywords,
            } => self.push_call(callee, &args, &keywords, ret),
            Flow::Resume { generator, with } => self.push_generator(generator, with, ret),
            Flow::Enter(native) => {
                self.push_native(native, ret)?;
                Ok(Next::Switch)
            }
            Flow::Detach { thread } => self.detach(thread, ret),
            Flow::Attach { thread } => self.attach(thread, ret),
            Flow::Again => {
                unreachable!("only a native frame on the stack may ask to be resumed again")
            }
        }
    }

    /// Puts a native frame on the stack; it is resumed when the machine goes on.
    pub(super) fn push_native(
        &mut self,
        native: Box<dyn NativeFrame>,
        ret: Return,
    ) -> PyResult<()> {
        self.check_recursion()?;
        let frame = Frame {
            unit: std::rc::Rc::clone(&self.empty_unit),
            ip: 0,
            base: self.top(),
            globals: self.builtins.into(),
            handled: None,
            generator: None,
            ret,
            native: Some(native),
        };
        self.frames.push(frame);
        self.input = Input::Start;
        Ok(())
    }

    /// Hands a result to the frame on top of the stack, or out of a nested run.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn deliver(&mut self, ret: Return, value: Value) -> PyResult<Next> {
        match ret {
            Return::Store(reg) | Return::ForIter(reg) | Return::YieldFrom(reg) => {
                // A plain function's result in the place of a generator's: `__next__` in a `for`,
                // `send` in an `await`.
                if matches!(ret, Return::YieldFrom(_)) {
                    return self.pass_yield(value);
                }
                self.set_register(reg, value);
                Ok(Next::Go)
            }
            Return::Discard => Ok(Next::Go),
            Return::Truth => self.finish_truth(value),
            Return::Finish(_) => self.finish_instruction(value),
            Return::Init(reg, instance) => {
                if !value.is_none() {
                    let name = self.type_name(value);
                    return Err(self
                        .type_error(format_args!("__init__() should return None, not '{name}'")));
                }
                self.set_register(reg, instance.into());
                Ok(Next::Go)
            }
            Return::Native => {
                self.input = Input::Returned(value);
                Ok(Next::Switch)
            }
            Return::Exit => {
                self.outcome = Some(Outcome::Returned(value));
                Ok(Next::Switch)
            }
        }
    }

    /// The first free place on the value stack above the frame on top.
    #[inline(always)]
    pub(super) fn top(&self) -> u32 {
        self.frames
            .last()
            .map_or(0, |frame| frame.base + u32::from(frame.unit.n_registers))
    }

    /// Writes a register of the frame on top.
    #[inline(always)]
    pub(super) fn set_register(&mut self, reg: Reg, value: Value) {
        let base = self.frames.last().map_or(0, |frame| frame.base as usize);
        self.stack[base + usize::from(reg)] = value;
    }

    /// Reads a register of the frame on top.
    #[inline(always)]
    pub(super) fn register(&self, reg: Reg) -> Value {
        let base = self.frames.last().map_or(0, |frame| frame.base as usize);
        self.stack[base + usize::from(reg)]
    }

    /// The instruction of the frame on top that runs or waits for a result.
    pub(super) fn current_op(&self) -> Option<Op> {
        let frame = self.frames.last()?;
        frame
            .unit
            .code
            .ops
            .get(frame.current_ip() as usize)
            .copied()
    }

    /// Moves the frame on top by a jump distance.
    pub(super) fn jump(&mut self, offset: i32) {
        if let Some(frame) = self.frames.last_mut() {
            frame.ip = frame.ip.wrapping_add_signed(offset);
        }
    }

    /// Lets a result decide the instruction that asked for a truth.
    pub(super) fn finish_truth(&mut self, value: Value) -> PyResult<Next> {
        let Some(op) = self.current_op() else {
            return Ok(Next::Go);
        };
        match op {
            Op::JumpIf { offset, .. } => {
                if self.truth_of_result(value)? {
                    self.jump(offset);
                }
            }
            Op::JumpUnless { offset, .. } => {
                if !self.truth_of_result(value)? {
                    self.jump(offset);
                }
            }
            Op::Unary { dst, .. } => {
                let truth = self.truth_of_result(value)?;
                self.set_register(dst, Value::bool(!truth));
            }
            Op::JumpIfCompare { op, offset, .. } => {
                if self.is_true(value)? != op.is_negated() {
                    self.jump(offset.into());
                }
            }
            Op::JumpUnlessCompare { op, offset, .. }
            | Op::JumpUnlessCompareInt { op, offset, .. } => {
                if self.is_true(value)? == op.is_negated() {
                    self.jump(offset.into());
                }
            }
            Op::Compare { op, dst, .. } => {
                let truth = self.is_true(value)? != op.is_negated();
                self.set_register(dst, Value::bool(truth));
            }
            _ => unreachable!("asked for no truth"),
        }
        Ok(Next::Switch)
    }

    /// Checks a special method's result as its instruction demands, and stores it.
    fn finish_instruction(&mut self, value: Value) -> PyResult<Next> {
        let Some(op) = self.current_op() else {
            return Ok(Next::Go);
        };
        match op {
            Op::GetIter { dst, .. } | Op::GetYieldFromIter { dst, .. } => {
                if !self.is_iterator(value) {
                    let name = self.type_name(value);
                    return Err(self.type_error(format_args!(
                        "iter() returned non-iterator of type '{name}'"
                    )));
                }
                self.set_register(dst, value);
            }
            Op::GetAwaitable { dst, .. } => {
                self.check_await_result(value)?;
                self.set_register(dst, value);
            }
            Op::GetAsyncIter { dst, .. } => {
                if self.lookup_special(value, "__anext__").is_none() {
                    let name = self.type_name(value);
                    return Err(self.type_error(format_args!(
                        "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
                    )));
                }
                self.set_register(dst, value);
            }
            Op::Format { dst, .. } => {
                if self.heap.str(value).is_none() {
                    let name = self.type_name(value);
                    return Err(
                        self.type_error(format_args!("__format__ must return a str, not {name}"))
                    );
                }
                self.set_register(dst, value);
            }
            Op::Length { dst, .. } => self.set_register(dst, value),
            _ => unreachable!("asked for no check"),
        }
        Ok(Next::Go)
    }

    // Nested runs

    /// Runs what a flow asks for to its end, inside this call.
    ///
    /// # Errors
    ///
    /// What the Python code raises.
    pub fn finish(&mut self, flow: Flow) -> PyResult {
        match flow {
            Flow::Return(value) => Ok(value),
            flow => match self.run_nested(|vm| vm.apply(flow, Return::Exit)) {
                Outcome::Returned(value) | Outcome::Yielded(value) => Ok(value),
                Outcome::Raised(raised) => Err(self.raising(raised)),
            },
        }
    }

    /// Runs from a push with `Return::Exit` until that frame is gone.
    pub(super) fn run_nested(&mut self, push: impl FnOnce(&mut Self) -> PyResult<Next>) -> Outcome {
        if self.nested_depth >= NESTED_MAX {
            let text = "maximum recursion depth exceeded";
            return Outcome::Raised(self.exception_with(classes::RECURSION_ERROR, text));
        }
        let floor = self.frames.len();
        let input = self.input;
        let outer = self.outcome.take();
        self.nested_depth += 1;
        self.unrooted_depth += 1;
        if let Err(raising) = push(self) {
            self.outcome = Some(Outcome::Raised(self.caught(raising)));
        }
        while self.frames.len() > floor {
            self.drive(floor);
            if self.frames.len() > floor {
                self.overdraw();
            }
        }
        self.unrooted_depth -= 1;
        self.nested_depth -= 1;
        if self.nested_depth == 0 {
            self.settle_overdraft();
        }
        self.input = input;
        let outcome = self.outcome.take().expect("the frame left an outcome");
        self.outcome = outer;
        outcome
    }

    /// Calls anything callable and waits for its result, inside this call.
    ///
    /// # Errors
    ///
    /// What the callee raises.
    pub fn call(&mut self, callee: Value, args: &[Value]) -> PyResult {
        self.call_keywords(callee, args, &[])
    }

    /// As `call`, with keyword arguments; their names are interned strings.
    ///
    /// # Errors
    ///
    /// What the callee raises.
    pub fn call_keywords(
        &mut self,
        callee: Value,
        args: &[Value],
        keywords: &[(ObjId, Value)],
    ) -> PyResult {
        match self.run_nested(|vm| vm.push_call(callee, args, keywords, Return::Exit)) {
            Outcome::Returned(value) | Outcome::Yielded(value) => Ok(value),
            Outcome::Raised(raised) => Err(self.raising(raised)),
        }
    }

    /// Calls a method by name and waits for its result, inside this call.
    ///
    /// # Errors
    ///
    /// `AttributeError`, or what the method raises.
    pub fn call_method(&mut self, obj: Value, name: &str, args: &[Value]) -> PyResult {
        let name = self.heap.intern(name);
        let method = self.get_attr(obj, name)?;
        self.call(method, args)
    }
}

/// How deep native functions may call back into each other on the Rust stack.
const NESTED_MAX: u32 = 120;
