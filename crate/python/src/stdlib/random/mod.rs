//! `_random`: CPython's generator, which `random` (`py/random.py`) draws from.

mod mersenne;

use std::hash::{Hash, Hasher};

use crate::bigint::BigInt;

use crate::native::{NativeDef, PyResult};
use crate::object::{Foreign, Layout, ObjId, Object, Value, classes};
use crate::vm::Vm;
pub(crate) use mersenne::Mersenne;

/// An instance of `Random`.
#[derive(Clone, Debug)]
struct Generator(Mersenne);

impl Foreign for Generator {
    fn clone_box(&self) -> Box<dyn Foreign> {
        Box::new(self.clone())
    }
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
    fn hash_state(&self, mut hasher: &mut dyn Hasher) {
        self.0.hash(&mut hasher);
    }
    fn size_bytes(&self) -> usize {
        2500
    }
}

static METHODS: &[NativeDef] = &[
    crate::builtins::constructor("cls, *args, **options", |vm, args| {
        let class = vm.class_argument(args[0])?;
        let object = Object::Foreign(Box::new(Generator(Mersenne::new(&[0]))));
        Ok(Value::Obj(vm.heap.alloc(class, object)))
    }),
    // The words of an integer that is not negative, the least significant first, are the key.
    NativeDef::new("_seed", "self, number, /", |vm, args| {
        let number = vm.to_bigint(args[1]).unwrap_or_default();
        let key = match number.digits() {
            [] => &[0],
            words => words,
        };
        *generator(vm, args[0])? = Mersenne::new(key);
        Ok(Value::None)
    }),
    NativeDef::new("random", "self, /", |vm, args| {
        Ok(Value::float(generator(vm, args[0])?.float()))
    }),
    NativeDef::new("getrandbits", "self, k, /", get_random_bits),
    NativeDef::new("getstate", "self, /", get_state),
    NativeDef::new("setstate", "self, state, /", set_state),
];

/// The module.
pub(super) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    let module = vm.native_module("_random", &[]);
    vm.native_class(module, "Random", classes::OBJECT, Layout::Foreign, METHODS)?;
    Ok(module)
}

/// The generator that a method was called on.
fn generator(vm: &mut Vm, value: Value) -> PyResult<&mut Mersenne> {
    let is_one = match vm.heap.object(value) {
        Some(Object::Foreign(foreign)) => foreign.is::<Generator>(),
        _ => false,
    };
    let Some(id) = value.obj().filter(|_| is_one) else {
        return Err(vm.type_error("descriptor requires a 'random.Random' object"));
    };
    match vm.heap.get_mut(id) {
        Object::Foreign(foreign) => {
            let generator = foreign.downcast_mut::<Generator>();
            Ok(&mut generator.expect("its type was asked for").0)
        }
        _ => unreachable!("its layout was asked for"),
    }
}

impl Vm {
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
    let source = generator(vm, args[0])?;
    if n < 64 {
        let n = u32::try_from(n).expect("checked");
        return Ok(Value::Int(source.bits(n).cast_signed()));
    }
    let words = source.words_of_bits(n);
    Ok(vm.new_int(BigInt::from_digits(words)))
}

fn get_state(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (words, index) = generator(vm, args[0])?.words();
    let mut items: Vec<Value> = words
        .iter()
        .map(|word| Value::Int(i64::from(*word)))
        .collect();
    items.push(Value::Int(i64::try_from(index).unwrap_or(0)));
    Ok(vm.heap.new_tuple(&items))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> PyResult {
    let mut words = Vec::with_capacity(625);
    for item in vm.collect(args[1])? {
        match u32::try_from(vm.to_index_clamped(item)?) {
            Ok(word) => words.push(word),
            Err(_) => return Err(vm.value_error("invalid state")),
        }
    }
    let index = words.pop().unwrap_or(0) as usize;
    let Some(state) = Mersenne::from_words(&words, index) else {
        return Err(vm.value_error("state vector is the wrong size"));
    };
    *generator(vm, args[0])? = state;
    Ok(Value::None)
}
