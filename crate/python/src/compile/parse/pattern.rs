//! `match` and its patterns.

use ruff_python_ast::{self as ast, AtomicNodeIndex, Expr, ExprContext, Pattern, Singleton, Stmt};
use ruff_text_size::Ranged;

use super::{Fault, Parsed, Parser, Symbol};

impl Parser<'_> {
    /// A `match` statement, if `match` is meant as the keyword.
    pub(super) fn match_statement(&mut self) -> Parsed<Option<Stmt>> {
        if !self.at_word("match") {
            return Ok(None);
        }
        let next = self.peek(1);
        let can_follow_name = matches!(
            next,
            Symbol::LeftParen | Symbol::LeftBracket | Symbol::Minus | Symbol::Plus | Symbol::Star
        );
        if !(next.starts_expression() || next == Symbol::Star)
            || (next == Symbol::Not && self.peek(2) == Symbol::In)
        {
            return Ok(None);
        }
        let (from, start) = (self.at, self.start());
        self.bump();
        let subject = self.subject();
        if can_follow_name {
            let is_match =
                subject.is_ok() && self.now == Symbol::Colon && self.peek(1) == Symbol::Newline;
            if !is_match {
                self.go(from);
                return Ok(None);
            }
        }
        let subject = Box::new(subject?);
        self.expect(Symbol::Colon)?;
        let newline = self.start();
        self.expect(Symbol::Newline)?;
        let outer = self.indent;
        let inner = self.block_indent(newline)?;
        self.indent = inner;
        let mut cases = Vec::new();
        while self.now != Symbol::End && self.token().indent >= inner {
            if !self.at_word("case") {
                return self.fail(Fault::Invalid);
            }
            cases.push(self.case()?);
        }
        self.indent = outer;
        Ok(Some(Stmt::Match(ast::StmtMatch {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            subject,
            cases,
        })))
    }

    fn subject(&mut self) -> Parsed<Expr> {
        let subject = self.expressions(true)?;
        if subject.is_starred_expr() {
            return self.fail_range(Fault::Starred, subject.range());
        }
        Ok(subject)
    }

    fn case(&mut self) -> Parsed<ast::MatchCase> {
        let start = self.start();
        self.bump();
        let at = self.start();
        let first = self.element_pattern()?;
        let pattern = if self.now == Symbol::Comma || first.is_match_star() {
            let mut patterns = vec![first];
            while self.eat(Symbol::Comma) && !matches!(self.now, Symbol::Colon | Symbol::If) {
                patterns.push(self.element_pattern()?);
            }
            self.sequence(patterns, at)
        } else {
            first
        };
        let guard = if self.eat(Symbol::If) {
            Some(Box::new(self.named_expression()?))
        } else {
            None
        };
        let body = self.body()?;
        Ok(ast::MatchCase {
            range: self.since(start),
            node_index: AtomicNodeIndex::NONE,
            pattern,
            guard,
            body,
        })
    }

    fn sequence(&self, patterns: Vec<Pattern>, start: usize) -> Pattern {
        Pattern::MatchSequence(ast::PatternMatchSequence {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            patterns,
        })
    }

    /// A pattern, or `*name` in a sequence.
    fn element_pattern(&mut self) -> Parsed<Pattern> {
        let start = self.start();
        if !self.eat(Symbol::Star) {
            return self.pattern();
        }
        let name = self.identifier()?;
        Ok(Pattern::MatchStar(ast::PatternMatchStar {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            name: if &*name == "_" { None } else { Some(name) },
        }))
    }

    /// Alternatives, with the name for what they match.
    fn pattern(&mut self) -> Parsed<Pattern> {
        let start = self.start();
        let mut pattern = self.closed_pattern()?;
        if self.now == Symbol::Bar {
            let mut patterns = vec![pattern];
            while self.eat(Symbol::Bar) {
                patterns.push(self.closed_pattern()?);
            }
            pattern = Pattern::MatchOr(ast::PatternMatchOr {
                node_index: AtomicNodeIndex::NONE,
                range: self.since(start),
                patterns,
            });
        }
        if !self.eat(Symbol::As) {
            return Ok(pattern);
        }
        if self.at_word("_") {
            return self.fail(Fault::Said("cannot use '_' as a target".to_owned()));
        }
        let name = self.identifier_or(Fault::NameAfterAs)?;
        Ok(Pattern::MatchAs(ast::PatternMatchAs {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            pattern: Some(Box::new(pattern)),
            name: Some(name),
        }))
    }

    fn closed_pattern(&mut self) -> Parsed<Pattern> {
        let start = self.start();
        let node_index = AtomicNodeIndex::NONE;
        let value = match self.now {
            Symbol::LeftParen => return self.bracketed_pattern(Symbol::RightParen),
            Symbol::LeftBracket => return self.bracketed_pattern(Symbol::RightBracket),
            Symbol::LeftBrace => return self.mapping_pattern(),
            Symbol::Name => return self.name_pattern(),
            Symbol::String | Symbol::FormatStart => self.strings()?,
            Symbol::Number | Symbol::Minus => self.number_pattern()?,
            Symbol::None | Symbol::True | Symbol::False => {
                let value = match self.now {
                    Symbol::None => Singleton::None,
                    Symbol::True => Singleton::True,
                    _ => Singleton::False,
                };
                self.bump();
                return Ok(Pattern::MatchSingleton(ast::PatternMatchSingleton {
                    node_index,
                    range: self.since(start),
                    value,
                }));
            }
            _ => return self.fail(Fault::Invalid),
        };
        Ok(self.value_pattern(value, start))
    }

    fn value_pattern(&self, value: Expr, start: usize) -> Pattern {
        Pattern::MatchValue(ast::PatternMatchValue {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            value: Box::new(value),
        })
    }

    /// `(…)` and `[…]`: a sequence, or a pattern in parentheses.
    fn bracketed_pattern(&mut self, end: Symbol) -> Parsed<Pattern> {
        let start = self.start();
        self.bump();
        let mut patterns = Vec::new();
        let mut is_sequence = end == Symbol::RightBracket || self.now == end;
        while self.now != end {
            let pattern = self.element_pattern()?;
            is_sequence |= pattern.is_match_star();
            patterns.push(pattern);
            if !self.eat(Symbol::Comma) {
                break;
            }
            is_sequence = true;
        }
        self.expect(end)?;
        match patterns.pop() {
            Some(pattern) if !is_sequence => return Ok(pattern),
            last => patterns.extend(last),
        }
        Ok(self.sequence(patterns, start))
    }

    /// A name to bind, a dotted name or a class.
    fn name_pattern(&mut self) -> Parsed<Pattern> {
        let start = self.start();
        let name = self.identifier()?;
        let node_index = AtomicNodeIndex::NONE;
        if !matches!(self.now, Symbol::Dot | Symbol::LeftParen) {
            return Ok(Pattern::MatchAs(ast::PatternMatchAs {
                node_index,
                range: self.since(start),
                pattern: None,
                name: if &*name == "_" { None } else { Some(name) },
            }));
        }
        let mut value = Expr::Name(ast::ExprName {
            node_index,
            range: name.range,
            id: name.id,
            ctx: ExprContext::Load,
        });
        while self.eat(Symbol::Dot) {
            let attr = self.identifier()?;
            value = Expr::Attribute(ast::ExprAttribute {
                node_index: AtomicNodeIndex::NONE,
                range: self.since(start),
                value: Box::new(value),
                attr,
                ctx: ExprContext::Load,
            });
        }
        if self.now != Symbol::LeftParen {
            return Ok(self.value_pattern(value, start));
        }
        let arguments = self.pattern_arguments()?;
        Ok(Pattern::MatchClass(ast::PatternMatchClass {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            cls: Box::new(value),
            arguments,
        }))
    }

    fn pattern_arguments(&mut self) -> Parsed<ast::PatternArguments> {
        let start = self.start();
        self.bump();
        let mut patterns = ast::Patterns::new();
        let mut keywords = Vec::new();
        while self.now != Symbol::RightParen {
            let at = self.start();
            if self.now == Symbol::Name && self.peek(1) == Symbol::Equal {
                let attr = self.identifier()?;
                self.bump();
                let pattern = self.pattern()?;
                keywords.push(ast::PatternKeyword {
                    range: self.since(at),
                    node_index: AtomicNodeIndex::NONE,
                    attr,
                    pattern,
                });
            } else {
                let pattern = self.pattern()?;
                if !keywords.is_empty() {
                    let message = "positional patterns follow keyword patterns".to_owned();
                    return self.fail_range(Fault::Said(message), pattern.range());
                }
                patterns.push(pattern);
            }
            if !self.eat(Symbol::Comma) {
                break;
            }
        }
        self.expect(Symbol::RightParen)?;
        Ok(ast::PatternArguments {
            range: self.since(start),
            node_index: AtomicNodeIndex::NONE,
            patterns,
            keywords,
        })
    }

    fn mapping_pattern(&mut self) -> Parsed<Pattern> {
        let start = self.start();
        self.bump();
        let mut keys = ast::PatternKeys::new();
        let mut patterns = ast::Patterns::new();
        let mut rest = None;
        while self.now != Symbol::RightBrace && rest.is_none() {
            if self.eat(Symbol::DoubleStar) {
                if self.at_word("_") {
                    return self.fail(Fault::Invalid);
                }
                rest = Some(self.identifier()?);
            } else {
                keys.push(self.mapping_key()?);
                self.expect(Symbol::Colon)?;
                patterns.push(self.pattern()?);
            }
            if !self.eat(Symbol::Comma) {
                break;
            }
        }
        self.expect(Symbol::RightBrace)?;
        Ok(Pattern::MatchMapping(ast::PatternMatchMapping {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            keys,
            patterns,
            rest,
        }))
    }

    fn mapping_key(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let pattern = self.closed_pattern()?;
        let node_index = AtomicNodeIndex::NONE;
        match pattern {
            Pattern::MatchValue(pattern) => Ok(*pattern.value),
            Pattern::MatchSingleton(pattern) => {
                let range = pattern.range;
                Ok(match pattern.value {
                    Singleton::None => {
                        Expr::NoneLiteral(ast::ExprNoneLiteral { node_index, range })
                    }
                    value => Expr::BooleanLiteral(ast::ExprBooleanLiteral {
                        node_index,
                        range,
                        value: value == Singleton::True,
                    }),
                })
            }
            _ => {
                let end = self.before;
                self.fail_at(Fault::Invalid, start, end)
            }
        }
    }

    /// A number with its sign, or a real and an imaginary one.
    fn number_pattern(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let left = self.signed_number()?;
        let op = match self.now {
            Symbol::Plus => ast::Operator::Add,
            Symbol::Minus => ast::Operator::Sub,
            _ => return Ok(left),
        };
        if is_imaginary(&left) {
            let message = "real number required in complex literal".to_owned();
            return self.fail_range(Fault::Said(message), left.range());
        }
        self.bump();
        let right = self.primary()?;
        if !is_imaginary(&right) {
            let message = "imaginary number required in complex literal".to_owned();
            return self.fail_range(Fault::Said(message), right.range());
        }
        Ok(Expr::BinOp(ast::ExprBinOp {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            left: Box::new(left),
            op,
            right: Box::new(right),
        }))
    }

    fn signed_number(&mut self) -> Parsed<Expr> {
        let start = self.start();
        let has_sign = self.eat(Symbol::Minus);
        if self.now != Symbol::Number {
            return self.fail(Fault::Invalid);
        }
        let number = self.primary()?;
        if !has_sign {
            return Ok(number);
        }
        Ok(Expr::UnaryOp(ast::ExprUnaryOp {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            op: ast::UnaryOp::USub,
            operand: Box::new(number),
        }))
    }
}

fn is_imaginary(expr: &Expr) -> bool {
    match expr {
        Expr::UnaryOp(operation) => is_imaginary(&operation.operand),
        Expr::NumberLiteral(literal) => matches!(literal.value, ast::Number::Complex { .. }),
        _ => false,
    }
}
