//! Integers as text and as bytes.

use std::fmt;

use super::{BigInt, digits};

impl fmt::Display for BigInt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_negative { "-" } else { "" })?;
        f.write_str(&self.magnitude_text(10))
    }
}

impl BigInt {
    /// A number that is not negative, from its digits in a radix up to 36; `None` if there are none
    /// or something else stands among them.
    pub(crate) fn parse(text: &str, radix: u32) -> Option<Self> {
        let mut digits = Vec::new();
        for c in text.chars() {
            digits.push(u8::try_from(c.to_digit(radix)?).ok()?);
        }
        (!text.is_empty()).then(|| Self::from_radix(&digits, radix))
    }

    /// The same from the values of the digits, the highest first.
    pub(crate) fn from_radix(values: &[u8], radix: u32) -> Self {
        let mut number = Vec::new();
        if radix.is_power_of_two() {
            // Each digit has its own bits: no multiplication, so that length costs what it must.
            let width = radix.trailing_zeros() as usize;
            number.resize((values.len() * width).div_ceil(32) + 1, 0);
            for (place, &digit) in values.iter().rev().enumerate() {
                let (word, bit) = (place * width / 32, place * width % 32);
                let bits = u64::from(digit) << bit;
                number[word] |= digits::low(bits);
                number[word + 1] |= digits::low(bits >> 32);
            }
            return Self::new(false, number);
        }
        let n_at_once = u32::MAX.ilog(radix) as usize;
        let (first, rest) = values.split_at(values.len() % n_at_once);
        for part in std::iter::once(first).chain(rest.chunks(n_at_once)) {
            let (mut power, mut value) = (1, 0);
            for &digit in part {
                power *= radix;
                value = value * radix + u32::from(digit);
            }
            digits::multiply_small(&mut number, power, value);
        }
        Self::new(false, number)
    }

    /// The magnitude's digits in a radix up to 36.
    pub(crate) fn magnitude_text(&self, radix: u32) -> String {
        let mut text: Vec<char> = Vec::new();
        let mut push = |digit: u32| text.extend(char::from_digit(digit, radix));
        if radix.is_power_of_two() {
            let width = u64::from(radix.trailing_zeros());
            for place in 0..self.bits().div_ceil(width).max(1) {
                let bit = |index| u32::from(self.bit(place * width + index)) << index;
                push((0..width).map(bit).sum());
            }
        } else {
            // As many digits at once as a division by 32 bits gives.
            let n_at_once = u32::MAX.ilog(radix);
            let mut rest = self.digits.clone();
            loop {
                let mut part = digits::divide_small(&mut rest, radix.pow(n_at_once));
                for _ in 0..n_at_once {
                    push(part % radix);
                    part /= radix;
                    if part == 0 && rest.is_empty() {
                        break;
                    }
                }
                if rest.is_empty() {
                    break;
                }
            }
        }
        text.iter().rev().collect()
    }

    /// A number from its bytes in two's complement (or not negative), the lowest first.
    pub(crate) fn from_bytes(bytes: &[u8], is_signed: bool) -> Self {
        let is_negative = is_signed && bytes.last().is_some_and(|byte| byte >> 7 == 1);
        let fill = if is_negative { 0xff } else { 0 };
        let mut padded = bytes.to_vec();
        padded.resize(bytes.len() / 4 * 4 + 4, fill);
        let digits = padded
            .as_chunks()
            .0
            .iter()
            .map(|chunk| u32::from_le_bytes(*chunk))
            .collect();
        if is_negative {
            Self::from_complement(digits)
        } else {
            Self::new(false, digits)
        }
    }

    /// The fewest bytes of the magnitude, or of the two's complement with its sign, the lowest
    /// first.
    pub(crate) fn to_bytes(&self, is_signed: bool) -> Vec<u8> {
        let digits = if is_signed {
            self.complement(self.digits.len() + 1)
        } else {
            self.digits.clone()
        };
        let mut bytes: Vec<u8> = digits
            .iter()
            .flat_map(|digit| digit.to_le_bytes())
            .collect();
        let fill = if is_signed && self.is_negative {
            0xff
        } else {
            0
        };
        while let [.., before, last] = bytes[..]
            && last == fill
            && (!is_signed || before >> 7 == fill >> 7)
        {
            bytes.pop();
        }
        if !is_signed && bytes == [0] {
            bytes.pop();
        }
        bytes
    }
}
