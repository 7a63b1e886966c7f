//! What a future consists of. Programs make them by the hundred thousand: what few have is apart.

use loopscope_executor::{EventId, HandleId};
use loopscope_python::native::AwaitFn;
use loopscope_python::object::{Foreign, Link, ObjId, Value};
use loopscope_python::vm::Vm;

use crate::base_events::{self, EventLoop};
use crate::contextvars::Scope;
use crate::foreign::foreign_basics;
use crate::gather::Gather;
use crate::tasks::Task;
use crate::trace::{FutureKind, Outcome};

/// How far a future has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum State {
    Pending,
    Finished,
    Cancelled,
}

/// What happens when a future is done; each is queued as a handle of its own.
#[derive(Clone, Debug, Hash)]
pub(crate) enum Callback {
    /// Calls a function with the future.
    Call(Box<DoneCallback>),
    /// The next step of the task that awaits the future.
    Wake(Link),
    /// Counts for the outer future of a `gather`.
    Gather(Link),
    /// Stops the loop that runs until the future is done.
    Stop,
}

/// What `add_done_callback()` was given.
#[derive(Clone, Debug, Hash)]
pub(crate) struct DoneCallback {
    pub(crate) function: Value,
    pub(crate) scope: Scope,
}

/// A future.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Future {
    /// `None` until `__init__`.
    event_loop: Option<Link>,
    pub(crate) state: State,
    /// Of a finished future without an exception.
    pub(crate) result: Value,
    pub(super) exception: Option<Link>,
    pub(crate) callbacks: Vec<Callback>,
    /// Set between its yielding itself and the task's taking note: it was awaited, not just
    /// yielded.
    pub(crate) is_blocking: bool,
    /// An exception was set that nobody has looked at.
    pub(crate) is_unretrieved: bool,
    /// The event that finished it.
    pub(crate) done_event: EventId,
    pub(crate) kind: FutureKind,
    /// The lock, queue, … that made it.
    pub(super) owner: Option<Link>,
    /// The timer of a sleep.
    pub(crate) timer: Option<HandleId>,
    pub(crate) task: Option<Box<Task>>,
    pub(crate) gather: Option<Box<Gather>>,
    pub(super) rare: Option<Box<Rare>>,
}

/// What most futures never have.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Rare {
    /// `cancel(msg)`
    pub(crate) cancel_message: Value,
    /// The exception with which a task ended, to be raised once.
    pub(crate) cancelled_error: Option<ObjId>,
    /// How much of the exception's traceback there was when it was set.
    pub(super) traceback_len: usize,
    /// The tasks that await it by way of a function: groups, `wait()`, `shield()`.
    pub(crate) awaited_by: Vec<ObjId>,
    /// Where it was made; only in debug mode.
    pub(crate) origin: Option<Box<Origin>>,
}

/// Where a future or handle was made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Origin {
    /// The stack, as a traceback shows it.
    pub(crate) stack: String,
    /// The innermost place: file and line.
    pub(crate) place: String,
}

/// Where the program is, if the loop is in debug mode. `inside` is the place in CPython's library
/// that native code stands for.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn origin(vm: &Vm, event_loop: Value, inside: Option<&str>) -> Option<Box<Origin>> {
    let id = crate::foreign::id_of::<EventLoop>(vm, event_loop)?;
    if !base_events::event_loop(vm, id).debug {
        return None;
    }
    let (stack, innermost) = vm.stack_text();
    let place = match inside {
        Some(inside) => format!("/usr/lib/python3.14/asyncio/{inside}"),
        None => innermost,
    };
    Some(Box::new(Origin { stack, place }))
}

impl Future {
    /// A future that waits for `__init__`, or is complete with a loop.
    pub(crate) fn new(event_loop: Value) -> Self {
        Self {
            event_loop: event_loop.obj().map(Link::from),
            state: State::Pending,
            result: Value::None,
            exception: None,
            callbacks: Vec::new(),
            is_blocking: false,
            is_unretrieved: false,
            done_event: EventId(0),
            kind: FutureKind::Plain,
            owner: None,
            timer: None,
            task: None,
            gather: None,
            rare: None,
        }
    }

    /// Its loop; unbound until `__init__`.
    pub(crate) fn event_loop(&self) -> Value {
        self.event_loop.map_or(Value::Unbound, Value::from)
    }

    /// Of a finished future.
    pub(crate) fn exception(&self) -> Option<ObjId> {
        self.exception.map(Link::id)
    }

    /// The lock, queue, … that made it.
    pub(crate) fn owner(&self) -> Option<Value> {
        self.owner.map(Value::from)
    }

    /// What most futures never have, if this one has.
    pub(crate) fn rare(&self) -> Option<&Rare> {
        self.rare.as_deref()
    }

    /// The same, to set some of it.
    pub(crate) fn rare_mut(&mut self) -> &mut Rare {
        self.rare.get_or_insert_with(|| {
            Box::new(Rare {
                cancel_message: Value::None,
                cancelled_error: None,
                traceback_len: 0,
                awaited_by: Vec::new(),
                origin: None,
            })
        })
    }

    /// `cancel(msg)`; `None` where it was not given.
    pub(crate) fn cancel_message(&self) -> Value {
        self.rare().map_or(Value::None, |rare| rare.cancel_message)
    }

    pub(crate) fn set_cancel_message(&mut self, message: Value) {
        if self.rare.is_some() || !message.is_none() {
            self.rare_mut().cancel_message = message;
        }
    }

    /// Where it was made, if the loop is in debug mode.
    pub(crate) fn origin(&self) -> Option<&Origin> {
        self.rare()?.origin.as_deref()
    }

    pub(crate) fn origin_mut(&mut self) -> Option<&mut Origin> {
        self.rare.as_mut()?.origin.as_deref_mut()
    }

    pub(crate) fn set_origin(&mut self, origin: Option<Box<Origin>>) {
        if origin.is_some() {
            self.rare_mut().origin = origin;
        }
    }

    /// The errors that it holds.
    pub(crate) fn errors(&self) -> impl Iterator<Item = ObjId> + use<> {
        let cancelled = self.rare().and_then(|rare| rare.cancelled_error);
        self.exception().into_iter().chain(cancelled)
    }

    pub(crate) fn is_done(&self) -> bool {
        self.state != State::Pending
    }

    pub(crate) fn outcome(&self) -> Outcome {
        match self.state {
            State::Cancelled => Outcome::Cancelled,
            _ if self.exception.is_some() => Outcome::Exception,
            _ => Outcome::Result,
        }
    }
}

impl Foreign for Future {
    foreign_basics!();

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.event_loop());
        visit(self.result);
        if let Some(rare) = self.rare() {
            visit(rare.cancel_message);
        }
        if let Some(owner) = self.owner() {
            visit(owner);
        }
        // In CPython's order, which the end of a program shows: what the task runs comes first.
        if let Some(task) = &self.task {
            task.trace(visit);
        }
        self.errors().for_each(|error| visit(error.into()));
        for callback in &self.callbacks {
            match callback {
                Callback::Call(call) => {
                    visit(call.function);
                    call.scope.trace(visit);
                }
                Callback::Wake(other) | Callback::Gather(other) => visit((*other).into()),
                Callback::Stop => {}
            }
        }
        if let Some(rare) = self.rare() {
            rare.awaited_by.iter().for_each(|&task| visit(task.into()));
        }
        if let Some(gather) = &self.gather {
            gather.trace(visit);
        }
    }

    fn size_bytes(&self) -> usize {
        96 + self.callbacks.len() * 16
            + self.task.as_ref().map_or(0, |_| 64)
            + self.gather.as_ref().map_or(0, |gather| gather.size_bytes())
    }

    fn awaiter(&self) -> Option<AwaitFn> {
        Some(super::drive)
    }

    fn finalizer(&self) -> Option<fn(&mut Vm, ObjId)> {
        Some(crate::report::future_lost)
    }
}
