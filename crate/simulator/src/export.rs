//! What happened, for other programs and for comparisons: text, JSON, Perfetto, a hash.

use std::fmt::{self, Write};

use loopscope_asyncio::trace::{Event, EventKind, FutureKind, Outcome, TaskId, Transfer, Waiting};
use loopscope_executor::EventId;
use loopscope_python::vm::{Stream, Vm};

use crate::json::Json;
use crate::messages;
use crate::simulator::Simulator;
use crate::world;

/// The form of an exported trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TraceFormat {
    /// A line per event, for people.
    Text,
    /// One object with all events and all output.
    Json,
    /// Chrome's trace events, which ui.perfetto.dev opens; a row per task.
    Perfetto,
}

impl Simulator {
    /// Exports what happened so far.
    pub fn trace(&self, format: TraceFormat) -> String {
        let mut text = String::new();
        let written = match format {
            TraceFormat::Text => write_text(&self.vm, &mut text),
            TraceFormat::Json => write_json(&self.vm, &mut text),
            TraceFormat::Perfetto => write_perfetto(&self.vm, &mut text),
        };
        debug_assert!(written.is_ok(), "strings take everything");
        text
    }

    /// The hash of events, output, exit status and clock: of the trace as JSON, 64-bit FNV-1a.
    ///
    /// The same on every platform, unlike a hash of the machine's memory.
    pub fn trace_hash(&self) -> u64 {
        let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
        let written = write_json(&self.vm, &mut hash);
        debug_assert!(written.is_ok(), "hashes take everything");
        hash.0
    }
}

/// A hash that text can be written to.
struct Fnv(u64);

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = text.bytes().fold(self.0, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Ok(())
    }
}

fn events(vm: &Vm) -> impl Iterator<Item = Event> {
    world::trace(vm).since(EventId(0))
}

fn write_json(vm: &Vm, out: &mut impl Write) -> fmt::Result {
    let mut json = Json::new(out);
    json.object(|json| {
        json.maybe("exit", vm.exit_status().map(|end| end.code))?;
        json.number("clock_ns", vm.clock_ns)?;
        json.key("tasks")?;
        json.list(|json| {
            for (name, coroutine) in world::task_names(vm) {
                json.item()?;
                json.object(|json| {
                    json.text("name", &name)?;
                    json.text("coroutine", &coroutine)
                })?;
            }
            Ok(())
        })?;
        json.key("events")?;
        json.list(|json| {
            for event in events(vm) {
                json.item()?;
                write_event(json, &event)?;
            }
            Ok(())
        })?;
        json.key("output")?;
        json.list(|json| {
            for output in &vm.output {
                json.item()?;
                json.object(|json| {
                    json.text("stream", stream_name(output.stream))?;
                    json.text("text", &output.text)?;
                    json.number("clock_ns", output.clock_ns)?;
                    json.maybe("task", output.task)
                })?;
            }
            Ok(())
        })
    })?;
    json.into_inner().write_char('\n')
}

pub(crate) fn stream_name(stream: Stream) -> &'static str {
    match stream {
        Stream::Stdout => "stdout",
        Stream::Stderr => "stderr",
    }
}

fn write_event(json: &mut Json<impl Write>, event: &Event) -> fmt::Result {
    json.object(|json| {
        json.number("id", event.id.0)?;
        json.maybe("cause", event.cause.map(|cause| cause.0))?;
        json.number("clock_ns", event.clock_ns)?;
        json.maybe("task", event.task.map(TaskId::get))?;
        json.maybe("line", (event.line != 0).then_some(event.line))?;
        write_kind(json, event.kind)
    })
}

fn write_kind(json: &mut Json<impl Write>, kind: EventKind) -> fmt::Result {
    match kind {
        EventKind::Started => json.text("kind", "started"),
        EventKind::TaskCreated(task) => about(json, "task_created", task),
        EventKind::Scheduled {
            handle,
            deadline_ns,
        } => {
            json.text("kind", "scheduled")?;
            json.number("handle", handle)?;
            json.maybe("deadline_ns", deadline_ns)
        }
        EventKind::HandleCancelled { handle } => {
            json.text("kind", "handle_cancelled")?;
            json.number("handle", handle)
        }
        EventKind::Turn {
            number,
            n_handles,
            n_fired,
        } => {
            json.text("kind", "turn")?;
            json.number("number", number)?;
            json.number("n_handles", n_handles)?;
            json.number("n_fired", n_fired)
        }
        EventKind::Advanced { from_ns } => {
            json.text("kind", "advanced")?;
            json.number("from_ns", from_ns)
        }
        EventKind::Run { handle, task } => {
            json.text("kind", "run")?;
            json.number("handle", handle)?;
            json.maybe("about", task.map(TaskId::get))
        }
        EventKind::Blocked { ns } => {
            json.text("kind", "blocked")?;
            json.number("ns", ns)
        }
        EventKind::Sent { what, port } => {
            json.text("kind", "sent")?;
            let (what, n_bytes) = match what {
                Transfer::Connection => ("connection", None),
                Transfer::Bytes(n) => ("bytes", Some(n)),
                Transfer::End => ("end", None),
            };
            json.text("what", what)?;
            json.maybe("n_bytes", n_bytes)?;
            json.maybe("port", (port != 0).then_some(port))
        }
        EventKind::Suspended(task, waiting) => {
            about(json, "suspended", task)?;
            write_waiting(json, waiting)
        }
        EventKind::FutureDone(kind, outcome) => {
            json.text("kind", "future_done")?;
            json.text("future", future_name(kind))?;
            json.text("outcome", outcome_name(outcome))
        }
        EventKind::CancelRequested(task) => about(json, "cancel_requested", task),
        EventKind::CancelDelivered(task) => about(json, "cancel_delivered", task),
        EventKind::TaskDone(task, outcome) => {
            about(json, "task_done", task)?;
            json.text("outcome", outcome_name(outcome))
        }
    }
}

fn about(json: &mut Json<impl Write>, kind: &str, task: TaskId) -> fmt::Result {
    json.text("kind", kind)?;
    json.number("about", task.get())
}

fn write_waiting(json: &mut Json<impl Write>, waiting: Waiting) -> fmt::Result {
    match waiting {
        Waiting::Step => json.text("for", "step"),
        Waiting::Sleep { deadline_ns } => {
            json.text("for", "sleep")?;
            json.number("deadline_ns", deadline_ns)
        }
        Waiting::Task(task) => {
            json.text("for", "task")?;
            json.number("awaited", task.get())
        }
        Waiting::Future(kind) => json.text("for", future_name(kind)),
    }
}

fn future_name(kind: FutureKind) -> &'static str {
    match kind {
        FutureKind::Plain => "future",
        FutureKind::Sleep => "sleep",
        FutureKind::Gather => "gather",
        FutureKind::Lock => "lock",
        FutureKind::Event => "event",
        FutureKind::Condition => "condition",
        FutureKind::Semaphore => "semaphore",
        FutureKind::QueueGet => "queue_get",
        FutureKind::QueuePut => "queue_put",
        FutureKind::TaskGroup => "task_group",
        FutureKind::Wait => "wait",
        FutureKind::CancelAndWait => "cancel_and_wait",
        FutureKind::Shield => "shield",
        FutureKind::Thread => "thread",
        FutureKind::Network => "network",
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Result => "result",
        Outcome::Exception => "exception",
        Outcome::Cancelled => "cancelled",
    }
}

/// A line per event: number, cause, time, line, what.
fn write_text(vm: &Vm, out: &mut impl Write) -> fmt::Result {
    writeln!(
        out,
        "# id ← cause · virtual time · line · task: what happened"
    )?;
    for event in events(vm) {
        let cause = event
            .cause
            .map_or(String::new(), |cause| cause.0.to_string());
        let line = match event.line {
            0 => String::new(),
            line => format!("line {line}"),
        };
        write!(
            out,
            "{:>6} ← {cause:<6} {:>12}  {line:<9} ",
            event.id.0,
            messages::seconds(event.clock_ns)
        )?;
        if let Some(task) = event.task {
            write!(out, "{}: ", world::task_label(vm, task))?;
        }
        writeln!(out, "{}", in_words(vm, event.kind))?;
    }
    let at = messages::seconds(vm.clock_ns);
    match vm.exit_status() {
        Some(end) => writeln!(out, "exit status {} at {at}", end.code),
        None => writeln!(out, "not ended, at {at}"),
    }
}

fn in_words(vm: &Vm, kind: EventKind) -> String {
    let label = |task| world::task_label(vm, task);
    match kind {
        EventKind::Started => "the program starts".to_owned(),
        EventKind::TaskCreated(task) => format!("task {} is created", label(task)),
        EventKind::Scheduled {
            handle,
            deadline_ns: None,
        } => format!("handle {handle} is ready"),
        EventKind::Scheduled {
            handle,
            deadline_ns: Some(deadline),
        } => format!("handle {handle} is set for {}", messages::seconds(deadline)),
        EventKind::HandleCancelled { handle } => format!("handle {handle} is cancelled"),
        EventKind::Turn {
            number,
            n_handles,
            n_fired,
        } => format!("turn {number} begins: {n_handles} handles, {n_fired} of them timers"),
        EventKind::Advanced { from_ns } => {
            format!("the clock jumps from {}", messages::seconds(from_ns))
        }
        EventKind::Run { handle, task: None } => format!("handle {handle} runs"),
        EventKind::Run {
            handle,
            task: Some(task),
        } => format!("handle {handle} runs a step of {}", label(task)),
        EventKind::Blocked { ns } => format!("the loop is blocked for {}", messages::seconds(ns)),
        EventKind::Sent { what, port } => messages::sends(what, port),
        EventKind::Suspended(task, waiting) => {
            let other = match waiting {
                Waiting::Task(other) => Some(label(other)),
                _ => None,
            };
            let why = messages::waits(waiting, other.as_deref());
            format!("{} {why}", label(task))
        }
        EventKind::FutureDone(kind, outcome) => {
            let (kind, outcome) = (future_name(kind), outcome_name(outcome));
            format!("future ({kind}) is done: {outcome}")
        }
        EventKind::CancelRequested(task) => format!("cancellation of {} asked for", label(task)),
        EventKind::CancelDelivered(task) => format!("CancelledError enters {}", label(task)),
        EventKind::TaskDone(task, outcome) => {
            format!("{} is done: {}", label(task), outcome_name(outcome))
        }
    }
}

/// The process that all rows belong to; row 0 is the loop, row n the task n.
const PROCESS: u32 = 1;

fn write_perfetto(vm: &Vm, out: &mut impl Write) -> fmt::Result {
    let mut json = Json::new(out);
    json.object(|json| {
        json.text("displayTimeUnit", "ms")?;
        json.key("traceEvents")?;
        json.list(|json| {
            row_name(json, 0, "event loop")?;
            for (number, (name, coroutine)) in (1u64..).zip(world::task_names(vm)) {
                row_name(json, number, &messages::task(&name, &coroutine))?;
            }
            write_spans(json, vm)
        })
    })?;
    json.into_inner().write_char('\n')
}

fn row_name(json: &mut Json<impl Write>, row: u64, name: &str) -> fmt::Result {
    json.item()?;
    json.object(|json| {
        json.text("ph", "M")?;
        json.text("name", "thread_name")?;
        json.number("pid", PROCESS)?;
        json.number("tid", row)?;
        json.key("args")?;
        json.object(|json| json.text("name", name))
    })
}

/// Running takes no virtual time, so what shows as spans is waiting; the rest are instants.
fn write_spans(json: &mut Json<impl Write>, vm: &Vm) -> fmt::Result {
    let mut waiting: Vec<Option<(u64, Waiting)>> = Vec::new();
    for event in events(vm) {
        match event.kind {
            EventKind::Suspended(task, what) => {
                let index = task.place();
                waiting.resize(waiting.len().max(index + 1), None);
                waiting[index] = Some((event.clock_ns, what));
            }
            EventKind::Run {
                task: Some(task), ..
            } => {
                let index = task.place();
                if let Some((from_ns, what)) = waiting.get_mut(index).and_then(Option::take) {
                    let name = messages::waits(what, None);
                    span(json, task.get(), from_ns, event.clock_ns, &name)?;
                }
                instant(json, task.get(), event.clock_ns, "runs")?;
            }
            kind => {
                let row = event.task.map_or(0, TaskId::get);
                instant(json, row, event.clock_ns, &in_words(vm, kind))?;
            }
        }
    }
    Ok(())
}

fn span(
    json: &mut Json<impl Write>,
    row: u64,
    from_ns: u64,
    to_ns: u64,
    name: &str,
) -> fmt::Result {
    json.item()?;
    json.object(|json| {
        json.text("ph", "X")?;
        json.text("name", name)?;
        json.number("ts", Micros(from_ns))?;
        json.number("dur", Micros(to_ns - from_ns))?;
        json.number("pid", PROCESS)?;
        json.number("tid", row)
    })
}

fn instant(json: &mut Json<impl Write>, row: u64, at_ns: u64, name: &str) -> fmt::Result {
    json.item()?;
    json.object(|json| {
        json.text("ph", "i")?;
        json.text("s", "t")?;
        json.text("name", name)?;
        json.number("ts", Micros(at_ns))?;
        json.number("pid", PROCESS)?;
        json.number("tid", row)
    })
}

/// Nanoseconds written as microseconds, as Chrome's format counts.
struct Micros(u64);

impl fmt::Display for Micros {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}
