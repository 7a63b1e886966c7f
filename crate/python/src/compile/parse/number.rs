//! Numbers.

use ruff_python_ast::{Int, Number};

/// The value of a literal that the scan found right.
pub(super) fn value(text: &str) -> Number {
    let plain: String = text.chars().filter(|&c| c != '_').collect();
    let lower = plain.to_ascii_lowercase();
    let (digits, radix) = match lower.get(..2) {
        Some("0x") => (&lower[2..], 16),
        Some("0o") => (&lower[2..], 8),
        Some("0b") => (&lower[2..], 2),
        _ => (&lower[..], 10),
    };
    if radix == 10 {
        if let Some(digits) = digits.strip_suffix('j') {
            let imag = crate::decimal::to_float(digits);
            return Number::Complex { real: 0.0, imag };
        }
        if digits.contains(['.', 'e']) {
            return Number::Float(crate::decimal::to_float(digits));
        }
    }
    // The token stands for what is too long for the tree.
    Number::Int(Int::from_str_radix(digits, radix, &plain).unwrap_or(Int::ZERO))
}
