//! What the simulated network, which is written in Python (`_network.py`), needs of the loops and
//! of the trace: handles that become ready because of a file, and the events that say so.

use std::rc::Rc;

use loopscope_executor::EventId;
use loopscope_python::native::{Flow, NativeDef, PyResult};
use loopscope_python::object::{Object, Value, classes};
use loopscope_python::vm::{Halt, Vm};

use crate::base_events::{event_loop_mut, loop_id};
use crate::events;
use crate::foreign::raise;
use crate::host::{record, state, state_mut};
use crate::threads;
use crate::trace::{EventKind, Transfer};

/// The world around a program: its network, its web, and the signals that come.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How long everything takes that is sent to another socket.
    pub latency_ns: u64,
    /// How much a socket sends in a second, in bytes; 0 for no limit.
    pub bytes_per_second: u64,
    /// What the simulated web answers, as JSON; empty for the answers that it makes up.
    pub web: String,
    /// Signals from outside: when, in nanoseconds since the start, and which.
    pub signals: Vec<(u64, u8)>,
}

/// The settings: `_settings()`, a tuple of latency, bytes per second, and the web's text.
fn settings(vm: &mut Vm, _: &[Value]) -> PyResult {
    let settings = Rc::clone(&state(vm).settings);
    let count = |n: u64| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
    let web = vm.heap.new_str(&settings.web);
    let items = [
        count(settings.latency_ns),
        count(settings.bytes_per_second),
        web,
    ];
    Ok(vm.heap.new_tuple(&items))
}

/// Has a loop look at its files before each turn: `_set_poll(loop, function)`.
///
/// The function queues the handles of what is ready, and returns when the next piece of data
/// arrives, in nanoseconds, with the event that sent it, or `None`.
fn set_poll(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = loop_id(vm, args[0])?;
    event_loop_mut(vm, id).poll = args[1];
    Ok(Value::None)
}

/// What a loop's poll function returned.
pub(crate) fn arrival(vm: &Vm, value: Value) -> Option<(u64, EventId)> {
    match vm.heap.object(value) {
        Some(Object::Tuple(items)) => match **items {
            [Value::Int(ns), Value::Int(event)] => {
                Some((u64::try_from(ns).ok()?, EventId(u64::try_from(event).ok()?)))
            }
            _ => None,
        },
        _ => None,
    }
}

/// A handle that is queued whenever a file is ready: `_file_handle(loop, callback, args)`.
fn file_handle(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = loop_id(vm, args[0])?;
    let call_args = vm.collect(args[2])?;
    Ok(events::file_handle(vm, id, args[1], &call_args).into())
}

/// Queues such a handle because of an event: `_queue_handle(handle, event)`.
fn queue_handle(vm: &mut Vm, args: &[Value]) -> PyResult {
    let cause = event_id(vm, args[1])?;
    events::queue(vm, args[0], cause)?;
    Ok(Value::None)
}

/// Tells of something that is sent: `_note_transfer(what, n_bytes, port)`; returns the event.
fn note_transfer(vm: &mut Vm, args: &[Value]) -> PyResult {
    let n_bytes = vm.to_index(args[1])?;
    let port = vm.to_index(args[2])?;
    let what = match vm.heap.str(args[0]).map(|text| &*text.text) {
        Some("connect") => Transfer::Connection,
        Some("end") => Transfer::End,
        _ => Transfer::Bytes(u32::try_from(n_bytes).unwrap_or(u32::MAX)),
    };
    let kind = EventKind::Sent {
        what,
        port: u16::try_from(port).unwrap_or(0),
    };
    let id = record(vm, kind);
    Ok(event_value(id))
}

/// The event that the running code belongs to: `_current_event()`.
fn current_event(vm: &mut Vm, _: &[Value]) -> PyResult {
    Ok(event_value(state(vm).trace.current))
}

/// The virtual time in nanoseconds: `_clock_ns()`.
fn clock_ns(vm: &mut Vm, _: &[Value]) -> PyResult {
    Ok(Value::Int(i64::try_from(vm.clock_ns).unwrap_or(i64::MAX)))
}

/// Lets time pass until a moment while other threads may run: `_wait_until(ns)`; for ever, if it is
/// `None`.
fn wait_until(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    if args[0].is_none() {
        let line = format!("the program waits for {}", vm.str_of(args[1])?);
        return Err(vm.raise_halt(Halt::Stalled(vec![line])));
    }
    let until_ns = u64::try_from(vm.to_index(args[0])?).unwrap_or(0);
    let ns = until_ns.saturating_sub(vm.clock_ns);
    threads::block(vm, ns)
}

fn event_value(id: EventId) -> Value {
    Value::Int(i64::try_from(id.0).unwrap_or(i64::MAX))
}

fn event_id(vm: &mut Vm, value: Value) -> PyResult<EventId> {
    match u64::try_from(vm.to_index(value)?) {
        Ok(id) => Ok(EventId(id)),
        Err(_) => raise(vm, classes::VALUE_ERROR, "there is no such event"),
    }
}

/// Makes the code that runs now belong to another event: `_set_current_event(event)`.
fn set_current_event(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = event_id(vm, args[0])?;
    state_mut(vm).trace.current = id;
    Ok(Value::None)
}

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("_set_poll", "loop, function, /", set_poll),
    NativeDef::new("_file_handle", "loop, callback, args, /", file_handle),
    NativeDef::new("_queue_handle", "handle, event, /", queue_handle),
    NativeDef::new("_note_transfer", "what, n_bytes, port, /", note_transfer),
    NativeDef::new("_current_event", "", current_event),
    NativeDef::new("_set_current_event", "event, /", set_current_event),
    NativeDef::new("_clock_ns", "", clock_ns),
    NativeDef::new("_settings", "", settings),
    NativeDef::flow("_wait_until", "ns, what, /", wait_until),
];
