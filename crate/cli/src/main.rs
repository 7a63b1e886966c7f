//! The loopscope command line.
fn main() {}
