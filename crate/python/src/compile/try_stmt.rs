//! `try`, with `except`, `except*`, `else` and `finally`.

use ruff_python_ast::{self as ast, ExceptHandler};
use ruff_text_size::{Ranged, TextRange};

use super::unit::Label;
use super::unwind::BlockKind;
use super::{Compiler, Fallible};
use crate::code::{Op, Reg};

impl<'a> Compiler<'a> {
    /// `try`
    pub(super) fn try_stmt(&mut self, stmt: &'a ast::StmtTry) -> Fallible<()> {
        let keyword = TextRange::at(stmt.range.start(), 3.into());
        self.emit(Op::Nop, keyword);
        if stmt.finalbody.is_empty() {
            self.try_except(stmt)
        } else {
            self.try_finally(stmt)
        }
    }

    pub(super) fn final_body(&mut self, body: &'a [ast::Stmt]) -> Fallible<()> {
        self.unit.final_bodies.push(self.unit.blocks.len());
        let result = self.statements(body);
        self.unit.final_bodies.pop();
        result
    }

    /// The `finally` body stands twice: for the ordinary way out, and for exceptions.
    fn try_finally(&mut self, stmt: &'a ast::StmtTry) -> Fallible<()> {
        let exception = self.unit.top;
        let (target, end) = (self.unit.label(), self.unit.label());
        let before = self.bound_here();
        self.enter(
            BlockKind::Finally(&stmt.finalbody),
            Some((target, exception)),
        );
        if stmt.handlers.is_empty() {
            self.statements(&stmt.body)?;
        } else {
            self.try_except(stmt)?;
        }
        self.exit();
        if !self.unit.is_dead {
            self.final_body(&stmt.finalbody)?;
        }
        if !self.unit.is_dead {
            self.goto(end, stmt.range);
        }
        let after = self.bound_here();
        self.forget_bound(before);
        let cleanup = self.begin_handling(target, exception, stmt.range);
        self.enter(
            BlockKind::Handled {
                save: exception + 1,
                exception,
                name: None,
            },
            Some((cleanup, exception + 2)),
        );
        self.final_body(&stmt.finalbody)?;
        self.emit(Op::Reraise { exception }, stmt.range);
        self.exit();
        self.end_handling(cleanup, exception, stmt.range);
        self.unit.bind(end);
        self.unit.top = exception;
        self.forget_bound(after);
        Ok(())
    }

    /// Begins a handler: the exception in its register becomes the one being handled. Gives the
    /// label of the code that
    /// puts things right when the handler itself raises.
    fn begin_handling(&mut self, target: Label, exception: Reg, range: TextRange) -> Label {
        self.unit.bind(target);
        self.unit.set_top(exception + 1);
        let save = exception + 1;
        self.emit(Op::PushHandled { save, exception }, range);
        self.unit.set_top(exception + 2);
        self.unit.label()
    }

    /// The code at that label.
    fn end_handling(&mut self, cleanup: Label, exception: Reg, range: TextRange) {
        self.unit.bind(cleanup);
        self.unit.set_top(exception + 3);
        let save = exception + 1;
        self.emit(Op::PopHandled { save }, range);
        let raised = Op::Reraise {
            exception: exception + 2,
        };
        self.emit(raised, range);
    }

    fn try_except(&mut self, stmt: &'a ast::StmtTry) -> Fallible<()> {
        let exception = self.unit.top;
        let (target, end) = (self.unit.label(), self.unit.label());
        let before = self.bound_here();
        self.enter(BlockKind::Try, Some((target, exception)));
        self.statements(&stmt.body)?;
        self.exit();
        let mut is_reachable = false;
        self.statements(&stmt.orelse)?;
        let after = self.bound_here();
        if !self.unit.is_dead {
            is_reachable = true;
            self.goto(end, stmt.range);
        }
        self.forget_bound(before.clone());
        let cleanup = self.begin_handling(target, exception, stmt.range);
        let leaves = if stmt.is_star {
            self.group_handlers(stmt, exception, cleanup, end)?;
            true
        } else {
            self.handlers(stmt, exception, cleanup, end)?
        };
        self.end_handling(cleanup, exception, stmt.range);
        self.unit.bind(end);
        self.unit.top = exception;
        self.unit.is_dead = !is_reachable && !leaves;
        self.forget_bound(if leaves { before } else { after });
        Ok(())
    }

    /// Writes the `except` clauses; gives whether any of them goes on after the statement.
    fn handlers(
        &mut self,
        stmt: &'a ast::StmtTry,
        exception: Reg,
        cleanup: Label,
        end: Label,
    ) -> Fallible<bool> {
        let before = self.bound_here();
        let mut leaves = false;
        self.enter(BlockKind::Try, Some((cleanup, exception + 2)));
        for (i, handler) in stmt.handlers.iter().enumerate() {
            let ExceptHandler::ExceptHandler(handler) = handler;
            let next = self.unit.label();
            self.begin_line();
            if let Some(types) = &handler.type_ {
                let saved = self.unit.top;
                let types = self.operand(types)?;
                let range = Self::header(
                    handler.range,
                    handler.type_.as_ref().map_or(handler.range, |t| t.range()),
                );
                let dst = saved;
                let op = Op::MatchException {
                    dst,
                    exception,
                    types,
                };
                // Types that are none are an error of the whole clause.
                self.emit(op, handler.range);
                self.unit.set_top(saved + 1);
                let test = Op::JumpUnless {
                    src: dst,
                    offset: 0,
                };
                self.jump(test, next, range);
                self.unit.top = saved;
            } else {
                if i + 1 < stmt.handlers.len() {
                    return self.fail(handler.range, "default 'except:' must be last");
                }
                let keyword = TextRange::at(handler.range.start(), 6.into());
                self.emit(Op::Nop, keyword);
            }
            leaves |= self.handler_body(handler, exception, end)?;
            self.unit.bind(next);
            self.forget_bound(before.clone());
        }
        self.emit(Op::Reraise { exception }, stmt.range);
        self.exit();
        Ok(leaves)
    }

    /// The body of one `except`; gives whether its end is reached.
    fn handler_body(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        exception: Reg,
        end: Label,
    ) -> Fallible<bool> {
        let save = exception + 1;
        let range = handler.range;
        let name = handler.name.as_ref();
        let kind = BlockKind::Handled {
            save,
            exception,
            name,
        };
        let forget = self.unit.label();
        if let Some(name) = name {
            self.store_name(name.as_str(), exception, name.range);
        }
        self.enter(kind, name.map(|_| (forget, exception + 2)));
        self.statements(&handler.body)?;
        self.exit();
        let is_reachable = !self.unit.is_dead;
        if is_reachable {
            self.emit(Op::PopHandled { save }, range);
            if let Some(name) = name {
                self.forget_exception_name(name)?;
            }
            self.emit(Op::Clear { reg: exception }, range);
            self.goto(end, range);
        }
        self.unit.bind(forget);
        if let Some(name) = name {
            self.unit.set_top(exception + 3);
            self.forget_exception_name(name)?;
            let raised = Op::Reraise {
                exception: exception + 2,
            };
            self.emit(raised, range);
            self.unit.top = exception + 2;
        }
        Ok(is_reachable)
    }

    /// The `except*` clauses. Registers from `exception`: original, saved, raised in the clauses,
    /// matching part, rest.
    fn group_handlers(
        &mut self,
        stmt: &'a ast::StmtTry,
        exception: Reg,
        cleanup: Label,
        end: Label,
    ) -> Fallible<()> {
        let range = stmt.range;
        self.enter(BlockKind::Try, Some((cleanup, exception + 2)));
        let (raised, part, rest) = (exception + 2, exception + 3, exception + 4);
        self.take_after(range, |dst, _| Op::BuildList {
            dst,
            base: dst,
            n: 0,
        })?;
        self.push_none(range)?;
        self.take_after(range, |dst, _| Op::Move {
            dst,
            src: exception,
        })?;
        for handler in &stmt.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            self.group_handler(handler, raised, part)?;
        }
        let (skip, done) = (self.unit.label(), self.unit.label());
        self.jump(
            Op::JumpIfNone {
                src: rest,
                offset: 0,
            },
            skip,
            range,
        );
        let op = Op::ListAppend {
            list: raised,
            value: rest,
        };
        self.emit(op, range);
        self.unit.bind(skip);
        let op = Op::PrepareReraiseGroup {
            dst: part,
            exception,
            raised,
        };
        self.emit(op, range);
        self.exit();
        let save = exception + 1;
        self.emit(Op::PopHandled { save }, range);
        self.jump(
            Op::JumpIfNone {
                src: part,
                offset: 0,
            },
            done,
            range,
        );
        self.emit(Op::Reraise { exception: part }, range);
        self.unit.bind(done);
        for reg in [rest, raised, exception] {
            self.emit(Op::Clear { reg }, range);
        }
        self.goto(end, range);
        Ok(())
    }

    fn group_handler(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        raised: Reg,
        part: Reg,
    ) -> Fallible<()> {
        let range = handler.range;
        let before = self.bound_here();
        let (next, failed) = (self.unit.label(), self.unit.label());
        let save = self.unit.top;
        let Some(types) = &handler.type_ else {
            return self.fail(range, "expected one or more exception types");
        };
        self.begin_line();
        let header = Self::header(range, types.range());
        let types = self.operand(types)?;
        self.emit(Op::MatchExceptionGroup { base: part, types }, range);
        self.unit.top = save;
        self.jump(
            Op::JumpIfNone {
                src: part,
                offset: 0,
            },
            next,
            header,
        );
        let op = Op::PushHandled {
            save,
            exception: part,
        };
        self.emit(op, header);
        self.unit.set_top(save + 1);
        let name = handler.name.as_ref();
        if let Some(name) = name {
            self.store_name(name.as_str(), part, name.range);
        }
        self.enter(BlockKind::GroupHandler, Some((failed, save + 1)));
        self.statements(&handler.body)?;
        self.exit();
        if !self.unit.is_dead {
            self.leave_group_handler(name, save, range)?;
            self.goto(next, range);
        }
        self.unit.bind(failed);
        self.unit.set_top(save + 2);
        let op = Op::ListAppend {
            list: raised,
            value: save + 1,
        };
        self.emit(op, range);
        self.leave_group_handler(name, save, range)?;
        self.unit.bind(next);
        self.unit.top = save;
        self.forget_bound(before);
        Ok(())
    }

    fn leave_group_handler(
        &mut self,
        name: Option<&'a ast::Identifier>,
        save: Reg,
        range: TextRange,
    ) -> Fallible<()> {
        self.emit(Op::PopHandled { save }, range);
        match name {
            Some(name) => self.forget_exception_name(name),
            None => Ok(()),
        }
    }
}
