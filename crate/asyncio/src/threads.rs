//! Threads: how they run, wait and go on.
//!
//! One thread runs at a time, and switches only where one blocks. A thread runs at once when it is
//! started, until it first blocks; then whoever started it goes on. Threads that were woken come
//! next, in their order; when everybody waits, the one whose time is the next.
//!
//! ```text
//!  running ── blocks ──▶ blocked ── woken, or its loop gets a handle ──▶ ready ──▶ running
//!                           └────────── everybody waits, its time comes ──────────────┘
//! ```
//!
//! The frames of a thread that blocks are put aside. The main thread's, and those below a native
//! function that waits in Rust, stay where they are: there a frame on top lets the others run.

use loopscope_python::native::{Flow, Input, NativeDef, NativeFrame, PyResult};
use loopscope_python::object::{Marks, ObjId, Value};
use loopscope_python::vm::{Halt, Vm};

use crate::base_events;
use crate::host::{self, Lane, START, record, record_caused, state, state_mut};
use crate::lanes;
use crate::signals;
use crate::trace::EventKind;

/// A thread that waits.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Waiting {
    /// `None` for the main thread.
    pub(crate) thread: Option<u64>,
    holder: Holder,
    /// The object that it is woken by.
    waiter: Option<ObjId>,
    /// When it began to wait.
    pub(crate) since_ns: u64,
    /// When it goes on by itself.
    pub(crate) deadline_ns: Option<u64>,
    /// The loop that runs in it: what others queue there wakes it.
    pub(crate) event_loop: Option<ObjId>,
}

/// Where the frames of a thread that waits are.
#[derive(Clone, Debug, Hash)]
enum Holder {
    Aside { lane: Lane },
    OnStack { block: u64 },
}

impl Waiting {
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        if let Holder::Aside { lane, .. } = &self.holder {
            lane.trace(visit);
        }
        for id in [self.waiter, self.event_loop].into_iter().flatten() {
            visit(id.into());
        }
    }

    /// What its code had when it began to wait, if its frames were put aside.
    pub(crate) fn lane(&self) -> Option<&Lane> {
        match &self.holder {
            Holder::Aside { lane } => Some(lane),
            Holder::OnStack { .. } => None,
        }
    }

    /// Whether it can go on while the frame of a block is on top.
    fn can_go_on(&self, on_top: u64) -> bool {
        match self.holder {
            Holder::Aside { .. } => true,
            Holder::OnStack { block } => block == on_top,
        }
    }
}

pub(crate) fn enter_lane(vm: &mut Vm, lane: Lane) {
    let outer = host::swap_lane(vm, lane);
    state_mut(vm).lanes.push(outer);
}

pub(crate) fn leave_lane(vm: &mut Vm) -> Lane {
    let outer = state_mut(vm).lanes.pop();
    host::swap_lane(vm, outer.expect("a thread runs inside of somebody"))
}

/// Threads whose loops have got something to run are ready.
fn look_at_loops(vm: &mut Vm) {
    let has_work = |vm: &Vm, waiting: &Waiting| {
        let event_loop = waiting.event_loop.map(|id| base_events::event_loop(vm, id));
        event_loop.is_some_and(|event_loop| event_loop.executor.ready_len() > 0)
    };
    for index in (0..state(vm).blocked.len()).rev() {
        if has_work(vm, &state(vm).blocked[index]) {
            let waiting = state_mut(vm).blocked.remove(index);
            state_mut(vm).ready.push(waiting);
        }
    }
}

/// Takes out the thread that goes on next: the first that is ready, or else the first whose time
/// comes until `until_ns`. Only threads put aside, and the frame of a block on top.
fn take_next(vm: &mut Vm, on_top: u64, until_ns: Option<u64>) -> Option<Waiting> {
    if state(vm).ready.is_empty() {
        look_at_loops(vm);
    }
    let is_next = |waiting: &Waiting| waiting.can_go_on(on_top);
    if let Some(index) = state(vm).ready.iter().position(is_next) {
        return Some(state_mut(vm).ready.remove(index));
    }
    let blocked = state(vm).blocked.iter().enumerate();
    let (index, deadline_ns) = blocked
        .filter(|(_, waiting)| waiting.can_go_on(on_top))
        .filter_map(|(index, waiting)| Some((index, waiting.deadline_ns?)))
        .min_by_key(|&(_, deadline_ns)| deadline_ns)?;
    if until_ns.is_some_and(|until_ns| deadline_ns > until_ns) {
        return None;
    }
    let waiting = state_mut(vm).blocked.remove(index);
    if vm.clock_ns < deadline_ns {
        let from_ns = std::mem::replace(&mut vm.clock_ns, deadline_ns);
        if let Holder::Aside { .. } = waiting.holder {
            state_mut(vm).progress.ticks += 1;
            record_caused(vm, EventKind::Advanced { from_ns }, START);
        }
    }
    Some(waiting)
}

/// The block that is on top nowhere.
const NO_BLOCK: u64 = 0;

/// Lets another thread go on: one that is ready, or one whose time comes until `until_ns`.
pub(crate) fn wake_next(vm: &mut Vm, until_ns: u64) -> Option<Flow> {
    let waiting = take_next(vm, NO_BLOCK, Some(until_ns))?;
    attach(vm, waiting)
}

/// Puts the frames of a thread that was put aside on the stack; `None` if they are there.
fn attach(vm: &mut Vm, waiting: Waiting) -> Option<Flow> {
    match (waiting.thread, waiting.holder) {
        (Some(thread), Holder::Aside { lane }) => {
            enter_lane(vm, lane);
            Some(Flow::Attach { thread })
        }
        _ => None,
    }
}

/// A thread that waits with its frames on the stack, and lets others run on top of them.
#[derive(Clone, Debug)]
struct Block {
    block: u64,
}

impl NativeFrame for Block {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        let is_me = |waiting: &Waiting| match waiting.holder {
            Holder::OnStack { block } => block == self.block,
            Holder::Aside { .. } => false,
        };
        if let Input::Raised(raised) = input {
            state_mut(vm).blocked.retain(|waiting| !is_me(waiting));
            state_mut(vm).ready.retain(|waiting| !is_me(waiting));
            return Err(vm.raising(raised));
        }
        if let Some(flow) = signals::handle_due(vm) {
            return Ok(flow);
        }
        let signal_ns = state(vm).signals.next_ns();
        match take_next(vm, self.block, signal_ns) {
            Some(waiting) => {
                let ns = vm.clock_ns - waiting.since_ns;
                if let Some(flow) = attach(vm, waiting) {
                    return Ok(flow);
                }
                if ns > 0 {
                    state_mut(vm).progress.ticks += 1;
                    record(vm, EventKind::Blocked { ns });
                }
                Ok(Flow::Return(Value::None))
            }
            None if signal_ns.is_some() => {
                vm.clock_ns = vm.clock_ns.max(signal_ns.unwrap_or(0));
                Ok(Flow::Again)
            }
            None => Err(vm.raise_halt(Halt::Stalled(explain(vm)))),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, _: &mut Marks) {}
}

/// One line for each thread: nothing can ever happen again.
fn explain(vm: &Vm) -> Vec<String> {
    let threads = lanes::threads(vm).into_iter();
    let explained = threads.map(|thread| {
        let what = thread.waiting_for;
        let what = what.unwrap_or_else(|| "another thread".to_owned());
        let line = thread.line.unwrap_or(0);
        format!("{} waits for {what} at line {line}", thread.name)
    });
    explained.collect()
}

/// The name of a thread, `None` for the main one.
pub(crate) fn thread_name(vm: &Vm, thread: Option<u64>) -> String {
    let name = thread.and_then(|thread| state(vm).thread_names.get(&thread));
    name.map_or("MainThread", |name| name).to_owned()
}

/// Has the running thread wait: until it is woken by an object, until a deadline, or until a loop
/// gets something to run.
pub(crate) fn wait(
    vm: &mut Vm,
    waiter: Option<ObjId>,
    deadline_ns: Option<u64>,
    event_loop: Option<ObjId>,
) -> Flow {
    let thread = state(vm).thread;
    if let Some(thread) = thread {
        state_mut(vm).workers.take_unblocked(thread);
    }
    let (holder, flow) = match thread {
        Some(thread) if vm.can_detach() => {
            let lane = leave_lane(vm);
            (Holder::Aside { lane }, Flow::Detach { thread })
        }
        _ => {
            state_mut(vm).next_block += 1;
            let block = state(vm).next_block;
            let frame = Box::new(Block { block });
            (Holder::OnStack { block }, Flow::Enter(frame))
        }
    };
    let since_ns = vm.clock_ns;
    state_mut(vm).blocked.push(Waiting {
        thread,
        holder,
        waiter,
        since_ns,
        deadline_ns,
        event_loop,
    });
    flow
}

/// Lets time pass while the code that runs stands still; other threads may run meanwhile.
///
/// # Errors
///
/// None of its own.
pub(crate) fn block(vm: &mut Vm, ns: u64) -> PyResult<Flow> {
    let until_ns = vm.clock_ns.saturating_add(ns);
    Ok(wait(vm, None, Some(until_ns), None))
}

/// The first frame of a thread of the program's own: runs one function.
#[derive(Clone, Debug)]
struct Thread {
    number: u64,
    function: Value,
}

impl NativeFrame for Thread {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match input {
            Input::Start | Input::Again => {
                enter_lane(vm, Lane::of_thread(self.number));
                Ok(Flow::Call {
                    callee: self.function,
                    args: Vec::new(),
                })
            }
            Input::Returned(_) | Input::Yielded(_) => {
                leave_lane(vm);
                Ok(Flow::Return(Value::None))
            }
            Input::Raised(raised) => {
                leave_lane(vm);
                Err(vm.raising(raised))
            }
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.value(self.function);
    }

    fn is_thread(&self) -> bool {
        true
    }
}

/// The number of a new thread: `_new_thread(name)`.
fn new_thread(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.str_of(args[0])?.to_string();
    Ok(thread_value(Some(number_thread(vm, name))))
}

pub(crate) fn number_thread(vm: &mut Vm, name: String) -> u64 {
    let state = state_mut(vm);
    let number = state.next_thread;
    state.next_thread += 1;
    state.thread_names.insert(number, name);
    number
}

/// How programs see a thread's number: the main thread is 1.
fn thread_value(thread: Option<u64>) -> Value {
    Value::Int(i64::try_from(thread.map_or(1, |number| number + 1)).unwrap_or(i64::MAX))
}

/// Runs a function in a new thread until it first blocks: `_run_thread(number, function)`.
fn run_thread(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let number = u64::try_from(vm.to_index(args[0])? - 1).unwrap_or(0);
    let function = args[1];
    Ok(Flow::Enter(Box::new(Thread { number, function })))
}

/// Waits to be woken by an object or for a moment: `_wait(waiter, deadline_ns)`.
fn wait_for(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let deadline_ns = match args[1] {
        Value::None => None,
        deadline => Some(u64::try_from(vm.to_index(deadline)?).unwrap_or(0)),
    };
    Ok(wait(vm, args[0].obj(), deadline_ns, None))
}

/// `_wake(waiter)`: whether a thread waited for it.
fn wake(vm: &mut Vm, args: &[Value]) -> PyResult {
    let is_woken = args[0].obj().is_some_and(|waiter| wake_waiter(vm, waiter));
    Ok(Value::bool(is_woken))
}

/// Makes the thread ready that waits for an object; whether one does.
pub(crate) fn wake_waiter(vm: &mut Vm, waiter: ObjId) -> bool {
    let is_it = |waiting: &Waiting| waiting.waiter == Some(waiter);
    let Some(index) = state(vm).blocked.iter().position(is_it) else {
        return false;
    };
    let waiting = state_mut(vm).blocked.remove(index);
    state_mut(vm).ready.push(waiting);
    true
}

/// Lets the thread that was woken by an object go on at once: `_run_now(waiter)`.
fn run_now(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let is_it = |waiting: &Waiting| {
        waiting.waiter == args[0].obj() && matches!(waiting.holder, Holder::Aside { .. })
    };
    let index = state(vm).ready.iter().position(is_it);
    let waiting = index.map(|index| state_mut(vm).ready.remove(index));
    let flow = waiting.and_then(|waiting| attach(vm, waiting));
    Ok(flow.unwrap_or(Flow::Return(Value::None)))
}

/// What the library's `threading` is made of.
pub(crate) static MODULE: &[NativeDef] = &[
    NativeDef::new("_new_thread", "name, /", new_thread),
    NativeDef::flow("_run_thread", "number, function, /", run_thread),
    NativeDef::flow("_wait", "waiter, deadline_ns, /", wait_for),
    NativeDef::new("_wake", "waiter, /", wake),
    NativeDef::flow("_run_now", "waiter, /", run_now),
    NativeDef::new("_running_thread", "", |vm, _| {
        Ok(thread_value(state(vm).thread))
    }),
    NativeDef::new("_thread_name", "", |vm, _| {
        let name = thread_name(vm, state(vm).thread);
        Ok(vm.heap.new_str(&name))
    }),
    NativeDef::new("_clock_ns", "", |vm, _| {
        Ok(Value::Int(i64::try_from(vm.clock_ns).unwrap_or(i64::MAX)))
    }),
];
