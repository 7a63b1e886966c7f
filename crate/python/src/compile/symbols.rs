//! Fills the symbol table by one walk over the tree, and makes the checks that concern names.

use std::rc::Rc;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::scope::{ScopeId, ScopeKind, Scopes, mangle};
use super::{Failure, Fallible, failure};
use crate::code::Source;

/// Walks a file.
///
/// # Errors
///
/// The first error found in how names are used.
pub(super) fn collect(source: &Source, root: &ast::Mod, future: bool) -> Fallible<Scopes> {
    let mut scopes = Scopes::default();
    scopes.open(ScopeKind::Module, 0, TextRange::default());
    let mut collector = Collector {
        source,
        scopes,
        current: 0,
        has_future_annotations: future,
        in_iterable: 0,
        is_plain: false,
        error: None,
    };
    match root {
        ast::Mod::Module(module) => {
            collector.visit_body(&module.body);
            collector.visit_class_annotations(&module.body, TextRange::default());
        }
        ast::Mod::Expression(expression) => collector.visit_expr(&expression.body),
    }
    if let Some(error) = collector.error {
        return Err(error);
    }
    let mut scopes = collector.scopes;
    scopes.resolve(source)?;
    Ok(scopes)
}

/// The walk.
pub(super) struct Collector<'s> {
    source: &'s Source,
    pub(super) scopes: Scopes,
    pub(super) current: ScopeId,
    pub(super) has_future_annotations: bool,
    /// How many iterables of comprehensions the walk is inside of.
    pub(super) in_iterable: u32,
    /// What is bound now holds nothing whose end shows.
    pub(super) is_plain: bool,
    error: Option<Failure>,
}

impl<'a> Collector<'_> {
    pub(super) fn fail(&mut self, range: TextRange, message: String) {
        if self.error.is_none() {
            self.error = Some(failure(self.source, range, message));
        }
    }

    pub(super) fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.scopes[self.current].class_name.as_deref(), name)
    }

    fn read(&mut self, name: &str) {
        let name = self.mangled(name);
        self.scopes[self.current].touch(&name).read = true;
        let in_function = !matches!(
            self.scopes[self.current].kind,
            ScopeKind::Class | ScopeKind::Module
        );
        if &*name == "super" && in_function {
            let class: Rc<str> = "__class__".into();
            self.scopes[self.current].touch(&class).read = true;
        }
    }

    pub(super) fn bind(&mut self, name: &str) {
        let name = self.mangled(name);
        let in_loop = self.scopes[self.current].n_loops > 0;
        let used = self.scopes[self.current].touch(&name);
        used.rebound |= used.bound || in_loop;
        used.holds |= !self.is_plain;
        used.bound = true;
    }

    fn bind_identifier(&mut self, identifier: &ast::Identifier) {
        self.check_assignable(identifier.as_str(), identifier.range);
        self.bind(identifier.as_str());
    }

    pub(super) fn check_assignable(&mut self, name: &str, range: TextRange) {
        if name == "__debug__" {
            self.fail(range, "cannot assign to __debug__".to_owned());
        }
    }

    fn open(&mut self, kind: ScopeKind, range: TextRange) -> ScopeId {
        let outer = self.current;
        self.current = self.scopes.open(kind, outer, range);
        outer
    }

    fn bind_parameter(&mut self, identifier: &ast::Identifier) {
        self.check_assignable(identifier.as_str(), identifier.range);
        let name = self.mangled(identifier.as_str());
        let used = self.scopes[self.current].touch(&name);
        if used.parameter {
            self.fail(
                identifier.range,
                format!("duplicate argument '{name}' in function definition"),
            );
            return;
        }
        used.parameter = true;
        used.bound = true;
        used.holds = true;
    }

    fn bind_parameters(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args) {
            self.bind_parameter(&parameter.parameter.name);
        }
        for parameter in &parameters.kwonlyargs {
            self.bind_parameter(&parameter.parameter.name);
        }
        for parameter in [&parameters.vararg, &parameters.kwarg]
            .into_iter()
            .flatten()
        {
            self.bind_parameter(&parameter.name);
        }
    }

    fn visit_defaults(&mut self, parameters: &'a ast::Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
        }
    }

    /// The annotations of a function make a scope of their own, unless they are to be strings.
    fn visit_function_annotations(&mut self, function: &'a ast::StmtFunctionDef) {
        if !has_annotations(function) {
            return;
        }
        let outer = self.open(ScopeKind::Annotations, function.range);
        self.bind_annotation_format();
        if self.has_future_annotations {
            self.current = outer;
            return;
        }
        for parameter in &function.parameters {
            if let Some(annotation) = parameter.annotation() {
                self.visit_expr(annotation);
            }
        }
        if let Some(returns) = &function.returns {
            self.visit_expr(returns);
        }
        self.current = outer;
    }

    fn bind_annotation_format(&mut self) {
        let hidden = self.scopes[self.current].touch(&Rc::from(".format"));
        hidden.parameter = true;
        hidden.bound = true;
    }

    fn visit_function(&mut self, function: &'a ast::StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.bind_identifier(&function.name);
        self.visit_defaults(&function.parameters);
        let outer = function
            .type_params
            .as_deref()
            .map(|parameters| self.open_type_parameters(parameters));
        self.visit_function_annotations(function);
        let around = self.open(ScopeKind::Function, function.range);
        self.scopes[self.current].is_async = function.is_async;
        self.bind_parameters(&function.parameters);
        self.visit_body(&function.body);
        self.current = around;
        self.current = outer.unwrap_or(self.current);
    }

    fn visit_class(&mut self, class: &'a ast::StmtClassDef) {
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.bind_identifier(&class.name);
        let outer = class.type_params.as_deref().map(|parameters| {
            let outer = self.open_type_parameters(parameters);
            self.bind(".generic_base");
            outer
        });
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        let around = self.open(ScopeKind::Class, class.range);
        self.scopes[self.current].class_name = Some(class.name.as_str().into());
        if class.type_params.is_some() {
            self.read(".type_params");
        }
        self.visit_body(&class.body);
        self.visit_class_annotations(&class.body, class.range);
        self.current = around;
        self.current = outer.unwrap_or(self.current);
    }

    /// One scope holds all annotations of a class body or of the module.
    fn visit_class_annotations(&mut self, body: &'a [Stmt], range: TextRange) {
        let annotations = super::annotation::simple_annotations(body);
        if annotations.is_empty() {
            return;
        }
        let outer = self.open(ScopeKind::Annotations, range);
        self.bind_annotation_format();
        for annotation in annotations {
            if !self.has_future_annotations {
                self.visit_expr(&annotation.annotation);
            }
        }
        self.current = outer;
    }

    fn open_type_parameters(&mut self, parameters: &'a ast::TypeParams) -> ScopeId {
        let outer = self.open(ScopeKind::TypeParameters, parameters.range);
        self.bind(".type_params");
        let mut has_default = false;
        for parameter in &parameters.type_params {
            let name = parameter.name();
            let mangled = self.mangled(name.as_str());
            if self.scopes[self.current].uses.contains(&mangled) {
                self.fail(
                    name.range,
                    format!("duplicate type parameter '{}'", name.as_str()),
                );
            }
            self.bind_identifier(name);
            if parameter.default().is_some() {
                has_default = true;
            } else if has_default {
                let message = format!(
                    "non-default type parameter '{}' follows default type parameter",
                    name.as_str()
                );
                self.fail(parameter.range(), message);
            }
        }
        for parameter in &parameters.type_params {
            if let ast::TypeParam::TypeVar(variable) = parameter
                && let Some(bound) = &variable.bound
            {
                let what = match **bound {
                    Expr::Tuple(_) => "a TypeVar constraint",
                    _ => "a TypeVar bound",
                };
                self.visit_type_expression(bound, what);
            }
            if let Some(default) = parameter.default() {
                let what = match parameter {
                    ast::TypeParam::TypeVar(_) => "a TypeVar default",
                    ast::TypeParam::TypeVarTuple(_) => "a TypeVarTuple default",
                    ast::TypeParam::ParamSpec(_) => "a ParamSpec default",
                };
                self.visit_type_expression(default, what);
            }
        }
        outer
    }

    fn visit_type_expression(&mut self, value: &'a Expr, what: &'static str) {
        let outer = self.open(ScopeKind::TypeExpression, value.range());
        self.scopes[self.current].what = what;
        self.bind_annotation_format();
        self.visit_expr(value);
        self.current = outer;
    }

    fn visit_lambda(&mut self, lambda: &'a ast::ExprLambda) {
        if let Some(parameters) = &lambda.parameters {
            self.visit_defaults(parameters);
        }
        let outer = self.open(ScopeKind::Lambda, lambda.range);
        if let Some(parameters) = &lambda.parameters {
            self.bind_parameters(parameters);
        }
        self.visit_expr(&lambda.body);
        self.current = outer;
    }

    fn visit_comprehension_scope(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        elements: &[&'a Expr],
        generators: &'a [ast::Comprehension],
    ) {
        let Some((first, rest)) = generators.split_first() else {
            return;
        };
        self.visit_iterable(&first.iter);
        let outer = self.open(kind, range);
        self.scopes[self.current].has_await = generators.iter().any(|g| g.is_async);
        self.visit_iteration_target(&first.target);
        for condition in &first.ifs {
            self.visit_expr(condition);
        }
        for generator in rest {
            self.visit_iterable(&generator.iter);
            self.visit_iteration_target(&generator.target);
            for condition in &generator.ifs {
                self.visit_expr(condition);
            }
        }
        for element in elements {
            self.visit_expr(element);
        }
        let has_await = self.scopes[self.current].has_await;
        self.current = outer;
        let outer = &mut self.scopes[outer];
        if kind == ScopeKind::Comprehension && has_await && outer.kind.is_comprehension() {
            outer.has_await = true;
        }
    }

    fn visit_iterable(&mut self, iterable: &'a Expr) {
        self.in_iterable += 1;
        self.visit_expr(iterable);
        self.in_iterable -= 1;
    }

    fn visit_iteration_target(&mut self, target: &'a Expr) {
        self.visit_expr(target);
        let current = self.current;
        for_each_stored_name(target, &mut |name| {
            let name = self.mangled(name);
            self.scopes[current].touch(&name).iteration = true;
        });
    }

    pub(super) fn is_module_or_class(&self) -> bool {
        matches!(
            self.scopes[self.current].kind,
            ScopeKind::Module | ScopeKind::Class
        )
    }

    fn visit_type_alias(&mut self, alias: &'a ast::StmtTypeAlias) {
        self.visit_expr(&alias.name);
        let outer = alias
            .type_params
            .as_deref()
            .map(|parameters| self.open_type_parameters(parameters));
        self.visit_type_expression(&alias.value, "a type alias");
        self.current = outer.unwrap_or(self.current);
    }

    fn mark_deleted(&mut self, name: &str) {
        let name = self.mangled(name);
        self.scopes[self.current].touch(&name).deleted = true;
    }

    /// `await`, `yield` and the walrus may not stand in annotation scopes; comprehensions refuse
    /// `yield`.
    fn refuse_in_scope(&mut self, what: &str, range: TextRange) {
        let kind = self.scopes[self.current].kind;
        let place = match kind {
            ScopeKind::Annotations => "an annotation",
            ScopeKind::TypeParameters => "the definition of a generic",
            ScopeKind::TypeExpression => self.scopes[self.current].what,
            _ => return,
        };
        self.fail(range, format!("{what} cannot be used within {place}"));
    }

    fn visit_yield(&mut self, range: TextRange, what: &str) {
        self.refuse_in_scope("yield expression", range);
        let scope = &mut self.scopes[self.current];
        match scope.kind {
            ScopeKind::Module | ScopeKind::Class => {
                self.fail(range, format!("'{what}' outside function"));
            }
            ScopeKind::Comprehension => {
                self.fail(range, "'yield' inside list comprehension".to_owned());
            }
            ScopeKind::Generator => {
                self.fail(range, "'yield' inside generator expression".to_owned());
            }
            _ => scope.has_yield = true,
        }
    }

    fn visit_bin_op(&mut self, operation: &'a ast::ExprBinOp) {
        let mut rights = vec![&*operation.right];
        let mut left = &*operation.left;
        while let Expr::BinOp(inner) = left {
            rights.push(&inner.right);
            left = &inner.left;
        }
        self.visit_expr(left);
        for right in rights.into_iter().rev() {
            self.visit_expr(right);
        }
    }
}

impl<'a> Visitor<'a> for Collector<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if self.error.is_some() {
            return;
        }
        match stmt {
            Stmt::FunctionDef(function) => self.visit_function(function),
            Stmt::ClassDef(class) => self.visit_class(class),
            Stmt::Global(global) => self.declare(&global.names, global.range, true),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, nonlocal.range, false),
            Stmt::Import(import) => self.visit_import_aliases(&import.names, false),
            Stmt::ImportFrom(import) => self.visit_import_aliases(&import.names, true),
            Stmt::AnnAssign(assign) => self.visit_annotated_assignment(assign),
            Stmt::AugAssign(assign) => {
                self.visit_plain_target(&assign.target);
                if let Expr::Name(name) = &*assign.target {
                    self.read(&name.id);
                }
                self.visit_expr(&assign.value);
            }
            Stmt::TypeAlias(alias) => self.visit_type_alias(alias),
            Stmt::Assign(assign) => self.visit_assignment(assign),
            Stmt::For(stmt) => self.visit_for(stmt),
            Stmt::While(stmt) => {
                self.visit_expr(&stmt.test);
                self.visit_loop_body(&stmt.body);
                self.visit_body(&stmt.orelse);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind_identifier(name);
            self.mark_deleted(name.as_str());
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        visitor::walk_pattern(self, pattern);
        if let Some(name) = name {
            self.bind_identifier(name);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.error.is_some() {
            return;
        }
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load | ExprContext::Invalid => self.read(&name.id),
                ExprContext::Store => {
                    self.check_assignable(&name.id, name.range);
                    self.bind(&name.id);
                }
                ExprContext::Del => {
                    if &*name.id == "__debug__" {
                        self.fail(name.range, "cannot delete __debug__".to_owned());
                    }
                    self.bind(&name.id);
                    self.mark_deleted(&name.id);
                }
            },
            Expr::Named(walrus) => {
                self.refuse_in_scope("named expression", walrus.range);
                self.visit_walrus(walrus);
            }
            Expr::Lambda(lambda) => self.visit_lambda(lambda),
            Expr::ListComp(e) => self.visit_comprehension_scope(
                ScopeKind::Comprehension,
                e.range,
                &[&e.elt],
                &e.generators,
            ),
            Expr::SetComp(e) => self.visit_comprehension_scope(
                ScopeKind::Comprehension,
                e.range,
                &[&e.elt],
                &e.generators,
            ),
            Expr::DictComp(e) => {
                let mut elements: Vec<&Expr> = e.key.as_deref().into_iter().collect();
                elements.push(&e.value);
                self.visit_comprehension_scope(
                    ScopeKind::Comprehension,
                    e.range,
                    &elements,
                    &e.generators,
                );
            }
            Expr::Generator(e) => self.visit_comprehension_scope(
                ScopeKind::Generator,
                e.range,
                &[&e.elt],
                &e.generators,
            ),
            Expr::Yield(e) => {
                self.visit_yield(e.range, "yield");
                visitor::walk_expr(self, expr);
            }
            Expr::YieldFrom(e) => {
                self.visit_yield(e.range, "yield from");
                visitor::walk_expr(self, expr);
            }
            Expr::Await(e) => {
                self.refuse_in_scope("await expression", e.range);
                self.scopes[self.current].has_await = true;
                visitor::walk_expr(self, expr);
            }
            Expr::Attribute(attribute) => {
                if attribute.attr.as_str() == "__debug__" && attribute.ctx == ExprContext::Store {
                    self.fail(attribute.range, "cannot assign to __debug__".to_owned());
                }
                visitor::walk_expr(self, expr);
            }
            Expr::BinOp(operation) => self.visit_bin_op(operation),
            _ => visitor::walk_expr(self, expr),
        }
    }
}

/// Whether a function has any annotation.
pub(super) fn has_annotations(function: &ast::StmtFunctionDef) -> bool {
    function.returns.is_some()
        || function
            .parameters
            .iter()
            .any(|parameter| parameter.annotation().is_some())
}

fn for_each_stored_name(target: &Expr, action: &mut impl FnMut(&str)) {
    match target {
        Expr::Name(name) => action(&name.id),
        Expr::Tuple(tuple) => {
            for element in &tuple.elts {
                for_each_stored_name(element, action);
            }
        }
        Expr::List(list) => {
            for element in &list.elts {
                for_each_stored_name(element, action);
            }
        }
        Expr::Starred(starred) => for_each_stored_name(&starred.value, action),
        _ => {}
    }
}
