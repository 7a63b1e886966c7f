//! What cannot be assigned to, in CPython's words.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::look::Look;

/// What was tried with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Assign,
    Augment,
    Delete,
}

/// What can't be a target.
pub(super) struct Target<'a> {
    pub(super) expr: &'a Expr,
    /// Whether it is all that stands on the left of an assignment's only `=`.
    pub(super) is_only: bool,
}

/// CPython's name for a kind of expression.
pub(super) fn kind_name(expr: &Expr) -> &'static str {
    match expr {
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Named(_) => "named expression",
        Expr::Lambda(_) => "lambda",
        Expr::If(_) => "conditional expression",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Generator(_) => "generator expression",
        Expr::Await(_) => "await expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Compare(_) => "comparison",
        Expr::Call(_) => "function call",
        Expr::FString(_) => "f-string expression",
        Expr::TString(_) => "t-string expression",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::BooleanLiteral(literal) if literal.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::NoneLiteral(_) => "None",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Slice(_) | Expr::IpyEscapeCommand(_) => "expression",
    }
}

/// The complaint about a target.
pub(super) fn target_message(found: &Target<'_>, role: Role, look: &Look<'_>) -> String {
    let name = kind_name(found.expr);
    match role {
        Role::Delete => format!("cannot delete {name}"),
        Role::Augment => format!("'{name}' is an illegal expression for augmented assignment"),
        Role::Assign if matches!(found.expr, Expr::Yield(_) | Expr::YieldFrom(_)) => {
            "assignment to yield expression not possible".to_owned()
        }
        Role::Assign if suggests_comparison(found, look) => {
            format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?")
        }
        Role::Assign => format!("cannot assign to {name}"),
    }
}

/// Whether CPython takes the `=` for a mistyped `==`: the target is a sum, and so is what follows.
fn suggests_comparison(found: &Target<'_>, look: &Look<'_>) -> bool {
    let is_sum = !matches!(
        found.expr,
        Expr::Compare(_)
            | Expr::BoolOp(_)
            | Expr::If(_)
            | Expr::Lambda(_)
            | Expr::Generator(_)
            | Expr::List(_)
            | Expr::Tuple(_)
            | Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_)
    ) && !matches!(found.expr, Expr::UnaryOp(operation) if operation.op == ast::UnaryOp::Not);
    if !is_sum {
        return false;
    }
    let is_walrus = matches!(found.expr, Expr::Named(_));
    let mut equals = look.index_at(found.expr.range().end().to_usize());
    if is_walrus && look.text(equals) == ")" {
        equals += 1;
    }
    let follows = look.skip_expression(equals + 1, false);
    look.text(equals) == "="
        && (is_walrus || found.is_only)
        && follows.is_some_and(|next| !matches!(look.text(next), "=" | ":="))
}
