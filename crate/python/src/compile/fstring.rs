//! f-strings and t-strings.

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::{Ranged, TextRange};

use super::{Compiler, Fallible};
use crate::code::{Constant, Conversion, Op, Reg};

/// A part of a formatted string: text, or what stands between braces.
enum Part<'a> {
    Text(String),
    Field(&'a ast::InterpolatedElement),
}

/// Joins the text between fields, the text of `{x=}` included.
fn collect<'a>(
    parts: &mut Vec<Part<'a>>,
    elements: impl Iterator<Item = &'a InterpolatedStringElement>,
) {
    for element in elements {
        match element {
            InterpolatedStringElement::Literal(literal) => push_text(parts, &literal.value),
            InterpolatedStringElement::Interpolation(field) => {
                if let Some(debug) = &field.debug_text {
                    push_text(parts, debug.as_str());
                }
                parts.push(Part::Field(field));
            }
        }
    }
}

fn push_text(parts: &mut Vec<Part<'_>>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(before)) => before.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

fn conversion(field: &ast::InterpolatedElement) -> Conversion {
    match field.conversion {
        // `{x=}` shows the `repr`, unless a format is given.
        ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => {
            Conversion::Repr
        }
        ConversionFlag::None => Conversion::None,
        ConversionFlag::Str => Conversion::Str,
        ConversionFlag::Repr => Conversion::Repr,
        ConversionFlag::Ascii => Conversion::Ascii,
    }
}

impl<'a> Compiler<'a> {
    /// `f"…"`
    pub(super) fn f_string(&mut self, string: &'a ast::ExprFString, dst: Reg) -> Fallible<()> {
        let mut parts = Vec::new();
        for part in &string.value {
            match part {
                FStringPart::Literal(literal) => push_text(&mut parts, literal.as_str()),
                FStringPart::FString(string) => collect(&mut parts, string.elements.iter()),
            }
        }
        self.join(parts, string.range, dst)
    }

    fn join(&mut self, mut parts: Vec<Part<'a>>, range: TextRange, dst: Reg) -> Fallible<()> {
        let base = self.unit.top;
        match &parts[..] {
            [] => return self.load_constant(Constant::Str("".into()), range, dst),
            [Part::Text(text)] => {
                return self.load_constant(Constant::Str(text.as_str().into()), range, dst);
            }
            [Part::Field(field)] => return self.field(field, dst, Conversion::None),
            _ => {}
        }
        let n = self.unit.count(parts.len());
        for part in parts.drain(..) {
            match part {
                Part::Text(text) => {
                    self.push_str(&text, range)?;
                }
                Part::Field(field) => {
                    let dst = self.unit.top;
                    self.field(field, dst, Conversion::Part)?;
                }
            }
        }
        self.emit(Op::BuildString { dst, base, n }, range);
        self.settle(base, dst);
        Ok(())
    }

    /// `dst ←` a replacement field's text; `plain` is the conversion where the source has none.
    fn field(
        &mut self,
        field: &'a ast::InterpolatedElement,
        dst: Reg,
        plain: Conversion,
    ) -> Fallible<()> {
        let saved = self.unit.top;
        let src = self.operand(&field.expression)?;
        let spec = match &field.format_spec {
            Some(spec) => self.push_format_spec(spec)?,
            None => src,
        };
        let conversion = match conversion(field) {
            Conversion::None if field.format_spec.is_none() => plain,
            conversion => conversion,
        };
        let op = Op::Format {
            conversion,
            dst,
            src,
            spec,
        };
        self.emit(op, field.range);
        self.settle(saved, dst);
        Ok(())
    }

    fn push_format_spec(&mut self, spec: &'a ast::InterpolatedStringFormatSpec) -> Fallible<Reg> {
        let register = self.unit.top;
        self.nested(spec.range, |compiler| {
            let mut parts = Vec::new();
            collect(&mut parts, spec.elements.iter());
            compiler.join(parts, spec.range, register)
        })?;
        Ok(register)
    }

    /// `t"…"`: texts and interpolations by turns, beginning and ending with a text.
    pub(super) fn t_string(&mut self, string: &'a ast::ExprTString, dst: Reg) -> Fallible<()> {
        let mut parts = Vec::new();
        for part in &string.value {
            collect(&mut parts, part.elements.iter());
        }
        let base = self.unit.top;
        let mut n = 0;
        let mut expects_text = true;
        for part in parts {
            match part {
                Part::Text(text) => {
                    self.push_str(&text, string.range)?;
                    expects_text = false;
                }
                Part::Field(field) => {
                    if expects_text {
                        self.push_str("", string.range)?;
                        n += 1;
                    }
                    self.interpolation(field)?;
                    expects_text = true;
                }
            }
            n += 1;
        }
        if expects_text {
            self.push_str("", string.range)?;
            n += 1;
        }
        self.emit(Op::BuildTemplate { dst, base, n }, string.range);
        self.settle(base, dst);
        Ok(())
    }

    /// The next temporary ← an interpolation.
    fn interpolation(&mut self, field: &'a ast::InterpolatedElement) -> Fallible<()> {
        let base = self.push(&field.expression)?;
        let range = field.expression.range();
        let text = match &field.debug_text {
            Some(debug) => debug.expression().to_owned(),
            None => self.source.text[range.start().to_usize()..range.end().to_usize()].to_owned(),
        };
        self.push_str(&text, field.range)?;
        match &field.format_spec {
            Some(spec) => self.push_format_spec(spec)?,
            None => self.push_unbound(field.range)?,
        };
        let op = Op::BuildInterpolation {
            conversion: conversion(field),
            dst: base,
            base,
        };
        self.emit(op, field.range);
        self.unit.top = base + 1;
        Ok(())
    }
}
