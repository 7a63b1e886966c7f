//! The digits of a float.

use std::cmp::Ordering;

use crate::bigint::BigInt;

/// Enough digits to tell every float from its neighbours.
const TELLING: usize = 17;
/// The largest power of ten whose product with a mantissa has 128 bits.
const QUICK_SCALE_MAX: i32 = 21;
/// `log10(2) * 2^32`
const LOG10_2: i64 = 1_292_913_986;

/// What a division has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    Nothing,
    Less,
    Half,
    More,
}

impl Rest {
    fn new(is_nothing: bool, to_half: Ordering) -> Self {
        match to_half {
            _ if is_nothing => Self::Nothing,
            Ordering::Less => Self::Less,
            Ordering::Equal => Self::Half,
            Ordering::Greater => Self::More,
        }
    }

    /// Whether a quotient is rounded up: half to even.
    fn is_up(self, is_odd: bool) -> bool {
        self == Self::More || self == Self::Half && is_odd
    }
}

/// `mantissa * 2^exponent`
#[derive(Clone, Copy)]
struct Binary {
    mantissa: u64,
    exponent: i32,
}

impl Binary {
    /// A finite float that is not negative.
    fn new(float: f64) -> Self {
        let bits = float.to_bits();
        let fraction = bits & ((1 << 52) - 1);
        let biased = i32::try_from(bits >> 52).expect("12 bits");
        if biased == 0 {
            return Self {
                mantissa: fraction,
                // Zero is a number of every day.
                exponent: if fraction == 0 { -1 } else { -1074 },
            };
        }
        Self {
            mantissa: fraction | 1 << 52,
            exponent: biased - 1075,
        }
    }

    /// The power of ten of the first digit, or one less than that.
    fn magnitude(self) -> i32 {
        let bits = 63 - self.mantissa.leading_zeros().cast_signed() + self.exponent;
        i32::try_from((i64::from(bits) * LOG10_2) >> 32).expect("few digits")
    }

    /// The whole part of the number times a power of ten, and what is left.
    fn scaled(self, scale: i32) -> (u64, Rest) {
        self.scaled_quickly(scale).unwrap_or_else(|| {
            let (whole, rest) = self.scaled_exactly(scale);
            (whole.to_u64().expect("at most 19 digits"), rest)
        })
    }

    /// The same in 128 bits, where they are enough: for the numbers of every day.
    #[cfg_attr(engine, optimize(speed))]
    fn scaled_quickly(self, scale: i32) -> Option<(u64, Rest)> {
        let shift = u32::try_from(-self.exponent).ok()?;
        if !(0..=QUICK_SCALE_MAX).contains(&scale) || !(1..128).contains(&shift) {
            return None;
        }
        let product = u128::from(self.mantissa) * 10_u128.pow(scale.unsigned_abs());
        let rest = product & ((1 << shift) - 1);
        let rest = Rest::new(rest == 0, rest.cmp(&(1 << (shift - 1))));
        Some((u64::try_from(product >> shift).ok()?, rest))
    }

    /// The same without a limit.
    fn scaled_exactly(self, scale: i32) -> (BigInt, Rest) {
        let ten = BigInt::from(10_u64).pow(scale.unsigned_abs());
        let two = u64::from(self.exponent.unsigned_abs());
        let (mut numerator, mut denominator) = (BigInt::from(self.mantissa), BigInt::one());
        if self.exponent < 0 {
            denominator = denominator << two;
        } else {
            numerator = numerator << two;
        }
        if scale < 0 {
            denominator = denominator * ten;
        } else {
            numerator = numerator * ten;
        }
        let (whole, rest) = numerator.div_mod_floor(&denominator);
        let to_half = (&rest << 1).cmp(&denominator);
        (whole, Rest::new(rest.is_zero(), to_half))
    }
}

/// The shortest digits of a finite float that is not negative, and the power of ten of the first.
///
/// Of several that short, those nearest to the float; in the middle between two, the even ones.
pub(crate) fn shortest(float: f64) -> (String, i32) {
    let binary = Binary::new(float);
    if binary.mantissa == 0 {
        return ("0".into(), 0);
    }
    let mut magnitude = binary.magnitude();
    let (mut n_digits, mut digits) = (0, String::new());
    while n_digits == 0 {
        let scale = i32::try_from(TELLING).expect("17") - 1 - magnitude;
        if binary.scaled(scale).0 >= 10_u64.pow(17) {
            magnitude += 1;
            continue;
        }
        digits = roundest(binary, scale).to_string();
        n_digits = digits.len();
    }
    // Rounded up to the next power of ten, there is a digit more.
    magnitude += i32::from(n_digits > TELLING);
    digits.truncate(digits.trim_end_matches('0').len());
    (digits, magnitude)
}

/// Of the whole numbers nearer to `binary * 10^scale` than to its neighbours, that with the most
/// zeros at its end.
fn roundest(binary: Binary, scale: i32) -> u64 {
    let Binary { mantissa, exponent } = binary;
    // In quarters of the last place: below a power of two the next float is half as far.
    let quarters = |n: u64| {
        let binary = Binary {
            mantissa: n,
            exponent: exponent - 2,
        };
        binary.scaled(scale)
    };
    let is_power = mantissa == 1 << 52 && exponent > -1074;
    // What is in the middle between two floats is read as the even one.
    let takes_middle = mantissa.is_multiple_of(2);
    let (low, rest) = quarters(4 * mantissa - if is_power { 1 } else { 2 });
    let low = low + u64::from(rest != Rest::Nothing || !takes_middle);
    let (high, rest) = quarters(4 * mantissa + 2);
    let high = high - u64::from(rest == Rest::Nothing && !takes_middle);
    let (whole, rest) = binary.scaled(scale);

    let mut unit = 1;
    while high / (unit * 10) * (unit * 10) >= low {
        unit *= 10;
    }
    let below = whole / unit * unit;
    let above = below + unit;
    let to_middle = match (whole - below).cmp(&(unit / 2)) {
        _ if unit == 1 => rest,
        Ordering::Equal if rest == Rest::Nothing => Rest::Half,
        Ordering::Less => Rest::Less,
        _ => Rest::More,
    };
    let is_up = to_middle.is_up(below / unit % 2 == 1);
    if above <= high && (is_up || below < low) {
        above
    } else {
        below
    }
}

/// The first digits of a finite float that is not negative, rounded, and the power of ten of the
/// first of them.
pub(crate) fn significant(float: f64, n_digits: usize) -> (String, i32) {
    let binary = Binary::new(float);
    if binary.mantissa == 0 {
        return ("0".repeat(n_digits), 0);
    }
    let mut magnitude = binary.magnitude();
    loop {
        let scale = i32::try_from(n_digits).expect("few digits") - 1 - magnitude;
        let mut digits = rounded(binary, scale);
        if digits.len() <= n_digits {
            return (digits, magnitude);
        }
        magnitude += 1;
        // Rounded up to the next power of ten, or begun with too small a power.
        if digits.trim_end_matches('0').len() == 1 {
            digits.truncate(n_digits);
            return (digits, magnitude);
        }
    }
}

/// A finite float that is not negative, with so many digits after the point.
pub fn fixed(float: f64, n_fraction: usize) -> String {
    let scale = i32::try_from(n_fraction).expect("few digits");
    let mut digits = rounded(Binary::new(float), scale);
    if digits.len() <= n_fraction {
        digits.insert_str(0, &"0".repeat(n_fraction + 1 - digits.len()));
    }
    if n_fraction > 0 {
        digits.insert(digits.len() - n_fraction, '.');
    }
    digits
}

/// The same as two numbers, before the point and behind it, where few digits are enough.
pub(crate) fn fixed_parts(float: f64, n_fraction: usize) -> Option<(u64, u64)> {
    let scale = 10_u64.checked_pow(u32::try_from(n_fraction).ok()?)?;
    let (whole, rest) = Binary::new(float).scaled_quickly(i32::try_from(n_fraction).ok()?)?;
    let whole = whole + u64::from(rest.is_up(whole % 2 == 1));
    Some((whole / scale, whole % scale))
}

/// The number times a power of ten, rounded to a whole number: its digits.
fn rounded(binary: Binary, scale: i32) -> String {
    match binary.scaled_quickly(scale) {
        Some((whole, rest)) => (whole + u64::from(rest.is_up(whole % 2 == 1))).to_string(),
        None => {
            let (whole, rest) = binary.scaled_exactly(scale);
            let up = BigInt::from(u64::from(rest.is_up(whole.is_odd())));
            (whole + up).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{fixed, fixed_parts, shortest, significant};

    /// Calls `check` with floats of all sizes, with few digits and with many, and at the edges.
    fn for_each_float(check: impl Fn(f64)) {
        let mut state = 1_u64;
        for case in 0..60_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let small = f64::from(u32::try_from(state >> 44).expect("20 bits"));
            check(match case % 6 {
                0 => f64::from_bits(state >> 1).min(f64::MAX),
                1 => small / 1024.0,
                2 => small / 1000.0,
                3 => f64::from_bits(state >> 1 & !((1 << 52) - 1)).min(f64::MAX),
                4 => f64::from_bits(state >> 20),
                _ => small * 1e9 / 7.0,
            });
        }
        for edge in [
            5e-324,
            f64::MIN_POSITIVE,
            f64::MAX,
            9_007_199_254_740_993.0,
            1e23,
        ] {
            check(edge);
        }
    }

    /// The digits and the exponent in what the standard library makes.
    fn split(text: &str) -> (String, i32) {
        let (mantissa, exponent) = text.split_once('e').expect("of the style `e`");
        (
            mantissa.replace('.', ""),
            exponent.parse().expect("a number"),
        )
    }

    #[test]
    fn the_shortest_digits_are_those_of_the_library_or_the_even_ones() {
        for_each_float(|float| {
            let (digits, exponent) = shortest(float);
            let (expected, expected_exponent) = split(&format!("{float:e}"));
            if digits != expected {
                // As near, and even.
                let text = format!("{}.{}e{exponent}", &digits[..1], &digits[1..]);
                assert_eq!(text.parse::<f64>(), Ok(float), "{float:e}");
                assert_eq!(digits.len(), expected.len(), "{float:e}");
                assert!(matches!(
                    digits.as_bytes().last(),
                    Some(b'0' | b'2' | b'4' | b'6' | b'8')
                ));
                let exact = split(&format!("{float:.800e}")).0;
                let tail = exact[digits.len()..].trim_end_matches('0');
                assert_eq!(tail, "5", "{float:e} {digits}");
            }
            assert_eq!(exponent, expected_exponent, "{float:e}");
        });
        assert_eq!(shortest(0.0), ("0".into(), 0));
        assert_eq!(
            shortest(2.0_f64.powi(-44)),
            ("5684341886080802".into(), -14)
        );
    }

    #[test]
    fn rounded_digits_are_those_of_the_library() {
        for_each_float(|float| {
            for n_digits in [1, 6, 15, 17, 18, 30] {
                let expected = split(&format!("{float:.*e}", n_digits - 1));
                assert_eq!(significant(float, n_digits), expected, "{float:e}");
            }
            for n_fraction in [0, 1, 2, 6, 25] {
                assert_eq!(fixed(float, n_fraction), format!("{float:.n_fraction$}"));
            }
        });
        assert_eq!(significant(0.0, 3), ("000".into(), 0));
    }

    #[test]
    fn few_digits_are_quick() {
        for_each_float(|float| {
            if (1e-3..1e6).contains(&float) {
                let (whole, fraction) = fixed_parts(float, 2).expect("few digits");
                assert_eq!(format!("{whole}.{fraction:02}"), format!("{float:.2}"));
            }
        });
        assert_eq!(fixed_parts(0.0, 2), Some((0, 0)));
        assert_eq!(fixed_parts(f64::MAX, 2), None);
    }
}
