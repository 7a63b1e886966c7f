//! Calls: of functions, of methods, through `super()`, with `*` and `**`.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::scope::ScopeKind;
use super::{Compiler, Fallible};
use crate::code::{Constant, Op, Reg};
use crate::sorted::SortedSet;

/// With more arguments than this the call goes through a list.
const ARGUMENTS_MAX: usize = 255;

impl<'a> Compiler<'a> {
    /// `dst ←` the result of a call.
    pub(super) fn call(&mut self, call: &'a ast::ExprCall, dst: Reg) -> Fallible<()> {
        let base = self.unit.top;
        if self.is_plain_super(call) {
            return self.super_proxy(call, dst);
        }
        self.warn_of_call(&call.func);
        if !call.func.is_attribute_expr() && is_positional(&call.arguments) {
            self.push(&call.func)?;
            self.push_all(&call.arguments.args)?;
            let n = self.unit.count(call.arguments.args.len());
            self.emit(Op::CallFunction { dst, base, n }, call.range());
            self.settle(base, dst);
            return Ok(());
        }
        let range = self.callee(call)?;
        self.arguments(base, 0, &call.arguments, range, dst)?;
        self.settle(base, dst);
        Ok(())
    }

    /// Pushes what is called and its receiver; gives the range that CPython underlines for the
    /// call.
    fn callee(&mut self, call: &'a ast::ExprCall) -> Fallible<TextRange> {
        let range = call.range();
        let base = self.unit.top;
        let Expr::Attribute(attribute) = &*call.func else {
            self.push(&call.func)?;
            self.push_unbound(range)?;
            return Ok(range);
        };
        if self.super_attribute(attribute, base)? {
            self.push_unbound(range)?;
            return Ok(range);
        }
        let obj = self.operand(&attribute.value)?;
        let name = self.mangled(attribute.attr.as_str());
        let site = self.unit.site(&name);
        let attribute_range = self.attribute_range(attribute);
        let op = Op::LoadMethod {
            dst: base,
            obj,
            site,
        };
        self.emit(op, attribute_range);
        self.unit.set_top(base + 2);
        Ok(TextRange::new(attribute_range.start(), range.end()))
    }

    /// Pushes the arguments of a call at `base`, of which `pushed` positional ones are there
    /// already, and calls.
    ///
    /// The result is in `dst`; the caller sets the end of the live registers.
    pub(super) fn arguments(
        &mut self,
        base: Reg,
        pushed: u16,
        arguments: &'a ast::Arguments,
        range: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        self.check_keywords(arguments)?;
        let has_pairs = arguments.keywords.iter().any(|pairs| pairs.arg.is_none());
        if is_unpacked(arguments) || has_pairs {
            let sole = match &*arguments.args {
                [Expr::Starred(starred)] if pushed == 0 => Some(starred),
                _ => None,
            };
            match sole {
                Some(starred) => _ = self.push(&starred.value)?,
                None => self.unpacked_positional(base, arguments, range)?,
            }
            self.unpacked_keywords(base, arguments, range)?;
            if sole.is_some() {
                self.unpack_sole(base, range);
            }
            self.emit(Op::CallUnpacked { dst, base }, range);
            return Ok(());
        }
        self.push_all(&arguments.args)?;
        let mut n = pushed + self.unit.count(arguments.args.len());
        if arguments.keywords.is_empty() {
            self.emit(Op::Call { dst, base, n }, range);
            return Ok(());
        }
        let mut names = Vec::new();
        for keyword in &arguments.keywords {
            self.push(&keyword.value)?;
            let name = keyword.arg.as_ref().map_or("", |name| name.as_str());
            names.push(Constant::Str(self.mangled(name)));
            n += 1;
        }
        let names = self.unit.short_constant(Constant::Tuple(names));
        self.emit(Op::CallKeywords { base, n, names }, range);
        if dst != base {
            self.unit.top = base + 1;
            self.emit(Op::Move { dst, src: base }, range);
        }
        Ok(())
    }

    fn check_keywords(&self, arguments: &ast::Arguments) -> Fallible<()> {
        let mut seen = SortedSet::default();
        for keyword in &arguments.keywords {
            if let Some(name) = &keyword.arg {
                if name.as_str() == "__debug__" {
                    return self.fail(keyword.range, "cannot assign to __debug__");
                }
                if !seen.insert(name.as_str(), ()) {
                    let message = format!("keyword argument repeated: {}", name.as_str());
                    return self.fail(keyword.range, message);
                }
            }
        }
        Ok(())
    }

    /// `base+2 ←` list of the positional arguments, those pushed already included.
    fn unpacked_positional(
        &mut self,
        base: Reg,
        arguments: &'a ast::Arguments,
        range: TextRange,
    ) -> Fallible<()> {
        let list = base + 2;
        let mut is_list = false;
        for argument in &arguments.args {
            if let Expr::Starred(starred) = argument {
                self.collect_into_list(list, &mut is_list, range);
                let iterable = self.operand(&starred.value)?;
                self.emit(Op::ListExtend { list, iterable }, range);
                self.unit.set_top(list + 1);
            } else if is_list {
                let value = self.operand(argument)?;
                self.emit(Op::ListAppend { list, value }, range);
                self.unit.set_top(list + 1);
            } else {
                self.push(argument)?;
                if self.unit.top - list >= 64 {
                    self.collect_into_list(list, &mut is_list, range);
                }
            }
        }
        self.collect_into_list(list, &mut is_list, range);
        Ok(())
    }

    /// `base+2`, all positional arguments in one iterable, is unpacked when all else is there.
    fn unpack_sole(&mut self, base: Reg, range: TextRange) {
        let (iterable, list) = (base + 2, base + 4);
        let empty = Op::BuildList {
            dst: list,
            base: list,
            n: 0,
        };
        self.emit(empty, range);
        self.unit.set_top(list + 1);
        let callee = base;
        let op = Op::ArgumentsExtend {
            list,
            iterable,
            callee,
        };
        self.emit(op, range);
        let back = Op::Move {
            dst: iterable,
            src: list,
        };
        self.emit(back, range);
        self.unit.set_top(list);
    }

    fn collect_into_list(&mut self, list: Reg, is_list: &mut bool, range: TextRange) {
        if !std::mem::replace(is_list, true) {
            let op = Op::BuildList {
                dst: list,
                base: list,
                n: self.unit.top - list,
            };
            self.emit(op, range);
            self.unit.set_top(list + 1);
        }
    }

    /// `base+3 ←` dict of the keyword arguments, or unbound.
    pub(super) fn unpacked_keywords(
        &mut self,
        base: Reg,
        arguments: &'a ast::Arguments,
        range: TextRange,
    ) -> Fallible<()> {
        let dict = base + 3;
        if arguments.keywords.is_empty() {
            self.push_unbound(range)?;
            return Ok(());
        }
        let mut rest = &arguments.keywords[..];
        let mut is_first = true;
        while let Some(keyword) = rest.first() {
            if keyword.arg.is_none() {
                if is_first {
                    self.build_dict(dict, 0, range);
                }
                let mapping = self.operand(&keyword.value)?;
                self.merge(dict, mapping, base, range);
                rest = &rest[1..];
            } else {
                let run = rest
                    .iter()
                    .take(32)
                    .take_while(|keyword| keyword.arg.is_some())
                    .count();
                let start = self.unit.top;
                for keyword in &rest[..run] {
                    let name = keyword.arg.as_ref().map_or("", |name| name.as_str());
                    let name = self.mangled(name);
                    self.push_constant(Constant::Str(name), keyword.range)?;
                    self.push(&keyword.value)?;
                }
                let n = self.unit.count(run);
                self.build_dict(start, n, range);
                if !is_first {
                    self.merge(dict, start, base, range);
                }
                rest = &rest[run..];
            }
            is_first = false;
        }
        Ok(())
    }

    fn build_dict(&mut self, base: Reg, n: u16, range: TextRange) {
        let op = Op::BuildDict { dst: base, base, n };
        self.emit(op, range);
        self.unit.set_top(base + 1);
    }

    fn merge(&mut self, dict: Reg, mapping: Reg, callee: Reg, range: TextRange) {
        let op = Op::DictMerge {
            dict,
            mapping,
            callee,
        };
        self.emit(op, range);
        self.unit.set_top(dict + 1);
    }

    /// Whether a call is `super()` in a method, for which the compiler supplies the class and the
    /// object.
    fn is_plain_super(&self, call: &ast::ExprCall) -> bool {
        let Expr::Name(name) = &*call.func else {
            return false;
        };
        &*name.id == "super"
            && call.arguments.is_empty()
            && self.super_receiver().is_some()
            && self.unit.cell_registers.contains("__class__")
            && !self.scopes[0]
                .uses
                .get("super")
                .is_some_and(|used| used.bound)
            && self.is_global("super")
    }

    /// The name of the first parameter of the function being compiled.
    fn super_receiver(&self) -> Option<Rc<str>> {
        let scope = &self.scopes[self.unit.scope];
        let has_receiver = matches!(scope.kind, ScopeKind::Function | ScopeKind::Lambda)
            && self.unit.parameters.n_positional > 0;
        has_receiver.then(|| Rc::clone(&self.unit.locals[0]))
    }

    fn is_global(&self, name: &str) -> bool {
        matches!(
            self.scopes[self.scope].places.get(name),
            Some(super::scope::Place::Global)
        )
    }

    /// Pushes the class that a method stands in and its first parameter.
    fn push_class_and_receiver(&mut self, range: TextRange) -> Fallible<()> {
        let cell = self.unit.cell_registers["__class__"];
        self.take_after(range, |dst, _| Op::LoadCell { dst, cell })?;
        let receiver = self.super_receiver().unwrap_or_default();
        let dst = self.unit.top;
        if let Some(&cell) = self.unit.cell_registers.get(&receiver) {
            self.emit(Op::LoadCell { dst, cell }, range);
        } else {
            self.emit(Op::LoadLocal { dst, src: 0 }, range);
        }
        self.take_temporary()?;
        Ok(())
    }

    /// `super()` by itself: the class and the object are passed.
    fn super_proxy(&mut self, call: &'a ast::ExprCall, dst: Reg) -> Fallible<()> {
        let range = call.range();
        let base = self.push(&call.func)?;
        self.push_unbound(range)?;
        self.push_class_and_receiver(range)?;
        self.emit(Op::Call { dst, base, n: 2 }, range);
        self.settle(base, dst);
        Ok(())
    }

    /// `super().name`: `dst ←` the attribute, without making the proxy. Gives whether the
    /// expression is one.
    pub(super) fn super_attribute(
        &mut self,
        attribute: &'a ast::ExprAttribute,
        dst: Reg,
    ) -> Fallible<bool> {
        let Expr::Call(call) = &*attribute.value else {
            return Ok(false);
        };
        if !self.is_plain_super(call) {
            return Ok(false);
        }
        let base = self.unit.top;
        self.push_class_and_receiver(call.range())?;
        let name = self.mangled(attribute.attr.as_str());
        let site = self.unit.site(&name);
        let op = Op::LoadSuperAttr { dst, base, site };
        let range = self.attribute_range(attribute);
        self.emit(op, range);
        self.settle(base, dst);
        Ok(true)
    }
}

/// Whether positional arguments are unpacked, or too many for registers.
fn is_unpacked(arguments: &ast::Arguments) -> bool {
    arguments.len() > ARGUMENTS_MAX || arguments.args.iter().any(Expr::is_starred_expr)
}

/// Whether all arguments are positional ones that stand in registers.
fn is_positional(arguments: &ast::Arguments) -> bool {
    arguments.keywords.is_empty() && !is_unpacked(arguments)
}
