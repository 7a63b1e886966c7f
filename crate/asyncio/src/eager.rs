//! The first step of an eager task, which runs where the task is made.

use loopscope_python::native::{Flow, Input, NativeFrame, PyResult};
use loopscope_python::object::{Marks, ObjId, Value};
use loopscope_python::vm::Vm;

use crate::futures::future;
use crate::host::state_mut;
use crate::run::trace_guard;
use crate::tasks::{self, StepGuard};

/// The first step of an eager task, inside the code that creates it.
#[derive(Clone, Debug)]
pub(crate) struct EagerStart {
    task: ObjId,
    /// What the frame returns: the task, or `None` for `__init__`.
    returned: Value,
    guard: Option<StepGuard>,
}

impl EagerStart {
    pub(crate) fn new(task: ObjId, returned: Value) -> Self {
        Self {
            task,
            returned,
            guard: None,
        }
    }
}

impl NativeFrame for EagerStart {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        let Some(guard) = self.guard.take() else {
            let (guard, flow) = tasks::begin_step(vm, self.task, None)?;
            self.guard = Some(guard);
            return Ok(flow);
        };
        let ended = tasks::end_step(vm, guard, input);
        state_mut(vm).loop_line = None;
        ended?;
        if future(vm, self.task).is_done() {
            tasks::task_mut(vm, self.task).drop_coroutine();
        }
        Ok(Flow::Return(self.returned))
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.id(self.task);
        if let Some(guard) = &self.guard {
            trace_guard(guard, marks);
        }
    }
}
