//! The command line, read by hand: it is small, and its errors of use are ours to word.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use loopscope_simulator::Limits;

/// What `loopscope --help` prints.
pub(crate) const HELP: &str = "\
usage: loopscope COMMAND

  run FILE [--report REPORT.json] [WORLD]
      runs a program: its output, its exit status. Exit status 3: nothing can ever
      happen again; 4: a limit stopped it. The report holds exit status, final clock
      and trace hash as JSON. WORLD is what is around the program:
        --signal SIGINT@2.5      a signal after so many seconds; any number of them
        --web ANSWERS.json       what the simulated web answers
        --latency SECONDS        how long data takes through the network
        --bandwidth BYTES        how much a socket sends in a second
  trace FILE [--format text|json|perfetto]
      prints what happened, event by event, in virtual time; what the program writes to
      stderr and its exit status stay
  trace --hash FILE
      prints the hash of the whole trace
  batch
      runs many programs: reads, for each, its length in bytes on a line, then its text;
      answers with a line EXIT CLOCK_NS STDOUT_LENGTH STDERR_LENGTH, then the two streams

  Limits of both, each a number:
      --fuel N        instructions (none)
      --callbacks N   instructions that one built-in's callbacks may run (100000000)
      --recursion N   calls inside each other (1000)
      --memory N      megabytes (512)
      --output N      bytes that are printed (16777216)

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
        /// What is around it.
        world: World,
        /// What it may use.
        limits: Limits,
    },
    /// `trace`: run a program silently and print what happened.
    Trace {
        /// The program.
        file: Input,
        /// In which form.
        format: Format,
        /// What it may use.
        limits: Limits,
    },
    /// `batch`: run the programs that come on standard input.
    Batch,
    /// `--help`
    Help,
    /// `--version`
    Version,
}

/// What is around a program.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct World {
    /// Times in nanoseconds, and numbers.
    pub(crate) signals: Vec<(u64, u8)>,
    /// The file of the web's answers.
    pub(crate) web: Option<PathBuf>,
    pub(crate) latency_ns: u64,
    pub(crate) bytes_per_second: u64,
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
        Some("batch") => parse_batch(arguments),
        Some("--help" | "-h" | "help") => Ok(Command::Help),
        Some("--version" | "-V") => Ok(Command::Version),
        _ => Err(usage(&format!(
            "unknown command \"{}\": loopscope --help lists them",
            command.display()
        ))),
    }
}

fn parse_run(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, UsageError> {
    let (mut file, mut report, mut limits) = (None, None, Limits::default());
    let mut world = World::default();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Command::Help),
            Some("--report") => {
                let path = arguments
                    .next()
                    .ok_or_else(|| usage("--report needs a file name"))?;
                report = Some(PathBuf::from(path));
            }
            Some(option @ ("--signal" | "--web" | "--latency" | "--bandwidth")) => {
                let value = arguments
                    .next()
                    .ok_or_else(|| usage(&format!("{option} needs a value")))?;
                take_world(&mut world, option, &value)?;
            }
            Some(name) if take_limit(&mut limits, name, &mut arguments)? => {}
            _ => take_file(&mut file, argument, "run")?,
        }
    }
    let file = file.ok_or_else(|| usage("run needs a FILE, or - for standard input"))?;
    Ok(Command::Run {
        file,
        report,
        world,
        limits,
    })
}

fn take_world(world: &mut World, option: &str, value: &OsString) -> Result<(), UsageError> {
    let text = value.to_str().unwrap_or_default();
    let wrong = || usage(&format!("{option}: can't read \"{}\"", value.display()));
    match option {
        "--web" => world.web = Some(PathBuf::from(value)),
        "--latency" => world.latency_ns = nanoseconds(text).ok_or_else(wrong)?,
        "--bandwidth" => world.bytes_per_second = text.parse().map_err(|_| wrong())?,
        _ => {
            let (name, seconds) = text.split_once('@').ok_or_else(wrong)?;
            let number = loopscope_simulator::signal_number(name).ok_or_else(wrong)?;
            let ns = nanoseconds(seconds).ok_or_else(wrong)?;
            world.signals.push((ns, number));
        }
    }
    Ok(())
}

/// Seconds as nanoseconds; `None` for what is no such number.
fn nanoseconds(text: &str) -> Option<u64> {
    let seconds: f64 = text.parse().ok()?;
    let duration = std::time::Duration::try_from_secs_f64(seconds).ok()?;
    u64::try_from(duration.as_nanos()).ok()
}

fn parse_trace(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, UsageError> {
    let (mut file, mut format, mut limits) = (None, Format::Text, Limits::default());
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
            Some(name) if take_limit(&mut limits, name, &mut arguments)? => {}
            _ => take_file(&mut file, argument, "trace")?,
        }
    }
    let file = file.ok_or_else(|| usage("trace needs a FILE, or - for standard input"))?;
    Ok(Command::Trace {
        file,
        format,
        limits,
    })
}

/// Takes one of the limits with its number, if the option is one.
fn take_limit(
    limits: &mut Limits,
    name: &str,
    arguments: &mut impl Iterator<Item = OsString>,
) -> Result<bool, UsageError> {
    const NAMES: &[&str] = &[
        "--fuel",
        "--callbacks",
        "--recursion",
        "--memory",
        "--output",
    ];
    if !NAMES.contains(&name) {
        return Ok(false);
    }
    let number = arguments
        .next()
        .and_then(|number| number.to_str()?.parse::<u64>().ok())
        .filter(|&number| number > 0)
        .ok_or_else(|| usage(&format!("{name} needs a number from 1 on")))?;
    let size = usize::try_from(number).unwrap_or(usize::MAX);
    match name {
        "--fuel" => limits.fuel_max = number,
        "--callbacks" => limits.nested_fuel_max = number,
        "--recursion" => limits.recursion_max = size,
        "--memory" => limits.heap_bytes_max = size.saturating_mul(1 << 20),
        _ => limits.output_bytes_max = size,
    }
    Ok(true)
}

fn parse_batch(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, UsageError> {
    match arguments.next() {
        None => Ok(Command::Batch),
        Some(argument) if argument == "--help" || argument == "-h" => Ok(Command::Help),
        Some(_) => Err(usage(
            "batch takes no arguments: programs come on standard input",
        )),
    }
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
            world: World::default(),
            limits: Limits::default(),
        };
        let trace = |format| Command::Trace {
            file: file(),
            format,
            limits: Limits::default(),
        };
        check("run a.py", Ok(run(None)));
        check("run --report r.json a.py", Ok(run(Some("r.json"))));
        check("run a.py --report r.json", Ok(run(Some("r.json"))));
        check(
            "run -",
            Ok(Command::Run {
                file: Input::Stdin,
                report: None,
                world: World::default(),
                limits: Limits::default(),
            }),
        );
        check(
            "run a.py --signal SIGINT@2.5 --signal TERM@4 --latency 0.05 --bandwidth 1000 --web w.json",
            Ok(Command::Run {
                file: file(),
                report: None,
                world: World {
                    signals: vec![(2_500_000_000, 2), (4_000_000_000, 15)],
                    web: Some("w.json".into()),
                    latency_ns: 50_000_000,
                    bytes_per_second: 1000,
                },
                limits: Limits::default(),
            }),
        );
        check("trace a.py", Ok(trace(Format::Text)));
        check("trace --format json a.py", Ok(trace(Format::Json)));
        check("trace a.py --format perfetto", Ok(trace(Format::Perfetto)));
        check("trace --hash a.py", Ok(trace(Format::Hash)));
        let limits = Limits {
            fuel_max: 9,
            heap_bytes_max: 2 << 20,
            ..Limits::default()
        };
        check(
            "run --fuel 9 a.py --memory 2",
            Ok(Command::Run {
                file: file(),
                report: None,
                world: World::default(),
                limits,
            }),
        );
        check("batch", Ok(Command::Batch));
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
        check(
            "run a.py --signal SIGNOTHING@1",
            Err("--signal: can't read \"SIGNOTHING@1\""),
        );
        check("run a.py --latency", Err("--latency needs a value"));
        check("run", Err("run needs a FILE, or - for standard input"));
        check(
            "run a.py b.py",
            Err("run takes one FILE; \"b.py\" is one too many"),
        );
        check(
            "run --fast a.py",
            Err("run has no option --fast: loopscope --help lists them"),
        );
        check("run --fuel x a.py", Err("--fuel needs a number from 1 on"));
        check(
            "batch a.py",
            Err("batch takes no arguments: programs come on standard input"),
        );
        check("run a.py --report", Err("--report needs a file name"));
        check(
            "trace --format xml a.py",
            Err("unknown format \"xml\": text, json or perfetto"),
        );
    }
}
