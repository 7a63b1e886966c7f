//! Views as JavaScript objects, built by hand: a serialisation library weighs more than this file.

use js_sys::{Array, Object, Reflect};
use loopscope_simulator::{
    FrameView, HandleView, OutputView, Place, Stream, TaskView, ThreadView, View, Window,
};
use wasm_bindgen::prelude::*;

/// A whole number for JavaScript. Beyond 2⁵³ it is no longer exact: as nanoseconds, 104 days.
#[expect(
    clippy::cast_precision_loss,
    reason = "JavaScript has no other numbers"
)]
pub(crate) fn number(n: u64) -> f64 {
    n as f64
}

/// A whole number from JavaScript; too large ones are the largest.
pub(crate) fn count(number: f64, name: &str) -> Result<u64, JsError> {
    if number.is_nan() || number < 0.0 {
        return Err(JsError::new(&format!("{name} must be a number from 0 on")));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked above; casts of floats saturate"
    )]
    Ok(number as u64)
}

/// A plain object under construction.
struct Fields(Object);

impl Fields {
    fn new() -> Self {
        Self(Object::new())
    }

    fn set(self, name: &str, value: impl Into<JsValue>) -> Self {
        let is_set = Reflect::set(&self.0, &name.into(), &value.into());
        debug_assert!(is_set.is_ok(), "a fresh object takes every property");
        self
    }

    fn set_number(self, name: &str, value: impl TryInto<u64>) -> Self {
        self.set(name, number(value.try_into().unwrap_or(u64::MAX)))
    }

    /// Sets null where there is nothing.
    fn set_option(self, name: &str, value: Option<impl Into<JsValue>>) -> Self {
        self.set(name, value.map_or(JsValue::NULL, Into::into))
    }

    fn done(self) -> JsValue {
        self.0.into()
    }
}

fn list<T>(items: &[T], convert: impl Fn(&T) -> JsValue) -> Array {
    items.iter().map(convert).collect()
}

pub(crate) fn view(view: &View) -> JsValue {
    Fields::new()
        .set("status", view.status.name())
        .set_option("exitStatus", view.exit_status)
        .set_number("position", view.position)
        .set_number("stepNumber", view.step_number)
        .set("canBack", view.can_back)
        .set_number("clockNs", view.clock_ns)
        .set_number("turn", view.turn)
        .set_option("place", view.place.as_ref().map(place))
        .set("sentence", &view.sentence)
        .set_option("running", view.running.as_ref().map(task))
        .set_option("runningCallback", view.running_callback.as_deref())
        .set_option("runningThread", view.running_thread.as_deref())
        .set_number("threadsTotal", view.threads_total)
        .set_number("readyTotal", view.ready_total)
        .set_number("sleepingTotal", view.sleeping_total)
        .set_number("waitingTotal", view.waiting_total)
        .set_number("doneTotal", view.done_total)
        .set_number("consoleTotal", view.console_total)
        .set_number("choices", view.choices)
        .set_option("stall", view.stall.as_deref().map(texts))
        .set("frames", list(&view.frames, frame))
        .done()
}

fn texts(lines: &[String]) -> JsValue {
    list(lines, |line| line.into()).into()
}

fn place(place: &Place) -> JsValue {
    Fields::new()
        .set("line", place.line)
        .set("column", place.column)
        .set("endLine", place.end_line)
        .set("endColumn", place.end_column)
        .set("functionName", &place.function_name)
        .done()
}

fn frame(frame: &FrameView) -> JsValue {
    let local = |(name, value): &(String, String)| {
        Fields::new().set("name", name).set("value", value).done()
    };
    Fields::new()
        .set("functionName", &frame.function_name)
        .set("line", frame.line)
        .set("locals", list(&frame.locals, local))
        .done()
}

pub(crate) fn window<T>(window: &Window<T>, item: impl Fn(&T) -> JsValue) -> JsValue {
    Fields::new()
        .set_number("offset", window.offset)
        .set_number("total", window.total)
        .set("items", list(&window.items, item))
        .done()
}

pub(crate) fn handle(handle: &HandleView) -> JsValue {
    Fields::new()
        .set_number("id", handle.id)
        .set("label", &handle.label)
        .set_option("task", handle.task.map(number))
        .set_option("taskName", handle.task_name.as_deref())
        .set("cause", &handle.cause)
        .set("inThisTurn", handle.in_this_turn)
        .set_option("line", handle.line)
        .done()
}

pub(crate) fn task(task: &TaskView) -> JsValue {
    Fields::new()
        .set_number("id", task.id)
        .set("name", &task.name)
        .set("coroutine", &task.coroutine)
        .set("state", task.state.name())
        .set_option("line", task.line)
        .set_option("waitingFor", task.waiting_for.as_deref())
        .set_option("deadlineNs", task.deadline_ns.map(number))
        .set_option("sinceNs", task.since_ns.map(number))
        .set_option("result", task.result.as_deref())
        .set_option("exception", task.exception.as_deref())
        .set(
            "awaiters",
            list(&task.awaiters, |&task| number(task).into()),
        )
        .done()
}

pub(crate) fn thread(thread: &ThreadView) -> JsValue {
    Fields::new()
        .set_number("id", thread.id)
        .set("name", &thread.name)
        .set("state", thread.state.name())
        .set_option("functionName", thread.function_name.as_deref())
        .set_option("line", thread.line)
        .set_option("waitingFor", thread.waiting_for.as_deref())
        .set_option("deadlineNs", thread.deadline_ns.map(number))
        .set_option("sinceNs", thread.since_ns.map(number))
        .set_option("task", thread.task.map(number))
        .done()
}

pub(crate) fn output(output: &OutputView) -> JsValue {
    let stream = match output.stream {
        Stream::Stdout => "stdout",
        Stream::Stderr => "stderr",
    };
    Fields::new()
        .set("stream", stream)
        .set("text", &output.text)
        .set_number("clockNs", output.clock_ns)
        .set_option("task", output.task.map(number))
        .done()
}
