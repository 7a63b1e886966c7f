//! (to be written)

/// The known name closest to a misspelt one.
pub(super) fn suggest<'a>(_name: &str, _known: impl Iterator<Item = &'a str>) -> Option<String> {
    None
}
