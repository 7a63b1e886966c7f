//! Operands: names, literals, displays, comprehensions, and what hangs on them.

use ruff_python_ast::{self as ast, AtomicNodeIndex, Expr, ExprContext};
use ruff_text_size::Ranged;

use super::{Fault, Parsed, Parser, Symbol, size};

impl Parser<'_> {
    /// An atom with its attributes, calls and subscripts.
    pub(super) fn primary(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let mut expr = self.atom()?;
        loop {
            let node_index = AtomicNodeIndex::NONE;
            expr = match self.now {
                Symbol::Dot => {
                    self.bump();
                    let attr = self.identifier()?;
                    Expr::Attribute(ast::ExprAttribute {
                        node_index,
                        range: self.since(start),
                        value: Box::new(expr),
                        attr,
                        ctx: ExprContext::Load,
                    })
                }
                Symbol::LeftParen => {
                    let arguments = self.arguments(false)?;
                    Expr::Call(ast::ExprCall {
                        node_index,
                        range_start: size(start),
                        func: Box::new(expr),
                        arguments,
                    })
                }
                Symbol::LeftBracket => {
                    self.bump();
                    let slice = Box::new(self.slices()?);
                    self.expect(Symbol::RightBracket)?;
                    Expr::Subscript(ast::ExprSubscript {
                        node_index,
                        range: self.since(start),
                        value: Box::new(expr),
                        slice,
                        ctx: ExprContext::Load,
                    })
                }
                _ => return Ok(expr),
            };
        }
    }

    fn slices(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let first = self.slice()?;
        if self.now != Symbol::Comma && !first.is_starred_expr() {
            return Ok(first);
        }
        let mut elts = vec![first];
        while self.eat(Symbol::Comma) && self.now != Symbol::RightBracket {
            elts.push(self.slice()?);
        }
        Ok(Expr::Tuple(ast::ExprTuple {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            elts,
            ctx: ExprContext::Load,
            parenthesized: false,
        }))
    }

    fn slice(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let mut lower = None;
        if self.now != Symbol::Colon {
            let value = self.element(true)?;
            if self.now != Symbol::Colon {
                return Ok(value);
            }
            if value.is_starred_expr() {
                return self.fail_range(Fault::Starred, value.range());
            }
            if value.is_named_expr() && value.range().start() == size(start) {
                return self.fail(Fault::Invalid);
            }
            lower = Some(Box::new(value));
        }
        self.bump();
        let upper = self.slice_bound()?;
        let step = if self.eat(Symbol::Colon) {
            self.slice_bound()?
        } else {
            None
        };
        Ok(Expr::Slice(ast::ExprSlice {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            lower,
            upper,
            step,
        }))
    }

    fn slice_bound(&mut self) -> Parsed<Option<Box<Expr>>> {
        match self.now {
            Symbol::Colon | Symbol::Comma | Symbol::RightBracket => Ok(None),
            _ => Ok(Some(Box::new(self.expression()?))),
        }
    }

    fn atom(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let node_index = AtomicNodeIndex::NONE;
        match self.now {
            Symbol::Name => {
                let name = self.identifier()?;
                return Ok(Expr::Name(ast::ExprName {
                    node_index,
                    range: name.range,
                    id: name.id,
                    ctx: ExprContext::Load,
                }));
            }
            Symbol::Number => {
                let value = super::number::value(self.text());
                self.bump();
                return Ok(Expr::NumberLiteral(ast::ExprNumberLiteral {
                    node_index,
                    range: self.since(start),
                    value,
                }));
            }
            Symbol::String | Symbol::FormatStart => return self.strings(),
            Symbol::LeftParen => return self.parenthesized(),
            Symbol::LeftBracket => return self.list(),
            Symbol::LeftBrace => return self.braces(),
            _ => {}
        }
        let now = self.now;
        if !matches!(
            now,
            Symbol::None | Symbol::True | Symbol::False | Symbol::Ellipsis
        ) {
            return self.fail(Fault::ExpectedExpression);
        }
        self.bump();
        let range = self.since(start);
        Ok(match now {
            Symbol::None => Expr::NoneLiteral(ast::ExprNoneLiteral { node_index, range }),
            Symbol::Ellipsis => {
                Expr::EllipsisLiteral(ast::ExprEllipsisLiteral { node_index, range })
            }
            _ => Expr::BooleanLiteral(ast::ExprBooleanLiteral {
                node_index,
                range,
                value: now == Symbol::True,
            }),
        })
    }

    /// Whether a comprehension's `for` comes next.
    pub(super) fn at_comprehension(&self) -> bool {
        self.now == Symbol::For || (self.now == Symbol::Async && self.peek(1) == Symbol::For)
    }

    fn parenthesized(&mut self) -> Parsed<Expr> {
        let start = self.start();
        self.bump();
        let node_index = AtomicNodeIndex::NONE;
        let ctx = ExprContext::Load;
        if self.eat(Symbol::RightParen) {
            return Ok(Expr::Tuple(ast::ExprTuple {
                node_index,
                range: self.since(start),
                elts: Vec::new(),
                ctx,
                parenthesized: true,
            }));
        }
        if self.now == Symbol::Yield {
            let expr = self.yield_expression()?;
            self.expect(Symbol::RightParen)?;
            return Ok(expr);
        }
        let first = self.element(true)?;
        if self.now == Symbol::Comma {
            let elts = self.rest_of(first, Symbol::RightParen)?;
            return Ok(Expr::Tuple(ast::ExprTuple {
                node_index,
                range: self.since(start),
                elts,
                ctx,
                parenthesized: true,
            }));
        }
        if self.at_comprehension() {
            let generators = self.comprehension(&first)?;
            self.expect(Symbol::RightParen)?;
            return Ok(Expr::Generator(ast::ExprGenerator {
                node_index,
                range: self.since(start),
                elt: Box::new(first),
                generators,
                parenthesized: true,
            }));
        }
        if first.is_starred_expr() {
            return self.fail_range(Fault::Starred, first.range());
        }
        self.expect(Symbol::RightParen)?;
        Ok(first)
    }

    /// The elements of a display up to its end, the first of which was read.
    fn rest_of(&mut self, first: Expr, end: Symbol) -> Parsed<Vec<Expr>> {
        let mut elts = vec![first];
        while self.eat(Symbol::Comma) && self.now != end {
            elts.push(self.element(true)?);
        }
        self.expect(end)?;
        Ok(elts)
    }

    fn list(&mut self) -> Parsed<Expr> {
        let start = self.start();
        self.bump();
        let node_index = AtomicNodeIndex::NONE;
        let mut elts = Vec::new();
        if !self.eat(Symbol::RightBracket) {
            let first = self.element(true)?;
            if self.at_comprehension() {
                let generators = self.comprehension(&first)?;
                self.expect(Symbol::RightBracket)?;
                return Ok(Expr::ListComp(ast::ExprListComp {
                    node_index,
                    range: self.since(start),
                    elt: Box::new(first),
                    generators,
                }));
            }
            elts = self.rest_of(first, Symbol::RightBracket)?;
        }
        Ok(Expr::List(ast::ExprList {
            node_index,
            range: self.since(start),
            elts,
            ctx: ExprContext::Load,
        }))
    }

    /// A dict or set.
    fn braces(&mut self) -> Parsed<Expr> {
        let start = self.start();
        self.bump();
        if matches!(self.now, Symbol::RightBrace | Symbol::DoubleStar) {
            return self.dict(None, start);
        }
        let first = self.element(true)?;
        if self.now == Symbol::Colon {
            if first.is_starred_expr() {
                return self.fail_range(Fault::Starred, first.range());
            }
            return self.dict(Some(first), start);
        }
        let node_index = AtomicNodeIndex::NONE;
        if self.at_comprehension() {
            let generators = self.comprehension(&first)?;
            self.expect(Symbol::RightBrace)?;
            return Ok(Expr::SetComp(ast::ExprSetComp {
                node_index,
                range: self.since(start),
                elt: Box::new(first),
                generators,
            }));
        }
        let elts = self.rest_of(first, Symbol::RightBrace)?;
        Ok(Expr::Set(ast::ExprSet {
            node_index,
            range: self.since(start),
            elts,
        }))
    }

    /// A dict whose first key, if it has one, was read.
    fn dict(&mut self, mut key: Option<Expr>, start: usize) -> Parsed<Expr> {
        let node_index = AtomicNodeIndex::NONE;
        let mut items = Vec::new();
        while key.is_some() || self.now != Symbol::RightBrace {
            let item_start = self.start();
            let item = if key.is_none() && self.eat(Symbol::DoubleStar) {
                let value = self.sum()?;
                ast::DictItem { key: None, value }
            } else {
                let key = match key.take() {
                    Some(key) => key,
                    None => self.expression()?,
                };
                self.expect(Symbol::Colon)?;
                if self.now == Symbol::DoubleStar {
                    return self.fail(Fault::Invalid);
                }
                let value = self.expression()?;
                let key = Some(key);
                ast::DictItem { key, value }
            };
            if items.is_empty() && self.at_comprehension() {
                let Some(key) = item.key else {
                    let message = "dict unpacking cannot be used in dict comprehension".to_owned();
                    return self.fail_at(Fault::Said(message), item_start, item_start + 2);
                };
                let generators = self.comprehension(&item.value)?;
                self.expect(Symbol::RightBrace)?;
                return Ok(Expr::DictComp(ast::ExprDictComp {
                    node_index,
                    range: self.since(start),
                    key: Some(Box::new(key)),
                    value: Box::new(item.value),
                    generators,
                }));
            }
            items.push(item);
            if !self.eat(Symbol::Comma) {
                break;
            }
        }
        self.expect(Symbol::RightBrace)?;
        Ok(Expr::Dict(ast::ExprDict {
            node_index,
            range: self.since(start),
            items,
        }))
    }

    /// The `for` and `if` clauses behind an element.
    pub(super) fn comprehension(&mut self, element: &Expr) -> Parsed<Vec<ast::Comprehension>> {
        let mut generators = Vec::new();
        while self.at_comprehension() {
            let start = self.start();
            let is_async = self.eat(Symbol::Async);
            self.bump();
            let target = self.loop_target()?;
            self.expect(Symbol::In)?;
            let iter = self.disjunction()?;
            let mut ifs = Vec::new();
            while self.eat(Symbol::If) {
                ifs.push(self.disjunction()?);
            }
            generators.push(ast::Comprehension {
                range: self.since(start),
                node_index: AtomicNodeIndex::NONE,
                target,
                iter,
                ifs,
                is_async,
            });
        }
        if element.is_starred_expr() {
            let message = "iterable unpacking cannot be used in comprehension".to_owned();
            return self.fail_range(Fault::Said(message), element.range());
        }
        Ok(generators)
    }
}
