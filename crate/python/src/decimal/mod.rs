//! Floats and their decimal digits, both ways, by exact integers.
//!
//! The standard library's way has a price in a download: 20 kB of code for the digits of a float,
//! and a table of 10 kB, which does not compress, for reading them.

mod digits;
mod read;

pub use digits::fixed;
pub(crate) use digits::{fixed_parts, shortest, significant};
pub(crate) use read::to_float;
