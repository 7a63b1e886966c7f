//! asyncio on the executor and the machine: loops, handles, futures, tasks, and what is built on
//! them.
//!
//! The loop is a native frame on the machine's own stack ([`new_vm`] installs it all): each turn,
//! each move of the clock and each start of a handle is an instruction of its own, so a debugger
//! can stop between any two. What is hot is written in Rust; the rest is Python, compiled by the
//! engine when `asyncio` is imported (`py/`).

// As in the machine: compiled for size, and what is hot for speed.
#![cfg_attr(engine, feature(optimize_attribute))]
#![expect(
    clippy::unnecessary_wraps,
    reason = "native functions have one signature"
)]

mod base_events;
mod base_futures;
mod classes;
mod contextvars;
mod coroutines;
mod eager;
mod events;
mod foreign;
mod format_helpers;
mod functions;
mod future_methods;
mod futures;
mod gather;
mod host;
mod joining;
pub mod lanes;
mod locks;
mod loop_methods;
mod module;
mod network;
mod queues;
mod report;
mod run;
pub mod signals;
mod stall;
mod task_methods;
mod tasks;
mod threads;
pub mod trace;
pub mod views;
mod workers;

use loopscope_python::vm::{Options, Vm};

pub use base_events::{EventLoop, Payload};
pub use host::{Asyncio, End, Progress, Remains, TaskRecord, find as asyncio_of};
pub use network::Settings;
pub use tasks::Name;

/// Makes a machine that has asyncio.
pub fn new_vm(options: Options, settings: Settings) -> Vm {
    let mut vm = Vm::new(options);
    let mut asyncio = Asyncio::default();
    for &(ns, number) in &settings.signals {
        asyncio.signals.send_at(ns, number);
    }
    asyncio.settings = settings.into();
    vm.host = Some(Box::new(asyncio));
    vm
}
