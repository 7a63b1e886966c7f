//! Functions in other threads: `run_in_executor()` and what `to_thread()` is made of.
//!
//! One thread runs at a time, and switches only where one blocks. A function runs at once when it
//! is handed over, until it first blocks; then whoever handed it over goes on. A sleeping thread
//! wakes when everything else waits too and its time is the next.

use loopscope_python::native::{Flow, Input, NativeDef, NativeFrame, PyResult, Raised};
use loopscope_python::object::{Marks, ObjId, Value};
use loopscope_python::vm::Vm;

use crate::base_events::{self, Payload};
use crate::host::{self, Lane, START, record, record_caused, state, state_mut};
use crate::signals;
use crate::trace::EventKind;

/// How many functions run in the threads of the default executor at a time: CPython's number for
/// four processors.
const WORKERS_MAX: usize = 8;

/// A function that waits for a free thread.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Job {
    event_loop: ObjId,
    /// What the loop's side awaits.
    future: ObjId,
    function: Value,
    args: Vec<Value>,
}

impl Job {
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.event_loop.into());
        visit(self.future.into());
        visit(self.function);
        self.args.iter().for_each(|&arg| visit(arg));
    }
}

/// A thread that sleeps.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Sleeper {
    thread: u64,
    pub(crate) deadline_ns: u64,
    pub(crate) lane: Lane,
}

/// The first frame of a thread: runs one function after another.
#[derive(Clone, Debug)]
struct Worker {
    job: Job,
    is_started: bool,
}

impl NativeFrame for Worker {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        if std::mem::replace(&mut self.is_started, true) {
            let outcome = match input {
                Input::Raised(raised) => Err(raised),
                Input::Returned(value) | Input::Yielded(value) => Ok(value),
                Input::Start | Input::Again => Ok(Value::None),
            };
            leave_lane(vm);
            self.deliver(vm, outcome)?;
            let Some(next) = state_mut(vm).jobs.pop_front() else {
                state_mut(vm).n_workers -= 1;
                workers_changed(vm)?;
                return Ok(Flow::Return(Value::None));
            };
            self.job = next;
        }
        let thread = state(vm).next_thread;
        state_mut(vm).next_thread += 1;
        enter_lane(vm, Lane::of_thread(thread));
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
    /// Hands the outcome to the loop, as a handle of its own.
    fn deliver(&self, vm: &mut Vm, outcome: PyResult) -> PyResult<()> {
        let Job {
            event_loop, future, ..
        } = self.job;
        if base_events::event_loop(vm, event_loop).is_closed {
            return Ok(());
        }
        let has_failed = outcome.is_err();
        let payload = Payload::ThreadDone {
            future,
            value: outcome.unwrap_or_else(|Raised(exception)| exception.into()),
            has_failed,
        };
        let cause = state(vm).trace.current;
        base_events::call_soon(vm, event_loop.into(), payload, cause)?;
        Ok(())
    }
}

fn enter_lane(vm: &mut Vm, lane: Lane) {
    let outer = host::swap_lane(vm, lane);
    state_mut(vm).lanes.push(outer);
}

fn leave_lane(vm: &mut Vm) -> Lane {
    let outer = state_mut(vm).lanes.pop();
    host::swap_lane(vm, outer.expect("a thread runs inside of somebody"))
}

/// Lets a sleeping thread go on: the first whose time comes until `until_ns`; moves the clock to
/// it.
pub(crate) fn wake_next(vm: &mut Vm, until_ns: u64) -> Option<Flow> {
    let sleepers = &state(vm).sleepers;
    let (index, first) = sleepers
        .iter()
        .enumerate()
        .min_by_key(|(_, sleeper)| sleeper.deadline_ns)?;
    if first.deadline_ns > until_ns {
        return None;
    }
    let Sleeper {
        thread,
        deadline_ns,
        lane,
    } = state_mut(vm).sleepers.remove(index);
    if vm.clock_ns < deadline_ns {
        let from_ns = std::mem::replace(&mut vm.clock_ns, deadline_ns);
        state_mut(vm).progress.ticks += 1;
        record_caused(vm, EventKind::Advanced { from_ns }, START);
    }
    enter_lane(vm, lane);
    Some(Flow::Attach { thread })
}

/// A blocking call while other threads sleep: those wake whose time comes meanwhile.
#[derive(Clone, Debug)]
struct Block {
    began_ns: u64,
    until_ns: u64,
}

impl NativeFrame for Block {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        if let Input::Raised(raised) = input {
            return Err(raised);
        }
        if let Some(flow) = signals::handle_due(vm) {
            return Ok(flow);
        }
        let signal_ns = state(vm).signals.next_ns().unwrap_or(u64::MAX);
        if let Some(flow) = wake_next(vm, self.until_ns.min(signal_ns)) {
            return Ok(flow);
        }
        if signal_ns < self.until_ns {
            vm.clock_ns = vm.clock_ns.max(signal_ns);
            return Ok(Flow::Again);
        }
        vm.clock_ns = vm.clock_ns.max(self.until_ns);
        state_mut(vm).progress.ticks += 1;
        let ns = self.until_ns - self.began_ns;
        record(vm, EventKind::Blocked { ns });
        Ok(Flow::Return(Value::None))
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, _: &mut Marks) {}
}

/// Lets time pass while the code that runs stands still; other threads may run meanwhile.
///
/// # Errors
///
/// None of its own.
pub(crate) fn block(vm: &mut Vm, ns: u64) -> PyResult<Flow> {
    let began_ns = vm.clock_ns;
    let until_ns = began_ns.saturating_add(ns);
    if let Some(thread) = state(vm).thread
        && vm.can_detach()
    {
        let lane = leave_lane(vm);
        state_mut(vm).sleepers.push(Sleeper {
            thread,
            deadline_ns: until_ns,
            lane,
        });
        return Ok(Flow::Detach { thread });
    }
    Ok(Flow::Enter(Box::new(Block { began_ns, until_ns })))
}

/// Runs a function in a thread: `_start_thread(loop, future, function, args)`.
fn start_thread(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let event_loop = base_events::loop_id(vm, args[0])?;
    let future = crate::futures::as_future(vm, args[1]);
    let future = future.expect("the library's own source made it");
    let job = Job {
        event_loop,
        future,
        function: args[2],
        args: vm.collect(args[3])?,
    };
    if state(vm).n_workers >= WORKERS_MAX {
        state_mut(vm).jobs.push_back(job);
        return Ok(Flow::Return(Value::None));
    }
    state_mut(vm).n_workers += 1;
    Ok(Flow::Enter(Box::new(Worker {
        job,
        is_started: false,
    })))
}

/// How many functions run in threads or wait for one: `_busy_threads()`.
fn busy_threads(vm: &mut Vm, _: &[Value]) -> PyResult {
    let n = state(vm).n_workers + state(vm).jobs.len();
    Ok(Value::Int(i64::try_from(n).unwrap_or(i64::MAX)))
}

/// Sets a future that is to be done when the last thread ends: `_when_threads_end(future)`.
fn when_threads_end(vm: &mut Vm, args: &[Value]) -> PyResult {
    state_mut(vm).threads_waiter = crate::futures::as_future(vm, args[0]);
    Ok(Value::None)
}

fn workers_changed(vm: &mut Vm) -> PyResult<()> {
    if state(vm).n_workers > 0 {
        return Ok(());
    }
    if let Some(future) = state_mut(vm).threads_waiter.take() {
        let event_loop = crate::futures::future(vm, future).event_loop;
        let payload = Payload::ThreadDone {
            future,
            value: Value::None,
            has_failed: false,
        };
        let cause = state(vm).trace.current;
        base_events::call_soon(vm, event_loop, payload, cause)?;
    }
    Ok(())
}

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::flow(
        "_start_thread",
        "loop, future, function, args, /",
        start_thread,
    ),
    NativeDef::new("_busy_threads", "", busy_threads),
    NativeDef::new("_when_threads_end", "future, /", when_threads_end),
];
