//! Threads that block: their frames leave the stack and come back.
//!
//! One thread runs at a time, on the stack of whoever let it run. It begins with a native frame of
//! its own; when it blocks, everything from that frame up is put aside.

use std::hash::{Hash, Hasher};

use super::flow::Next;
use super::{Frame, Return, Vm};
use crate::native::PyResult;
use crate::object::{Marks, Value};

/// The frames of a thread that is blocked.
#[derive(Clone, Debug)]
pub(super) struct Detached {
    /// The thread's own native frame first.
    pub(super) frames: Vec<Frame>,
    /// Their registers.
    pub(super) registers: Vec<Value>,
    /// What becomes of the result of the call that blocks.
    ret: Return,
}

impl Detached {
    /// The registers of a frame that are in use.
    fn live_registers(&self, frame: &Frame) -> &[Value] {
        let start = (frame.base - self.frames[0].base) as usize;
        let depths = &frame.unit.code.depth;
        let depth_at = |ip: u32| {
            depths
                .get(ip as usize)
                .map_or(0, |&depth| usize::from(depth))
        };
        let depth = depth_at(frame.ip).max(depth_at(frame.current_ip()));
        let end = (start + depth).min(self.registers.len());
        &self.registers[start.min(end)..end]
    }

    /// Shows every value that the frames keep alive.
    pub(super) fn trace(&self, marks: &mut Marks) {
        for frame in &self.frames {
            marks.unit(&frame.unit);
            marks.id(frame.globals.id());
            for held in [frame.handled, frame.generator].into_iter().flatten() {
                marks.id(held.id());
            }
            if let Some(native) = &frame.native {
                native.trace(marks);
            }
            if let Return::Init(_, instance) = frame.ret {
                marks.id(instance.id());
            }
            marks.values(self.live_registers(frame));
        }
    }

    /// Feeds the state to the hash of the whole machine.
    pub(super) fn hash(&self, hasher: &mut impl Hasher) {
        for frame in &self.frames {
            (frame.ip, frame.base, frame.globals, frame.handled).hash(hasher);
            self.live_registers(frame).hash(hasher);
        }
    }
}

impl Vm {
    /// The place of the frame with which the running thread began.
    fn thread_floor(&self) -> Option<usize> {
        self.frames.iter().rposition(|frame| {
            let native = frame.native.as_ref();
            native.is_some_and(|native| native.is_thread())
        })
    }

    /// Whether the running thread can be put aside: it began with a frame of its own, and no native
    /// function waits in Rust for one of its calls.
    pub fn can_detach(&self) -> bool {
        self.thread_floor().is_some_and(|floor| {
            let mut own = self.frames[floor + 1..].iter();
            own.all(|frame| !matches!(frame.ret, Return::Exit))
        })
    }

    /// Puts the running thread aside.
    pub(super) fn detach(&mut self, thread: u64, ret: Return) -> PyResult<Next> {
        let floor = self
            .thread_floor()
            .expect("the caller has asked `can_detach`");
        let top = self.top() as usize;
        let frames = self.frames.split_off(floor);
        let base = frames[0].base as usize;
        let registers = self.stack[base.min(self.stack.len())..top.min(self.stack.len())].to_vec();
        let outer = frames[0].ret;
        let detached = Detached {
            frames,
            registers,
            ret,
        };
        let place = self.threads.partition_point(|&(other, _)| other < thread);
        self.threads.insert(place, (thread, detached));
        self.deliver(outer, Value::None)?;
        Ok(Next::Switch)
    }

    /// Lets a thread go on that was put aside; `ret` tells what becomes of the result of its own
    /// frame.
    pub(super) fn attach(&mut self, thread: u64, ret: Return) -> PyResult<Next> {
        let place = self.threads.iter().position(|&(other, _)| other == thread);
        let place = place.expect("only a thread that was put aside goes on");
        let (_, mut detached) = self.threads.remove(place);
        let base = self.top();
        let was = detached.frames[0].base;
        for frame in &mut detached.frames {
            frame.base = frame.base - was + base;
        }
        detached.frames[0].ret = ret;
        let start = base as usize;
        let end = start + detached.registers.len();
        if self.stack.len() < end {
            self.stack.resize(end, Value::Unbound);
        }
        self.stack[start..end].copy_from_slice(&detached.registers);
        self.frames.append(&mut detached.frames);
        self.deliver(detached.ret, Value::None)?;
        Ok(Next::Switch)
    }
}
