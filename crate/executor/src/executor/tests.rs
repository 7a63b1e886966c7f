//! Tables: a script, and the trace it leaves.

use std::fmt::Write as _;

use crate::{EventId, Executor, HandleId, Origin, Step};

/// Runs a script and then the loop until it is idle, and compares the trace.
///
/// Script: `a` call soon · `a@5` call at 5 · `-a` cancel · `+3` block · `.` step until something
/// runs · `!` begin a turn · `~` abandon the turn. Trace: `|2` turn 2 · `a` runs · `a+3` runs 3
/// late · `>5` the clock jumps to 5.
fn check(script: &'static str, expected: &str) {
    let mut executor = Executor::new();
    let mut ids: Vec<(&str, HandleId)> = Vec::new();
    let mut trace = String::new();
    for word in script.split_whitespace() {
        let number = |digits: &str| digits.parse().expect("a number");
        if word == "." {
            while !matches!(step(&mut executor, &mut trace), Step::Run(_) | Step::Idle) {}
        } else if word == "!" {
            let turn = executor.begin_turn();
            write(&turn, &mut trace);
        } else if word == "~" {
            executor.abandon_turn();
        } else if let Some(name) = word.strip_prefix('-') {
            let (_, id) = ids.iter().rfind(|(made, _)| *made == name).expect("a name");
            executor.cancel(*id);
        } else if let Some(ns) = word.strip_prefix('+') {
            executor.advance_by(number(ns));
        } else if let Some((name, deadline)) = word.split_once('@') {
            ids.push((name, executor.call_at(number(deadline), name, EventId(0))));
        } else {
            ids.push((word, executor.call_soon(word, EventId(0))));
        }
    }
    while step(&mut executor, &mut trace) != Step::Idle {}
    assert_eq!(trace.trim_end(), expected, "{script}");
}

fn step(executor: &mut Executor<&'static str>, trace: &mut String) -> Step<&'static str> {
    let step = executor.step();
    write(&step, trace);
    step
}

fn write(step: &Step<&str>, trace: &mut String) {
    match step {
        Step::Turn { number, .. } => write!(trace, "|{number} "),
        Step::Run(handle) => match handle.origin {
            Origin::Timer { lateness, .. } if lateness > 0 => {
                write!(trace, "{}+{lateness} ", handle.payload)
            }
            Origin::Timer { .. } | Origin::Soon => write!(trace, "{} ", handle.payload),
        },
        Step::Advanced { to, .. } => write!(trace, ">{to} "),
        Step::Idle => Ok(()),
    }
    .expect("a string takes everything");
}

#[test]
fn order() {
    check("", "");
    check("a b c", "|1 a b c");
    check("a . b c", "|1 a |2 b c");
    check("a b . c", "|1 a b |2 c");
    // Timers: by deadline, then by creation; the clock jumps once for equal deadlines.
    check("a@5 b@3 c@5 d@3", ">3 |1 b d >5 |2 a c");
    check("a@0 b", "|1 b a");
    // What is due joins behind what is ready, and nothing joins a turn under way.
    check("a@5 x y . +5 z", "|1 x y |2 z a");
}

#[test]
fn lateness() {
    check("a@5 +5", "|1 a");
    check("a@5 b@7 c@9 +8", "|1 a+3 b+1 >9 |2 c");
    check("+8 a@5", "|1 a+3");
    // The clock moves in mid-turn: the timer is noticed when the next turn begins.
    check("a@1 x y . +4 . +4", "|1 x y |2 a+7");
}

#[test]
fn cancelling() {
    check("a b c -b", "|1 a c");
    check("a@1 b@2 -a", ">2 |1 b");
    check("a@1 -a", "");
    // A cancelled handle keeps the loop from waiting in the turn it would have run in, as in
    // CPython.
    check("a -a b@1", "|1 >1 |2 b");
    // In the turn under way: the first, the middle, the last.
    check("a b c . -b", "|1 a c");
    check("a b c d . -c", "|1 a b d");
    check("a b . -b c", "|1 a |2 c");
    check("a b . -b c -c d@1", "|1 a |2 >1 |3 d");
    // Twice, and after it ran.
    check("a b -a -a", "|1 b");
    check("a . -a b", "|1 a |2 b");
    // A timer that has fired is ready, and no timer any more.
    check("x a@1 b@1 c@1 +1 . -b", "|1 x a c");
}

#[test]
fn stopping() {
    // A turn without waiting is empty where nothing is ready.
    check("a@5 !", "|1 >5 |2 a");
    check("a b@0 c@5 !", "|1 a b >5 |2 c");
    // An exception leaves the loop in mid-turn: the rest runs first in the next turn.
    check("a b c . d ~", "|1 a |2 b c d");
    check("a b c . d -b !", "|1 a |2 c d");
    check("a b@0 c@0 . d ~ e@0 -b", "|1 a |2 c d e");
}

#[test]
fn places_of_the_cancelled_are_used_again() {
    let mut executor = Executor::new();
    executor.call_at(1_000, "stays", EventId(0));
    for _ in 0..100 {
        let timer = executor.call_at(1, "timer", EventId(0));
        executor.cancel(timer);
        let soon = executor.call_soon("soon", EventId(0));
        executor.call_soon("runs", EventId(0));
        executor.cancel(soon);
        while !matches!(executor.step(), Step::Run(_)) {}
    }
    assert_eq!(executor.slots.n_places(), 3);
}
