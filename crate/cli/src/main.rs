//! The loopscope command line: the same engine natively, for tests, documentation builds and
//! terminals.

mod arguments;
mod batch;
mod run;
mod siblings;
mod source;

use std::io::{self, Write as _};
use std::process::ExitCode;

use arguments::Command;

/// Errors of use, and files that can't be read or written.
const EXIT_USAGE: u8 = 2;
/// What a shell shows for a program that SIGPIPE ended: the reader of our output is gone.
const EXIT_BROKEN_PIPE: u8 = 141;

fn main() -> ExitCode {
    let command = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => return complain(&error),
    };
    let done = match command {
        Command::Run {
            file,
            report,
            world,
            limits,
        } => run::run(&file, report.as_deref(), world, limits),
        Command::Trace {
            file,
            format,
            limits,
        } => run::trace(&file, format, limits),
        Command::Batch => batch::batch(),
        Command::Help => print(arguments::HELP),
        Command::Version => print(concat!("loopscope ", env!("CARGO_PKG_VERSION"), "\n")),
    };
    match done {
        Ok(code) => code,
        Err(Trouble::Usage(message)) => complain(&message),
        Err(Trouble::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::from(EXIT_BROKEN_PIPE)
        }
        Err(Trouble::Output(error)) => complain(&format!("can't write the output: {error}")),
    }
}

/// What can go wrong outside the program that runs.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// A file can't be read or written: one line that says which.
    Usage(String),
    /// Standard output or standard error can't be written.
    Output(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn print(text: &str) -> Result<ExitCode, Trouble> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn complain(message: &impl std::fmt::Display) -> ExitCode {
    // Where even standard error is closed, the exit status has to say it all.
    let _ = writeln!(io::stderr(), "loopscope: {message}");
    ExitCode::from(EXIT_USAGE)
}
