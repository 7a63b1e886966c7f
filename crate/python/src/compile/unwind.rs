//! Leaving blocks: what `return`, `break` and `continue` do on their way out, and which handlers
//! cover what.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::constant::fold;
use super::scope::ScopeKind;
use super::unit::{Covered, Label};
use super::{Compiler, Fallible};
use crate::code::{CodeKind, Constant, Op, Reg};

/// The handler of a block, and where the part of the block that it covers began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guard {
    pub(super) target: Label,
    pub(super) exception: Reg,
    start: u32,
}

/// A block that must be left in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind<'a>,
    guard: Option<Guard>,
}

/// What leaving a block takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum BlockKind<'a> {
    /// A loop; `iterator` is dropped on the way out.
    Loop {
        on_break: Label,
        on_continue: Label,
        iterator: Option<Reg>,
    },
    /// The guarded part of `try … except`: nothing.
    Try,
    /// The guarded part of `try … finally`: the `finally` body runs.
    Finally(&'a [Stmt]),
    /// A handler: the exception is no longer the one being handled, and its name goes.
    Handled {
        save: Reg,
        exception: Reg,
        name: Option<&'a ast::Identifier>,
    },
    /// A clause of `except*`, which may not be left by a jump.
    GroupHandler,
    /// `with`: the exit function at `base` is called; the registers from `first` are emptied.
    With {
        first: Reg,
        base: Reg,
        is_async: bool,
        range: TextRange,
    },
}

const LEAVES_GROUP_HANDLER: &str =
    "'break', 'continue' and 'return' cannot appear in an except* block";

impl<'a> Compiler<'a> {
    /// Enters a block; what is raised in it goes to `guard`, if any.
    pub(super) fn enter(&mut self, kind: BlockKind<'a>, guard: Option<(Label, Reg)>) {
        let start = self.unit.here();
        self.unit.blocks.push(Block {
            kind,
            guard: guard.map(|(target, exception)| Guard {
                target,
                exception,
                start,
            }),
        });
    }

    /// Ends the innermost block in the ordinary way; its handler covers no more.
    pub(super) fn exit(&mut self) {
        if let Some(block) = self.unit.blocks.pop() {
            self.close(&block);
        }
    }

    fn close(&mut self, block: &Block<'a>) {
        if let Some(guard) = block.guard {
            let covered = Covered {
                start: guard.start,
                end: self.unit.here(),
            };
            self.unit.handle(covered, guard.target, guard.exception);
        }
    }

    /// Leaves all blocks but the outermost `keep`, then runs `jump`, after which the blocks stand
    /// as before.
    fn leave(
        &mut self,
        keep: usize,
        range: TextRange,
        jump: impl FnOnce(&mut Self),
    ) -> Fallible<()> {
        let mut left = Vec::new();
        while self.unit.blocks.len() > keep {
            let Some(block) = self.unit.blocks.pop() else {
                break;
            };
            self.close(&block);
            self.leave_block(block, range)?;
            left.push(block);
        }
        jump(self);
        let here = self.unit.here();
        for mut block in left.into_iter().rev() {
            if let Some(guard) = &mut block.guard {
                guard.start = here;
            }
            self.unit.blocks.push(block);
        }
        Ok(())
    }

    fn leave_block(&mut self, block: Block<'a>, range: TextRange) -> Fallible<()> {
        match block.kind {
            BlockKind::Loop { iterator, .. } => {
                if let Some(reg) = iterator {
                    self.emit(Op::Clear { reg }, range);
                }
            }
            BlockKind::Try => {}
            BlockKind::Finally(body) => {
                let bound = self.bound_here();
                self.final_body(body)?;
                self.forget_bound(bound);
            }
            BlockKind::Handled {
                save,
                exception,
                name,
            } => {
                self.emit(Op::PopHandled { save }, range);
                if let Some(name) = name {
                    self.forget_exception_name(name)?;
                }
                self.emit(Op::Clear { reg: exception }, range);
            }
            BlockKind::GroupHandler => return self.fail(range, LEAVES_GROUP_HANDLER),
            BlockKind::With {
                first,
                base,
                is_async,
                range,
            } => self.exit_with(first, base, is_async, range)?,
        }
        Ok(())
    }

    /// `e = None; del e` at the end of `except … as e`.
    pub(super) fn forget_exception_name(&mut self, name: &'a ast::Identifier) -> Fallible<()> {
        let none = self.push_none(name.range)?;
        self.store_name(name.as_str(), none, name.range);
        self.unit.top = none;
        self.delete_name(name.as_str(), name.range);
        Ok(())
    }

    /// `return`
    pub(super) fn return_stmt(&mut self, stmt: &'a ast::StmtReturn) -> Fallible<()> {
        self.check_return(stmt)?;
        if !self.unit.final_bodies.is_empty() {
            self.warn_of_final_jump(stmt.range, "return");
        }
        let saved = self.unit.top;
        // A value in a local's own register could change on the way out.
        let must_hold = self.unit.blocks.iter().any(|block| {
            matches!(
                block.kind,
                BlockKind::Finally(_) | BlockKind::Handled { name: Some(_), .. }
            )
        });
        let src = match &stmt.value {
            None => self.push_none(stmt.range)?,
            Some(value) if must_hold => self.push(value)?,
            Some(value) => self.operand(value)?,
        };
        let bound = self.bound_here();
        self.leave(0, stmt.range, |compiler| {
            compiler.emit(Op::Return { src }, stmt.range);
        })?;
        self.forget_bound(bound);
        self.unit.top = saved;
        Ok(())
    }

    fn check_return(&self, stmt: &ast::StmtReturn) -> Fallible<()> {
        let is_function = matches!(
            self.scopes[self.unit.scope].kind,
            ScopeKind::Function | ScopeKind::Lambda
        );
        if !is_function {
            return self.fail(stmt.range, "'return' outside function");
        }
        if self.unit.kind == Some(CodeKind::AsyncGenerator) && stmt.value.is_some() {
            return self.fail(stmt.range, "'return' with value in async generator");
        }
        Ok(())
    }

    /// `break` and `continue`
    pub(super) fn loop_jump(&mut self, range: TextRange, is_break: bool) -> Fallible<()> {
        let found = self
            .unit
            .blocks
            .iter()
            .rposition(|block| matches!(block.kind, BlockKind::Loop { .. }));
        let Some(index) = found else {
            let mut blocks = self.unit.blocks.iter();
            let message = if blocks.any(|block| matches!(block.kind, BlockKind::GroupHandler)) {
                LEAVES_GROUP_HANDLER
            } else if is_break {
                "'break' outside loop"
            } else {
                "'continue' not properly in loop"
            };
            return self.fail(range, message);
        };
        if self
            .unit
            .final_bodies
            .last()
            .is_some_and(|&outer| index < outer)
        {
            self.warn_of_final_jump(range, if is_break { "break" } else { "continue" });
        }
        let BlockKind::Loop {
            on_break,
            on_continue,
            ..
        } = self.unit.blocks[index].kind
        else {
            unreachable!("the block found is a loop")
        };
        let saved = self.unit.top;
        let bound = self.bound_here();
        let (keep, label) = if is_break {
            (index, on_break)
        } else {
            (index + 1, on_continue)
        };
        self.leave(keep, range, |compiler| compiler.goto(label, range))?;
        self.forget_bound(bound);
        self.unit.top = saved;
        Ok(())
    }

    /// `for`
    pub(super) fn for_stmt(&mut self, stmt: &'a ast::StmtFor) -> Fallible<()> {
        if stmt.is_async {
            return self.async_for_stmt(stmt);
        }
        let iterator = self.unit.top;
        let (head, otherwise, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        self.push_iterator(&stmt.iter, false)?;
        let before = self.bound_here();
        self.enter(
            BlockKind::Loop {
                on_break: end,
                on_continue: head,
                iterator: Some(iterator),
            },
            None,
        );
        self.unit.bind(head);
        self.unit.at_line_start = true;
        self.for_next(iterator, &stmt.target, otherwise, stmt.iter.range())?;
        self.statements(&stmt.body)?;
        if !self.unit.is_dead {
            self.goto(head, stmt.iter.range());
        }
        self.exit();
        self.unit.bind(otherwise);
        self.unit.top = iterator;
        self.forget_bound(before.clone());
        self.statements(&stmt.orelse)?;
        self.unit.bind(end);
        self.forget_bound(before);
        Ok(())
    }

    /// Pushes the iterator of an iterable.
    pub(super) fn push_iterator(&mut self, iterable: &'a Expr, is_async: bool) -> Fallible<Reg> {
        let dst = self.unit.top;
        // A set of constants is gone through as a frozen one, whose order may differ.
        let constants: Option<Vec<Constant>> = match iterable {
            Expr::Set(set) => set.elts.iter().map(fold).collect(),
            _ => None,
        };
        let src = match constants {
            Some(constants) => {
                self.push_constant(Constant::FrozenSet(constants), iterable.range())?
            }
            None => self.operand(iterable)?,
        };
        let op = if is_async {
            Op::GetAsyncIter { dst, src }
        } else {
            Op::GetIter { dst, src }
        };
        self.emit(op, iterable.range());
        self.settle(dst, dst);
        Ok(dst)
    }

    /// Takes the next item of an iterator into a target, or goes to `otherwise`, where the
    /// iterator's register is free.
    pub(super) fn for_next(
        &mut self,
        iter: Reg,
        target: &'a Expr,
        otherwise: Label,
        range: TextRange,
    ) -> Fallible<()> {
        let local = match target {
            Expr::Name(name) => self.direct_target(&name.id),
            _ => None,
        };
        let dst = local.unwrap_or(iter + 1);
        let op = Op::ForIter {
            dst,
            iter,
            offset: 0,
        };
        if self.unit.is_wide {
            let (exhausted, body) = (self.unit.label(), self.unit.label());
            self.jump(op, exhausted, range);
            self.settle(iter + 1, dst);
            self.goto(body, range);
            self.unit.bind(exhausted);
            self.unit.top = iter;
            self.goto(otherwise, range);
            self.unit.bind(body);
        } else {
            self.jump(op, otherwise, range);
        }
        self.settle(iter + 1, dst);
        if let Some(local) = local {
            self.mark_bound(local);
        } else {
            self.store(target, dst)?;
            self.unit.top = iter + 1;
        }
        Ok(())
    }

    fn async_for_stmt(&mut self, stmt: &'a ast::StmtFor) -> Fallible<()> {
        let outside = "'async for' outside async function";
        self.check_await(stmt.range, outside, outside)?;
        let iterator = self.unit.top;
        let (head, otherwise, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        self.push_iterator(&stmt.iter, true)?;
        let before = self.bound_here();
        self.enter(
            BlockKind::Loop {
                on_break: end,
                on_continue: head,
                iterator: Some(iterator),
            },
            None,
        );
        self.unit.bind(head);
        self.unit.at_line_start = true;
        self.async_for_next(iterator, &stmt.target, otherwise, stmt.iter.range())?;
        self.statements(&stmt.body)?;
        if !self.unit.is_dead {
            self.goto(head, stmt.iter.range());
        }
        self.exit();
        self.end_async_for(iterator, otherwise, stmt.iter.range());
        self.forget_bound(before.clone());
        self.statements(&stmt.orelse)?;
        self.unit.bind(end);
        self.forget_bound(before);
        Ok(())
    }

    /// Awaits the next item of an asynchronous iterator into a target; its end goes to `otherwise`
    /// as an exception.
    pub(super) fn async_for_next(
        &mut self,
        iter: Reg,
        target: &'a Expr,
        otherwise: Label,
        range: TextRange,
    ) -> Fallible<()> {
        self.enter(BlockKind::Try, Some((otherwise, iter + 1)));
        let dst = self.take_after(range, |dst, _| Op::GetAsyncNext { dst, iter })?;
        self.await_top(range)?;
        self.exit();
        self.store(target, dst)?;
        self.unit.top = iter + 1;
        Ok(())
    }

    /// The place where the exception of an asynchronous iterator's end arrives.
    pub(super) fn end_async_for(&mut self, iterator: Reg, otherwise: Label, range: TextRange) {
        self.unit.bind(otherwise);
        self.unit.set_top(iterator + 2);
        let exhausted = self.unit.label();
        let op = Op::EndAsyncFor {
            exception: iterator + 1,
            offset: 0,
        };
        self.jump(op, exhausted, range);
        self.unit.bind(exhausted);
        self.unit.top = iterator + 1;
        self.clear_top(range);
    }

    /// `while`
    pub(super) fn while_stmt(&mut self, stmt: &'a ast::StmtWhile) -> Fallible<()> {
        let (head, otherwise, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        let before = self.bound_here();
        self.enter(
            BlockKind::Loop {
                on_break: end,
                on_continue: head,
                iterator: None,
            },
            None,
        );
        if super::condition::constant_truth(&stmt.test) == Some(true) {
            self.emit(Op::Nop, stmt.test.range());
        }
        self.unit.bind(head);
        self.unit.at_line_start |= super::condition::constant_truth(&stmt.test) != Some(true);
        self.branch(&stmt.test, otherwise, false)?;
        self.statements(&stmt.body)?;
        if !self.unit.is_dead {
            self.goto(head, stmt.test.range());
        }
        self.exit();
        self.unit.bind(otherwise);
        self.forget_bound(before.clone());
        self.statements(&stmt.orelse)?;
        self.unit.bind(end);
        self.forget_bound(before);
        Ok(())
    }
}
