//! Tables of what `object`, `type`, functions, descriptors, exceptions and modules have, and the
//! built-in names of classes.

use super::{
    descriptor, exception, exception_group, function, generic, module_object, namespace, object,
    traceback_object, type_object,
};
use crate::native::NativeDef;
use crate::object::{ObjId, Value, classes};
use crate::vm::Vm;

/// The native methods.
pub(super) const METHODS: &[(ObjId, &[NativeDef])] = &[
    (classes::OBJECT, object::METHODS),
    (classes::NONE_TYPE, object::NONE),
    (classes::ELLIPSIS_TYPE, object::ELLIPSIS),
    (classes::NOT_IMPLEMENTED_TYPE, object::NOT_IMPLEMENTED),
    (classes::TYPE, type_object::METHODS),
    (classes::FUNCTION, function::METHODS),
    (classes::FUNCTION, object::INSTANCE_DICT),
    (classes::METHOD, function::BOUND_METHODS),
    (classes::BUILTIN_FUNCTION, function::NATIVES),
    (classes::METHOD_DESCRIPTOR, function::NATIVES),
    (classes::CODE, function::CODE),
    (classes::CELL, function::CELLS),
    (classes::MODULE, module_object::METHODS),
    (classes::PROPERTY, descriptor::PROPERTY),
    (classes::GETSET_DESCRIPTOR, descriptor::DESCRIPTORS),
    (classes::MEMBER_DESCRIPTOR, descriptor::DESCRIPTORS),
    (classes::STATICMETHOD, descriptor::STATIC_METHOD),
    (classes::STATICMETHOD, object::INSTANCE_DICT),
    (classes::CLASSMETHOD, descriptor::CLASS_METHOD),
    (classes::CLASSMETHOD, object::INSTANCE_DICT),
    (classes::SUPER, descriptor::SUPER),
    (classes::GENERIC_ALIAS, generic::ALIAS),
    (classes::UNION, generic::UNION),
    (classes::SIMPLE_NAMESPACE, namespace::SIMPLE),
    (classes::MAPPINGPROXY, namespace::PROXY),
    (classes::TRACEBACK, traceback_object::METHODS),
    (classes::BASE_EXCEPTION, exception::METHODS),
    (classes::BASE_EXCEPTION, object::INSTANCE_DICT),
    (classes::BASE_EXCEPTION_GROUP, exception_group::METHODS),
    (classes::STOP_ITERATION, exception::STOP_ITERATION),
    (classes::SYSTEM_EXIT, exception::SYSTEM_EXIT),
    (classes::NAME_ERROR, exception::NAME_ERROR),
    (classes::ATTRIBUTE_ERROR, exception::ATTRIBUTE_ERROR),
    (classes::KEY_ERROR, exception::KEY_ERROR_TEXT),
    (classes::IMPORT_ERROR, exception::IMPORT_ERROR),
    (classes::IMPORT_ERROR, exception::IMPORT_ERROR_TEXT),
    (classes::OS_ERROR, exception::OS_ERROR),
    (classes::OS_ERROR, exception::OS_ERROR_TEXT),
    (classes::SYNTAX_ERROR, exception::SYNTAX_ERROR),
    (classes::SYNTAX_ERROR, exception::SYNTAX_ERROR_TEXT),
    (classes::UNICODE_DECODE_ERROR, exception::UNICODE_ERROR),
    (
        classes::UNICODE_DECODE_ERROR,
        exception::UNICODE_DECODE_TEXT,
    ),
    (classes::UNICODE_ENCODE_ERROR, exception::UNICODE_ERROR),
    (
        classes::UNICODE_ENCODE_ERROR,
        exception::UNICODE_ENCODE_TEXT,
    ),
    (
        classes::UNICODE_TRANSLATE_ERROR,
        exception::UNICODE_TRANSLATE_ERROR,
    ),
];

/// The built-in functions about objects and classes.
pub(super) const FUNCTIONS: &[&[NativeDef]] = &[
    object::FUNCTIONS,
    namespace::FUNCTIONS,
    crate::vm::class_build::FUNCTIONS,
];

/// Built-in classes that belong to other modules, or are found in none.
const ELSEWHERE: &[(ObjId, &str)] = &[
    (classes::GENERIC_ALIAS, "types"),
    (classes::SIMPLE_NAMESPACE, "types"),
    (classes::UNION, "typing"),
    (classes::WEAKREF, "weakref"),
];

/// Classes among the built-in names; the rest are reached through `type(…)` or the module `types`.
fn is_public(class: ObjId) -> bool {
    let is_exception = class.place() >= classes::BASE_EXCEPTION.place();
    let named = [
        classes::OBJECT,
        classes::TYPE,
        classes::INT,
        classes::BOOL,
        classes::FLOAT,
        classes::COMPLEX,
        classes::STR,
        classes::BYTES,
        classes::BYTEARRAY,
        classes::MEMORYVIEW,
        classes::TUPLE,
        classes::LIST,
        classes::DICT,
        classes::SET,
        classes::FROZENSET,
        classes::RANGE,
        classes::SLICE,
        classes::REVERSED,
        classes::ENUMERATE,
        classes::ZIP,
        classes::MAP,
        classes::FILTER,
        classes::PROPERTY,
        classes::STATICMETHOD,
        classes::CLASSMETHOD,
        classes::SUPER,
    ];
    is_exception || named.contains(&class)
}

/// Puts the built-in classes and constants under their names.
pub(super) fn install(vm: &mut Vm) {
    for &(class, module) in ELSEWHERE {
        vm.heap.type_mut(class).module = module.into();
    }
    // The one built-in class with two bases.
    let group = vm.heap.type_mut(classes::EXCEPTION_GROUP);
    group.bases.push(classes::EXCEPTION);
    group.mro = [
        classes::EXCEPTION_GROUP,
        classes::BASE_EXCEPTION_GROUP,
        classes::EXCEPTION,
        classes::BASE_EXCEPTION,
        classes::OBJECT,
    ]
    .into();
    let exception = vm.heap.type_mut(classes::EXCEPTION);
    exception.subclasses.push(classes::EXCEPTION_GROUP);
    for &class in generic::GENERIC {
        vm.add_methods(class, generic::CLASS_ITEM);
    }
    for index in 0..classes::ALL.len() {
        let class = ObjId::new(u32::try_from(index).expect("few classes"));
        if is_public(class) {
            let name = vm.heap.intern(classes::ALL[index].name);
            vm.heap.dict_set_name(vm.builtins, name, Value::Obj(class));
        }
    }
    for (name, value) in [
        ("NotImplemented", Value::NotImplemented),
        ("Ellipsis", Value::Ellipsis),
        ("__debug__", Value::bool(true)),
        ("IOError", Value::Obj(classes::OS_ERROR)),
        ("EnvironmentError", Value::Obj(classes::OS_ERROR)),
    ] {
        let name = vm.heap.intern(name);
        vm.heap.dict_set_name(vm.builtins, name, value);
    }
}
