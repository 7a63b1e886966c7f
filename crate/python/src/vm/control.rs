//! Instructions of exceptions, context managers and asynchronous control.

use std::rc::Rc;

use super::flow::Next;
use super::{Return, Vm};
use crate::code::{Op, Reg, Special};
use crate::native::{PyResult, Raised, Raising};
use crate::object::{Link, Object, Value, classes};

impl Vm {
    /// Exceptions and asynchronous control.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn execute_control(&mut self, op: Op) -> PyResult<Next> {
        match op {
            Op::GetAsyncIter { dst, src } => {
                let value = self.checked(src)?;
                if let Some(Object::Generator(_)) = self.heap.object(value) {
                    if self.heap.type_of(value) == classes::ASYNC_GENERATOR {
                        return self.store(dst, value);
                    }
                }
                match self.special_flow(value, "__aiter__", &[])? {
                    Some(flow) => self.apply(flow, Return::Finish(0)),
                    None => {
                        let name = self.type_name(value);
                        Err(self.type_error(format_args!(
                            "'async for' requires an object with __aiter__ method, got {name}"
                        )))
                    }
                }
            }
            Op::GetAsyncNext { dst, iter } => self.get_async_next(dst, iter),
            Op::EndAsyncFor { exception, offset } => {
                let raised = Raised(self.object_register(exception));
                if !self.exception_matches(raised, classes::STOP_ASYNC_ITERATION) {
                    self.unwind(raised, false);
                    return Ok(Next::Switch);
                }
                self.set_register(exception, Value::Unbound);
                self.jump(offset);
                Ok(Next::Switch)
            }
            Op::GetAwaitable { dst: _, src } => {
                let value = self.checked(src)?;
                let flow = self.get_awaitable(value)?;
                self.apply_checked(flow, op)
            }
            Op::GetYieldFromIter { dst, src } => {
                let value = self.checked(src)?;
                if self.heap.type_of(value) == classes::COROUTINE {
                    let text =
                        "cannot 'yield from' a coroutine object in a non-coroutine generator";
                    return Err(self.type_error(text));
                }
                if matches!(self.heap.object(value), Some(Object::Generator(_))) {
                    return self.store(dst, value);
                }
                let flow = self.iter_flow(value)?;
                self.apply_checked(flow, op)
            }
            Op::LoadSpecial { special, dst, obj } => self.load_special(special, dst, obj),
            Op::ExceptionInfo { base, exception } => {
                let value = self.register(exception);
                let class = self.heap.type_of(value);
                let traceback = self.traceback_of(value.obj().expect("exceptions are objects"));
                self.set_register(base, Value::Obj(class));
                self.set_register(base + 1, value);
                self.store(base + 2, traceback)
            }
            Op::PushHandled { save, exception } => {
                let exception = self.register(exception).obj().map(Link::from);
                let frame = self.frames.last_mut().expect("a frame runs");
                let before = std::mem::replace(&mut frame.handled, exception);
                self.store(save, before.map_or(Value::None, Value::from))
            }
            Op::PopHandled { save } => {
                let value = self.register(save);
                let frame = self.frames.last_mut().expect("a frame runs");
                frame.handled = value.obj().map(Link::from);
                Ok(Next::Go)
            }
            Op::MatchException {
                dst,
                exception,
                types,
            } => {
                let (exception, types) = (self.register(exception), self.checked(types)?);
                let matches = self.match_exception(exception, types)?;
                self.store(dst, Value::bool(matches))
            }
            Op::MatchExceptionGroup { base, types } => {
                let (exception, types) = (self.register(base + 1), self.checked(types)?);
                let (matched, rest) = self.match_exception_group(exception, types)?;
                self.set_register(base, matched);
                self.store(base + 1, rest)
            }
            Op::PrepareReraiseGroup {
                dst,
                exception,
                raised,
            } => {
                let (exception, raised) = (self.register(exception), self.register(raised));
                let value = self.prepare_reraise_group(exception, raised)?;
                self.store(dst, value)
            }
            Op::Raise { exception, cause } => self.raise_statement(exception, cause),
            Op::Reraise { exception } => {
                let raised = Raised(self.object_register(exception));
                self.unwind(raised, false);
                Ok(Next::Switch)
            }
            Op::RaiseAssertion { message } => {
                let message = self.register(message);
                let args: &[Value] = if message.is_unbound() {
                    &[]
                } else {
                    &[message]
                };
                Err(self.raise_new(classes::ASSERTION_ERROR, args))
            }
            _ => unreachable!("an instruction dispatched elsewhere"),
        }
    }

    fn load_special(&mut self, special: Special, dst: Reg, obj: Reg) -> PyResult<Next> {
        let value = self.checked(obj)?;
        let (name, is_async) = match special {
            Special::Enter => ("__enter__", false),
            Special::Exit => ("__exit__", false),
            Special::AsyncEnter => ("__aenter__", true),
            Special::AsyncExit => ("__aexit__", true),
        };
        let Some(method) = self.lookup_special(value, name) else {
            return Err(self.no_context_manager(value, name, is_async));
        };
        if matches!(
            self.heap.object(method),
            Some(Object::Function(_) | Object::Native(_))
        ) {
            self.set_register(dst + 1, value);
            return self.store(dst, method);
        }
        self.set_register(dst + 1, Value::Unbound);
        let class = self.heap.type_of(value);
        let flow = self.bind(method, value, class)?;
        self.apply(flow, Return::Store(dst))
    }

    fn no_context_manager(&mut self, value: Value, missing: &str, is_async: bool) -> Raising {
        let class = self.heap.type_of(value);
        let name = match &*self.heap.type_ref(class).module {
            "__main__" => self.heap.type_ref(class).qualname.to_string(),
            _ => self.full_name(class),
        };
        let [this, other] = if is_async {
            ["asynchronous context manager", "context manager"]
        } else {
            ["context manager", "asynchronous context manager"]
        };
        let mut text = format!(
            "'{name}' object does not support the {this} protocol (missed {missing} method)"
        );
        let (other_enter, hint) = if is_async {
            ("__enter__", "with")
        } else {
            ("__aenter__", "async with")
        };
        if self.lookup_special(value, other_enter).is_some() {
            text.push_str(&format!(
                " but it supports the {other} protocol. Did you mean to use '{hint}'?"
            ));
        }
        self.type_error(&text)
    }

    fn raise_statement(&mut self, exception: Reg, cause: Reg) -> PyResult<Next> {
        let value = self.register(exception);
        if value.is_unbound() {
            let handled = self.topmost_handled();
            let Value::Obj(id) = handled else {
                return Err(self.runtime_error("No active exception to reraise"));
            };
            self.unwind(Raised(id), false);
            return Ok(Next::Switch);
        }
        let raised = self.make_exception(value, "exceptions must derive from BaseException")?;
        let cause = self.register(cause);
        if !cause.is_unbound() {
            let cause = if cause.is_none() {
                Value::None
            } else {
                Value::Obj(
                    self.make_exception(cause, "exception causes must derive from BaseException")?
                        .0,
                )
            };
            let exception = self.exception_mut(raised.0);
            exception.cause = cause;
            exception.suppress_context = true;
        }
        Err(self.raising(raised))
    }

    /// The exception of a `raise`: an instance as it is, a class called without arguments.
    ///
    /// # Errors
    ///
    /// `TypeError` if it is neither, or what the class raises.
    pub fn make_exception(&mut self, value: Value, refusal: &str) -> PyResult<Raised> {
        if let Value::Obj(id) = value {
            if matches!(self.heap.get(id), Object::Exception(_)) {
                return Ok(Raised(id));
            }
            if matches!(self.heap.get(id), Object::Type(_))
                && self.heap.is_subclass(id, classes::BASE_EXCEPTION)
            {
                let made = self.call(value, &[])?;
                if let Some(Object::Exception(_)) = self.heap.object(made) {
                    return Ok(Raised(made.obj().expect("exceptions are objects")));
                }
            }
        }
        Err(self.type_error(refusal))
    }

    /// Whether an exception matches the class or tuple of classes of an `except` clause.
    fn match_exception(&mut self, exception: Value, types: Value) -> PyResult<bool> {
        if let Some(Object::Type(_)) = self.heap.object(types)
            && let Value::Obj(class) = types
            && self.heap.is_subclass(class, classes::BASE_EXCEPTION)
        {
            return Ok(self.heap.is_instance(exception, class));
        }
        let items = match self.heap.object(types) {
            Some(Object::Tuple(items)) => Rc::clone(items),
            _ => Rc::from([types]),
        };
        let is_class = |vm: &Self, value: Value| {
            value.obj().is_some_and(|id| {
                matches!(vm.heap.get(id), Object::Type(_))
                    && vm.heap.is_subclass(id, classes::BASE_EXCEPTION)
            })
        };
        if !items.iter().all(|&item| is_class(self, item)) {
            let text = "catching classes that do not inherit from BaseException is not allowed";
            return Err(self.type_error(text));
        }
        Ok(items.iter().any(|item| {
            item.obj()
                .is_some_and(|class| self.heap.is_instance(exception, class))
        }))
    }
}
