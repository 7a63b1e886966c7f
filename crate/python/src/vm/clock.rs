//! The virtual clock: integer nanoseconds since the start.

use super::Vm;
use crate::native::{Flow, PyResult};
use crate::object::Value;

/// 2026-01-01T00:00:00Z, the moment at which the clock starts, in nanoseconds since 1970.
pub const EPOCH_NS: u64 = 1_767_225_600 * NS_PER_S;

/// Nanoseconds in a second.
pub const NS_PER_S: u64 = 1_000_000_000;

/// Looks at a standing clock that are free; busy waiting beyond them makes the clock move.
const FREE_READS: u32 = 10_000;

/// How far each further look moves the clock.
const BUSY_STEP_NS: u64 = 1_000_000;

/// How often a program has looked at the clock since it moved.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct ClockReads {
    n: u32,
    /// The time at which they were counted.
    at_ns: u64,
}

impl Vm {
    /// Reads the clock for the program, in nanoseconds since the start.
    ///
    /// A program that does nothing but look at the clock waits for it to move; so after many looks
    /// it does.
    pub fn read_clock(&mut self) -> u64 {
        if self.clock_reads.at_ns != self.clock_ns {
            self.clock_reads.n = 0;
        }
        self.clock_reads.n = self.clock_reads.n.saturating_add(1);
        if self.clock_reads.n > FREE_READS {
            self.clock_ns += BUSY_STEP_NS;
        }
        self.clock_reads.at_ns = self.clock_ns;
        self.clock_ns
    }

    /// A delay in seconds as nanoseconds, to the nearest; `None` for infinity.
    ///
    /// # Errors
    ///
    /// `TypeError` if the value is no real number, `ValueError` for NaN.
    pub fn seconds_to_ns(&mut self, seconds: Value) -> PyResult<Option<i128>> {
        if let Some(int) = self.to_bigint(seconds) {
            let limit = i128::from(i64::MAX) * i128::from(NS_PER_S);
            let ns = int
                .to_i64()
                .map(|int| i128::from(int) * i128::from(NS_PER_S));
            return Ok(ns.filter(|ns| ns.abs() <= limit));
        }
        let float = self.to_float(seconds)?;
        if float.is_nan() {
            return Err(self.value_error("Invalid value NaN (not a number)"));
        }
        if float.is_infinite() {
            return Ok(None);
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "saturates far beyond the clock"
        )]
        let ns = (float * 1e9).round_ties_even() as i128;
        Ok(Some(ns))
    }

    /// Lets so much time pass while the running code stands still, as `time.sleep` does.
    ///
    /// # Errors
    ///
    /// What the embedder's way of blocking raises.
    pub fn block_flow(&mut self, ns: u64) -> PyResult<Flow> {
        match self.host.as_ref().and_then(|host| host.blocker()) {
            Some(block) => block(self, ns),
            None => {
                self.clock_ns = self.clock_ns.saturating_add(ns);
                Ok(Flow::Return(Value::None))
            }
        }
    }
}
