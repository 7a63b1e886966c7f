use super::{Mode, Options, compile_module};

const EXEC: Options = Options {
    is_internal: false,
    mode: Mode::Exec,
};

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

/// Every program compiles; the verifier runs on each block.
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
        let result = compile_module("x.py", &text, EXEC);
        if let Err(error) = &result {
            assert!(is_wrong, "{}: line {}: {error}", path.display(), error.line);
        }
    }
}
