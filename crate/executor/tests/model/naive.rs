//! What the executor must do, in the plainest words: lists that are searched and sorted each time.

use crate::pair::Seen;

/// A handle; its name is the number of handles made before it.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) name: u32,
    pub(crate) deadline: u64,
    pub(crate) lateness: u64,
    pub(crate) cancelled: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    pub(crate) now: u64,
    pub(crate) turn: u64,
    /// The turn's handles, those of the next turn, and those that wait for their deadlines.
    pub(crate) current: Vec<Item>,
    pub(crate) next: Vec<Item>,
    pub(crate) timers: Vec<Item>,
    pub(crate) choices: Vec<u32>,
    pub(crate) n_choices: usize,
}

impl Model {
    pub(crate) fn add_timer(&mut self, timer: Item) {
        self.timers.push(timer);
        self.timers
            .sort_by_key(|timer| (timer.deadline, timer.name));
    }

    pub(crate) fn cancel(&mut self, name: u32) -> bool {
        let n_timers = self.timers.len();
        self.timers.retain(|timer| timer.name != name);
        let mut ready = self.current.iter_mut().chain(&mut self.next);
        let found = ready.find(|item| item.name == name && !item.cancelled);
        let found = found.map(|item| item.cancelled = true);
        self.drop_cancelled();
        found.is_some() || self.timers.len() < n_timers
    }

    pub(crate) fn step(&mut self) -> Seen {
        self.drop_cancelled();
        if self.current.len() > 1 {
            let recorded = self
                .choices
                .get(self.n_choices)
                .map_or(0, |&choice| choice as usize);
            self.n_choices += 1;
            let item = self.current.remove(recorded.min(self.current.len() - 1));
            return Seen::Run(item.name, item.lateness, self.turn);
        } else if let Some(item) = self.current.pop() {
            return Seen::Run(item.name, item.lateness, self.turn);
        }
        match self.timers.first() {
            None if self.next.is_empty() => Seen::Idle,
            Some(timer) if self.next.is_empty() && self.now < timer.deadline => {
                Seen::Advanced(std::mem::replace(&mut self.now, timer.deadline), self.now)
            }
            _ => self.begin_turn(),
        }
    }

    pub(crate) fn begin_turn(&mut self) -> Seen {
        let due = self
            .timers
            .extract_if(.., |timer| timer.deadline <= self.now);
        let due = due.map(|timer| Item {
            lateness: self.now - timer.deadline,
            ..timer
        });
        let fired: Vec<Item> = due.collect();
        self.turn += 1;
        self.current.append(&mut self.next);
        self.current.extend_from_slice(&fired);
        self.drop_cancelled();
        Seen::Turn(self.turn, self.current.len(), fired.len())
    }

    /// An exception left the loop.
    pub(crate) fn abandon_turn(&mut self) {
        self.next.splice(..0, self.current.drain(..));
    }

    fn drop_cancelled(&mut self) {
        self.current.retain(|item| !item.cancelled);
    }
}
