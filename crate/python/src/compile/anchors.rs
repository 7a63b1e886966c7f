//! What tracebacks ask of the parser: where in a failed expression the operator, the brackets or
//! the arguments are.

use ruff_python_ast::{Expr, Mod, Stmt};
use ruff_text_size::Ranged;

use super::{Mode, errors};
use crate::code::Source;

/// The part of an expression that is marked differently from the rest, as byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Anchors {
    /// Where it begins.
    pub(crate) left_end: usize,
    /// One past where it ends.
    pub(crate) right_start: usize,
}

/// The operator of a binary operation, the brackets of a subscript or the arguments of a call with
/// their parentheses.
pub(crate) fn anchors(segment: &str) -> Option<Anchors> {
    // In parentheses, the expression may go over several lines.
    let Mod::Expression(parsed) = parsed(&format!("(\n{segment}\n)"), Mode::Eval)? else {
        return None;
    };
    let at = |offset: ruff_text_size::TextSize| offset.to_usize().checked_sub(2);
    match &*parsed.body {
        Expr::BinOp(operation) => {
            let start = find(segment, at(operation.left.end())?, |c| {
                !c.is_whitespace() && c != ')'
            })?;
            let limit = at(operation.right.start())?;
            let mut rest = segment[start..].char_indices().skip(1);
            let mut end = start + segment[start..].chars().next()?.len_utf8();
            if let Some((offset, next)) = rest.next()
                && start + offset < limit
                && !next.is_whitespace()
                && !matches!(next, '\\' | '#')
            {
                end += next.len_utf8();
            }
            Some(Anchors {
                left_end: start,
                right_start: end,
            })
        }
        Expr::Subscript(subscript) => Some(Anchors {
            left_end: find(segment, at(subscript.value.end())?, |c| c == '[')?,
            right_start: at(subscript.end())?,
        }),
        Expr::Call(call) => Some(Anchors {
            left_end: find(segment, at(call.func.end())?, |c| c == '(')?,
            right_start: at(call.end())?,
        }),
        _ => None,
    }
}

fn parsed(text: &str, mode: Mode) -> Option<Mod> {
    let (tree, _) = errors::parse(&Source::new("", text, true), mode).ok()?;
    Some(tree)
}

/// The first character at or behind an offset that is wanted; comments and the ends of continued
/// lines are passed over.
fn find(segment: &str, from: usize, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut is_comment = false;
    for (offset, c) in segment.get(from..)?.char_indices() {
        match c {
            '\n' => is_comment = false,
            '\\' | '#' => is_comment = true,
            _ if !is_comment && wanted(c) => return Some(from + offset),
            _ => {}
        }
    }
    None
}

/// The range of the call in `return f(…)` or `x = f(…)`, if the lines begin with such a statement:
/// carets under all of it
/// would tell nothing.
pub(crate) fn whole_call(lines: &str) -> Option<(usize, usize)> {
    // The line may stand in a function or a loop of which nothing else is here.
    let wrapped = format!("async def f():\n {}", lines.replace('\n', "\n "));
    let Mod::Module(parsed) = parsed(&wrapped, Mode::Exec)? else {
        return None;
    };
    let Stmt::FunctionDef(function) = parsed.body.first()? else {
        return None;
    };
    let value = match function.body.first()? {
        Stmt::Return(statement) => match statement.value.as_deref()? {
            Expr::Call(call) if call.func.is_name_expr() => call,
            _ => return None,
        },
        Stmt::Assign(statement) => match &*statement.value {
            Expr::Call(call) => call,
            _ => return None,
        },
        _ => return None,
    };
    let before = "async def f():\n ".len();
    let place = |offset: ruff_text_size::TextSize| {
        let offset = offset.to_usize();
        let added = wrapped[before..offset].matches('\n').count();
        offset - before - added
    };
    Some((place(value.start()), place(value.end())))
}

#[cfg(test)]
mod tests {
    use super::{anchors, whole_call};

    fn marked(segment: &str) -> Option<&str> {
        anchors(segment).map(|anchors| &segment[anchors.left_end..anchors.right_start])
    }

    #[test]
    fn anchors_are_operators_and_brackets() {
        assert_eq!(marked("a + b"), Some("+"));
        assert_eq!(marked("(a) // (b)"), Some("//"));
        assert_eq!(marked("f(1)[x]"), Some("[x]"));
        assert_eq!(marked("f(1)(2, 3)"), Some("(2, 3)"));
        assert_eq!(marked("a.b"), None);
    }

    #[test]
    fn whole_calls_are_found() {
        assert_eq!(whole_call("x = f(1)"), Some((4, 8)));
        assert_eq!(whole_call("return f(1,\n  2)"), Some((7, 16)));
        assert_eq!(whole_call("return a.f(1)"), None);
        assert_eq!(whole_call("f(1)"), None);
    }
}
