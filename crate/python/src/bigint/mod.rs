//! Integers without limit.
//!
//! They have what the machine needs of them, which is a third of the code of a library for all
//! needs.

mod digits;
mod operators;
mod ratio;
mod text;

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

pub(crate) use ratio::{big_to_float, ratio_to_float};

/// Which side of zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Less than zero.
    Minus,
    /// Zero.
    Zero,
    /// More than zero.
    Plus,
}

/// An integer of any size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct BigInt {
    /// Zero is not negative.
    is_negative: bool,
    /// The magnitude, the lowest 32 bits first, no zeros at the end.
    digits: Vec<u32>,
}

macro_rules! from_integers {
    ($($int:ty)*) => {
        $(impl From<$int> for BigInt {
            fn from(int: $int) -> Self {
                Self::from(i64::from(int))
            }
        })*
    };
}

from_integers! { i32 u8 u32 }

impl From<i64> for BigInt {
    fn from(int: i64) -> Self {
        Self::new(int < 0, digits::of_u64(int.unsigned_abs()))
    }
}

impl From<u64> for BigInt {
    fn from(int: u64) -> Self {
        Self::new(false, digits::of_u64(int))
    }
}

impl From<usize> for BigInt {
    fn from(int: usize) -> Self {
        Self::from(int as u64)
    }
}

impl PartialOrd for BigInt {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for BigInt {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative, other.is_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => digits::compare(&self.digits, &other.digits),
            (true, true) => digits::compare(&other.digits, &self.digits),
        }
    }
}

impl BigInt {
    fn new(is_negative: bool, mut digits: Vec<u32>) -> Self {
        digits::trim(&mut digits);
        Self {
            is_negative: is_negative && !digits.is_empty(),
            digits,
        }
    }

    /// A number that is not negative, from its digits of 32 bits, the lowest first.
    pub(crate) fn from_digits(digits: Vec<u32>) -> Self {
        Self::new(false, digits)
    }

    pub(crate) fn zero() -> Self {
        Self::default()
    }

    pub(crate) fn one() -> Self {
        Self::from(1)
    }

    /// A float without its fraction; `None` if it is not finite.
    pub(crate) fn from_f64(float: f64) -> Option<Self> {
        if !float.is_finite() {
            return None;
        }
        let bits = float.to_bits();
        let exponent = bits >> 52 & 0x7ff;
        if exponent < 1023 {
            return Some(Self::zero());
        }
        let mantissa = Self::from(bits & ((1 << 52) - 1) | 1 << 52);
        let magnitude = if exponent < 1075 {
            mantissa >> (1075 - exponent)
        } else {
            mantissa << (exponent - 1075)
        };
        Some(if float < 0.0 { -magnitude } else { magnitude })
    }

    /// The digits of the magnitude.
    pub(crate) fn digits(&self) -> &[u32] {
        &self.digits
    }

    pub(crate) fn sign(&self) -> Sign {
        match self.is_negative {
            true => Sign::Minus,
            false if self.is_zero() => Sign::Zero,
            false => Sign::Plus,
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    pub(crate) fn is_one(&self) -> bool {
        !self.is_negative && self.digits == [1]
    }

    pub(crate) fn is_negative(&self) -> bool {
        self.is_negative
    }

    pub(crate) fn is_odd(&self) -> bool {
        self.digits.first().is_some_and(|digit| digit & 1 == 1)
    }

    pub(crate) fn abs(&self) -> Self {
        Self::new(false, self.digits.clone())
    }

    /// How many bits the magnitude has.
    pub(crate) fn bits(&self) -> u64 {
        digits::n_bits(&self.digits)
    }

    /// A bit of the magnitude.
    pub(crate) fn bit(&self, index: u64) -> bool {
        let digit = usize::try_from(index / 32).ok();
        let digit = digit.and_then(|place| self.digits.get(place));
        digit.is_some_and(|digit| digit >> (index % 32) & 1 == 1)
    }

    pub(crate) fn to_u64(&self) -> Option<u64> {
        let digit = |index| u64::from(self.digits.get(index).copied().unwrap_or(0));
        let fits = self.digits.len() <= 2 && !self.is_negative;
        fits.then(|| digit(1) << 32 | digit(0))
    }

    pub(crate) fn to_i64(&self) -> Option<i64> {
        let magnitude = if self.is_negative {
            self.abs().to_u64()?
        } else {
            self.to_u64()?
        };
        match (self.is_negative, magnitude) {
            (true, 0x8000_0000_0000_0000) => Some(i64::MIN),
            (true, _) => i64::try_from(magnitude).ok().map(|int| -int),
            (false, _) => i64::try_from(magnitude).ok(),
        }
    }

    /// Quotient and rest, rounded down; the divisor is not zero.
    pub(crate) fn div_mod_floor(&self, other: &Self) -> (Self, Self) {
        let (quotient, rest) = digits::divide(&self.digits, &other.digits);
        let is_negative = self.is_negative != other.is_negative;
        let quotient = Self::new(is_negative, quotient);
        let rest = Self::new(self.is_negative, rest);
        if is_negative && !rest.is_zero() {
            (quotient - Self::one(), rest + other)
        } else {
            (quotient, rest)
        }
    }

    /// The greatest common divisor, at least 0.
    pub(crate) fn gcd(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.abs(), other.abs());
        while !b.is_zero() {
            let rest = a % &b;
            a = std::mem::replace(&mut b, rest);
        }
        a
    }

    /// The inverse modulo a positive number, if there is one.
    pub(crate) fn inverse(&self, modulus: &Self) -> Option<Self> {
        let (mut a, mut b) = (modulus.clone(), self.div_mod_floor(modulus).1);
        let (mut of_a, mut of_b) = (Self::zero(), Self::one());
        while !b.is_zero() {
            let (quotient, rest) = a.div_mod_floor(&b);
            a = std::mem::replace(&mut b, rest);
            let next = of_a - quotient * &of_b;
            of_a = std::mem::replace(&mut of_b, next);
        }
        a.is_one().then(|| of_a.div_mod_floor(modulus).1)
    }

    pub(crate) fn pow(&self, exponent: u32) -> Self {
        let mut result = Self::one();
        for bit in (0..32 - exponent.leading_zeros()).rev() {
            result = &result * &result;
            if exponent >> bit & 1 == 1 {
                result = result * self;
            }
        }
        result
    }

    /// The square root, rounded down, of a number that is not negative.
    pub(crate) fn sqrt(&self) -> Self {
        if self.is_zero() {
            return Self::zero();
        }
        let mut root = Self::one() << self.bits().div_ceil(2);
        loop {
            let next = (&root + self / &root) >> 1_u64;
            if next >= root {
                return root;
            }
            root = next;
        }
    }
}
