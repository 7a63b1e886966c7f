//! Truth: jumps, comparisons, `and`/`or`, `x if c else y`.

use ruff_python_ast::{self as ast, CmpOp, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::constant::{fold, short_int, truth};
use super::unit::Label;
use super::{Compiler, Fallible};
use crate::code::{CompareOp, Constant, Op, Reg};

impl<'a> Compiler<'a> {
    /// Goes to `label` if the truth of `expr` is `sense`; else goes on.
    pub(super) fn branch(&mut self, expr: &'a Expr, label: Label, sense: bool) -> Fallible<()> {
        self.nested(expr.range(), |compiler| {
            compiler.branch_inner(expr, label, sense)
        })
    }

    fn branch_inner(&mut self, expr: &'a Expr, label: Label, sense: bool) -> Fallible<()> {
        if let Some(value) = constant_truth(expr) {
            if value == sense {
                self.goto(label, expr.range());
            }
            return Ok(());
        }
        match expr {
            Expr::UnaryOp(not) if not.op == ast::UnaryOp::Not => {
                self.branch(&not.operand, label, !sense)
            }
            Expr::BoolOp(operation) => self.branch_bool_op(operation, label, sense),
            Expr::Compare(compare) => self.branch_compare(compare, label, sense),
            _ => {
                let saved = self.unit.top;
                let src = self.operand(expr)?;
                self.branch_value(src, label, sense, expr.range());
                self.unit.top = saved;
                Ok(())
            }
        }
    }

    fn branch_value(&mut self, src: Reg, label: Label, sense: bool, range: TextRange) {
        let op = if sense {
            Op::JumpIf { src, offset: 0 }
        } else {
            Op::JumpUnless { src, offset: 0 }
        };
        self.jump(op, label, range);
    }

    fn branch_bool_op(
        &mut self,
        operation: &'a ast::ExprBoolOp,
        label: Label,
        sense: bool,
    ) -> Fallible<()> {
        let Some((last, others)) = operation.values.split_last() else {
            return Ok(());
        };
        // `and` is decided by the first false value, `or` by the first true one.
        let decisive = operation.op == ast::BoolOp::Or;
        if decisive == sense {
            for value in others {
                self.branch(value, label, sense)?;
            }
            return self.branch(last, label, sense);
        }
        let decided = self.unit.label();
        let mut certain = None;
        for value in others {
            self.branch(value, decided, decisive)?;
            certain.get_or_insert_with(|| self.bound_here());
        }
        self.branch(last, label, sense)?;
        self.unit.bind(decided);
        if let Some(certain) = certain {
            self.forget_bound(certain);
        }
        Ok(())
    }

    fn branch_compare(
        &mut self,
        compare: &'a ast::ExprCompare,
        label: Label,
        sense: bool,
    ) -> Fallible<()> {
        self.warn_of_identity(compare);
        let saved = self.unit.top;
        let range = compare.range;
        if let [op] = &*compare.ops
            && matches!(op, CmpOp::Is | CmpOp::IsNot)
            && compare.comparators[0].is_none_literal_expr()
        {
            let src = self.operand(&compare.left)?;
            self.branch_none(src, label, (*op == CmpOp::Is) == sense, range);
            self.unit.top = saved;
            return Ok(());
        }
        let otherwise = self.unit.label();
        let on_false = if sense { otherwise } else { label };
        let mut a = self.operand(&compare.left)?;
        let last = compare.ops.len() - 1;
        let mut certain = None;
        for (i, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            let op = comparison(*op);
            let is_final = i == last;
            if i == 1 {
                certain = Some(self.bound_here());
            }
            if is_final
                && !sense
                && !self.unit.is_wide
                && is_order(op)
                && let Some(value) = short_int(right)
            {
                let op = Op::JumpUnlessCompareInt {
                    op,
                    a,
                    value,
                    offset: 0,
                };
                self.jump(op, on_false, range);
                break;
            }
            let b = self.compare_operand(op, right, is_final)?;
            let (target, jump_if) = if is_final {
                (label, sense)
            } else {
                (on_false, false)
            };
            self.branch_compared(op, a, b, target, jump_if, range)?;
            a = b;
        }
        self.unit.top = saved;
        self.unit.bind(otherwise);
        if let Some(certain) = certain {
            self.forget_bound(certain);
        }
        Ok(())
    }

    fn branch_none(&mut self, src: Reg, label: Label, sense: bool, range: TextRange) {
        if sense {
            self.jump(Op::JumpIfNone { src, offset: 0 }, label, range);
        } else {
            let is_none = self.unit.label();
            self.jump(Op::JumpIfNone { src, offset: 0 }, is_none, range);
            self.goto(label, range);
            self.unit.bind(is_none);
        }
    }

    fn branch_compared(
        &mut self,
        op: CompareOp,
        a: Reg,
        b: Reg,
        label: Label,
        sense: bool,
        range: TextRange,
    ) -> Fallible<()> {
        if self.unit.is_wide {
            let dst = self.take_after(range, |dst, _| Op::Compare { op, dst, a, b })?;
            self.branch_value(dst, label, sense, range);
            self.unit.top = dst;
            return Ok(());
        }
        let offset = 0;
        let op = if sense {
            Op::JumpIfCompare { op, a, b, offset }
        } else {
            Op::JumpUnlessCompare { op, a, b, offset }
        };
        self.jump(op, label, range);
        Ok(())
    }

    /// The right side of a comparison; `x in [1, 2]` needs no list and `x in {1, 2}` no set of its
    /// own, unless the next comparison of a chain sees it too.
    fn compare_operand(&mut self, op: CompareOp, right: &'a Expr, is_last: bool) -> Fallible<Reg> {
        if is_last && matches!(op, CompareOp::In | CompareOp::NotIn) {
            let constants = |elements: &[Expr]| elements.iter().map(fold).collect::<Option<_>>();
            let folded = match right {
                Expr::List(list) => constants(&list.elts).map(Constant::Tuple),
                Expr::Set(set) => constants(&set.elts).map(Constant::FrozenSet),
                _ => None,
            };
            if let Some(constant) = folded {
                return self.push_constant(constant, right.range());
            }
        }
        self.operand(right)
    }

    /// A comparison's value.
    pub(super) fn compare(&mut self, compare: &'a ast::ExprCompare, dst: Reg) -> Fallible<()> {
        self.warn_of_identity(compare);
        let range = compare.range;
        if let ([op], [right]) = (&*compare.ops, &*compare.comparators) {
            let saved = self.unit.top;
            let op = comparison(*op);
            let a = self.operand(&compare.left)?;
            let b = self.compare_operand(op, right, true)?;
            self.emit(Op::Compare { op, dst, a, b }, range);
            self.settle(saved, dst);
            return Ok(());
        }
        self.via_temporary(dst, range, |compiler, result| {
            let end = compiler.unit.label();
            let mut a = compiler.push(&compare.left)?;
            let last = compare.ops.len() - 1;
            for (i, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
                let op = comparison(*op);
                let b = compiler.compare_operand(op, right, i == last)?;
                let dst = result;
                compiler.emit(Op::Compare { op, dst, a, b }, range);
                if i < last {
                    compiler.branch_value(result, end, false, range);
                }
                a = b;
            }
            compiler.unit.top = result + 1;
            compiler.unit.bind(end);
            Ok(())
        })
    }

    /// The value of `and` or `or`.
    pub(super) fn bool_op(&mut self, operation: &'a ast::ExprBoolOp, dst: Reg) -> Fallible<()> {
        let end = self.unit.label();
        let sense = operation.op == ast::BoolOp::Or;
        self.via_temporary(dst, operation.range, |compiler, result| {
            let Some((last, others)) = operation.values.split_last() else {
                return Ok(());
            };
            let mut certain = None;
            for value in others {
                compiler.expr_to(value, result)?;
                compiler.branch_value(result, end, sense, value.range());
                compiler.unit.top = result;
                certain.get_or_insert_with(|| compiler.bound_here());
            }
            compiler.expr_to(last, result)?;
            compiler.unit.bind(end);
            if let Some(certain) = certain {
                compiler.forget_bound(certain);
            }
            Ok(())
        })
    }

    /// `a if c else b`
    pub(super) fn conditional(&mut self, expr: &'a ast::ExprIf, dst: Reg) -> Fallible<()> {
        let saved = self.unit.top;
        let (otherwise, end) = (self.unit.label(), self.unit.label());
        let before = self.bound_here();
        self.branch(&expr.test, otherwise, false)?;
        self.expr_to(&expr.body, dst)?;
        self.goto(end, expr.range);
        self.unit.bind(otherwise);
        self.unit.top = saved;
        self.forget_bound(before.clone());
        self.expr_to(&expr.orelse, dst)?;
        self.unit.bind(end);
        self.forget_bound(before);
        Ok(())
    }
}

/// The truth of a test that needs no code.
pub(super) fn constant_truth(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::Name(name) if &*name.id == "__debug__" => Some(true),
        Expr::Tuple(_) => None,
        _ => fold(expr).map(|constant| truth(&constant)),
    }
}

fn is_order(op: CompareOp) -> bool {
    matches!(
        op,
        CompareOp::Lt
            | CompareOp::Le
            | CompareOp::Eq
            | CompareOp::Ne
            | CompareOp::Gt
            | CompareOp::Ge
    )
}

fn comparison(op: CmpOp) -> CompareOp {
    match op {
        CmpOp::Eq => CompareOp::Eq,
        CmpOp::NotEq => CompareOp::Ne,
        CmpOp::Lt => CompareOp::Lt,
        CmpOp::LtE => CompareOp::Le,
        CmpOp::Gt => CompareOp::Gt,
        CmpOp::GtE => CompareOp::Ge,
        CmpOp::Is => CompareOp::Is,
        CmpOp::IsNot => CompareOp::IsNot,
        CmpOp::In => CompareOp::In,
        CmpOp::NotIn => CompareOp::NotIn,
    }
}
