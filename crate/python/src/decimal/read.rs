//! Decimal text to the nearest float.
//!
//! Numbers that are typed are nearly all short enough for the fast path here.

use crate::bigint::{BigInt, ratio_to_float};

/// More digits than can decide on which side of the middle between two floats a number is.
const DIGITS_MAX: usize = 800;
/// The largest power of ten that is a float exactly.
const EXACT_POWER_MAX: i64 = 22;
/// The most decimal digits that always are a float exactly.
const EXACT_DIGITS_MAX: usize = 15;

/// The float nearest to a number such as `12`, `.5` or `1.5e-7`; no sign, no underscores.
pub(crate) fn to_float(text: &str) -> f64 {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], exponent_of(&text[at + 1..])),
        None => (text, 0),
    };
    let n_fraction = mantissa.find('.').map_or(0, |dot| mantissa.len() - dot - 1);
    let digits: Vec<u8> = mantissa
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| digit - b'0')
        .collect();
    let n_zeros = digits.iter().take_while(|&&digit| digit == 0).count();
    let mut digits = &digits[n_zeros..];
    let mut scale = exponent - length(n_fraction);
    while let [rest @ .., 0] = digits {
        digits = rest;
        scale += 1;
    }
    let magnitude = length(digits.len()) + scale;
    if digits.is_empty() || magnitude < -330 {
        return 0.0;
    }
    if magnitude > 310 {
        return f64::INFINITY;
    }
    if digits.len() <= EXACT_DIGITS_MAX && scale.abs() <= EXACT_POWER_MAX {
        let value = digits
            .iter()
            .fold(0.0, |value, &digit| value * 10.0 + f64::from(digit));
        let power = (0..scale.abs()).fold(1.0, |power, _| power * 10.0);
        return if scale < 0 {
            value / power
        } else {
            value * power
        };
    }
    let mut kept = digits.to_vec();
    if kept.len() > DIGITS_MAX {
        scale += length(kept.len() - DIGITS_MAX - 1);
        kept.truncate(DIGITS_MAX);
        // What is cut off is more than nothing, the last zeros being gone.
        kept.push(1);
    }
    let value = BigInt::from_radix(&kept, 10);
    let power = BigInt::from(10).pow(u32::try_from(scale.abs()).unwrap_or(0));
    let float = if scale < 0 {
        ratio_to_float(&value, &power)
    } else {
        ratio_to_float(&(value * power), &BigInt::one())
    };
    float.unwrap_or(f64::INFINITY)
}

fn length(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Beyond all floats is far enough.
fn exponent_of(text: &str) -> i64 {
    let magnitude = text
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0_i64, |value, digit| {
            (value * 10 + i64::from(digit - b'0')).min(1 << 40)
        });
    if text.starts_with('-') {
        -magnitude
    } else {
        magnitude
    }
}

#[cfg(test)]
mod tests {
    use super::to_float;

    /// Checks that a text is read as the standard library reads it.
    fn check(text: &str) {
        let expected: f64 = text.parse().expect("a number");
        assert_eq!(to_float(text).to_bits(), expected.to_bits(), "{text}");
    }

    #[test]
    fn known_numbers() {
        for text in [
            "0",
            "0.0",
            ".5",
            "1.",
            "12",
            "0.1",
            "1e22",
            "1e23",
            "9007199254740993",
            "1e308",
            "1.8e308",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.5e-324",
            "1e-400",
            "1e400",
            "0e999",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "4.9406564584124654e-324",
            "1e-323",
            "123456789012345678901234567890",
            "0.000000000000000000000000000000000000001",
            "1e99999999999",
            "8.5e-324",
            "1.1754943508222875e-38",
            "9007199254740992.999999999",
            "100000000000000000000000",
        ] {
            check(text);
        }
        check(&format!("9007199254740993{}", "0".repeat(900)));
        check(&format!("9007199254740993.{}1", "0".repeat(900)));
        check(&format!("0.{}1", "0".repeat(322)));
        check(&format!("1{}e-1000", "0".repeat(1000)));
    }

    #[test]
    fn numbers_of_all_sizes() {
        let mut state = 1_u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            state >> 11
        };
        for _ in 0..20_000 {
            check(&format!(
                "{:e}",
                f64::from_bits(next() << 10 & !(1 << 63)).min(f64::MAX)
            ));
            check(&format!("{}.{}e{}", next() % 1000, next(), next() % 640).replace("e5", "e-5"));
            check(&format!("{}{}e-{}", next(), next(), next() % 360));
        }
    }
}
