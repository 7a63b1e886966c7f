//! What the program writes.

use super::{Halt, Output, Stream, Vm};
use crate::native::{PyResult, Raised, Raising};
use crate::object::classes;

impl Vm {
    /// Writes text to standard output or standard error.
    ///
    /// # Errors
    ///
    /// Ends the run when there is more than `Options::output_bytes_max`.
    pub fn write(&mut self, stream: Stream, text: &str) -> PyResult<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.output_bytes += text.len();
        if self.output_bytes > self.options.output_bytes_max {
            return Err(self.raise_halt(Halt::OutputLimit));
        }
        let task = self.host.as_ref().and_then(|host| host.current_task());
        self.output.push(Output {
            stream,
            text: text.into(),
            clock_ns: self.clock_ns,
            task,
        });
        Ok(())
    }

    /// Gives the program up: no handler of its own sees what is raised now.
    pub fn raise_halt(&mut self, halt: Halt) -> Raising {
        let raised = self.give_up(halt);
        self.raising(raised)
    }

    pub(super) fn give_up(&mut self, halt: Halt) -> Raised {
        let raised = Raised(self.new_exception(classes::SYSTEM_ERROR, &[]));
        if self.halted.is_none() {
            self.halted = Some(halt);
        }
        raised
    }
}
