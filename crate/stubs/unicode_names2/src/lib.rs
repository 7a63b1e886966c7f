//! Stands in for the crate of the same name, whose table of character names costs 806 kB of
//! WebAssembly.

/// Looks a character up by its Unicode name; this stand-in knows none.
#[must_use]
pub fn character(_name: &str) -> Option<char> {
    None
}
