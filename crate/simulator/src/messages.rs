//! Every sentence about a run, in one place: the caption, the screen reader's text, the transcript.
//!
//! Sentences are in the present tense, times in seconds, tasks by name with their coroutine.

use loopscope_asyncio::trace::{FutureKind, Outcome, Transfer, Waiting};

/// Virtual time as a reader writes it: `0 s`, `1.5 s`, `0.001 s`.
pub(crate) fn seconds(ns: u64) -> String {
    let (whole, rest) = (ns / 1_000_000_000, ns % 1_000_000_000);
    if rest == 0 {
        return format!("{whole} s");
    }
    let digits = format!("{rest:09}");
    format!("{whole}.{} s", digits.trim_end_matches('0'))
}

/// A task's name with its coroutine's.
pub(crate) fn task(name: &str, coroutine: &str) -> String {
    if coroutine.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({coroutine})")
    }
}

pub(crate) const MODULE: &str = "The module";
pub(crate) const SOME_THREAD: &str = "A thread";
pub(crate) const CALLBACK: &str = "A callback";

pub(crate) fn thread(name: &str) -> String {
    format!("Thread {name}")
}

pub(crate) const START: &str = "The program has not started yet.";

pub(crate) fn is_at(who: &str, line: u32) -> String {
    format!("{who} is at line {line}.")
}

pub(crate) fn in_the_loop(clock_ns: u64) -> String {
    format!("The event loop is at {}.", seconds(clock_ns))
}

// What someone does, behind their name

pub(crate) fn runs_line(line: u32) -> String {
    format!("runs line {line}")
}

pub(crate) fn prints(text: &str) -> String {
    format!("prints {}", quoted(text))
}

pub(crate) fn prints_error(text: &str) -> String {
    format!("writes {} to standard error", quoted(text))
}

/// A short quotation of output: its first line.
fn quoted(text: &str) -> String {
    const CHARS_MAX: usize = 60;
    let line = text.trim_end_matches('\n');
    let first = line.lines().next().unwrap_or("");
    let mut short: String = first.chars().take(CHARS_MAX).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    format!("“{short}”")
}

pub(crate) fn does_more(n_left_out: usize) -> String {
    format!("does {} more", count(n_left_out as u64, "thing"))
}

pub(crate) fn creates(created: &str) -> String {
    format!("creates {created}")
}

pub(crate) fn turn_begins(number: u64, n_handles: u32, n_fired: u32) -> String {
    let handles = count(u64::from(n_handles), "handle");
    match n_fired {
        0 => format!("Turn {number} of the loop begins with {handles}."),
        1 if n_handles == 1 => {
            format!("Turn {number} of the loop begins with {handles}, a timer that is due.")
        }
        _ => format!(
            "Turn {number} of the loop begins with {handles}, of which {n_fired} {} due.",
            if n_fired == 1 {
                "timer is"
            } else {
                "timers are"
            }
        ),
    }
}

pub(crate) fn clock_jumps(from_ns: u64, to_ns: u64, why: &str) -> String {
    format!(
        "Nothing is ready, so the clock jumps from {} to {}{why}.",
        seconds(from_ns),
        seconds(to_ns)
    )
}

pub(crate) fn where_sleep_ends(whose: &str, line: u32, n_others: usize) -> String {
    let set = set_at(line);
    match n_others {
        0 => format!(", where {whose}'s sleep ends{set}"),
        _ => format!(
            ", where {whose}'s sleep ends{set} and {} more",
            count(n_others as u64, "sleep")
        ),
    }
}

pub(crate) fn where_timer_is_due(line: u32) -> String {
    format!(", where a timer is due{}", set_at(line))
}

fn set_at(line: u32) -> String {
    match line {
        0 => String::new(),
        _ => format!(" (set at line {line})"),
    }
}

pub(crate) fn blocks(ns: u64, line: u32) -> String {
    format!(
        "blocks the event loop for {}{}, where no other task can run",
        seconds(ns),
        at(line)
    )
}

pub(crate) fn sends(what: Transfer, port: u16) -> String {
    let to = match port {
        0 => String::new(),
        _ => format!(" to port {port}"),
    };
    match what {
        Transfer::Connection => format!("asks for a connection{to}"),
        Transfer::Bytes(n) => format!("sends {}{to}", count(u64::from(n), "byte")),
        Transfer::End => format!("says{to} that it sends no more"),
    }
}

pub(crate) fn caused_by_transfer(what: Transfer, line: u32) -> String {
    let what = match what {
        Transfer::Connection => "a connection was asked for",
        Transfer::Bytes(_) => "data was sent",
        Transfer::End => "the other end closed",
    };
    format!("{what}{}", at(line))
}

pub(crate) const WHERE_DATA_ARRIVES: &str = ", where something arrives over the network";

pub(crate) fn goes_on(is_first: bool) -> String {
    if is_first { "begins" } else { "goes on" }.to_owned()
}

pub(crate) fn callback_runs(is_timer: bool) -> String {
    if is_timer {
        "A timer fires."
    } else {
        "The event loop runs a callback."
    }
    .to_owned()
}

pub(crate) fn suspends(waiting: Waiting, other: Option<&str>) -> String {
    format!("suspends: it {}", waits(waiting, other))
}

/// What a suspended task does, behind "it".
pub(crate) fn waits(waiting: Waiting, other: Option<&str>) -> String {
    match waiting {
        Waiting::Step => "lets the others run and is ready again".to_owned(),
        Waiting::Sleep {
            deadline_ns: u64::MAX,
        } => "sleeps for ever".to_owned(),
        Waiting::Sleep { deadline_ns } => format!("sleeps until {}", seconds(deadline_ns)),
        Waiting::Task(_) | Waiting::Future(_) => format!("waits for {}", awaited(waiting, other)),
    }
}

/// What a task waits for, as a noun; `other` is the awaited task, or what is awaited of the
/// network.
pub(crate) fn awaited(waiting: Waiting, other: Option<&str>) -> String {
    let noun = match waiting {
        Waiting::Step => "its turn",
        Waiting::Sleep {
            deadline_ns: u64::MAX,
        } => "the end of time",
        Waiting::Sleep { deadline_ns } => return format!("{}", Until(deadline_ns)),
        Waiting::Task(_) => other.unwrap_or("another task"),
        Waiting::Future(FutureKind::Network) => other.unwrap_or(future(FutureKind::Network)),
        Waiting::Future(kind) => future(kind),
    };
    noun.to_owned()
}

struct Until(u64);

impl std::fmt::Display for Until {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} on the clock", seconds(self.0))
    }
}

/// What a future stands for, as a noun.
pub(crate) fn future(kind: FutureKind) -> &'static str {
    match kind {
        FutureKind::Plain => "a future",
        FutureKind::Sleep => "the end of a sleep",
        FutureKind::Gather => "all that it gathers",
        FutureKind::Lock => "a lock",
        FutureKind::Event => "an event",
        FutureKind::Condition => "a condition's notification",
        FutureKind::Semaphore => "a semaphore",
        FutureKind::QueueGet => "an item in a queue",
        FutureKind::QueuePut => "room in a queue",
        FutureKind::TaskGroup => "the tasks of its group",
        FutureKind::Wait => "the first of what it waits for",
        FutureKind::CancelAndWait => "the end of what it cancelled",
        FutureKind::Shield => "what it shields",
        FutureKind::Thread => "a function in another thread",
        FutureKind::Network => "the network",
    }
}

pub(crate) fn task_ends(outcome: Outcome, detail: Option<&str>) -> String {
    match (outcome, detail) {
        (Outcome::Result, None | Some("None")) => "is done".to_owned(),
        (Outcome::Result, Some(value)) => format!("is done: it returns {value}"),
        (Outcome::Exception, None) => "fails".to_owned(),
        (Outcome::Exception, Some(exception)) => format!("fails with {exception}"),
        (Outcome::Cancelled, _) => "is cancelled".to_owned(),
    }
}

pub(crate) fn future_ends(kind: FutureKind, outcome: Outcome) -> Option<String> {
    let what = match kind {
        FutureKind::Plain => "A future",
        FutureKind::Gather => "What is gathered",
        FutureKind::Thread => "A function in another thread",
        // The rest shows as the task that goes on.
        _ => return None,
    };
    Some(match outcome {
        Outcome::Result => format!("{what} is done."),
        Outcome::Exception => format!("{what} fails."),
        Outcome::Cancelled => format!("{what} is cancelled."),
    })
}

pub(crate) fn cancel_requested(whose: &str) -> String {
    format!("asks for the cancellation of {whose}")
}

pub(crate) const CANCEL_DELIVERED: &str = "gets a CancelledError";

/// Of a step in which nothing happened that is the program's own.
pub(crate) const BEHIND_THE_SCENES: &str = "asyncio does work of its own.";

pub(crate) fn and_more(n: usize) -> String {
    format!("… {} later:", count(n as u64, "event"))
}

pub(crate) fn ends(code: i32, clock_ns: u64) -> String {
    let at = seconds(clock_ns);
    match code {
        0 => format!("The program ends at {at}."),
        _ => format!("The program ends at {at} with exit status {code}."),
    }
}

pub(crate) const STALLED: &str = "Nothing can ever happen again: every task waits for another.";

pub(crate) fn limit(words: &str) -> String {
    format!("The simulator stops the program: {words}.")
}

pub(crate) const OUTPUT_LIMIT: &str = "it printed too much";
pub(crate) const FUEL_LIMIT: &str = "it ran for too long";
pub(crate) const NESTED_LIMIT: &str = "a built-in function ran for too long";

// What handles do, and why they are ready

pub(crate) fn first_step(coroutine: &str) -> String {
    format!("begins {coroutine}()")
}

pub(crate) fn step(coroutine: &str) -> String {
    format!("goes on in {coroutine}()")
}

pub(crate) const STEP_WITH_ERROR: &str = "goes on with an error";
pub(crate) const END_OF_SLEEP: &str = "a sleep ends";
pub(crate) const END_OF_THREAD: &str = "a function in a thread has ended";
pub(crate) const GATHER_COUNTS: &str = "gather() counts one that is done";
pub(crate) const STOP: &str = "the loop stops";

pub(crate) fn callback(function: &str) -> String {
    format!("calls {function}")
}

pub(crate) fn caused_by_creation(line: u32) -> String {
    format!("created{}", at(line))
}

pub(crate) fn caused_by_future(kind: FutureKind) -> String {
    match kind {
        FutureKind::Sleep => "its sleep ended".to_owned(),
        kind => format!("got {}", future(kind)),
    }
}

pub(crate) fn caused_by_task(task: &str, outcome: Outcome) -> String {
    match outcome {
        Outcome::Result => format!("{task} is done"),
        Outcome::Exception => format!("{task} failed"),
        Outcome::Cancelled => format!("{task} was cancelled"),
    }
}

pub(crate) const CAUSED_BY_YIELD: &str = "it let the others run";

pub(crate) fn caused_by_cancel(line: u32) -> String {
    format!("cancelled{}", at(line))
}

pub(crate) fn caused_at(line: u32) -> String {
    format!("scheduled{}", at(line))
}

fn at(line: u32) -> String {
    match line {
        0 => String::new(),
        _ => format!(" at line {line}"),
    }
}

/// `1 handle`, `2 handles`
fn count(n: u64, noun: &str) -> String {
    match n {
        1 => format!("1 {noun}"),
        _ => format!("{n} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_short() {
        assert_eq!(seconds(0), "0 s");
        assert_eq!(seconds(1_500_000_000), "1.5 s");
        assert_eq!(seconds(1), "0.000000001 s");
    }

    #[test]
    fn output_is_quoted_by_its_first_line() {
        assert_eq!(prints("a\n"), "prints “a”");
        assert_eq!(prints("a\nb\n"), "prints “a…”");
        assert_eq!(
            prints(&"x".repeat(70)),
            format!("prints “{}…”", "x".repeat(60))
        );
    }
}
