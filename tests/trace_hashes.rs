//! Everything that every program does has a hash, which is the same natively and in a browser:
//! `tests/programs/index.rs` holds the native ones, `tests/web.rs` compares.
//!
//! After a change of programs or of what is recorded: `UPDATE=1 cargo test --test trace_hashes`.
#![cfg(not(target_arch = "wasm32"))]

#[path = "trace_hashes/table.rs"]
mod table;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use loopscope_simulator::{Options, Simulator, Status, StepKind};

/// Instructions that are more than any of the programs takes.
const FUEL: u64 = 2_000_000_000;

#[test]
fn the_index_of_programs_is_fresh() {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let index = programs.join("index.rs");
    let fresh = fresh_index(&programs);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&index, &fresh).expect("the index can be written");
    }
    let found = fs::read_to_string(&index).unwrap_or_default();
    let (mut found, mut fresh) = (found.lines(), fresh.lines());
    loop {
        let (was, is) = (found.next(), fresh.next());
        assert_eq!(
            was, is,
            "tests/programs/index.rs is not what the programs do now; if that is right: \
             UPDATE=1 cargo test --test trace_hashes"
        );
        if is.is_none() {
            break;
        }
    }
}

#[test]
fn the_table_of_programs_is_fresh() {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let readme = programs.join("README.md");
    let fresh = table::table(&programs);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&readme, &fresh).expect("the table can be written");
    }
    let found = fs::read_to_string(&readme).unwrap_or_default();
    assert_eq!(found, fresh, "UPDATE=1 cargo test --test trace_hashes");
}

fn fresh_index(programs: &Path) -> String {
    let mut index = String::from(
        "// All programs: path, source, trace hash. Written by `UPDATE=1 cargo test --test \
         trace_hashes`.\n[\n",
    );
    for path in files(programs) {
        let source = fs::read_to_string(&path).expect("programs are text");
        let name = path.strip_prefix(programs).expect("programs lie there");
        let name = name.to_string_lossy().replace('\\', "/");
        let hash = trace_hash(&name, &source);
        let row = format!("    (\"{name}\", include_str!(\"{name}\"), 0x{hash:016x}),");
        writeln!(index, "{row}").expect("strings take everything");
    }
    index.push_str("]\n");
    index
}

fn trace_hash(path: &str, source: &str) -> u64 {
    let name = path.rsplit('/').next().unwrap_or(path);
    let options = Options {
        filename: name.to_owned(),
        ..Options::default()
    };
    let mut simulator = Simulator::new(source, options);
    let status = simulator.step(StepKind::End, FUEL);
    assert_ne!(status, Status::Running, "{path} does not end");
    simulator.trace_hash()
}

/// The programs of all topics, at any depth, in order.
fn files(programs: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut directories = vec![programs.to_owned()];
    while let Some(directory) = directories.pop() {
        let entries = fs::read_dir(directory).expect("the programs' directories are there");
        for entry in entries {
            let path = entry.expect("directories can be listed").path();
            if path.is_dir() {
                directories.push(path);
            } else if path.extension().is_some_and(|is| is == "py") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
