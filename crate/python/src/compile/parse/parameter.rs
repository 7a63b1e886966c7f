//! The parameters of functions and lambdas.

use ruff_python_ast::{self as ast, AtomicNodeIndex};

use super::{Fault, Parsed, Parser, Symbol};

/// Which marks were seen.
#[derive(Default)]
struct Seen {
    default: bool,
    slash: bool,
    star: bool,
    /// The bare `*`, as long as no name follows it.
    bare_star: Option<(usize, usize)>,
}

impl Parser<'_> {
    /// The parameters up to what ends them; only those of a `def` have annotations.
    pub(super) fn parameters(&mut self, end: Symbol) -> Parsed<ast::Parameters> {
        let mut parameters = ast::Parameters::default();
        let mut seen = Seen::default();
        let is_annotated = end == Symbol::RightParen;
        while self.now != end {
            if parameters.kwarg.is_some() {
                return self.fail(Fault::AfterVarKeyword);
            }
            let start = self.start();
            match self.now {
                Symbol::Star => self.star(&mut parameters, &mut seen, is_annotated)?,
                Symbol::DoubleStar => {
                    self.bump();
                    let parameter = self.parameter(start, is_annotated)?;
                    if self.now == Symbol::Equal {
                        return self.fail(Fault::VariadicDefault);
                    }
                    if seen.bare_star.is_some() {
                        return self.fail_at(Fault::BareStar, start, self.before);
                    }
                    parameters.kwarg = Some(Box::new(parameter));
                }
                Symbol::Slash => self.slash(&mut parameters, &mut seen)?,
                Symbol::Name => {
                    let parameter = self.parameter(start, is_annotated)?;
                    let default = if self.eat(Symbol::Equal) {
                        Some(Box::new(self.expression()?))
                    } else {
                        None
                    };
                    let range = self.since(start);
                    if default.is_none() && seen.default && !seen.star {
                        return self.fail_range(Fault::DefaultOrder, range);
                    }
                    seen.default |= default.is_some();
                    seen.bare_star = None;
                    let parameter = ast::ParameterWithDefault {
                        range,
                        node_index: AtomicNodeIndex::NONE,
                        parameter,
                        default,
                    };
                    if seen.star {
                        parameters.kwonlyargs.push(parameter);
                    } else {
                        parameters.args.push(parameter);
                    }
                }
                _ => break,
            }
            if !self.eat(Symbol::Comma) {
                break;
            }
        }
        if let Some((start, end)) = seen.bare_star {
            return self.fail_at(Fault::BareStar, start, end);
        }
        Ok(parameters)
    }

    /// `*` or `*args`
    fn star(
        &mut self,
        parameters: &mut ast::Parameters,
        seen: &mut Seen,
        is_annotated: bool,
    ) -> Parsed<()> {
        let (start, end) = (self.start(), self.token().end);
        self.bump();
        if self.now == Symbol::Name {
            let parameter = self.parameter(start, is_annotated)?;
            if self.now == Symbol::Equal {
                return self.fail(Fault::VariadicDefault);
            }
            parameters.vararg = Some(Box::new(parameter));
        } else {
            seen.bare_star = Some((start, end));
        }
        if seen.star {
            let message = "* argument may appear only once";
            return self.fail_at(Fault::Token(message), start, end);
        }
        seen.star = true;
        Ok(())
    }

    fn slash(&mut self, parameters: &mut ast::Parameters, seen: &mut Seen) -> Parsed<()> {
        let message = if seen.slash {
            "/ may appear only once"
        } else if seen.star {
            "/ must be ahead of *"
        } else if parameters.args.is_empty() {
            "at least one argument must precede /"
        } else {
            ""
        };
        if !message.is_empty() {
            return self.fail(Fault::Token(message));
        }
        self.bump();
        seen.slash = true;
        parameters.posonlyargs = std::mem::take(&mut parameters.args);
        Ok(())
    }

    /// A name with its annotation. That of `*args` may be starred.
    fn parameter(&mut self, start: usize, is_annotated: bool) -> Parsed<ast::Parameter> {
        let is_variadic = self.start() != start;
        let name = self.identifier()?;
        let annotation = if is_annotated && self.eat(Symbol::Colon) {
            Some(Box::new(if is_variadic {
                self.element(false)?
            } else {
                self.expression()?
            }))
        } else {
            None
        };
        Ok(ast::Parameter {
            range: self.since(start),
            node_index: AtomicNodeIndex::NONE,
            name,
            annotation,
        })
    }
}
