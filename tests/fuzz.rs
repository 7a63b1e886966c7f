//! Feeds the engine with broken programs: whatever the bytes, it answers, soon and without a panic.
//!
//! `cargo test` runs a short part, always the same. `./build.sh fuzz [MINUTES]` goes on from a
//! fresh seed for as long as it is told to; what fails is kept in `target/fuzz/`, with its seed in
//! the message. A panic, a run past its fuel's time, or a crash of the process (the input of a
//! crash is in `target/fuzz/running.py`) is a failure.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzz/hostile.rs"]
mod hostile;
#[path = "fuzz/mutate.rs"]
mod mutate;

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use loopscope_simulator::{Options, Simulator, Status, StepKind, TraceFormat};
use mutate::Mutator;

/// Inputs of the part that every test run repeats.
const N_SHORT: u64 = 300;

/// Instructions that one input may take.
const FUEL: u64 = 100_000;

/// Far more than any input takes, even where the machine is busy with something else.
const SECONDS_MAX: u64 = 120;

/// What a thread of a browser has is less; deep nesting there is `tests/web.rs`'s business.
const STACK_BYTES: usize = 8 << 20;

#[test]
fn broken_programs_get_an_answer() {
    let inputs = (0..N_SHORT).map(|seed| (format!("seed {seed}"), mutator().input(seed)));
    check(inputs, None);
}

#[test]
fn hostile_programs_get_an_answer() {
    check(hostile::programs().into_iter(), None);
}

/// The long part, for as many minutes as `LOOPSCOPE_FUZZ_MINUTES` says; without it, nothing.
#[test]
fn broken_programs_get_an_answer_for_minutes() {
    let Some(minutes) = std::env::var("LOOPSCOPE_FUZZ_MINUTES").ok() else {
        return;
    };
    let minutes: f64 = minutes.parse().expect("LOOPSCOPE_FUZZ_MINUTES is a number");
    let first = std::env::var("LOOPSCOPE_FUZZ_SEED").map_or(N_SHORT, |seed| {
        seed.parse().expect("LOOPSCOPE_FUZZ_SEED is a number")
    });
    let mutator = mutator();
    let inputs = (first..).map(|seed| (format!("seed {seed}"), mutator.input(seed)));
    let n = check(inputs, Some(Duration::from_secs_f64(minutes * 60.0)));
    let said = format!("{n} broken programs, from seed {first}\n");
    std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).expect("stderr is open");
}

/// Runs inputs until they or the time is over; how many ran.
#[expect(
    clippy::disallowed_methods,
    reason = "it is this test's own time, not a program's"
)]
fn check(inputs: impl Iterator<Item = (String, String)>, time: Option<Duration>) -> u64 {
    let kept = kept();
    fs::create_dir_all(&kept).expect("target/ can be written");
    let (to_worker, tasks) = mpsc::channel::<String>();
    let (to_us, answers) = mpsc::channel::<Result<(), String>>();
    let worker = thread::Builder::new().stack_size(STACK_BYTES);
    let worker = worker.spawn(move || {
        for source in tasks {
            let answer = panic::catch_unwind(AssertUnwindSafe(|| run(&source)));
            let answer = answer.map_err(|reason| text_of(&*reason));
            if to_us.send(answer).is_err() {
                return;
            }
        }
    });
    let worker = worker.expect("threads can be started");
    let began = Instant::now();
    let mut n_run = 0;
    let mut failures = Vec::new();
    for (name, source) in inputs {
        if time.is_some_and(|time| began.elapsed() > time) {
            break;
        }
        // A stack overflow ends this process before it can say what it ran.
        fs::write(kept.join("running.py"), &source).expect("target/ can be written");
        to_worker.send(source.clone()).expect("the worker waits");
        n_run += 1;
        let trouble = match answers.recv_timeout(Duration::from_secs(SECONDS_MAX)) {
            Ok(Ok(())) => continue,
            Ok(Err(panic)) => format!("panicked: {panic}"),
            Err(RecvTimeoutError::Timeout) => format!("ran longer than {SECONDS_MAX} s"),
            Err(RecvTimeoutError::Disconnected) => "ended its thread".to_owned(),
        };
        let path = kept.join(format!("{}.py", name.replace(' ', "_")));
        fs::write(&path, &source).expect("target/ can be written");
        let hangs = !trouble.starts_with("panicked");
        failures.push(format!("{name} {trouble}\n  input: {}", path.display()));
        assert!(!hangs, "{}", failures.join("\n"));
    }
    drop(to_worker);
    worker.join().expect("the worker catches panics");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    n_run
}

/// Compiles, takes some steps forward and back, runs on and asks for what front ends show.
fn run(source: &str) {
    let mut simulator = Simulator::new(source, Options::default());
    for kind in [StepKind::Line, StepKind::Over, StepKind::Switch] {
        simulator.step(kind, FUEL / 10);
    }
    simulator.back(StepKind::Line, FUEL / 10);
    simulator.step(StepKind::End, FUEL);
    if matches!(simulator.status(), Status::Finished | Status::Failed) {
        assert!(simulator.exit_code().is_some());
    }
    let _ = simulator.trace(TraceFormat::Json);
}

fn mutator() -> Mutator {
    let mut sources = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs"),
        &mut sources,
    );
    sources.sort();
    Mutator::new(sources)
}

/// All programs below a directory.
fn collect(directory: &Path, sources: &mut Vec<String>) {
    for entry in fs::read_dir(directory).expect("programs can be listed") {
        let path = entry.expect("programs can be listed").path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "py") {
            sources.push(fs::read_to_string(&path).expect("programs are text"));
        }
    }
}

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz")
}

fn text_of(reason: &(dyn std::any::Any + Send)) -> String {
    let text = reason.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| reason.downcast_ref::<&str>().copied());
    text.unwrap_or("with no message").to_owned()
}
