//! Assignment: to names, attributes, subscripts and unpacked targets.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::constant::fold;
use super::expr::operator;
use super::{Compiler, Fallible};
use crate::code::{Op, Reg};

impl<'a> Compiler<'a> {
    /// `a = b = value`
    pub(super) fn assign(&mut self, assign: &'a ast::StmtAssign) -> Fallible<()> {
        let saved = self.unit.top;
        if let [target] = &assign.targets[..] {
            if let Expr::Name(name) = target
                && let Some(register) = self.direct_target(&name.id)
            {
                self.expr_to(&assign.value, register)?;
                self.mark_bound(register);
                return Ok(());
            }
            if self.assign_in_parallel(target, &assign.value)? {
                self.unit.top = saved;
                return Ok(());
            }
        }
        let src = self.operand(&assign.value)?;
        for target in &assign.targets {
            self.store(target, src)?;
        }
        self.unit.top = saved;
        Ok(())
    }

    /// `a, b = x, y` without a tuple. Gives whether the assignment is one.
    fn assign_in_parallel(&mut self, target: &'a Expr, value: &'a Expr) -> Fallible<bool> {
        let (Some(targets), Some(values)) = (elements(target), elements(value)) else {
            return Ok(false);
        };
        let has_star = targets.iter().chain(values).any(Expr::is_starred_expr);
        if targets.len() != values.len() || has_star || values.len() > 16 || fold(value).is_some() {
            return Ok(false);
        }
        let base = self.unit.top;
        self.push_all(values)?;
        for (src, target) in (base..).zip(targets) {
            self.store(target, src)?;
        }
        Ok(true)
    }

    /// Assigns the value in a register to a target.
    pub(super) fn store(&mut self, target: &'a Expr, src: Reg) -> Fallible<()> {
        self.nested(target.range(), |compiler| compiler.store_inner(target, src))
    }

    fn store_inner(&mut self, target: &'a Expr, src: Reg) -> Fallible<()> {
        let saved = self.unit.top;
        match target {
            Expr::Name(name) => self.store_name(&name.id, src, name.range),
            Expr::Attribute(attribute) => {
                let obj = self.operand(&attribute.value)?;
                let name = self.mangled(attribute.attr.as_str());
                let site = self.unit.site(&name);
                let range = self.attribute_range(attribute);
                self.emit(Op::StoreAttr { obj, site, src }, range);
            }
            Expr::Subscript(subscript) => {
                let obj = self.operand(&subscript.value)?;
                let key = self.subscript_key(&subscript.slice)?;
                let value = src;
                self.emit(Op::SetItem { obj, key, value }, subscript.range);
            }
            Expr::Starred(starred) => {
                return self.fail(
                    starred.range,
                    "starred assignment target must be in a list or tuple",
                );
            }
            _ => match elements(target) {
                Some(targets) => self.unpack(targets, src, target.range())?,
                None => return self.fail(target.range(), "cannot assign to expression"),
            },
        }
        self.unit.top = saved;
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], src: Reg, range: TextRange) -> Fallible<()> {
        let base = self.unit.top;
        let n = self.unit.count(targets.len());
        let mut stars = targets
            .iter()
            .enumerate()
            .filter(|(_, t)| t.is_starred_expr());
        let star = stars.next();
        if stars.next().is_some() {
            return self.fail(range, "multiple starred expressions in assignment");
        }
        let op = match star {
            None => Op::Unpack { src, base, n },
            Some((before, _)) => {
                let Ok(before) = u8::try_from(before) else {
                    return self.fail(range, "too many expressions in star-unpacking assignment");
                };
                Op::UnpackRest {
                    before,
                    src,
                    base,
                    after: n - u16::from(before) - 1,
                }
            }
        };
        self.emit(op, range);
        self.unit.set_top(base.saturating_add(n));
        self.check_top()?;
        for (src, target) in (base..).zip(targets) {
            let target = match target {
                Expr::Starred(starred) => &*starred.value,
                target => target,
            };
            self.store(target, src)?;
        }
        Ok(())
    }

    /// `target op= value`
    pub(super) fn augmented_assign(&mut self, assign: &'a ast::StmtAugAssign) -> Fallible<()> {
        let saved = self.unit.top;
        match &*assign.target {
            Expr::Name(name) => self.augment_name(name, assign)?,
            Expr::Attribute(attribute) => {
                let obj = self.operand(&attribute.value)?;
                let name = self.mangled(attribute.attr.as_str());
                let range = self.attribute_range(attribute);
                let site = self.unit.site(&name);
                let value = self.take_after(range, |dst, _| Op::LoadAttr { dst, obj, site })?;
                self.augment(value, value, assign)?;
                let site = self.unit.site(&name);
                let src = value;
                self.emit(Op::StoreAttr { obj, site, src }, range);
            }
            Expr::Subscript(subscript) => {
                let range = subscript.range;
                let obj = self.operand(&subscript.value)?;
                let key = self.subscript_key(&subscript.slice)?;
                let value = self.take_after(range, |dst, _| Op::GetItem { dst, obj, key })?;
                self.augment(value, value, assign)?;
                self.emit(Op::SetItem { obj, key, value }, range);
            }
            target => {
                return self.fail(
                    target.range(),
                    "illegal expression for augmented assignment",
                );
            }
        }
        self.unit.top = saved;
        Ok(())
    }

    fn augment_name(
        &mut self,
        name: &'a ast::ExprName,
        assign: &'a ast::StmtAugAssign,
    ) -> Fallible<()> {
        if let Some(register) = self.local_register(&name.id) {
            let direct = self.direct_operand(&assign.target);
            let a = direct.unwrap_or(self.unit.top);
            if direct.is_none() {
                self.load_name(&name.id, name.range, a)?;
            }
            self.augment(a, register, assign)?;
            self.mark_bound(register);
            return Ok(());
        }
        let a = self.unit.top;
        self.load_name(&name.id, name.range, a)?;
        self.augment(a, a, assign)?;
        self.store_name(&name.id, a, name.range);
        Ok(())
    }

    fn augment(&mut self, a: Reg, dst: Reg, assign: &'a ast::StmtAugAssign) -> Fallible<()> {
        let saved = self.unit.top;
        let b = self.operand(&assign.value)?;
        let op = operator(assign.op);
        self.emit(Op::InPlace { op, dst, a, b }, assign.range);
        self.unit.top = saved;
        Ok(())
    }

    /// `del target`
    pub(super) fn delete(&mut self, target: &'a Expr) -> Fallible<()> {
        let saved = self.unit.top;
        match target {
            Expr::Name(name) => self.delete_name(&name.id, name.range),
            Expr::Attribute(attribute) => {
                let obj = self.operand(&attribute.value)?;
                let name = self.mangled(attribute.attr.as_str());
                let name = self.unit.name(&name);
                let range = self.attribute_range(attribute);
                self.emit(Op::DeleteAttr { obj, name }, range);
            }
            Expr::Subscript(subscript) => {
                let obj = self.operand(&subscript.value)?;
                let key = self.subscript_key(&subscript.slice)?;
                self.emit(Op::DeleteItem { obj, key }, subscript.range);
            }
            _ => match elements(target) {
                Some(targets) => {
                    for target in targets {
                        self.nested(target.range(), |compiler| compiler.delete(target))?;
                    }
                }
                None => return self.fail(target.range(), "cannot delete expression"),
            },
        }
        self.unit.top = saved;
        Ok(())
    }
}

/// The elements of a tuple or list.
pub(super) fn elements(expr: &Expr) -> Option<&[Expr]> {
    match expr {
        Expr::Tuple(tuple) => Some(&tuple.elts),
        Expr::List(list) => Some(&list.elts),
        _ => None,
    }
}
