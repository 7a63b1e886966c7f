//! Generators, coroutines and asynchronous generators: frames that come and go.

use std::rc::Rc;

use super::flow::{Next, Outcome};
use super::{Return, Vm};
use crate::code::{CodeKind, Op, Reg, Span};
use crate::native::{AwaitStep, Input, PyResult, Raised, Resume};
use crate::object::{Generator, GeneratorState, ObjId, Object, TracebackEntry, Value, classes};

/// How many places of registers are kept for further generators.
const SPARE_MAX: usize = 64;

/// What a resumed generator did.
#[derive(Clone, Copy, Debug)]
pub enum GeneratorOutcome {
    /// It yielded.
    Yielded(Value),
    /// It ended.
    Returned(Value),
}

impl Vm {
    /// The generator of an id known to be one.
    #[inline(always)]
    pub fn generator(&self, id: ObjId) -> &Generator {
        match self.heap.get(id) {
            Object::Generator(generator) => generator,
            _ => unreachable!("expected a generator"),
        }
    }

    /// The generator of an id known to be one, to change it.
    #[inline(always)]
    pub fn generator_mut(&mut self, id: ObjId) -> &mut Generator {
        match self.heap.get_mut(id) {
            Object::Generator(generator) => generator,
            _ => unreachable!("expected a generator"),
        }
    }

    /// Resumes a generator from inside a native function and waits for what it does next.
    ///
    /// # Errors
    ///
    /// What the generator raises.
    pub fn resume_generator(
        &mut self,
        generator: ObjId,
        with: Resume,
    ) -> PyResult<GeneratorOutcome> {
        match self.run_nested(|vm| vm.push_generator(generator, with, Return::Exit)) {
            Outcome::Returned(value) => Ok(GeneratorOutcome::Returned(value)),
            Outcome::Yielded(value) => Ok(GeneratorOutcome::Yielded(value)),
            Outcome::Raised(raised) => Err(self.raising(raised)),
        }
    }

    /// Puts a generator's frame on the stack and resumes it.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn push_generator(
        &mut self,
        id: ObjId,
        with: Resume,
        ret: Return,
    ) -> PyResult<Next> {
        let generator = self.generator(id);
        let (state, is_silent) = (generator.state, generator.unit.ends_silently);
        if state != GeneratorState::Suspended
            && let Some(next) = self.look_before_resuming(id, with, ret)?
        {
            return Ok(next);
        }
        self.check_recursion()?;
        let was_created = state == GeneratorState::Created;
        if was_created || !is_silent {
            self.forget_generator(id);
        }
        self.wake(id, ret);
        match with {
            Resume::Send(_) if was_created => {}
            Resume::Send(value) => self.send(value),
            Resume::Throw(raised) => self.throw_inside(raised),
        }
        Ok(Next::Switch)
    }

    /// What happens instead, if a generator that does not sleep at a `yield` can't be resumed.
    fn look_before_resuming(
        &mut self,
        id: ObjId,
        with: Resume,
        ret: Return,
    ) -> PyResult<Option<Next>> {
        let generator = self.generator(id);
        let kind = generator.unit.code.kind;
        match (generator.state, with) {
            (GeneratorState::Running, _) => {
                let text = match kind {
                    CodeKind::Coroutine => "coroutine already executing",
                    CodeKind::AsyncGenerator => "async generator already executing",
                    _ => "generator already executing",
                };
                return Err(self.value_error(text));
            }
            (GeneratorState::Closed, _) if kind == CodeKind::Coroutine => {
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            (GeneratorState::Closed, Resume::Throw(raised)) => return Err(self.raising(raised)),
            (GeneratorState::Closed, Resume::Send(_)) => {
                return self.generator_ended(kind, ret, Value::None).map(Some);
            }
            (GeneratorState::Created, Resume::Throw(raised)) => {
                let generator = self.generator(id);
                let entry = TracebackEntry {
                    unit: Rc::clone(&generator.unit),
                    ip: TracebackEntry::NOT_STARTED,
                };
                self.exception_mut(raised.0).traceback.push(entry);
                self.leave_unstarted(id, raised.0);
                return Err(self.raising(raised));
            }
            (GeneratorState::Created, Resume::Send(value)) if !value.is_none() => {
                let what = match kind {
                    CodeKind::Coroutine => "coroutine",
                    CodeKind::AsyncGenerator => "async generator",
                    _ => "generator",
                };
                return Err(self.type_error(format_args!(
                    "can't send non-None value to a just-started {what}"
                )));
            }
            _ => {}
        }
        Ok(None)
    }

    /// A generator ends before it began: its arguments stay as long as the exception, whose
    /// traceback holds the frame.
    fn leave_unstarted(&mut self, id: ObjId, exception: ObjId) {
        self.forget_generator(id);
        let generator = self.generator_mut(id);
        generator.state = GeneratorState::Closed;
        if let Some(frame) = generator.frame.take() {
            let place = self.exception(exception).traceback.len() - 1;
            let held = frame.registers.iter();
            let held = held.filter_map(|value| Some((place, value.obj()?)));
            self.exception_mut(exception).kept.extend(held);
        }
    }

    /// Gives the woken frame on top the value that its `yield` or `await` evaluates to.
    #[inline(always)]
    fn send(&mut self, value: Value) {
        let frame = self.frames.last().expect("just woken");
        let ops = &frame.unit.code.ops;
        if let Some(Op::YieldFrom { dst, .. }) = ops.get(frame.ip as usize) {
            return self.set_register(*dst, value);
        }
        let Some(Op::Yield { dst, .. }) = ops.get(frame.current_ip() as usize) else {
            unreachable!("a generator sleeps at a yield or an await")
        };
        self.set_register(*dst, value);
    }

    /// Raises an exception in the woken frame on top, or in what it awaits.
    fn throw_inside(&mut self, raised: Raised) {
        let frame = self.frames.last_mut().expect("just woken");
        let Some(Op::YieldFrom { dst, iter }) = frame.unit.code.ops.get(frame.ip as usize).copied()
        else {
            return self.throw(raised);
        };
        frame.ip += 1;
        match self.throw_into(iter, dst, raised) {
            Ok(_) => {}
            Err(raising) => {
                let raised = self.caught(raising);
                match self.absorb(Return::YieldFrom(dst), raised) {
                    Ok(Some(_)) => {}
                    Ok(None) => self.throw(raised),
                    Err(raising) => self.throw_caught(raising),
                }
            }
        }
    }

    /// Throws into what a `YieldFrom` drives.
    fn throw_into(&mut self, iter: Reg, dst: Reg, raised: Raised) -> PyResult<Next> {
        let inner = self.register(iter);
        let ret = Return::YieldFrom(dst);
        match self.heap.object(inner) {
            Some(Object::Generator(generator)) => {
                let id = inner.obj().expect("an object");
                let is_step = generator.unit.code.kind == CodeKind::AsyncGenerator;
                if !is_step && self.exception_matches(raised, classes::GENERATOR_EXIT) {
                    self.close_generator(id)?;
                    return Err(self.raising(raised));
                }
                self.push_generator(id, Resume::Throw(raised), ret)
            }
            Some(Object::Foreign(foreign)) if foreign.awaiter().is_some() => {
                self.drive_awaiter(iter, dst, Input::Raised(raised))
            }
            _ => {
                let is_exit = self.exception_matches(raised, classes::GENERATOR_EXIT);
                let name = self.heap.intern(if is_exit { "close" } else { "throw" });
                let Some(method) = self.find_attr(inner, name)? else {
                    return Err(self.raising(raised));
                };
                if is_exit {
                    self.call(method, &[])?;
                    return Err(self.raising(raised));
                }
                self.push_call(method, &[Value::Obj(raised.0)], &[], ret)
            }
        }
    }

    /// One step of an awaitable of the engine for the `YieldFrom` of the frame on top.
    #[cfg_attr(engine, optimize(speed))]
    fn drive_awaiter(&mut self, iter: Reg, dst: Reg, input: Input) -> PyResult<Next> {
        let id = self.register(iter).obj().expect("an object");
        let Object::Foreign(foreign) = self.heap.get(id) else {
            unreachable!("an awaitable")
        };
        let awaiter = foreign.awaiter().expect("the caller has seen it");
        match awaiter(self, id, input)? {
            AwaitStep::Yield(value) => self.pass_yield(value),
            AwaitStep::Last(value) => {
                self.set_register(iter, Value::None);
                self.pass_yield(value)
            }
            AwaitStep::Return(value) => {
                self.set_register(dst, value);
                Ok(Next::Switch)
            }
            AwaitStep::Resume { generator, with } => {
                self.push_generator(generator, with, Return::YieldFrom(dst))
            }
        }
    }

    /// The instruction `YieldFrom`: one step of what is awaited.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn yield_from(&mut self, dst: Reg, iter: Reg) -> PyResult<Next> {
        let inner = self.register(iter);
        let sent = self.register(dst);
        let ret = Return::YieldFrom(dst);
        let result = match self.heap.object(inner) {
            Some(Object::Generator(_)) => {
                self.push_generator(inner.obj().expect("an object"), Resume::Send(sent), ret)
            }
            Some(Object::Foreign(foreign)) if foreign.awaiter().is_some() => {
                let input = if sent.is_none() {
                    Input::Start
                } else {
                    Input::Returned(sent)
                };
                self.drive_awaiter(iter, dst, input)
            }
            None if inner.is_none() => {
                // What had no more to do than to yield.
                self.set_register(dst, sent);
                Ok(Next::Go)
            }
            Some(Object::Iterator(_)) if sent.is_none() => {
                match self.iter_next_native(inner.obj().expect("an object"))? {
                    Some(value) => self.pass_yield(value),
                    None => {
                        self.set_register(dst, Value::None);
                        Ok(Next::Go)
                    }
                }
            }
            _ if sent.is_none() => match self.special_flow(inner, "__next__", &[])? {
                Some(flow) => self.apply(flow, ret),
                None => {
                    let name = self.type_name(inner);
                    Err(self.type_error(format_args!("'{name}' object is not an iterator")))
                }
            },
            _ => {
                let name = self.heap.intern("send");
                let method = self.get_attr(inner, name)?;
                self.push_call(method, &[sent], &[], ret)
            }
        };
        match result {
            Err(raising) => self.absorb_or_raise(ret, raising),
            next => next,
        }
    }

    /// Suspends the generator on top at its `YieldFrom` and hands the value on to whoever resumed
    /// it.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn pass_yield(&mut self, value: Value) -> PyResult<Next> {
        if let Some(frame) = self.frames.last_mut() {
            frame.ip -= 1;
        }
        let ret = self.suspend();
        self.deliver_yield(ret, value)
    }

    /// The instruction `Yield`.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn yield_value(&mut self, value: Value) -> PyResult<Next> {
        let frame = self.frames.last().expect("a generator yields");
        let is_async = frame.unit.code.kind == CodeKind::AsyncGenerator;
        match self.suspend() {
            ret if is_async => self.deliver_async_value(ret, value),
            Return::ForIter(reg) => {
                self.set_register(reg, value);
                Ok(Next::Switch)
            }
            ret => self.deliver_yield(ret, value),
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    fn deliver_yield(&mut self, ret: Return, value: Value) -> PyResult<Next> {
        match ret {
            Return::YieldFrom(_) => self.pass_yield(value),
            Return::Native => {
                self.input = Input::Yielded(value);
                Ok(Next::Switch)
            }
            Return::Exit => {
                self.outcome = Some(Outcome::Yielded(value));
                Ok(Next::Switch)
            }
            ret => {
                self.deliver(ret, value)?;
                Ok(Next::Switch)
            }
        }
    }

    /// An asynchronous generator has a value: the `await` of its step is over.
    #[cfg_attr(engine, optimize(speed))]
    fn deliver_async_value(&mut self, ret: Return, value: Value) -> PyResult<Next> {
        match ret {
            Return::YieldFrom(reg) => {
                if self.step_is_closing() {
                    return Err(self.runtime_error("async generator ignored GeneratorExit"));
                }
                self.set_register(reg, value);
                Ok(Next::Switch)
            }
            Return::Native | Return::Exit => {
                self.deliver(ret, value)?;
                Ok(Next::Switch)
            }
            _ => Err(self.stop_iteration(value)),
        }
    }

    /// The frame on top, a generator's, returns.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn generator_return(&mut self, value: Value) -> PyResult<Next> {
        let frame = self.frames.pop().expect("a generator returns");
        let id = frame.generator.expect("only for generators").id();
        let generator = self.generator_mut(id);
        generator.state = GeneratorState::Closed;
        let saved = generator.frame.take();
        let kind = generator.unit.code.kind;
        if let Some(saved) = saved {
            self.keep_registers(saved.registers);
        }
        // What the frame returns is not garbage, though nothing holds it at this moment.
        self.held.push(value);
        self.frame_left(&frame);
        self.held.pop();
        let ret = frame.ret;
        frame.end();
        self.generator_ended(kind, ret, value)
    }

    /// Keeps the place of a frame's registers for the next generator.
    #[inline(always)]
    fn keep_registers(&mut self, mut registers: Vec<Value>) {
        if self.spare_registers.len() < SPARE_MAX {
            registers.clear();
            self.spare_registers.push(registers);
        }
    }

    /// Tells whoever resumed a generator that it has ended.
    #[cfg_attr(engine, optimize(speed))]
    fn generator_ended(&mut self, kind: CodeKind, ret: Return, value: Value) -> PyResult<Next> {
        if kind == CodeKind::AsyncGenerator {
            let raised = Raised(self.new_exception(classes::STOP_ASYNC_ITERATION, &[]));
            return match ret {
                Return::Native => {
                    self.input = Input::Raised(raised);
                    Ok(Next::Switch)
                }
                Return::Exit => {
                    self.outcome = Some(Outcome::Raised(raised));
                    Ok(Next::Switch)
                }
                ret => {
                    let raising = self.raising(raised);
                    self.absorb_or_raise(ret, raising)
                }
            };
        }
        match ret {
            Return::ForIter(_) => {
                self.end_for();
                Ok(Next::Switch)
            }
            Return::YieldFrom(reg) => {
                self.set_register(reg, value);
                Ok(Next::Switch)
            }
            Return::Native | Return::Exit => self.deliver(ret, value),
            _ => Err(self.stop_iteration(value)),
        }
    }

    /// An exception leaves a generator's frame: it is over, and an ending of its own kind becomes
    /// an error (PEP 479).
    pub(super) fn generator_raised(&mut self, id: ObjId, raised: Raised) -> Raised {
        let generator = self.generator_mut(id);
        generator.state = GeneratorState::Closed;
        generator.frame = None;
        let kind = generator.unit.code.kind;
        let what = match kind {
            CodeKind::Coroutine => "coroutine",
            CodeKind::AsyncGenerator => "async generator",
            _ => "generator",
        };
        let ending = if self.exception_matches(raised, classes::STOP_ITERATION) {
            "StopIteration"
        } else if kind == CodeKind::AsyncGenerator
            && self.exception_matches(raised, classes::STOP_ASYNC_ITERATION)
        {
            "StopAsyncIteration"
        } else {
            return raised;
        };
        let message = format!("{what} raised {ending}");
        let error = self.exception_with(classes::RUNTIME_ERROR, &message);
        let exception = self.exception_mut(error.0);
        exception.cause = Value::Obj(raised.0);
        exception.context = Value::Obj(raised.0);
        exception.suppress_context = true;
        error
    }

    /// `generator.close()`, nested.
    ///
    /// # Errors
    ///
    /// `RuntimeError` if it yields instead of ending, or what it raises.
    pub fn close_generator(&mut self, id: ObjId) -> PyResult {
        match self.generator(id).state {
            GeneratorState::Closed => return Ok(Value::None),
            GeneratorState::Created => {
                self.forget_generator(id);
                let generator = self.generator_mut(id);
                generator.state = GeneratorState::Closed;
                generator.frame = None;
                return Ok(Value::None);
            }
            GeneratorState::Suspended | GeneratorState::Running => {}
        }
        let exit = Raised(self.new_exception(classes::GENERATOR_EXIT, &[]));
        match self.resume_generator(id, Resume::Throw(exit)) {
            Ok(GeneratorOutcome::Returned(value)) => Ok(value),
            Ok(GeneratorOutcome::Yielded(_)) => {
                let what = match self.generator(id).unit.code.kind {
                    CodeKind::Coroutine => "coroutine",
                    CodeKind::AsyncGenerator => "async generator",
                    _ => "generator",
                };
                Err(self.runtime_error(format_args!("{what} ignored GeneratorExit")))
            }
            Err(raised) if self.matches(&raised, classes::GENERATOR_EXIT) => Ok(Value::None),
            Err(raised) => Err(raised),
        }
    }

    /// The source range of the call that runs.
    pub(super) fn current_span(&self) -> Span {
        let Some(frame) = self.frames.last() else {
            return Span::default();
        };
        frame
            .unit
            .code
            .spans
            .get(frame.current_ip() as usize)
            .copied()
            .unwrap_or_default()
    }
}
