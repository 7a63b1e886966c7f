//! A deterministic event loop on a virtual clock: the one of Python's asyncio, with time taken out
//! of the weather.
//!
//! The [`Executor`] is generic over its payload and runs nothing by itself. It says what comes
//! next, and the embedder does it. It needs no threads, no I/O and no real time, so the same
//! history gives the same steps on every machine.
//!
//! # A tutorial
//!
//! Let the payload be a name. Two handles are ready at once, one waits for its time. Each carries
//! the id of the event that caused it, so that later we can say why it ran; here event 0 is the
//! start of the program.
//!
//! ```
//! use loopscope_executor::{EventId, Executor, Origin, Step};
//!
//! let start = EventId(0);
//! let mut executor = Executor::new();
//! executor.call_at(1_000, "alarm", start);
//! executor.call_soon("tea", start);
//! executor.call_soon("toast", start);
//! ```
//!
//! The loop works in turns. A turn fixes what it runs when it begins:
//!
//! ```
//! # use loopscope_executor::{EventId, Executor, Origin, Step};
//! # let start = EventId(0);
//! # let mut executor = Executor::new();
//! # executor.call_at(1_000, "alarm", start);
//! # executor.call_soon("tea", start);
//! # executor.call_soon("toast", start);
//! assert_eq!(executor.step(), Step::Turn { number: 1, n_handles: 2, n_fired: 0 });
//!
//! let Step::Run(tea) = executor.step() else { unreachable!() };
//! assert_eq!((tea.payload, tea.turn, tea.cause), ("tea", 1, start));
//!
//! // Now "tea" runs, which is event 1. What it queues is ready, but not before the next turn.
//! executor.call_soon("milk", EventId(1));
//! assert_eq!((executor.ready_len(), executor.turn_remaining()), (2, 1));
//!
//! let Step::Run(toast) = executor.step() else { unreachable!() };
//! assert_eq!(toast.payload, "toast");
//! assert!(executor.at_turn_boundary());
//!
//! assert_eq!(executor.step(), Step::Turn { number: 2, n_handles: 1, n_fired: 0 });
//! let Step::Run(milk) = executor.step() else { unreachable!() };
//! assert_eq!((milk.payload, milk.turn, milk.cause), ("milk", 2, EventId(1)));
//!
//! // Nothing is ready, so the clock jumps; nobody waits for it.
//! assert_eq!(executor.step(), Step::Advanced { from: 0, to: 1_000 });
//! assert_eq!(executor.step(), Step::Turn { number: 3, n_handles: 1, n_fired: 1 });
//! let Step::Run(alarm) = executor.step() else { unreachable!() };
//! assert_eq!(alarm.origin, Origin::Timer { deadline: 1_000, lateness: 0 });
//! assert_eq!(executor.step(), Step::Idle);
//! ```
//!
//! An embedder is a loop around [`Executor::step`]. This one counts down, one number a second, and
//! a clone taken in the middle is a snapshot from which the run can go on again:
//!
//! ```
//! use loopscope_executor::{EventId, Executor, Step};
//!
//! const SECOND: u64 = 1_000_000_000;
//!
//! fn run(executor: &mut Executor<u32>, output: &mut Vec<(u64, u32)>, steps_max: usize) {
//!     for event in 1..=steps_max as u64 {
//!         match executor.step() {
//!             Step::Run(handle) => {
//!                 output.push((executor.now() / SECOND, handle.payload));
//!                 if let Some(less) = handle.payload.checked_sub(1) {
//!                     executor.call_at(executor.now() + SECOND, less, EventId(event));
//!                 }
//!             }
//!             Step::Turn { .. } | Step::Advanced { .. } => {}
//!             Step::Idle => break,
//!         }
//!     }
//! }
//!
//! let mut executor = Executor::new();
//! executor.call_soon(3, EventId(0));
//! let mut output = Vec::new();
//! run(&mut executor, &mut output, 4);
//! assert_eq!(output, [(0, 3)]);
//!
//! let snapshot = executor.clone();
//! run(&mut executor, &mut output, usize::MAX);
//! assert_eq!(output, [(0, 3), (1, 2), (2, 1), (3, 0)]);
//!
//! let mut again = Vec::new();
//! run(&mut snapshot.clone(), &mut again, usize::MAX);
//! assert_eq!(again, output[1..]);
//! ```
//!
//! Payloads can be anything, such as functions. `Clone`, `Debug`, `Eq` and `Hash` hold for the
//! executor wherever they hold for the payload:
//!
//! ```
//! use loopscope_executor::{EventId, Executor, Step};
//!
//! struct Callback(fn(&mut Executor<Callback>) -> &'static str);
//!
//! let mut executor = Executor::new();
//! executor.call_soon(Callback(|executor| {
//!     executor.advance_by(5); // a blocking call
//!     "blocked"
//! }), EventId(0));
//! let mut said = Vec::new();
//! loop {
//!     match executor.step() {
//!         Step::Run(handle) => said.push((handle.payload.0)(&mut executor)),
//!         Step::Idle => break,
//!         Step::Turn { .. } | Step::Advanced { .. } => {}
//!     }
//! }
//! assert_eq!((said, executor.now()), (vec!["blocked"], 5));
//! ```

// As in the machine: compiled for size, and what is hot for speed.
#![cfg_attr(engine, feature(optimize_attribute))]

mod choices;
mod executor;
mod handle;
mod ready;
mod slots;
mod step;
mod timers;

pub use executor::Executor;
pub use handle::{Cause, EventId, Handle, HandleId, Nanos, Origin};
pub use step::Step;
