//! A Python compiler and virtual machine whose whole state is a value.

// The engine is compiled for size; what runs in every instruction is marked to be compiled for
// speed, which only the engine's build (build.sh) lets the compiler know.
#![cfg_attr(engine, feature(optimize_attribute))]

mod bigint;
mod builtins;
pub mod code;
pub mod compile;
pub mod decimal;
mod elementary;
pub mod hash;
pub mod native;
pub mod object;
mod raising;
pub mod sorted;
mod stdlib;
pub mod vm;
