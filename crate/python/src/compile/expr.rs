//! Expressions.
//!
//! `expr_to(e, dst)` leaves the value in `dst`, which is the next free register or one below it; in
//! the first case the
//! register is live afterwards. A register of a local variable is written by the last instruction
//! only, so the expression
//! may read the variable's old value.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::constant::{fold, short_int};
use super::scope::ScopeKind;
use super::{Compiler, Fallible};
use crate::code::{BinaryOp, CodeKind, Constant, Op, Reg, UnaryOp};

/// Displays longer than this are built piece by piece.
const RUN_MAX: usize = 48;

impl<'a> Compiler<'a> {
    /// `dst ←` the value of an expression.
    pub(super) fn expr_to(&mut self, expr: &'a Expr, dst: Reg) -> Fallible<()> {
        debug_assert!(dst <= self.unit.top, "a register above the live ones");
        self.nested(expr.range(), |compiler| compiler.expr_inner(expr, dst))
    }

    /// The next temporary ← the value of an expression.
    pub(super) fn push(&mut self, expr: &'a Expr) -> Fallible<Reg> {
        let dst = self.unit.top;
        self.expr_to(expr, dst)?;
        debug_assert_eq!(self.unit.top, dst + 1, "one value is pushed");
        Ok(dst)
    }

    /// A register that holds the value of an expression: a local's own, or the next temporary.
    pub(super) fn operand(&mut self, expr: &'a Expr) -> Fallible<Reg> {
        match self.direct_operand(expr) {
            Some(register) => Ok(register),
            None => self.push(expr),
        }
    }

    fn expr_inner(&mut self, expr: &'a Expr, dst: Reg) -> Fallible<()> {
        match expr {
            Expr::Name(name) => self.load_name(&name.id, name.range, dst),
            Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_) => {
                let constant = fold(expr).unwrap_or(Constant::None);
                self.load_constant(constant, expr.range(), dst)
            }
            Expr::BinOp(operation) => self.binary(operation, expr, dst),
            Expr::UnaryOp(operation) => self.unary(operation, expr, dst),
            Expr::BoolOp(operation) => self.bool_op(operation, dst),
            Expr::Compare(compare) => self.compare(compare, dst),
            Expr::If(conditional) => self.conditional(conditional, dst),
            Expr::Call(call) => self.call(call, dst),
            Expr::Attribute(attribute) => self.attribute(attribute, dst),
            Expr::Subscript(subscript) => self.subscript(subscript, dst),
            Expr::Slice(slice) => self.slice(slice, dst),
            Expr::Tuple(tuple) => self.tuple(tuple, expr, dst),
            Expr::List(list) => self.list(&list.elts, list.range, dst),
            Expr::Set(set) => self.set(&set.elts, set.range, dst),
            Expr::Dict(dict) => self.dict(dict, dst),
            Expr::Lambda(lambda) => self.lambda(lambda, dst),
            Expr::Named(walrus) => self.walrus(walrus, dst),
            Expr::Await(e) => self.await_expr(e, dst),
            Expr::Yield(e) => self.yield_expr(e, dst),
            Expr::YieldFrom(e) => self.yield_from(e, dst),
            Expr::FString(string) => self.f_string(string, dst),
            Expr::TString(string) => self.t_string(string, dst),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr, dst)
            }
            Expr::Starred(starred) => self.fail(starred.range, "can't use starred expression here"),
            Expr::IpyEscapeCommand(command) => self.fail(command.range, "invalid syntax"),
        }
    }

    /// Runs code that leaves a value in the next temporary, then brings the value to `dst`.
    pub(super) fn via_temporary(
        &mut self,
        dst: Reg,
        range: TextRange,
        make: impl FnOnce(&mut Self, Reg) -> Fallible<()>,
    ) -> Fallible<()> {
        let saved = self.unit.top;
        make(self, saved)?;
        if dst != saved {
            self.unit.set_top(saved + 1);
            self.emit(Op::Move { dst, src: saved }, range);
        }
        self.settle(saved, dst);
        Ok(())
    }

    /// A chain of operators, walked from the left without recursion.
    fn binary(&mut self, operation: &'a ast::ExprBinOp, expr: &'a Expr, dst: Reg) -> Fallible<()> {
        if let Some(constant) = fold(expr) {
            return self.load_constant(constant, operation.range, dst);
        }
        let saved = self.unit.top;
        let mut chain = vec![operation];
        while let Expr::BinOp(inner) = &*chain[chain.len() - 1].left {
            chain.push(inner);
        }
        let innermost = chain[chain.len() - 1];
        let mut a = self.operand(&innermost.left)?;
        for (remaining, operation) in chain.iter().enumerate().rev() {
            let target = if remaining == 0 { dst } else { saved };
            let short = short_int(&operation.right);
            let op = match (operation.op, short) {
                (ast::Operator::Add, Some(value)) => Op::AddInt {
                    dst: target,
                    a,
                    value,
                },
                (ast::Operator::Sub, Some(value)) => Op::SubInt {
                    dst: target,
                    a,
                    value,
                },
                _ => {
                    let b = self.operand(&operation.right)?;
                    binary_op(operation.op, target, a, b)
                }
            };
            self.emit(op, operation.range);
            self.settle(saved, target);
            a = target;
        }
        Ok(())
    }

    fn unary(&mut self, operation: &'a ast::ExprUnaryOp, expr: &'a Expr, dst: Reg) -> Fallible<()> {
        if let Some(constant) = fold(expr) {
            return self.load_constant(constant, operation.range, dst);
        }
        let saved = self.unit.top;
        let src = self.operand(&operation.operand)?;
        let op = match operation.op {
            ast::UnaryOp::Invert => UnaryOp::Invert,
            ast::UnaryOp::Not => UnaryOp::Not,
            ast::UnaryOp::UAdd => UnaryOp::Pos,
            ast::UnaryOp::USub => UnaryOp::Neg,
        };
        self.emit(Op::Unary { op, dst, src }, operation.range);
        self.settle(saved, dst);
        Ok(())
    }

    fn attribute(&mut self, attribute: &'a ast::ExprAttribute, dst: Reg) -> Fallible<()> {
        if self.super_attribute(attribute, dst)? {
            return Ok(());
        }
        let saved = self.unit.top;
        let obj = self.operand(&attribute.value)?;
        let name = self.mangled(attribute.attr.as_str());
        let site = self.unit.site(&name);
        let range = self.attribute_range(attribute);
        self.emit(Op::LoadAttr { dst, obj, site }, range);
        self.settle(saved, dst);
        Ok(())
    }

    /// What CPython underlines for an attribute: all of it, or the name alone where it stands on a
    /// later line.
    pub(super) fn attribute_range(&self, attribute: &ast::ExprAttribute) -> TextRange {
        let start = self.source.line_of(attribute.range.start().to_u32());
        let name = self.source.line_of(attribute.attr.range.start().to_u32());
        if start == name {
            attribute.range
        } else {
            attribute.attr.range
        }
    }

    fn subscript(&mut self, subscript: &'a ast::ExprSubscript, dst: Reg) -> Fallible<()> {
        self.warn_of_subscript(subscript);
        let saved = self.unit.top;
        let obj = self.operand(&subscript.value)?;
        let key = self.subscript_key(&subscript.slice)?;
        self.emit(Op::GetItem { dst, obj, key }, subscript.range);
        self.settle(saved, dst);
        Ok(())
    }

    /// The key of a subscript; `x[*a]` is a tuple.
    pub(super) fn subscript_key(&mut self, key: &'a Expr) -> Fallible<Reg> {
        self.operand(key)
    }

    fn slice(&mut self, slice: &'a ast::ExprSlice, dst: Reg) -> Fallible<()> {
        let base = self.unit.top;
        for part in [&slice.lower, &slice.upper, &slice.step] {
            match part {
                Some(part) => self.push(part)?,
                None => self.push_none(slice.range)?,
            };
        }
        self.emit(Op::BuildSlice { dst, base }, slice.range);
        self.settle(base, dst);
        Ok(())
    }

    fn tuple(&mut self, tuple: &'a ast::ExprTuple, expr: &'a Expr, dst: Reg) -> Fallible<()> {
        if let Some(constant) = fold(expr) {
            return self.load_constant(constant, tuple.range, dst);
        }
        let saved = self.unit.top;
        if tuple.elts.len() <= RUN_MAX && !tuple.elts.iter().any(Expr::is_starred_expr) {
            let n = self.push_all(&tuple.elts)?;
            let op = Op::BuildTuple {
                dst,
                base: saved,
                n,
            };
            self.emit(op, tuple.range);
        } else {
            self.list(&tuple.elts, tuple.range, saved)?;
            self.emit(Op::ListToTuple { dst, src: saved }, tuple.range);
        }
        self.settle(saved, dst);
        Ok(())
    }

    /// Pushes values; gives how many.
    pub(super) fn push_all(&mut self, elements: &'a [Expr]) -> Fallible<u16> {
        for element in elements {
            self.push(element)?;
        }
        Ok(self.unit.count(elements.len()))
    }

    /// `[…]`, also as a step of tuples and calls with `*`.
    pub(super) fn list(
        &mut self,
        elements: &'a [Expr],
        range: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        let run = leading_run(elements);
        if run == elements.len() {
            let base = self.unit.top;
            let n = self.push_all(elements)?;
            self.emit(Op::BuildList { dst, base, n }, range);
            self.settle(base, dst);
            return Ok(());
        }
        self.via_temporary(dst, range, |compiler, list| {
            let n = compiler.push_all(&elements[..run])?;
            let op = Op::BuildList {
                dst: list,
                base: list,
                n,
            };
            compiler.emit(op, range);
            compiler.unit.set_top(list + 1);
            for element in &elements[run..] {
                let op = if let Expr::Starred(starred) = element {
                    let iterable = compiler.operand(&starred.value)?;
                    Op::ListExtend { list, iterable }
                } else {
                    let value = compiler.operand(element)?;
                    Op::ListAppend { list, value }
                };
                compiler.emit(op, range);
                compiler.unit.set_top(list + 1);
            }
            Ok(())
        })
    }

    fn set(&mut self, elements: &'a [Expr], range: TextRange, dst: Reg) -> Fallible<()> {
        let run = leading_run(elements);
        // Like CPython, fill it from a frozen set: programs see the order that this gives.
        let constants: Option<Vec<Constant>> = elements.iter().map(fold).collect();
        if let Some(constants) = constants.filter(|constants| constants.len() > 2) {
            return self.via_temporary(dst, range, |compiler, set| {
                let (n, base) = (0, set);
                compiler.emit(Op::BuildSet { dst: set, base, n }, range);
                compiler.unit.set_top(set + 1);
                let iterable = compiler.push_constant(Constant::FrozenSet(constants), range)?;
                compiler.emit(Op::SetUpdate { set, iterable }, range);
                compiler.unit.set_top(set + 1);
                Ok(())
            });
        }
        self.via_temporary(dst, range, |compiler, set| {
            let n = compiler.push_all(&elements[..run])?;
            let op = Op::BuildSet {
                dst: set,
                base: set,
                n,
            };
            compiler.emit(op, range);
            compiler.unit.set_top(set + 1);
            for element in &elements[run..] {
                let op = if let Expr::Starred(starred) = element {
                    let iterable = compiler.operand(&starred.value)?;
                    Op::SetUpdate { set, iterable }
                } else {
                    let value = compiler.operand(element)?;
                    Op::SetAdd { set, value }
                };
                compiler.emit(op, range);
                compiler.unit.set_top(set + 1);
            }
            Ok(())
        })
    }

    fn dict(&mut self, display: &'a ast::ExprDict, dst: Reg) -> Fallible<()> {
        let range = display.range;
        let run = display
            .items
            .iter()
            .take(RUN_MAX / 2)
            .take_while(|item| item.key.is_some())
            .count();
        self.via_temporary(dst, range, |compiler, dict| {
            for item in &display.items[..run] {
                if let Some(key) = &item.key {
                    compiler.push(key)?;
                }
                compiler.push(&item.value)?;
            }
            let op = Op::BuildDict {
                dst: dict,
                base: dict,
                n: compiler.unit.count(run),
            };
            compiler.emit(op, range);
            compiler.unit.set_top(dict + 1);
            for item in &display.items[run..] {
                let op = if let Some(key) = &item.key {
                    let key = compiler.operand(key)?;
                    let value = compiler.operand(&item.value)?;
                    Op::DictInsert { dict, key, value }
                } else {
                    let mapping = compiler.operand(&item.value)?;
                    Op::DictUpdate { dict, mapping }
                };
                compiler.emit(op, range);
                compiler.unit.set_top(dict + 1);
            }
            Ok(())
        })
    }

    fn walrus(&mut self, walrus: &'a ast::ExprNamed, dst: Reg) -> Fallible<()> {
        let Expr::Name(target) = &*walrus.target else {
            return self.fail(walrus.range, "invalid syntax");
        };
        let saved = self.unit.top;
        if let Some(register) = self.direct_target(&target.id) {
            self.expr_to(&walrus.value, register)?;
            self.mark_bound(register);
            if register != dst {
                let op = Op::Move { dst, src: register };
                self.emit(op, walrus.range);
            }
            self.settle(saved, dst);
            return Ok(());
        }
        self.expr_to(&walrus.value, dst)?;
        self.store_name(&target.id, dst, target.range);
        Ok(())
    }

    fn await_expr(&mut self, expr: &'a ast::ExprAwait, dst: Reg) -> Fallible<()> {
        self.check_await(
            expr.range,
            "'await' outside function",
            "'await' outside async function",
        )?;
        self.via_temporary(dst, expr.range, |compiler, _| {
            compiler.push(&expr.value)?;
            compiler.await_top(expr.range)
        })
    }

    /// Whether `await` may stand here; the messages are for outside a function and inside a plain
    /// one.
    pub(super) fn check_await(
        &self,
        range: TextRange,
        outside: &str,
        in_plain: &str,
    ) -> Fallible<()> {
        match self.unit.kind {
            Some(CodeKind::Coroutine | CodeKind::AsyncGenerator) => Ok(()),
            Some(CodeKind::Module | CodeKind::Class) | None => self.fail(range, outside),
            _ => self.fail(range, in_plain),
        }
    }

    /// Awaits the topmost temporary, which the result replaces.
    pub(super) fn await_top(&mut self, range: TextRange) -> Fallible<()> {
        let iter = self.unit.top - 1;
        let op = Op::GetAwaitable {
            dst: iter,
            src: iter,
        };
        self.emit(op, range);
        self.drive_top(range)
    }

    /// Drives the iterator in the topmost temporary to its end; the result replaces it.
    fn drive_top(&mut self, range: TextRange) -> Fallible<()> {
        let iter = self.unit.top - 1;
        let dst = self.push_none(range)?;
        self.emit(Op::YieldFrom { dst, iter }, range);
        let op = Op::Move {
            dst: iter,
            src: dst,
        };
        self.emit(op, range);
        self.unit.top = iter + 1;
        Ok(())
    }

    fn yield_expr(&mut self, expr: &'a ast::ExprYield, dst: Reg) -> Fallible<()> {
        let saved = self.unit.top;
        let src = match &expr.value {
            Some(value) => self.operand(value)?,
            None => self.push_none(expr.range)?,
        };
        self.emit(Op::Yield { dst, src }, expr.range);
        self.settle(saved, dst);
        Ok(())
    }

    fn yield_from(&mut self, expr: &'a ast::ExprYieldFrom, dst: Reg) -> Fallible<()> {
        if self.scopes[self.unit.scope].kind == ScopeKind::Function
            && self.scopes[self.unit.scope].is_async
        {
            return self.fail(expr.range, "'yield from' inside async function");
        }
        self.via_temporary(dst, expr.range, |compiler, _| {
            let iter = compiler.push(&expr.value)?;
            let op = Op::GetYieldFromIter {
                dst: iter,
                src: iter,
            };
            compiler.emit(op, expr.range);
            compiler.drive_top(expr.range)
        })
    }
}

/// How many elements stand at the start before a `*`, as far as they go into one instruction.
fn leading_run(elements: &[Expr]) -> usize {
    elements
        .iter()
        .take(RUN_MAX)
        .take_while(|element| !element.is_starred_expr())
        .count()
}

/// The instruction of an operator.
fn binary_op(op: ast::Operator, dst: Reg, a: Reg, b: Reg) -> Op {
    match op {
        ast::Operator::Add => Op::Add { dst, a, b },
        ast::Operator::Sub => Op::Sub { dst, a, b },
        ast::Operator::Mult => Op::Mul { dst, a, b },
        op => Op::Binary {
            op: operator(op),
            dst,
            a,
            b,
        },
    }
}

/// The machine's name for an operator.
pub(super) fn operator(op: ast::Operator) -> BinaryOp {
    match op {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Sub,
        ast::Operator::Mult => BinaryOp::Mul,
        ast::Operator::MatMult => BinaryOp::MatMul,
        ast::Operator::Div => BinaryOp::TrueDiv,
        ast::Operator::Mod => BinaryOp::Mod,
        ast::Operator::Pow => BinaryOp::Pow,
        ast::Operator::LShift => BinaryOp::LShift,
        ast::Operator::RShift => BinaryOp::RShift,
        ast::Operator::BitOr => BinaryOp::Or,
        ast::Operator::BitXor => BinaryOp::Xor,
        ast::Operator::BitAnd => BinaryOp::And,
        ast::Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}
