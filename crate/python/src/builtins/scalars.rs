//! Which methods the classes of numbers, strings and bytes have.

use super::{
    bytes_methods, bytes_search, float_methods, int_methods, number_methods, str_case, str_format,
    str_methods, str_split,
};
use crate::native::NativeDef;
use crate::object::{ObjId, classes};

/// As `METHODS` of the parent.
pub(super) const METHODS: &[(ObjId, &[NativeDef])] = &[
    (classes::INT, number_methods::SCALAR),
    (classes::INT, number_methods::HASHED),
    (classes::INT, number_methods::ARITHMETIC),
    (classes::INT, number_methods::REAL_ARITHMETIC),
    (classes::INT, number_methods::INT_ARITHMETIC),
    (classes::INT, number_methods::NUMBER),
    (classes::INT, int_methods::METHODS),
    (classes::BOOL, int_methods::BOOL_METHODS),
    (classes::FLOAT, number_methods::SCALAR),
    (classes::FLOAT, number_methods::HASHED),
    (classes::FLOAT, number_methods::ARITHMETIC),
    (classes::FLOAT, number_methods::REAL_ARITHMETIC),
    (classes::FLOAT, number_methods::NUMBER),
    (classes::FLOAT, float_methods::METHODS),
    (classes::COMPLEX, number_methods::SCALAR),
    (classes::COMPLEX, number_methods::HASHED),
    (classes::COMPLEX, number_methods::ARITHMETIC),
    (classes::COMPLEX, number_methods::NUMBER),
    (classes::COMPLEX, float_methods::COMPLEX_METHODS),
    (classes::STR, number_methods::SCALAR),
    (classes::STR, number_methods::HASHED),
    (classes::STR, str_methods::METHODS),
    (classes::STR, str_split::METHODS),
    (classes::STR, str_case::METHODS),
    (classes::STR, str_format::METHODS),
    (classes::BYTES, number_methods::SCALAR),
    (classes::BYTES, number_methods::HASHED),
    (classes::BYTES, bytes_methods::METHODS),
    (classes::BYTES, bytes_search::METHODS),
    (classes::BYTES, bytes_methods::BYTES_METHODS),
    (classes::BYTEARRAY, number_methods::SCALAR),
    (classes::BYTEARRAY, bytes_methods::METHODS),
    (classes::BYTEARRAY, bytes_search::METHODS),
    (classes::BYTEARRAY, bytes_methods::BYTEARRAY_METHODS),
];
