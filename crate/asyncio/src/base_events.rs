//! The event loop: an executor whose handles call Python.

use std::rc::Rc;

use loopscope_executor::{EventId, Executor, HandleId};
use loopscope_python::native::PyResult;
use loopscope_python::object::{Foreign, Link, ObjId, Value, classes};
use loopscope_python::vm::Vm;

use crate::contextvars::Scope;
use crate::foreign::{foreign_basics, get, get_mut, id_of, raise};
use crate::host::{record_caused, state};
use crate::trace::EventKind;

/// What a handle does when it runs.
#[derive(Clone, Debug, Hash)]
pub enum Payload {
    /// A step of a task.
    Step {
        /// The task's object.
        task: Link,
    },
    /// A step of a task that begins with an exception.
    Throw {
        /// The task's object.
        task: Link,
        /// The exception's object.
        exception: Link,
    },
    /// A step of a task because the future that it awaits is done.
    Wake {
        /// The task's object.
        task: Link,
        /// The future's object.
        future: Link,
    },
    /// A call.
    Callback {
        /// What to call.
        function: Value,
        /// With what.
        args: Rc<[Value]>,
        /// In which context.
        #[doc(hidden)]
        scope: CallbackScope,
        /// The `Handle` that the program has.
        handle: Option<Link>,
    },
    /// The end of a sleep.
    SetResult {
        /// The future's object.
        future: Link,
        /// What the sleep returns.
        result: Value,
    },
    /// A function in another thread has ended.
    ThreadDone {
        /// The future's object.
        future: Link,
        /// What it returned or raised.
        value: Value,
        /// Whether it raised.
        has_failed: bool,
    },
    /// A child of a `gather` has ended.
    Gather {
        /// The future of the `gather`.
        outer: Link,
        /// The child.
        child: Link,
    },
    /// The future that the loop runs for is done.
    Stop {
        /// The future's object.
        future: Link,
    },
}

/// The context of a callback.
#[derive(Clone, Debug, Default, Hash)]
pub struct CallbackScope(pub(crate) Scope);

impl Payload {
    /// The task whose step it is.
    pub fn task(&self) -> Option<ObjId> {
        match self {
            Self::Step { task } | Self::Throw { task, .. } | Self::Wake { task, .. } => {
                Some(task.id())
            }
            _ => None,
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        match self {
            Self::Step { task } => visit((*task).into()),
            Self::Throw {
                task: a,
                exception: b,
            }
            | Self::Wake { task: a, future: b }
            | Self::Gather { outer: a, child: b } => {
                visit((*a).into());
                visit((*b).into());
            }
            Self::Callback {
                function,
                args,
                scope,
                handle,
            } => {
                visit(*function);
                args.iter().for_each(|&arg| visit(arg));
                scope.0.trace(visit);
                if let Some(handle) = handle {
                    visit((*handle).into());
                }
            }
            Self::SetResult {
                future,
                result: value,
            }
            | Self::ThreadDone { future, value, .. } => {
                visit((*future).into());
                visit(*value);
            }
            Self::Stop { future } => visit((*future).into()),
        }
    }
}

/// Where the virtual clock's 0 stands on the executor's clock: a program may set a timer for a time
/// before the start, and such timers too fire in the order of their deadlines.
pub(crate) const EPOCH_NS: u64 = 1 << 60;

/// The deadline of a timer that never fires, on the executor's clock.
pub(crate) const NEVER: u64 = u64::MAX;

/// An event loop.
#[derive(Clone, Debug, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are independent of each other"
)]
pub struct EventLoop {
    pub(crate) executor: Executor<Payload>,
    pub(crate) is_closed: bool,
    pub(crate) is_running: bool,
    /// Told to stop at the end of the turn.
    pub(crate) is_stopping: bool,
    pub(crate) debug: bool,
    /// `None` for the default one.
    pub(crate) exception_handler: Value,
    /// `None` for the default one.
    pub(crate) task_factory: Value,
    pub(crate) slow_callback_duration: Value,
    /// What looks at the loop's files before each turn; `None` while it has none.
    pub(crate) poll: Value,
}

impl EventLoop {
    pub(crate) fn new(now_ns: u64) -> Self {
        let mut executor = Executor::new();
        executor.set_now(EPOCH_NS + now_ns);
        Self {
            executor,
            is_closed: false,
            is_running: false,
            is_stopping: false,
            debug: false,
            exception_handler: Value::None,
            task_factory: Value::None,
            slow_callback_duration: Value::float(0.1),
            poll: Value::None,
        }
    }

    /// The handles that are ready or wait for their time.
    pub fn executor(&self) -> &Executor<Payload> {
        &self.executor
    }
}

impl Foreign for EventLoop {
    foreign_basics!();

    #[cfg_attr(engine, optimize(speed))]
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        for payload in self.executor.payloads() {
            payload.trace(visit);
        }
        visit(self.exception_handler);
        visit(self.task_factory);
        visit(self.slow_callback_duration);
        visit(self.poll);
    }

    fn size_bytes(&self) -> usize {
        let n_handles = self.executor.ready_len() + self.executor.timers_len();
        n_handles * 64
    }

    fn finalizer(&self) -> Option<fn(&mut Vm, ObjId)> {
        Some(crate::loop_methods::loop_lost)
    }
}

/// The loop of an id that is known to be one.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn event_loop(vm: &Vm, id: ObjId) -> &EventLoop {
    get(vm, id).expect("the id was checked to be a loop's")
}

/// The loop of an id that is known to be one, to change it.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn event_loop_mut(vm: &mut Vm, id: ObjId) -> &mut EventLoop {
    get_mut(vm, id).expect("the id was checked to be a loop's")
}

/// The id of a loop.
///
/// # Errors
///
/// `TypeError` for anything else: loops that a program writes from scratch are not supported.
pub(crate) fn loop_id(vm: &mut Vm, value: Value) -> PyResult<ObjId> {
    if let Some(id) = id_of::<EventLoop>(vm, value) {
        return Ok(id);
    }
    let found = vm.type_name(value);
    let message = format!(
        "an event loop of asyncio is required, not '{found}'; see LIMITATIONS.md, \"event loops\""
    );
    raise(vm, classes::TYPE_ERROR, &message)
}

/// Whether a value is a loop that runs.
pub(crate) fn is_running(vm: &Vm, value: Value) -> bool {
    id_of::<EventLoop>(vm, value).is_some_and(|id| event_loop(vm, id).is_running)
}

/// # Errors
///
/// `RuntimeError` if the loop is closed.
pub(crate) fn check_open(vm: &mut Vm, id: ObjId) -> PyResult<()> {
    if event_loop(vm, id).is_closed {
        return raise(vm, classes::RUNTIME_ERROR, "Event loop is closed");
    }
    Ok(())
}

/// Queues a handle on a loop because of an event.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn call_soon(
    vm: &mut Vm,
    event_loop: Value,
    payload: Payload,
    cause: EventId,
) -> PyResult<HandleId> {
    // What makes it ready is the event that is named, or else the call itself.
    let trace = &state(vm).trace;
    let event = if cause == trace.current {
        trace.next_id()
    } else {
        cause
    };
    let known = event_loop.obj().and_then(|id| get_mut::<EventLoop>(vm, id));
    let Some(known) = known.filter(|known| !known.is_closed) else {
        let id = loop_id(vm, event_loop)?;
        check_open(vm, id)?;
        unreachable!("it is a loop, and open");
    };
    let handle = known.executor.call_soon(payload, event);
    let kind = EventKind::Scheduled {
        handle: handle.serial(),
        deadline_ns: None,
    };
    record_caused(vm, kind, cause);
    Ok(handle)
}

/// Sets a timer on a loop, at a time of the executor's clock.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn call_at(
    vm: &mut Vm,
    id: ObjId,
    deadline_ns: u64,
    payload: Payload,
) -> PyResult<HandleId> {
    check_open(vm, id)?;
    let trace = &state(vm).trace;
    let (cause, event) = (trace.current, trace.next_id());
    let executor = &mut event_loop_mut(vm, id).executor;
    let handle = executor.call_at(deadline_ns, payload, event);
    let kind = EventKind::Scheduled {
        handle: handle.serial(),
        deadline_ns: Some(since_start(deadline_ns)),
    };
    record_caused(vm, kind, cause);
    Ok(handle)
}

/// Cancels a handle; nothing happens if it ran or was cancelled.
pub(crate) fn cancel_handle(vm: &mut Vm, id: ObjId, handle: HandleId) {
    let cancelled = event_loop_mut(vm, id).executor.cancel(handle);
    if cancelled.is_some() {
        let kind = EventKind::HandleCancelled {
            handle: handle.serial(),
        };
        let cause = state(vm).trace.current;
        record_caused(vm, kind, cause);
    }
}

/// A time of the executor's clock from one in seconds since the start, to the nearest nanosecond.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion saturates, which is what is wanted"
)]
pub(crate) fn deadline(seconds: f64) -> u64 {
    let ns = (seconds.abs() * 1e9).round_ties_even() as u64;
    if seconds < 0.0 {
        EPOCH_NS.saturating_sub(ns)
    } else if ns >= NEVER - EPOCH_NS {
        NEVER
    } else {
        EPOCH_NS + ns
    }
}

/// Nanoseconds since the start from a time of the executor's clock; `u64::MAX` is never.
pub(crate) fn since_start(deadline_ns: u64) -> u64 {
    if deadline_ns == NEVER {
        return NEVER;
    }
    deadline_ns.saturating_sub(EPOCH_NS)
}

/// The loop's time in seconds.
#[expect(clippy::cast_precision_loss, reason = "as CPython's clock has it")]
pub(crate) fn seconds(ns: u64) -> f64 {
    ns as f64 / 1e9
}
