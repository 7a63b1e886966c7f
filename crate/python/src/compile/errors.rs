//! Runs the parser and puts its errors into CPython's words.

use ruff_python_ast::{self as ast, PythonVersion};
use ruff_python_parser::{Mode as ParserMode, ParseOptions, parse_unchecked};

use super::{Mode, SyntaxError, SyntaxErrorClass, span_of};
use crate::code::Source;

/// Parses a file.
///
/// # Errors
///
/// The first error in CPython's words.
pub(super) fn parse(source: &Source, mode: Mode) -> Result<ast::Mod, Box<SyntaxError>> {
    let parser_mode = match mode {
        Mode::Eval => ParserMode::Expression,
        Mode::Exec | Mode::Single => ParserMode::Module,
    };
    let options = ParseOptions::from(parser_mode).with_target_version(PythonVersion::PY314);
    let parsed = parse_unchecked(&source.text, options);
    if let Some(error) = parsed.errors().first() {
        return Err(Box::new(SyntaxError::new(
            source,
            SyntaxErrorClass::Syntax,
            error.error.to_string(),
            span_of(error.location),
        )));
    }
    Ok(parsed.into_syntax())
}
