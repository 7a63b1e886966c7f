//! What the main thread waits for at its end: the threads of the default executor, then what
//! `threading` knows.

use loopscope_python::native::{Flow, Input, NativeFrame, PyResult};
use loopscope_python::object::{Marks, Value};
use loopscope_python::vm::Vm;

use crate::host::{state, state_mut};
use crate::threads;

/// What is to be waited for.
#[derive(Clone, Debug)]
enum Join {
    Workers,
    Threading { shutdown: Value },
    Nothing,
}

/// Has the main thread wait for those that have not ended; `None` if it need not.
pub(crate) fn join(vm: &mut Vm) -> Option<Flow> {
    let is_needed = !state(vm).workers.are_idle() || shutdown_of_threading(vm).is_some();
    is_needed.then(|| Flow::Enter(Box::new(Join::Workers)))
}

/// `threading._shutdown`, if the program has imported the module.
fn shutdown_of_threading(vm: &mut Vm) -> Option<Value> {
    vm.imported_name("threading", "_shutdown")
}

impl NativeFrame for Join {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        if let Input::Raised(raised) = input {
            return Err(vm.raising(raised));
        }
        match std::mem::replace(self, Self::Nothing) {
            Self::Workers => {
                if let Some(shutdown) = shutdown_of_threading(vm) {
                    *self = Self::Threading { shutdown };
                }
                if state(vm).workers.are_idle() {
                    return Ok(Flow::Again);
                }
                let waiter = vm.heap.new_list(Vec::new()).obj();
                let waiter = waiter.expect("a list is an object");
                state_mut(vm).workers.tell_when_idle(waiter);
                Ok(threads::wait(vm, Some(waiter), None, None))
            }
            Self::Threading { shutdown } => Ok(Flow::Call {
                callee: shutdown,
                args: Vec::new(),
            }),
            Self::Nothing => Ok(Flow::Return(Value::None)),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        if let Self::Threading { shutdown } = self {
            marks.value(*shutdown);
        }
    }
}
