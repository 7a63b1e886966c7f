//! temporary
use crate::code::{Code, Span};
use std::rc::Rc;
pub enum Mode {
    Exec,
    Eval,
    Single,
}
pub struct Options {
    pub is_internal: bool,
    pub mode: Mode,
}
pub enum SyntaxErrorClass {
    Syntax,
    Indentation,
    Tab,
}
pub struct SyntaxError {
    pub class: SyntaxErrorClass,
    pub message: String,
    pub span: Span,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    pub text: String,
}
pub fn compile_module(_: &str, _: &str, _: Options) -> Result<Rc<Code>, SyntaxError> {
    unimplemented!()
}
