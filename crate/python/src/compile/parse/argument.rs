//! The arguments of calls and class definitions.

use ruff_python_ast::{self as ast, AtomicNodeIndex, Expr};
use ruff_text_size::Ranged;

use super::{Fault, Parsed, Parser, Symbol};

impl Parser<'_> {
    /// `(…)`
    pub(super) fn arguments(&mut self, is_class: bool) -> Parsed<ast::Arguments> {
        let start = self.start();
        self.bump();
        let mut args = Vec::new();
        let mut keywords: Vec<ast::Keyword> = Vec::new();
        let mut has_trailing_comma = false;
        while self.now != Symbol::RightParen {
            let at = self.start();
            if self.eat(Symbol::DoubleStar) {
                let value = self.expression()?;
                keywords.push(ast::Keyword {
                    range: self.since(at),
                    node_index: AtomicNodeIndex::NONE,
                    arg: None,
                    value,
                });
            } else if self.eat(Symbol::Star) {
                let value = Box::new(self.expression()?);
                let range = self.since(at);
                if keywords.iter().any(|keyword| keyword.arg.is_none()) {
                    return self.fail_range(Fault::UnpackingOrder, range);
                }
                args.push(Expr::Starred(ast::ExprStarred {
                    node_index: AtomicNodeIndex::NONE,
                    range,
                    value,
                    ctx: ast::ExprContext::Load,
                }));
            } else {
                let value = self.named_expression()?;
                if self.now == Symbol::Equal {
                    keywords.push(self.keyword(value, at)?);
                } else {
                    args.push(self.positional(value, at, &keywords)?);
                }
            }
            has_trailing_comma = self.eat(Symbol::Comma);
            if !has_trailing_comma {
                break;
            }
        }
        self.expect(Symbol::RightParen)?;
        if is_class || has_trailing_comma || args.len() + keywords.len() > 1 {
            for arg in &args {
                if let Expr::Generator(generator) = arg
                    && !generator.parenthesized
                {
                    let message = "Generator expression must be parenthesized".to_owned();
                    return self.fail_range(Fault::Said(message), generator.range);
                }
            }
        }
        Ok(ast::Arguments {
            range: self.since(start),
            node_index: AtomicNodeIndex::NONE,
            args: args.into(),
            keywords: keywords.into(),
        })
    }

    /// `name=…`, whose name was read.
    fn keyword(&mut self, name: Expr, at: usize) -> Parsed<ast::Keyword> {
        let Expr::Name(name) = name else {
            return self.fail_range(Fault::KeywordName, name.range());
        };
        self.bump();
        let value = self.expression()?;
        Ok(ast::Keyword {
            range: self.since(at),
            node_index: AtomicNodeIndex::NONE,
            arg: Some(ast::Identifier::new(name.id, name.range)),
            value,
        })
    }

    fn positional(&mut self, value: Expr, at: usize, keywords: &[ast::Keyword]) -> Parsed<Expr> {
        let value = if self.at_comprehension() {
            let generators = self.comprehension(&value)?;
            Expr::Generator(ast::ExprGenerator {
                node_index: AtomicNodeIndex::NONE,
                range: self.since(at),
                elt: Box::new(value),
                generators,
                parenthesized: false,
            })
        } else {
            value
        };
        let fault = match keywords {
            [] => return Ok(value),
            _ if keywords.iter().any(|keyword| keyword.arg.is_none()) => {
                Fault::PositionalAfterUnpacking
            }
            _ => Fault::PositionalAfterKeyword,
        };
        self.fail_range(fault, value.range())
    }
}
