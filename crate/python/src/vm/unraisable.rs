//! Exceptions that nobody can catch.

use std::rc::Rc;

use super::{Stream, Vm};
use crate::native::Raised;
use crate::object::{ObjId, TracebackEntry, Value};

impl Vm {
    /// Reports an exception that nobody can catch.
    pub fn unraisable(&mut self, raised: Raised, what: &str) {
        if self.exception(raised.0).traceback.is_empty()
            && let Some((unit, ip)) = self.warned_place()
        {
            let unit = Rc::clone(unit);
            let entry = TracebackEntry { unit, ip };
            self.exception_mut(raised.0).traceback.push(entry);
        }
        let told = self.format_unraisable(raised.0);
        let text = format!("{what}:\n{told}");
        if self.write(Stream::Stderr, &text).is_err() {
            // The output limit has been reached; the run ends at the next instruction.
        }
    }

    /// Without carets, hints and the exceptions that led to it; once the modules are gone, without
    /// source.
    fn format_unraisable(&mut self, exception: ObjId) -> String {
        let entries = self.exception(exception).traceback.clone();
        let frames = self.format_frames(&entries);
        let is_late = self.is_main_gone();
        let is_left_out = |line: &str| {
            line.starts_with("    ") && (is_late || line.trim().trim_matches(['^', '~']).is_empty())
        };
        let mut text = String::new();
        if !frames.is_empty() {
            text.push_str("Traceback (most recent call last):\n");
        }
        let lines = frames.split_inclusive('\n');
        text.extend(lines.filter(|line| !is_left_out(line)));
        let name = self.exception_name(exception);
        let message = self.str_of(Value::Obj(exception));
        let message = message.unwrap_or_else(|_| "<exception str() failed>".into());
        text + &format!("{name}: {message}\n")
    }

    fn is_main_gone(&mut self) -> bool {
        let main = self.heap.intern("__main__");
        self.heap.dict_get_name(self.modules, main).is_none()
    }
}
