//! Going back, and jumping: by replay from the nearest keyframe, never by undoing.

use loopscope_python::vm::Vm;

use crate::goal::{Goal, StepKind};
use crate::history::Moment;
use crate::simulator::{Input, Pending, Simulator, Status};
use crate::world;

/// A replay to a known position.
#[derive(Clone, Debug)]
pub(crate) struct Jump {
    /// What was asked for, so that the same call goes on and another begins anew.
    wanted: Wanted,
    target: u64,
    vm: Vm,
}

/// What a call asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Back(StepKind),
    Position(u64),
}

/// A search for the last stop of a kind before the origin: segment by segment between keyframes,
/// from the last segment to the first, each replayed from its start to its end.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    goal: Goal,
    origin: Moment,
    /// Where the segment under replay begins and ends.
    start: u64,
    end: u64,
    /// The machine that replays it.
    vm: Vm,
    /// The last stop seen in it.
    found: Option<u64>,
}

impl Simulator {
    /// Goes back: to where the last step began if it was of this kind, else to the previous stop of
    /// this kind; the start of the program is a stop of every kind.
    ///
    /// After [`Status::Running`] the same call goes on. Until it is done, the machine shows the
    /// place
    /// it comes from.
    pub fn back(&mut self, kind: StepKind, fuel: u64) -> Status {
        let mut fuel = fuel;
        match &self.pending {
            Some(Pending::Search(search)) if search.goal.kind == kind => {}
            Some(Pending::Jump(jump)) if jump.wanted == Wanted::Back(kind) => {}
            _ => {
                self.settle();
                self.begin_back(kind);
            }
        }
        self.continue_search(&mut fuel);
        self.continue_jump(fuel);
        self.status()
    }

    /// Goes to the position `position`, or to the end if that comes first.
    ///
    /// After [`Status::Running`] the same call goes on.
    pub fn seek(&mut self, position: u64, fuel: u64) -> Status {
        let wanted = Wanted::Position(position);
        match &self.pending {
            Some(Pending::Jump(jump)) if jump.wanted == wanted => {}
            _ => {
                self.settle();
                let here = Moment::of(&self.vm);
                if position == here.position || (here.has_ended && here.position < position) {
                    return self.status();
                }
                self.begin_jump(wanted, position);
            }
        }
        self.continue_jump(fuel);
        self.status()
    }

    fn begin_back(&mut self, kind: StepKind) {
        let origin = Moment::of(&self.vm);
        if let Some(last) = self.stops.last_at(origin)
            && last.kind == kind
        {
            let target = last.from.position;
            self.begin_jump(Wanted::Back(kind), target);
            return;
        }
        // The end may follow the instruction before it at the same position.
        let end = origin.position + u64::from(origin.has_ended);
        let segment = self.keyframes.before(end);
        let Some(segment) = segment.filter(|_| kind != StepKind::End) else {
            if origin != Moment::at(0) {
                self.begin_jump(Wanted::Back(kind), 0);
            }
            return;
        };
        self.pending = Some(Pending::Search(Box::new(Search {
            goal: Goal::new(kind, &self.vm),
            origin,
            start: segment.position(),
            end: origin.position,
            vm: segment.clone(),
            found: None,
        })));
    }

    fn begin_jump(&mut self, wanted: Wanted, target: u64) {
        let here = Moment::of(&self.vm);
        let keyframe = self.keyframes.at_or_before(target);
        let is_nearer = keyframe.position() <= here.position && here < Moment::at(target);
        let vm = if is_nearer { &self.vm } else { keyframe }.clone();
        self.pending = Some(Pending::Jump(Box::new(Jump { wanted, target, vm })));
    }

    /// Searches on; what is found becomes the target of a jump.
    fn continue_search(&mut self, fuel: &mut u64) {
        let Some(Pending::Search(mut search)) = self.pending.take_if(|it| it.is_search()) else {
            return;
        };
        while search.replay(&self.inputs, fuel) {
            let wanted = Wanted::Back(search.goal.kind);
            if let Some(target) = search.found {
                self.begin_jump(wanted, target);
                return;
            }
            let Some(segment) = self.keyframes.before(search.start) else {
                self.begin_jump(wanted, 0);
                return;
            };
            search.end = search.start;
            search.start = segment.position();
            search.vm = segment.clone();
        }
        self.pending = Some(Pending::Search(search));
    }

    /// Replays on; at the target the replayed machine becomes the machine.
    fn continue_jump(&mut self, fuel: u64) {
        let Some(Pending::Jump(mut jump)) = self.pending.take_if(|it| it.is_jump()) else {
            return;
        };
        let limit = jump.vm.position().saturating_add(fuel);
        while jump.vm.position() < jump.target && jump.vm.exit_status().is_none() {
            let position = jump.vm.position();
            if limit <= position {
                self.pending = Some(Pending::Jump(jump));
                return;
            }
            let next_keyframe = self.keyframes.next_wanted(&jump.vm);
            let until = limit.min(jump.target).min(next_keyframe.max(position + 1));
            world::run(&mut jump.vm, &self.inputs, until - position);
            self.keyframes.offer(&jump.vm);
        }
        self.vm = jump.vm;
        self.stops.forget_behind(Moment::of(&self.vm));
    }
}

impl Search {
    /// Replays to the end of the segment; `false` if the fuel ran out before.
    fn replay(&mut self, inputs: &[Input], fuel: &mut u64) -> bool {
        let mut before = world::progress(&self.vm);
        while self.vm.position() < self.end && self.vm.exit_status().is_none() {
            if *fuel == 0 {
                return false;
            }
            *fuel -= 1;
            world::run(&mut self.vm, inputs, 1);
            if Moment::of(&self.vm) < self.origin && self.goal.is_stop(&self.vm, before) {
                self.found = Some(self.vm.position());
            }
            before = world::progress(&self.vm);
        }
        true
    }
}

impl Pending {
    fn is_search(&self) -> bool {
        matches!(self, Self::Search(_))
    }

    fn is_jump(&self) -> bool {
        matches!(self, Self::Jump(_))
    }
}
