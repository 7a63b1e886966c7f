//! Exceptions on their way up: to a handler, to a native frame, or out of a nested run.

use std::rc::Rc;

use super::flow::{Next, Outcome};
use super::{Return, Vm};
use crate::code::{Handler, Op};
use crate::native::{Input, PyResult, Raised, Raising};
use crate::object::{TracebackEntry, Value, classes};

impl Vm {
    /// Raises an exception at the instruction that runs: its context is what is being handled.
    pub(super) fn throw(&mut self, raised: Raised) {
        let handled = self.topmost_handled();
        self.set_context(raised.0, handled);
        self.unwind(raised, true);
    }

    /// The same for one that is on its way up.
    pub(super) fn throw_caught(&mut self, raising: Raising) {
        let raised = self.caught(raising);
        self.throw(raised);
    }

    /// Takes an exception to its handler, leaving frames on the way. `is_new` tells whether the
    /// frame on top is noted in
    /// the traceback: it is not when the frame raises an exception again that it has caught.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn unwind(&mut self, raised: Raised, is_new: bool) {
        let mut raised = raised;
        let mut is_noted = is_new;
        loop {
            let Some(frame) = self.frames.last() else {
                self.outcome = Some(Outcome::Raised(raised));
                return;
            };
            if frame.native.is_some() {
                // A native function on top failed outside of its own `resume`.
                self.input = Input::Raised(raised);
                return;
            }
            let ip = frame.current_ip();
            if is_noted {
                let entry = TracebackEntry {
                    unit: Rc::clone(&frame.unit),
                    ip,
                };
                self.exception_mut(raised.0).traceback.push(entry);
            }
            is_noted = true;
            if self.halted.is_none()
                && let Some(handler) = self.find_handler(ip)
            {
                let dropped = self.unwinding(ip, &handler);
                self.set_register(handler.exception, Value::Obj(raised.0));
                if !dropped.is_empty() {
                    self.unwound(ip, handler.target, &dropped);
                }
                if let Some(frame) = self.frames.last_mut() {
                    frame.ip = handler.target;
                }
                return;
            }
            match self.leave_by_exception(raised) {
                Left::Caught => return,
                Left::Rises(same) => raised = same,
            }
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    fn find_handler(&self, ip: u32) -> Option<Handler> {
        let frame = self.frames.last()?;
        let handlers = &frame.unit.code.handlers;
        handlers
            .iter()
            .find(|handler| handler.start <= ip && ip < handler.end)
            .copied()
    }

    /// Pops the frame on top because of an exception, and lets the caller's instruction take it if
    /// it is one that does.
    #[cfg_attr(engine, optimize(speed))]
    fn leave_by_exception(&mut self, raised: Raised) -> Left {
        let frame = self.frames.pop().expect("a frame raises");
        let mut raised = raised;
        if let Some(generator) = frame.generator {
            raised = self.generator_raised(generator.id(), raised);
        }
        self.left_by_exception(&frame, raised.0);
        match frame.ret {
            Return::Exit => {
                self.outcome = Some(Outcome::Raised(raised));
                Left::Caught
            }
            Return::Native => {
                self.input = Input::Raised(raised);
                Left::Caught
            }
            _ if frame.generator.is_some() && !self.ends_async_step(raised) => Left::Rises(raised),
            ret => match self.absorb(ret, raised) {
                Ok(Some(_)) => Left::Caught,
                Ok(None) => Left::Rises(raised),
                Err(raising) => Left::Rises(self.caught(raising)),
            },
        }
    }

    /// Lets an instruction take an exception that is its ending, or sends it on.
    pub(super) fn absorb_or_raise(&mut self, ret: Return, raising: Raising) -> PyResult<Next> {
        let raised = self.caught(raising);
        match self.absorb(ret, raised)? {
            Some(next) => Ok(next),
            None => Err(self.raising(raised)),
        }
    }

    /// Lets an instruction that treats an exception as an ending take it: `StopIteration` in `for`
    /// and `await`.
    /// `None` if it does not.
    pub(super) fn absorb(&mut self, ret: Return, raised: Raised) -> PyResult<Option<Next>> {
        if self.halted.is_some() {
            return Ok(None);
        }
        match ret {
            Return::ForIter(_) if self.exception_matches(raised, classes::STOP_ITERATION) => {
                self.end_for();
                Ok(Some(Next::Switch))
            }
            Return::YieldFrom(reg) if self.exception_matches(raised, classes::STOP_ITERATION) => {
                let value = self.stop_iteration_value(raised.0);
                self.set_register(reg, value);
                Ok(Some(Next::Switch))
            }
            Return::YieldFrom(reg) if self.ends_async_step(raised) => {
                self.set_register(reg, Value::None);
                Ok(Some(Next::Switch))
            }
            _ => Ok(None),
        }
    }

    /// Ends the `for` loop whose `ForIter` is the current instruction of the frame on top.
    pub(super) fn end_for(&mut self) {
        let Some(Op::ForIter { iter, offset, .. }) = self.current_op() else {
            unreachable!("only `ForIter` drives an iterator with `Return::ForIter`")
        };
        self.set_register(iter, Value::Unbound);
        self.jump(offset.into());
    }

    /// The exception that is being handled, here or in a calling frame (`sys.exception()`), or
    /// `None`.
    pub fn topmost_handled(&self) -> Value {
        let handled = self.frames.iter().rev().find_map(|frame| frame.handled);
        handled.map_or(Value::None, Value::from)
    }
}

/// What became of an exception when it left a frame.
enum Left {
    /// Somebody took it.
    Caught,
    /// It goes on, perhaps as another.
    Rises(Raised),
}
