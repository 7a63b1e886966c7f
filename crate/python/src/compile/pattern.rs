//! `match`.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Pattern, Singleton};
use ruff_text_size::{Ranged, TextRange};

use super::unit::Label;
use super::{Compiler, Fallible};
use crate::code::{CompareOp, Constant, Op, Reg};
use crate::sorted::SortedMap;

/// The temporaries that hold what a case captures until all of its pattern has matched.
type Captures = SortedMap<Rc<str>, Reg>;

impl<'a> Compiler<'a> {
    /// `match`
    pub(super) fn match_stmt(&mut self, stmt: &'a ast::StmtMatch) -> Fallible<()> {
        let subject = self.push(&stmt.subject)?;
        let end = self.unit.label();
        let before = self.bound_here();
        for (i, case) in stmt.cases.iter().enumerate() {
            let is_last = i + 1 == stmt.cases.len();
            if !is_last && case.guard.is_none() {
                self.check_refutable(&case.pattern)?;
            }
            self.match_case(case, subject, end)?;
            self.forget_bound(before.clone());
        }
        self.clear_top(stmt.subject.range());
        self.unit.bind(end);
        Ok(())
    }

    fn match_case(&mut self, case: &'a ast::MatchCase, subject: Reg, end: Label) -> Fallible<()> {
        let next = self.unit.label();
        let range = case.pattern.range();
        self.begin_line();
        let mut names = Vec::new();
        self.collect_names(&case.pattern, &mut names)?;
        let mut captures = Captures::default();
        for name in &names {
            let register = self.push_unbound(name.range)?;
            captures.insert(name.as_str().into(), register);
        }
        self.pattern(&case.pattern, subject, &captures, next)?;
        for name in &names {
            self.store_name(name.as_str(), captures[name.as_str()], name.range);
        }
        self.unit.top = subject + 1;
        if let Some(guard) = &case.guard {
            self.branch(guard, next, false)?;
        }
        self.emit(Op::Clear { reg: subject }, range);
        self.unit.top = subject;
        self.statements(&case.body)?;
        if !self.unit.is_dead {
            self.goto(end, range);
        }
        self.unit.bind(next);
        self.unit.top = subject + 1;
        Ok(())
    }

    fn check_refutable(&self, pattern: &'a Pattern) -> Fallible<()> {
        let message = match pattern {
            Pattern::MatchAs(ast::PatternMatchAs {
                pattern: None,
                name,
                ..
            }) => match name {
                Some(name) => format!(
                    "name capture '{}' makes remaining patterns unreachable",
                    name.as_str()
                ),
                None => "wildcard makes remaining patterns unreachable".to_owned(),
            },
            Pattern::MatchAs(ast::PatternMatchAs {
                pattern: Some(inner),
                ..
            }) => return self.check_refutable(inner),
            Pattern::MatchOr(alternatives) => match alternatives.patterns.last() {
                Some(last) => return self.check_refutable(last),
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        self.fail(pattern.range(), message)
    }

    /// The names that a pattern captures, in order.
    fn collect_names(
        &self,
        pattern: &'a Pattern,
        names: &mut Vec<&'a ast::Identifier>,
    ) -> Fallible<()> {
        let (children, own): (Vec<&'a Pattern>, Option<&'a ast::Identifier>) = match pattern {
            Pattern::MatchAs(p) => (p.pattern.as_deref().into_iter().collect(), p.name.as_ref()),
            Pattern::MatchStar(p) => (Vec::new(), p.name.as_ref()),
            Pattern::MatchSequence(p) => (p.patterns.iter().collect(), None),
            Pattern::MatchMapping(p) => (p.patterns.iter().collect(), p.rest.as_ref()),
            Pattern::MatchClass(p) => {
                let positional = p.arguments.patterns.iter();
                let keywords = p.arguments.keywords.iter().map(|keyword| &keyword.pattern);
                (positional.chain(keywords).collect(), None)
            }
            Pattern::MatchOr(p) => return self.collect_alternatives(p, names),
            Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => (Vec::new(), None),
        };
        for child in children {
            self.collect_names(child, names)?;
        }
        if let Some(name) = own {
            if names.iter().any(|other| other.as_str() == name.as_str()) {
                let message = format!(
                    "multiple assignments to name '{}' in pattern",
                    name.as_str()
                );
                return self.fail(name.range, message);
            }
            names.push(name);
        }
        Ok(())
    }

    fn collect_alternatives(
        &self,
        pattern: &'a ast::PatternMatchOr,
        names: &mut Vec<&'a ast::Identifier>,
    ) -> Fallible<()> {
        let mut first: Option<Vec<&'a ast::Identifier>> = None;
        for (i, alternative) in pattern.patterns.iter().enumerate() {
            if i + 1 < pattern.patterns.len() {
                self.check_refutable(alternative)?;
            }
            let mut found = Vec::new();
            self.collect_names(alternative, &mut found)?;
            if let Some(first) = &first {
                let has = |names: &[&ast::Identifier], name: &str| {
                    names.iter().any(|other| other.as_str() == name)
                };
                let is_same = first.len() == found.len()
                    && found.iter().all(|name| has(first, name.as_str()));
                if !is_same {
                    return self.fail(pattern.range, "alternative patterns bind different names");
                }
            } else {
                first = Some(found);
            }
        }
        for name in first.unwrap_or_default() {
            if names.iter().any(|other| other.as_str() == name.as_str()) {
                let message = format!(
                    "multiple assignments to name '{}' in pattern",
                    name.as_str()
                );
                return self.fail(name.range, message);
            }
            names.push(name);
        }
        Ok(())
    }

    /// Goes to `fail` unless the value in `src` matches. Leaves no temporaries.
    fn pattern(
        &mut self,
        pattern: &'a Pattern,
        src: Reg,
        captures: &Captures,
        fail: Label,
    ) -> Fallible<()> {
        let saved = self.unit.top;
        self.nested(pattern.range(), |compiler| {
            compiler.pattern_inner(pattern, src, captures, fail)
        })?;
        self.unit.top = saved;
        Ok(())
    }

    fn pattern_inner(
        &mut self,
        pattern: &'a Pattern,
        src: Reg,
        captures: &Captures,
        fail: Label,
    ) -> Fallible<()> {
        let range = pattern.range();
        match pattern {
            Pattern::MatchValue(value) => {
                let b = self.operand(&value.value)?;
                self.expect(CompareOp::Eq, src, b, fail, range)
            }
            Pattern::MatchSingleton(singleton) => {
                let constant = match singleton.value {
                    Singleton::None => Constant::None,
                    Singleton::True => Constant::Bool(true),
                    Singleton::False => Constant::Bool(false),
                };
                let b = self.push_constant(constant, range)?;
                self.expect(CompareOp::Is, src, b, fail, range)
            }
            Pattern::MatchAs(alias) => {
                if let Some(inner) = &alias.pattern {
                    self.pattern(inner, src, captures, fail)?;
                }
                self.capture(alias.name.as_ref(), src, captures);
                Ok(())
            }
            Pattern::MatchStar(star) => {
                self.capture(star.name.as_ref(), src, captures);
                Ok(())
            }
            Pattern::MatchSequence(sequence) => self.sequence(sequence, src, captures, fail),
            Pattern::MatchMapping(mapping) => self.mapping(mapping, src, captures, fail),
            Pattern::MatchClass(class) => self.class_pattern(class, src, captures, fail),
            Pattern::MatchOr(alternatives) => {
                self.alternatives(&alternatives.patterns, src, captures, fail)
            }
        }
    }

    fn capture(&mut self, name: Option<&'a ast::Identifier>, src: Reg, captures: &Captures) {
        if let Some(name) = name {
            let dst = captures[name.as_str()];
            self.emit(Op::Move { dst, src }, name.range);
        }
    }

    /// Goes to `fail` unless `a op b`.
    fn expect(
        &mut self,
        op: CompareOp,
        a: Reg,
        b: Reg,
        fail: Label,
        range: TextRange,
    ) -> Fallible<()> {
        let test = self.take_after(range, |dst, _| Op::Compare { op, dst, a, b })?;
        self.require(test, fail, range);
        Ok(())
    }

    fn require(&mut self, src: Reg, fail: Label, range: TextRange) {
        self.jump(Op::JumpUnless { src, offset: 0 }, fail, range);
        self.unit.top = src;
    }

    fn require_length(
        &mut self,
        op: CompareOp,
        src: Reg,
        n: usize,
        fail: Label,
        range: TextRange,
    ) -> Fallible<()> {
        let length = self.take_after(range, |dst, _| Op::Length { dst, src })?;
        let n = Constant::Int(i64::try_from(n).unwrap_or(i64::MAX));
        let b = self.push_constant(n, range)?;
        self.expect(op, length, b, fail, range)?;
        self.unit.top = length;
        Ok(())
    }

    fn sequence(
        &mut self,
        pattern: &'a ast::PatternMatchSequence,
        src: Reg,
        captures: &Captures,
        fail: Label,
    ) -> Fallible<()> {
        let range = pattern.range;
        let patterns = &pattern.patterns;
        let is_star = |pattern: &Pattern| matches!(pattern, Pattern::MatchStar(_));
        let test = self.take_after(range, |dst, _| Op::MatchSequence { dst, src })?;
        self.require(test, fail, range);
        let star = patterns.iter().position(is_star);
        if patterns.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            return self.fail(range, "multiple starred names in sequence pattern");
        }
        match star {
            Some(_) if patterns.len() == 1 => {}
            Some(_) => self.require_length(CompareOp::Ge, src, patterns.len() - 1, fail, range)?,
            None => self.require_length(CompareOp::Eq, src, patterns.len(), fail, range)?,
        }
        if patterns.is_empty() {
            return Ok(());
        }
        let base = self.unit.top;
        let n = self.unit.count(patterns.len());
        let op = match star {
            None => Op::Unpack { src, base, n },
            Some(before) => {
                let Ok(before) = u8::try_from(before) else {
                    return self.fail(
                        range,
                        "too many expressions in star-unpacking sequence pattern",
                    );
                };
                Op::UnpackRest {
                    before,
                    src,
                    base,
                    after: n - u16::from(before) - 1,
                }
            }
        };
        self.emit(op, range);
        self.sub_patterns(patterns.iter(), base, n, captures, fail)
    }

    fn sub_patterns(
        &mut self,
        patterns: impl Iterator<Item = &'a Pattern>,
        base: Reg,
        n: u16,
        captures: &Captures,
        fail: Label,
    ) -> Fallible<()> {
        self.unit.set_top(base.saturating_add(n));
        self.check_top()?;
        for (src, pattern) in (base..).zip(patterns) {
            self.pattern(pattern, src, captures, fail)?;
        }
        Ok(())
    }

    fn mapping(
        &mut self,
        pattern: &'a ast::PatternMatchMapping,
        src: Reg,
        captures: &Captures,
        fail: Label,
    ) -> Fallible<()> {
        let range = pattern.range;
        let test = self.take_after(range, |dst, _| Op::MatchMapping { dst, src })?;
        self.require(test, fail, range);
        let first = self.unit.top;
        if !pattern.keys.is_empty() {
            self.check_mapping_keys(pattern)?;
            self.require_length(CompareOp::Ge, src, pattern.keys.len(), fail, range)?;
            let n = self.push_all(&pattern.keys)?;
            let keys = self.take_after(range, |dst, _| Op::BuildTuple {
                dst,
                base: first,
                n,
            })?;
            let values = self.take_after(range, |dst, _| Op::MatchKeys { dst, src, keys })?;
            let test = Op::JumpIfNone {
                src: values,
                offset: 0,
            };
            self.jump(test, fail, range);
            let base = self.unit.top;
            let op = Op::Unpack {
                src: values,
                base,
                n,
            };
            self.emit(op, range);
            self.sub_patterns(pattern.patterns.iter(), base, n, captures, fail)?;
        }
        if let Some(rest) = &pattern.rest {
            let dict = self.take_after(range, |dst, _| Op::BuildDict {
                dst,
                base: dst,
                n: 0,
            })?;
            self.emit(Op::DictUpdate { dict, mapping: src }, range);
            for (key, _) in (first..).zip(&pattern.keys) {
                self.emit(Op::DeleteItem { obj: dict, key }, range);
            }
            self.capture(Some(rest), dict, captures);
        }
        Ok(())
    }

    fn check_mapping_keys(&self, pattern: &ast::PatternMatchMapping) -> Fallible<()> {
        let mut seen: Vec<Constant> = Vec::new();
        for key in &pattern.keys {
            let range = key.range();
            let Some(key) = super::constant::fold(key) else {
                continue;
            };
            if seen.iter().any(|other| is_same_key(other, &key)) {
                let shown = &self.source.text[range.start().to_usize()..range.end().to_usize()];
                let shown = shown.replace('"', "'");
                let message = format!("mapping pattern checks duplicate key ({shown})");
                return self.fail(pattern.range, message);
            }
            seen.push(key);
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        pattern: &'a ast::PatternMatchClass,
        src: Reg,
        captures: &Captures,
        fail: Label,
    ) -> Fallible<()> {
        let range = pattern.range;
        let arguments = &pattern.arguments;
        let mut names: Vec<Constant> = Vec::new();
        for (i, keyword) in arguments.keywords.iter().enumerate() {
            let name = keyword.attr.as_str();
            if arguments.keywords[..i]
                .iter()
                .any(|other| other.attr.as_str() == name)
            {
                let message = format!("attribute name repeated in class pattern: {name}");
                return self.fail(keyword.pattern.range(), message);
            }
            names.push(Constant::Str(self.mangled(name)));
        }
        let base = self.take_after(range, |dst, _| Op::Move { dst, src })?;
        self.push(&pattern.cls)?;
        self.push_constant(Constant::Tuple(names), range)?;
        let n = self.unit.count(arguments.patterns.len());
        self.emit(Op::MatchClass { base, n }, range);
        self.unit.top = base + 1;
        let test = Op::JumpIfNone {
            src: base,
            offset: 0,
        };
        self.jump(test, fail, range);
        let total = n + self.unit.count(arguments.keywords.len());
        if total == 0 {
            return Ok(());
        }
        let values = base + 1;
        let op = Op::Unpack {
            src: base,
            base: values,
            n: total,
        };
        self.emit(op, range);
        let keywords = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        let patterns = arguments.patterns.iter().chain(keywords);
        self.sub_patterns(patterns, values, total, captures, fail)
    }

    fn alternatives(
        &mut self,
        patterns: &'a [Pattern],
        src: Reg,
        captures: &Captures,
        fail: Label,
    ) -> Fallible<()> {
        let Some((last, others)) = patterns.split_last() else {
            return Ok(());
        };
        let matched = self.unit.label();
        for alternative in others {
            let next = self.unit.label();
            self.pattern(alternative, src, captures, next)?;
            self.goto(matched, alternative.range());
            self.unit.bind(next);
        }
        self.pattern(last, src, captures, fail)?;
        self.unit.bind(matched);
        Ok(())
    }
}

/// Whether two constants are the same key of a dict.
fn is_same_key(a: &Constant, b: &Constant) -> bool {
    match (a, b) {
        (Constant::None, Constant::None) => true,
        (Constant::Str(a), Constant::Str(b)) => a == b,
        (Constant::Bytes(a), Constant::Bytes(b)) => a == b,
        (Constant::BigInt(a), Constant::BigInt(b)) => a == b,
        (Constant::Imaginary(a), Constant::Imaginary(b))
        | (Constant::Float(a), Constant::Float(b)) => a == b,
        (Constant::Bool(a), Constant::Bool(b)) => a == b,
        (Constant::Int(int), Constant::Bool(truth))
        | (Constant::Bool(truth), Constant::Int(int)) => *int == i64::from(*truth),
        (Constant::Int(a), Constant::Int(b)) => a == b,
        _ => false,
    }
}
