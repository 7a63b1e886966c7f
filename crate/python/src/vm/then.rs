//! The commonest native frame: run one thing, then let a function decide how to go on.

use super::Vm;
use crate::native::{Flow, Input, NativeFrame, PyResult};
use crate::object::{Marks, Value};

/// What the function is given to remember by.
pub(crate) type Context = [Value; 3];

/// How a `Then` goes on with the outcome of what it ran: never `Input::Start`.
pub(crate) type Continuation = fn(&mut Vm, Context, Input) -> PyResult<Flow>;

#[derive(Clone, Debug)]
struct Then {
    /// What to run first; gone once it runs.
    pending: Option<Flow>,
    context: Context,
    /// Gone once it was called: what it started then gives the result.
    go_on: Option<Continuation>,
}

impl NativeFrame for Then {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match (input, self.go_on) {
            (Input::Start | Input::Again, _) => {
                Ok(self.pending.take().expect("a frame starts once"))
            }
            (outcome, Some(then)) => {
                self.go_on = None;
                then(vm, self.context, outcome)
            }
            (Input::Returned(value) | Input::Yielded(value), None) => Ok(Flow::Return(value)),
            (Input::Raised(raised), None) => Err(vm.raising(raised)),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.values(&self.context);
        if let Some(flow) = &self.pending {
            flow.trace(marks);
        }
    }
}

impl Vm {
    /// Goes on with `then` when the outcome of `first` is there: at once, if it is there already.
    pub(crate) fn then(
        &mut self,
        first: PyResult<Flow>,
        context: Context,
        then: Continuation,
    ) -> PyResult<Flow> {
        match first {
            Ok(Flow::Return(value)) => then(self, context, Input::Returned(value)),
            Err(raising) => {
                let raised = self.caught(raising);
                then(self, context, Input::Raised(raised))
            }
            Ok(flow) => Ok(Flow::Enter(Box::new(Then {
                pending: Some(flow),
                context,
                go_on: Some(then),
            }))),
        }
    }
}
