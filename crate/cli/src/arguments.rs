//! The command line, read by hand: it is small, and its errors of use are ours to word.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

/// What `loopscope --help` prints.
pub(crate) const HELP: &str = "\
usage: loopscope COMMAND

  run FILE [--report REPORT.json]
      runs a program: its output, its exit status. Exit status 3: nothing can ever
      happen again; 4: a limit stopped it. The report holds exit status, final clock
      and trace hash as JSON.
  trace FILE [--format text|json|perfetto]
      prints what happened, event by event, in virtual time
  trace --hash FILE
      prints the hash of the whole trace

  --help, --version

FILE may be -, which reads the program from standard input.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// `run`: run a program like CPython.
    Run {
        /// The program.
        file: Input,
        /// Where to write the report.
        report: Option<PathBuf>,
    },
    /// `trace`: run a program silently and print what happened.
    Trace {
        /// The program.
        file: Input,
        /// In which form.
        format: Format,
    },
    /// `--help`
    Help,
    /// `--version`
    Version,
}

/// Where a program comes from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// `-`
    Stdin,
    /// A file.
    File(PathBuf),
}

/// How a trace is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A line per event.
    Text,
    /// One JSON object.
    Json,
    /// Chrome's trace events, which ui.perfetto.dev opens.
    Perfetto,
    /// The hash of all of it.
    Hash,
}

/// An error of use: what is wrong, in one line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UsageError(String);

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads the arguments behind the program's name.
///
/// # Errors
///
/// What is wrong with them, for the user.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, UsageError> {
    let mut arguments = arguments.peekable();
    let Some(command) = arguments.next() else {
        return Err(usage("no command: loopscope --help lists them"));
    };
    match command.to_str() {
        Some("run") => parse_run(arguments),
        Some("trace") => parse_trace(arguments),
        Some("--help" | "-h" | "help") => Ok(Command::Help),
        Some("--version" | "-V") => Ok(Command::Version),
        _ => Err(usage(&format!(
            "unknown command \"{}\": loopscope --help lists them",
            command.display()
        ))),
    }
}

fn parse_run(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, UsageError> {
    let (mut file, mut report) = (None, None);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Command::Help),
            Some("--report") => {
                let path = arguments
                    .next()
                    .ok_or_else(|| usage("--report needs a file name"))?;
                report = Some(PathBuf::from(path));
            }
            _ => take_file(&mut file, argument, "run")?,
        }
    }
    let file = file.ok_or_else(|| usage("run needs a FILE, or - for standard input"))?;
    Ok(Command::Run { file, report })
}

fn parse_trace(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, UsageError> {
    let (mut file, mut format) = (None, Format::Text);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Command::Help),
            Some("--hash") => format = Format::Hash,
            Some("--format") => {
                let name = arguments
                    .next()
                    .ok_or_else(|| usage("--format needs text, json or perfetto"))?;
                format = parse_format(&name)?;
            }
            _ => take_file(&mut file, argument, "trace")?,
        }
    }
    let file = file.ok_or_else(|| usage("trace needs a FILE, or - for standard input"))?;
    Ok(Command::Trace { file, format })
}

fn parse_format(name: &OsString) -> Result<Format, UsageError> {
    match name.to_str() {
        Some("text") => Ok(Format::Text),
        Some("json") => Ok(Format::Json),
        Some("perfetto") => Ok(Format::Perfetto),
        _ => Err(usage(&format!(
            "unknown format \"{}\": text, json or perfetto",
            name.display()
        ))),
    }
}

fn take_file(
    file: &mut Option<Input>,
    argument: OsString,
    command: &str,
) -> Result<(), UsageError> {
    if argument.as_encoded_bytes().starts_with(b"-") && argument != "-" {
        return Err(usage(&format!(
            "{command} has no option {}: loopscope --help lists them",
            argument.display()
        )));
    }
    if file.is_some() {
        return Err(usage(&format!(
            "{command} takes one FILE; \"{}\" is one too many",
            argument.display()
        )));
    }
    *file = Some(if argument == "-" {
        Input::Stdin
    } else {
        Input::File(argument.into())
    });
    Ok(())
}

fn usage(message: &str) -> UsageError {
    UsageError(message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Result<Command, &str>) {
        let found = parse(line.split_whitespace().map(OsString::from));
        assert_eq!(found, expected.map_err(usage), "{line}");
    }

    #[test]
    fn commands_are_read() {
        let file = || Input::File("a.py".into());
        let run = |report: Option<&str>| Command::Run {
            file: file(),
            report: report.map(PathBuf::from),
        };
        let trace = |format| Command::Trace {
            file: file(),
            format,
        };
        check("run a.py", Ok(run(None)));
        check("run --report r.json a.py", Ok(run(Some("r.json"))));
        check("run a.py --report r.json", Ok(run(Some("r.json"))));
        check(
            "run -",
            Ok(Command::Run {
                file: Input::Stdin,
                report: None,
            }),
        );
        check("trace a.py", Ok(trace(Format::Text)));
        check("trace --format json a.py", Ok(trace(Format::Json)));
        check("trace a.py --format perfetto", Ok(trace(Format::Perfetto)));
        check("trace --hash a.py", Ok(trace(Format::Hash)));
        check("--help", Ok(Command::Help));
        check("run --help", Ok(Command::Help));
        check("--version", Ok(Command::Version));
    }

    #[test]
    fn errors_of_use_say_what_is_wrong() {
        check("", Err("no command: loopscope --help lists them"));
        check(
            "render a.py",
            Err("unknown command \"render\": loopscope --help lists them"),
        );
        check("run", Err("run needs a FILE, or - for standard input"));
        check(
            "run a.py b.py",
            Err("run takes one FILE; \"b.py\" is one too many"),
        );
        check(
            "run --fast a.py",
            Err("run has no option --fast: loopscope --help lists them"),
        );
        check("run a.py --report", Err("--report needs a file name"));
        check(
            "trace --format xml a.py",
            Err("unknown format \"xml\": text, json or perfetto"),
        );
    }
}
