//! The Mersenne Twister MT19937, as CPython seeds and draws from it.

use std::rc::Rc;

const N: usize = 624;
const M: usize = 397;

/// A generator. Copies share the state until one of them draws.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Mersenne {
    state: Rc<[u32; N]>,
    /// The next word to be given; `N` when the state is used up.
    index: usize,
}

impl Mersenne {
    /// Seeds with the words of a number, the least significant first.
    pub(crate) fn new(key: &[u32]) -> Self {
        let mut state = [0_u32; N];
        state[0] = 19_650_218;
        for i in 1..N {
            state[i] = follow(state[i - 1], 1_812_433_253).wrapping_add(word(i));
        }
        let mut i = 1;
        let mut advance = |state: &mut [u32; N]| {
            i += 1;
            if i == N {
                state[0] = state[N - 1];
                i = 1;
            }
            i
        };
        let mut place = 1;
        for j in (0..key.len()).cycle().take(N.max(key.len())) {
            state[place] = (state[place] ^ follow(state[place - 1], 1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(word(j));
            place = advance(&mut state);
        }
        for _ in 1..N {
            state[place] =
                (state[place] ^ follow(state[place - 1], 1_566_083_941)).wrapping_sub(word(place));
            place = advance(&mut state);
        }
        state[0] = 0x8000_0000;
        Self {
            state: Rc::new(state),
            index: N,
        }
    }

    /// Takes up a state that `words` gave; `None` if it has another form.
    pub(crate) fn from_words(words: &[u32], index: usize) -> Option<Self> {
        let state = <[u32; N]>::try_from(words).ok()?;
        (index <= N).then(|| Self {
            state: Rc::new(state),
            index,
        })
    }

    /// The state: its words, and how many of them have been given.
    pub(crate) fn words(&self) -> (&[u32], usize) {
        (&self.state[..], self.index)
    }

    /// 32 random bits.
    pub(crate) fn next(&mut self) -> u32 {
        if self.index >= N {
            self.twist();
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        y ^ (y >> 18)
    }

    fn twist(&mut self) {
        let state = Rc::make_mut(&mut self.state);
        for i in 0..N {
            let y = (state[i] & 0x8000_0000) | (state[(i + 1) % N] & 0x7FFF_FFFF);
            let odd = if y & 1 == 1 { 0x9908_B0DF } else { 0 };
            state[i] = state[(i + M) % N] ^ (y >> 1) ^ odd;
        }
        self.index = 0;
    }

    /// A float in [0, 1) with 53 random bits.
    pub(crate) fn float(&mut self) -> f64 {
        let (a, b) = (self.next() >> 5, self.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    /// So many random bits, up to 64.
    pub(crate) fn bits(&mut self, n: u32) -> u64 {
        if n == 0 {
            return 0;
        }
        let low = u64::from(self.next() >> 32_u32.saturating_sub(n));
        if n <= 32 {
            return low;
        }
        low | u64::from(self.next() >> (64 - n)) << 32
    }

    /// Words of so many random bits, the least significant first.
    pub(crate) fn words_of_bits(&mut self, n: u64) -> Vec<u32> {
        let n_words = n.div_ceil(32);
        (0..n_words)
            .map(|i| {
                let left = n - i * 32;
                let shift = 32 - u32::try_from(left.min(32)).expect("at most 32");
                self.next() >> shift
            })
            .collect()
    }
}

fn follow(before: u32, factor: u32) -> u32 {
    (before ^ (before >> 30)).wrapping_mul(factor)
}

fn word(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Mersenne;

    /// Each from CPython: `random.seed(0)`, then the calls in this order.
    #[test]
    fn draws_are_those_of_cpython() {
        let mut source = Mersenne::new(&[0]);
        assert_eq!(
            source.float().to_bits(),
            0.844_421_851_525_048_1_f64.to_bits()
        );
        assert_eq!(source.bits(32), 3_255_389_356);
        let words = [3_823_568_514, 107];
        assert_eq!(source.words_of_bits(40), words);
    }
}
