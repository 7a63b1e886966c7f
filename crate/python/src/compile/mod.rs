//! From source text to code: parser, symbol table, emitter.
//!
//! The life of a file: [`errors`] refuses what is nested too deeply for the parser,
//! [`parse`] makes the tree,
//! [`symbols`] fills the symbol table ([`scope`]), and the other files walk the tree once more and
//! write the instructions
//! of each block into a [`unit::Unit`]. Under `debug_assertions` [`verify`] proves every block
//! sound.

pub(crate) mod anchors;
mod annotation;
mod assign;
mod call;
mod class;
mod comprehension;
mod condition;
mod constant;
mod declarations;
mod display;
mod errors;
mod escapes;
mod expr;
mod fstring;
mod function;
pub mod highlight;
mod import;
mod indentation;
mod literals;
mod look;
mod misplaced;
mod name;
mod normal_form;
mod numbers;
mod parse;
mod pattern;
mod rebinding;
mod scope;
mod stmt;
mod symbols;
mod syntax_error;
mod targets;
mod tokens;
mod try_stmt;
mod type_params;
mod typo;
mod unit;
mod unwind;
mod verify;
mod warnings;
mod with_stmt;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use crate::code::{Code, Source, Span};
use crate::sorted::SortedSet;
use scope::{ScopeId, Scopes};
use unit::Unit;

pub use syntax_error::{SyntaxError, SyntaxErrorClass};
pub use typo::suggest_keyword;
pub use warnings::SyntaxWarning;

/// How deeply statements and expressions may be nested; keeps the walks over the tree within a
/// megabyte of stack.
const NESTING_MAX: u32 = 200;

/// How many statements are compiled, those of `finally` bodies as often as they are copied: nested
/// ones double each time.
const STATEMENTS_MAX: u32 = 1_000_000;

/// What a text is compiled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A module: statements.
    Exec,
    /// One expression, whose value the code returns.
    Eval,
    /// A statement typed at a prompt: the values of expression statements go to `sys.displayhook`.
    Single,
}

/// How to compile a text.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether the file is part of the engine.
    pub is_internal: bool,
    /// What the text is.
    pub mode: Mode,
}

/// Compiles a text; what CPython would warn of comes with the code.
///
/// # Errors
///
/// A [`SyntaxError`] in CPython's words.
pub fn compile_module(
    filename: &str,
    source: &str,
    options: Options,
) -> Result<(Rc<Code>, Vec<SyntaxWarning>), SyntaxError> {
    let mut text = normalise(source);
    if options.mode == Mode::Exec && !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let source = Rc::new(Source::new(filename, &text, options.is_internal));
    refuse_null_bytes(&source)?;
    let (root, warnings) = errors::parse(&source, options.mode).map_err(|error| *error)?;
    match compile_root(&source, &root, options, warnings) {
        Ok(code) => Ok(code),
        Err(Failure::Syntax(error)) => Err(*error),
        Err(Failure::TooFar) => unreachable!("long jumps reach everywhere"),
    }
}

fn compile_root(
    source: &Rc<Source>,
    root: &ast::Mod,
    options: Options,
    warnings: Vec<SyntaxWarning>,
) -> Fallible<(Rc<Code>, Vec<SyntaxWarning>)> {
    let future = annotation::has_future_import(source, root)?;
    let scopes = symbols::collect(source, root, future)?;
    let mut compiler = Compiler {
        source: Rc::clone(source),
        scopes,
        unit: Unit::default(),
        scope: 0,
        nesting: 0,
        n_statements: 0,
        mode: options.mode,
        has_future_annotations: future,
        warnings,
        warned: SortedSet::default(),
    };
    let code = compiler.root(root)?;
    let mut warnings = compiler.warnings;
    warnings.sort_by_key(|warning| warning.order);
    Ok((code, warnings))
}

/// CPython's reader of files knows no place in the line.
fn refuse_null_bytes(source: &Source) -> Result<(), SyntaxError> {
    let Some(at) = source.text.find('\0').and_then(|at| u32::try_from(at).ok()) else {
        return Ok(());
    };
    let span = Span { start: at, end: at };
    let message = "source code cannot contain null bytes".to_owned();
    let mut error = SyntaxError::new(source, SyntaxErrorClass::Syntax, message, span);
    error.column = 0;
    error.text.truncate(error.text.find('\0').unwrap_or(0));
    Err(error)
}

/// Line ends become `\n`; a byte order mark goes.
fn normalise(source: &str) -> String {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut parts = source.split('\r');
    let mut normal = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        normal.push('\n');
        normal.push_str(part.strip_prefix('\n').unwrap_or(part));
    }
    normal
}

/// Why a block could not be compiled.
#[derive(Debug)]
enum Failure {
    /// The program is wrong.
    Syntax(Box<SyntaxError>),
    /// A fused jump does not reach; the block is compiled again without such.
    TooFar,
}

type Fallible<T> = Result<T, Failure>;

fn failure(source: &Source, range: TextRange, message: String) -> Failure {
    Failure::Syntax(Box::new(SyntaxError::new(
        source,
        SyntaxErrorClass::Syntax,
        message,
        span_of(range),
    )))
}

fn fail<T>(source: &Source, range: TextRange, message: String) -> Fallible<T> {
    Err(failure(source, range, message))
}

fn span_of(range: TextRange) -> Span {
    Span {
        start: range.start().to_u32(),
        end: range.end().to_u32(),
    }
}

/// The walk that writes instructions.
struct Compiler<'a> {
    source: Rc<Source>,
    scopes: Scopes,
    /// The block being written.
    unit: Unit<'a>,
    /// The scope names are looked up in: the block's, or that of a comprehension inlined into it.
    scope: ScopeId,
    nesting: u32,
    /// Statements compiled so far.
    n_statements: u32,
    mode: Mode,
    has_future_annotations: bool,
    warnings: Vec<SyntaxWarning>,
    /// Where was warned of what: `finally` bodies are compiled more than once.
    warned: SortedSet<(u32, String)>,
}

impl Compiler<'_> {
    fn fail<T>(&self, range: TextRange, message: impl Into<String>) -> Fallible<T> {
        fail(&self.source, range, message.into())
    }

    /// Runs one level deeper into the tree.
    fn nested<T>(
        &mut self,
        range: TextRange,
        walk: impl FnOnce(&mut Self) -> Fallible<T>,
    ) -> Fallible<T> {
        if self.nesting >= NESTING_MAX {
            return self.fail(range, "too many nested statements or expressions");
        }
        self.nesting += 1;
        let result = walk(self);
        self.nesting -= 1;
        result
    }
}
