//! The specifications of every day, as in `f"{n:05d}"` and `f"{x:.2f}"`, without what all the
//! others need. What is not among them is left to `format_number`.

use crate::object::{Digits, Value};

/// Widths and precisions beyond these are for others.
const WIDTH_DIGITS_MAX: usize = 3;
const PRECISION_MAX: usize = 12;

/// `[0][width][.precision][d|f]`
struct Plain {
    has_zeros: bool,
    width: usize,
    precision: Option<usize>,
    /// 0 for none.
    kind: u8,
}

/// Appends a number as a specification wants it. Returns whether it could: if not, nothing was
/// appended.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn write(out: &mut String, value: Value, spec: &str) -> bool {
    let Some(spec) = read(spec.as_bytes()) else {
        return false;
    };
    let Some((is_negative, digits)) = digits_of(value, &spec) else {
        return false;
    };
    let digits = digits.as_str();
    let n_fill = spec
        .width
        .saturating_sub(digits.len() + usize::from(is_negative));
    let fill = |out: &mut String, c| (0..n_fill).for_each(|_| out.push(c));
    if !spec.has_zeros {
        fill(out, ' ');
    }
    if is_negative {
        out.push('-');
    }
    if spec.has_zeros {
        fill(out, '0');
    }
    out.push_str(digits);
    true
}

#[cfg_attr(engine, optimize(speed))]
fn read(spec: &[u8]) -> Option<Plain> {
    let (has_zeros, rest) = match spec {
        [b'0', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let (width, rest) = number(rest);
    let (precision, rest) = match rest {
        [b'.', rest @ ..] => {
            let (precision, after) = number(rest);
            if after.len() == rest.len() {
                return None;
            }
            (Some(precision), after)
        }
        rest => (None, rest),
    };
    let kind = match rest {
        [] => 0,
        [kind] => *kind,
        _ => return None,
    };
    Some(Plain {
        has_zeros,
        width,
        precision,
        kind,
    })
}

/// A number of a few digits, 0 for none, and what is behind it.
#[inline(always)]
fn number(text: &[u8]) -> (usize, &[u8]) {
    let mut number = 0;
    let mut at = 0;
    while let Some(digit) = text.get(at).filter(|digit| digit.is_ascii_digit())
        && at < WIDTH_DIGITS_MAX
    {
        number = number * 10 + usize::from(digit - b'0');
        at += 1;
    }
    (number, &text[at..])
}

/// Whether the number is negative, and its digits without the sign.
#[cfg_attr(engine, optimize(speed))]
fn digits_of(value: Value, spec: &Plain) -> Option<(bool, Digits)> {
    let mut digits = Digits::new();
    match (value, spec.kind, spec.precision) {
        (Value::Int(int), b'd' | 0, None) => {
            digits.put_number(int.unsigned_abs(), 1);
            Some((int < 0, digits))
        }
        (Value::Float(float), b'f', Some(precision @ ..=PRECISION_MAX)) => {
            let float = float.get();
            let (whole, fraction) = crate::decimal::fixed_parts(float.abs(), precision)?;
            if precision > 0 {
                digits.put_number(fraction, precision);
                digits.put(b'.');
            }
            digits.put_number(whole, 1);
            Some((float.is_sign_negative(), digits))
        }
        _ => None,
    }
}
