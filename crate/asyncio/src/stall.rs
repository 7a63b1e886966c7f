//! Nothing can ever happen again: says who waits for what.

use loopscope_python::object::ObjId;
use loopscope_python::vm::Vm;

use crate::futures::future;
use crate::host::state;
use crate::views::{self, TaskView};

/// One line for each task of the loop that waits.
pub(crate) fn explain(vm: &Vm, event_loop: ObjId) -> Vec<String> {
    let records = &state(vm).records;
    let waiting = records.iter().filter(|record| {
        record.end.is_none()
            && record
                .object()
                .is_some_and(|id| future(vm, id).event_loop().obj() == Some(event_loop))
    });
    let lines: Vec<_> = waiting
        .filter_map(|record| views::task_of(vm, record.number))
        .map(|view| line(vm, &view))
        .collect();
    if lines.is_empty() {
        return vec!["the event loop has nothing to run and no timer".to_owned()];
    }
    lines
}

fn line(vm: &Vm, view: &TaskView) -> String {
    let what = views::waiting_text(vm, view);
    let place = view.frames.last().map(|frame| frame.line);
    let place = place.map_or_else(String::new, |line| format!(" at line {line}"));
    format!("{} ({}) {what}{place}", view.name, view.coroutine)
}
