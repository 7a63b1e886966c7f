//! The built-in classes, which stand at fixed places of every heap.

use super::{Layout, ObjId};

/// What the heap is told of a built-in class at the start.
#[derive(Debug)]
pub struct ClassSpec {
    /// `__name__`
    pub name: &'static str,
    /// The one base; `object` itself has none.
    pub base: Option<ObjId>,
    /// The layout of instances.
    pub layout: Layout,
    /// Whether instances take attributes of their own.
    pub has_dict: bool,
}

macro_rules! classes {
    ($($id:ident = $name:literal ($base:expr, $layout:ident $(, $dict:ident)?);)*) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "only counts the constants")]
        #[repr(u32)]
        enum Place { $($id),* }
        $(
            #[doc = concat!("`", $name, "`")]
            pub const $id: ObjId = ObjId::new(Place::$id as u32);
        )*
        /// All built-in classes, in the order of their ids.
        pub const ALL: &[ClassSpec] = &[$(
            ClassSpec { name: $name, base: $base, layout: Layout::$layout, has_dict: classes!(@dict $($dict)?) }
        ),*];
    };
    (@dict) => { false };
    (@dict dict) => { true };
}

classes! {
    OBJECT = "object" (None, Instance);
    TYPE = "type" (Some(OBJECT), Type, dict);
    NONE_TYPE = "NoneType" (Some(OBJECT), Closed);
    NOT_IMPLEMENTED_TYPE = "NotImplementedType" (Some(OBJECT), Closed);
    ELLIPSIS_TYPE = "ellipsis" (Some(OBJECT), Closed);
    INT = "int" (Some(OBJECT), Int);
    BOOL = "bool" (Some(INT), Closed);
    FLOAT = "float" (Some(OBJECT), Float);
    COMPLEX = "complex" (Some(OBJECT), Complex);
    STR = "str" (Some(OBJECT), Str);
    BYTES = "bytes" (Some(OBJECT), Bytes);
    BYTEARRAY = "bytearray" (Some(OBJECT), ByteArray);
    MEMORYVIEW = "memoryview" (Some(OBJECT), Closed);
    TUPLE = "tuple" (Some(OBJECT), Tuple);
    LIST = "list" (Some(OBJECT), List);
    DICT = "dict" (Some(OBJECT), Dict);
    SET = "set" (Some(OBJECT), Set);
    FROZENSET = "frozenset" (Some(OBJECT), FrozenSet);
    RANGE = "range" (Some(OBJECT), Closed);
    SLICE = "slice" (Some(OBJECT), Closed);
    FUNCTION = "function" (Some(OBJECT), Closed, dict);
    BUILTIN_FUNCTION = "builtin_function_or_method" (Some(OBJECT), Closed);
    METHOD_DESCRIPTOR = "method_descriptor" (Some(OBJECT), Closed);
    GETSET_DESCRIPTOR = "getset_descriptor" (Some(OBJECT), Closed);
    MEMBER_DESCRIPTOR = "member_descriptor" (Some(OBJECT), Closed);
    METHOD = "method" (Some(OBJECT), Closed);
    CELL = "cell" (Some(OBJECT), Closed);
    CODE = "code" (Some(OBJECT), Closed);
    FRAME = "frame" (Some(OBJECT), Closed);
    MODULE = "module" (Some(OBJECT), Module, dict);
    TRACEBACK = "traceback" (Some(OBJECT), Closed);
    GENERATOR = "generator" (Some(OBJECT), Closed);
    COROUTINE = "coroutine" (Some(OBJECT), Closed);
    ASYNC_GENERATOR = "async_generator" (Some(OBJECT), Closed);
    COROUTINE_WRAPPER = "coroutine_wrapper" (Some(OBJECT), Closed);
    ASYNC_GENERATOR_STEP = "async_generator_asend" (Some(OBJECT), Foreign);
    ASYNC_GENERATOR_THROW = "async_generator_athrow" (Some(OBJECT), Foreign);
    ANEXT_AWAITABLE = "anext_awaitable" (Some(OBJECT), Foreign);
    LIST_ITERATOR = "list_iterator" (Some(OBJECT), Closed);
    LIST_REVERSE_ITERATOR = "list_reverseiterator" (Some(OBJECT), Closed);
    TUPLE_ITERATOR = "tuple_iterator" (Some(OBJECT), Closed);
    STR_ITERATOR = "str_iterator" (Some(OBJECT), Closed);
    STR_ASCII_ITERATOR = "str_ascii_iterator" (Some(OBJECT), Closed);
    BYTES_ITERATOR = "bytes_iterator" (Some(OBJECT), Closed);
    RANGE_ITERATOR = "range_iterator" (Some(OBJECT), Closed);
    LONG_RANGE_ITERATOR = "longrange_iterator" (Some(OBJECT), Closed);
    DICT_KEY_ITERATOR = "dict_keyiterator" (Some(OBJECT), Closed);
    DICT_VALUE_ITERATOR = "dict_valueiterator" (Some(OBJECT), Closed);
    DICT_ITEM_ITERATOR = "dict_itemiterator" (Some(OBJECT), Closed);
    DICT_REVERSE_KEY_ITERATOR = "dict_reversekeyiterator" (Some(OBJECT), Closed);
    DICT_REVERSE_VALUE_ITERATOR = "dict_reversevalueiterator" (Some(OBJECT), Closed);
    DICT_REVERSE_ITEM_ITERATOR = "dict_reverseitemiterator" (Some(OBJECT), Closed);
    SET_ITERATOR = "set_iterator" (Some(OBJECT), Closed);
    SEQUENCE_ITERATOR = "iterator" (Some(OBJECT), Closed);
    REVERSED = "reversed" (Some(OBJECT), Closed);
    CALLABLE_ITERATOR = "callable_iterator" (Some(OBJECT), Closed);
    ENUMERATE = "enumerate" (Some(OBJECT), Closed);
    ZIP = "zip" (Some(OBJECT), Closed);
    MAP = "map" (Some(OBJECT), Closed);
    FILTER = "filter" (Some(OBJECT), Closed);
    DICT_KEYS = "dict_keys" (Some(OBJECT), Closed);
    DICT_VALUES = "dict_values" (Some(OBJECT), Closed);
    DICT_ITEMS = "dict_items" (Some(OBJECT), Closed);
    PROPERTY = "property" (Some(OBJECT), Property, dict);
    STATICMETHOD = "staticmethod" (Some(OBJECT), Foreign, dict);
    CLASSMETHOD = "classmethod" (Some(OBJECT), Foreign, dict);
    SUPER = "super" (Some(OBJECT), Closed);
    MAPPINGPROXY = "mappingproxy" (Some(OBJECT), Closed);
    WEAKREF = "ReferenceType" (Some(OBJECT), Closed);
    SIMPLE_NAMESPACE = "SimpleNamespace" (Some(OBJECT), Instance, dict);
    GENERIC_ALIAS = "GenericAlias" (Some(OBJECT), Foreign);
    UNION = "Union" (Some(OBJECT), Foreign);

    BASE_EXCEPTION = "BaseException" (Some(OBJECT), Exception, dict);
    BASE_EXCEPTION_GROUP = "BaseExceptionGroup" (Some(BASE_EXCEPTION), Exception, dict);
    GENERATOR_EXIT = "GeneratorExit" (Some(BASE_EXCEPTION), Exception, dict);
    KEYBOARD_INTERRUPT = "KeyboardInterrupt" (Some(BASE_EXCEPTION), Exception, dict);
    SYSTEM_EXIT = "SystemExit" (Some(BASE_EXCEPTION), Exception, dict);
    EXCEPTION = "Exception" (Some(BASE_EXCEPTION), Exception, dict);
    EXCEPTION_GROUP = "ExceptionGroup" (Some(BASE_EXCEPTION_GROUP), Exception, dict);
    ARITHMETIC_ERROR = "ArithmeticError" (Some(EXCEPTION), Exception, dict);
    FLOATING_POINT_ERROR = "FloatingPointError" (Some(ARITHMETIC_ERROR), Exception, dict);
    OVERFLOW_ERROR = "OverflowError" (Some(ARITHMETIC_ERROR), Exception, dict);
    ZERO_DIVISION_ERROR = "ZeroDivisionError" (Some(ARITHMETIC_ERROR), Exception, dict);
    ASSERTION_ERROR = "AssertionError" (Some(EXCEPTION), Exception, dict);
    ATTRIBUTE_ERROR = "AttributeError" (Some(EXCEPTION), Exception, dict);
    BUFFER_ERROR = "BufferError" (Some(EXCEPTION), Exception, dict);
    EOF_ERROR = "EOFError" (Some(EXCEPTION), Exception, dict);
    IMPORT_ERROR = "ImportError" (Some(EXCEPTION), Exception, dict);
    MODULE_NOT_FOUND_ERROR = "ModuleNotFoundError" (Some(IMPORT_ERROR), Exception, dict);
    LOOKUP_ERROR = "LookupError" (Some(EXCEPTION), Exception, dict);
    INDEX_ERROR = "IndexError" (Some(LOOKUP_ERROR), Exception, dict);
    KEY_ERROR = "KeyError" (Some(LOOKUP_ERROR), Exception, dict);
    MEMORY_ERROR = "MemoryError" (Some(EXCEPTION), Exception, dict);
    NAME_ERROR = "NameError" (Some(EXCEPTION), Exception, dict);
    UNBOUND_LOCAL_ERROR = "UnboundLocalError" (Some(NAME_ERROR), Exception, dict);
    OS_ERROR = "OSError" (Some(EXCEPTION), Exception, dict);
    BLOCKING_IO_ERROR = "BlockingIOError" (Some(OS_ERROR), Exception, dict);
    CHILD_PROCESS_ERROR = "ChildProcessError" (Some(OS_ERROR), Exception, dict);
    CONNECTION_ERROR = "ConnectionError" (Some(OS_ERROR), Exception, dict);
    BROKEN_PIPE_ERROR = "BrokenPipeError" (Some(CONNECTION_ERROR), Exception, dict);
    CONNECTION_ABORTED_ERROR = "ConnectionAbortedError" (Some(CONNECTION_ERROR), Exception, dict);
    CONNECTION_REFUSED_ERROR = "ConnectionRefusedError" (Some(CONNECTION_ERROR), Exception, dict);
    CONNECTION_RESET_ERROR = "ConnectionResetError" (Some(CONNECTION_ERROR), Exception, dict);
    FILE_EXISTS_ERROR = "FileExistsError" (Some(OS_ERROR), Exception, dict);
    FILE_NOT_FOUND_ERROR = "FileNotFoundError" (Some(OS_ERROR), Exception, dict);
    INTERRUPTED_ERROR = "InterruptedError" (Some(OS_ERROR), Exception, dict);
    IS_A_DIRECTORY_ERROR = "IsADirectoryError" (Some(OS_ERROR), Exception, dict);
    NOT_A_DIRECTORY_ERROR = "NotADirectoryError" (Some(OS_ERROR), Exception, dict);
    PERMISSION_ERROR = "PermissionError" (Some(OS_ERROR), Exception, dict);
    PROCESS_LOOKUP_ERROR = "ProcessLookupError" (Some(OS_ERROR), Exception, dict);
    TIMEOUT_ERROR = "TimeoutError" (Some(OS_ERROR), Exception, dict);
    REFERENCE_ERROR = "ReferenceError" (Some(EXCEPTION), Exception, dict);
    RUNTIME_ERROR = "RuntimeError" (Some(EXCEPTION), Exception, dict);
    NOT_IMPLEMENTED_ERROR = "NotImplementedError" (Some(RUNTIME_ERROR), Exception, dict);
    RECURSION_ERROR = "RecursionError" (Some(RUNTIME_ERROR), Exception, dict);
    PYTHON_FINALIZATION_ERROR = "PythonFinalizationError" (Some(RUNTIME_ERROR), Exception, dict);
    STOP_ITERATION = "StopIteration" (Some(EXCEPTION), Exception, dict);
    STOP_ASYNC_ITERATION = "StopAsyncIteration" (Some(EXCEPTION), Exception, dict);
    SYNTAX_ERROR = "SyntaxError" (Some(EXCEPTION), Exception, dict);
    INDENTATION_ERROR = "IndentationError" (Some(SYNTAX_ERROR), Exception, dict);
    TAB_ERROR = "TabError" (Some(INDENTATION_ERROR), Exception, dict);
    SYSTEM_ERROR = "SystemError" (Some(EXCEPTION), Exception, dict);
    TYPE_ERROR = "TypeError" (Some(EXCEPTION), Exception, dict);
    VALUE_ERROR = "ValueError" (Some(EXCEPTION), Exception, dict);
    UNICODE_ERROR = "UnicodeError" (Some(VALUE_ERROR), Exception, dict);
    UNICODE_DECODE_ERROR = "UnicodeDecodeError" (Some(UNICODE_ERROR), Exception, dict);
    UNICODE_ENCODE_ERROR = "UnicodeEncodeError" (Some(UNICODE_ERROR), Exception, dict);
    UNICODE_TRANSLATE_ERROR = "UnicodeTranslateError" (Some(UNICODE_ERROR), Exception, dict);
    WARNING = "Warning" (Some(EXCEPTION), Exception, dict);
    BYTES_WARNING = "BytesWarning" (Some(WARNING), Exception, dict);
    DEPRECATION_WARNING = "DeprecationWarning" (Some(WARNING), Exception, dict);
    ENCODING_WARNING = "EncodingWarning" (Some(WARNING), Exception, dict);
    FUTURE_WARNING = "FutureWarning" (Some(WARNING), Exception, dict);
    IMPORT_WARNING = "ImportWarning" (Some(WARNING), Exception, dict);
    PENDING_DEPRECATION_WARNING = "PendingDeprecationWarning" (Some(WARNING), Exception, dict);
    RESOURCE_WARNING = "ResourceWarning" (Some(WARNING), Exception, dict);
    RUNTIME_WARNING = "RuntimeWarning" (Some(WARNING), Exception, dict);
    SYNTAX_WARNING = "SyntaxWarning" (Some(WARNING), Exception, dict);
    UNICODE_WARNING = "UnicodeWarning" (Some(WARNING), Exception, dict);
    USER_WARNING = "UserWarning" (Some(WARNING), Exception, dict);
}
