//! Statements with bodies, definitions aside.

use ruff_python_ast::{self as ast, AtomicNodeIndex, Expr, Stmt};
use ruff_text_size::Ranged;

use super::super::targets::Role;
use super::{Fault, Parsed, Parser, Symbol};

impl Parser<'_> {
    /// The statements of a logical line, with their bodies.
    pub(super) fn statement(&mut self, body: &mut ast::Suite) -> Parsed<()> {
        if self.now == Symbol::Newline {
            self.bump();
            return Ok(());
        }
        if self.token().indent > self.indent {
            let start = self.start();
            return self.fail_at(Fault::UnexpectedIndent, start, start);
        }
        let statement = match self.now {
            Symbol::If => self.if_statement()?,
            Symbol::While => self.while_statement()?,
            Symbol::For => self.for_statement(false, self.start())?,
            Symbol::With => self.with_statement(false, self.start())?,
            Symbol::Try => self.try_statement()?,
            Symbol::Def | Symbol::Class | Symbol::At => self.definition()?,
            Symbol::Async => {
                let start = self.start();
                match self.peek(1) {
                    Symbol::Def => self.definition()?,
                    Symbol::For => {
                        self.bump();
                        self.for_statement(true, start)?
                    }
                    Symbol::With => {
                        self.bump();
                        self.with_statement(true, start)?
                    }
                    _ => {
                        self.bump();
                        return self.fail(Fault::Invalid);
                    }
                }
            }
            _ => match self.match_statement()? {
                Some(statement) => statement,
                None => return self.simple_statements(body),
            },
        };
        body.push(statement);
        Ok(())
    }

    /// `: …`: statements on the same line, or an indented block.
    pub(super) fn body(&mut self) -> Parsed<ast::Suite> {
        self.expect(Symbol::Colon)?;
        let mut body = ast::Suite::new();
        let newline = self.start();
        if !self.eat(Symbol::Newline) {
            if !self.now.starts_simple_statement() {
                return self.fail(Fault::Invalid);
            }
            self.simple_statements(&mut body)?;
            return Ok(body);
        }
        let outer = self.indent;
        let inner = self.block_indent(newline)?;
        self.indent = inner;
        while self.now != Symbol::End && self.token().indent >= inner {
            self.statement(&mut body)?;
        }
        self.indent = outer;
        Ok(body)
    }

    /// How far the block is indented that must begin here.
    pub(super) fn block_indent(&self, newline: usize) -> Parsed<u8> {
        let token = self.token();
        if self.now != Symbol::End && token.indent > self.indent {
            return Ok(token.indent);
        }
        let is_outside = self.now == Symbol::End || token.indent < self.indent;
        let at = if is_outside { newline } else { token.start };
        self.fail_at(Fault::ExpectedBlock, at, at)
    }

    fn if_statement(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        let test = Box::new(self.named_expression()?);
        let body = self.body()?;
        let mut elif_else_clauses = Vec::new();
        while self.continues(Symbol::Elif) || self.continues(Symbol::Else) {
            let (at, is_else) = (self.start(), self.now == Symbol::Else);
            self.bump();
            let test = if is_else {
                None
            } else {
                Some(self.named_expression()?)
            };
            let body = self.body()?;
            elif_else_clauses.push(ast::ElifElseClause {
                range: self.since(at),
                node_index: AtomicNodeIndex::NONE,
                test,
                body,
            });
            if is_else {
                break;
            }
        }
        Ok(Stmt::If(ast::StmtIf {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            test,
            body,
            elif_else_clauses,
        }))
    }

    /// Whether a clause of the statement before comes next.
    fn continues(&self, symbol: Symbol) -> bool {
        self.now == symbol && self.token().indent == self.indent
    }

    fn else_body(&mut self) -> Parsed<ast::Suite> {
        if self.continues(Symbol::Else) {
            self.bump();
            self.body()
        } else {
            Ok(ast::Suite::new())
        }
    }

    fn while_statement(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        let test = Box::new(self.named_expression()?);
        let body = self.body()?;
        let orelse = self.else_body()?;
        Ok(Stmt::While(ast::StmtWhile {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            test,
            body,
            orelse,
        }))
    }

    fn for_statement(&mut self, is_async: bool, start: usize) -> Parsed<Stmt> {
        self.bump();
        let target = Box::new(self.loop_target()?);
        self.expect(Symbol::In)?;
        let iter = Box::new(self.expressions(false)?);
        let body = self.body()?;
        let orelse = self.else_body()?;
        Ok(Stmt::For(ast::StmtFor {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            is_async,
            target,
            iter,
            body,
            orelse,
        }))
    }

    fn with_statement(&mut self, is_async: bool, start: usize) -> Parsed<Stmt> {
        self.bump();
        let items = self.with_items()?;
        let body = self.body()?;
        Ok(Stmt::With(ast::StmtWith {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            is_async,
            items,
            body,
        }))
    }

    /// The items of a `with`: in parentheses if that is how they can be read.
    fn with_items(&mut self) -> Parsed<Vec<ast::WithItem>> {
        let from = self.at;
        let mut in_parentheses = None;
        if self.eat(Symbol::LeftParen) {
            match self.with_item_list(Some(Symbol::RightParen)) {
                Ok(items) if self.now == Symbol::Colon => return Ok(items),
                Ok(_) => in_parentheses = self.fail::<()>(Fault::Invalid).err(),
                Err(error) => in_parentheses = Some(error),
            }
            self.go(from);
        }
        match (self.with_item_list(None), in_parentheses) {
            (Err(error), Some(other)) if other.start > error.start => Err(other),
            (result, _) => result,
        }
    }

    fn with_item_list(&mut self, end: Option<Symbol>) -> Parsed<Vec<ast::WithItem>> {
        let mut items = Vec::new();
        loop {
            let start = self.start();
            let context_expr = self.expression()?;
            let optional_vars = if self.eat(Symbol::As) {
                let mut target = self.target_element()?;
                self.make_target(&mut target, Role::Assign, false)?;
                Some(Box::new(target))
            } else {
                None
            };
            items.push(ast::WithItem {
                range: self.since(start),
                node_index: AtomicNodeIndex::NONE,
                context_expr,
                optional_vars,
            });
            if !self.eat(Symbol::Comma) || end == Some(self.now) {
                break;
            }
        }
        if let Some(end) = end {
            self.expect(end)?;
        }
        Ok(items)
    }

    fn try_statement(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        self.bump();
        let body = self.body()?;
        let mut handlers = Vec::new();
        let mut is_star = None;
        let mut mixed = None;
        while self.continues(Symbol::Except) {
            let (at, end) = (self.start(), self.token().end);
            self.bump();
            let has_star = self.eat(Symbol::Star);
            if *is_star.get_or_insert(has_star) != has_star {
                mixed.get_or_insert((at, end));
            }
            handlers.push(self.handler(at, has_star)?);
        }
        if let Some((at, end)) = mixed {
            return self.fail_at(Fault::MixedHandlers, at, end);
        }
        let orelse = self.else_body()?;
        let mut finalbody = ast::Suite::new();
        let has_end = self.continues(Symbol::Finally);
        if has_end {
            self.bump();
            finalbody = self.body()?;
        }
        if handlers.is_empty() && !has_end {
            return self.fail(Fault::NoHandler);
        }
        Ok(Stmt::Try(ast::StmtTry {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            body,
            handlers,
            orelse,
            finalbody,
            is_star: is_star == Some(true),
        }))
    }

    fn handler(&mut self, start: usize, has_star: bool) -> Parsed<ast::ExceptHandler> {
        let mut type_ = None;
        if self.now.starts_expression() || self.now == Symbol::Star {
            let expr = self.expressions(false)?;
            if expr.is_starred_expr() {
                return self.fail_range(Fault::Starred, expr.range());
            }
            if self.now == Symbol::As && matches!(&expr, Expr::Tuple(it) if !it.parenthesized) {
                return self.fail_range(Fault::ExceptionTuple, expr.range());
            }
            type_ = Some(Box::new(expr));
        } else if has_star || self.now == Symbol::As {
            return self.fail(Fault::Token("expected one or more exception types"));
        }
        let name = if self.eat(Symbol::As) {
            Some(self.identifier_or(Fault::NameAfterAs)?)
        } else {
            None
        };
        let body = self.body()?;
        Ok(ast::ExceptHandler::ExceptHandler(
            ast::ExceptHandlerExceptHandler {
                range: self.since(start),
                node_index: AtomicNodeIndex::NONE,
                type_,
                name,
                body,
            },
        ))
    }
}
