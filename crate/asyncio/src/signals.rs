//! Signals: who handles them, and when they come.
//!
//! A signal comes from the program itself (`signal.raise_signal`), at a time that was set, or from
//! outside. It is handled between two instructions of the main thread: where Python code runs, by a
//! frame on top of it; where a loop or a blocking call waits, by that. Waiting goes on afterwards.

use loopscope_python::native::{Flow, Input, NativeDef, NativeFrame, PyResult};
use loopscope_python::object::{Marks, ObjId, Value, classes};
use loopscope_python::sorted::SortedMap;
use loopscope_python::vm::{Halt, Vm};

use crate::foreign::id_of;
use crate::host::{state, state_mut, take_first};

const INTERRUPT: u8 = 2;
/// SIGCHLD, SIGCONT, SIGURG and SIGWINCH do nothing by themselves.
const HARMLESS: [u8; 4] = [17, 18, 23, 28];

/// The signals' part of asyncio's state.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Signals {
    /// What the program has set, each with the loop that it is for: a function, 0 for the default
    /// action, 1 for none. What is not here has CPython's own handling.
    handlers: SortedMap<u8, (Value, Option<ObjId>)>,
    /// Signals to come: when, and which.
    timed: Vec<(u64, u8)>,
    /// Signals that came from outside and are not handled yet.
    pending: Vec<u8>,
    /// How many came from outside at a position that the embedder recorded.
    n_sent: usize,
}

impl Signals {
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        for &(_, (handler, event_loop)) in &self.handlers {
            visit(handler);
            event_loop.into_iter().for_each(|id| visit(id.into()));
        }
    }

    /// Sets a signal for a time in nanoseconds since the start.
    pub(crate) fn send_at(&mut self, ns: u64, number: u8) {
        let place = self.timed.partition_point(|&(other, _)| other <= ns);
        self.timed.insert(place, (ns, number));
    }

    /// Whether none has come or is set for a time.
    pub(crate) fn is_quiet(&self) -> bool {
        self.timed.is_empty() && self.pending.is_empty()
    }

    /// When the next signal comes.
    pub(crate) fn next_ns(&self) -> Option<u64> {
        self.timed.first().map(|&(ns, _)| ns)
    }
}

/// The number of a signal by its name, with or without `SIG`; only those that a terminal or a
/// system sends to a program to end it or to tell it something.
pub fn number_of(name: &str) -> Option<u8> {
    let name = name.strip_prefix("SIG").unwrap_or(name);
    let known = [
        ("HUP", 1),
        ("INT", 2),
        ("QUIT", 3),
        ("USR1", 10),
        ("USR2", 12),
        ("ALRM", 14),
        ("TERM", 15),
    ];
    let found = known.iter().find(|(known, _)| *known == name);
    found.map(|&(_, number)| number)
}

/// How many signals were sent by `send` so far.
pub fn n_sent(vm: &Vm) -> usize {
    state(vm).signals.n_sent
}

/// Sends a signal to the program, as from a terminal.
pub fn send(vm: &mut Vm, number: u8) {
    let signals = &mut state_mut(vm).signals;
    signals.pending.push(number);
    signals.n_sent += 1;
    if state(vm).thread.is_none() {
        // Where no Python code runs, whatever waits looks for signals.
        vm.interrupt(Box::new(Delivery));
    }
}

/// Sets a signal for a time, in nanoseconds since the start.
pub fn send_at(vm: &mut Vm, ns: u64, number: u8) {
    state_mut(vm).signals.send_at(ns, number);
}

/// Handles the signals that have come, if there are any; the main thread must be the one that runs.
pub(crate) fn handle_due(vm: &mut Vm) -> Option<Flow> {
    let now_ns = vm.clock_ns;
    if state(vm).thread.is_some() {
        return None;
    }
    let signals = &mut state_mut(vm).signals;
    while signals.timed.first().is_some_and(|&(ns, _)| ns <= now_ns) {
        let (_, number) = signals.timed.remove(0);
        signals.pending.push(number);
    }
    (!signals.pending.is_empty()).then(|| Flow::Enter(Box::new(Delivery)))
}

/// Forgets what a loop has set, as closing it does.
pub(crate) fn loop_closed(vm: &mut Vm, id: ObjId) {
    let handlers = &mut state_mut(vm).signals.handlers;
    handlers.retain(|_, (_, event_loop)| *event_loop != Some(id));
}

/// Calls the handlers of all signals that have come.
#[derive(Clone, Debug)]
struct Delivery;

impl NativeFrame for Delivery {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        if let Input::Raised(raised) = input {
            return Err(vm.raising(raised));
        }
        let Some(number) = take_first(&mut state_mut(vm).signals.pending) else {
            return Ok(Flow::Return(Value::None));
        };
        let handler = state(vm).signals.handlers.get(&number);
        match handler.map(|&(handler, _)| handler) {
            Some(Value::Int(1)) => Ok(Flow::Again),
            None if number == INTERRUPT => Err(vm.raise_new(classes::KEYBOARD_INTERRUPT, &[])),
            None | Some(Value::Int(_)) if HARMLESS.contains(&number) => Ok(Flow::Again),
            None | Some(Value::Int(_)) => Err(vm.raise_halt(Halt::Signal(number))),
            Some(callee) => Ok(Flow::Call {
                callee,
                args: vec![Value::Int(number.into()), Value::None],
            }),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, _: &mut Marks) {}
}

fn number(vm: &mut Vm, value: Value) -> PyResult<u8> {
    let number = vm.to_index(value)?;
    match u8::try_from(number) {
        Ok(number @ 1..=64) => Ok(number),
        _ => Err(vm.raise(classes::VALUE_ERROR, "signal number out of range")),
    }
}

/// The handler that the program has set; `None` without one: `_signal_handler(number)`.
fn handler(vm: &mut Vm, args: &[Value]) -> PyResult {
    let number = number(vm, args[0])?;
    let handler = state(vm).signals.handlers.get(&number);
    Ok(handler.map_or(Value::None, |&(handler, _)| handler))
}

/// `_set_signal_handler(number, handler, loop)`; `None` for CPython's own handling.
fn set_handler(vm: &mut Vm, args: &[Value]) -> PyResult {
    let number = number(vm, args[0])?;
    let event_loop = id_of::<crate::base_events::EventLoop>(vm, args[2]);
    let handlers = &mut state_mut(vm).signals.handlers;
    if args[1].is_none() {
        handlers.remove(&number);
    } else {
        handlers.insert(number, (args[1], event_loop));
    }
    Ok(Value::None)
}

/// Sends a signal, which is handled at once: `_raise_signal(number)`.
fn raise_signal(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let number = number(vm, args[0])?;
    state_mut(vm).signals.pending.push(number);
    Ok(Flow::Enter(Box::new(Delivery)))
}

/// Sets a signal for a time, or for none: `_send_signal_at(ns, number)`; returns the time for which
/// it was set before.
fn send_signal_at(vm: &mut Vm, args: &[Value]) -> PyResult {
    let number = number(vm, args[1])?;
    let ns = vm.to_index(args[0])?;
    let timed = &mut state_mut(vm).signals.timed;
    let before = timed.iter().position(|&(_, other)| other == number);
    let before = before.map(|place| timed.remove(place).0);
    if let Ok(ns) = u64::try_from(ns) {
        state_mut(vm).signals.send_at(ns, number);
    }
    let before = before.and_then(|ns| i64::try_from(ns).ok());
    Ok(before.map_or(Value::None, Value::Int))
}

/// Whether the main thread runs: `_in_main_thread()`.
fn in_main_thread(vm: &mut Vm, _: &[Value]) -> PyResult {
    Ok(state(vm).thread.is_none().into())
}

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("_signal_handler", "number, /", handler),
    NativeDef::new(
        "_set_signal_handler",
        "number, handler, loop, /",
        set_handler,
    ),
    NativeDef::flow("_raise_signal", "number, /", raise_signal),
    NativeDef::new("_send_signal_at", "ns, number, /", send_signal_at),
    NativeDef::new("_in_main_thread", "", in_main_thread),
];
