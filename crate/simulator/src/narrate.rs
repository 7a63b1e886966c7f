//! Tells a step in words: from the events since it began, and their causes.

use loopscope_asyncio::trace::{Event, EventKind, TaskId, Waiting};
use loopscope_executor::EventId;
use loopscope_python::vm::{Output, Stream, Vm};

use crate::goal::StepKind;
use crate::history::Stop;
use crate::messages;
use crate::simulator::Status;
use crate::world;

/// Sentences that are told of one step from its beginning, and from its end; between them the rest
/// is counted.
const FIRST_MAX: usize = 2;
const LAST_MAX: usize = 3;

/// How far back the setting of a timer is looked for, in events.
const LOOK_BACK_MAX: u64 = 100_000;

/// What the last step did, or where the program is if no step led here.
pub(crate) fn sentence(vm: &Vm, last: Option<&Stop>, status: Status) -> String {
    let Some(stop) = last else {
        return match ending(vm, status) {
            Some(end) => end,
            None => standing(vm),
        };
    };
    let mut sentences = Telling::of(vm, stop).sentences;
    let n_last = sentences.len().min(LAST_MAX);
    if sentences.len() > FIRST_MAX + n_last {
        let n_left_out = sentences.len() - FIRST_MAX - n_last;
        let and_more = messages::and_more(n_left_out);
        sentences.splice(FIRST_MAX..FIRST_MAX + n_left_out, [and_more]);
    }
    sentences.extend(ending(vm, status));
    sentences.join(" ")
}

/// Where the program is.
fn standing(vm: &Vm) -> String {
    match vm.place() {
        _ if vm.position() == 0 => messages::START.to_owned(),
        Some(place) => messages::is_at(&who(vm, world::current_task(vm)), place.line),
        None => messages::in_the_loop(vm.clock_ns),
    }
}

/// How the program ended.
fn ending(vm: &Vm, status: Status) -> Option<String> {
    let end = vm.exit_status()?;
    Some(match status {
        Status::Stalled => messages::STALLED.to_owned(),
        Status::Limit => messages::limit(world::limit_words(end.halt.as_ref())),
        _ => messages::ends(end.code, vm.clock_ns),
    })
}

/// A task by name; module code and callbacks where no task runs.
fn who(vm: &Vm, task: Option<u64>) -> String {
    match task {
        Some(task) => world::task_label(vm, TaskId(task)),
        None if vm.depth() <= 1 => messages::MODULE.to_owned(),
        None => messages::CALLBACK.to_owned(),
    }
}

/// The sentences of one step, in order.
struct Telling<'v> {
    vm: &'v Vm,
    sentences: Vec<String>,
    /// The task of the line that the step began with, and what its sentence says so far.
    line: Option<(Option<u64>, Vec<String>)>,
}

impl<'v> Telling<'v> {
    fn of(vm: &'v Vm, stop: &Stop) -> Self {
        let mut telling = Self {
            vm,
            sentences: Vec::new(),
            line: telling_line(vm, stop),
        };
        let mut outputs = vm.output.iter().skip(stop.n_outputs).peekable();
        for event in world::trace(vm).since(EventId(stop.n_events)) {
            // Output has no events of its own; what was printed before an event is of another time
            // or of the task that ran before.
            while let Some(output) = outputs.next_if(|output| is_before(output, event)) {
                telling.output(output);
            }
            telling.event(event, stop.kind);
        }
        for output in outputs {
            telling.output(output);
        }
        telling.end_line();
        telling
    }

    fn output(&mut self, output: &Output) {
        let words = match output.stream {
            Stream::Stdout => messages::prints(&output.text),
            Stream::Stderr => messages::prints_error(&output.text),
        };
        if output.text.trim_end_matches('\n').is_empty() {
            return;
        }
        self.add(output.task, words);
    }

    /// Adds what a task does to the sentence of its line, or makes a sentence of it.
    fn add(&mut self, task: Option<u64>, words: String) {
        match &mut self.line {
            Some((of, clauses)) if *of == task => clauses.push(words),
            _ => {
                let who = who_did(self.vm, task);
                self.sentences.push(format!("{who} {words}."));
            }
        }
    }

    fn end_line(&mut self) {
        if let Some((_, clauses)) = self.line.take() {
            self.sentences.insert(0, format!("{}.", joined(&clauses)));
        }
    }

    fn say(&mut self, sentence: String) {
        self.end_line_before();
        self.sentences.push(sentence);
    }

    /// The line's sentence comes first, whatever else is told.
    fn end_line_before(&mut self) {
        if self.sentences.is_empty() {
            self.end_line();
        }
    }

    fn event(&mut self, event: &Event, kind: StepKind) {
        let vm = self.vm;
        let label = |task| world::task_label(vm, task);
        match event.kind {
            EventKind::TaskCreated(task) => {
                self.add(
                    event.task.map(|task| task.0),
                    messages::creates(&label(task)),
                );
            }
            EventKind::Turn {
                number,
                n_handles,
                n_fired,
            } if matches!(kind, StepKind::Turn | StepKind::Switch) => {
                self.say(messages::turn_begins(number, n_handles, n_fired));
            }
            EventKind::Advanced { from_ns } => {
                let why = why_there(vm, event);
                self.say(messages::clock_jumps(from_ns, event.clock_ns, &why));
            }
            EventKind::Run { task: None, .. } if kind == StepKind::Switch => {
                self.say(messages::callback_runs());
            }
            EventKind::Run {
                task: Some(task), ..
            } => self.say(messages::goes_on(&label(task), None)),
            EventKind::Blocked { ns } => {
                let who = who_did(vm, event.task.map(|task| task.0));
                self.say(messages::clock_is_moved(&who, ns, event.line));
            }
            EventKind::Suspended(task, waiting) => {
                let other = match waiting {
                    Waiting::Task(other) => Some(label(other)),
                    _ => None,
                };
                let why = messages::waits(waiting, other.as_deref());
                self.say(messages::suspends(&label(task), &why));
            }
            EventKind::FutureDone(of, outcome) => {
                if let Some(sentence) = messages::future_ends(of, outcome) {
                    self.say(sentence);
                }
            }
            EventKind::CancelRequested(task) => {
                let who = who_did(vm, event.task.map(|task| task.0));
                self.say(messages::cancel_requested(&who, &label(task)));
            }
            EventKind::CancelDelivered(task) => self.say(messages::cancel_delivered(&label(task))),
            EventKind::TaskDone(task, outcome) => {
                let detail = world::result_of(vm, task);
                self.say(messages::task_ends(
                    &label(task),
                    outcome,
                    detail.as_deref(),
                ));
            }
            _ => {}
        }
    }
}

/// The beginning of the sentence about the line that a step by lines began with.
fn telling_line(vm: &Vm, stop: &Stop) -> Option<(Option<u64>, Vec<String>)> {
    let is_by_line = matches!(
        stop.kind,
        StepKind::Line | StepKind::Over | StepKind::Into | StepKind::Out
    );
    let (line, _) = stop.line.as_ref().filter(|_| is_by_line)?;
    let who = who_did(vm, stop.task);
    Some((stop.task, vec![messages::runs_line(&who, *line)]))
}

/// Who did something in the past: the machine's depth now says nothing about it.
fn who_did(vm: &Vm, task: Option<u64>) -> String {
    match task {
        Some(task) => world::task_label(vm, TaskId(task)),
        None => messages::MODULE.to_owned(),
    }
}

fn is_before(output: &Output, event: &Event) -> bool {
    let is_same_task = output.task == event.task.map(|task| task.0);
    output.clock_ns < event.clock_ns || !is_same_task
}

/// Why the clock jumped to where it did: whose sleep ends there, and where it was set.
fn why_there(vm: &Vm, jump: &Event) -> String {
    let trace = world::trace(vm);
    let oldest = jump.id.0.saturating_sub(LOOK_BACK_MAX);
    let mut earlier = (oldest..jump.id.0)
        .rev()
        .filter_map(|id| trace.get(EventId(id)));
    // The last words of the first sleeper tell the line; sleepers of the same deadline are counted.
    let mut first: Option<(TaskId, u32)> = None;
    let mut n_sleepers = 0;
    let mut timer: Option<u32> = None;
    for event in &mut earlier {
        match event.kind {
            EventKind::Suspended(task, Waiting::Sleep { deadline_ns })
                if deadline_ns == jump.clock_ns =>
            {
                first = Some((task, event.line));
                n_sleepers += 1;
            }
            EventKind::Scheduled {
                deadline_ns: Some(deadline),
                ..
            } if deadline == jump.clock_ns => timer = Some(event.line),
            _ => {}
        }
    }
    match (first, timer) {
        (Some((task, line)), _) => {
            let label = world::task_label(vm, task);
            messages::where_sleep_ends(&label, line, n_sleepers - 1)
        }
        (None, Some(line)) => messages::where_timer_is_due(line),
        (None, None) => String::new(),
    }
}

/// `a, b and c`
fn joined(clauses: &[String]) -> String {
    match clauses {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
