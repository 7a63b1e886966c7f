//! The one place where the loop decides.

use std::sync::Arc;

/// The decisions recorded for a run, and how many were asked for so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Choices {
    /// Shared, so that a clone of the executor costs nothing for a long record.
    recorded: Arc<[u32]>,
    /// How often there was something to choose; may exceed the length of the record.
    n_made: u64,
}

impl Choices {
    /// Replaces the record; decisions already made are not made again.
    pub(crate) fn set(&mut self, recorded: Vec<u32>) {
        self.recorded = recorded.into();
    }

    pub(crate) fn recorded(&self) -> &[u32] {
        &self.recorded
    }

    pub(crate) fn n_made(&self) -> u64 {
        self.n_made
    }

    /// Decides which of `n_candidates` comes next: the recorded one, or else the first (FIFO).
    ///
    /// The only place where the loop decides anything. A single candidate is no choice and is not
    /// counted.
    pub(crate) fn choose(&mut self, n_candidates: usize) -> usize {
        debug_assert!(n_candidates > 0, "a choice among nothing");
        if n_candidates == 1 {
            return 0;
        }
        let recorded = usize::try_from(self.n_made)
            .ok()
            .and_then(|i| self.recorded.get(i));
        self.n_made += 1;
        recorded.map_or(0, |&choice| (choice as usize).min(n_candidates - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The decisions for a row of numbers of candidates.
    fn check(recorded: &[u32], n_candidates: &[usize], expected: &[usize]) {
        let mut choices = Choices::default();
        choices.set(recorded.to_vec());
        let made: Vec<_> = n_candidates.iter().map(|&n| choices.choose(n)).collect();
        assert_eq!(made, expected, "{recorded:?} for {n_candidates:?}");
    }

    #[test]
    fn decisions() {
        check(&[], &[3, 2, 1], &[0, 0, 0]);
        check(&[2, 1], &[3, 2], &[2, 1]);
        check(&[2, 1], &[3, 1, 2, 5], &[2, 0, 1, 0]); // one candidate takes nothing from the record
        check(&[9, u32::MAX], &[3, 2], &[2, 1]); // out of range: the last
    }
}
