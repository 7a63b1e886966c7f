//! Statements on one line.

use ruff_python_ast::{self as ast, AtomicNodeIndex, Expr, Identifier, Operator, Stmt};
use ruff_text_size::Ranged;

use super::super::targets::Role;
use super::{Fault, Parsed, Parser, Symbol, size};

/// The operator of `+=` and its like.
fn augmented(symbol: Symbol) -> Option<Operator> {
    Some(match symbol {
        Symbol::PlusEqual => Operator::Add,
        Symbol::MinusEqual => Operator::Sub,
        Symbol::StarEqual => Operator::Mult,
        Symbol::AtEqual => Operator::MatMult,
        Symbol::SlashEqual => Operator::Div,
        Symbol::PercentEqual => Operator::Mod,
        Symbol::DoubleStarEqual => Operator::Pow,
        Symbol::ShiftLeftEqual => Operator::LShift,
        Symbol::ShiftRightEqual => Operator::RShift,
        Symbol::BarEqual => Operator::BitOr,
        Symbol::CaretEqual => Operator::BitXor,
        Symbol::AmpersandEqual => Operator::BitAnd,
        Symbol::DoubleSlashEqual => Operator::FloorDiv,
        _ => return None,
    })
}

impl Parser<'_> {
    /// The statements of a line: simple ones with `;` between them.
    pub(super) fn simple_statements(&mut self, body: &mut ast::Suite) -> Parsed<()> {
        loop {
            body.push(self.simple_statement()?);
            if !self.eat(Symbol::Semicolon) {
                break;
            }
            if matches!(self.now, Symbol::Newline | Symbol::End) {
                break;
            }
            if !self.now.starts_simple_statement() {
                return self.fail(Fault::Expected(Symbol::Newline));
            }
        }
        match self.now {
            Symbol::Newline => self.bump(),
            Symbol::End => {}
            now if now.starts_simple_statement() => return self.fail(Fault::SecondStatement),
            now if now.starts_compound_statement() && now != Symbol::At => {
                return self.fail(Fault::Invalid);
            }
            _ => return self.fail(Fault::Expected(Symbol::Newline)),
        }
        Ok(())
    }

    fn simple_statement(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        let node_index = AtomicNodeIndex::NONE;
        match self.now {
            Symbol::Pass | Symbol::Break | Symbol::Continue => {
                let now = self.now;
                self.bump();
                let range = self.since(start);
                return Ok(match now {
                    Symbol::Pass => Stmt::Pass(ast::StmtPass { node_index, range }),
                    Symbol::Break => Stmt::Break(ast::StmtBreak { node_index, range }),
                    _ => Stmt::Continue(ast::StmtContinue { node_index, range }),
                });
            }
            Symbol::Return => {
                self.bump();
                let value = if self.now.starts_expression() || self.now == Symbol::Star {
                    Some(Box::new(self.expressions(false)?))
                } else {
                    None
                };
                let range = self.since(start);
                return Ok(Stmt::Return(ast::StmtReturn {
                    node_index,
                    range,
                    value,
                }));
            }
            Symbol::Import => return self.import(),
            Symbol::From => return self.import_from(),
            Symbol::Raise => return self.raise(),
            Symbol::Assert => return self.assert(),
            Symbol::Global | Symbol::Nonlocal => return self.scope_names(),
            Symbol::Del => return self.delete(),
            _ => {}
        }
        if self.at_word("type") && self.peek(1) == Symbol::Name {
            return self.type_alias();
        }
        self.expression_statement()
    }

    fn expression_statement(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        let first = self.expressions_or_yield()?;
        match self.now {
            Symbol::Equal => return self.assignment(first, start),
            Symbol::Colon => return self.annotated_assignment(first, start),
            _ => {}
        }
        let node_index = AtomicNodeIndex::NONE;
        let Some(op) = augmented(self.now) else {
            return Ok(Stmt::Expr(ast::StmtExpr {
                node_index,
                range: self.since(start),
                value: Box::new(first),
            }));
        };
        self.bump();
        let mut target = first;
        if matches!(target, Expr::Tuple(_) | Expr::List(_) | Expr::Starred(_)) {
            let name = super::super::targets::kind_name(&target);
            let message = format!("'{name}' is an illegal expression for augmented assignment");
            return self.fail_range(Fault::Said(message), target.range());
        }
        self.make_target(&mut target, Role::Augment, false)?;
        let value = Box::new(self.expressions_or_yield()?);
        Ok(Stmt::AugAssign(ast::StmtAugAssign {
            node_index,
            range: self.since(start),
            target: Box::new(target),
            op,
            value,
        }))
    }

    fn assignment(&mut self, first: Expr, start: usize) -> Parsed<Stmt> {
        let mut targets = Vec::new();
        let mut value = first;
        while self.eat(Symbol::Equal) {
            targets.push(value);
            value = self.expressions_or_yield()?;
        }
        let is_only = targets.len() == 1;
        for target in &mut targets {
            self.make_target(target, Role::Assign, is_only)?;
        }
        Ok(Stmt::Assign(ast::StmtAssign {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            targets,
            value: Box::new(value),
        }))
    }

    fn annotated_assignment(&mut self, mut target: Expr, start: usize) -> Parsed<Stmt> {
        let message = match &target {
            Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => "",
            Expr::List(_) => "only single target (not list) can be annotated",
            Expr::Tuple(_) => "only single target (not tuple) can be annotated",
            _ => "illegal target for annotation",
        };
        if !message.is_empty() {
            return self.fail_range(Fault::Said(message.to_owned()), target.range());
        }
        self.make_target(&mut target, Role::Assign, false)?;
        let simple = target.is_name_expr() && target.range().start() == size(start);
        self.bump();
        let annotation = Box::new(self.expression()?);
        let value = if self.eat(Symbol::Equal) {
            Some(Box::new(self.expressions_or_yield()?))
        } else {
            None
        };
        Ok(Stmt::AnnAssign(ast::StmtAnnAssign {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            target: Box::new(target),
            annotation,
            value,
            simple,
        }))
    }

    fn raise(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        let (mut exc, mut cause) = (None, None);
        if !matches!(self.now, Symbol::Newline | Symbol::Semicolon | Symbol::End) {
            exc = Some(Box::new(self.expression()?));
            if self.eat(Symbol::From) {
                cause = Some(Box::new(self.expression()?));
            }
        }
        Ok(Stmt::Raise(ast::StmtRaise {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            exc,
            cause,
        }))
    }

    fn assert(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        let test = Box::new(self.expression()?);
        let msg = if self.eat(Symbol::Comma) {
            Some(Box::new(self.expression()?))
        } else {
            None
        };
        Ok(Stmt::Assert(ast::StmtAssert {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            test,
            msg,
        }))
    }

    /// `global` and `nonlocal`
    fn scope_names(&mut self) -> Parsed<Stmt> {
        let (start, now) = (self.start(), self.now);
        self.bump();
        let mut names = vec![self.identifier()?];
        while self.eat(Symbol::Comma) {
            names.push(self.identifier()?);
        }
        let node_index = AtomicNodeIndex::NONE;
        let range = self.since(start);
        Ok(if now == Symbol::Global {
            Stmt::Global(ast::StmtGlobal {
                node_index,
                range,
                names,
            })
        } else {
            Stmt::Nonlocal(ast::StmtNonlocal {
                node_index,
                range,
                names,
            })
        })
    }

    fn delete(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        if matches!(self.now, Symbol::Newline | Symbol::Semicolon | Symbol::End) {
            return self.fail(Fault::Invalid);
        }
        let mut targets = Vec::new();
        loop {
            let mut target = self.element(false)?;
            self.make_target(&mut target, Role::Delete, false)?;
            targets.push(target);
            let has_next = self.eat(Symbol::Comma);
            if !has_next || !(self.now.starts_expression() || self.now == Symbol::Star) {
                break;
            }
        }
        Ok(Stmt::Delete(ast::StmtDelete {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            targets,
        }))
    }

    fn type_alias(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        let name = self.identifier()?;
        let name = Box::new(Expr::Name(ast::ExprName {
            node_index: AtomicNodeIndex::NONE,
            range: name.range,
            id: name.id,
            ctx: ast::ExprContext::Store,
        }));
        let type_params = self.type_parameters()?;
        self.expect(Symbol::Equal)?;
        let value = Box::new(self.expression()?);
        Ok(Stmt::TypeAlias(ast::StmtTypeAlias {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            name,
            type_params,
            value,
        }))
    }

    fn import(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        if self.now != Symbol::Name {
            return self.fail(Fault::NoNames);
        }
        let mut names = Vec::new();
        loop {
            let at = self.start();
            let name = self.dotted_name()?;
            names.push(self.alias(name, at)?);
            if self.now != Symbol::Comma {
                break;
            }
            let comma = self.token();
            self.bump();
            if self.now != Symbol::Name {
                return self.fail_at(Fault::TrailingComma, comma.start, comma.end);
            }
        }
        Ok(Stmt::Import(ast::StmtImport {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            names,
            is_lazy: false,
        }))
    }

    fn dotted_name(&mut self) -> Parsed<Identifier> {
        let start = self.start();
        let mut name = self.identifier()?.id.to_string();
        while self.eat(Symbol::Dot) {
            name.push('.');
            name.push_str(&self.identifier()?);
        }
        Ok(Identifier::new(name, self.since(start)))
    }

    /// A name with what may follow `as`.
    fn alias(&mut self, name: Identifier, start: usize) -> Parsed<ast::Alias> {
        let asname = if self.eat(Symbol::As) {
            Some(self.identifier_or(Fault::NameAfterAs)?)
        } else {
            None
        };
        Ok(ast::Alias {
            range: self.since(start),
            node_index: AtomicNodeIndex::NONE,
            name,
            asname,
        })
    }

    fn import_from(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        let mut level = 0;
        while matches!(self.now, Symbol::Dot | Symbol::Ellipsis) {
            level += if self.now == Symbol::Dot { 1 } else { 3 };
            self.bump();
        }
        let module = if self.now == Symbol::Name || level == 0 {
            Some(self.dotted_name()?)
        } else {
            None
        };
        self.expect(Symbol::Import)?;
        let names = self.imported_names()?;
        Ok(Stmt::ImportFrom(ast::StmtImportFrom {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            module,
            names,
            level,
            is_lazy: false,
        }))
    }

    fn imported_names(&mut self) -> Parsed<Vec<ast::Alias>> {
        let start = self.start();
        if self.eat(Symbol::Star) {
            let range = self.since(start);
            if self.now == Symbol::Comma {
                return self.fail(Fault::Invalid);
            }
            return Ok(vec![ast::Alias {
                range,
                node_index: AtomicNodeIndex::NONE,
                name: Identifier::new("*", range),
                asname: None,
            }]);
        }
        let is_parenthesized = self.eat(Symbol::LeftParen);
        if self.now != Symbol::Name {
            return self.fail(Fault::NoNames);
        }
        let mut names = Vec::new();
        loop {
            let at = self.start();
            let name = self.identifier()?;
            names.push(self.alias(name, at)?);
            if self.now != Symbol::Comma {
                break;
            }
            let comma = self.token();
            self.bump();
            if self.now == Symbol::Name {
                continue;
            }
            if is_parenthesized && self.now == Symbol::RightParen {
                break;
            }
            if is_parenthesized || self.now != Symbol::Newline {
                return self.fail(Fault::Invalid);
            }
            return self.fail_at(Fault::TrailingComma, comma.start, comma.end);
        }
        if is_parenthesized {
            self.expect(Symbol::RightParen)?;
        }
        Ok(names)
    }
}
