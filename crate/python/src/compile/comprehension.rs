//! Comprehensions, which run in the frame around them where that is sound, and generator
//! expressions.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::function::{Attachments, Plan};
use super::scope::{ScopeId, ScopeKind};
use super::{Compiler, Fallible};
use crate::code::{Code, CodeKind, Op, Parameters, Reg};

/// What a comprehension makes of its elements.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    /// `{**m for …}`
    DictUpdate(&'a Expr),
    Yield(&'a Expr),
}

/// A comprehension's parts.
#[derive(Clone, Copy)]
struct Parts<'a> {
    element: Element<'a>,
    generators: &'a [ast::Comprehension],
    range: TextRange,
    name: &'static str,
}

fn parts(expr: &Expr) -> Option<Parts<'_>> {
    let (element, generators, range, name) = match expr {
        Expr::ListComp(e) => (Element::List(&e.elt), &e.generators, e.range, "<listcomp>"),
        Expr::SetComp(e) => (Element::Set(&e.elt), &e.generators, e.range, "<setcomp>"),
        Expr::DictComp(e) => {
            let element = match &e.key {
                Some(key) => Element::Dict(key, &e.value),
                None => Element::DictUpdate(&e.value),
            };
            (element, &e.generators, e.range, "<dictcomp>")
        }
        Expr::Generator(e) => (Element::Yield(&e.elt), &e.generators, e.range, "<genexpr>"),
        _ => return None,
    };
    Some(Parts {
        element,
        generators,
        range,
        name,
    })
}

impl<'a> Compiler<'a> {
    /// `dst ←` the value of a comprehension or generator expression.
    pub(super) fn comprehension(&mut self, expr: &'a Expr, dst: Reg) -> Fallible<()> {
        let Some(parts) = parts(expr) else {
            unreachable!("only comprehensions come here")
        };
        let kind = match parts.element {
            Element::Yield(_) => ScopeKind::Generator,
            _ => ScopeKind::Comprehension,
        };
        let Some(scope) = self.scopes.find(kind, parts.range) else {
            return self.fail(parts.range, "invalid syntax");
        };
        if kind == ScopeKind::Comprehension && self.scopes[scope].has_await {
            let outside = "asynchronous comprehension outside of an asynchronous function";
            self.check_await(parts.range, outside, outside)?;
        }
        if self.scopes[scope].is_inlined {
            self.via_temporary(dst, parts.range, |compiler, result| {
                compiler.inlined(parts, scope, result)
            })
        } else {
            self.via_temporary(dst, parts.range, |compiler, _| {
                compiler.called(parts, scope)
            })
        }
    }

    fn inlined(&mut self, parts: Parts<'a>, scope: ScopeId, result: Reg) -> Fallible<()> {
        self.push_collection(parts)?;
        let before = self.bound_here();
        self.push_first_iterator(parts)?;
        let outer = std::mem::replace(&mut self.scope, scope);
        let done = self.generator_loop(parts, 0, result);
        self.scope = outer;
        done?;
        for register in self.own_registers(scope) {
            self.emit(Op::Clear { reg: register }, parts.range);
        }
        self.forget_bound(before);
        Ok(())
    }

    fn own_registers(&self, scope: ScopeId) -> Vec<Reg> {
        let scope = &self.scopes[scope];
        scope
            .names
            .iter()
            .filter_map(|name| scope.registers.get(name).copied())
            .collect()
    }

    fn push_collection(&mut self, parts: Parts<'a>) -> Fallible<()> {
        let base = self.unit.top;
        let op = match parts.element {
            Element::List(_) => Op::BuildList {
                dst: base,
                base,
                n: 0,
            },
            Element::Set(_) => Op::BuildSet {
                dst: base,
                base,
                n: 0,
            },
            Element::Dict(..) | Element::DictUpdate(_) => Op::BuildDict {
                dst: base,
                base,
                n: 0,
            },
            Element::Yield(_) => return Ok(()),
        };
        self.emit(op, parts.range);
        self.take_temporary()?;
        Ok(())
    }

    fn push_first_iterator(&mut self, parts: Parts<'a>) -> Fallible<Reg> {
        let first = &parts.generators[0];
        self.push_iterator(&first.iter, first.is_async)
    }

    /// One `for`, whose iterator is topmost, with all that is inside it; takes the iterator away.
    fn generator_loop(&mut self, parts: Parts<'a>, index: usize, result: Reg) -> Fallible<()> {
        let generator = &parts.generators[index];
        let range = generator.iter.range();
        let iter = self.unit.top - 1;
        let (head, otherwise) = (self.unit.label(), self.unit.label());
        self.unit.bind(head);
        if generator.is_async {
            self.async_for_next(iter, &generator.target, otherwise, range)?;
        } else {
            self.for_next(iter, &generator.target, otherwise, range)?;
        }
        for condition in &generator.ifs {
            self.branch(condition, head, false)?;
        }
        if let Some(next) = parts.generators.get(index + 1) {
            self.push_iterator(&next.iter, next.is_async)?;
            self.generator_loop(parts, index + 1, result)?;
        } else {
            self.element(parts, result)?;
        }
        self.goto(head, range);
        if generator.is_async {
            self.end_async_for(iter, otherwise, range);
        } else {
            self.unit.bind(otherwise);
            self.unit.top = iter;
        }
        Ok(())
    }

    fn element(&mut self, parts: Parts<'a>, result: Reg) -> Fallible<()> {
        let saved = self.unit.top;
        let range = parts.range;
        let op = match parts.element {
            Element::List(Expr::Starred(starred)) => Op::ListExtend {
                list: result,
                iterable: self.operand(&starred.value)?,
            },
            Element::Set(Expr::Starred(starred)) => Op::SetUpdate {
                set: result,
                iterable: self.operand(&starred.value)?,
            },
            Element::List(value) => Op::ListAppend {
                list: result,
                value: self.operand(value)?,
            },
            Element::Set(value) => Op::SetAdd {
                set: result,
                value: self.operand(value)?,
            },
            Element::Dict(key, value) => Op::DictInsert {
                dict: result,
                key: self.operand(key)?,
                value: self.operand(value)?,
            },
            Element::DictUpdate(mapping) => Op::DictUpdate {
                dict: result,
                mapping: self.operand(mapping)?,
            },
            Element::Yield(value) => {
                let src = self.operand(value)?;
                let dst = saved;
                self.emit(Op::Yield { dst, src }, value.range());
                self.unit.set_top(saved + 1);
                self.clear_top(value.range());
                return Ok(());
            }
        };
        self.emit(op, range);
        self.unit.top = saved;
        Ok(())
    }

    /// A comprehension with a frame of its own: a function of the first iterator, called at once.
    fn called(&mut self, parts: Parts<'a>, scope: ScopeId) -> Fallible<()> {
        let range = parts.range;
        let base = self.unit.top;
        let code = self.comprehension_code(parts, scope)?;
        let kind = code.kind;
        self.make_function(code, Attachments::default(), base, range, base)?;
        self.push_unbound(range)?;
        self.push_first_iterator(parts)?;
        let op = Op::Call {
            dst: base,
            base,
            n: 1,
        };
        self.emit(op, range);
        self.unit.top = base + 1;
        if kind == CodeKind::Coroutine {
            self.await_top(range)?;
        }
        Ok(())
    }

    fn comprehension_code(&mut self, parts: Parts<'a>, scope: ScopeId) -> Fallible<Rc<Code>> {
        let has_await = self.scopes[scope].has_await;
        let kind = match (parts.element, has_await) {
            (Element::Yield(_), false) => CodeKind::Generator,
            (Element::Yield(_), true) => CodeKind::AsyncGenerator,
            (_, false) => CodeKind::Function,
            (_, true) => CodeKind::Coroutine,
        };
        let plan = Plan {
            scope,
            kind,
            name: parts.name.into(),
            qualname: self.qualname(parts.name),
            first_line: self.source.line_of(parts.range.start().to_u32()),
            parameters: Parameters {
                n_positional_only: 1,
                n_positional: 1,
                ..Parameters::default()
            },
            parameter_names: vec![".0".into()],
        };
        self.block(&plan, &mut |compiler| {
            let range = parts.range;
            compiler.begin_line();
            let result = compiler.unit.top;
            compiler.push_collection(parts)?;
            compiler.take_after(range, |dst, _| Op::Move { dst, src: 0 })?;
            compiler.emit(Op::Clear { reg: 0 }, range);
            compiler.generator_loop(parts, 0, result)?;
            let src = match parts.element {
                Element::Yield(_) => compiler.push_none(range)?,
                _ => result,
            };
            compiler.emit(Op::Return { src }, range);
            Ok(())
        })
    }
}
