//! Tests of the compiler: listings of the main constructs, the programs of the repository, the
//! errors.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod code;
mod errors;

use super::{Mode, Options, SyntaxError, compile_module};
use crate::code::Code;

const EXEC: Options = Options {
    is_internal: false,
    mode: Mode::Exec,
};

fn compile(source: &str) -> Result<std::rc::Rc<Code>, SyntaxError> {
    compile_module("x.py", source, EXEC).map(|(code, _)| code)
}

fn programs(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            programs(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// Every program compiles, with the verifier on each block, unless CPython refuses it too.
#[test]
fn the_programs_compile() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/programs");
    let mut found = Vec::new();
    programs(std::path::Path::new(folder), &mut found);
    found.sort();
    assert!(found.len() > 20);
    for path in found {
        let text = std::fs::read_to_string(&path).unwrap();
        let recorded = std::fs::read_to_string(path.with_extension("recorded"));
        let is_wrong = recorded.is_ok_and(|text| {
            ["|SyntaxError: ", "|IndentationError: ", "|TabError: "]
                .iter()
                .any(|class| text.lines().any(|line| line.starts_with(class)))
        });
        if let Err(error) = compile(&text) {
            assert!(is_wrong, "{}: line {}: {error}", path.display(), error.line);
        }
    }
}
