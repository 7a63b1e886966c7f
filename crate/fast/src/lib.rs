//! A few functions on plain data that run so often that they are compiled for speed, with all that
//! they call: `optimize(speed)` on a function does not reach the standard library's generic code in
//! it, which is compiled as the crate is.

mod radix;
mod search;

use std::rc::Rc;

pub use radix::sort_ranks;
pub use search::{contains, find, find_last};

/// A shared copy of a text.
#[inline(never)]
pub fn shared(text: &str) -> Rc<str> {
    text.into()
}
