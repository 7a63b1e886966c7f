//! SHA-512 (FIPS 180-4): `random.seed` of a string hashes it.

/// The first 64 bits of the fractional parts of the `n`th root of the first primes, by integer
/// arithmetic.
fn fraction_of_root<const COUNT: usize>(degree: u32) -> [u64; COUNT] {
    let mut constants = [0; COUNT];
    let mut prime: u64 = 1;
    for constant in &mut constants {
        prime += 1;
        while (2..prime).any(|divisor| prime % divisor == 0) {
            prime += 1;
        }
        *constant = fraction_bits(prime, degree);
    }
    constants
}

/// The largest `x` with `x**degree <= prime * 2**(64 * degree)`, less its whole part.
fn fraction_bits(prime: u64, degree: u32) -> u64 {
    use crate::bigint::BigInt;
    let scaled = BigInt::from(prime) << (64 * u64::from(degree));
    let mut root = BigInt::zero();
    for bit in (0..72).rev() {
        let larger = &root + (BigInt::one() << bit);
        if larger.pow(degree) <= scaled {
            root = larger;
        }
    }
    let fraction = root % (BigInt::one() << 64);
    fraction.to_u64().unwrap_or(0)
}

/// The hash of bytes.
pub(crate) fn sha512(message: &[u8]) -> [u8; 64] {
    let rounds: [u64; 80] = fraction_of_root(3);
    let mut hash: [u64; 8] = fraction_of_root(2);
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 128 != 112 {
        padded.push(0);
    }
    padded.extend((message.len() as u128 * 8).to_be_bytes());
    for block in padded.chunks_exact(128) {
        compress(&mut hash, block, &rounds);
    }
    let mut out = [0; 64];
    for (place, word) in out.chunks_exact_mut(8).zip(hash) {
        place.copy_from_slice(&word.to_be_bytes());
    }
    out
}

fn compress(hash: &mut [u64; 8], block: &[u8], rounds: &[u64; 80]) {
    let mut schedule = [0_u64; 80];
    for (word, bytes) in schedule.iter_mut().zip(block.chunks_exact(8)) {
        *word = u64::from_be_bytes(bytes.try_into().expect("chunks of 8"));
    }
    for i in 16..80 {
        let (a, b) = (schedule[i - 15], schedule[i - 2]);
        let small_0 = a.rotate_right(1) ^ a.rotate_right(8) ^ (a >> 7);
        let small_1 = b.rotate_right(19) ^ b.rotate_right(61) ^ (b >> 6);
        schedule[i] = schedule[i - 16]
            .wrapping_add(small_0)
            .wrapping_add(schedule[i - 7])
            .wrapping_add(small_1);
    }
    let mut v = *hash;
    for (constant, word) in rounds.iter().zip(schedule) {
        let big_1 = v[4].rotate_right(14) ^ v[4].rotate_right(18) ^ v[4].rotate_right(41);
        let choice = (v[4] & v[5]) ^ (!v[4] & v[6]);
        let first = v[7]
            .wrapping_add(big_1)
            .wrapping_add(choice)
            .wrapping_add(*constant)
            .wrapping_add(word);
        let big_0 = v[0].rotate_right(28) ^ v[0].rotate_right(34) ^ v[0].rotate_right(39);
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        let second = big_0.wrapping_add(majority);
        v.rotate_right(1);
        v[4] = v[4].wrapping_add(first);
        v[0] = first.wrapping_add(second);
    }
    for (word, add) in hash.iter_mut().zip(v) {
        *word = word.wrapping_add(add);
    }
}

#[cfg(test)]
mod tests {
    use super::sha512;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        let hex: String = sha512(b"abc").iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(
            hex,
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
             2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        );
    }
}
