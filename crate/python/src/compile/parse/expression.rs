//! Operators, from `:=` and `,` down to `**`.

use ruff_python_ast::{self as ast, AtomicNodeIndex, BoolOp, CmpOp, Expr, Operator, UnaryOp};

use super::{Fault, Parsed, Parser, Symbol};

/// How tightly operators bind.
mod level {
    pub(super) const OR: u8 = 1;
    pub(super) const AND: u8 = 2;
    pub(super) const NOT: u8 = 3;
    pub(super) const COMPARISON: u8 = 4;
    pub(super) const BIT_OR: u8 = 5;
    pub(super) const SIGN: u8 = 11;
    pub(super) const POWER: u8 = 12;
}

/// The level and kind of an operator between two numbers.
fn arithmetic(symbol: Symbol) -> Option<(u8, Operator)> {
    Some(match symbol {
        Symbol::Bar => (level::BIT_OR, Operator::BitOr),
        Symbol::Caret => (6, Operator::BitXor),
        Symbol::Ampersand => (7, Operator::BitAnd),
        Symbol::ShiftLeft => (8, Operator::LShift),
        Symbol::ShiftRight => (8, Operator::RShift),
        Symbol::Plus => (9, Operator::Add),
        Symbol::Minus => (9, Operator::Sub),
        Symbol::Star => (10, Operator::Mult),
        Symbol::Slash => (10, Operator::Div),
        Symbol::DoubleSlash => (10, Operator::FloorDiv),
        Symbol::Percent => (10, Operator::Mod),
        Symbol::At => (10, Operator::MatMult),
        Symbol::DoubleStar => (level::POWER, Operator::Pow),
        _ => return None,
    })
}

impl Parser<'_> {
    /// `a, *b`, or one expression alone; `is_named` allows `:=`.
    pub(super) fn expressions(&mut self, is_named: bool) -> Parsed<Expr> {
        let start = self.start();
        let first = self.element(is_named)?;
        if self.now != Symbol::Comma {
            return Ok(first);
        }
        self.tuple_from(first, start, |parser| parser.element(is_named))
    }

    /// A tuple without parentheses, whose first element was read.
    pub(super) fn tuple_from(
        &mut self,
        first: Expr,
        start: usize,
        element: impl Fn(&mut Self) -> Parsed<Expr>,
    ) -> Parsed<Expr> {
        let mut elts = vec![first];
        while self.eat(Symbol::Comma) {
            if !self.now.starts_expression() && self.now != Symbol::Star {
                break;
            }
            elts.push(element(self)?);
        }
        Ok(Expr::Tuple(ast::ExprTuple {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            elts,
            ctx: ast::ExprContext::Load,
            parenthesized: false,
        }))
    }

    /// The same, or a `yield`.
    pub(super) fn expressions_or_yield(&mut self) -> Parsed<Expr> {
        if self.now == Symbol::Yield {
            self.yield_expression()
        } else {
            self.expressions(false)
        }
    }

    pub(super) fn yield_expression(&mut self) -> Parsed<Expr> {
        let start = self.start();
        self.bump();
        let node_index = AtomicNodeIndex::NONE;
        if self.eat(Symbol::From) {
            let value = Box::new(self.expression()?);
            let range = self.since(start);
            return Ok(Expr::YieldFrom(ast::ExprYieldFrom {
                node_index,
                range,
                value,
            }));
        }
        let value = if self.now.starts_expression() || self.now == Symbol::Star {
            Some(Box::new(self.expressions(false)?))
        } else {
            None
        };
        let range = self.since(start);
        Ok(Expr::Yield(ast::ExprYield {
            node_index,
            range,
            value,
        }))
    }

    /// An element of a display or a list of expressions.
    pub(super) fn element(&mut self, is_named: bool) -> Parsed<Expr> {
        if self.now == Symbol::Star {
            self.starred()
        } else if is_named {
            self.named_expression()
        } else {
            self.expression()
        }
    }

    pub(super) fn starred(&mut self) -> Parsed<Expr> {
        let start = self.start();
        self.bump();
        let value = Box::new(self.sum()?);
        Ok(Expr::Starred(ast::ExprStarred {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            value,
            ctx: ast::ExprContext::Load,
        }))
    }

    /// An expression or `name := expression`.
    pub(super) fn named_expression(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let mut target = self.expression()?;
        if self.now != Symbol::Walrus {
            return Ok(target);
        }
        self.bump();
        if !target.is_name_expr() {
            let range = ruff_text_size::Ranged::range(&target);
            let kind = super::super::targets::kind_name(&target);
            return self.fail_range(Fault::WalrusTarget(kind), range);
        }
        super::target::set_context(&mut target, ast::ExprContext::Store);
        let value = Box::new(self.expression()?);
        Ok(Expr::Named(ast::ExprNamed {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            target: Box::new(target),
            value,
        }))
    }

    /// A conditional expression, a `lambda` or what binds more tightly.
    pub(super) fn expression(&mut self) -> Parsed<Expr> {
        if self.now == Symbol::Lambda {
            return self.lambda();
        }
        let start = self.start();
        let body = self.disjunction()?;
        if !self.eat(Symbol::If) {
            return Ok(body);
        }
        let test = Box::new(self.disjunction()?);
        self.expect(Symbol::Else)?;
        let orelse = Box::new(self.expression()?);
        Ok(Expr::If(ast::ExprIf {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            test,
            body: Box::new(body),
            orelse,
        }))
    }

    /// `or` and what binds more tightly.
    pub(super) fn disjunction(&mut self) -> Parsed<Expr> {
        self.binary(level::OR)
    }

    /// What binds more tightly than comparisons.
    pub(super) fn sum(&mut self) -> Parsed<Expr> {
        self.binary(level::BIT_OR)
    }

    fn binary(&mut self, least: u8) -> Parsed<Expr> {
        let start = self.start();
        let mut left = self.unary(least)?;
        loop {
            let node_index = AtomicNodeIndex::NONE;
            left = match self.now {
                Symbol::Or if least <= level::OR => self.chain(left, start, BoolOp::Or)?,
                Symbol::And if least <= level::AND => self.chain(left, start, BoolOp::And)?,
                Symbol::OldNotEqual => return self.fail(Fault::ExpectedExpression),
                now => {
                    let Some((level, op)) = arithmetic(now) else {
                        if least <= level::COMPARISON && self.comparison_operator().is_some() {
                            left = self.comparison(left, start)?;
                            continue;
                        }
                        return Ok(left);
                    };
                    if level < least {
                        return Ok(left);
                    }
                    self.bump();
                    // `**` takes what is on its right before what is on its left, signs included.
                    let right = if level == level::POWER {
                        level::SIGN
                    } else {
                        level + 1
                    };
                    let right = Box::new(self.binary(right)?);
                    Expr::BinOp(ast::ExprBinOp {
                        node_index,
                        range: self.since(start),
                        left: Box::new(left),
                        op,
                        right,
                    })
                }
            };
        }
    }

    /// `a or b or c`
    fn chain(&mut self, first: Expr, start: usize, op: BoolOp) -> Parsed<Expr> {
        let mut values = vec![first];
        let (symbol, level) = match op {
            BoolOp::Or => (Symbol::Or, level::AND),
            BoolOp::And => (Symbol::And, level::NOT),
        };
        while self.eat(symbol) {
            values.push(self.binary(level)?);
        }
        Ok(Expr::BoolOp(ast::ExprBoolOp {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            op,
            values,
        }))
    }

    /// The comparison that the current token begins, and whether it has two words.
    fn comparison_operator(&self) -> Option<(CmpOp, bool)> {
        Some(match self.now {
            Symbol::Less => (CmpOp::Lt, false),
            Symbol::Greater => (CmpOp::Gt, false),
            Symbol::DoubleEqual => (CmpOp::Eq, false),
            Symbol::GreaterEqual => (CmpOp::GtE, false),
            Symbol::LessEqual => (CmpOp::LtE, false),
            Symbol::NotEqual => (CmpOp::NotEq, false),
            Symbol::In => (CmpOp::In, false),
            Symbol::Not if self.peek(1) == Symbol::In => (CmpOp::NotIn, true),
            Symbol::Is if self.peek(1) == Symbol::Not => (CmpOp::IsNot, true),
            Symbol::Is => (CmpOp::Is, false),
            _ => return None,
        })
    }

    /// `a < b < c`
    fn comparison(&mut self, left: Expr, start: usize) -> Parsed<Expr> {
        let (mut ops, mut comparators) = (Vec::new(), Vec::new());
        while let Some((op, has_two_words)) = self.comparison_operator() {
            self.bump();
            if has_two_words {
                self.bump();
            }
            ops.push(op);
            comparators.push(self.sum()?);
        }
        Ok(Expr::Compare(ast::ExprCompare {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            left: Box::new(left),
            ops: ops.into(),
            comparators: comparators.into(),
        }))
    }

    fn unary(&mut self, least: u8) -> Parsed<Expr> {
        let start = self.start();
        let (op, level) = match self.now {
            Symbol::Not if least <= level::NOT => (UnaryOp::Not, level::NOT),
            Symbol::Plus => (UnaryOp::UAdd, level::SIGN),
            Symbol::Minus => (UnaryOp::USub, level::SIGN),
            Symbol::Tilde => (UnaryOp::Invert, level::SIGN),
            Symbol::Star => {
                let starred = self.starred()?;
                let range = ruff_text_size::Ranged::range(&starred);
                return self.fail_range(Fault::Starred, range);
            }
            Symbol::Await => {
                self.bump();
                let value = Box::new(self.primary()?);
                return Ok(Expr::Await(ast::ExprAwait {
                    node_index: AtomicNodeIndex::NONE,
                    range: self.since(start),
                    value,
                }));
            }
            _ => return self.primary(),
        };
        self.bump();
        let operand = Box::new(self.binary(level)?);
        Ok(Expr::UnaryOp(ast::ExprUnaryOp {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            op,
            operand,
        }))
    }
}
