//! The contract's functions that are not written yet: delete each here when the real one lands.
#![allow(missing_docs, unused_variables, clippy::all, clippy::pedantic)]

use std::rc::Rc;

use super::{Halt, Vm};
use crate::native::{Flow, PyResult, Raised, Resume};
use crate::object::{Exception, ObjId, Value};

// D
impl Vm {
    pub fn traceback_of(&mut self, exception: ObjId) -> Value {
        unimplemented!()
    }
    pub fn match_exception_group(
        &mut self,
        exception: Value,
        types: Value,
    ) -> PyResult<(Value, Value)> {
        unimplemented!()
    }
    pub fn prepare_reraise_group(&mut self, exception: Value, raised: Value) -> PyResult {
        unimplemented!()
    }
    pub fn format_exception(&mut self, exception: ObjId) -> String {
        unimplemented!()
    }
}
// B
impl Vm {}
