//! Methods of the built-in classes and the functions of the module `builtins`.

mod aggregate;
mod bytes;
mod bytes_methods;
mod bytes_search;
mod case_map;
mod codec;
mod complex;
mod consume;
mod container;
mod container_table;
mod descriptor;
pub(crate) mod dict;
mod exception;
mod exception_group;
pub(crate) mod float;
mod float_methods;
mod format_float;
mod format_number;
pub(crate) mod format_plain;
mod format_spec;
mod function;
mod functions;
mod generator;
mod generic;
pub(crate) mod int;
mod int_methods;
mod iterators;
pub(crate) mod list;
mod module_object;
mod namespace;
pub(crate) mod number;
mod number_methods;
mod object;
mod objects;
mod percent;
mod preview;
mod print;
pub(crate) mod range;
mod round;
mod scalars;
pub(crate) mod set;
mod slice;
mod sort;
mod str_case;
mod str_format;
mod str_methods;
mod str_split;
pub(crate) mod text;
mod traceback_object;
pub(crate) mod tuple;
mod type_object;

use crate::native::NativeDef;
use crate::object::{ObjId, classes};

use crate::vm::Vm;
pub(crate) use exception::construct as new_exception;
pub(crate) use generator::{AsyncStep, anext as async_next};
pub(crate) use generic::CLASS_ITEM;
pub(crate) use object::INSTANCE_DICT;
pub(crate) use str_case::is_identifier;

pub(crate) use number_methods::constructor;

/// The native methods of each built-in class. A class may be named more than once.
const METHODS: &[(ObjId, &[NativeDef])] = &[
    (classes::GENERATOR, generator::GENERATOR),
    (classes::COROUTINE, generator::COROUTINE),
    (classes::ASYNC_GENERATOR, generator::ASYNC_GENERATOR),
    (classes::COROUTINE_WRAPPER, generator::WRAPPER),
    (classes::ASYNC_GENERATOR_STEP, generator::STEP),
    (classes::ASYNC_GENERATOR_THROW, generator::STEP),
    (classes::ANEXT_AWAITABLE, generator::NEXT_OR_DEFAULT),
];

/// The native functions of the module `builtins`.
const FUNCTIONS: &[&[NativeDef]] = &[generator::FUNCTIONS, round::FUNCTIONS];

/// Fills the built-in classes and the module `builtins` of a new machine.
pub(crate) fn install(vm: &mut Vm) {
    objects::install(vm);
    for (class, methods) in METHODS
        .iter()
        .chain(scalars::METHODS)
        .chain(objects::METHODS)
    {
        vm.add_methods(*class, methods);
    }
    for functions in FUNCTIONS.iter().chain(objects::FUNCTIONS) {
        vm.add_functions(vm.builtins, functions);
    }
    container_table::install(vm);
}
