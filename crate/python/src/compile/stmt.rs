//! Statements.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::constant::fold;
use super::{Compiler, Fallible, Mode, STATEMENTS_MAX};
use crate::code::{Constant, Op};

impl<'a> Compiler<'a> {
    /// A block of statements.
    pub(super) fn statements(&mut self, body: &'a [Stmt]) -> Fallible<()> {
        for (i, stmt) in body.iter().enumerate() {
            if self.unit.is_dead {
                return self.unreachable(&body[i..]);
            }
            self.statement(stmt)?;
        }
        Ok(())
    }

    /// Statements after a `return` and the like are checked, but make no code.
    fn unreachable(&mut self, body: &'a [Stmt]) -> Fallible<()> {
        let mark = self.unit.mark();
        let bound = self.bound_here();
        for stmt in body {
            self.statement(stmt)?;
        }
        self.unit.discard(mark);
        self.forget_bound(bound);
        Ok(())
    }

    fn statement(&mut self, stmt: &'a Stmt) -> Fallible<()> {
        let top = self.unit.top;
        self.n_statements += 1;
        if self.n_statements > STATEMENTS_MAX {
            return self.fail(stmt.range(), "too many statements");
        }
        self.unit.at_line_start = true;
        self.nested(stmt.range(), |compiler| compiler.statement_inner(stmt))?;
        if std::mem::take(&mut self.unit.at_line_start) {
            self.unit.at_line_start = true;
            self.emit(Op::Nop, stmt.range());
        }
        debug_assert_eq!(self.unit.top, top, "a statement leaves no temporaries");
        Ok(())
    }

    fn statement_inner(&mut self, stmt: &'a Stmt) -> Fallible<()> {
        match stmt {
            Stmt::Expr(stmt) => self.expression_stmt(stmt),
            Stmt::Assign(stmt) => self.assign(stmt),
            Stmt::AugAssign(stmt) => self.augmented_assign(stmt),
            Stmt::AnnAssign(stmt) => self.annotated_assign(stmt),
            Stmt::Return(stmt) => self.return_stmt(stmt),
            Stmt::Delete(stmt) => {
                for target in &stmt.targets {
                    self.delete(target)?;
                }
                Ok(())
            }
            Stmt::If(stmt) => self.if_stmt(stmt),
            Stmt::For(stmt) => self.for_stmt(stmt),
            Stmt::While(stmt) => self.while_stmt(stmt),
            Stmt::Break(stmt) => self.loop_jump(stmt.range, true),
            Stmt::Continue(stmt) => self.loop_jump(stmt.range, false),
            Stmt::With(stmt) => self.with_stmt(stmt),
            Stmt::Try(stmt) => self.try_stmt(stmt),
            Stmt::Raise(stmt) => self.raise(stmt),
            Stmt::Assert(stmt) => self.assert(stmt),
            Stmt::FunctionDef(stmt) => self.function_def(stmt),
            Stmt::ClassDef(stmt) => self.class_def(stmt),
            Stmt::Import(stmt) => self.import(stmt),
            Stmt::ImportFrom(stmt) => self.import_from(stmt),
            Stmt::Match(stmt) => self.match_stmt(stmt),
            Stmt::TypeAlias(stmt) => self.type_alias(stmt),
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {
                self.emit(Op::Nop, stmt.range());
                Ok(())
            }
            Stmt::IpyEscapeCommand(stmt) => self.fail(stmt.range, "invalid syntax"),
        }
    }

    fn expression_stmt(&mut self, stmt: &'a ast::StmtExpr) -> Fallible<()> {
        if self.mode == Mode::Single && self.unit.scope == 0 {
            return self.display(stmt);
        }
        if fold(&stmt.value).is_some() {
            return Ok(());
        }
        self.push(&stmt.value)?;
        self.clear_top(stmt.range);
        Ok(())
    }

    /// At the prompt: `sys.displayhook(value)`.
    fn display(&mut self, stmt: &'a ast::StmtExpr) -> Fallible<()> {
        let range = stmt.range;
        let base = self.unit.top;
        self.push_import("sys", 0, Constant::None, range)?;
        let site = self.unit.site(&"displayhook".into());
        let op = Op::LoadMethod {
            dst: base,
            obj: base,
            site,
        };
        self.emit(op, range);
        self.unit.set_top(base + 2);
        self.push(&stmt.value)?;
        let op = Op::Call {
            dst: base,
            base,
            n: 1,
        };
        self.emit(op, range);
        self.unit.top = base + 1;
        self.clear_top(range);
        Ok(())
    }

    fn annotated_assign(&mut self, stmt: &'a ast::StmtAnnAssign) -> Fallible<()> {
        let saved = self.unit.top;
        if let Some(value) = &stmt.value {
            if let Expr::Name(name) = &*stmt.target
                && let Some(register) = self.direct_target(&name.id)
            {
                self.expr_to(value, register)?;
                self.mark_bound(register);
            } else {
                let src = self.operand(value)?;
                self.store(&stmt.target, src)?;
                self.unit.top = saved;
            }
        } else {
            self.evaluate_target(&stmt.target)?;
        }
        let is_evaluated =
            !stmt.simple && !self.has_future_annotations && self.is_module_or_class_scope();
        if is_evaluated {
            self.push(&stmt.annotation)?;
            self.clear_top(stmt.range);
        }
        Ok(())
    }

    /// `x.y: int` without a value evaluates `x`.
    fn evaluate_target(&mut self, target: &'a Expr) -> Fallible<()> {
        let parts: &[&'a Expr] = match target {
            Expr::Attribute(attribute) => &[&attribute.value],
            Expr::Subscript(subscript) => &[&subscript.value, &subscript.slice],
            _ => &[],
        };
        for &part in parts {
            self.push(part)?;
            self.clear_top(part.range());
        }
        Ok(())
    }

    fn is_module_or_class_scope(&self) -> bool {
        use super::scope::ScopeKind;
        matches!(
            self.scopes[self.scope].kind,
            ScopeKind::Module | ScopeKind::Class
        )
    }

    fn if_stmt(&mut self, stmt: &'a ast::StmtIf) -> Fallible<()> {
        let end = self.unit.label();
        let mut joined: Option<Vec<bool>> = None;
        let first = (Some(&*stmt.test), &stmt.body[..], stmt.test.range());
        let clauses = stmt
            .elif_else_clauses
            .iter()
            .map(|clause| (clause.test.as_ref(), &clause.body[..], clause.range));
        let mut has_else = false;
        let mut before = self.bound_here();
        for (test, body, range) in std::iter::once(first).chain(clauses) {
            let next = self.unit.label();
            self.unit.at_line_start = test.is_some();
            if let Some(test) = test {
                self.branch(test, next, false)?;
            } else {
                has_else = true;
            }
            self.unit.at_line_start &= test.is_none_or(|test| !test.is_literal_expr());
            self.statements(body)?;
            if !self.unit.is_dead {
                joined = Some(self.join_bound(joined));
                self.goto(end, range);
            }
            self.unit.bind(next);
            self.forget_bound(std::mem::take(&mut before));
            before = self.bound_here();
        }
        if !has_else {
            joined = Some(before);
        }
        self.unit.bind(end);
        if let Some(joined) = joined {
            self.forget_bound(joined);
        }
        Ok(())
    }

    /// What is bound on this path and on those that come together with it.
    fn join_bound(&self, other: Option<Vec<bool>>) -> Vec<bool> {
        let here = &self.unit.bound;
        match other {
            None => here.clone(),
            Some(other) => here.iter().zip(other).map(|(&a, b)| a && b).collect(),
        }
    }

    fn raise(&mut self, stmt: &'a ast::StmtRaise) -> Fallible<()> {
        let saved = self.unit.top;
        let exception = match &stmt.exc {
            Some(exception) => self.operand(exception)?,
            None => self.push_unbound(stmt.range)?,
        };
        let cause = match &stmt.cause {
            Some(cause) => self.operand(cause)?,
            None => self.push_unbound(stmt.range)?,
        };
        self.emit(Op::Raise { exception, cause }, stmt.range);
        self.unit.top = saved;
        Ok(())
    }

    fn assert(&mut self, stmt: &'a ast::StmtAssert) -> Fallible<()> {
        self.warn_of_assertion(stmt);
        let saved = self.unit.top;
        let end = self.unit.label();
        self.branch(&stmt.test, end, true)?;
        let message = match &stmt.msg {
            Some(message) => self.operand(message)?,
            None => self.push_unbound(stmt.range)?,
        };
        self.emit(Op::RaiseAssertion { message }, stmt.test.range());
        self.unit.top = saved;
        self.unit.bind(end);
        Ok(())
    }

    /// Marks the next instruction as the first of a line.
    pub(super) fn begin_line(&mut self) {
        self.unit.at_line_start = true;
    }

    /// The range of a statement's first line up to its colon, roughly: from its start to the end of
    /// a node.
    pub(super) fn header(start: TextRange, end: TextRange) -> TextRange {
        TextRange::new(start.start(), end.end())
    }
}
