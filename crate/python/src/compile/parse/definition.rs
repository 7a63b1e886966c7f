//! Functions, classes and type parameters.

use ruff_python_ast::{self as ast, AtomicNodeIndex, Expr, Stmt, TypeParam};

use super::{Fault, Parsed, Parser, Symbol};

impl Parser<'_> {
    /// `def`, `async def` or `class`, with decorators.
    pub(super) fn definition(&mut self) -> Parsed<Stmt> {
        let start = self.start();
        let mut decorators = ast::DecoratorList::new();
        while self.now == Symbol::At {
            let at = self.start();
            self.bump();
            let expression = self.named_expression()?;
            decorators.push(ast::Decorator {
                range: self.since(at),
                node_index: AtomicNodeIndex::NONE,
                expression,
            });
            self.expect(Symbol::Newline)?;
        }
        if self.now == Symbol::Class {
            return self.class(decorators, start);
        }
        let is_async = self.eat(Symbol::Async);
        if self.now != Symbol::Def {
            return self.fail(Fault::Invalid);
        }
        self.function(decorators, start, is_async)
    }

    fn function(
        &mut self,
        decorator_list: ast::DecoratorList,
        start: usize,
        is_async: bool,
    ) -> Parsed<Stmt> {
        self.bump();
        let name = self.identifier()?;
        let type_params = self.type_parameters()?;
        let at = self.start();
        self.expect(Symbol::LeftParen)?;
        let mut parameters = self.parameters(Symbol::RightParen)?;
        self.expect(Symbol::RightParen)?;
        parameters.range = self.since(at);
        let returns = if self.eat(Symbol::Arrow) {
            Some(Box::new(self.expression()?))
        } else {
            None
        };
        let body = self.body()?;
        Ok(Stmt::FunctionDef(ast::StmtFunctionDef {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            is_async,
            decorator_list,
            name,
            type_params,
            parameters: Box::new(parameters),
            returns,
            body,
        }))
    }

    fn class(&mut self, decorator_list: ast::DecoratorList, start: usize) -> Parsed<Stmt> {
        self.bump();
        let name = self.identifier()?;
        let type_params = self.type_parameters()?;
        let arguments = if self.now == Symbol::LeftParen {
            Some(Box::new(self.arguments(true)?))
        } else {
            None
        };
        let body = self.body()?;
        Ok(Stmt::ClassDef(ast::StmtClassDef {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            decorator_list,
            name,
            type_params,
            arguments,
            body,
        }))
    }

    pub(super) fn lambda(&mut self) -> Parsed<Expr> {
        let start = self.start();
        self.bump();
        let at = self.start();
        let parameters = if self.now == Symbol::Colon {
            None
        } else {
            let mut parameters = self.parameters(Symbol::Colon)?;
            parameters.range = self.since(at);
            Some(Box::new(parameters))
        };
        match self.now {
            Symbol::Colon => self.bump(),
            Symbol::Newline | Symbol::End => return self.fail(Fault::Invalid),
            _ => return self.fail(Fault::Expected(Symbol::Comma)),
        }
        let body = Box::new(self.expression()?);
        Ok(Expr::Lambda(ast::ExprLambda {
            node_index: AtomicNodeIndex::NONE,
            range: self.since(start),
            parameters,
            body,
        }))
    }

    /// `[T, *Ts, **P]`, if it is there.
    pub(super) fn type_parameters(&mut self) -> Parsed<Option<Box<ast::TypeParams>>> {
        let start = self.start();
        if !self.eat(Symbol::LeftBracket) {
            return Ok(None);
        }
        if self.now == Symbol::RightBracket {
            let message = "Type parameter list cannot be empty".to_owned();
            let at = self.start();
            return self.fail_at(Fault::Said(message), at, at);
        }
        let mut type_params = Vec::new();
        while self.now != Symbol::RightBracket {
            type_params.push(self.type_parameter()?);
            if !self.eat(Symbol::Comma) {
                break;
            }
        }
        self.expect(Symbol::RightBracket)?;
        Ok(Some(Box::new(ast::TypeParams {
            range: self.since(start),
            node_index: AtomicNodeIndex::NONE,
            type_params,
        })))
    }

    fn type_parameter(&mut self) -> Parsed<TypeParam> {
        let (start, now) = (self.start(), self.now);
        if matches!(now, Symbol::Star | Symbol::DoubleStar) {
            self.bump();
        }
        let name = self.identifier()?;
        let mut bound = None;
        if now == Symbol::Name && self.eat(Symbol::Colon) {
            bound = Some(Box::new(self.expression()?));
        }
        let mut default = None;
        if self.eat(Symbol::Equal) {
            default = Some(Box::new(self.element(false)?));
        }
        let node_index = AtomicNodeIndex::NONE;
        let range = self.since(start);
        Ok(match now {
            Symbol::Star => TypeParam::TypeVarTuple(ast::TypeParamTypeVarTuple {
                node_index,
                range,
                name,
                default,
            }),
            Symbol::DoubleStar => TypeParam::ParamSpec(ast::TypeParamParamSpec {
                node_index,
                range,
                name,
                default,
            }),
            _ => TypeParam::TypeVar(ast::TypeParamTypeVar {
                node_index,
                range,
                name,
                bound,
                default,
            }),
        })
    }
}
