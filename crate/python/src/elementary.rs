//! Elementary functions, rounded as well as CPython's platform rounds them.
//!
//! `std`'s differ between native and WebAssembly, and `libm`'s differ from glibc's in the last bit
//! of every tenth
//! result. So `libm`'s answer is the start of one step in double-double arithmetic (about 100
//! bits), which is nearly
//! always the correctly rounded result, as glibc's is.

use crate::bigint::BigInt;

/// A number as the unevaluated sum of two floats, the second at most half a unit of the first's
/// last place.
#[derive(Clone, Copy, Debug)]
struct Double(f64, f64);

const LN_2: Double = Double(std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17);
const LN_10: Double = Double(std::f64::consts::LN_10, -2.170_756_223_382_249_4e-16);
/// π/2 in three parts, each exact to the last bit.
const HALF_PI: [f64; 3] = [
    std::f64::consts::FRAC_PI_2,
    6.123_233_995_736_766e-17,
    -1.497_384_904_859_169_8e-33,
];

/// 2/π times 2**1216, the lowest digits first.
const TWO_BY_PI: [u32; 38] = [
    0xFC7B_6BAB,
    0x5603_3046,
    0x1F8D_5D08,
    0x6BFB_5FB1,
    0x8A52_92EA,
    0x3D07_39F7,
    0xEBE5_F17B,
    0x7527_BAC7,
    0x9E5F_EA2D,
    0x4F46_3F66,
    0x27CB_09B7,
    0x6D36_7ECF,
    0x5A0A_6D1F,
    0xEF2F_118B,
    0xDE05_980F,
    0x1FF8_97FF,
    0xBDF9_283B,
    0x9C84_5F8B,
    0x8353_39F4,
    0x3991_D639,
    0xB45F_7E41,
    0xE99C_7026,
    0x2EBB_4484,
    0xE882_35F5,
    0xB129_A73E,
    0xFE1D_EB1C,
    0x09D1_921C,
    0x0649_2EEA,
    0x424D_D2E0,
    0xB724_6E3A,
    0xDEBB_C561,
    0xFE51_63AB,
    0x3C43_9041,
    0xDB62_9599,
    0xF534_DDC0,
    0xFC27_57D1,
    0x4E44_1529,
    0xA2F9_836E,
];

/// The exact sum of two floats.
fn sum(a: f64, b: f64) -> Double {
    let s = a + b;
    let t = s - a;
    Double(s, (a - (s - t)) + (b - t))
}

/// The exact product of two floats (Dekker's, without a fused operation that WebAssembly lacks).
fn product(a: f64, b: f64) -> Double {
    let halves = |x: f64| {
        let t = 134_217_729.0 * x; // 2**27 + 1
        let high = t - (t - x);
        (high, x - high)
    };
    let p = a * b;
    let ((ah, al), (bh, bl)) = (halves(a), halves(b));
    Double(p, ((ah * bh - p) + ah * bl + al * bh) + al * bl)
}

/// A product and what it has lost, which is exact unless it is too small or too large for a float.
pub(crate) fn exact_product(a: f64, b: f64) -> (f64, f64) {
    let Double(product, lost) = product(a, b);
    (product, lost)
}

impl Double {
    fn of(x: f64) -> Self {
        Self(x, 0.0)
    }

    fn add(self, other: Self) -> Self {
        let Self(s, e) = sum(self.0, other.0);
        let Self(t, f) = sum(self.1, other.1);
        let Self(s, e) = sum(s, e + t);
        sum(s, e + f)
    }

    fn neg(self) -> Self {
        Self(-self.0, -self.1)
    }

    fn sub(self, other: Self) -> Self {
        self.add(other.neg())
    }

    fn mul(self, other: Self) -> Self {
        let Self(p, e) = product(self.0, other.0);
        sum(p, e + (self.0 * other.1 + self.1 * other.0))
    }

    fn div(self, other: Self) -> Self {
        let q = self.0 / other.0;
        let rest = self.sub(other.mul(Self::of(q)));
        let r = rest.0 / other.0;
        let rest = rest.sub(other.mul(Self::of(r)));
        sum(q, r).add(Self::of(rest.0 / other.0))
    }

    fn sqrt(self) -> Self {
        if self.0 <= 0.0 {
            return Self::of(0.0);
        }
        let root = self.0.sqrt();
        let rest = self.sub(product(root, root));
        sum(root, rest.0 / (2.0 * root))
    }

    /// Exact multiplication by a power of two.
    fn scale(self, exponent: i32) -> Self {
        Self(
            libm::scalbn(self.0, exponent),
            libm::scalbn(self.1, exponent),
        )
    }

    fn round(self) -> f64 {
        self.0 + self.1
    }
}

/// e**x for |x| up to about 745.
fn exp_double(x: Double) -> Double {
    let k = (x.0 / LN_2.0).round_ties_even();
    let rest = x.sub(LN_2.mul(Double::of(k))).scale(-8);
    // The series of e**rest - 1; the rest is below 0.0014.
    let mut term = rest;
    let mut series = rest;
    for n in 2..=10 {
        term = term.mul(rest).div(Double::of(f64::from(n)));
        series = series.add(term);
    }
    // (1 + s)**2 - 1 = 2 s + s**2, eight times.
    for _ in 0..8 {
        series = series.scale(1).add(series.mul(series));
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most 1075")]
    series.add(Double::of(1.0)).scale(k as i32)
}

/// The natural logarithm of a positive, finite float.
fn ln_double(x: f64) -> Double {
    let f = x - 1.0;
    if f.abs() < 0.01 {
        // ln(1 + f) = 2 artanh(f / (2 + f))
        let s = Double::of(f).div(sum(2.0, f));
        let square = s.mul(s);
        let mut power = s;
        let mut series = s;
        for n in 1..=9 {
            power = power.mul(square);
            series = series.add(power.div(Double::of(f64::from(2 * n + 1))));
        }
        return series.scale(1);
    }
    // Take the power of two out, so that e**-y below neither overflows nor vanishes.
    let (mantissa, exponent) = libm::frexp(x);
    let y = libm::log(mantissa);
    let error = exp_double(Double::of(-y))
        .mul(Double::of(mantissa))
        .sub(Double::of(1.0));
    let small = Double::of(y).add(error).sub(error.mul(error).scale(-1));
    small.add(LN_2.mul(Double::of(f64::from(exponent))))
}

/// A number less whole quarter turns, and how many, modulo 4; the number is below a million.
fn quarter_turns(x: Double) -> (i64, Double) {
    let k = (x.0 / HALF_PI[0]).round_ties_even();
    let mut rest = x;
    for part in HALF_PI {
        rest = rest.sub(product(k, part));
    }
    #[expect(clippy::cast_possible_truncation, reason = "below a million")]
    (k as i64, rest)
}

/// The same for a number from a million on: the bits behind the point of its product with 2/π.
fn many_quarter_turns(x: f64) -> (i64, Double) {
    let bits = x.to_bits();
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    let turns = BigInt::from_digits(TWO_BY_PI.to_vec()) * BigInt::from(mantissa);
    // The number is mantissa * 2**exponent.
    let exponent = (bits >> 52) - 1075_u64.min(bits >> 52);
    let behind = 1075_u64.saturating_sub(bits >> 52);
    let point = 1216 + behind - exponent;
    let taken = |from: u64| {
        (0..53).fold(0_u64, |bits, n| {
            bits << 1 | u64::from(turns.bit(point - from - 1 - n))
        })
    };
    #[expect(clippy::cast_precision_loss, reason = "53 bits")]
    let parts = (taken(0) as f64, taken(53) as f64);
    let scale = f64::from_bits((1023 - 53) << 52);
    let mut rest = sum(parts.0 * scale, parts.1 * scale * scale);
    let mut k = i64::from(turns.bit(point)) + 2 * i64::from(turns.bit(point + 1));
    if rest.0 > 0.5 {
        rest = rest.sub(Double::of(1.0));
        k += 1;
    }
    (k, rest.mul(sum(HALF_PI[0], HALF_PI[1])))
}

/// Sine and cosine.
fn sin_cos_double(x: Double) -> (Double, Double) {
    let (k, rest) = if x.0.abs() < 1e6 {
        quarter_turns(x)
    } else if x.0 < 0.0 {
        let (k, rest) = many_quarter_turns(-x.0);
        (-k, rest.neg())
    } else {
        many_quarter_turns(x.0)
    };
    let square = rest.mul(rest).neg();
    let (mut sine, mut cosine) = (rest, Double::of(1.0));
    let (mut odd, mut even) = (rest, Double::of(1.0));
    for n in 1..=14 {
        let n = f64::from(2 * n);
        even = even.mul(square).div(product(n - 1.0, n));
        cosine = cosine.add(even);
        odd = odd.mul(square).div(product(n, n + 1.0));
        sine = sine.add(odd);
    }
    match k.rem_euclid(4) {
        0 => (sine, cosine),
        1 => (cosine, sine.neg()),
        2 => (sine.neg(), cosine.neg()),
        _ => (cosine.neg(), sine),
    }
}

/// The angle of a point, from libm's answer by one step.
fn angle(y: Double, x: Double, start: f64) -> f64 {
    let (sine, cosine) = sin_cos_double(Double::of(start));
    let across = y.mul(cosine).sub(x.mul(sine));
    let along = x.mul(cosine).add(y.mul(sine));
    Double::of(start).add(across.div(along)).round()
}

/// Whether a result is an ordinary number, far from overflow and underflow.
fn is_ordinary(x: f64) -> bool {
    (1e-290..1e290).contains(&x.abs())
}

/// e**x
pub(crate) fn exp(x: f64) -> f64 {
    let start = libm::exp(x);
    if is_ordinary(start) && x.abs() > 1e-20 {
        exp_double(Double::of(x)).round()
    } else {
        start
    }
}

/// The natural logarithm.
pub(crate) fn ln(x: f64) -> f64 {
    let start = libm::log(x);
    if is_ordinary(start) {
        ln_double(x).round()
    } else {
        start
    }
}

/// The logarithm to base 2.
pub(crate) fn log2(x: f64) -> f64 {
    let start = libm::log(x);
    if is_ordinary(start) {
        ln_double(x).div(LN_2).round()
    } else {
        start
    }
}

/// The logarithm to base 10.
pub(crate) fn log10(x: f64) -> f64 {
    let start = libm::log(x);
    if is_ordinary(start) {
        ln_double(x).div(LN_10).round()
    } else {
        start
    }
}

/// x**y
pub(crate) fn pow(x: f64, y: f64) -> f64 {
    let start = libm::pow(x, y);
    #[expect(clippy::float_cmp, reason = "exact special cases")]
    let is_exact = x.abs() == 1.0 || y == 0.0 || y == 1.0;
    if !is_ordinary(start) || is_exact || !is_ordinary(x) || !y.is_finite() {
        return start;
    }
    let exponent = ln_double(x.abs()).mul(Double::of(y));
    exp_double(exponent).round().copysign(start)
}

/// Whether the sine and the tangent of a number are the number, for all that a float can tell.
fn is_tiny(x: f64) -> bool {
    x.abs() < 1e-8
}

/// Sine.
pub(crate) fn sin(x: f64) -> f64 {
    if is_tiny(x) || x.is_nan() {
        return x;
    }
    sin_cos_double(Double::of(x)).0.round()
}

/// Cosine.
pub(crate) fn cos(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    sin_cos_double(Double::of(x)).1.round()
}

/// Tangent.
pub(crate) fn tan(x: f64) -> f64 {
    if is_tiny(x) || x.is_nan() {
        return x;
    }
    let (sine, cosine) = sin_cos_double(Double::of(x));
    sine.div(cosine).round()
}

/// The other side of a right triangle with hypotenuse 1.
fn other_side(x: f64) -> Double {
    sum(1.0, -x).mul(sum(1.0, x)).sqrt()
}

/// Arc sine of a number from -1 to 1.
pub(crate) fn asin(x: f64) -> f64 {
    if is_tiny(x) {
        return x;
    }
    let side = other_side(x);
    angle(Double::of(x), side, libm::atan2(x, side.0))
}

/// Arc cosine of a number from -1 to 1.
pub(crate) fn acos(x: f64) -> f64 {
    let side = other_side(x);
    angle(side, Double::of(x), libm::atan2(side.0, x))
}

/// Arc tangent.
pub(crate) fn atan(x: f64) -> f64 {
    if is_tiny(x) {
        return x;
    }
    atan2(x, 1.0)
}

/// The angle of the point (x, y).
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    let is_inside = |v: f64| (1e-100..1e100).contains(&v.abs());
    let start = libm::atan2(y, x);
    if is_inside(x) && is_inside(y) && start.abs() > 1e-8 {
        angle(Double::of(y), Double::of(x), start)
    } else {
        start
    }
}

/// The length of a vector.
pub(crate) fn norm(vector: &[f64]) -> f64 {
    if vector.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    let largest = vector.iter().fold(0.0_f64, |largest, x| {
        if x.is_nan() {
            f64::NAN
        } else {
            largest.max(x.abs())
        }
    });
    let has_nan = vector.iter().any(|x| x.is_nan());
    if has_nan || largest == 0.0 {
        return if has_nan { f64::NAN } else { 0.0 };
    }
    // Scaled by a power of two, so that squares neither overflow nor vanish.
    let (_, exponent) = libm::frexp(largest);
    let mut squares = Double::of(0.0);
    for x in vector {
        let scaled = libm::scalbn(*x, -exponent);
        squares = squares.add(product(scaled, scaled));
    }
    libm::scalbn(squares.sqrt().round(), exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Natively std's functions are the platform's: glibc's where this is tested.
    fn mismatches(ours: fn(f64) -> f64, theirs: fn(f64) -> f64, low: f64, high: f64) -> u32 {
        let mut state: u64 = 88_172_645_463_325_252;
        let mut n = 0;
        for _ in 0..5_000 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            #[expect(clippy::cast_precision_loss, reason = "53 bits")]
            let unit = (state >> 11) as f64 / 9_007_199_254_740_992.0;
            let x = low + (high - low) * unit;
            n += u32::from(ours(x).to_bits() != theirs(x).to_bits());
        }
        n
    }

    #[test]
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(clippy::type_complexity, reason = "a table")]
    fn results_are_those_of_glibc_but_for_a_few() {
        let cases: [(&str, fn(f64) -> f64, fn(f64) -> f64, f64, f64); 12] = [
            ("exp", exp, f64::exp, -5.0, 5.0),
            ("ln", ln, f64::ln, 0.0, 1.0),
            ("ln", ln, f64::ln, 0.0, 1000.0),
            ("log2", log2, f64::log2, 0.0, 100.0),
            ("pow", |x| pow(x, 2.7), |x| x.powf(2.7), 0.0, 50.0),
            ("pow", |x| pow(1.1, x), |x| 1.1_f64.powf(x), -90.0, 90.0),
            ("sin", sin, f64::sin, -7.0, 7.0),
            ("cos", cos, f64::cos, -700.0, 700.0),
            ("tan", tan, f64::tan, -3.0, 3.0),
            ("asin", asin, f64::asin, -1.0, 1.0),
            ("acos", acos, f64::acos, -1.0, 1.0),
            ("atan", atan, f64::atan, -10.0, 10.0),
        ];
        let counts = cases
            .map(|(name, ours, theirs, low, high)| (name, mismatches(ours, theirs, low, high)));
        assert!(counts.iter().all(|(_, n)| *n <= 25), "of 5000: {counts:?}");
    }
}
