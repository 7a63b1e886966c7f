//! The threads of the loops' default executors: what `to_thread()` and `run_in_executor(None, …)`
//! run functions in. As in CPython, each loop has its own.

use loopscope_python::native::{Flow, Input, NativeDef, NativeFrame, PyResult};
use loopscope_python::object::{Marks, ObjId, Value};
use loopscope_python::vm::Vm;

use crate::base_events::{self, Payload};
use crate::futures::{self, State};
use crate::host::{Lane, state, state_mut};
use crate::threads::{enter_lane, leave_lane, number_thread, wake_waiter};

/// How many threads an executor has at most: CPython's number for four processors.
const WORKERS_MAX: usize = 8;

/// A function that waits for a free thread.
#[derive(Clone, Debug, Hash)]
struct Job {
    event_loop: ObjId,
    /// What the loop's side awaits.
    future: ObjId,
    function: Value,
    args: Vec<Value>,
}

impl Job {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.event_loop.into());
        visit(self.future.into());
        visit(self.function);
        self.args.iter().for_each(|&arg| visit(arg));
    }
}

/// A thread of an executor.
#[derive(Clone, Debug, Hash)]
struct Member {
    event_loop: ObjId,
    number: u64,
}

/// Who waits for threads to have nothing to run any more.
#[derive(Clone, Debug, Hash)]
struct Ender {
    /// Of one loop's executor, or of all.
    event_loop: Option<ObjId>,
    /// A future to be done, or what a thread waits for.
    waiter: ObjId,
}

/// All default executors.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Workers {
    busy: Vec<Member>,
    /// With nothing to run, the one that ended first first.
    idle: Vec<Member>,
    /// Those whose function has not blocked since it began.
    unblocked: Vec<u64>,
    jobs: Vec<Job>,
    enders: Vec<Ender>,
}

impl Workers {
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.jobs.iter().for_each(|job| job.trace(visit));
        let enders = self.enders.iter();
        enders.for_each(|ender| visit(ender.waiter.into()));
    }

    /// Forgets the threads of loops that are about to be freed.
    pub(crate) fn sweep(&mut self, marks: &Marks) {
        self.idle
            .retain(|member| marks.is_marked(member.event_loop));
    }

    pub(crate) fn are_idle(&self) -> bool {
        self.n_busy(None) == 0
    }

    /// Notes that the main thread waits until all are idle.
    pub(crate) fn tell_when_idle(&mut self, waiter: ObjId) {
        self.enders.push(Ender {
            event_loop: None,
            waiter,
        });
    }

    /// Whether a thread's function has run to its end without blocking: then it is over before the
    /// loop's side hears of it, in the loop's own thread.
    pub(crate) fn take_unblocked(&mut self, thread: u64) -> bool {
        let mut unblocked = self.unblocked.iter();
        let index = unblocked.position(|&number| number == thread);
        index
            .map(|index| self.unblocked.swap_remove(index))
            .is_some()
    }

    fn n_busy(&self, event_loop: Option<ObjId>) -> usize {
        count(&self.busy, event_loop)
    }

    fn take_job(&mut self, event_loop: ObjId) -> Option<Job> {
        let mut jobs = self.jobs.iter();
        let index = jobs.position(|job| job.event_loop == event_loop)?;
        Some(self.jobs.remove(index))
    }

    fn take_idle(&mut self, event_loop: ObjId) -> Option<Member> {
        let mut idle = self.idle.iter();
        let index = idle.position(|member| member.event_loop == event_loop)?;
        Some(self.idle.remove(index))
    }

    /// A thread has nothing more to run; gives who waited for that.
    fn rest(&mut self, number: u64) -> Vec<ObjId> {
        if let Some(index) = (self.busy.iter()).position(|member| member.number == number) {
            let member = self.busy.remove(index);
            self.idle.push(member);
        }
        let busy = &self.busy;
        let ended = self
            .enders
            .extract_if(.., |ender| count(busy, ender.event_loop) == 0);
        ended.map(|ender| ender.waiter).collect()
    }
}

fn count(members: &[Member], event_loop: Option<ObjId>) -> usize {
    let is_of = |member: &&Member| event_loop.is_none_or(|id| member.event_loop == id);
    members.iter().filter(is_of).count()
}

/// The first frame of a thread: runs one function after another.
#[derive(Clone, Debug)]
struct Worker {
    job: Job,
    number: u64,
    is_started: bool,
}

impl NativeFrame for Worker {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        if std::mem::replace(&mut self.is_started, true) {
            let outcome = match input {
                Input::Raised(raised) => Err(vm.raising(raised)),
                Input::Returned(value) | Input::Yielded(value) => Ok(value),
                Input::Start | Input::Again => Ok(Value::None),
            };
            leave_lane(vm);
            self.deliver(vm, outcome)?;
            let Some(next) = state_mut(vm).workers.take_job(self.job.event_loop) else {
                let waiters = state_mut(vm).workers.rest(self.number);
                for waiter in waiters {
                    tell(vm, waiter)?;
                }
                return Ok(Flow::Return(Value::None));
            };
            self.job = next;
        }
        enter_lane(vm, Lane::of_thread(self.number));
        Ok(Flow::Call {
            callee: self.job.function,
            args: self.job.args.clone(),
        })
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        self.job.trace(&mut |value| marks.value(value));
    }

    fn is_thread(&self) -> bool {
        true
    }
}

impl Worker {
    /// Hands the outcome to the loop: as a handle of its own, unless the loop has not gone on.
    fn deliver(&self, vm: &mut Vm, outcome: PyResult) -> PyResult<()> {
        let Job {
            event_loop, future, ..
        } = self.job;
        if base_events::event_loop(vm, event_loop).is_closed {
            return Ok(());
        }
        let has_failed = outcome.is_err();
        let value = outcome.unwrap_or_else(|raising| vm.caught(raising).0.into());
        if state_mut(vm).workers.take_unblocked(self.number) {
            return end_future(vm, future, value, has_failed);
        }
        end_future_soon(vm, event_loop.into(), future, value, has_failed)
    }
}

/// Ends a future in a turn of its loop.
fn end_future_soon(
    vm: &mut Vm,
    event_loop: Value,
    future: ObjId,
    value: Value,
    has_failed: bool,
) -> PyResult<()> {
    let payload = Payload::ThreadDone {
        future: future.into(),
        value,
        has_failed,
    };
    let cause = state(vm).trace.current;
    base_events::call_soon(vm, event_loop, payload, cause)?;
    Ok(())
}

/// Ends the future on the loop's side, unless it has ended.
pub(crate) fn end_future(
    vm: &mut Vm,
    future: ObjId,
    value: Value,
    has_failed: bool,
) -> PyResult<()> {
    if futures::future(vm, future).state != State::Pending {
        return Ok(());
    }
    if has_failed {
        futures::set_exception(vm, future, value)
    } else {
        futures::set_result(vm, future, value)
    }
}

/// Tells who waited for threads that they have nothing to run any more.
fn tell(vm: &mut Vm, waiter: ObjId) -> PyResult<()> {
    let Some(future) = futures::as_future(vm, waiter.into()) else {
        wake_waiter(vm, waiter);
        return Ok(());
    };
    let event_loop = futures::future(vm, future).event_loop();
    end_future_soon(vm, event_loop, future, Value::None, false)
}

/// Runs a function in a thread: `_start_thread(loop, future, function, args)`.
fn start_thread(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let event_loop = base_events::loop_id(vm, args[0])?;
    let future = futures::as_future(vm, args[1]);
    let future = future.expect("the library's own source made it");
    let job = Job {
        event_loop,
        future,
        function: args[2],
        args: vm.collect(args[3])?,
    };
    let n_busy = state(vm).workers.n_busy(Some(event_loop));
    if n_busy >= WORKERS_MAX {
        state_mut(vm).workers.jobs.push(job);
        return Ok(Flow::Return(Value::None));
    }
    let member = match state_mut(vm).workers.take_idle(event_loop) {
        Some(member) => member,
        None => Member {
            event_loop,
            number: number_thread(vm, format!("asyncio_{n_busy}")),
        },
    };
    let number = member.number;
    let workers = &mut state_mut(vm).workers;
    workers.busy.push(member);
    workers.unblocked.push(number);
    Ok(Flow::Enter(Box::new(Worker {
        job,
        number,
        is_started: false,
    })))
}

/// Whether threads of a loop's executor run functions: `_has_threads(loop)`.
fn has_threads(vm: &mut Vm, args: &[Value]) -> PyResult {
    let event_loop = base_events::loop_id(vm, args[0])?;
    Ok((state(vm).workers.n_busy(Some(event_loop)) > 0).into())
}

/// Sets a future that is to be done when the last thread of its loop's executor has nothing to run:
/// `_when_threads_end(future)`.
fn when_threads_end(vm: &mut Vm, args: &[Value]) -> PyResult {
    let waiter = futures::as_future(vm, args[0]);
    let waiter = waiter.expect("the library's own source made it");
    let event_loop = futures::future(vm, waiter).event_loop().obj();
    state_mut(vm)
        .workers
        .enders
        .push(Ender { event_loop, waiter });
    Ok(Value::None)
}

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::flow(
        "_start_thread",
        "loop, future, function, args, /",
        start_thread,
    ),
    NativeDef::new("_has_threads", "loop, /", has_threads),
    NativeDef::new("_when_threads_end", "future, /", when_threads_end),
];
