//! `loopscope batch`: many programs in one process, for tests that compare thousands of them.

use std::io::{self, BufRead, Read as _, Write as _};
use std::process::ExitCode;

use loopscope_simulator::{Options, OutputView, Simulator, Status, StepKind, Stream};

use crate::Trouble;

/// Instructions that a program gets: one that needs more is ended as by a limit.
const FUEL: u64 = 200_000_000;
/// The exit status of a program that a limit stopped.
const EXIT_LIMIT: i32 = 4;
/// The name that tracebacks show.
const FILENAME: &str = "program.py";

/// Answers each program on standard input with what it does.
///
/// A program comes as its length in bytes, a newline, and its text. The answer is a line
/// `EXIT CLOCK_NS STDOUT_LENGTH STDERR_LENGTH`, followed by the bytes of the two streams.
pub(crate) fn batch() -> Result<ExitCode, Trouble> {
    let (mut stdin, mut stdout) = (io::stdin().lock(), io::stdout().lock());
    while let Some(text) = read_program(&mut stdin)? {
        let answer = run_program(&text);
        write!(
            stdout,
            "{} {} {} {}\n{}{}",
            answer.exit,
            answer.clock_ns,
            answer.stdout.len(),
            answer.stderr.len(),
            answer.stdout,
            answer.stderr
        )?;
        stdout.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn read_program(stdin: &mut impl BufRead) -> Result<Option<String>, Trouble> {
    let mut line = String::new();
    if stdin
        .read_line(&mut line)
        .map_err(|error| unreadable(&error))?
        == 0
    {
        return Ok(None);
    }
    let length: u64 = line.trim().parse().map_err(|_| {
        let expected = "batch needs the length of a program";
        Trouble::Usage(format!("{expected}, found {:?}", line.trim()))
    })?;
    let mut text = String::new();
    let taken = stdin.take(length).read_to_string(&mut text);
    taken.map_err(|error| unreadable(&error))?;
    Ok(Some(text))
}

fn unreadable(error: &io::Error) -> Trouble {
    Trouble::Usage(format!("can't read standard input: {error}"))
}

#[derive(Debug)]
struct Answer {
    exit: i32,
    clock_ns: u64,
    stdout: String,
    stderr: String,
}

fn run_program(text: &str) -> Answer {
    let options = Options {
        filename: FILENAME.to_owned(),
        ..Options::default()
    };
    let mut simulator = Simulator::new(text, options);
    let status = simulator.step(StepKind::End, FUEL);
    let (mut stdout, mut stderr) = (String::new(), String::new());
    for OutputView { stream, text, .. } in &simulator.console(0, usize::MAX).items {
        match stream {
            Stream::Stdout => stdout.push_str(text),
            Stream::Stderr => stderr.push_str(text),
        }
    }
    let exit = match status {
        Status::Running => EXIT_LIMIT,
        _ => simulator.exit_code().unwrap_or(0),
    };
    Answer {
        exit: i32::from(exit.to_le_bytes()[0]),
        clock_ns: simulator.clock_ns(),
        stdout,
        stderr,
    }
}
