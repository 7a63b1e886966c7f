//! Class definitions.

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use super::annotation::docstring;
use super::function::{Attachments, Plan};
use super::scope::ScopeKind;
use super::{Compiler, Fallible};
use crate::code::{Code, CodeKind, Constant, Op, Parameters, Reg};

impl<'a> Compiler<'a> {
    /// `class`
    pub(super) fn class_def(&mut self, class: &'a ast::StmtClassDef) -> Fallible<()> {
        let first = self.unit.top;
        let header = self.header_range(&class.decorator_list, class.range, class.name.range);
        // CPython takes the whole definition for the call that makes the class.
        let header = TextRange::new(header.start(), class.range.end());
        self.push_decorators(&class.decorator_list)?;
        let dst = self.unit.top;
        match &class.type_params {
            None => self.class_value(class, header, dst)?,
            Some(parameters) => self.generic_class(class, parameters, header, dst)?,
        }
        let value = self.call_decorators(&class.decorator_list, first);
        self.store_name(class.name.as_str(), value, header);
        self.unit.top = first;
        Ok(())
    }

    /// `dst ← __build_class__(body, name, …)`
    pub(super) fn class_value(
        &mut self,
        class: &'a ast::StmtClassDef,
        header: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        let base = self.push_class_body(class, header)?;
        // What goes wrong in making the class is shown under the whole statement.
        let whole = TextRange::new(header.start(), class.range.end());
        match &class.arguments {
            None => self.emit(Op::Call { dst, base, n: 2 }, whole),
            Some(arguments) => self.arguments(base, 2, arguments, whole, dst)?,
        }
        self.settle(base, dst);
        Ok(())
    }

    /// Pushes `__build_class__`, no receiver, the body's function and the class's name.
    pub(super) fn push_class_body(
        &mut self,
        class: &'a ast::StmtClassDef,
        header: TextRange,
    ) -> Fallible<Reg> {
        let base = self.unit.top;
        self.take_after(header, |dst, _| Op::LoadBuildClass { dst })?;
        self.push_unbound(header)?;
        let code = self.class_code(class)?;
        let function = self.unit.top;
        self.make_function(code, Attachments::default(), function, header, function)?;
        self.push_str(class.name.as_str(), header)?;
        Ok(base)
    }

    fn class_code(&mut self, class: &'a ast::StmtClassDef) -> Fallible<Rc<Code>> {
        let Some(scope) = self.scopes.find(ScopeKind::Class, class.range) else {
            return self.fail(class.range, "invalid syntax");
        };
        let start = class
            .decorator_list
            .first()
            .map_or(class.range.start(), |decorator| decorator.range.start());
        let plan = Plan {
            scope,
            kind: CodeKind::Class,
            name: class.name.as_str().into(),
            qualname: self.qualname(class.name.as_str()),
            first_line: self.source.line_of(start.to_u32()),
            parameters: Parameters::default(),
            parameter_names: Vec::new(),
        };
        self.block(&plan, &mut |compiler| compiler.class_body(class))
    }

    fn class_body(&mut self, class: &'a ast::StmtClassDef) -> Fallible<()> {
        let range = TextRange::new(class.range.start(), class.name.range.end());
        self.begin_line();
        let src = self.unit.top;
        self.load_name("__name__", range, src)?;
        let name = self.unit.name(&"__module__".into());
        self.emit(Op::StoreName { name, src }, range);
        self.unit.top = src;
        let qualname = Constant::Str(Rc::clone(&self.unit.qualname));
        self.store_entry("__qualname__", qualname, range)?;
        let first_line = Constant::Int(i64::from(self.unit.first_line));
        self.store_entry("__firstlineno__", first_line, range)?;
        if let Some(&cell) = self.unit.cell_registers.get("__classdict__")
            && self
                .unit
                .cells
                .iter()
                .any(|name| &**name == "__classdict__")
        {
            let src = self.take_after(range, |dst, _| Op::LoadLocals { dst })?;
            self.emit(Op::StoreCell { cell, src }, range);
            self.unit.top = src;
        }
        if class.type_params.is_some() {
            let src = self.unit.top;
            self.load_name(".type_params", range, src)?;
            let name = self.unit.name(&"__type_params__".into());
            self.emit(Op::StoreName { name, src }, range);
            self.unit.top = src;
        }
        let mut body = &class.body[..];
        if let Some((text, rest)) = docstring(body) {
            self.store_entry("__doc__", Constant::Str(Rc::clone(&text)), range)?;
            self.unit.doc = Some(text);
            body = rest;
        }
        self.statements(body)?;
        self.store_annotate_function(&class.body, class.range, "__annotate_func__")?;
        self.return_class_cell(range)
    }

    fn store_entry(&mut self, name: &str, value: Constant, range: TextRange) -> Fallible<()> {
        let src = self.push_constant(value, range)?;
        let name = self.unit.name(&name.into());
        self.emit(Op::StoreName { name, src }, range);
        self.unit.top = src;
        Ok(())
    }

    /// The cell of `__class__`, if a method uses it, is stored in the namespace for `type` to fill,
    /// and returned.
    fn return_class_cell(&mut self, range: TextRange) -> Fallible<()> {
        let saved = self.unit.top;
        let has_cell = self.unit.cells.iter().any(|name| &**name == "__class__");
        let src = if has_cell {
            let cell = self.unit.cell_registers["__class__"];
            let src = self.take_after(range, |dst, _| Op::Move { dst, src: cell })?;
            let name = self.unit.name(&"__classcell__".into());
            self.emit(Op::StoreName { name, src }, range);
            src
        } else {
            self.push_none(range)?
        };
        self.emit(Op::Return { src }, range);
        self.unit.top = saved;
        Ok(())
    }
}
