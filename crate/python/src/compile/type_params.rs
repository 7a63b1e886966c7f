//! Generic functions and classes, and `type` statements.
//!
//! The type parameters of a definition are the variables of a hidden function around it, which is
//! called at once.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr, TypeParam};
use ruff_text_size::{Ranged, TextRange};

use super::function::{Attachments, Plan};
use super::scope::ScopeKind;
use super::{Compiler, Fallible};
use crate::code::{Code, CodeKind, Constant, Op, Parameters, Reg};

/// The kinds of `MakeTypeParameter`.
const ALIAS: u8 = 0;
const TYPE_VAR: u8 = 1;
const TYPE_VAR_TUPLE: u8 = 2;
const PARAM_SPEC: u8 = 3;

impl<'a> Compiler<'a> {
    /// `dst ←` the function of `def f[T](…)`; its defaults are evaluated outside and passed in.
    pub(super) fn generic_function(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        parameters: &'a ast::TypeParams,
        header: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        let base = self.unit.top;
        let mut attachments = Attachments::default();
        let code = self.type_parameter_code(def.name.as_str(), parameters, 2, &mut |compiler| {
            let first = compiler.unit.top;
            let mut attachments = Attachments::default();
            compiler.pass_defaults(&def.parameters, &mut attachments, header)?;
            compiler.finish_function(def, header, first, attachments, first)?;
            compiler.set_type_parameters(first, header)?;
            Ok(first)
        })?;
        self.make_function(code, Attachments::default(), base, header, base)?;
        self.push_unbound(header)?;
        self.push_defaults(&def.parameters, &mut attachments)?;
        if !attachments.has_defaults() {
            let absent = self.push_none(header)?;
            if attachments.has_keyword_defaults() {
                // The dict was pushed first: the two change places.
                self.emit(
                    Op::Move {
                        dst: absent,
                        src: absent - 1,
                    },
                    header,
                );
                self.emit(Op::LoadNone { dst: absent - 1 }, header);
            }
        }
        if !attachments.has_keyword_defaults() {
            self.push_none(header)?;
        }
        self.emit(Op::Call { dst, base, n: 2 }, header);
        self.settle(base, dst);
        Ok(())
    }

    /// Pushes the defaults that came in as parameters 0 and 1.
    fn pass_defaults(
        &mut self,
        parameters: &ast::Parameters,
        attachments: &mut Attachments,
        range: TextRange,
    ) -> Fallible<()> {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        if positional
            .clone()
            .any(|parameter| parameter.default.is_some())
        {
            attachments.add_defaults();
            self.take_after(range, |dst, _| Op::Move { dst, src: 0 })?;
        }
        let mut keywords = parameters.kwonlyargs.iter();
        if keywords.any(|parameter| parameter.default.is_some()) {
            attachments.add_keyword_defaults();
            self.take_after(range, |dst, _| Op::Move { dst, src: 1 })?;
        }
        Ok(())
    }

    /// `obj.__type_params__ =` those of the hidden function being compiled.
    fn set_type_parameters(&mut self, obj: Reg, range: TextRange) -> Fallible<()> {
        let src = self.unit.top;
        self.load_name(".type_params", range, src)?;
        let site = self.unit.site(&"__type_params__".into());
        self.emit(Op::StoreAttr { obj, site, src }, range);
        self.unit.top = src;
        Ok(())
    }

    /// `dst ←` the class of `class C[T](…)`, which gets `typing.Generic[T]` as its last base.
    pub(super) fn generic_class(
        &mut self,
        class: &'a ast::StmtClassDef,
        parameters: &'a ast::TypeParams,
        header: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        let code =
            self.type_parameter_code(class.name.as_str(), parameters, 0, &mut |compiler| {
                compiler.push_generic_base(parameters, header)?;
                let generic = compiler.unit.top - 1;
                compiler.store_name(".generic_base", generic, header);
                compiler.unit.top = generic;
                let base = compiler.push_class_body(class, header)?;
                compiler.class_with_generic_base(class, base, header)?;
                Ok(base)
            })?;
        self.call_hidden(code, header, dst)
    }

    /// Calls `__build_class__` at `base` with the bases and `.generic_base` after them.
    fn class_with_generic_base(
        &mut self,
        class: &'a ast::StmtClassDef,
        base: Reg,
        range: TextRange,
    ) -> Fallible<()> {
        let list = base + 2;
        let op = Op::BuildList {
            dst: list,
            base: list,
            n: 2,
        };
        self.emit(op, range);
        self.unit.set_top(list + 1);
        let arguments = class.arguments.as_deref();
        for argument in arguments.map_or(&[][..], |arguments| &arguments.args) {
            let op = if let Expr::Starred(starred) = argument {
                let iterable = self.operand(&starred.value)?;
                Op::ListExtend { list, iterable }
            } else {
                let value = self.operand(argument)?;
                Op::ListAppend { list, value }
            };
            self.emit(op, argument.range());
            self.unit.set_top(list + 1);
        }
        let value = self.unit.top;
        self.load_name(".generic_base", range, value)?;
        self.emit(Op::ListAppend { list, value }, range);
        self.unit.set_top(list + 1);
        match arguments {
            Some(arguments) => self.unpacked_keywords(base, arguments, range)?,
            None => {
                self.push_unbound(range)?;
            }
        }
        self.emit(Op::CallUnpacked { dst: base, base }, range);
        self.unit.top = base + 1;
        Ok(())
    }

    /// Pushes `typing.Generic[T, …]`.
    fn push_generic_base(
        &mut self,
        parameters: &'a ast::TypeParams,
        range: TextRange,
    ) -> Fallible<()> {
        let obj = self.push_import("typing", 0, Constant::None, range)?;
        let site = self.unit.site(&"Generic".into());
        let op = Op::LoadAttr {
            dst: obj,
            obj,
            site,
        };
        self.emit(op, range);
        let list = self.take_after(range, |dst, _| Op::BuildList {
            dst,
            base: dst,
            n: 0,
        })?;
        for parameter in &parameters.type_params {
            let value = self.unit.top;
            self.load_name(parameter.name().as_str(), range, value)?;
            let op = if parameter.is_type_var_tuple() {
                Op::ListExtend {
                    list,
                    iterable: value,
                }
            } else {
                Op::ListAppend { list, value }
            };
            self.emit(op, range);
            self.unit.top = value;
        }
        let op = Op::ListToTuple {
            dst: list,
            src: list,
        };
        self.emit(op, range);
        let op = Op::GetItem {
            dst: obj,
            obj,
            key: list,
        };
        self.emit(op, range);
        self.unit.top = obj + 1;
        Ok(())
    }

    /// `type A[T] = value`
    pub(super) fn type_alias(&mut self, alias: &'a ast::StmtTypeAlias) -> Fallible<()> {
        let Expr::Name(name) = &*alias.name else {
            return self.fail(alias.range, "invalid syntax");
        };
        let value = self.unit.top;
        match &alias.type_params {
            None => self.push_alias(alias, name)?,
            Some(parameters) => {
                let code = self.type_parameter_code(&name.id, parameters, 0, &mut |compiler| {
                    let dst = compiler.unit.top;
                    compiler.push_alias(alias, name)?;
                    Ok(dst)
                })?;
                self.call_hidden(code, alias.range, value)?;
            }
        }
        self.store_name(&name.id, value, name.range);
        self.unit.top = value;
        Ok(())
    }

    fn push_alias(
        &mut self,
        alias: &'a ast::StmtTypeAlias,
        name: &'a ast::ExprName,
    ) -> Fallible<()> {
        let range = alias.range;
        let base = self.push_str(&name.id, range)?;
        self.push_lazy(&name.id, &alias.value)?;
        if alias.type_params.is_some() {
            let dst = self.unit.top;
            self.load_name(".type_params", range, dst)?;
        } else {
            self.push_unbound(range)?;
        }
        self.make_type_parameter(ALIAS, base, range);
        Ok(())
    }

    fn make_type_parameter(&mut self, kind: u8, base: Reg, range: TextRange) {
        let op = Op::MakeTypeParameter {
            kind,
            dst: base,
            base,
        };
        self.emit(op, range);
        self.unit.top = base + 1;
    }

    /// The next temporary ← a function that evaluates an expression when called.
    fn push_lazy(&mut self, name: &str, value: &'a Expr) -> Fallible<()> {
        let range = value.range();
        let Some(scope) = self.scopes.find(ScopeKind::TypeExpression, range) else {
            return self.fail(range, "invalid syntax");
        };
        let code = self.lazy_code(scope, name, range, &mut |compiler| compiler.operand(value))?;
        let dst = self.unit.top;
        self.make_function(code, Attachments::default(), dst, range, dst)
    }

    /// Calls a hidden function without arguments.
    fn call_hidden(&mut self, code: Rc<Code>, range: TextRange, dst: Reg) -> Fallible<()> {
        let base = self.unit.top;
        self.make_function(code, Attachments::default(), base, range, base)?;
        self.push_unbound(range)?;
        self.emit(Op::Call { dst, base, n: 0 }, range);
        self.settle(base, dst);
        Ok(())
    }

    /// The hidden function: binds the type parameters, then returns what `body` makes.
    fn type_parameter_code(
        &mut self,
        name: &str,
        parameters: &'a ast::TypeParams,
        n_positional: u16,
        body: &mut dyn FnMut(&mut Self) -> Fallible<Reg>,
    ) -> Fallible<Rc<Code>> {
        let range = parameters.range;
        let Some(scope) = self.scopes.find(ScopeKind::TypeParameters, range) else {
            return self.fail(range, "invalid syntax");
        };
        let hidden = format!("<generic parameters of {name}>");
        let names = [".defaults", ".kwdefaults"];
        let plan = Plan {
            scope,
            kind: CodeKind::Function,
            name: hidden.as_str().into(),
            qualname: self.qualname(&hidden),
            first_line: self.source.line_of(range.start().to_u32()),
            parameters: Parameters {
                n_positional_only: n_positional,
                n_positional,
                ..Parameters::default()
            },
            parameter_names: names[..n_positional as usize]
                .iter()
                .map(|&name| name.into())
                .collect(),
        };
        self.block(&plan, &mut |compiler| {
            compiler.begin_line();
            let base = compiler.unit.top;
            for parameter in &parameters.type_params {
                compiler.push_type_parameter(parameter)?;
            }
            let op = Op::BuildTuple {
                dst: base,
                base,
                n: compiler.unit.count(parameters.type_params.len()),
            };
            compiler.emit(op, range);
            compiler.unit.set_top(base + 1);
            compiler.store_name(".type_params", base, range);
            compiler.unit.top = base;
            let src = body(compiler)?;
            compiler.emit(Op::Return { src }, range);
            Ok(())
        })
    }

    /// The next temporary ← a type parameter, bound to its name as well.
    fn push_type_parameter(&mut self, parameter: &'a TypeParam) -> Fallible<()> {
        let (kind, bound) = match parameter {
            TypeParam::TypeVar(variable) => (TYPE_VAR, variable.bound.as_deref()),
            TypeParam::TypeVarTuple(_) => (TYPE_VAR_TUPLE, None),
            TypeParam::ParamSpec(_) => (PARAM_SPEC, None),
        };
        let range = parameter.range();
        let name = parameter.name().as_str();
        let base = self.push_str(name, range)?;
        for lazy in [bound, parameter.default()] {
            match lazy {
                Some(value) => self.push_lazy(name, value)?,
                None => {
                    self.push_unbound(range)?;
                }
            }
        }
        self.make_type_parameter(kind, base, range);
        self.store_name(name, base, range);
        Ok(())
    }
}
