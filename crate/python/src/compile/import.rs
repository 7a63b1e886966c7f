//! `import` and `from … import`.

use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use super::{Compiler, Fallible};
use crate::code::{Constant, Op, Reg};

impl<'a> Compiler<'a> {
    /// The next temporary ← what `__import__` gives.
    pub(super) fn push_import(
        &mut self,
        module: &str,
        level: u8,
        from_list: Constant,
        range: TextRange,
    ) -> Fallible<Reg> {
        let name = self.unit.name(&module.into());
        let from_list = self.unit.short_constant(from_list);
        self.take_after(range, |dst, _| Op::Import {
            level,
            dst,
            name,
            from_list,
        })
    }

    /// `import a.b, c as d`
    pub(super) fn import(&mut self, stmt: &'a ast::StmtImport) -> Fallible<()> {
        for alias in &stmt.names {
            let path = alias.name.as_str();
            let module = self.push_import(path, 0, Constant::None, stmt.range)?;
            let (first, rest) = path.split_once('.').unwrap_or((path, ""));
            match &alias.asname {
                None => self.store_name(first, module, stmt.range),
                Some(name) => {
                    // `import a.b.c as d` goes from the package down to the module.
                    for part in rest.split('.').filter(|part| !part.is_empty()) {
                        let op = Op::ImportFrom {
                            dst: module,
                            module,
                            name: self.unit.name(&part.into()),
                        };
                        self.emit(op, stmt.range);
                    }
                    self.store_name(name.as_str(), module, stmt.range);
                }
            }
            self.unit.top = module;
        }
        Ok(())
    }

    /// `from a import b as c`
    pub(super) fn import_from(&mut self, stmt: &'a ast::StmtImportFrom) -> Fallible<()> {
        let names = stmt
            .names
            .iter()
            .map(|alias| Constant::Str(alias.name.as_str().into()))
            .collect();
        let path = stmt.module.as_ref().map_or("", |name| name.as_str());
        let Ok(level) = u8::try_from(stmt.level) else {
            return self.fail(stmt.range, "too many levels of relative import");
        };
        let module = self.push_import(path, level, Constant::Tuple(names), stmt.range)?;
        for alias in &stmt.names {
            let imported = alias.name.as_str();
            if imported == "*" {
                self.emit(Op::ImportStar { module }, stmt.range);
                continue;
            }
            let name = self.unit.name(&imported.into());
            let value =
                self.take_after(stmt.range, |dst, _| Op::ImportFrom { dst, module, name })?;
            let target = alias.asname.as_ref().unwrap_or(&alias.name);
            self.store_name(target.as_str(), value, stmt.range);
            self.unit.top = value;
        }
        self.unit.top = module;
        Ok(())
    }
}
