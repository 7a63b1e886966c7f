//! What is assigned to.

use ruff_python_ast::{Expr, ExprContext};
use ruff_text_size::Ranged;

use super::super::targets::{Role, Target, target_message};
use super::{Fault, Parsed, Parser, Symbol};

/// Marks an expression, and what it unpacks to, as stored to or deleted.
pub(super) fn set_context(expr: &mut Expr, context: ExprContext) {
    match expr {
        Expr::Name(name) => name.ctx = context,
        Expr::Attribute(attribute) => attribute.ctx = context,
        Expr::Subscript(subscript) => subscript.ctx = context,
        Expr::Starred(starred) => {
            starred.ctx = context;
            set_context(&mut starred.value, context);
        }
        Expr::List(list) => {
            list.ctx = context;
            set_contexts(&mut list.elts, context);
        }
        Expr::Tuple(tuple) => {
            tuple.ctx = context;
            set_contexts(&mut tuple.elts, context);
        }
        _ => {}
    }
}

fn set_contexts(exprs: &mut [Expr], context: ExprContext) {
    for expr in exprs {
        set_context(expr, context);
    }
}

/// The first part of a target that can't be one.
fn wrong_part(target: &Expr, role: Role) -> Option<&Expr> {
    match target {
        Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => None,
        Expr::Starred(starred) if role == Role::Assign => wrong_part(&starred.value, role),
        Expr::List(list) => wrong_element(&list.elts, role),
        Expr::Tuple(tuple) => wrong_element(&tuple.elts, role),
        _ => Some(target),
    }
}

fn wrong_element(elements: &[Expr], role: Role) -> Option<&Expr> {
    elements
        .iter()
        .find_map(|element| wrong_part(element, role))
}

impl Parser<'_> {
    /// Makes an expression a target.
    ///
    /// `is_only` says that it is the only one of an assignment.
    pub(super) fn make_target(&self, target: &mut Expr, role: Role, is_only: bool) -> Parsed<()> {
        if let Some(wrong) = wrong_part(target, role) {
            let found = Target {
                expr: wrong,
                is_only: is_only && wrong.range() == target.range(),
            };
            let message = target_message(&found, role, &self.look());
            return self.fail_range(Fault::Said(message), wrong.range());
        }
        let context = match role {
            Role::Delete => ExprContext::Del,
            Role::Assign | Role::Augment => ExprContext::Store,
        };
        set_context(target, context);
        Ok(())
    }

    /// What stands between `for` and `in`.
    pub(super) fn loop_target(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let mut target = self.target_element()?;
        if self.now == Symbol::Comma {
            target = self.tuple_from(target, start, Self::target_element)?;
        }
        self.make_target(&mut target, Role::Assign, false)?;
        Ok(target)
    }

    /// What binds so tightly that no `in` is taken for an operator.
    pub(super) fn target_element(&mut self) -> Parsed<Expr> {
        if self.now == Symbol::Star {
            self.starred()
        } else {
            self.sum()
        }
    }
}
