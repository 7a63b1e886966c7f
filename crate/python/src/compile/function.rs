//! Blocks of code and the functions made of them.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::annotation::docstring;
use super::constant::fold;
use super::scope::{Place, ScopeId, ScopeKind};
use super::unit::Unit;
use super::{Compiler, Failure, Fallible};
use crate::code::{Code, CodeKind, Constant, Op, Parameters, Reg};

/// What is known of a block before its code is written.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) scope: ScopeId,
    pub(super) kind: CodeKind,
    pub(super) name: Rc<str>,
    pub(super) qualname: Rc<str>,
    pub(super) first_line: u32,
    pub(super) parameters: Parameters,
    /// The names of the parameters, in register order.
    pub(super) parameter_names: Vec<Rc<str>>,
}

/// The values that a function object carries, in the order of `MakeFunction`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Attachments {
    flags: u8,
}

impl Attachments {
    /// Whether a tuple of defaults stands first.
    pub(super) fn has_defaults(self) -> bool {
        self.flags & 1 != 0
    }

    /// Whether a dict of keyword-only defaults stands next.
    pub(super) fn has_keyword_defaults(self) -> bool {
        self.flags & 2 != 0
    }

    /// Notes a tuple of defaults.
    pub(super) fn add_defaults(&mut self) {
        self.flags |= 1;
    }

    /// Notes a dict of keyword-only defaults.
    pub(super) fn add_keyword_defaults(&mut self) {
        self.flags |= 2;
    }
}

impl<'a> Compiler<'a> {
    /// Compiles the whole file.
    pub(super) fn root(&mut self, root: &'a ast::Mod) -> Fallible<Rc<Code>> {
        let plan = Plan {
            scope: 0,
            kind: CodeKind::Module,
            name: "<module>".into(),
            qualname: "<module>".into(),
            first_line: 1,
            parameters: Parameters::default(),
            parameter_names: Vec::new(),
        };
        self.block(&plan, &mut |compiler| match root {
            ast::Mod::Module(module) => compiler.module_body(&module.body),
            ast::Mod::Expression(expression) => {
                let src = compiler.operand(&expression.body)?;
                compiler.unit.top = src + 1;
                compiler.emit(Op::Return { src }, expression.body.range());
                Ok(())
            }
        })
    }

    fn module_body(&mut self, body: &'a [Stmt]) -> Fallible<()> {
        let mut rest = body;
        if let Some((text, after)) = docstring(body) {
            self.begin_line();
            let range = body[0].range();
            let src = self.push_constant(Constant::Str(Rc::clone(&text)), range)?;
            let site = self.unit.site(&"__doc__".into());
            self.emit(Op::StoreGlobal { site, src }, range);
            self.unit.top = src;
            self.unit.doc = Some(text);
            rest = after;
        }
        self.store_annotate_function(body, TextRange::default(), "__annotate__")?;
        self.statements(rest)?;
        self.return_none(body)
    }

    /// The end of a body: `return None`.
    pub(super) fn return_none(&mut self, body: &[Stmt]) -> Fallible<()> {
        let range = body.last().map_or_else(TextRange::default, Ranged::range);
        if self.unit.is_dead {
            return Ok(());
        }
        let src = self.push_none(range)?;
        self.emit(Op::Return { src }, range);
        self.unit.top = src;
        Ok(())
    }

    /// Compiles a block; if a short jump does not reach, once more without such.
    pub(super) fn block(
        &mut self,
        plan: &Plan,
        body: &mut dyn FnMut(&mut Self) -> Fallible<()>,
    ) -> Fallible<Rc<Code>> {
        match self.attempt(plan, false, body) {
            Err(Failure::TooFar) => self.attempt(plan, true, body),
            result => result,
        }
    }

    fn attempt(
        &mut self,
        plan: &Plan,
        is_wide: bool,
        body: &mut dyn FnMut(&mut Self) -> Fallible<()>,
    ) -> Fallible<Rc<Code>> {
        let mut unit = self.layout(plan);
        unit.is_wide = is_wide;
        let outer = std::mem::replace(&mut self.unit, unit);
        let outer_scope = std::mem::replace(&mut self.scope, plan.scope);
        let result = body(self);
        self.scope = outer_scope;
        let unit = std::mem::replace(&mut self.unit, outer);
        result?;
        match unit.finish(&self.source) {
            Ok(code) => Ok(code),
            Err(Ok(failure)) => Err(failure),
            Err(Err(what)) => self.fail(
                TextRange::default(),
                format!("too many {what} in one block"),
            ),
        }
    }

    /// Gives the variables of a block their registers.
    fn layout(&mut self, plan: &Plan) -> Unit<'a> {
        let mut unit = Unit::new(plan);
        if plan.kind == CodeKind::Class {
            unit.locals.push(".namespace".into());
            unit.bound.push(true);
        }
        // What stands in a `finally` body is compiled twice.
        let scopes = [&[plan.scope], &*self.scopes[plan.scope].inlined].concat();
        for &scope in &scopes {
            self.scopes[scope].registers.clear();
        }
        for name in &plan.parameter_names {
            let is_deleted = self.scopes[plan.scope]
                .uses
                .get(name)
                .is_some_and(|used| used.deleted);
            self.add_local(&mut unit, plan.scope, name, !is_deleted);
        }
        for scope in scopes {
            for name in self.scopes[scope].names.clone() {
                let is_own = self.scopes[scope].places.get(&name) == Some(&Place::Local(scope));
                if is_own && !self.scopes[scope].registers.contains(&name) {
                    self.add_local(&mut unit, scope, &name, false);
                }
            }
        }
        self.layout_cells(plan, &mut unit);
        let fixed = unit.locals.len() + unit.cells.len() + unit.free.len();
        let fixed = unit.count(fixed);
        unit.set_top(fixed);
        unit
    }

    fn add_local(&mut self, unit: &mut Unit<'a>, scope: ScopeId, name: &Rc<str>, is_bound: bool) {
        let register = unit.count(unit.locals.len());
        unit.locals.push(Rc::clone(name));
        unit.bound.push(is_bound);
        let scope = &mut self.scopes[scope];
        let is_unstable = scope.uses.get(name).is_some_and(|used| used.deleted);
        unit.unstable.push(is_unstable);
        scope.registers.insert(Rc::clone(name), register);
    }

    fn layout_cells(&self, plan: &Plan, unit: &mut Unit<'a>) {
        let scope = &self.scopes[plan.scope];
        unit.cells.clone_from(&scope.cells);
        unit.free.clone_from(&scope.free);
        for name in &unit.cells {
            let parameter = plan
                .parameter_names
                .iter()
                .position(|parameter| parameter == name);
            let parameter = parameter.and_then(|index| u16::try_from(index).ok());
            unit.cell_parameters.push(parameter.unwrap_or(u16::MAX));
        }
        let first = unit.locals.len();
        let names: Vec<Rc<str>> = unit.cells.iter().chain(&unit.free).cloned().collect();
        for (i, name) in names.into_iter().enumerate() {
            let register = unit.count(first + i);
            unit.cell_registers.insert(name, register);
        }
    }

    /// The qualified name of a block defined here.
    pub(super) fn qualname(&self, name: &str) -> Rc<str> {
        let mangled = self.mangled(name);
        let is_global = self.scopes[self.scope]
            .uses
            .get(&mangled)
            .is_some_and(|used| used.global);
        let unit = &self.unit;
        match self.scopes[unit.scope].kind {
            _ if is_global => name.into(),
            ScopeKind::Module => name.into(),
            ScopeKind::Class => format!("{}.{name}", unit.qualname).into(),
            ScopeKind::TypeParameters => match unit.qualname.rsplit_once('.') {
                Some((prefix, _)) => format!("{prefix}.{name}").into(),
                None => name.into(),
            },
            _ => format!("{}.<locals>.{name}", unit.qualname).into(),
        }
    }

    /// `def`
    pub(super) fn function_def(&mut self, def: &'a ast::StmtFunctionDef) -> Fallible<()> {
        let first = self.unit.top;
        let header = self.header_range(&def.decorator_list, def.range, def.name.range);
        self.push_decorators(&def.decorator_list)?;
        if def.decorator_list.is_empty()
            && def.type_params.is_none()
            && let Some(register) = self.direct_target(def.name.as_str())
        {
            self.function(def, header, register)?;
            self.mark_bound(register);
            return Ok(());
        }
        let value = self.unit.top;
        match &def.type_params {
            None => self.function(def, header, value)?,
            Some(parameters) => self.generic_function(def, parameters, header, value)?,
        }
        let value = self.call_decorators(&def.decorator_list, first);
        self.store_name(def.name.as_str(), value, header);
        self.unit.top = first;
        Ok(())
    }

    /// From the keyword (`def`, `async`, `class`), after the decorators, to the name.
    pub(super) fn header_range(
        &self,
        decorators: &[ast::Decorator],
        range: TextRange,
        name: TextRange,
    ) -> TextRange {
        let Some(last) = decorators.last() else {
            return TextRange::new(range.start(), name.end());
        };
        let start = last.range.end().to_usize();
        let between = &self.source.text[start..name.start().to_usize()];
        let mut offset = 0;
        for line in between.split_inclusive('\n') {
            let text = line.trim_start();
            if !text.is_empty() && !text.starts_with('#') {
                offset += line.len() - text.len();
                break;
            }
            offset += line.len();
        }
        let keyword =
            last.range.end() + ruff_text_size::TextSize::try_from(offset).unwrap_or_default();
        TextRange::new(keyword.min(name.start()), name.end())
    }

    /// Pushes the decorators, each ready to be called.
    pub(super) fn push_decorators(&mut self, decorators: &'a [ast::Decorator]) -> Fallible<()> {
        for decorator in decorators {
            self.begin_line();
            let range = decorator.expression.range();
            self.push(&decorator.expression)?;
            self.push_unbound(range)?;
        }
        if !decorators.is_empty() {
            self.begin_line();
        }
        Ok(())
    }

    /// Calls the decorators, whose registers begin at `first`, on the topmost value; gives the
    /// register of the result.
    pub(super) fn call_decorators(&mut self, decorators: &'a [ast::Decorator], first: Reg) -> Reg {
        let mut base = self.unit.top - 1;
        for decorator in decorators.iter().rev() {
            base -= 2;
            debug_assert!(base >= first, "each decorator has two registers");
            let range = decorator.expression.range();
            self.begin_line();
            let op = Op::Call {
                dst: base,
                base,
                n: 1,
            };
            self.emit(op, range);
            self.unit.top = base + 1;
        }
        base
    }

    /// `dst ←` the function of a `def`.
    fn function(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        header: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        let base = self.unit.top;
        let mut attachments = Attachments::default();
        self.push_defaults(&def.parameters, &mut attachments)?;
        self.finish_function(def, header, base, attachments, dst)
    }

    /// Makes the function of a `def` whose defaults are pushed at `base` already.
    pub(super) fn finish_function(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        header: TextRange,
        base: Reg,
        mut attachments: Attachments,
        dst: Reg,
    ) -> Fallible<()> {
        self.push_function_annotate(def, &mut attachments)?;
        let code = self.function_code(def)?;
        self.make_function(code, attachments, base, header, dst)
    }

    fn function_code(&mut self, def: &'a ast::StmtFunctionDef) -> Fallible<Rc<Code>> {
        let Some(scope) = self.scopes.find(ScopeKind::Function, def.range) else {
            return self.fail(def.range, "invalid syntax");
        };
        let kind = match (def.is_async, self.scopes[scope].has_yield) {
            (false, false) => CodeKind::Function,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let (parameters, parameter_names) = self.parameters(Some(&def.parameters), scope)?;
        let start = def
            .decorator_list
            .first()
            .map_or(def.range.start(), |decorator| decorator.range.start());
        let plan = Plan {
            scope,
            kind,
            name: def.name.as_str().into(),
            qualname: self.qualname(def.name.as_str()),
            first_line: self.source.line_of(start.to_u32()),
            parameters,
            parameter_names,
        };
        self.block(&plan, &mut |compiler| {
            let mut body = &def.body[..];
            if let Some((text, rest)) = docstring(body) {
                compiler.unit.doc = Some(text);
                body = rest;
            }
            compiler.statements(body)?;
            compiler.return_none(&def.body)
        })
    }

    /// The parameters of a function in register order.
    fn parameters(
        &self,
        parameters: Option<&ast::Parameters>,
        scope: ScopeId,
    ) -> Fallible<(Parameters, Vec<Rc<str>>)> {
        let mut counts = Parameters::default();
        let Some(list) = parameters else {
            return Ok((counts, Vec::new()));
        };
        let n = list.len();
        if n > 30_000 {
            return self.fail(list.range, "too many parameters");
        }
        let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        counts.n_positional_only = count(list.posonlyargs.len());
        counts.n_positional = count(list.posonlyargs.len() + list.args.len());
        counts.n_keyword_only = count(list.kwonlyargs.len());
        counts.has_var_positional = list.vararg.is_some();
        counts.has_var_keyword = list.kwarg.is_some();
        let class_name = self.scopes[scope].class_name.as_deref();
        let mangled = |name: &ast::Identifier| super::scope::mangle(class_name, name.as_str());
        let names = list
            .posonlyargs
            .iter()
            .chain(&list.args)
            .chain(&list.kwonlyargs)
            .map(|parameter| &parameter.parameter.name)
            .chain(list.vararg.iter().map(|parameter| &parameter.name))
            .chain(list.kwarg.iter().map(|parameter| &parameter.name))
            .map(mangled)
            .collect();
        Ok((counts, names))
    }

    /// Pushes the default values of a function.
    pub(super) fn push_defaults(
        &mut self,
        parameters: &'a ast::Parameters,
        attachments: &mut Attachments,
    ) -> Fallible<()> {
        let positional: Vec<&'a Expr> = parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .filter_map(|parameter| parameter.default.as_deref())
            .collect();
        let range = parameters.range;
        if !positional.is_empty() {
            attachments.flags |= 1;
            if let Some(constants) = positional.iter().map(|value| fold(value)).collect() {
                self.push_constant(Constant::Tuple(constants), range)?;
            } else {
                let base = self.unit.top;
                for value in &positional {
                    self.push(value)?;
                }
                let op = Op::BuildTuple {
                    dst: base,
                    base,
                    n: self.unit.count(positional.len()),
                };
                self.emit(op, range);
                self.unit.set_top(base + 1);
            }
        }
        let base = self.unit.top;
        let mut n = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.mangled(parameter.parameter.name.as_str());
                self.push_constant(Constant::Str(name), default.range())?;
                self.push(default)?;
                n += 1;
            }
        }
        if n > 0 {
            attachments.flags |= 2;
            self.emit(Op::BuildDict { dst: base, base, n }, range);
            self.unit.set_top(base + 1);
        }
        Ok(())
    }

    fn push_function_annotate(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        attachments: &mut Attachments,
    ) -> Fallible<()> {
        if super::symbols::has_annotations(def) {
            attachments.flags |= 4;
            self.push_annotate_of_function(def)?;
        }
        Ok(())
    }

    /// `dst ←` a function of `code`, what it carries standing at `base`.
    pub(super) fn make_function(
        &mut self,
        code: Rc<Code>,
        attachments: Attachments,
        base: Reg,
        range: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        let mut flags = attachments.flags;
        if !code.free.is_empty() {
            flags |= 8;
            let cells = self.unit.top;
            for name in &code.free {
                let src = self.unit.cell_registers[name];
                self.take_after(range, |dst, _| Op::Move { dst, src })?;
            }
            let op = Op::BuildTuple {
                dst: cells,
                base: cells,
                n: self.unit.count(code.free.len()),
            };
            self.emit(op, range);
            self.unit.set_top(cells + 1);
        }
        let op = Op::MakeFunction {
            flags,
            dst,
            code: self.unit.short_constant(Constant::Code(code)),
            base,
        };
        self.emit(op, range);
        self.unit.top = base;
        self.settle(base, dst);
        Ok(())
    }

    /// `lambda`
    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda, dst: Reg) -> Fallible<()> {
        let Some(scope) = self.scopes.find(ScopeKind::Lambda, lambda.range) else {
            return self.fail(lambda.range, "invalid syntax");
        };
        let base = self.unit.top;
        let mut attachments = Attachments::default();
        if let Some(parameters) = lambda.parameters.as_deref() {
            self.push_defaults(parameters, &mut attachments)?;
        }
        let kind = if self.scopes[scope].has_yield {
            CodeKind::Generator
        } else {
            CodeKind::Function
        };
        let (parameters, parameter_names) = self.parameters(lambda.parameters.as_deref(), scope)?;
        let plan = Plan {
            scope,
            kind,
            name: "<lambda>".into(),
            qualname: self.qualname("<lambda>"),
            first_line: self.source.line_of(lambda.range.start().to_u32()),
            parameters,
            parameter_names,
        };
        let code = self.block(&plan, &mut |compiler| {
            compiler.begin_line();
            let src = compiler.operand(&lambda.body)?;
            compiler.emit(Op::Return { src }, lambda.body.range());
            Ok(())
        })?;
        self.make_function(code, attachments, base, lambda.range, dst)
    }
}
