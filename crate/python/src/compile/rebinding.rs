//! Which variables may lose an object whose end shows, such as a generator, when they get another
//! value: those bound more than once, and to more than numbers and texts.

use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{self as ast, Expr, Stmt};

use super::symbols::Collector;

impl<'a> Collector<'_> {
    /// Visits targets that get nothing whose end shows.
    pub(super) fn visit_plain_target(&mut self, target: &'a Expr) {
        self.is_plain = true;
        self.visit_expr(target);
        self.is_plain = false;
    }

    pub(super) fn visit_loop_body(&mut self, body: &'a [Stmt]) {
        self.scopes[self.current].n_loops += 1;
        self.visit_body(body);
        self.scopes[self.current].n_loops -= 1;
    }

    pub(super) fn visit_assignment(&mut self, assign: &'a ast::StmtAssign) {
        self.visit_expr(&assign.value);
        for target in &assign.targets {
            if target.is_name_expr() && is_plain(&assign.value) {
                self.visit_plain_target(target);
            } else {
                self.visit_expr(target);
            }
        }
    }

    /// What a `for` binds is held by what it goes through, as a rule.
    pub(super) fn visit_for(&mut self, stmt: &'a ast::StmtFor) {
        self.visit_expr(&stmt.iter);
        self.visit_plain_target(&stmt.target);
        self.visit_loop_body(&stmt.body);
        self.visit_body(&stmt.orelse);
    }
}

/// Whether the value of an expression holds nothing whose end shows: numbers, texts and the like.
fn is_plain(value: &Expr) -> bool {
    matches!(
        value,
        Expr::BinOp(_)
            | Expr::UnaryOp(_)
            | Expr::Compare(_)
            | Expr::FString(_)
            | Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
    )
}
