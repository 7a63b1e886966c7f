//! The executor and the model, driven together and compared after each operation.

use loopscope_executor::{EventId, Executor, HandleId, Origin, Step};

use crate::naive::{Item, Model};

/// What a program can do to the loop. Handles are meant by a number modulo how many there are.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    Soon,
    /// Sets a timer that many nanoseconds from 2 before now.
    At(u64),
    Cancel(u32),
    /// Cancels the next timer and makes another handle ready instead.
    Wake,
    Block(u64),
    Step,
    BeginTurn,
    AbandonTurn,
    Clear,
    Choose(Vec<u32>),
}

/// What a step shows, with names for handles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    /// Number, handles, fired timers.
    Turn(u64, usize, usize),
    /// Name, lateness, turn.
    Run(u32, u64, u64),
    /// From, to.
    Advanced(u64, u64),
    Idle,
}

/// The executor and the model side by side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    pub(crate) executor: Executor<u32>,
    pub(crate) model: Model,
    /// The executor's ids by the model's names.
    ids: Vec<HandleId>,
}

impl Pair {
    /// Does the same to both, checks that both agree, and tells what was seen.
    pub(crate) fn apply(&mut self, op: &Op) -> Option<Seen> {
        let before = self.executor.now();
        let seen = match op {
            Op::Soon => self.soon(),
            Op::At(from_2_before) => self.at((self.model.now + from_2_before).saturating_sub(2)),
            Op::Cancel(number) => number
                .checked_rem(self.n_made())
                .and_then(|name| self.cancel(name)),
            Op::Wake => {
                let next = self.model.timers.first().map(|timer| timer.name);
                next.and_then(|name| {
                    self.cancel(name);
                    self.soon()
                })
            }
            Op::Block(ns) => {
                self.executor.advance_by(*ns);
                self.model.now += ns;
                None
            }
            Op::Step => Some(self.step()),
            Op::BeginTurn => {
                let step = self.executor.begin_turn();
                Some(agree(&step, &self.model.begin_turn()))
            }
            Op::AbandonTurn => {
                self.executor.abandon_turn();
                self.model.abandon_turn();
                None
            }
            Op::Clear => {
                self.executor.clear();
                self.model.current.clear();
                self.model.next.clear();
                self.model.timers.clear();
                None
            }
            Op::Choose(choices) => {
                self.executor.set_choices(choices.clone());
                self.model.choices.clone_from(choices);
                None
            }
        };
        assert!(before <= self.executor.now(), "the clock went back");
        self.check_views();
        seen
    }

    fn soon(&mut self) -> Option<Seen> {
        let item = self.item(0);
        let cause = EventId(u64::from(item.name));
        self.ids.push(self.executor.call_soon(item.name, cause));
        self.model.next.push(item);
        None
    }

    fn at(&mut self, deadline: u64) -> Option<Seen> {
        let item = self.item(deadline);
        let cause = EventId(u64::from(item.name));
        self.ids
            .push(self.executor.call_at(deadline, item.name, cause));
        self.model.add_timer(item);
        None
    }

    fn item(&self, deadline: u64) -> Item {
        Item {
            name: self.n_made(),
            deadline,
            lateness: 0,
            cancelled: false,
        }
    }

    pub(crate) fn n_made(&self) -> u32 {
        u32::try_from(self.ids.len()).expect("programs are short")
    }

    fn cancel(&mut self, name: u32) -> Option<Seen> {
        let payload = self.executor.cancel(self.ids[name as usize]);
        assert_eq!(payload, self.model.cancel(name).then_some(name));
        None
    }

    fn step(&mut self) -> Seen {
        let step = self.executor.step();
        if let Step::Run(handle) = &step {
            assert_eq!(self.ids[handle.payload as usize], handle.id);
            assert_eq!(handle.cause, EventId(u64::from(handle.payload)));
            assert_eq!(
                self.executor.get(handle.id),
                None,
                "what runs no longer waits"
            );
        }
        agree(&step, &self.model.step())
    }

    /// Steps until nothing happens any more; both must agree on that, too.
    pub(crate) fn drain(&mut self) -> Vec<Seen> {
        let trace: Vec<_> = std::iter::repeat_with(|| self.step())
            .take_while(|seen| *seen != Seen::Idle)
            .collect();
        self.check_views();
        assert_eq!(self.executor.payloads().count(), 0);
        trace
    }

    pub(crate) fn check_views(&self) {
        let (executor, model) = (&self.executor, &self.model);
        let ready = model
            .current
            .iter()
            .chain(&model.next)
            .filter(|item| !item.cancelled);
        assert!(
            executor
                .ready()
                .map(|handle| handle.payload)
                .eq(ready.clone().map(|item| item.name))
        );
        assert!(
            executor
                .ready()
                .map(|handle| lateness(handle.origin))
                .eq(ready.map(|item| item.lateness))
        );
        let n_turn = model.current.len();
        assert!(
            executor
                .ready()
                .take(n_turn)
                .all(|handle| handle.turn == model.turn)
        );
        assert!(
            executor
                .ready()
                .skip(n_turn)
                .all(|handle| handle.turn == model.turn + 1)
        );
        let timers = executor
            .timers()
            .map(|handle| (handle.payload, handle.origin));
        assert!(timers.eq(model.timers.iter().map(|timer| {
            (
                timer.name,
                Origin::Timer {
                    deadline: timer.deadline,
                    lateness: 0,
                },
            )
        })));
        assert_eq!(executor.ready_len(), executor.ready().count());
        assert_eq!(executor.timers_len(), model.timers.len());
        assert_eq!(
            executor.next_deadline(),
            model.timers.first().map(|timer| timer.deadline)
        );
        assert_eq!(
            executor.payloads().count(),
            executor.ready_len() + executor.timers_len()
        );
        assert_eq!((executor.now(), executor.turn()), (model.now, model.turn));
        assert_eq!(
            (executor.turn_remaining(), executor.at_turn_boundary()),
            (n_turn, n_turn == 0)
        );
        assert_eq!(executor.choices_made(), model.n_choices as u64);
        for handle in executor.ready().chain(executor.timers()) {
            assert_eq!(executor.get(handle.id), Some(handle));
        }
    }
}

fn lateness(origin: Origin) -> u64 {
    match origin {
        Origin::Soon => 0,
        Origin::Timer { lateness, .. } => lateness,
    }
}

fn agree(step: &Step<u32>, expected: &Seen) -> Seen {
    let seen = match *step {
        Step::Turn {
            number,
            n_handles,
            n_fired,
        } => Seen::Turn(number, n_handles, n_fired),
        Step::Run(ref handle) => Seen::Run(handle.payload, lateness(handle.origin), handle.turn),
        Step::Advanced { from, to } => Seen::Advanced(from, to),
        Step::Idle => Seen::Idle,
    };
    assert_eq!(seen, *expected);
    seen
}
