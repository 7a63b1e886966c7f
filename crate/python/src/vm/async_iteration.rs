//! What the machine asks of what can be awaited, and of asynchronous iteration.

use super::flow::Next;
use super::{Return, Vm};
use crate::builtins::AsyncStep;
use crate::code::{CodeKind, Op, Reg};
use crate::native::{Flow, PyResult, Raised};
use crate::object::{GeneratorState, ObjId, Object, Value, classes};

impl Vm {
    /// The instruction `GetAsyncNext`.
    pub(super) fn get_async_next(&mut self, dst: Reg, iter: Reg) -> PyResult<Next> {
        let value = self.checked(iter)?;
        if self.heap.type_of(value) == classes::ASYNC_GENERATOR {
            return self.begin_async_step(dst, value);
        }
        match self.special_flow(value, "__anext__", &[])? {
            Some(flow) => self.apply(flow, Return::Store(dst)),
            None => {
                let name = self.type_name(value);
                let text =
                    format!("'async for' requires an iterator with __anext__ method, got {name}");
                Err(self.type_error(&text))
            }
        }
    }

    /// `__anext__()` of an asynchronous generator. Nobody sees the awaitable that it makes, so the
    /// generator itself stands for it, and the `YieldFrom` that comes resumes it; unless it is in
    /// the middle of another step, of which the awaitable complains.
    #[cfg_attr(engine, optimize(speed))]
    fn begin_async_step(&mut self, dst: Reg, generator: Value) -> PyResult<Next> {
        let id = generator.obj().expect("a generator is an object");
        let state = self.generator(id).state;
        if state == GeneratorState::Running || self.awaited_by(id).is_some() {
            let step = crate::builtins::async_next(self, &[generator])?;
            self.set_register(dst, step);
            return Ok(Next::Go);
        }
        if state == GeneratorState::Created {
            self.note_async_generator(id);
        }
        self.set_register(dst, generator);
        // `GetAwaitable` would refuse it, as it does where a program awaits one.
        let frame = self.frames.last_mut().expect("a frame runs");
        frame.ip += 1;
        Ok(Next::Switch)
    }

    /// What `await value` drives, nested.
    ///
    /// # Errors
    ///
    /// `TypeError` if it can't be awaited.
    pub fn await_iter(&mut self, value: Value) -> PyResult {
        let flow = self.get_awaitable(value)?;
        self.finish(flow)
    }

    /// The instruction `GetAwaitable`.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn get_awaitable(&mut self, value: Value) -> PyResult<Flow> {
        match self.heap.object(value) {
            Some(Object::Generator(generator))
                if generator.unit.code.kind == CodeKind::Coroutine =>
            {
                if generator.state == GeneratorState::Suspended
                    || generator.state == GeneratorState::Running
                {
                    return Err(self.runtime_error("coroutine is being awaited already"));
                }
                Ok(Flow::Return(value))
            }
            Some(Object::Foreign(foreign)) if foreign.awaiter().is_some() => {
                Ok(Flow::Return(value))
            }
            _ => match self.special_flow(value, "__await__", &[])? {
                Some(flow) => Ok(flow),
                None => {
                    let name = self.type_name(value);
                    Err(self.type_error(format_args!("'{name}' object can't be awaited")))
                }
            },
        }
    }

    /// Checks what `__await__` returned.
    pub(super) fn check_await_result(&mut self, value: Value) -> PyResult<()> {
        if let Some(Object::Generator(generator)) = self.heap.object(value)
            && generator.unit.code.kind == CodeKind::Coroutine
        {
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        if !self.is_iterator(value) && !self.is_awaiter(value) {
            let name = self.type_name(value);
            return Err(self.type_error(format_args!(
                "__await__() returned non-iterator of type '{name}'"
            )));
        }
        Ok(())
    }

    fn is_awaiter(&self, value: Value) -> bool {
        matches!(self.heap.object(value), Some(Object::Foreign(foreign)) if foreign.awaiter().is_some())
    }

    /// What a sleeping generator or coroutine waits for: the operand of its `await` or `yield
    /// from`.
    pub fn awaited_by(&self, generator: ObjId) -> Option<Value> {
        let generator = self.generator(generator);
        let frame = generator.sleeping_frame()?;
        match generator.unit.code.ops.get(frame.ip as usize) {
            Some(Op::YieldFrom { iter, .. }) => {
                frame.registers.get(usize::from(*iter)).copied()?.bound()
            }
            _ => None,
        }
    }

    /// Whether the frame on top awaits `aclose()`.
    pub(super) fn step_is_closing(&self) -> bool {
        let Some(Op::YieldFrom { iter, .. }) = self.current_op() else {
            return false;
        };
        let Some(Object::Foreign(foreign)) = self
            .register(iter)
            .bound()
            .and_then(|v| self.heap.object(v))
        else {
            return false;
        };
        foreign
            .downcast_ref::<AsyncStep>()
            .is_some_and(AsyncStep::is_close)
    }

    /// Whether an exception is the ending that the `aclose()` awaited by the frame on top wants.
    pub(super) fn ends_async_step(&self, raised: Raised) -> bool {
        (self.exception_matches(raised, classes::GENERATOR_EXIT)
            || self.exception_matches(raised, classes::STOP_ASYNC_ITERATION))
            && self.step_is_closing()
    }

    /// Notes that an asynchronous generator has begun, for the loop that is to close it.
    pub(crate) fn note_async_generator(&mut self, id: ObjId) {
        self.async_generators.push(id);
    }

    /// Asynchronous generators that have begun and not ended, in order.
    pub fn open_async_generators(&mut self) -> Vec<ObjId> {
        let mut open = std::mem::take(&mut self.async_generators);
        open.retain(|&id| {
            matches!(self.heap.get(id), Object::Generator(generator)
                if generator.state != crate::object::GeneratorState::Closed)
        });
        self.async_generators.clone_from(&open);
        open
    }

    /// Before garbage is freed: forgets asynchronous generators among it.
    pub(super) fn before_sweep(&mut self, marks: &crate::object::Marks) {
        self.sweep_caches(marks);
        self.async_generators.retain(|&id| marks.is_marked(id));
        self.fragile.retain(|id| marks.is_marked(id));
        self.forget_unmarked(marks);
        if let Some(mut host) = self.host.take() {
            host.sweep(marks, &|value| self.preview(value, &|_| None));
            self.host = Some(host);
        }
    }
}
