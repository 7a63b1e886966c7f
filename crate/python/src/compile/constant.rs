//! Constants: literals, and what can be computed from them beforehand.

use std::rc::Rc;

use crate::bigint::BigInt;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::TextRange;

use super::{Compiler, Fallible};
use crate::code::{Constant, Op, Reg};

/// The value of an expression that is constant, if it is.
pub(super) fn fold(expr: &Expr) -> Option<Constant> {
    match expr {
        Expr::NoneLiteral(_) => Some(Constant::None),
        Expr::EllipsisLiteral(_) => Some(Constant::Ellipsis),
        Expr::BooleanLiteral(literal) => Some(Constant::Bool(literal.value)),
        Expr::StringLiteral(literal) => Some(Constant::Str(literal.value.to_str().into())),
        Expr::BytesLiteral(literal) => {
            let bytes: Vec<u8> = literal.value.bytes().collect();
            Some(Constant::Bytes(bytes.into()))
        }
        Expr::NumberLiteral(literal) => Some(number(&literal.value)),
        Expr::UnaryOp(operation) => fold_unary(operation),
        Expr::BinOp(operation) => fold_binary(operation),
        Expr::Tuple(tuple) => tuple
            .elts
            .iter()
            .map(fold)
            .collect::<Option<_>>()
            .map(Constant::Tuple),
        _ => None,
    }
}

fn number(number: &ast::Number) -> Constant {
    match number {
        ast::Number::Int(int) => match int.as_i64() {
            Some(value) => Constant::Int(value),
            None => big_int(&int.to_string()),
        },
        ast::Number::Float(value) => Constant::Float(*value),
        ast::Number::Complex { imag, .. } => Constant::Imaginary(*imag),
    }
}

/// An integer literal too long for the parser, as it stands in the source.
fn big_int(token: &str) -> Constant {
    let digits: String = token.chars().filter(|&c| c != '_').collect();
    let lower = digits.to_ascii_lowercase();
    let (digits, radix) = match lower.get(..2) {
        Some("0x") => (&lower[2..], 16),
        Some("0o") => (&lower[2..], 8),
        Some("0b") => (&lower[2..], 2),
        _ => (&lower[..], 10),
    };
    Constant::BigInt(BigInt::parse(digits, radix).unwrap_or_default())
}

fn shrink(value: BigInt) -> Constant {
    match value.to_i64() {
        Some(small) => Constant::Int(small),
        None => Constant::BigInt(value),
    }
}

fn fold_unary(operation: &ast::ExprUnaryOp) -> Option<Constant> {
    let value = match &*operation.operand {
        Expr::NumberLiteral(_) | Expr::UnaryOp(_) => fold(&operation.operand)?,
        _ => return None,
    };
    match (operation.op, value) {
        (ast::UnaryOp::USub, Constant::Int(value)) => Some(match value.checked_neg() {
            Some(value) => Constant::Int(value),
            None => shrink(-BigInt::from(value)),
        }),
        (ast::UnaryOp::USub, Constant::BigInt(value)) => Some(shrink(-value)),
        (ast::UnaryOp::USub, Constant::Float(value)) => Some(Constant::Float(-value)),
        (ast::UnaryOp::UAdd, value @ (Constant::Int(_) | Constant::Float(_))) => Some(value),
        (ast::UnaryOp::Invert, Constant::Int(value)) => Some(Constant::Int(!value)),
        _ => None,
    }
}

fn fold_binary(operation: &ast::ExprBinOp) -> Option<Constant> {
    // The left operand of a long chain is not looked into: each level would walk the rest again.
    if matches!(&*operation.left, Expr::BinOp(inner) if matches!(&*inner.left, Expr::BinOp(_))) {
        return None;
    }
    let (Constant::Int(a), Constant::Int(b)) = (
        fold_number(&operation.left)?,
        fold_number(&operation.right)?,
    ) else {
        return None;
    };
    let value = match operation.op {
        ast::Operator::Add => a.checked_add(b),
        ast::Operator::Sub => a.checked_sub(b),
        ast::Operator::Mult => a.checked_mul(b),
        ast::Operator::LShift => {
            let shift = u32::try_from(b).ok()?;
            a.checked_mul(1_i64.checked_shl(shift).filter(|_| shift < 62)?)
        }
        ast::Operator::Pow => a.checked_pow(u32::try_from(b).ok()?),
        _ => None,
    };
    value.map(Constant::Int)
}

fn fold_number(expr: &Expr) -> Option<Constant> {
    match expr {
        Expr::NumberLiteral(_) | Expr::UnaryOp(_) | Expr::BinOp(_) => fold(expr),
        _ => None,
    }
}

/// Whether a constant counts as true.
pub(super) fn truth(constant: &Constant) -> bool {
    match constant {
        Constant::None => false,
        Constant::Bool(value) => *value,
        Constant::Int(value) => *value != 0,
        Constant::Float(value) | Constant::Imaginary(value) => *value != 0.0,
        Constant::Str(value) => !value.is_empty(),
        Constant::Bytes(value) => !value.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
        Constant::Ellipsis | Constant::BigInt(_) | Constant::Code(_) => true,
    }
}

/// An integer literal that fits the immediate operand of a fused instruction.
pub(super) fn short_int(expr: &Expr) -> Option<i16> {
    match expr {
        Expr::NumberLiteral(_) | Expr::UnaryOp(_) => match fold(expr)? {
            Constant::Int(value) => i16::try_from(value).ok(),
            _ => None,
        },
        _ => None,
    }
}

impl Compiler<'_> {
    /// `dst ← constant`
    pub(super) fn load_constant(
        &mut self,
        constant: Constant,
        range: TextRange,
        dst: Reg,
    ) -> Fallible<()> {
        let saved = self.unit.top;
        let op = match constant {
            Constant::None => Op::LoadNone { dst },
            Constant::Int(value) if i32::try_from(value).is_ok() => Op::LoadInt {
                dst,
                value: i32::try_from(value).unwrap_or_default(),
            },
            constant => Op::LoadConst {
                dst,
                index: self.unit.constant(constant),
            },
        };
        self.emit(op, range);
        self.settle(saved, dst);
        self.check_top()
    }

    /// The next temporary ← constant.
    pub(super) fn push_constant(&mut self, constant: Constant, range: TextRange) -> Fallible<Reg> {
        let dst = self.unit.top;
        self.load_constant(constant, range, dst)?;
        Ok(dst)
    }

    /// The next temporary ← string.
    pub(super) fn push_str(&mut self, text: &str, range: TextRange) -> Fallible<Reg> {
        self.push_constant(Constant::Str(Rc::from(text)), range)
    }

    /// Refuses a block that needs more registers than there are.
    pub(super) fn check_top(&self) -> Fallible<()> {
        if self.unit.top >= Reg::MAX - 16 {
            return self.fail(TextRange::default(), "too many values in one block");
        }
        Ok(())
    }
}
