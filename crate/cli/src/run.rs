//! The commands that run a program.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use loopscope_simulator::{
    Limits, Options, OutputView, Settings, Simulator, Status, StepKind, Stream, TraceFormat,
};

use crate::Trouble;
use crate::arguments::{Format, Input, World};
use crate::source::{self, Program};

/// Instructions between two looks at the output.
const SLICE: u64 = 1_000_000;

/// Pieces of output that are fetched at once.
const OUTPUT_WINDOW: usize = 1024;

/// Runs a program as CPython would, and returns its exit status.
pub(crate) fn run(
    file: &Input,
    report: Option<&Path>,
    world: World,
    limits: Limits,
) -> Result<ExitCode, Trouble> {
    let program = open(file)?;
    let (simulator, encoding_error) = prepare(program, settings(world)?, limits);
    let mut simulator = simulator;
    if let Some(message) = encoding_error {
        write_report(report, 1, &simulator)?;
        io::stderr().write_all(message.as_bytes())?;
        return Ok(ExitCode::from(1));
    }
    let mut n_written = 0;
    loop {
        let status = simulator.step(StepKind::End, SLICE);
        n_written = copy_output(&simulator, n_written, true)?;
        if status != Status::Running {
            break;
        }
    }
    write_report(report, simulator.exit_code().unwrap_or(0), &simulator)?;
    Ok(exit_status(&simulator))
}

/// The program's. Only its low byte is seen outside, as with CPython.
fn exit_status(simulator: &Simulator) -> ExitCode {
    ExitCode::from(simulator.exit_code().unwrap_or(0).to_le_bytes()[0])
}

/// Runs a program and prints what happened in place of what it prints; its errors stay.
pub(crate) fn trace(file: &Input, format: Format, limits: Limits) -> Result<ExitCode, Trouble> {
    let (mut simulator, encoding_error) = prepare(open(file)?, Settings::default(), limits);
    if let Some(message) = encoding_error {
        io::stderr().write_all(message.as_bytes())?;
        return Ok(ExitCode::from(1));
    }
    while simulator.step(StepKind::End, SLICE) == Status::Running {}
    let text = match format {
        Format::Text => simulator.trace(TraceFormat::Text),
        Format::Json => simulator.trace(TraceFormat::Json),
        Format::Perfetto => simulator.trace(TraceFormat::Perfetto),
        Format::Hash => format!("{:016x}\n", simulator.trace_hash()),
    };
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()?;
    drop(stdout);
    copy_output(&simulator, 0, false)?;
    Ok(exit_status(&simulator))
}

fn settings(world: World) -> Result<Settings, Trouble> {
    let web = match world.web {
        None => String::new(),
        Some(path) => fs::read_to_string(&path).map_err(|error| {
            let message = format!("can't read {}: {}", path.display(), reason(&error));
            Trouble::Usage(message)
        })?,
    };
    Ok(Settings {
        latency_ns: world.latency_ns,
        bytes_per_second: world.bytes_per_second,
        web,
        signals: world.signals,
    })
}

fn open(file: &Input) -> Result<Program, Trouble> {
    source::read(file).map_err(|error| {
        let name = match file {
            Input::Stdin => "standard input".to_owned(),
            Input::File(path) => path.display().to_string(),
        };
        Trouble::Usage(format!("can't read {name}: {}", reason(&error)))
    })
}

/// The cause of an error without the number that Rust adds.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

fn prepare(program: Program, world: Settings, limits: Limits) -> (Simulator, Option<String>) {
    let options = Options {
        filename: program.filename,
        stdin: program.stdin,
        files: program.files,
        limits,
        world,
        ..Options::default()
    };
    match program.text {
        Ok(text) => (Simulator::new(&text, options), None),
        Err(message) => (Simulator::new("", options), Some(message)),
    }
}

/// Writes what the program has printed since the last call.
fn copy_output(simulator: &Simulator, n_written: usize, with_stdout: bool) -> io::Result<usize> {
    let mut n_written = n_written;
    let (mut stdout, mut stderr) = (io::stdout().lock(), io::stderr().lock());
    loop {
        let window = simulator.console(n_written, OUTPUT_WINDOW);
        if window.items.is_empty() {
            stdout.flush()?;
            return Ok(n_written);
        }
        for OutputView { stream, text, .. } in &window.items {
            match stream {
                Stream::Stdout if !with_stdout => {}
                Stream::Stdout => stdout.write_all(text.as_bytes())?,
                Stream::Stderr => {
                    stdout.flush()?; // the order of the two streams is the program's
                    stderr.write_all(text.as_bytes())?;
                }
            }
        }
        n_written += window.items.len();
    }
}

fn write_report(path: Option<&Path>, code: i32, simulator: &Simulator) -> Result<(), Trouble> {
    let Some(path) = path else {
        return Ok(());
    };
    let report = format!(
        "{{\"exit\": {code}, \"clock_ns\": {}, \"hash\": \"{:016x}\"}}\n",
        simulator.clock_ns(),
        simulator.trace_hash()
    );
    fs::write(path, report).map_err(|error| {
        Trouble::Usage(format!(
            "can't write {}: {}",
            path.display(),
            reason(&error)
        ))
    })
}
