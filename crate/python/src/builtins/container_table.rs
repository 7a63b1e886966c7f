//! Which methods and names the built-in containers and iterators have.

use super::{
    aggregate, container, dict, functions, iterators, list, print, range, set, slice, tuple,
};
use crate::native::NativeDef;
use crate::object::{ObjId, Value, classes};
use crate::vm::Vm;

/// The native methods of containers.
const METHODS: &[(ObjId, &[NativeDef])] = &[
    (classes::LIST, list::METHODS),
    (classes::LIST, container::EQUALITY),
    (classes::LIST, container::ORDER),
    (classes::LIST, container::REPR),
    (classes::LIST, container::COLLECTION),
    (classes::LIST, container::GET_ITEM),
    (classes::LIST, container::SET_ITEM),
    (classes::LIST, container::SEQUENCE_OPERATORS),
    (classes::LIST, container::SEQUENCE_IN_PLACE),
    (classes::TUPLE, tuple::METHODS),
    (classes::TUPLE, container::EQUALITY),
    (classes::TUPLE, container::ORDER),
    (classes::TUPLE, container::REPR),
    (classes::TUPLE, container::HASH),
    (classes::TUPLE, container::COLLECTION),
    (classes::TUPLE, container::GET_ITEM),
    (classes::TUPLE, container::SEQUENCE_OPERATORS),
    (classes::DICT, dict::METHODS),
    (classes::DICT, container::EQUALITY),
    (classes::DICT, container::REPR),
    (classes::DICT, container::COLLECTION),
    (classes::DICT, container::GET_ITEM),
    (classes::DICT, container::SET_ITEM),
    (classes::DICT, container::DICT_OPERATORS),
    (classes::DICT_KEYS, dict::VIEW_METHODS),
    (classes::DICT_KEYS, dict::SET_VIEW_METHODS),
    (classes::DICT_KEYS, container::EQUALITY),
    (classes::DICT_KEYS, container::ORDER),
    (classes::DICT_KEYS, container::REPR),
    (classes::DICT_KEYS, container::COLLECTION),
    (classes::DICT_KEYS, container::SET_OPERATORS),
    (classes::DICT_ITEMS, dict::VIEW_METHODS),
    (classes::DICT_ITEMS, dict::SET_VIEW_METHODS),
    (classes::DICT_ITEMS, container::EQUALITY),
    (classes::DICT_ITEMS, container::ORDER),
    (classes::DICT_ITEMS, container::REPR),
    (classes::DICT_ITEMS, container::COLLECTION),
    (classes::DICT_ITEMS, container::SET_OPERATORS),
    (classes::DICT_VALUES, dict::VIEW_METHODS),
    (classes::DICT_VALUES, container::REPR),
    (classes::DICT_VALUES, container::COLLECTION),
    (classes::SET, set::METHODS),
    (classes::SET, set::COMMON_METHODS),
    (classes::SET, container::EQUALITY),
    (classes::SET, container::ORDER),
    (classes::SET, container::REPR),
    (classes::SET, container::COLLECTION),
    (classes::SET, container::SET_OPERATORS),
    (classes::SET, container::SET_IN_PLACE),
    (classes::FROZENSET, set::FROZEN_METHODS),
    (classes::FROZENSET, set::COMMON_METHODS),
    (classes::FROZENSET, container::EQUALITY),
    (classes::FROZENSET, container::ORDER),
    (classes::FROZENSET, container::REPR),
    (classes::FROZENSET, container::HASH),
    (classes::FROZENSET, container::COLLECTION),
    (classes::FROZENSET, container::SET_OPERATORS),
    (classes::RANGE, range::METHODS),
    (classes::RANGE, container::EQUALITY),
    (classes::RANGE, container::REPR),
    (classes::RANGE, container::HASH),
    (classes::RANGE, container::COLLECTION),
    (classes::RANGE, container::GET_ITEM),
    (classes::SLICE, slice::METHODS),
    (classes::SLICE, container::EQUALITY),
    (classes::SLICE, container::ORDER),
    (classes::SLICE, container::REPR),
    (classes::SLICE, container::HASH),
    (classes::STR, container::COLLECTION),
    (classes::STR, container::GET_ITEM),
    (classes::BYTES, container::COLLECTION),
    (classes::BYTES, container::GET_ITEM),
    (classes::BYTEARRAY, container::COLLECTION),
    (classes::BYTEARRAY, container::GET_ITEM),
    (classes::BYTEARRAY, container::SET_ITEM),
    (classes::MAPPINGPROXY, container::COLLECTION),
    (classes::MAPPINGPROXY, container::GET_ITEM),
    (classes::MAPPINGPROXY, container::REPR),
    (classes::MAPPINGPROXY, container::EQUALITY),
    (classes::ENUMERATE, iterators::ENUMERATE),
    (classes::ZIP, iterators::ZIP),
    (classes::MAP, iterators::MAP),
    (classes::FILTER, iterators::FILTER),
    (classes::REVERSED, iterators::REVERSED),
    (classes::LIST, list::METHODS),
    (classes::LIST, container::EQUALITY),
    (classes::LIST, container::ORDER),
    (classes::LIST, container::REPR),
    (classes::LIST, container::COLLECTION),
    (classes::LIST, container::GET_ITEM),
    (classes::LIST, container::SET_ITEM),
    (classes::LIST, container::SEQUENCE_OPERATORS),
    (classes::LIST, container::SEQUENCE_IN_PLACE),
    (classes::TUPLE, tuple::METHODS),
    (classes::TUPLE, container::EQUALITY),
    (classes::TUPLE, container::ORDER),
    (classes::TUPLE, container::REPR),
    (classes::TUPLE, container::HASH),
    (classes::TUPLE, container::COLLECTION),
    (classes::TUPLE, container::GET_ITEM),
    (classes::TUPLE, container::SEQUENCE_OPERATORS),
    (classes::DICT, dict::METHODS),
    (classes::DICT, container::EQUALITY),
    (classes::DICT, container::REPR),
    (classes::DICT, container::COLLECTION),
    (classes::DICT, container::GET_ITEM),
    (classes::DICT, container::SET_ITEM),
    (classes::DICT, container::DICT_OPERATORS),
    (classes::DICT_KEYS, dict::VIEW_METHODS),
    (classes::DICT_KEYS, dict::SET_VIEW_METHODS),
    (classes::DICT_KEYS, container::EQUALITY),
    (classes::DICT_KEYS, container::ORDER),
    (classes::DICT_KEYS, container::REPR),
    (classes::DICT_KEYS, container::COLLECTION),
    (classes::DICT_KEYS, container::SET_OPERATORS),
    (classes::DICT_ITEMS, dict::VIEW_METHODS),
    (classes::DICT_ITEMS, dict::SET_VIEW_METHODS),
    (classes::DICT_ITEMS, container::EQUALITY),
    (classes::DICT_ITEMS, container::ORDER),
    (classes::DICT_ITEMS, container::REPR),
    (classes::DICT_ITEMS, container::COLLECTION),
    (classes::DICT_ITEMS, container::SET_OPERATORS),
    (classes::DICT_VALUES, dict::VIEW_METHODS),
    (classes::DICT_VALUES, container::REPR),
    (classes::DICT_VALUES, container::COLLECTION),
    (classes::SET, set::METHODS),
    (classes::SET, set::COMMON_METHODS),
    (classes::SET, container::EQUALITY),
    (classes::SET, container::ORDER),
    (classes::SET, container::REPR),
    (classes::SET, container::COLLECTION),
    (classes::SET, container::SET_OPERATORS),
    (classes::SET, container::SET_IN_PLACE),
    (classes::FROZENSET, set::FROZEN_METHODS),
    (classes::FROZENSET, set::COMMON_METHODS),
    (classes::FROZENSET, container::EQUALITY),
    (classes::FROZENSET, container::ORDER),
    (classes::FROZENSET, container::REPR),
    (classes::FROZENSET, container::HASH),
    (classes::FROZENSET, container::COLLECTION),
    (classes::FROZENSET, container::SET_OPERATORS),
    (classes::RANGE, range::METHODS),
    (classes::RANGE, container::EQUALITY),
    (classes::RANGE, container::REPR),
    (classes::RANGE, container::HASH),
    (classes::RANGE, container::COLLECTION),
    (classes::RANGE, container::GET_ITEM),
    (classes::SLICE, slice::METHODS),
    (classes::SLICE, container::EQUALITY),
    (classes::SLICE, container::ORDER),
    (classes::SLICE, container::REPR),
    (classes::SLICE, container::HASH),
    (classes::STR, container::COLLECTION),
    (classes::STR, container::GET_ITEM),
    (classes::BYTES, container::COLLECTION),
    (classes::BYTES, container::GET_ITEM),
    (classes::BYTEARRAY, container::COLLECTION),
    (classes::BYTEARRAY, container::GET_ITEM),
    (classes::BYTEARRAY, container::SET_ITEM),
    (classes::MAPPINGPROXY, container::COLLECTION),
    (classes::MAPPINGPROXY, container::GET_ITEM),
    (classes::MAPPINGPROXY, container::REPR),
    (classes::MAPPINGPROXY, container::EQUALITY),
    (classes::ENUMERATE, iterators::ENUMERATE),
    (classes::ZIP, iterators::ZIP),
    (classes::MAP, iterators::MAP),
    (classes::FILTER, iterators::FILTER),
    (classes::REVERSED, iterators::REVERSED),
];

/// The native functions of the module `builtins` that have to do with containers.
const FUNCTIONS: &[&[NativeDef]] = &[
    aggregate::FUNCTIONS,
    functions::FUNCTIONS,
    print::FUNCTIONS,
    crate::vm::SCOPE_FUNCTIONS,
];

/// The classes that programs find by name.
const NAMED: &[ObjId] = &[
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
    classes::PROPERTY,
    classes::STATICMETHOD,
    classes::CLASSMETHOD,
    classes::SUPER,
    classes::ENUMERATE,
    classes::ZIP,
    classes::MAP,
    classes::FILTER,
    classes::REVERSED,
];

/// Classes whose instances have no hash.
const UNHASHABLE: &[ObjId] = &[
    classes::LIST,
    classes::DICT,
    classes::SET,
    classes::BYTEARRAY,
    classes::DICT_KEYS,
    classes::DICT_ITEMS,
];

/// Fills the classes of containers and iterators, and gives all built-in classes their names.
pub(crate) fn install(vm: &mut Vm) {
    for (class, methods) in METHODS {
        vm.add_methods(*class, methods);
    }
    for &class in iterators::CLASSES {
        vm.add_methods(class, iterators::METHODS);
        vm.add_methods(class, iterators::LENGTH_HINT);
    }
    for &class in UNHASHABLE {
        vm.set_class_constant(class, "__hash__", Value::None);
    }
    for &class in NAMED {
        vm.set_builtin_class(class);
    }
    for index in classes::BASE_EXCEPTION.place()..=classes::USER_WARNING.place() {
        vm.set_builtin_class(ObjId::new(index));
    }
    for functions in FUNCTIONS {
        vm.add_functions(vm.builtins, functions);
    }
}

impl Vm {
    fn set_class_constant(&mut self, class: ObjId, name: &str, value: Value) {
        let dict = self.heap.type_ref(class).dict;
        let name = self.heap.intern(name);
        self.heap.dict_set_name(dict, name, value);
    }

    fn set_builtin_class(&mut self, class: ObjId) {
        let name = self.heap.type_ref(class).name.clone();
        let name = self.heap.intern(&name);
        self.heap
            .dict_set_name(self.builtins, name, Value::Obj(class));
    }
}
