//! `+`, `&` and the like.

use std::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Rem, Shl, Shr, Sub};

use super::{BigInt, digits};

macro_rules! binary {
    ($($name:ident $method:ident $function:ident)*) => {
        $(
            impl $name<&BigInt> for &BigInt {
                type Output = BigInt;
                fn $method(self, other: &BigInt) -> BigInt {
                    $function(self, other)
                }
            }
            impl $name<BigInt> for &BigInt {
                type Output = BigInt;
                fn $method(self, other: BigInt) -> BigInt {
                    $function(self, &other)
                }
            }
            impl $name<&BigInt> for BigInt {
                type Output = BigInt;
                fn $method(self, other: &BigInt) -> BigInt {
                    $function(&self, other)
                }
            }
            impl $name<BigInt> for BigInt {
                type Output = BigInt;
                fn $method(self, other: BigInt) -> BigInt {
                    $function(&self, &other)
                }
            }
        )*
    };
}

binary! {
    Add add sum
    Sub sub difference
    Mul mul product
    Div div quotient
    Rem rem rest
    BitAnd bitand and
    BitOr bitor or
    BitXor bitxor exclusive_or
}

fn sum(a: &BigInt, b: &BigInt) -> BigInt {
    signed_sum(a, b, b.is_negative)
}

fn difference(a: &BigInt, b: &BigInt) -> BigInt {
    signed_sum(a, b, !b.is_negative)
}

/// The sum of `a` and the magnitude of `b` with another sign.
fn signed_sum(a: &BigInt, b: &BigInt, is_b_negative: bool) -> BigInt {
    if a.is_negative == is_b_negative {
        return BigInt::new(a.is_negative, digits::add(&a.digits, &b.digits));
    }
    if digits::compare(&a.digits, &b.digits).is_ge() {
        BigInt::new(a.is_negative, digits::subtract(&a.digits, &b.digits))
    } else {
        BigInt::new(is_b_negative, digits::subtract(&b.digits, &a.digits))
    }
}

fn product(a: &BigInt, b: &BigInt) -> BigInt {
    let is_negative = a.is_negative != b.is_negative;
    BigInt::new(is_negative, digits::multiply(&a.digits, &b.digits))
}

/// Rounded towards zero.
fn quotient(a: &BigInt, b: &BigInt) -> BigInt {
    let is_negative = a.is_negative != b.is_negative;
    BigInt::new(is_negative, digits::divide(&a.digits, &b.digits).0)
}

/// With the sign of `a`.
fn rest(a: &BigInt, b: &BigInt) -> BigInt {
    BigInt::new(a.is_negative, digits::divide(&a.digits, &b.digits).1)
}

fn and(a: &BigInt, b: &BigInt) -> BigInt {
    bitwise(a, b, |x, y| x & y)
}

fn or(a: &BigInt, b: &BigInt) -> BigInt {
    bitwise(a, b, |x, y| x | y)
}

fn exclusive_or(a: &BigInt, b: &BigInt) -> BigInt {
    bitwise(a, b, |x, y| x ^ y)
}

/// Negative numbers are in two's complement, with ones without end on their left.
fn bitwise(a: &BigInt, b: &BigInt, operation: fn(u32, u32) -> u32) -> BigInt {
    let n = a.digits.len().max(b.digits.len()) + 1;
    let (a, b) = (a.complement(n), b.complement(n));
    let digits = a.iter().zip(&b).map(|(&x, &y)| operation(x, y)).collect();
    BigInt::from_complement(digits)
}

impl BigInt {
    /// The number in two's complement, in so many digits.
    pub(super) fn complement(&self, n: usize) -> Vec<u32> {
        let mut digits = self.digits.clone();
        digits.resize(n, 0);
        if self.is_negative {
            negate(&mut digits);
        }
        digits
    }

    /// A number from its two's complement.
    pub(super) fn from_complement(mut digits: Vec<u32>) -> Self {
        let is_negative = digits.last().is_some_and(|digit| digit >> 31 == 1);
        if is_negative {
            negate(&mut digits);
        }
        Self::new(is_negative, digits)
    }
}

/// Inverts the digits and adds one.
fn negate(digits: &mut [u32]) {
    let mut carry = true;
    for digit in digits {
        (*digit, carry) = (!*digit).overflowing_add(u32::from(carry));
    }
}

impl Neg for BigInt {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(!self.is_negative, self.digits)
    }
}

impl Neg for &BigInt {
    type Output = BigInt;
    fn neg(self) -> BigInt {
        -self.clone()
    }
}

impl Not for &BigInt {
    type Output = BigInt;
    fn not(self) -> BigInt {
        -self - BigInt::one()
    }
}

impl Shl<u64> for &BigInt {
    type Output = BigInt;
    fn shl(self, by: u64) -> BigInt {
        BigInt::new(self.is_negative, digits::shift_left(&self.digits, by))
    }
}

impl Shl<u64> for BigInt {
    type Output = Self;
    fn shl(self, by: u64) -> Self {
        &self << by
    }
}

impl Shr<u64> for &BigInt {
    type Output = BigInt;
    /// Rounded down.
    fn shr(self, by: u64) -> BigInt {
        if self.is_negative {
            return !&(&!self >> by);
        }
        BigInt::new(false, digits::shift_right(&self.digits, by))
    }
}

impl Shr<u64> for BigInt {
    type Output = Self;
    fn shr(self, by: u64) -> Self {
        &self >> by
    }
}
