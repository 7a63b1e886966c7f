//! `with` and `async with`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::unwind::BlockKind;
use super::{Compiler, Fallible};
use crate::code::{Op, Reg, Special};

impl<'a> Compiler<'a> {
    /// `with a as b, c as d: …`
    pub(super) fn with_stmt(&mut self, stmt: &'a ast::StmtWith) -> Fallible<()> {
        if stmt.is_async {
            let outside = "'async with' outside async function";
            self.check_await(stmt.range, outside, outside)?;
        }
        self.with_items(stmt, &stmt.items)
    }

    fn with_items(&mut self, stmt: &'a ast::StmtWith, items: &'a [ast::WithItem]) -> Fallible<()> {
        match items.split_first() {
            Some((item, rest)) => {
                self.nested(item.range, |compiler| compiler.with_item(stmt, item, rest))
            }
            None => self.statements(&stmt.body),
        }
    }

    /// One context manager. Registers: the manager if it is a temporary, its exit function and
    /// receiver, the exception.
    fn with_item(
        &mut self,
        stmt: &'a ast::StmtWith,
        item: &'a ast::WithItem,
        rest: &'a [ast::WithItem],
    ) -> Fallible<()> {
        let is_async = stmt.is_async;
        let range = item.context_expr.range();
        let first = self.unit.top;
        let base = self.enter_with(item, is_async)?;
        let exception = base + 2;
        let (target, end) = (self.unit.label(), self.unit.label());
        let before = self.bound_here();
        let kind = BlockKind::With {
            first,
            base,
            is_async,
            range,
        };
        self.enter(kind, Some((target, exception)));
        match item.optional_vars.as_deref() {
            Some(variable) => {
                self.store(variable, exception)?;
                self.unit.top = exception;
            }
            None => self.clear_top(range),
        }
        let before = match item.optional_vars.as_deref() {
            Some(Expr::Name(_)) => self.bound_here(),
            _ => before,
        };
        self.with_items(stmt, rest)?;
        self.exit();
        let is_reachable = !self.unit.is_dead;
        if is_reachable {
            self.exit_with(first, base, is_async, range)?;
            self.unit.top = first;
            self.goto(end, range);
        }
        self.forget_bound(before);
        self.unit.bind(target);
        self.unit.set_top(exception + 1);
        self.with_exception(first, base, is_async, range)?;
        self.unit.bind(end);
        self.unit.top = first;
        Ok(())
    }

    /// Enters the manager. Leaves the exit function at the register given and what entering gave
    /// after its receiver.
    fn enter_with(&mut self, item: &'a ast::WithItem, is_async: bool) -> Fallible<Reg> {
        let range = item.context_expr.range();
        let (enter, exit) = if is_async {
            (Special::AsyncEnter, Special::AsyncExit)
        } else {
            (Special::Enter, Special::Exit)
        };
        let obj = self.operand(&item.context_expr)?;
        let base = self.unit.top;
        for (special, dst) in [(exit, base), (enter, base + 2)] {
            self.emit(Op::LoadSpecial { special, dst, obj }, range);
            self.unit.set_top(dst + 2);
        }
        let op = Op::Call {
            dst: base + 2,
            base: base + 2,
            n: 0,
        };
        self.emit(op, range);
        self.unit.top = base + 3;
        if is_async {
            self.await_top(range)?;
        }
        Ok(base)
    }

    /// Leaves the manager without an exception and empties its registers.
    pub(super) fn exit_with(
        &mut self,
        first: Reg,
        base: Reg,
        is_async: bool,
        range: TextRange,
    ) -> Fallible<()> {
        let saved = self.unit.top;
        self.begin_line();
        let call = if saved == base + 2 {
            base
        } else {
            self.push_pair(base, range)?;
            saved
        };
        for _ in 0..3 {
            self.push_none(range)?;
        }
        let op = Op::Call {
            dst: call,
            base: call,
            n: 3,
        };
        self.emit(op, range);
        self.unit.top = call + 1;
        if is_async {
            self.await_top(range)?;
        }
        self.clear_top(range);
        for reg in (first..call.min(base + 2)).rev() {
            self.emit(Op::Clear { reg }, range);
        }
        self.unit.top = if call == base { first } else { saved };
        Ok(())
    }

    /// Pushes copies of the exit function and its receiver.
    fn push_pair(&mut self, base: Reg, range: TextRange) -> Fallible<()> {
        for src in [base, base + 1] {
            self.take_after(range, |dst, _| Op::Move { dst, src })?;
        }
        Ok(())
    }

    /// Leaves the manager with the exception in the topmost register: raised again unless the
    /// manager swallows it.
    fn with_exception(
        &mut self,
        first: Reg,
        base: Reg,
        is_async: bool,
        range: TextRange,
    ) -> Fallible<()> {
        let exception = base + 2;
        let (cleanup, swallowed) = (self.unit.label(), self.unit.label());
        let save = exception + 1;
        self.begin_line();
        self.emit(Op::PushHandled { save, exception }, range);
        self.unit.set_top(exception + 2);
        let call = self.unit.top;
        self.enter(BlockKind::Try, Some((cleanup, call)));
        self.push_pair(base, range)?;
        let op = Op::ExceptionInfo {
            base: call + 2,
            exception,
        };
        self.emit(op, range);
        self.unit.set_top(call + 5);
        let op = Op::Call {
            dst: call,
            base: call,
            n: 3,
        };
        self.emit(op, range);
        self.unit.top = call + 1;
        if is_async {
            self.await_top(range)?;
        }
        let test = Op::JumpIf {
            src: call,
            offset: 0,
        };
        self.jump(test, swallowed, range);
        self.unit.top = call;
        self.emit(Op::Reraise { exception }, range);
        self.exit();
        self.unit.bind(cleanup);
        self.unit.set_top(call + 1);
        self.emit(Op::PopHandled { save }, range);
        self.emit(Op::Reraise { exception: call }, range);
        self.unit.bind(swallowed);
        self.unit.top = call;
        self.emit(Op::PopHandled { save }, range);
        for reg in (first..=exception).rev() {
            self.emit(Op::Clear { reg }, range);
        }
        Ok(())
    }
}
