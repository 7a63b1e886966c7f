//! Annotations, which are evaluated when asked for; docstrings; `__future__`.

use std::rc::Rc;

use ruff_python_ast::{self as ast, ExceptHandler, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::function::{Attachments, Plan};
use super::scope::{ScopeId, ScopeKind};
use super::{Compiler, Fallible, fail};
use crate::code::{Code, CodeKind, CompareOp, Constant, Op, Parameters, Reg, Source};

/// The names that `from __future__ import` knows.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// The docstring of a body, and the statements after it.
pub(super) fn docstring(body: &[Stmt]) -> Option<(Rc<str>, &[Stmt])> {
    let (first, rest) = body.split_first()?;
    match first {
        Stmt::Expr(stmt) => match &*stmt.value {
            Expr::StringLiteral(literal) => Some((clean(literal.value.to_str()).into(), rest)),
            _ => None,
        },
        _ => None,
    }
}

/// Takes the common indentation off a docstring, as the compiler has done since 3.13.
fn clean(text: &str) -> String {
    let mut lines = text.split('\n').map(expand_tabs);
    let first = lines.next().unwrap_or_default();
    let rest: Vec<String> = lines.collect();
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let margin = rest
        .iter()
        .filter(|line| !line.trim_matches(' ').is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    let mut cleaned = first.trim_start_matches(' ').to_owned();
    for line in &rest {
        cleaned.push('\n');
        cleaned.push_str(line.get(margin.min(indent(line))..).unwrap_or_default());
    }
    cleaned
}

fn expand_tabs(line: &str) -> String {
    let mut expanded = String::with_capacity(line.len());
    let mut column = 0;
    for c in line.chars() {
        if c == '\t' {
            let stop = 8 - column % 8;
            expanded.extend(std::iter::repeat_n(' ', stop));
            column += stop;
        } else {
            expanded.push(c);
            column += 1;
        }
    }
    expanded
}

/// Whether the file asks for annotations as strings; checks all `__future__` imports.
///
/// # Errors
///
/// An unknown feature, or an import that stands too late.
pub(super) fn has_future_import(source: &Source, root: &ast::Mod) -> Fallible<bool> {
    let ast::Mod::Module(module) = root else {
        return Ok(false);
    };
    let mut body = &module.body[..];
    if let Some((_, rest)) = docstring(body) {
        body = rest;
    }
    let mut is_early = true;
    let mut found = false;
    for stmt in body {
        let Some(import) = future_import(stmt) else {
            is_early = false;
            continue;
        };
        if !is_early {
            let message = "from __future__ imports must occur at the beginning of the file";
            return fail(source, import.range, message.to_owned());
        }
        for alias in &import.names {
            let name = alias.name.as_str();
            if name == "braces" {
                return fail(source, alias.range, "not a chance".to_owned());
            }
            if !FEATURES.contains(&name) {
                let message = format!("future feature {name} is not defined");
                return fail(source, alias.range, message);
            }
            found |= name == "annotations";
        }
    }
    Ok(found)
}

fn future_import(stmt: &Stmt) -> Option<&ast::StmtImportFrom> {
    match stmt {
        Stmt::ImportFrom(import)
            if import
                .module
                .as_ref()
                .is_some_and(|name| name.as_str() == "__future__") =>
        {
            Some(import)
        }
        _ => None,
    }
}

/// The annotated names of a class body or module, those in its `if`s and loops included.
pub(super) fn simple_annotations(body: &[Stmt]) -> Vec<&ast::StmtAnnAssign> {
    let mut found = Vec::new();
    for stmt in body {
        match stmt {
            Stmt::AnnAssign(assign) if assign.simple => found.push(assign),
            Stmt::If(stmt) => {
                found.extend(simple_annotations(&stmt.body));
                for clause in &stmt.elif_else_clauses {
                    found.extend(simple_annotations(&clause.body));
                }
            }
            Stmt::For(stmt) => {
                found.extend(simple_annotations(&stmt.body));
                found.extend(simple_annotations(&stmt.orelse));
            }
            Stmt::While(stmt) => {
                found.extend(simple_annotations(&stmt.body));
                found.extend(simple_annotations(&stmt.orelse));
            }
            Stmt::With(stmt) => found.extend(simple_annotations(&stmt.body)),
            Stmt::Match(stmt) => {
                for case in &stmt.cases {
                    found.extend(simple_annotations(&case.body));
                }
            }
            Stmt::Try(stmt) => {
                found.extend(simple_annotations(&stmt.body));
                for ExceptHandler::ExceptHandler(handler) in &stmt.handlers {
                    found.extend(simple_annotations(&handler.body));
                }
                found.extend(simple_annotations(&stmt.orelse));
                found.extend(simple_annotations(&stmt.finalbody));
            }
            _ => {}
        }
    }
    found
}

impl<'a> Compiler<'a> {
    /// The annotate function of a class body or module, stored under a name.
    pub(super) fn store_annotate_function(
        &mut self,
        body: &'a [Stmt],
        range: TextRange,
        name: &str,
    ) -> Fallible<()> {
        let entries: Vec<(Rc<str>, &'a Expr)> = simple_annotations(body)
            .into_iter()
            .filter_map(|assign| match &*assign.target {
                Expr::Name(name) => Some((self.mangled(&name.id), &*assign.annotation)),
                _ => None,
            })
            .collect();
        let Some(scope) = self.scopes.find(ScopeKind::Annotations, range) else {
            return Ok(());
        };
        let header = body.first().map_or(range, Ranged::range);
        let src = self.push_annotate(scope, &entries, header)?;
        self.store_name_unchecked(name, src, header);
        self.unit.top = src;
        Ok(())
    }

    /// Binds a name that the symbol table does not know of in a class body or module.
    fn store_name_unchecked(&mut self, name: &str, src: Reg, range: TextRange) {
        let name: Rc<str> = name.into();
        if self.unit.kind == Some(CodeKind::Class) {
            let name = self.unit.name(&name);
            self.emit(Op::StoreName { name, src }, range);
        } else {
            let site = self.unit.site(&name);
            self.emit(Op::StoreGlobal { site, src }, range);
        }
    }

    /// The next temporary ← the annotate function of a `def`.
    pub(super) fn push_annotate_of_function(
        &mut self,
        def: &'a ast::StmtFunctionDef,
    ) -> Fallible<Reg> {
        let Some(scope) = self.scopes.find(ScopeKind::Annotations, def.range) else {
            return self.fail(def.range, "invalid syntax");
        };
        let list = &def.parameters;
        let positional = list.args.iter().chain(&list.posonlyargs);
        let mut entries: Vec<(Rc<str>, &'a Expr)> = positional
            .map(|parameter| &parameter.parameter)
            .chain(list.vararg.as_deref())
            .chain(list.kwonlyargs.iter().map(|parameter| &parameter.parameter))
            .chain(list.kwarg.as_deref())
            .filter_map(|parameter| {
                let annotation = parameter.annotation.as_deref()?;
                Some((self.mangled(parameter.name.as_str()), annotation))
            })
            .collect();
        if let Some(returns) = &def.returns {
            entries.push(("return".into(), returns));
        }
        self.push_annotate(scope, &entries, def.name.range)
    }

    /// The next temporary ← a function that gives the dict of annotations, for the formats that
    /// call for values.
    fn push_annotate(
        &mut self,
        scope: ScopeId,
        entries: &[(Rc<str>, &'a Expr)],
        range: TextRange,
    ) -> Fallible<Reg> {
        let name = "__annotate__";
        let code = self.lazy_code(scope, name, range, &mut |compiler| {
            let dict = compiler.take_after(range, |dst, _| Op::BuildDict {
                dst,
                base: dst,
                n: 0,
            })?;
            for (name, annotation) in entries {
                compiler.annotation_entry(dict, name, annotation)?;
            }
            Ok(dict)
        })?;
        let dst = self.unit.top;
        self.make_function(code, Attachments::default(), dst, range, dst)?;
        Ok(dst)
    }

    fn annotation_entry(
        &mut self,
        dict: Reg,
        name: &Rc<str>,
        annotation: &'a Expr,
    ) -> Fallible<()> {
        let range = annotation.range();
        let saved = self.unit.top;
        let key = self.push_constant(Constant::Str(Rc::clone(name)), range)?;
        let value = self.unit.top;
        match annotation {
            _ if self.has_future_annotations => {
                let source = Rc::clone(&self.source);
                let text = &source.text[range.start().to_usize()..range.end().to_usize()];
                self.push_str(text, range)?;
            }
            Expr::Starred(_) => {
                // `*args: *Ts` is the one item that `*Ts` gives.
                self.list(std::slice::from_ref(annotation), range, value)?;
                let op = Op::Unpack {
                    src: value,
                    base: value,
                    n: 1,
                };
                self.emit(op, range);
            }
            _ => {
                self.push(annotation)?;
            }
        }
        self.emit(Op::DictInsert { dict, key, value }, range);
        self.unit.top = saved;
        Ok(())
    }

    /// The code of a lazily evaluated scope: a function of the format that refuses formats it
    /// cannot give.
    pub(super) fn lazy_code(
        &mut self,
        scope: ScopeId,
        name: &str,
        range: TextRange,
        body: &mut dyn FnMut(&mut Self) -> Fallible<Reg>,
    ) -> Fallible<Rc<Code>> {
        let plan = Plan {
            scope,
            kind: CodeKind::Function,
            name: name.into(),
            qualname: self.qualname(name),
            first_line: self.source.line_of(range.start().to_u32()),
            parameters: Parameters {
                n_positional_only: 1,
                n_positional: 1,
                ..Parameters::default()
            },
            parameter_names: vec![".format".into()],
        };
        self.block(&plan, &mut |compiler| {
            compiler.begin_line();
            compiler.refuse_formats(range)?;
            let src = body(compiler)?;
            compiler.emit(Op::Return { src }, range);
            Ok(())
        })
    }

    /// Formats above 2 are made by `annotationlib` from these; asked for one, the function raises.
    fn refuse_formats(&mut self, range: TextRange) -> Fallible<()> {
        let accepted = self.unit.label();
        let saved = self.unit.top;
        let b = self.push_constant(Constant::Int(2), range)?;
        let test = self.take_after(range, |dst, _| Op::Compare {
            op: CompareOp::Gt,
            dst,
            a: 0,
            b,
        })?;
        self.jump(
            Op::JumpUnless {
                src: test,
                offset: 0,
            },
            accepted,
            range,
        );
        self.unit.top = saved;
        let site = self.unit.site(&"NotImplementedError".into());
        let exception = self.take_after(range, |dst, _| Op::LoadGlobal { dst, site })?;
        let cause = self.push_unbound(range)?;
        self.emit(Op::Raise { exception, cause }, range);
        self.unit.top = saved;
        self.unit.bind(accepted);
        Ok(())
    }
}
