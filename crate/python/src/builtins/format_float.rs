//! Digits of floats in the styles of `e`, `f`, `g`, `%` and `repr`.

use super::float::short;
use crate::decimal;

/// Fraction digits beyond which every float has only zeros.
const FRACTION_DIGITS_MAX: usize = 1100;

/// What a float without a fraction looks like where no style asks for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Integral {
    /// `3.0`
    PointZero,
    /// `3`
    Bare,
}

/// The text of a float that is not negative. `kind` is a letter of the mini-language or `\0` for
/// none.
pub(crate) fn unsigned(
    float: f64,
    kind: char,
    precision: Option<usize>,
    alternate: bool,
    integral: Integral,
) -> String {
    let percent = if kind == '%' { "%" } else { "" };
    if !float.is_finite() {
        let text = short(float) + percent;
        return if kind.is_ascii_uppercase() {
            text.to_ascii_uppercase()
        } else {
            text
        };
    }
    match kind {
        'e' | 'E' => {
            let text = exponent(float, precision.unwrap_or(6), alternate);
            if kind == 'E' {
                text.to_ascii_uppercase()
            } else {
                text
            }
        }
        'f' | 'F' => fixed(float, precision.unwrap_or(6), alternate),
        '%' => fixed(float * 100.0, precision.unwrap_or(6), alternate) + "%",
        'g' | 'G' | 'n' => {
            let text = general(float, precision.unwrap_or(6), alternate, Integral::Bare);
            if kind == 'G' {
                text.to_ascii_uppercase()
            } else {
                text
            }
        }
        _ => match precision {
            Some(precision) => general(float, precision, alternate, integral),
            None => {
                let mut text = short(float);
                if integral == Integral::PointZero && !text.contains(['.', 'e']) {
                    text.push_str(".0");
                } else if alternate && !text.contains(['.', 'e']) {
                    text.push('.');
                }
                text
            }
        },
    }
}

/// `d.ddde+xx`
fn exponent(float: f64, precision: usize, alternate: bool) -> String {
    let known = precision.min(FRACTION_DIGITS_MAX);
    let (digits, exponent) = decimal::significant(float, known + 1);
    let zeros = "0".repeat(precision - known);
    join_exponent(&(digits + &zeros), exponent, alternate)
}

fn join_exponent(digits: &str, exponent: i32, alternate: bool) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() && !alternate {
        ""
    } else {
        "."
    };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.unsigned_abs())
}

/// `ddd.ddd`
fn fixed(float: f64, precision: usize, alternate: bool) -> String {
    let known = precision.min(FRACTION_DIGITS_MAX);
    let mut text = match decimal::fixed_parts(float, known) {
        Some((whole, _)) if known == 0 => whole.to_string(),
        Some((whole, fraction)) => format!("{whole}.{fraction:0known$}"),
        None => decimal::fixed(float, known),
    };
    text.extend(std::iter::repeat_n('0', precision - known));
    if alternate && precision == 0 {
        text.push('.');
    }
    text
}

/// The shorter of the two, with so many significant digits.
fn general(float: f64, precision: usize, alternate: bool, integral: Integral) -> String {
    let precision = precision.max(1);
    let known = (precision - 1).min(FRACTION_DIGITS_MAX);
    let (mut digits, exponent) = decimal::significant(float, known + 1);
    if alternate {
        digits.extend(std::iter::repeat_n('0', precision - 1 - known));
    } else {
        digits.truncate(digits.trim_end_matches('0').len().max(1));
    }
    let limit = i64::try_from(precision).unwrap_or(i64::MAX);
    let limit = if integral == Integral::PointZero {
        limit - 1
    } else {
        limit
    };
    if exponent < -4 || i64::from(exponent) >= limit {
        return join_exponent(&digits, exponent, alternate && digits.len() == 1);
    }
    let Ok(n_whole) = usize::try_from(exponent + 1) else {
        let zeros = "0".repeat(usize::try_from(-exponent - 1).unwrap_or(0));
        return format!("0.{zeros}{digits}");
    };
    if digits.len() < n_whole {
        digits.extend(std::iter::repeat_n('0', n_whole - digits.len()));
    }
    if n_whole == 0 {
        return format!("0.{digits}");
    }
    let (whole, fraction) = digits.split_at(n_whole);
    match (fraction, integral) {
        ("", Integral::PointZero) => format!("{whole}.0"),
        ("", Integral::Bare) if alternate => format!("{whole}."),
        ("", Integral::Bare) => whole.into(),
        _ => format!("{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Integral, unsigned};

    /// Each from CPython.
    #[test]
    fn digits_are_those_of_cpython() {
        for (float, kind, precision, alternate, text) in [
            (3.0, 'g', None, false, "3"),
            (1e20, 'g', None, false, "1e+20"),
            (123_456_789.0, 'g', None, false, "1.23457e+08"),
            (3.0, '\0', Some(3), false, "3.0"),
            (123.0, '\0', Some(3), false, "1.23e+02"),
            (3.0, 'g', None, true, "3.00000"),
            (3.0, 'f', Some(0), true, "3."),
            (2.5, 'f', Some(0), false, "2"),
            (0.125, 'f', Some(2), false, "0.12"),
            (0.5, '%', Some(1), false, "50.0%"),
            (0.0, 'e', None, false, "0.000000e+00"),
            (1234.5678, 'E', Some(2), false, "1.23E+03"),
            (1e-5, 'g', None, false, "1e-05"),
            (0.1, 'f', Some(20), false, "0.10000000000000000555"),
            (0.0, 'g', None, false, "0"),
            (0.001, 'g', None, false, "0.001"),
        ] {
            let found = unsigned(float, kind, precision, alternate, Integral::PointZero);
            assert_eq!(found, text, "{float} {kind:?} {precision:?}");
        }
    }
}
