//! How a generator's frame goes to sleep and wakes.

use std::rc::Rc;

use super::{Frame, Return, Vm};
use crate::code::Op;
use crate::object::{GeneratorState, ObjId, Object, Value};

impl Vm {
    /// Resumes a generator for its next value if that is all there is to do: it sleeps at a
    /// `yield`, and nothing is to be noted. Whether it was done.
    #[inline(always)]
    pub(super) fn push_sleeping(&mut self, id: ObjId, ret: Return) -> bool {
        let base = self.top();
        let Object::Generator(generator) = self.heap.get_mut(id) else {
            return false;
        };
        let unit = &generator.unit;
        if generator.state != GeneratorState::Suspended
            || !unit.ends_silently
            || self.frames.len() >= self.options.recursion_max
        {
            return false;
        }
        let Some(saved) = &generator.frame else {
            return false;
        };
        let Some(&Op::Yield { dst, .. }) = unit.code.ops.get(saved.ip as usize - 1) else {
            return false;
        };
        let start = base as usize;
        let end = start + usize::from(unit.n_registers);
        if self.stack.len() < end {
            self.stack.resize(end, Value::Unbound);
        }
        let window = &mut self.stack.as_mut_slice()[start..end];
        window[..saved.registers.len()].copy_from_slice(&saved.registers);
        window[usize::from(dst)] = Value::None;
        self.frames.push(Frame {
            unit: Rc::clone(unit),
            ip: saved.ip,
            base,
            globals: saved.globals,
            handled: saved.handled,
            generator: Some(id.into()),
            ret,
            native: None,
        });
        generator.state = GeneratorState::Running;
        true
    }

    /// Lays the registers of a sleeping frame on the stack. Their place in the generator is kept
    /// for the next time it suspends.
    #[inline(always)]
    pub(super) fn wake(&mut self, id: ObjId, ret: Return) {
        let base = self.top();
        let Object::Generator(generator) = self.heap.get_mut(id) else {
            unreachable!("expected a generator")
        };
        generator.state = GeneratorState::Running;
        let Some(frame) = &generator.frame else {
            unreachable!("a sleeping generator has its frame")
        };
        let start = base as usize;
        let end = start + usize::from(generator.unit.n_registers);
        if self.stack.len() < end {
            self.stack.resize(end, Value::Unbound);
        }
        self.stack[start..start + frame.registers.len()].copy_from_slice(&frame.registers);
        self.frames.push(Frame {
            unit: Rc::clone(&generator.unit),
            ip: frame.ip,
            base,
            globals: frame.globals,
            handled: frame.handled,
            generator: Some(id.into()),
            ret,
            native: None,
        });
    }

    /// Takes the generator's frame off the stack.
    #[inline(always)]
    pub(super) fn suspend(&mut self) -> Return {
        let frame = self.frames.pop().expect("a generator suspends");
        let id = frame.generator.expect("only generators suspend").id();
        let start = frame.base as usize;
        let end = start + frame.unit.live_at(frame.ip);
        let Object::Generator(generator) = self.heap.get_mut(id) else {
            unreachable!("expected a generator")
        };
        let Some(saved) = &mut generator.frame else {
            unreachable!("a generator that has not ended keeps the place of its frame")
        };
        saved.ip = frame.ip;
        saved.handled = frame.handled;
        let registers = &self.stack[start..end];
        if saved.registers.len() == registers.len() {
            saved.registers.copy_from_slice(registers);
        } else {
            saved.registers.clear();
            saved.registers.extend_from_slice(registers);
        }
        generator.state = GeneratorState::Suspended;
        if !generator.unit.ends_silently {
            self.fragile.insert(id);
        }
        let ret = frame.ret;
        frame.end();
        ret
    }
}
