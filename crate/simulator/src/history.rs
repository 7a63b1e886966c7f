//! Time travel: snapshots to replay from, and the stops that a way back leads over.

use std::rc::Rc;

use loopscope_python::vm::Vm;

use crate::goal::StepKind;

/// Replaying from one keyframe to the next costs about this many times what a clone costs.
const REPLAY_PER_CLONE: u64 = 20;

/// What cloning one place of the heap costs, in instructions.
const INSTRUCTIONS_PER_SLOT: u64 = 4;

/// What keyframes may hold in all, as far as counted.
const KEYFRAME_BYTES_MAX: usize = 96 << 20;

/// Stops that are remembered; beyond, the older half is forgotten and only found by searching.
const STOPS_MAX: usize = 100_000;

/// A snapshot.
#[derive(Clone, Debug)]
struct Keyframe {
    position: u64,
    size_bytes: usize,
    vm: Vm,
}

/// Snapshots by position. The first is the start of the program and stays.
///
/// A keyframe never holds a machine that has come to its end: the end has the same position as the
/// instruction that leads to it, and replaying must pass that.
#[derive(Clone, Debug)]
pub(crate) struct Keyframes {
    frames: Vec<Keyframe>,
    /// How many times wider than wanted the frames are spaced, doubled with each thinning.
    widening: u64,
}

impl Keyframes {
    pub(crate) fn new(start: Vm) -> Self {
        let size_bytes = size_of_snapshot(&start);
        Self {
            frames: vec![Keyframe {
                position: start.position(),
                size_bytes,
                vm: start,
            }],
            widening: 1,
        }
    }

    /// The start of the program.
    pub(crate) fn start(&self) -> &Vm {
        &self.frames[0].vm
    }

    /// The last snapshot at a position or before.
    pub(crate) fn at_or_before(&self, position: u64) -> &Vm {
        let after = self
            .frames
            .partition_point(|frame| frame.position <= position);
        &self.frames[after.max(1) - 1].vm
    }

    /// The last snapshot before a position, if there is one.
    pub(crate) fn before(&self, position: u64) -> Option<&Vm> {
        let after = self
            .frames
            .partition_point(|frame| frame.position < position);
        Some(&self.frames[after.checked_sub(1)?].vm)
    }

    /// Drops every snapshot behind a position: another future begins there.
    pub(crate) fn forget_behind(&mut self, position: u64) {
        self.frames.retain(|frame| frame.position <= position);
    }

    /// The position behind which the next snapshot is wanted.
    pub(crate) fn next_wanted(&self, vm: &Vm) -> u64 {
        let last = self.frames.last().map_or(0, |frame| frame.position);
        let clone_cost = vm.heap.n_slots() as u64 * INSTRUCTIONS_PER_SLOT;
        last.saturating_add(clone_cost * REPLAY_PER_CLONE * self.widening)
    }

    /// Takes a snapshot if it is worth its while.
    pub(crate) fn offer(&mut self, vm: &Vm) {
        if vm.position() < self.next_wanted(vm) || vm.exit_status().is_some() {
            return;
        }
        self.frames.push(Keyframe {
            position: vm.position(),
            size_bytes: size_of_snapshot(vm),
            vm: vm.clone(),
        });
        self.thin();
    }

    /// Drops every second snapshot, the start and the newest not, until they fit.
    fn thin(&mut self) {
        while self.size_bytes() > KEYFRAME_BYTES_MAX && self.frames.len() > 2 {
            let last = self.frames.len() - 1;
            let mut index = 0;
            self.frames.retain(|_| {
                let keep = index % 2 == 0 || (index == last && last > 2);
                index += 1;
                keep
            });
            self.widening *= 2;
        }
    }

    fn size_bytes(&self) -> usize {
        self.frames.iter().map(|frame| frame.size_bytes).sum()
    }
}

/// Bytes that a clone takes, roughly: the machine's own count of its heap, and its tables.
fn size_of_snapshot(vm: &Vm) -> usize {
    vm.heap.size_bytes() + vm.heap.n_slots() * 64 + vm.output.len() * 64
}

/// A point of the run. The end may have the same position as the instruction that leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    pub(crate) position: u64,
    pub(crate) has_ended: bool,
}

impl Moment {
    /// Where a machine is.
    pub(crate) fn of(vm: &Vm) -> Self {
        Self {
            position: vm.position(),
            has_ended: vm.exit_status().is_some(),
        }
    }

    /// The point before the instruction at a position.
    pub(crate) fn at(position: u64) -> Self {
        Self {
            position,
            has_ended: false,
        }
    }
}

/// Where a step began: what to go back to, and what to tell of it.
#[derive(Clone, Debug)]
pub(crate) struct Stop {
    /// What sort of step it was.
    pub(crate) kind: StepKind,
    /// Where it began.
    pub(crate) from: Moment,
    /// Where it ended.
    pub(crate) to: Moment,
    /// The number of events before it.
    pub(crate) n_events: u64,
    /// The number of pieces of output before it.
    pub(crate) n_outputs: usize,
    /// The line that it began with, and the function that the line belongs to.
    pub(crate) line: Option<(u32, Rc<str>)>,
    /// The task that ran then.
    pub(crate) task: Option<u64>,
    /// The thread that ran then, unless it was the main one.
    pub(crate) thread: Option<String>,
}

/// The steps made so far, in order: each begins where the one before ended or behind it.
#[derive(Clone, Debug)]
pub(crate) struct Stops {
    stops: Vec<Stop>,
    n_forgotten: usize,
}

impl Stops {
    pub(crate) fn new() -> Self {
        Self {
            stops: Vec::new(),
            n_forgotten: 0,
        }
    }

    pub(crate) fn push(&mut self, stop: Stop) {
        debug_assert!(
            self.stops.last().is_none_or(|last| last.to <= stop.from),
            "steps that a jump back undid are forgotten"
        );
        if self.stops.len() == STOPS_MAX {
            self.stops.drain(..STOPS_MAX / 2);
            self.n_forgotten += STOPS_MAX / 2;
        }
        self.stops.push(stop);
    }

    /// The last step, if it ended here.
    pub(crate) fn last_at(&self, moment: Moment) -> Option<&Stop> {
        self.stops.last().filter(|stop| stop.to == moment)
    }

    /// Forgets every step that ended later.
    pub(crate) fn forget_behind(&mut self, moment: Moment) {
        let kept = self.stops.partition_point(|stop| stop.to <= moment);
        self.stops.truncate(kept);
        if self.stops.is_empty() {
            self.n_forgotten = 0;
        }
    }

    /// How many steps led here.
    pub(crate) fn len(&self) -> usize {
        self.n_forgotten + self.stops.len()
    }
}
