//! Held against `num-bigint`.

use num_bigint::BigInt as Other;

use super::{BigInt, Sign};

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        let multiplier = 6_364_136_223_846_793_005;
        self.0 = self.0.wrapping_mul(multiplier).wrapping_add(1);
        self.0 ^ self.0 >> 29
    }

    /// A number of up to so many digits, with long runs of equal bits now and then.
    fn number(&mut self, n_digits: u64) -> BigInt {
        let n = self.next() % n_digits;
        let digits = (0..n)
            .map(|_| match self.next() % 4 {
                0 => 0,
                1 => u32::MAX,
                _ => u32::try_from(self.next() >> 32).unwrap_or(0),
            })
            .collect();
        BigInt::new(self.next() % 2 == 0, digits)
    }
}

fn other(number: &BigInt) -> Other {
    let sign = match number.sign() {
        Sign::Minus => num_bigint::Sign::Minus,
        Sign::Zero => num_bigint::Sign::NoSign,
        Sign::Plus => num_bigint::Sign::Plus,
    };
    Other::from_slice(sign, number.digits())
}

fn check(found: &BigInt, expected: &Other) {
    assert_eq!(&other(found), expected);
    assert_ne!(found.digits.last(), Some(&0));
}

#[test]
fn operations() {
    let mut random = Random(1);
    for round in 0..4000 {
        let size = if round % 100 == 0 { 400 } else { 9 };
        let (a, b) = (random.number(size), random.number(size));
        let (x, y) = (other(&a), other(&b));
        check(&(&a + &b), &(&x + &y));
        check(&(&a - &b), &(&x - &y));
        check(&(&a * &b), &(&x * &y));
        check(&(&a & &b), &(&x & &y));
        check(&(&a | &b), &(&x | &y));
        check(&(&a ^ &b), &(&x ^ &y));
        check(&!&a, &!&x);
        assert_eq!(a.cmp(&b), x.cmp(&y));
        let by = random.next() % 200;
        check(&(&a << by), &(&x << by));
        check(&(&a >> by), &(&x >> by));
        if b.is_zero() {
            continue;
        }
        check(&(&a / &b), &(&x / &y));
        check(&(&a % &b), &(&x % &y));
        let (quotient, rest) = a.div_mod_floor(&b);
        let (q, r) = num_integer::Integer::div_mod_floor(&x, &y);
        check(&quotient, &q);
        check(&rest, &r);
        check(&a.gcd(&b), &num_integer::Integer::gcd(&x, &y));
        check(&a.abs().sqrt(), &num_traits::Signed::abs(&x).sqrt());
        if !b.is_negative() && !b.is_zero() {
            let inverse = x.modinv(&y);
            let expected = inverse.filter(|_| !b.is_one());
            let found = a.inverse(&b).filter(|_| !b.is_one());
            assert_eq!(found.as_ref().map(other), expected);
        }
    }
}

#[test]
fn conversions() {
    let mut random = Random(2);
    for _ in 0..2000 {
        let a = random.number(7);
        let x = other(&a);
        assert_eq!(a.bits(), x.bits());
        assert_eq!(a.to_i64(), num_traits::ToPrimitive::to_i64(&x));
        assert_eq!(a.to_u64(), num_traits::ToPrimitive::to_u64(&x));
        check(&a.pow(5), &x.pow(5));
        for radix in [2, 8, 10, 16, 36] {
            let text = a.magnitude_text(radix);
            assert_eq!(text, x.magnitude().to_str_radix(radix));
            assert_eq!(BigInt::parse(&text, radix), Some(a.abs()));
        }
        assert_eq!(a.to_bytes(true), x.to_signed_bytes_le());
        check(&BigInt::from_bytes(&a.to_bytes(true), true), &x);
        check(
            &BigInt::from_bytes(&a.to_bytes(false), false),
            &num_traits::Signed::abs(&x),
        );
        let float = f64::from_bits(random.next());
        let expected = <Other as num_traits::FromPrimitive>::from_f64(float);
        assert_eq!(BigInt::from_f64(float).as_ref().map(other), expected);
    }
    for int in [0, 1, -1, i64::MIN, i64::MAX, i64::MIN + 1] {
        assert_eq!(BigInt::from(int).to_i64(), Some(int));
    }
    assert_eq!(BigInt::parse("", 10), None);
    assert_eq!(BigInt::parse("1x", 10), None);
}
