//! Arithmetic of natural numbers as digits: 32 bits each, the lowest first, no zeros at the end.

use std::cmp::Ordering;

/// Longer factors are multiplied by parts.
const SCHOOLBOOK_MAX: usize = 48;

pub(super) fn trim(digits: &mut Vec<u32>) {
    while digits.last() == Some(&0) {
        digits.pop();
    }
}

pub(super) fn of_u64(n: u64) -> Vec<u32> {
    let mut digits = vec![low(n), low(n >> 32)];
    trim(&mut digits);
    digits
}

/// The low digit of what two digits hold.
#[expect(clippy::cast_possible_truncation, reason = "that is what it is for")]
pub(super) fn low(n: u64) -> u32 {
    n as u32
}

pub(super) fn compare(a: &[u32], b: &[u32]) -> Ordering {
    let by_length = a.len().cmp(&b.len());
    by_length.then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

pub(super) fn n_bits(a: &[u32]) -> u64 {
    match a.last() {
        Some(top) => a.len() as u64 * 32 - u64::from(top.leading_zeros()),
        None => 0,
    }
}

/// `a += b << (32 * place)`
fn add_at(a: &mut Vec<u32>, b: &[u32], place: usize) {
    if a.len() < place + b.len() {
        a.resize(place + b.len(), 0);
    }
    let mut carry = 0;
    for (index, digit) in a[place..].iter_mut().enumerate() {
        if index >= b.len() && carry == 0 {
            return;
        }
        let sum = u64::from(*digit) + u64::from(b.get(index).copied().unwrap_or(0)) + carry;
        *digit = low(sum);
        carry = sum >> 32;
    }
    if carry > 0 {
        a.push(low(carry));
    }
}

pub(super) fn add(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut sum = a.to_vec();
    add_at(&mut sum, b, 0);
    sum
}

/// `a - b`, which must not be less than nothing.
pub(super) fn subtract(a: &[u32], b: &[u32]) -> Vec<u32> {
    debug_assert!(compare(a, b).is_ge());
    let mut difference = a.to_vec();
    let mut borrow = 0;
    for (index, digit) in difference.iter_mut().enumerate() {
        let by = i64::from(b.get(index).copied().unwrap_or(0)) + borrow;
        let rest = i64::from(*digit) - by;
        borrow = i64::from(rest < 0);
        *digit = low(rest.cast_unsigned());
    }
    trim(&mut difference);
    difference
}

/// `a * factor + term`, in place.
pub(super) fn multiply_small(a: &mut Vec<u32>, factor: u32, term: u32) {
    let mut carry = u64::from(term);
    for digit in a.iter_mut() {
        carry += u64::from(*digit) * u64::from(factor);
        *digit = low(carry);
        carry >>= 32;
    }
    if carry > 0 {
        a.push(low(carry));
    }
}

pub(super) fn multiply(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (a, b) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if a.len() > SCHOOLBOOK_MAX {
        return multiply_parts(a, b);
    }
    let mut product = vec![0; a.len() + b.len()];
    for (place, &x) in a.iter().enumerate() {
        let mut carry = 0;
        for (digit, &y) in product[place..].iter_mut().zip(b) {
            carry += u64::from(*digit) + u64::from(x) * u64::from(y);
            *digit = low(carry);
            carry >>= 32;
        }
        product[place + b.len()] = low(carry);
    }
    trim(&mut product);
    product
}

/// Karatsuba's way: three products of halves instead of four.
fn multiply_parts(a: &[u32], b: &[u32]) -> Vec<u32> {
    let half = b.len() / 2;
    let (b_low, b_high) = split(b, half);
    if a.len() <= half {
        let mut product = multiply(a, b_low);
        add_at(&mut product, &multiply(a, b_high), half);
        return product;
    }
    let (a_low, a_high) = split(a, half);
    let lows = multiply(a_low, b_low);
    let highs = multiply(a_high, b_high);
    let all = multiply(&add(a_low, a_high), &add(b_low, b_high));
    let middle = subtract(&subtract(&all, &lows), &highs);
    let mut product = lows;
    add_at(&mut product, &middle, half);
    add_at(&mut product, &highs, 2 * half);
    product
}

fn split(digits: &[u32], at: usize) -> (&[u32], &[u32]) {
    let (mut lows, highs) = digits.split_at(at);
    while let [rest @ .., 0] = lows {
        lows = rest;
    }
    (lows, highs)
}

/// Divides by one digit, in place, and gives the rest.
pub(super) fn divide_small(a: &mut Vec<u32>, by: u32) -> u32 {
    let mut rest = 0;
    for digit in a.iter_mut().rev() {
        let n = rest << 32 | u64::from(*digit);
        *digit = low(n / u64::from(by));
        rest = n % u64::from(by);
    }
    trim(a);
    low(rest)
}

/// Quotient and rest; `b` is not zero.
pub(super) fn divide(a: &[u32], b: &[u32]) -> (Vec<u32>, Vec<u32>) {
    if compare(a, b).is_lt() {
        return (Vec::new(), a.to_vec());
    }
    if let [b] = b {
        let mut quotient = a.to_vec();
        let rest = divide_small(&mut quotient, *b);
        return (quotient, of_u64(u64::from(rest)));
    }
    // Knuth's algorithm D: with the divisor's top bit set, each digit of the quotient is guessed
    // from the top digits at most two too large.
    let shift = u64::from(b[b.len() - 1].leading_zeros());
    let b = shift_left(b, shift);
    let mut rest = shift_left(a, shift);
    rest.resize(a.len() + 1, 0);
    let n = b.len();
    let (top, next) = (u64::from(b[n - 1]), u64::from(b[n - 2]));
    let mut quotient = vec![0; a.len() + 1 - n];
    for place in (0..quotient.len()).rev() {
        let high = u64::from(rest[place + n]) << 32 | u64::from(rest[place + n - 1]);
        let (mut guess, mut left) = (high / top, high % top);
        while left >> 32 == 0
            && (guess >> 32 != 0 || guess * next > (left << 32 | u64::from(rest[place + n - 2])))
        {
            guess -= 1;
            left += top;
        }
        if subtract_product(&mut rest[place..=place + n], &b, guess) {
            guess -= 1;
            add_back(&mut rest[place..=place + n], &b);
        }
        quotient[place] = low(guess);
    }
    trim(&mut quotient);
    trim(&mut rest);
    (quotient, shift_right(&rest, shift))
}

/// `a -= b * factor`; true if that went below zero, `a` being one digit longer than `b`.
fn subtract_product(a: &mut [u32], b: &[u32], factor: u64) -> bool {
    let (mut carry, mut borrow) = (0, 0);
    for (index, digit) in a.iter_mut().enumerate() {
        carry += u64::from(b.get(index).copied().unwrap_or(0)) * factor;
        let rest = i64::from(*digit) - i64::from(low(carry)) - borrow;
        carry >>= 32;
        borrow = i64::from(rest < 0);
        *digit = low(rest.cast_unsigned());
    }
    borrow > 0
}

fn add_back(a: &mut [u32], b: &[u32]) {
    let mut carry = 0;
    for (index, digit) in a.iter_mut().enumerate() {
        carry += u64::from(*digit) + u64::from(b.get(index).copied().unwrap_or(0));
        *digit = low(carry);
        carry >>= 32;
    }
}

pub(super) fn shift_left(a: &[u32], by: u64) -> Vec<u32> {
    if a.is_empty() {
        return Vec::new();
    }
    let (whole, bits) = (usize::try_from(by / 32).unwrap_or(usize::MAX), by % 32);
    let mut shifted = vec![0; whole];
    let mut carry = 0;
    for &digit in a {
        carry |= u64::from(digit) << bits;
        shifted.push(low(carry));
        carry >>= 32;
    }
    shifted.push(low(carry));
    trim(&mut shifted);
    shifted
}

pub(super) fn shift_right(a: &[u32], by: u64) -> Vec<u32> {
    let whole = usize::try_from(by / 32).unwrap_or(usize::MAX);
    let bits = by % 32;
    let kept = a.get(whole..).unwrap_or(&[]);
    let next = |index: usize| u64::from(kept.get(index + 1).copied().unwrap_or(0));
    let mut shifted: Vec<u32> = kept
        .iter()
        .enumerate()
        .map(|(index, &digit)| low((next(index) << 32 | u64::from(digit)) >> bits))
        .collect();
    trim(&mut shifted);
    shifted
}
