//! Compares the engine with CPython, program by program.
//!
//! Every program of `tests/programs/` runs on the engine, by the command line as users run it, and
//! must do what
//! CPython did: the same bytes on stdout, the same exit status, the same virtual time at the end,
//! and the same stderr
//! as far as [`TOPICS`] says. What CPython did stands beside each program, as
//! `tests/oracle/record.py` recorded it,
//! so this needs no CPython; where there is one, the recordings are checked too.

#![cfg(not(target_arch = "wasm32"))]

#[path = "differential/engine.rs"]
mod engine;
#[path = "differential/recording.rs"]
mod recording;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use engine::Engine;
use recording::{Outcome, Recording, source_hash};

/// How much of stderr must be the same.
#[derive(Clone, Copy, PartialEq)]
enum Stderr {
    /// All of it, of every program, but for the frames of CPython's own library in tracebacks,
    /// where the engine passes over them (LIMITATIONS.md): they are taken out of both.
    WithoutLibraryFrames,
    /// All of it, of every program.
    Whole,
}

/// The exit status when nothing can ever happen again.
const STALLED: i32 = 3;

/// The directories of `tests/programs/`, each with how much of stderr is compared there; of two
/// that hold a program the later one says.
const TOPICS: &[(&str, Stderr)] = &[
    ("asyncio", Stderr::Whole),
    ("asyncio/debug", Stderr::WithoutLibraryFrames),
    ("builtins", Stderr::Whole),
    ("errors", Stderr::Whole),
    ("language", Stderr::Whole),
    ("modules", Stderr::WithoutLibraryFrames),
    ("reference", Stderr::Whole),
    ("multifile", Stderr::Whole),
    ("signals", Stderr::Whole),
    ("streams", Stderr::Whole),
    ("threads", Stderr::Whole),
    ("tutorial", Stderr::Whole),
];

#[test]
fn every_program_does_what_cpython_did() {
    let engine = Engine::build();
    let programs = programs();
    let waiting = Mutex::new(programs.iter());
    let failures = Mutex::new(Vec::new());
    let n_workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..n_workers {
            scope.spawn(|| {
                while let Some((program, stderr)) = next(&waiting) {
                    let expected = Recording::beside(program).outcome;
                    let difference = match engine.run(program) {
                        Ok(found) => difference(&expected, &found, *stderr),
                        Err(trouble) => Some(trouble),
                    };
                    if let Some(difference) = difference {
                        let mut failures = failures.lock().expect("no worker panics holding it");
                        failures.push(format!("{}\n{difference}", shown(program)));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().expect("no worker panics holding it");
    failures.sort();
    assert!(
        failures.is_empty(),
        "{} of {} programs differ from CPython:\n\n{}",
        failures.len(),
        programs.len(),
        failures.join("\n")
    );
}

#[test]
fn every_recording_is_of_the_program_beside_it() {
    let mut wrong = String::new();
    let mut recordings: BTreeSet<PathBuf> = files("recorded").into_iter().collect();
    for (program, _) in programs() {
        let path = program.with_extension("recorded");
        if !recordings.remove(&path) {
            let _ = writeln!(wrong, "{} has no recording", shown(&program));
            continue;
        }
        let source = std::fs::read(&program).expect("the program was just listed");
        if Recording::beside(&program).source_hash != source_hash(&source) {
            let _ = writeln!(
                wrong,
                "{} has changed since it was recorded",
                shown(&program)
            );
        }
        if !source.starts_with(b"# ") {
            let _ = writeln!(
                wrong,
                "{}: the first line must say what it shows",
                shown(&program)
            );
        }
    }
    for path in recordings {
        let _ = writeln!(wrong, "{} belongs to no program", shown(&path));
    }
    assert!(
        wrong.is_empty(),
        "{wrong}run tests/oracle/record.py with CPython 3.14"
    );
}

#[test]
fn cpython_still_does_what_was_recorded() {
    let script = root().join("tests/oracle/record.py");
    let python = if let Some(chosen) = std::env::var_os("LOOPSCOPE_PYTHON") {
        Command::new(chosen).arg(script).arg("--check").output()
    } else {
        Command::new("python3").arg(script).arg("--check").output()
    };
    // Past the test harness, which would keep the output of a passing test to itself.
    let mut terminal = std::io::stderr();
    let Ok(checked) = python else {
        writeln!(
            terminal,
            "no python3 found: the recordings are not compared with CPython"
        )
        .expect("stderr is open");
        return;
    };
    let said = String::from_utf8_lossy(&checked.stdout);
    write!(terminal, "{said}").expect("stderr is open");
    assert!(
        checked.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&checked.stderr)
    );
}

/// Says what differs and shows the first place, or `None` if the engine did what CPython did.
fn difference(expected: &Outcome, found: &Outcome, stderr: Stderr) -> Option<String> {
    let mut text = String::new();
    if expected.stdout != found.stdout {
        text += &first_difference("stdout", &expected.stdout, &found.stdout);
    }
    if expected.exit != found.exit {
        let _ = writeln!(
            text,
            "  exit status: expected {}, found {}",
            expected.exit, found.exit
        );
    }
    if expected.clock_ns != found.clock_ns {
        let _ = writeln!(
            text,
            "  clock: expected {} ns, found {} ns",
            expected.clock_ns, found.clock_ns
        );
    }
    let shown = |stream: &[u8]| match stderr {
        Stderr::WithoutLibraryFrames => without_library_frames(stream),
        Stderr::Whole => stream.to_vec(),
    };
    let was = without_addresses(&shown(&expected.stderr));
    let mut is = without_addresses(&shown(&found.stderr));
    if expected.exit == STALLED {
        is = without_explanation(&was, is);
    }
    if was != is {
        text += &first_difference("stderr", &was, &is);
    }
    if text.is_empty() {
        return None;
    }
    if found.exit != expected.exit && !found.stderr.is_empty() {
        let _ = writeln!(
            text,
            "  the engine said: {}",
            lossy(last_line(&found.stderr))
        );
    }
    Some(text)
}

fn first_difference(stream: &str, expected: &[u8], found: &[u8]) -> String {
    let mut expected = expected.split_inclusive(|&byte| byte == b'\n');
    let mut found = found.split_inclusive(|&byte| byte == b'\n');
    for line in 1.. {
        let (was, is) = (expected.next(), found.next());
        if was != is || was.is_none() {
            let show = |side: Option<&[u8]>| {
                side.map_or("(nothing)".to_owned(), |line| format!("{:?}", lossy(line)))
            };
            return format!(
                "  {stream} line {line}:\n    expected: {}\n    found:    {}\n",
                show(was),
                show(is)
            );
        }
    }
    unreachable!("streams are finite")
}

/// Leaves the frames out that lie in the standard library: each `File` line with the more indented
/// lines below it, also in the margin of an exception group.
fn without_library_frames(stream: &[u8]) -> Vec<u8> {
    const FRAME: &str = "  File \"/usr/lib/python3.14/";
    let text = String::from_utf8_lossy(stream);
    let mut kept = String::new();
    let mut margin = None;
    for line in text.split_inclusive('\n') {
        let is_below = margin.is_some_and(|margin: &str| {
            let line = line.strip_prefix(margin);
            line.is_some_and(|line| line.starts_with("    ") || line.starts_with("  [Previous"))
        });
        if is_below {
            continue;
        }
        let before = line.find(FRAME).map(|place| &line[..place]);
        margin = before.filter(|before| before.chars().all(|c| c == ' ' || c == '|'));
        if margin.is_none() {
            kept.push_str(line);
        }
    }
    without_empty_headers(&kept).into_bytes()
}

/// Leaves out the headers of tracebacks with no frames below, which the engine doesn't print.
fn without_empty_headers(text: &str) -> String {
    let mut lines = text.split_inclusive('\n').peekable();
    let mut kept = String::new();
    while let Some(line) = lines.next() {
        let is_header = line
            .trim_end()
            .ends_with("Traceback (most recent call last):");
        let has_frames = lines.peek().is_some_and(|next| next.contains("  File \""));
        if !is_header || has_frames {
            kept.push_str(line);
        }
    }
    kept
}

/// Puts `0x…` where an address stands: CPython's differ from run to run.
fn without_addresses(stream: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(stream);
    let mut parts = text.split(" at 0x");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(" at 0x…");
        kept.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    kept.into_bytes()
}

/// Leaves out what the engine alone says before the last line when nothing can ever happen again:
/// who waits for what.
fn without_explanation(expected: &[u8], found: Vec<u8>) -> Vec<u8> {
    let last = expected.split_inclusive(|&byte| byte == b'\n').next_back();
    let before = &expected[..expected.len() - last.map_or(0, <[u8]>::len)];
    let is_more = found.starts_with(before) && found.ends_with(last.unwrap_or_default());
    if is_more { expected.to_vec() } else { found }
}

#[test]
fn addresses_are_taken_out() {
    let found = without_addresses(b"<function f at 0x7f00a0>: <g at 0x1>\n");
    let kept = "<function f at 0x…>: <g at 0x…>\n";
    assert_eq!(String::from_utf8_lossy(&found), kept);
}

#[test]
fn frames_of_the_library_are_taken_out() {
    let stream = "  File \"case.py\", line 1, in f\n    g()\n  File \"/usr/lib/python3.14/x.py\", \
                  line 2, in g\n    h()\n    ~^^\nError: no\n  |   File \"/usr/lib/python3.14/x.py\
                  \", line 3, in i\n  |     j()\n  | Error\n";
    let kept = "  File \"case.py\", line 1, in f\n    g()\nError: no\n  | Error\n";
    let found = without_library_frames(stream.as_bytes());
    assert_eq!(String::from_utf8_lossy(&found), kept);
}

fn last_line(stream: &[u8]) -> &[u8] {
    let stream = stream.strip_suffix(b"\n").unwrap_or(stream);
    stream
        .rsplit(|&byte| byte == b'\n')
        .next()
        .unwrap_or_default()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn next<'a>(
    waiting: &Mutex<impl Iterator<Item = &'a (PathBuf, Stderr)>>,
) -> Option<&'a (PathBuf, Stderr)> {
    waiting.lock().expect("taking the next can't panic").next()
}

/// All programs in order, each with how much of its stderr is compared.
fn programs() -> Vec<(PathBuf, Stderr)> {
    let directory = root().join("tests/programs");
    let topic_of = |program: &Path| {
        let inside = program
            .strip_prefix(&directory)
            .expect("programs lie there");
        let mut topics = TOPICS.iter().rev();
        let listed = topics.find(|(name, _)| inside.starts_with(name));
        listed
            .unwrap_or_else(|| panic!("{} is in none of TOPICS", inside.display()))
            .1
    };
    files("py")
        .into_iter()
        .map(|program| (program.clone(), topic_of(&program)))
        .collect()
}

/// The files with an ending in the directories of `tests/programs/`, at any depth.
fn files(ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut directories = vec![root().join("tests/programs")];
    while let Some(directory) = directories.pop() {
        let entries = std::fs::read_dir(&directory);
        let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
        for entry in entries {
            let path = entry.expect("directories can be listed").path();
            if path.is_dir() {
                directories.push(path);
            } else if path.extension().is_some_and(|is| is == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
