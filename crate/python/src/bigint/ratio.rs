//! Fractions of integers as floats.

use super::BigInt;

/// The nearest float, ties to even; `None` if it is beyond the range.
pub(crate) fn big_to_float(big: &BigInt) -> Option<f64> {
    ratio_to_float(big, &BigInt::one())
}

/// `a / b` rounded once, ties to even; `None` if it is beyond a float's range. `b` is not 0.
pub(crate) fn ratio_to_float(a: &BigInt, b: &BigInt) -> Option<f64> {
    if a.is_zero() {
        return Some(if b.is_negative() { -0.0 } else { 0.0 });
    }
    let is_negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.abs(), b.abs());
    let (a_bits, b_bits) = (i64::try_from(a.bits()).ok()?, i64::try_from(b.bits()).ok()?);
    // The quotient of this shift has 55 or 56 bits; fewer where the result is subnormal.
    let shift = (a_bits - b_bits - 55).max(-1074 - 2);
    let by = shift.unsigned_abs();
    let (quotient, rest) = if shift >= 0 {
        a.div_mod_floor(&(b << by))
    } else {
        (a << by).div_mod_floor(&b)
    };
    let mut quotient = quotient.to_u64()?;
    let n_bits = i64::from(64 - quotient.leading_zeros());
    // How many low bits a float has no place for.
    let extra = (n_bits - 53).max(-1074 - shift).max(0);
    if extra > 0 {
        let half = 1_u64 << (extra - 1);
        let low = quotient & ((half << 1) - 1);
        quotient >>= extra;
        let is_up = low > half || (low == half && (!rest.is_zero() || quotient & 1 == 1));
        quotient += u64::from(is_up);
    }
    #[expect(clippy::cast_precision_loss, reason = "at most 53 bits are left")]
    let magnitude = libm::scalbn(quotient as f64, i32::try_from(shift + extra).ok()?);
    let result = if is_negative { -magnitude } else { magnitude };
    result.is_finite().then_some(result)
}
