//! The statements and expressions that say of names what they are.

use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::TextRange;

use super::scope::ScopeKind;
use super::symbols::Collector;

impl<'a> Collector<'_> {
    /// A walrus binds in the function around the comprehensions it stands in.
    pub(super) fn visit_walrus(&mut self, walrus: &'a ast::ExprNamed) {
        self.visit_expr(&walrus.value);
        let Expr::Name(target) = &*walrus.target else {
            return;
        };
        self.check_assignable(&target.id, target.range);
        if self.in_iterable > 0 {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            self.fail(walrus.range, message.to_owned());
        }
        let name = self.mangled(&target.id);
        let mut owner = self.current;
        while self.scopes[owner].kind.is_comprehension() {
            if self.scopes[owner]
                .uses
                .get(&name)
                .is_some_and(|used| used.iteration)
            {
                let message = format!(
                    "assignment expression cannot rebind comprehension iteration variable '{name}'"
                );
                self.fail(target.range, message);
            }
            self.scopes[owner].has_walrus = true;
            owner = self.scopes[owner].parent;
        }
        if owner != self.current && self.scopes[owner].kind == ScopeKind::Class {
            let message =
                "assignment expression within a comprehension cannot be used in a class body";
            self.fail(target.range, message.to_owned());
        }
        self.scopes[owner].has_walrus = true;
        let found = self.scopes[owner].touch(&name);
        found.bound = true;
        let is_global = found.global || self.scopes[owner].kind == ScopeKind::Module;
        let mut at = self.current;
        while at != owner {
            let used = self.scopes[at].touch(&name);
            if is_global {
                used.global = true;
            } else {
                used.nonlocal = true;
            }
            at = self.scopes[at].parent;
        }
    }

    /// `global` and `nonlocal`
    pub(super) fn declare(&mut self, names: &[ast::Identifier], range: TextRange, is_global: bool) {
        let word = if is_global { "global" } else { "nonlocal" };
        if !is_global && self.current == 0 {
            self.fail(
                range,
                "nonlocal declaration not allowed at module level".to_owned(),
            );
            return;
        }
        for name in names {
            let mangled = self.mangled(name.as_str());
            let used = *self.scopes[self.current].touch(&mangled);
            let problem = if used.parameter {
                Some(format!("name '{mangled}' is parameter and {word}"))
            } else if used.annotated {
                Some(format!("annotated name '{mangled}' can't be {word}"))
            } else if used.bound && !used.imported {
                Some(format!(
                    "name '{mangled}' is assigned to before {word} declaration"
                ))
            } else if used.read {
                Some(format!(
                    "name '{mangled}' is used prior to {word} declaration"
                ))
            } else if (used.nonlocal && is_global) || (used.global && !is_global) {
                Some(format!("name '{mangled}' is nonlocal and global"))
            } else {
                None
            };
            if let Some(problem) = problem {
                let first = self.scopes[self.current].declared.get(&mangled).copied();
                self.fail(first.unwrap_or(range), problem);
            }
            let scope = &mut self.scopes[self.current];
            let used = scope.touch(&mangled);
            if is_global {
                used.global = true;
            } else {
                used.nonlocal = true;
            }
            scope.declared.insert(mangled, range);
        }
    }

    /// `x: int = 1`
    pub(super) fn visit_annotated_assignment(&mut self, assign: &'a ast::StmtAnnAssign) {
        if let Expr::Name(target) = &*assign.target {
            self.check_assignable(&target.id, target.range);
            let name = self.mangled(&target.id);
            let at_module = self.current == 0;
            let used = self.scopes[self.current].touch(&name);
            if (used.global || used.nonlocal) && assign.simple && !at_module {
                let word = if used.global { "global" } else { "nonlocal" };
                let message = format!("annotated name '{name}' can't be {word}");
                self.fail(assign.range, message);
                return;
            }
            if assign.simple {
                used.annotated = true;
                used.bound = true;
            } else if assign.value.is_some() {
                used.bound = true;
            }
        } else {
            self.visit_expr(&assign.target);
        }
        if !assign.simple && !self.has_future_annotations && self.is_module_or_class() {
            self.visit_expr(&assign.annotation);
        }
        if let Some(value) = &assign.value {
            self.visit_expr(value);
        }
    }

    /// The names that imports bind.
    pub(super) fn visit_import_aliases(&mut self, names: &[ast::Alias], is_from: bool) {
        for alias in names {
            let range = alias.range;
            let name = match &alias.asname {
                Some(name) => name.as_str(),
                None if is_from => alias.name.as_str(),
                None => alias.name.split('.').next().unwrap_or_default(),
            };
            if name == "*" {
                if self.scopes[self.current].kind != ScopeKind::Module {
                    self.fail(range, "import * only allowed at module level".to_owned());
                }
                continue;
            }
            self.check_assignable(name, range);
            self.bind(name);
            let name = self.mangled(name);
            let used = self.scopes[self.current].touch(&name);
            used.imported = true;
        }
    }
}
