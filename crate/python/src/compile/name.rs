//! Reading, binding and deleting names.

use std::rc::Rc;

use ruff_python_ast::Expr;
use ruff_text_size::TextRange;

use super::scope::{Place, mangle};
use super::{Compiler, Fallible};
use crate::code::{CompareOp, Constant, Op, Reg};

impl<'a> Compiler<'a> {
    /// The name as it is stored.
    pub(super) fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.scopes[self.scope].class_name.as_deref(), name)
    }

    fn place(&self, name: &Rc<str>) -> Place {
        self.scopes[self.scope]
            .places
            .get(name)
            .copied()
            .unwrap_or(Place::Global)
    }

    /// The register of a name that is a local variable of this frame.
    pub(super) fn local_register(&self, name: &str) -> Option<Reg> {
        let name = self.mangled(name);
        match self.place(&name) {
            Place::Local(owner) => self.scopes[owner].registers.get(&name).copied(),
            _ => None,
        }
    }

    /// The register of a local variable that may be written as it is: no value whose end shows can
    /// be in it.
    pub(super) fn direct_target(&self, name: &str) -> Option<Reg> {
        let register = self.local_register(name)?;
        (!self.may_drop(&self.mangled(name))).then_some(register)
    }

    /// Whether a new value for a local variable may drop an object whose end shows.
    fn may_drop(&self, name: &Rc<str>) -> bool {
        let Place::Local(owner) = self.place(name) else {
            return false;
        };
        let used = self.scopes[owner].uses.get(name);
        used.is_some_and(|used| used.rebound && used.holds)
    }

    /// A local variable that certainly has a value and that nothing assigns to in the middle of an
    /// expression; its register
    /// can be an operand.
    pub(super) fn direct_operand(&self, expr: &Expr) -> Option<Reg> {
        let Expr::Name(name) = expr else {
            return None;
        };
        let mangled = self.mangled(&name.id);
        let Place::Local(owner) = self.place(&mangled) else {
            return None;
        };
        let register = *self.scopes[owner].registers.get(&mangled)?;
        let is_stable = self.is_bound(register) && !self.scopes[owner].has_walrus;
        is_stable.then_some(register)
    }

    fn is_bound(&self, register: Reg) -> bool {
        self.unit
            .bound
            .get(register as usize)
            .copied()
            .unwrap_or(false)
    }

    /// Notes that a local has a value from here on.
    pub(super) fn mark_bound(&mut self, register: Reg) {
        let is_unstable = self.unit.unstable.get(register as usize).copied();
        if let Some(bound) = self.unit.bound.get_mut(register as usize) {
            *bound = is_unstable == Some(false);
        }
    }

    /// Notes that a local may have no value from here on.
    pub(super) fn mark_unbound(&mut self, register: Reg) {
        if let Some(bound) = self.unit.bound.get_mut(register as usize) {
            *bound = false;
        }
    }

    fn cell_register(&self, name: &Rc<str>) -> Reg {
        self.unit.cell_registers[name]
    }

    /// `dst ←` the value of a name.
    pub(super) fn load_name(&mut self, name: &str, range: TextRange, dst: Reg) -> Fallible<()> {
        let saved = self.unit.top;
        if name == "__debug__" {
            return self.load_constant(Constant::Bool(true), range, dst);
        }
        let name = self.mangled(name);
        match self.place(&name) {
            Place::Local(owner) => {
                let src = self.scopes[owner].registers[&name];
                if !self.is_bound(src) {
                    self.emit(Op::LoadLocal { dst, src }, range);
                } else if dst != src {
                    self.emit(Op::Move { dst, src }, range);
                }
            }
            Place::Cell | Place::Free => {
                let cell = self.cell_register(&name);
                self.emit(Op::LoadCell { dst, cell }, range);
            }
            Place::ClassFree => {
                let cell = self.cell_register(&name);
                self.emit(Op::LoadClassCell { dst, cell }, range);
            }
            Place::Global => {
                let site = self.unit.site(&name);
                self.emit(Op::LoadGlobal { dst, site }, range);
            }
            Place::Name => {
                let name = self.unit.name(&name);
                self.emit(Op::LoadName { dst, name }, range);
            }
            Place::ClassEntryOrFree | Place::ClassEntryOrGlobal => {
                return self.load_class_entry(&name, range, dst);
            }
        }
        self.settle(saved, dst);
        Ok(())
    }

    /// Reads a name in an annotation scope: the entry of the class namespace if there is one.
    fn load_class_entry(&mut self, name: &Rc<str>, range: TextRange, dst: Reg) -> Fallible<()> {
        let saved = self.unit.top;
        let (absent, end) = (self.unit.label(), self.unit.label());
        let namespace = self.take_after(range, |dst, unit| Op::LoadCell {
            dst,
            cell: unit.cell_registers["__classdict__"],
        })?;
        let key = self.unit.top;
        self.load_constant(Constant::Str(Rc::clone(name)), range, key)?;
        let found = self.take_after(range, |dst, _| Op::Compare {
            op: CompareOp::In,
            dst,
            a: key,
            b: namespace,
        })?;
        let test = Op::JumpUnless {
            src: found,
            offset: 0,
        };
        self.jump(test, absent, range);
        let entry = Op::GetItem {
            dst,
            obj: namespace,
            key,
        };
        self.emit(entry, range);
        self.settle(saved, dst);
        self.goto(end, range);
        self.unit.bind(absent);
        self.unit.top = saved;
        if self.place(name) == Place::ClassEntryOrFree {
            let cell = self.cell_register(name);
            self.emit(Op::LoadCell { dst, cell }, range);
        } else {
            let site = self.unit.site(name);
            self.emit(Op::LoadGlobal { dst, site }, range);
        }
        self.settle(saved, dst);
        self.unit.bind(end);
        Ok(())
    }

    /// Emits an instruction whose result is the next temporary.
    pub(super) fn take_after(
        &mut self,
        range: TextRange,
        op: impl FnOnce(Reg, &super::Unit<'a>) -> Op,
    ) -> Fallible<Reg> {
        let op = op(self.unit.top, &self.unit);
        self.emit(op, range);
        self.take_temporary()
    }

    /// Binds a name to the value in a register.
    pub(super) fn store_name(&mut self, name: &str, src: Reg, range: TextRange) {
        let name = self.mangled(name);
        match self.place(&name) {
            Place::Local(owner) => {
                let dst = self.scopes[owner].registers[&name];
                if dst != src {
                    let op = if self.may_drop(&name) {
                        Op::Rebind { dst, src }
                    } else {
                        Op::Move { dst, src }
                    };
                    self.emit(op, range);
                }
                self.mark_bound(dst);
            }
            Place::Cell | Place::Free | Place::ClassFree | Place::ClassEntryOrFree => {
                let cell = self.cell_register(&name);
                self.emit(Op::StoreCell { cell, src }, range);
            }
            Place::Global | Place::ClassEntryOrGlobal => {
                let site = self.unit.site(&name);
                self.emit(Op::StoreGlobal { site, src }, range);
            }
            Place::Name => {
                let name = self.unit.name(&name);
                self.emit(Op::StoreName { name, src }, range);
            }
        }
    }

    /// `del name`
    pub(super) fn delete_name(&mut self, name: &str, range: TextRange) {
        let name = self.mangled(name);
        match self.place(&name) {
            Place::Local(owner) => {
                let reg = self.scopes[owner].registers[&name];
                self.emit(Op::DeleteLocal { reg }, range);
                self.mark_unbound(reg);
            }
            Place::Cell | Place::Free | Place::ClassFree | Place::ClassEntryOrFree => {
                let cell = self.cell_register(&name);
                self.emit(Op::DeleteCell { cell }, range);
            }
            Place::Global | Place::ClassEntryOrGlobal => {
                let name = self.unit.name(&name);
                self.emit(Op::DeleteGlobal { name }, range);
            }
            Place::Name => {
                let name = self.unit.name(&name);
                self.emit(Op::DeleteName { name }, range);
            }
        }
    }
}
