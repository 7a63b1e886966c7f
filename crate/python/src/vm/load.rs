//! Making a machine, and making code ready for it.

use std::rc::Rc;

use super::{Options, Unit, Vm};
use crate::builtins;
use crate::code::{Code, Constant};
use crate::native::{NativeDef, NativeFunction, NativeKind, Signature};
use crate::object::{Heap, Layout, Module, ObjId, Object, Type, Value, classes};

impl Vm {
    /// Makes a machine with all built-ins and nothing to run.
    pub fn new(options: Options) -> Self {
        let mut heap = Heap::new();
        let builtins = heap
            .new_dict(crate::object::Dict::default())
            .obj()
            .expect("dicts are objects");
        let modules = heap
            .new_dict(crate::object::Dict::default())
            .obj()
            .expect("dicts are objects");
        let names = super::known_names::Names::new(&mut heap);
        let mut vm = Self {
            heap,
            names,
            class_epoch: 1,
            class_cache: super::cache::ClassCache::default(),
            caches: Vec::new(),
            options,
            stack: Vec::new(),
            frames: Vec::new(),
            fuel: 0,
            clock_ns: 0,
            system_source: None,
            clock_reads: super::clock::ClockReads::default(),
            output: Vec::new(),
            scratch: String::new(),
            items_taken: (0, 0),
            output_bytes: 0,
            modules,
            builtins,
            n_looks: 0,
            on_its_way: crate::raising::OnItsWay::none(),
            halted: None,
            host: None,
            held: Vec::new(),
            input: crate::native::Input::Start,
            outcome: None,
            reserve: 0,
            granted: 0,
            overdraft: 0,
            next_collection: 0,
            exit: None,
            ending: None,
            empty_unit: Rc::new(Unit::empty()),
            fragile: crate::object::IdSet::default(),
            spare_registers: Vec::new(),
            warned: crate::sorted::SortedSet::default(),
            leaving: None,
            watch: super::watch::Watch::default(),
            async_generators: Vec::new(),
            unrooted_depth: 0,
            nested_depth: 0,
            threads: Vec::new(),
            native_depth: 0,
            repr_active: Vec::new(),
        };
        builtins::install(&mut vm);
        let object = vm.heap.type_ref(classes::OBJECT).dict;
        let doc = vm.names.doc;
        vm.heap.dict_set_name(object, doc, Value::None);
        vm
    }

    /// Puts native methods into a class's namespace.
    pub fn add_methods(&mut self, class: ObjId, methods: &'static [NativeDef]) {
        let dict = self.heap.type_ref(class).dict;
        for def in methods {
            // A setter stands behind its getter in the same attribute.
            let function = self.new_native(def, Value::Obj(class));
            let name = self.heap.intern(def.name);
            let value = match def.kind {
                NativeKind::Method | NativeKind::Static => function,
                NativeKind::Class => Value::Obj(
                    self.heap
                        .alloc(classes::CLASSMETHOD, Object::ClassMethod(function)),
                ),
                NativeKind::Getter => {
                    let parts = Box::new([function, Value::None, Value::None, Value::None]);
                    Value::Obj(
                        self.heap
                            .alloc(classes::GETSET_DESCRIPTOR, Object::Property(parts)),
                    )
                }
                NativeKind::Setter => {
                    let getter = self.heap.dict_get_name(dict, name).and_then(Value::obj);
                    let getter = getter.expect("a getter stands before its setter");
                    if let Object::Property(parts) = self.heap.get_mut(getter) {
                        parts[1] = function;
                    }
                    Value::Obj(getter)
                }
            };
            self.heap.dict_set_name(dict, name, value);
        }
        self.new_class_epoch();
    }

    /// Makes a class of the engine beside the fixed ones. `layout` is that of its instances.
    pub fn new_native_class(
        &mut self,
        name: &str,
        module: &str,
        layout: Layout,
        methods: &'static [NativeDef],
    ) -> ObjId {
        let dict = self.heap.alloc(classes::DICT, Object::Dict(Box::default()));
        let id = self.heap.alloc(classes::TYPE, Object::Free);
        let class = Type {
            name: name.into(),
            qualname: name.into(),
            module: module.into(),
            bases: vec![classes::OBJECT],
            mro: [id, classes::OBJECT].into(),
            dict,
            layout,
            is_heap: false,
            has_dict: false,
            has_finalizer: false,
            subclasses: Vec::new(),
        };
        *self.heap.get_mut(id) = Object::Type(Box::new(class));
        self.heap.type_mut(classes::OBJECT).subclasses.push(id);
        self.add_methods(id, methods);
        id
    }

    /// Puts native functions into a module's globals.
    pub fn add_functions(&mut self, globals: ObjId, functions: &'static [NativeDef]) {
        for def in functions {
            let function = self.new_native(def, Value::Unbound);
            let name = self.heap.intern(def.name);
            self.heap.dict_set_name(globals, name, function);
        }
    }

    /// Makes a native function object. Methods of a class are `method_descriptor`s until they are
    /// bound.
    pub fn new_native(&mut self, def: &'static NativeDef, owner: Value) -> Value {
        let is_descriptor = matches!(def.kind, NativeKind::Method) && !owner.is_unbound();
        let class = if is_descriptor {
            classes::METHOD_DESCRIPTOR
        } else {
            classes::BUILTIN_FUNCTION
        };
        let signature = Rc::new(Signature::parse(def.signature));
        let native = NativeFunction {
            def,
            signature,
            owner,
            receiver: Value::Unbound,
        };
        Value::Obj(self.heap.alloc(class, Object::Native(Box::new(native))))
    }

    /// Makes a module object with empty globals but for `__name__`.
    pub fn new_module(&mut self, name: &str) -> ObjId {
        let dict = self
            .heap
            .new_dict(crate::object::Dict::default())
            .obj()
            .expect("dicts are objects");
        let key = self.heap.intern("__name__");
        let value = Value::Obj(self.heap.intern(name));
        self.heap.dict_set_name(dict, key, value);
        for absent in ["__doc__", "__package__", "__loader__", "__spec__"] {
            let key = self.heap.intern(absent);
            self.heap.dict_set_name(dict, key, Value::None);
        }
        self.heap.alloc(
            classes::MODULE,
            Object::Module(Box::new(Module {
                name: name.into(),
                dict,
                is_initializing: false,
            })),
        )
    }

    /// Makes code ready to run on this machine.
    pub fn load(&mut self, code: &Rc<Code>) -> Rc<Unit> {
        let constants = code
            .constants
            .iter()
            .map(|constant| self.constant(constant))
            .collect();
        let names = code
            .names
            .iter()
            .map(|name| self.heap.intern(name))
            .collect();
        let first_cache = self.reserve_caches(code.sites.len());
        Rc::new(Unit::new(Rc::clone(code), constants, names, first_cache))
    }

    fn constant(&mut self, constant: &Constant) -> Value {
        match constant {
            Constant::None => Value::None,
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Bool(b) => Value::bool(*b),
            Constant::Int(i) => Value::Int(*i),
            Constant::BigInt(int) => Value::Obj(
                self.heap
                    .alloc(classes::INT, Object::BigInt(Rc::new(int.clone()))),
            ),
            Constant::Float(f) => Value::float(*f),
            Constant::Imaginary(f) => {
                Value::Obj(self.heap.alloc(classes::COMPLEX, Object::Complex(0.0, *f)))
            }
            Constant::Str(text) if text.len() <= 64 => Value::Obj(self.heap.intern(text)),
            Constant::Str(text) => self.heap.new_str_rc(Rc::clone(text)),
            Constant::Bytes(bytes) => Value::Obj(
                self.heap
                    .alloc(classes::BYTES, Object::Bytes(Rc::clone(bytes))),
            ),
            Constant::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|item| self.constant(item)).collect();
                self.heap.new_tuple(&items)
            }
            Constant::FrozenSet(items) => {
                let has_text = items.iter().any(|item| matches!(item, Constant::Str(_)));
                let items: Vec<Value> = items.iter().map(|item| self.constant(item)).collect();
                let set = self.constant_set(&items);
                match self.heap.object(set) {
                    // CPython interns the strings of a constant set and then builds it anew from
                    // its own order.
                    Some(Object::FrozenSet(table)) if has_text => {
                        let members: Vec<Value> = table.iter().map(|(_, key)| key).collect();
                        self.constant_set(&members)
                    }
                    _ => set,
                }
            }
            Constant::Code(code) => {
                let unit = self.load(code);
                Value::Obj(self.heap.alloc(classes::CODE, Object::Code(unit)))
            }
        }
    }
}
