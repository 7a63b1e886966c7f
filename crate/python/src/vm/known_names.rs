//! Names that the machine itself looks up, interned once.

use crate::object::{Heap, ObjId};

macro_rules! names {
    ($($field:ident = $text:literal;)*) => {
        /// Interned names that the machine asks classes and namespaces for.
        #[derive(Clone, Copy, Debug)]
        #[expect(dead_code, reason = "a name is listed before its first use")]
        pub(crate) struct Names {
            $(pub(crate) $field: ObjId),*
        }

        impl Names {
            /// Interns them all.
            pub(crate) fn new(heap: &mut Heap) -> Self {
                Self { $($field: heap.intern($text)),* }
            }
        }
    };
}

names! {
    abstract_methods = "__abstractmethods__";
    annotate = "__annotate__";
    annotations = "__annotations__";
    bases = "__bases__";
    call = "__call__";
    class = "__class__";
    class_cell = "__classcell__";
    class_dict_cell = "__classdictcell__";
    class_get_item = "__class_getitem__";
    delete = "__delete__";
    delattr = "__delattr__";
    derive = "derive";
    dict = "__dict__";
    dir = "__dir__";
    doc = "__doc__";
    eq = "__eq__";
    exceptions = "exceptions";
    file = "__file__";
    first_line = "__firstlineno__";
    get = "__get__";
    getattr = "__getattr__";
    getattribute = "__getattribute__";
    hash = "__hash__";
    init = "__init__";
    init_subclass = "__init_subclass__";
    instance_check = "__instancecheck__";
    is_abstract = "__isabstractmethod__";
    module = "__module__";
    mro_entries = "__mro_entries__";
    name = "name";
    dunder_name = "__name__";
    new = "__new__";
    notes = "__notes__";
    obj = "obj";
    orig_bases = "__orig_bases__";
    path = "__path__";
    prepare = "__prepare__";
    qualname = "__qualname__";
    set = "__set__";
    set_name = "__set_name__";
    setattr = "__setattr__";
    slots = "__slots__";
    static_attributes = "__static_attributes__";
    subclass_check = "__subclasscheck__";
    subclass_hook = "__subclasshook__";
    type_params = "__type_params__";
    weakref = "__weakref__";
}
