//! A Python compiler and virtual machine whose whole state is a value.

pub mod code;
