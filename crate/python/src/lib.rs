//! A Python compiler and virtual machine whose whole state is a value.

mod builtins;
pub mod code;
pub mod compile;
mod elementary;
pub mod hash;
pub mod native;
pub mod object;
mod stdlib;
pub mod vm;
