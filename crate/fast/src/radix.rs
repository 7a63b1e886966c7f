//! Sorting by numbers, byte by byte.

/// Shorter lists are sorted by insertion.
const RADIX_LEN_MIN: usize = 48;

const BYTES: usize = size_of::<u64>();

/// Sorts by rank; what has the same rank stays in its order.
///
/// ```
/// let mut ranks = vec![(2, 0), (1, 1), (2, 2), (0, 3)];
/// loopscope_fast::sort_ranks(&mut ranks);
/// assert_eq!(ranks, [(0, 3), (1, 1), (2, 0), (2, 2)]);
/// ```
#[inline(never)]
pub fn sort_ranks(ranks: &mut [(u64, u32)]) {
    if ranks.len() < RADIX_LEN_MIN {
        return insert(ranks);
    }
    let mut counts = [[0_u32; 256]; BYTES];
    for &(rank, _) in ranks.iter() {
        for (byte, counts) in rank.to_le_bytes().into_iter().zip(&mut counts) {
            counts[usize::from(byte)] += 1;
        }
    }
    // Each pass that is not needless copies from one to the other.
    let (mut from, mut to) = (ranks.to_vec(), vec![(0, 0); ranks.len()]);
    for (place, counts) in counts.iter_mut().enumerate() {
        let byte = |rank: u64| usize::from(rank.to_le_bytes()[place]);
        if counts[byte(from[0].0)] as usize == ranks.len() {
            continue;
        }
        let mut start = 0;
        for count in counts.iter_mut() {
            start += std::mem::replace(count, start);
        }
        for &ranked in &from {
            let next = &mut counts[byte(ranked.0)];
            to[*next as usize] = ranked;
            *next += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
    ranks.copy_from_slice(&from);
}

fn insert(ranks: &mut [(u64, u32)]) {
    for next in 1..ranks.len() {
        let ranked = ranks[next];
        let mut place = next;
        while place > 0 && ranks[place - 1].0 > ranked.0 {
            ranks[place] = ranks[place - 1];
            place -= 1;
        }
        ranks[place] = ranked;
    }
}

#[cfg(test)]
mod tests {
    use super::sort_ranks;

    #[test]
    fn it_sorts_as_the_library_does() {
        let mut state = 7_u64;
        for len in (0..200).chain([5_000]) {
            for mask in [0, 3, 0xFF00, u64::MAX] {
                let mut ranks: Vec<(u64, u32)> = (0..len)
                    .map(|place| {
                        state = state
                            .wrapping_mul(6_364_136_223_846_793_005)
                            .wrapping_add(1);
                        (state.rotate_left(17) & mask, place)
                    })
                    .collect();
                let mut expected = ranks.clone();
                expected.sort_by_key(|&(rank, _)| rank);
                sort_ranks(&mut ranks);
                assert_eq!(ranks, expected, "{len} {mask:x}");
            }
        }
    }
}
