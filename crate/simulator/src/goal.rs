//! Step kinds: where a step goes to, as a question to the machine between two instructions.

use loopscope_python::vm::Vm;

use crate::world::{self, Progress};

/// Where one step goes to. The end of the program is a stop for every kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// The next source line, whichever task runs it.
    Line,
    /// The next line of this task at this depth or above, across its awaits.
    Over,
    /// The next line of this task at any depth; from module level, of any task.
    Into,
    /// The next line of this task above this depth.
    Out,
    /// The start of the next handle.
    Switch,
    /// The start of the loop's next turn.
    Turn,
    /// The next move of the clock.
    Tick,
    /// The next piece of output.
    Output,
    /// The end of the program.
    End,
}

impl StepKind {
    /// All kinds, in the order in which front ends list them.
    pub const ALL: [Self; 9] = [
        Self::Line,
        Self::Over,
        Self::Into,
        Self::Out,
        Self::Switch,
        Self::Turn,
        Self::Tick,
        Self::Output,
        Self::End,
    ];

    /// The kind's name, as front ends spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Over => "over",
            Self::Into => "into",
            Self::Out => "out",
            Self::Switch => "switch",
            Self::Turn => "turn",
            Self::Tick => "tick",
            Self::Output => "output",
            Self::End => "end",
        }
    }

    /// Finds a kind by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A step kind together with where the step began: what `over` and its like are relative to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Goal {
    pub(crate) kind: StepKind,
    task: Option<u64>,
    depth: usize,
}

impl Goal {
    pub(crate) fn new(kind: StepKind, vm: &Vm) -> Self {
        Self {
            kind,
            task: world::current_task(vm),
            depth: vm.depth().max(1), // after the end as at module level
        }
    }

    /// Whether only the end stops a step, so that nothing need be looked at on the way.
    pub(crate) fn is_end(self) -> bool {
        self.kind == StepKind::End
    }

    /// Whether a step forward stops here; `before` is the progress one instruction ago.
    pub(crate) fn is_reached(self, vm: &Vm, before: Progress) -> bool {
        match self.kind {
            StepKind::Over | StepKind::Into | StepKind::Out => {
                vm.at_line_start() && (self.is_own_line(vm) || self.is_task_over(vm))
            }
            _ => self.is_stop(vm, before),
        }
    }

    /// Whether a step backward may stop here. Differs from the way forward in that the task that is
    /// left by going back in time is not over.
    pub(crate) fn is_stop(self, vm: &Vm, before: Progress) -> bool {
        let now = || world::progress(vm);
        match self.kind {
            StepKind::Line => vm.at_line_start(),
            StepKind::Over | StepKind::Into | StepKind::Out => {
                vm.at_line_start() && self.is_own_line(vm)
            }
            StepKind::Switch => now().handles != before.handles,
            StepKind::Turn => now().turns != before.turns,
            StepKind::Tick => now().ticks != before.ticks,
            StepKind::Output => now().outputs != before.outputs,
            StepKind::End => false,
        }
    }

    fn is_own_line(self, vm: &Vm) -> bool {
        let is_same_task = world::current_task(vm) == self.task;
        match self.kind {
            StepKind::Over => is_same_task && vm.depth() <= self.depth,
            StepKind::Out => is_same_task && vm.depth() < self.depth,
            // Module code and callbacks have no task of their own to stay in.
            _ => is_same_task || self.task.is_none(),
        }
    }

    /// Whether the task that the step began in will never run again.
    fn is_task_over(self, vm: &Vm) -> bool {
        self.task.is_some_and(|task| world::is_done(vm, task))
    }
}
