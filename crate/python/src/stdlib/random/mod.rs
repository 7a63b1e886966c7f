//! `random`: CPython's generator, seeded with 0 unless the program seeds it.

mod distributions;
mod mersenne;
mod sequences;
mod sha512;

use std::hash::{Hash, Hasher};

use crate::bigint::BigInt;

use crate::builtins::number::Num;
use crate::native::{NativeDef, PyResult};
use crate::object::{Foreign, Layout, ObjId, Object, Value, classes};
use crate::vm::Vm;
pub(crate) use mersenne::Mersenne;

/// An instance of `Random`.
#[derive(Clone, Debug)]
struct Generator {
    source: Mersenne,
    /// The second of the two numbers that `gauss` makes at once.
    gauss_next: Option<f64>,
}

impl Foreign for Generator {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
    fn hash_state(&self, mut hasher: &mut dyn Hasher) {
        self.source.hash(&mut hasher);
        self.gauss_next.map(f64::to_bits).hash(&mut hasher);
    }
    fn size_bytes(&self) -> usize {
        2500
    }
}

/// Methods of `Random` that seed and keep its state; functions of the module by the same names.
static METHODS: &[NativeDef] = &[
    NativeDef::new("seed", "self, a?, version?", |vm, args| {
        let key = seed_words(vm, args[1])?;
        let generator = generator(vm, args[0])?;
        generator.source = Mersenne::new(&key);
        generator.gauss_next = None;
        Ok(Value::None)
    }),
    NativeDef::new("random", "self, /", |vm, args| {
        Ok(Value::Float(generator(vm, args[0])?.source.float()))
    }),
    NativeDef::new("getrandbits", "self, k, /", get_random_bits),
    NativeDef::new("randbytes", "self, n", |vm, args| {
        let n = vm.to_index(args[1])?;
        let Ok(n) = usize::try_from(n) else {
            return Err(vm.value_error("Cannot convert negative int"));
        };
        vm.check_room(Some(n))?;
        let n_bits = n as u64 * 8;
        let words = generator(vm, args[0])?.source.words_of_bits(n_bits);
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate(n);
        Ok(vm.new_bytes(&bytes))
    }),
    NativeDef::new("getstate", "self", get_state),
    NativeDef::new("setstate", "self, state", set_state),
];

static CONSTRUCTOR: &[NativeDef] = &[
    crate::builtins::constructor("cls, x?", |vm, args| {
        let class = vm.class_argument(args[0])?;
        let key = seed_words(vm, args[1])?;
        let generator = Generator {
            source: Mersenne::new(&key),
            gauss_next: None,
        };
        let object = Object::Foreign(Box::new(generator));
        Ok(Value::Obj(vm.heap.alloc(class, object)))
    }),
    NativeDef::new("__init__", "self, x?", |vm, args| {
        // A subclass may give its own arguments to `__new__`; what is given here is what seeds.
        if !args[1].is_unbound() {
            let key = seed_words(vm, args[1])?;
            generator(vm, args[0])?.source = Mersenne::new(&key);
        }
        Ok(Value::None)
    }),
];

/// The module.
pub(super) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    let module = vm.native_module("random", &[]);
    let class = vm.native_class(
        module,
        "Random",
        classes::OBJECT,
        Layout::Foreign,
        CONSTRUCTOR,
    )?;
    vm.native_class(module, "SystemRandom", class, Layout::Foreign, &[])?;
    let instance = vm.heap.alloc(
        class,
        Object::Foreign(Box::new(Generator {
            source: Mersenne::new(&[0]),
            gauss_next: None,
        })),
    );
    vm.set_global(module, "_inst", Value::Obj(instance));
    for methods in [METHODS, sequences::METHODS, distributions::METHODS] {
        vm.add_methods(class, methods);
        for method in methods {
            let name = vm.heap.intern(method.name);
            let bound = vm.get_attr(Value::Obj(instance), name)?;
            vm.set_global(module, method.name, bound);
        }
    }
    Ok(module)
}

/// The generator that a method was called on.
fn generator(vm: &mut Vm, value: Value) -> PyResult<&mut Generator> {
    let is_one = match vm.heap.object(value) {
        Some(Object::Foreign(foreign)) => foreign.is::<Generator>(),
        _ => false,
    };
    let Some(id) = value.obj().filter(|_| is_one) else {
        return Err(vm.type_error("descriptor requires a 'random.Random' object"));
    };
    match vm.heap.get_mut(id) {
        Object::Foreign(foreign) => Ok(foreign.downcast_mut().expect("its type was asked for")),
        _ => unreachable!("its layout was asked for"),
    }
}

/// The words of a seed, the least significant first.
fn seed_words(vm: &mut Vm, seed: Value) -> PyResult<Vec<u32>> {
    if seed.is_unbound() || seed.is_none() {
        return vm.system_seed();
    }
    if let Some(num) = vm.number(seed) {
        let int = match num {
            Num::Float(_) | Num::Complex(..) => {
                let hash = vm.hash_number(seed).unwrap_or(0);
                BigInt::from(hash.cast_unsigned())
            }
            int => int.to_big().unwrap_or_default(),
        };
        return Ok(int_words(&int));
    }
    let bytes = match vm.heap.str(seed) {
        Some(string) => Some(string.text.as_bytes().to_vec()),
        None => vm.bytes_of(seed).map(<[u8]>::to_vec),
    };
    let Some(mut bytes) = bytes else {
        return Err(vm.type_error(
            "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.",
        ));
    };
    let digest = sha512::sha512(&bytes);
    bytes.extend(digest);
    bytes.reverse();
    Ok(int_words(&BigInt::from_bytes(&bytes, false)))
}

fn int_words(int: &BigInt) -> Vec<u32> {
    let words = int.digits().to_vec();
    if words.is_empty() { vec![0] } else { words }
}

impl Vm {
    /// A seed as CPython takes it from the operating system: as many random bytes as the generator
    /// has state.
    fn system_seed(&mut self) -> PyResult<Vec<u32>> {
        let bytes = self.system_random(2496);
        let int = BigInt::from_bytes(&bytes, false);
        Ok(int_words(&int))
    }

    /// Random bytes in the place of the operating system's (`os.urandom`, `secrets`, `uuid4`).
    pub fn system_random(&mut self, n: usize) -> Vec<u8> {
        let source = self
            .system_source
            .get_or_insert_with(|| Mersenne::new(&[0]));
        let words = source.words_of_bits(n as u64 * 8);
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate(n);
        bytes
    }
}

fn get_random_bits(vm: &mut Vm, args: &[Value]) -> PyResult {
    let n = vm.to_index(args[1])?;
    let Ok(n) = u64::try_from(n) else {
        return Err(vm.value_error("Cannot convert negative int"));
    };
    vm.check_room(usize::try_from(n / 8).ok())?;
    let source = &mut generator(vm, args[0])?.source;
    if n < 64 {
        let n = u32::try_from(n).expect("checked");
        return Ok(Value::Int(source.bits(n).cast_signed()));
    }
    let words = source.words_of_bits(n);
    Ok(vm.new_int(BigInt::from_digits(words)))
}

fn get_state(vm: &mut Vm, args: &[Value]) -> PyResult {
    let generator = generator(vm, args[0])?;
    let (words, index) = generator.source.words();
    let mut items: Vec<Value> = words
        .iter()
        .map(|word| Value::Int(i64::from(*word)))
        .collect();
    items.push(Value::Int(i64::try_from(index).unwrap_or(0)));
    let gauss = generator.gauss_next.map_or(Value::None, Value::Float);
    let internal = vm.heap.new_tuple(&items);
    Ok(vm.heap.new_tuple(&[Value::Int(3), internal, gauss]))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> PyResult {
    let parts = vm.collect(args[1])?;
    let [Value::Int(3), internal, gauss] = parts[..] else {
        return Err(vm.value_error("state with a version other than 3 can't be taken up"));
    };
    let mut words = Vec::with_capacity(625);
    for item in vm.collect(internal)? {
        match u32::try_from(vm.to_index_clamped(item)?) {
            Ok(word) => words.push(word),
            Err(_) => return Err(vm.value_error("invalid state")),
        }
    }
    let index = words.pop().unwrap_or(0) as usize;
    let Some(source) = Mersenne::from_words(&words, index) else {
        return Err(vm.value_error("state vector is the wrong size"));
    };
    let gauss_next = match gauss {
        Value::None => None,
        value => Some(vm.to_float(value)?),
    };
    *generator(vm, args[0])? = Generator { source, gauss_next };
    Ok(Value::None)
}
