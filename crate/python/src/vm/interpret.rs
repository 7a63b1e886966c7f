//! The dispatch loop: the only place where Python code runs.
//!
//! Long because it is one `match`; what is more than a few lines is a call.

use std::rc::Rc;

use super::flow::Next;
use super::{Return, Vm};
use crate::code::{BinaryOp, CompareOp, Op};
use crate::native::{PyResult, Resume};
use crate::object::{Dict, Iter, ObjId, Object, Value, classes};

/// Small integers and floats compared without a call; `None` for everything else.
#[inline(always)]
fn compare_immediate(op: CompareOp, a: Value, b: Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(match op {
            CompareOp::Lt => a < b,
            CompareOp::Le => a <= b,
            CompareOp::Eq | CompareOp::Is => a == b,
            CompareOp::Ne | CompareOp::IsNot => a != b,
            CompareOp::Gt => a > b,
            CompareOp::Ge => a >= b,
            CompareOp::In | CompareOp::NotIn => return None,
        }),
        #[expect(clippy::float_cmp, reason = "Python's `==` is exact")]
        (Value::Float(a), Value::Float(b)) => {
            let (a, b) = (a.get(), b.get());
            Some(match op {
                CompareOp::Lt => a < b,
                CompareOp::Le => a <= b,
                CompareOp::Eq => a == b,
                CompareOp::Ne => a != b,
                CompareOp::Gt => a > b,
                CompareOp::Ge => a >= b,
                _ => return None,
            })
        }
        _ => None,
    }
}

/// As `i64::checked_mul`, which on WebAssembly is a call that multiplies 128 bits.
#[inline(always)]
fn checked_mul(a: i64, b: i64) -> Option<i64> {
    if let (Ok(a), Ok(b)) = (i32::try_from(a), i32::try_from(b)) {
        return Some(i64::from(a) * i64::from(b));
    }
    a.checked_mul(b)
}

/// The commoner operators on small integers and floats without a call; `None` for everything else.
#[inline(always)]
fn binary_immediate(op: BinaryOp, a: Value, b: Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => match op {
            BinaryOp::Add => a.checked_add(b),
            BinaryOp::Sub => a.checked_sub(b),
            BinaryOp::Mul => checked_mul(a, b),
            BinaryOp::And => Some(a & b),
            BinaryOp::Or => Some(a | b),
            BinaryOp::Xor => Some(a ^ b),
            // Python rounds towards minus infinity; for a positive divisor that is Euclid's
            // division.
            BinaryOp::FloorDiv if b > 0 => Some(a.div_euclid(b)),
            BinaryOp::Mod if b > 0 => Some(a.rem_euclid(b)),
            BinaryOp::RShift if (0..64).contains(&b) => Some(a >> b),
            _ => None,
        }
        .map(Value::Int),
        (Value::Float(a), Value::Float(b)) => {
            let (a, b) = (a.get(), b.get());
            match op {
                BinaryOp::Add => Some(a + b),
                BinaryOp::Sub => Some(a - b),
                BinaryOp::Mul => Some(a * b),
                BinaryOp::TrueDiv if b != 0.0 => Some(a / b),
                _ => None,
            }
            .map(Value::float)
        }
        _ => None,
    }
}

/// The truth of an immediate; `None` when an object must be asked.
#[inline(always)]
fn truth_immediate(value: Value) -> Option<bool> {
    match value {
        Value::Bool(b) => Some(b.get()),
        Value::None => Some(false),
        Value::Int(i) => Some(i != 0),
        Value::Float(f) => Some(f.get() != 0.0),
        _ => None,
    }
}

impl Vm {
    /// Runs Python frames until the fuel is gone, a native frame is on top, or the stack is down to
    /// `floor`.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn interpret(&mut self, floor: usize) {
        let mut unit = Rc::clone(&self.empty_unit);
        'frame: loop {
            if self.frames.len() <= floor {
                return;
            }
            let Some(frame) = self.frames.last() else {
                return;
            };
            if frame.native.is_some() {
                return;
            }
            // A recursive function calls itself: the count stays what it is.
            if !Rc::ptr_eq(&unit, &frame.unit) {
                unit = Rc::clone(&frame.unit);
            }
            let base = frame.base as usize;
            let globals = frame.globals.id();
            let mut ip = frame.ip as usize;
            let ops: &[Op] = &unit.code.ops;
            let mut fuel = self.fuel;

            // Slices: optimised for size, the index operator of a `Vec` is a call.
            macro_rules! reg {
                ($reg:expr) => {
                    self.stack.as_slice()[base + usize::from($reg)]
                };
            }
            macro_rules! reg_mut {
                ($reg:expr) => {
                    self.stack.as_mut_slice()[base + usize::from($reg)]
                };
            }
            // Makes the machine's own state true before anything that looks at it.
            macro_rules! sync {
                () => {
                    self.fuel = fuel;
                    if let Some(frame) = self.frames.last_mut() {
                        frame.ip = u32::try_from(ip).unwrap_or(u32::MAX);
                    }
                };
            }
            // Runs what may raise; its value goes on.
            macro_rules! attempt {
                ($result:expr) => {{
                    sync!();
                    match $result {
                        Ok(value) => {
                            fuel = self.fuel;
                            value
                        }
                        Err(raising) => {
                            self.throw_caught(raising);
                            continue 'frame;
                        }
                    }
                }};
            }
            // Runs what may change the stack of frames.
            macro_rules! step {
                ($result:expr) => {
                    if attempt!($result) == Next::Switch {
                        continue 'frame;
                    }
                };
            }
            // Reads a register that may be an unbound local.
            macro_rules! local {
                ($reg:expr) => {{
                    let value = reg!($reg);
                    if value.is_unbound() {
                        attempt!(self.unbound_local::<()>($reg));
                    }
                    value
                }};
            }
            // Goes the way of a flow that stores its result.
            macro_rules! flow {
                ($dst:expr, $flow:expr) => {{
                    sync!();
                    match $flow {
                        Ok(crate::native::Flow::Return(value)) => {
                            fuel = self.fuel;
                            reg_mut!($dst) = value;
                        }
                        Ok(flow) => {
                            step!(self.apply(flow, Return::Store($dst)));
                        }
                        Err(raising) => {
                            self.throw_caught(raising);
                            continue 'frame;
                        }
                    }
                }};
            }
            macro_rules! jump {
                ($offset:expr) => {
                    ip = ip.wrapping_add_signed(isize::try_from($offset).unwrap_or(0))
                };
            }
            macro_rules! arithmetic {
                ($op:ident, $checked:expr, $float:tt, $dst:expr, $a:expr, $b:expr) => {{
                    let (a, b) = (reg!($a), reg!($b));
                    match (a, b) {
                        (Value::Int(x), Value::Int(y)) if let Some(z) = $checked(x, y) => {
                            reg_mut!($dst) = Value::Int(z);
                        }
                        (Value::Float(x), Value::Float(y)) => reg_mut!($dst) = Value::float(x.get() $float y.get()),
                        _ => {
                            let (a, b) = (local!($a), local!($b));
                            flow!($dst, self.binary_flow(BinaryOp::$op, a, b, false));
                        }
                    }
                }};
            }

            loop {
                if fuel == 0 {
                    sync!();
                    return;
                }
                fuel -= 1;
                let op = ops[ip];
                ip += 1;
                match op {
                    Op::Nop => {}
                    Op::Move { dst, src } => reg_mut!(dst) = reg!(src),
                    Op::Rebind { dst, src } => {
                        let value = reg!(src);
                        let old = std::mem::replace(&mut reg_mut!(dst), value);
                        if self.may_finalize(old) {
                            attempt!(self.dropped(old));
                        }
                    }
                    Op::LoadLocal { dst, src } => reg_mut!(dst) = local!(src),
                    Op::LoadConst { dst, index } => reg_mut!(dst) = unit.constants[index as usize],
                    Op::LoadNone { dst } => reg_mut!(dst) = Value::None,
                    Op::LoadInt { dst, value } => reg_mut!(dst) = Value::Int(value.into()),
                    Op::DeleteLocal { reg } => {
                        let value = local!(reg);
                        reg_mut!(reg) = Value::Unbound;
                        if self.may_finalize(value) {
                            attempt!(self.dropped(value));
                        }
                    }
                    Op::Clear { reg } => {
                        let value = std::mem::replace(&mut reg_mut!(reg), Value::Unbound);
                        if self.may_finalize(value) {
                            attempt!(self.dropped(value));
                        }
                    }
                    Op::LoadCell { dst, cell } => reg_mut!(dst) = attempt!(self.load_cell(cell)),
                    Op::LoadClassCell { dst, cell } => {
                        reg_mut!(dst) = attempt!(self.load_class_cell(cell));
                    }
                    Op::StoreCell { cell, src } => {
                        let value = local!(src);
                        self.store_cell(base + usize::from(cell), value);
                    }
                    Op::DeleteCell { cell } => attempt!(self.delete_cell(cell)),

                    Op::LoadGlobal { dst, site } => {
                        reg_mut!(dst) = match self.load_global_cached(&unit, site, globals) {
                            Some(value) => value,
                            None => attempt!(self.load_global(&unit, site)),
                        };
                    }
                    Op::StoreGlobal { site, src } => {
                        let value = local!(src);
                        let old = self.store_global(&unit, site, value);
                        if self.may_finalize(old) {
                            attempt!(self.dropped(old));
                        }
                    }
                    Op::DeleteGlobal { name } => attempt!(self.delete_global(unit.name(name))),
                    Op::LoadName { dst, name } => {
                        reg_mut!(dst) = attempt!(self.load_name(unit.name(name)));
                    }
                    Op::StoreName { name, src } => {
                        let value = local!(src);
                        attempt!(self.store_name(unit.name(name), value));
                    }
                    Op::DeleteName { name } => attempt!(self.delete_name(unit.name(name))),

                    Op::LoadAttr { dst, obj, site } => {
                        let obj = local!(obj);
                        let cache = unit.first_cache + u32::from(site);
                        let name = unit.site_name(site);
                        if let Some(value) = self.load_attr_cached(cache, obj, name) {
                            reg_mut!(dst) = value;
                        } else {
                            flow!(dst, self.get_attr_flow(obj, name));
                        }
                    }
                    Op::StoreAttr { obj, site, src } => {
                        let (obj, value) = (local!(obj), local!(src));
                        let cache = unit.first_cache + u32::from(site);
                        let name = unit.site_name(site);
                        if !self.store_attr_cached(cache, obj, name, value) {
                            let flow = attempt!(self.set_attr_flow(obj, name, value));
                            step!(self.apply(flow, Return::Discard));
                        }
                    }
                    Op::DeleteAttr { obj, name } => {
                        let obj = local!(obj);
                        let flow = attempt!(self.delete_attr_flow(obj, unit.name(name)));
                        step!(self.apply(flow, Return::Discard));
                    }
                    Op::LoadMethod { dst, obj, site } => {
                        let obj = local!(obj);
                        let cache = unit.first_cache + u32::from(site);
                        let name = unit.site_name(site);
                        if let Some(function) = self.load_method_cached(cache, obj, name) {
                            reg_mut!(dst) = function;
                            reg_mut!(dst + 1) = obj;
                        } else if let Some(value) = self.load_attr_cached(cache, obj, name) {
                            reg_mut!(dst) = value;
                            reg_mut!(dst + 1) = Value::Unbound;
                        } else {
                            reg_mut!(dst + 1) = Value::Unbound;
                            flow!(dst, self.get_attr_flow(obj, name));
                        }
                    }
                    Op::LoadSuperAttr {
                        dst,
                        base: at,
                        site,
                    } => {
                        let (class, obj) = (local!(at), local!(at + 1));
                        let name = unit.site_name(site);
                        // What empties the place for a receiver belongs to a call.
                        let is_called = matches!(ops[ip], Op::Clear { reg } if reg == dst + 1);
                        if is_called
                            && dst == at
                            && let Some(function) = self.super_function(class, obj, name)
                        {
                            reg_mut!(dst) = function;
                            reg_mut!(dst + 1) = obj;
                            ip += 1;
                        } else {
                            flow!(dst, self.super_attr_flow(class, obj, name));
                        }
                    }

                    Op::GetItem { dst, obj, key } => {
                        let (obj, key) = (local!(obj), local!(key));
                        if let Some(value) = self.get_item_fast(obj, key) {
                            reg_mut!(dst) = value;
                        } else {
                            flow!(dst, self.get_item_flow(obj, key));
                        }
                    }
                    Op::SetItem { obj, key, value } => {
                        let (obj, key, value) = (local!(obj), local!(key), local!(value));
                        if !self.set_item_fast(obj, key, value) {
                            let flow = attempt!(self.set_item_flow(obj, key, value));
                            step!(self.apply(flow, Return::Discard));
                        }
                    }
                    Op::DeleteItem { obj, key } => {
                        let (obj, key) = (local!(obj), local!(key));
                        let flow = attempt!(self.delete_item_flow(obj, key));
                        step!(self.apply(flow, Return::Discard));
                    }
                    Op::BuildSlice { dst, base: at } => {
                        let parts = Box::new([local!(at), local!(at + 1), local!(at + 2)]);
                        let class = classes::SLICE;
                        reg_mut!(dst) = Value::Obj(self.heap.alloc(class, Object::Slice(parts)));
                    }

                    Op::Add { dst, a, b } => arithmetic!(Add, i64::checked_add, +, dst, a, b),
                    Op::Sub { dst, a, b } => arithmetic!(Sub, i64::checked_sub, -, dst, a, b),
                    Op::Mul { dst, a, b } => arithmetic!(Mul, checked_mul, *, dst, a, b),
                    Op::AddInt { dst, a, value } => {
                        if let Value::Int(x) = reg!(a)
                            && let Some(sum) = x.checked_add(value.into())
                        {
                            reg_mut!(dst) = Value::Int(sum);
                        } else {
                            let (a, b) = (local!(a), Value::Int(value.into()));
                            flow!(dst, self.binary_flow(BinaryOp::Add, a, b, false));
                        }
                    }
                    Op::SubInt { dst, a, value } => {
                        if let Value::Int(x) = reg!(a)
                            && let Some(difference) = x.checked_sub(value.into())
                        {
                            reg_mut!(dst) = Value::Int(difference);
                        } else {
                            let (a, b) = (local!(a), Value::Int(value.into()));
                            flow!(dst, self.binary_flow(BinaryOp::Sub, a, b, false));
                        }
                    }
                    Op::Binary { op, dst, a, b } => {
                        let (a, b) = (local!(a), local!(b));
                        if let Some(value) = binary_immediate(op, a, b) {
                            reg_mut!(dst) = value;
                        } else {
                            flow!(dst, self.binary_flow(op, a, b, false));
                        }
                    }
                    Op::InPlace { op, dst, a, b } => {
                        let (a, b) = (local!(a), local!(b));
                        if let Some(value) = binary_immediate(op, a, b) {
                            reg_mut!(dst) = value;
                        } else {
                            flow!(dst, self.binary_flow(op, a, b, true));
                        }
                    }
                    Op::Unary { op, dst, src } => {
                        let value = local!(src);
                        if op == crate::code::UnaryOp::Not {
                            if let Some(truth) = truth_immediate(value) {
                                reg_mut!(dst) = Value::bool(!truth);
                            } else {
                                let flow = attempt!(self.truth_flow(value));
                                step!(self.apply(flow, Return::Truth));
                            }
                        } else {
                            flow!(dst, self.unary_flow(op, value));
                        }
                    }
                    Op::Compare { op, dst, a, b } => {
                        let (a, b) = (local!(a), local!(b));
                        if let Some(truth) = compare_immediate(op, a, b) {
                            reg_mut!(dst) = Value::bool(truth);
                        } else if matches!(op, CompareOp::In | CompareOp::NotIn) {
                            let flow = attempt!(self.contains_flow(b, a));
                            step!(self.apply(flow, Return::Truth));
                        } else {
                            flow!(dst, self.compare_flow(op, a, b));
                        }
                    }
                    Op::JumpIfCompare { op, a, b, offset } => {
                        let (a, b) = (local!(a), local!(b));
                        if let Some(truth) = compare_immediate(op, a, b) {
                            if truth {
                                jump!(offset);
                            }
                        } else {
                            let flow = attempt!(self.condition_flow(op, a, b));
                            step!(self.apply(flow, Return::Truth));
                        }
                    }
                    Op::JumpUnlessCompare { op, a, b, offset } => {
                        let (a, b) = (local!(a), local!(b));
                        if let Some(truth) = compare_immediate(op, a, b) {
                            if !truth {
                                jump!(offset);
                            }
                        } else {
                            let flow = attempt!(self.condition_flow(op, a, b));
                            step!(self.apply(flow, Return::Truth));
                        }
                    }
                    Op::JumpUnlessCompareInt {
                        op,
                        a,
                        value,
                        offset,
                    } => {
                        let (a, b) = (local!(a), Value::Int(value.into()));
                        if let Some(truth) = compare_immediate(op, a, b) {
                            if !truth {
                                jump!(offset);
                            }
                        } else {
                            let flow = attempt!(self.condition_flow(op, a, b));
                            step!(self.apply(flow, Return::Truth));
                        }
                    }

                    Op::Jump { offset } => jump!(offset),
                    Op::JumpIf { src, offset } => {
                        let value = local!(src);
                        if let Some(truth) = truth_immediate(value) {
                            if truth {
                                jump!(offset);
                            }
                        } else {
                            let flow = attempt!(self.truth_flow(value));
                            step!(self.apply(flow, Return::Truth));
                        }
                    }
                    Op::JumpUnless { src, offset } => {
                        let value = local!(src);
                        if let Some(truth) = truth_immediate(value) {
                            if !truth {
                                jump!(offset);
                            }
                        } else {
                            let flow = attempt!(self.truth_flow(value));
                            step!(self.apply(flow, Return::Truth));
                        }
                    }
                    Op::JumpIfNone { src, offset } => {
                        if local!(src).is_none() {
                            jump!(offset);
                        }
                    }
                    Op::JumpIfUnbound { src, offset } => {
                        if reg!(src).is_unbound() {
                            jump!(offset);
                        }
                    }

                    Op::BuildTuple { dst, base: at, n } => {
                        let first = base + usize::from(at);
                        let items = &self.stack[first..first + usize::from(n)];
                        reg_mut!(dst) = self.heap.new_tuple(items);
                    }
                    Op::BuildList { dst, base: at, n } => {
                        let first = base + usize::from(at);
                        let items = self.stack[first..first + usize::from(n)].to_vec();
                        reg_mut!(dst) = self.heap.new_list(items);
                    }
                    Op::ListAppend { list, value } => {
                        let value = local!(value);
                        self.append_to_list(base + usize::from(list), value);
                    }
                    Op::GetIter { dst, src } => {
                        let src = local!(src);
                        let flow = attempt!(self.iter_flow(src));
                        if let crate::native::Flow::Return(value) = flow {
                            reg_mut!(dst) = value;
                        } else {
                            step!(self.apply(flow, Return::Finish(0)));
                        }
                    }
                    Op::ForIter { dst, iter, offset } => {
                        let Value::Obj(id) = reg!(iter) else {
                            unreachable!("an iterator is an object")
                        };
                        match self.heap.get_mut(id) {
                            Object::Iterator(iterator) => {
                                if let Iter::Range { next, left, step } = &mut **iterator {
                                    if *left == 0 {
                                        reg_mut!(iter) = Value::Unbound;
                                        jump!(offset);
                                    } else {
                                        let value = *next;
                                        *left -= 1;
                                        *next = value.wrapping_add(*step);
                                        reg_mut!(dst) = Value::Int(value);
                                    }
                                } else if let Some(value) = self.next_of_items(id) {
                                    reg_mut!(dst) = value;
                                } else if let Some(value) = attempt!(self.iter_next_native(id)) {
                                    reg_mut!(dst) = value;
                                } else {
                                    reg_mut!(iter) = Value::Unbound;
                                    jump!(offset);
                                }
                            }
                            _ => step!(self.for_iter(dst, id)),
                        }
                    }

                    Op::Call { dst, base: at, n } | Op::CallFunction { dst, base: at, n } => {
                        let behind = base + usize::from(at) + 1;
                        let (mut first, mut n_args) = (behind, usize::from(n));
                        if let Op::Call { .. } = op {
                            if self.stack[behind].is_unbound() {
                                first += 1;
                            } else {
                                n_args += 1;
                            }
                        }
                        let callee = self.stack[behind - 1];
                        step!(self.call_window(callee, first, n_args, Return::Store(dst)));
                    }
                    Op::Return { src } => {
                        let value = local!(src);
                        sync!();
                        let frame = self.frames.last().expect("a frame runs");
                        let ret = frame.ret;
                        let is_plain = frame.generator.is_none() && self.fragile.is_empty();
                        if let Return::Store(reg) = ret
                            && is_plain
                        {
                            if let Some(frame) = self.frames.pop() {
                                frame.end();
                            }
                            self.set_register(reg, value);
                        } else if let Err(raising) = self.leave(value) {
                            self.throw_caught(raising);
                        }
                        continue 'frame;
                    }
                    Op::Yield { dst: _, src } => {
                        let value = local!(src);
                        sync!();
                        if let Err(raising) = self.yield_value(value) {
                            self.throw_caught(raising);
                        }
                        continue 'frame;
                    }
                    Op::YieldFrom { dst, iter } => {
                        step!(self.yield_from(dst, iter));
                    }
                    op => step!(self.execute(op, &unit)),
                }
            }
        }
    }

    /// The frame on top returns; what it held is looked at.
    fn leave(&mut self, value: Value) -> PyResult<Next> {
        let Some(frame) = self.frames.pop_if(|frame| frame.generator.is_none()) else {
            return self.generator_return(value);
        };
        if !self.fragile.is_empty() {
            // What the caller gets is not garbage, though nothing holds it at this moment.
            let n_held = self.held.len();
            self.held.push(value);
            if let Return::Init(_, instance) = frame.ret {
                self.held.push(instance.into());
            }
            self.frame_left(&frame);
            self.held.truncate(n_held);
        }
        let ret = frame.ret;
        frame.end();
        self.deliver(ret, value)
    }

    /// `list[index]` of an exact list or tuple with a small integer, without a call.
    #[inline(always)]
    fn get_item_fast(&self, obj: Value, key: Value) -> Option<Value> {
        let Value::Obj(id) = obj else {
            return None;
        };
        let class = self.heap.class_of(id);
        let items: &[Value] = match self.heap.get(id) {
            Object::List(items) if class == classes::LIST => items,
            Object::Tuple(items) if class == classes::TUPLE => items,
            Object::Dict(dict) if class == classes::DICT => {
                return dict.entry(self.find_key(dict, key)?).map(|it| it.value);
            }
            _ => return None,
        };
        let Value::Int(index) = key else {
            return None;
        };
        let index = if index < 0 {
            index + i64::try_from(items.len()).ok()?
        } else {
            index
        };
        items.get(usize::try_from(index).ok()?).copied()
    }

    /// `list[index] = value` of an exact list with a small integer, without a call; whether it was
    /// done.
    #[inline(always)]
    fn set_item_fast(&mut self, obj: Value, key: Value, value: Value) -> bool {
        let Value::Obj(id) = obj else {
            return false;
        };
        let class = self.heap.class_of(id);
        if class == classes::DICT {
            let place = self.find_key(self.heap.dict(id), key);
            if let Some(place) = place {
                self.heap.dict_mut(id).set_value(place, value);
            }
            return place.is_some();
        }
        let (Object::List(items), Value::Int(index)) = (self.heap.get_mut(id), key) else {
            return false;
        };
        if class != classes::LIST {
            return false;
        }
        match usize::try_from(index)
            .ok()
            .and_then(|index| items.get_mut(index))
        {
            Some(place) => {
                *place = value;
                true
            }
            None => false,
        }
    }

    /// The place of a small integer or string among a dict's keys; `None` as well where comparing
    /// keys may run Python code.
    #[cfg_attr(engine, optimize(speed))]
    fn find_key(&self, dict: &Dict, key: Value) -> Option<usize> {
        let hash = match key {
            Value::Int(number) => crate::hash::of_int(number),
            Value::Obj(id) if self.heap.class_of(id) == classes::STR => self.heap.str_hash(id),
            _ => return None,
        };
        for place in dict.candidates(hash) {
            if self.quick_equal(dict.entry(place)?.key, key)? {
                return Some(place);
            }
        }
        None
    }

    /// The next item of an iterator over a list or tuple, if it is one and there is one.
    #[inline(always)]
    fn next_of_items(&mut self, id: ObjId) -> Option<Value> {
        let Object::Iterator(iterator) = self.heap.get(id) else {
            return None;
        };
        let value = match &**iterator {
            Iter::List { list, index } => match self.heap.get(*list) {
                Object::List(items) => *items.get(*index)?,
                _ => return None,
            },
            Iter::Tuple { items, index } => *items.get(*index)?,
            _ => return None,
        };
        if let Object::Iterator(iterator) = self.heap.get_mut(id)
            && let Iter::List { index, .. } | Iter::Tuple { index, .. } = &mut **iterator
        {
            *index += 1;
        }
        Some(value)
    }

    /// `ForIter` over a generator or an object with a `__next__` of its own.
    #[cfg_attr(engine, optimize(speed))]
    fn for_iter(&mut self, dst: crate::code::Reg, iter: ObjId) -> PyResult<Next> {
        let ret = Return::ForIter(dst);
        if self.push_sleeping(iter, ret) {
            return Ok(Next::Switch);
        }
        if matches!(self.heap.get(iter), Object::Generator(_)) {
            return self.push_generator(iter, Resume::Send(Value::None), ret);
        }
        let result = match self.special_flow(Value::Obj(iter), "__next__", &[])? {
            Some(flow) => self.apply(flow, ret),
            None => {
                let name = self.type_name(Value::Obj(iter));
                Err(self.type_error(format_args!("'{name}' object is not an iterator")))
            }
        };
        match result {
            Err(raising) => self.absorb_or_raise(ret, raising),
            next => next,
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    fn append_to_list(&mut self, place: usize, value: Value) {
        let Value::Obj(id) = self.stack[place] else {
            unreachable!("a list is an object")
        };
        let Object::List(items) = self.heap.get_mut(id) else {
            unreachable!("the compiler made a list")
        };
        items.push(value);
        self.heap.count_bytes(size_of::<Value>());
    }
}
