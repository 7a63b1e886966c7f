//! Tells a step in words: from the events since it began, and their causes.

use loopscope_asyncio::lanes;
use loopscope_asyncio::trace::{Event, EventKind, FutureKind, TaskId, Waiting};
use loopscope_executor::EventId;
use loopscope_python::vm::{Stream, Vm};

use crate::goal::StepKind;
use crate::history::Stop;
use crate::messages;
use crate::simulator::Status;
use crate::world;

/// Sentences that are told of one step from its beginning, and from its end; between them the rest
/// is counted.
const FIRST_MAX: usize = 2;
const LAST_MAX: usize = 3;

/// Events that are told of a long step from its beginning, and from its end.
const TOLD_FIRST_MAX: u64 = 16;
const TOLD_LAST_MAX: u64 = 64;
/// Pieces of output behind the last event that are told.
const OUTPUTS_TOLD_MAX: usize = 16;

/// What one sentence says of its subject from the beginning, and from the end; between them the
/// rest is counted.
const FIRST_CLAUSES_MAX: usize = 3;
const LAST_CLAUSES_MAX: usize = 1;

/// How far back the setting of a timer is looked for, in events.
const LOOK_BACK_MAX: u64 = 10_000;

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
    if sentences.is_empty() {
        sentences.push(messages::BEHIND_THE_SCENES.to_owned());
    }
    sentences.join(" ")
}

/// Where the program is.
fn standing(vm: &Vm) -> String {
    match vm.place() {
        _ if vm.position() == 0 => messages::START.to_owned(),
        Some(place) => messages::is_at(
            &who(vm, world::current_task(vm).and_then(TaskId::new)),
            place.line,
        ),
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

/// A task by name; a thread, module code and callbacks where no task runs.
fn who(vm: &Vm, task: Option<TaskId>) -> String {
    match (task, lanes::running_thread(vm)) {
        (Some(task), _) => world::task_label(vm, task),
        (None, Some(thread)) => messages::thread(&thread),
        (None, None) if vm.depth() <= 1 => messages::MODULE.to_owned(),
        (None, None) => messages::CALLBACK.to_owned(),
    }
}

/// The sentences of one step, in order.
struct Telling<'v> {
    vm: &'v Vm,
    sentences: Vec<String>,
    /// Who the sentence under way is about: a task, or what runs outside of tasks.
    subject: Option<TaskId>,
    /// What that is called.
    outside: String,
    /// What it says of them so far; empty when no sentence is under way.
    clauses: Vec<String>,
}

impl<'v> Telling<'v> {
    fn of(vm: &'v Vm, stop: &Stop) -> Self {
        let mut telling = Self {
            vm,
            sentences: Vec::new(),
            subject: stop.task.and_then(TaskId::new),
            outside: outside_of_tasks(vm, stop),
            clauses: Vec::new(),
        };
        if let Some((line, _)) = stop.line.as_ref().filter(|_| is_by_line(stop.kind)) {
            telling.act(telling.subject, messages::runs_line(*line));
        }
        let mut n_told = stop.n_outputs;
        let trace = world::trace(vm);
        let n_events = trace.len() - stop.n_events;
        for event in trace.since(EventId(stop.n_events)) {
            let index = event.id.0 - stop.n_events;
            if (TOLD_FIRST_MAX..n_events.saturating_sub(TOLD_LAST_MAX)).contains(&index) {
                continue;
            }
            if index == n_events.saturating_sub(TOLD_LAST_MAX) && TOLD_FIRST_MAX < index {
                n_told = event.n_outputs as usize;
            }
            telling.outputs(n_told, event.n_outputs as usize);
            n_told = event.n_outputs as usize;
            telling.event(&event, stop.kind);
        }
        let from = n_told.max(vm.output.len().saturating_sub(OUTPUTS_TOLD_MAX));
        telling.outputs(from, vm.output.len());
        telling.end_sentence();
        telling
    }

    fn outputs(&mut self, from: usize, to: usize) {
        for output in self.vm.output.get(from..to).unwrap_or_default() {
            if !output.text.trim_end_matches('\n').is_empty() {
                let clause = match output.stream {
                    Stream::Stdout => messages::prints(&output.text),
                    Stream::Stderr => messages::prints_error(&output.text),
                };
                self.act(output.task.and_then(TaskId::new), clause);
            }
        }
    }

    /// Says what someone does: in the sentence under way if it is about them, else in a new one.
    fn act(&mut self, subject: Option<TaskId>, clause: String) {
        if self.subject != subject {
            self.end_sentence();
        }
        self.subject = subject;
        self.clauses.push(clause);
    }

    fn end_sentence(&mut self) {
        let mut clauses = std::mem::take(&mut self.clauses);
        let n_left_out = clauses
            .len()
            .saturating_sub(FIRST_CLAUSES_MAX + LAST_CLAUSES_MAX);
        if n_left_out > 1 {
            let more = messages::does_more(n_left_out);
            clauses.splice(FIRST_CLAUSES_MAX..FIRST_CLAUSES_MAX + n_left_out, [more]);
        }
        if let Some(clauses) = joined(&clauses) {
            let who = match self.subject {
                Some(task) => world::task_label(self.vm, task),
                None => self.outside.clone(),
            };
            self.sentences.push(format!("{who} {clauses}."));
        }
    }

    fn say(&mut self, sentence: String) {
        self.end_sentence();
        self.sentences.push(sentence);
    }

    fn event(&mut self, event: &Event, kind: StepKind) {
        let vm = self.vm;
        if subject_of(event).is_some_and(|task| world::is_internal(vm, task)) {
            return;
        }
        let label = |task| world::task_label(vm, task);
        let actor = event.task;
        match event.kind {
            EventKind::TaskCreated(task) => self.act(actor, messages::creates(&label(task))),
            EventKind::Turn {
                number,
                n_handles,
                n_fired,
            } if kind == StepKind::Turn => {
                self.say(messages::turn_begins(number, n_handles, n_fired));
            }
            EventKind::Advanced { from_ns } => {
                let why = why_there(vm, event);
                self.say(messages::clock_jumps(from_ns, event.clock_ns, &why));
            }
            EventKind::Run { task: None, .. } if kind == StepKind::Switch => {
                let is_timer = event.cause.and_then(|cause| world::trace(vm).get(cause));
                let is_timer = is_timer.is_some_and(|cause| is_timer_set(cause.kind));
                self.say(messages::callback_runs(is_timer));
            }
            EventKind::Run {
                task: Some(task), ..
            } => {
                let cause = world::reason(vm, event.cause).map(|cause| cause.kind);
                let is_first = matches!(cause, Some(EventKind::TaskCreated(_)));
                self.end_sentence();
                self.act(Some(task), messages::goes_on(is_first));
            }
            EventKind::Blocked { ns } => self.act(actor, messages::blocks(ns, event.line)),
            EventKind::Sent { what, port } => self.act(actor, messages::sends(what, port)),
            EventKind::Suspended(task, waiting) => {
                let other = match waiting {
                    Waiting::Task(other) => Some(label(other)),
                    Waiting::Future(FutureKind::Network) => world::awaited_of_network(vm, task),
                    _ => None,
                };
                self.act(Some(task), messages::suspends(waiting, other.as_deref()));
                self.end_sentence();
            }
            EventKind::FutureDone(of, outcome) => {
                if let Some(sentence) = messages::future_ends(of, outcome) {
                    self.say(sentence);
                }
            }
            EventKind::CancelRequested(task) => {
                self.act(actor, messages::cancel_requested(&label(task)));
            }
            EventKind::CancelDelivered(task) => {
                self.act(Some(task), messages::CANCEL_DELIVERED.to_owned());
            }
            EventKind::TaskDone(task, outcome) => {
                let detail = world::result_of(vm, task);
                let clause = messages::task_ends(outcome, detail.as_deref());
                self.act(Some(task), clause);
                self.end_sentence();
            }
            _ => {}
        }
    }
}

/// The task that an event is about.
fn subject_of(event: &Event) -> Option<TaskId> {
    match event.kind {
        EventKind::TaskCreated(task)
        | EventKind::Run {
            task: Some(task), ..
        }
        | EventKind::Suspended(task, _)
        | EventKind::CancelRequested(task)
        | EventKind::CancelDelivered(task)
        | EventKind::TaskDone(task, _) => Some(task),
        _ => event.task,
    }
}

fn is_timer_set(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Scheduled {
            deadline_ns: Some(_),
            ..
        }
    )
}

/// Who did in a step what no task did. Threads change within longer steps.
fn outside_of_tasks(vm: &Vm, stop: &Stop) -> String {
    match &stop.thread {
        Some(thread) if is_by_line(stop.kind) => messages::thread(thread),
        Some(_) => messages::SOME_THREAD.to_owned(),
        None if !is_by_line(stop.kind) && !lanes::threads(vm).is_empty() => {
            messages::SOME_THREAD.to_owned()
        }
        None => messages::MODULE.to_owned(),
    }
}

fn is_by_line(kind: StepKind) -> bool {
    matches!(
        kind,
        StepKind::Line | StepKind::Over | StepKind::Into | StepKind::Out
    )
}

/// Why the clock jumped to where it did: whose sleep ends there, and where it was set.
fn why_there(vm: &Vm, jump: &Event) -> String {
    let trace = world::trace(vm);
    let oldest = jump.id.0.saturating_sub(LOOK_BACK_MAX);
    let mut earlier = (oldest..jump.id.0)
        .rev()
        .filter_map(|id| trace.get(EventId(id)));
    // Sleepers of the same deadline are counted; the one that set its timer first wakes first.
    let mut first = None;
    let mut n_sleepers = 0;
    let mut timer = None;
    for event in &mut earlier {
        match event.kind {
            EventKind::Suspended(task, Waiting::Sleep { deadline_ns })
                if deadline_ns == jump.clock_ns =>
            {
                first = Some(task);
                n_sleepers += 1;
            }
            EventKind::Scheduled {
                deadline_ns: Some(deadline),
                ..
            } if deadline == jump.clock_ns => timer = Some(event.line),
            _ => {}
        }
    }
    let line = timer.unwrap_or(0);
    let cause = jump.cause.and_then(|cause| trace.get(cause));
    let is_arrival = cause.is_some_and(|cause| matches!(cause.kind, EventKind::Sent { .. }));
    match first {
        Some(task) => {
            let label = world::task_label(vm, task);
            messages::where_sleep_ends(&label, line, n_sleepers - 1)
        }
        None if timer.is_some() => messages::where_timer_is_due(line),
        None if is_arrival => messages::WHERE_DATA_ARRIVES.to_owned(),
        None => String::new(),
    }
}

/// `a, b and c`
fn joined(clauses: &[String]) -> Option<String> {
    match clauses {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}
