//! A hash of everything in the heap, for the tests of time travel.

use std::hash::{Hash, Hasher};

use super::{Attributes, Heap, Object};

impl Heap {
    /// Feeds all objects to a hasher.
    pub fn hash_state(&self, hasher: &mut dyn Hasher) {
        for slot in &self.slots {
            hasher.write_u32(slot.class.place());
            hash_object(&slot.object, hasher);
        }
    }
}

fn hash_object(object: &Object, mut hasher: &mut dyn Hasher) {
    std::mem::discriminant(object).hash(&mut hasher);
    match object {
        Object::Instance(Attributes::Shaped { shape, values }) => (shape, values).hash(&mut hasher),
        Object::Instance(Attributes::Dict(dict)) => dict.hash(&mut hasher),
        Object::Str(string) => string.text.hash(&mut hasher),
        Object::Bytes(bytes) => bytes.hash(&mut hasher),
        Object::ByteArray(bytes) => bytes.hash(&mut hasher),
        Object::BigInt(int) => int.hash(&mut hasher),
        Object::Complex(re, im) => (re.to_bits(), im.to_bits()).hash(&mut hasher),
        Object::Number(value) | Object::Cell(value) | Object::MappingProxy(value) => {
            value.hash(&mut hasher)
        }
        Object::Tuple(items) => items.hash(&mut hasher),
        Object::List(items) => items.hash(&mut hasher),
        Object::Dict(dict) => dict.iter().for_each(|entry| entry.hash(&mut hasher)),
        Object::Set(set) | Object::FrozenSet(set) => {
            set.iter().for_each(|member| member.hash(&mut hasher))
        }
        Object::BoundMethod(method) => (method.function, method.receiver).hash(&mut hasher),
        Object::Exception(exception) => {
            exception.args.hash(&mut hasher);
            (
                exception.cause,
                exception.context,
                exception.traceback.len(),
            )
                .hash(&mut hasher);
        }
        Object::Generator(generator) => {
            generator.state.hash(&mut hasher);
            if let Some(frame) = generator.sleeping_frame() {
                frame.ip.hash(&mut hasher);
                frame.registers.hash(&mut hasher);
            }
        }
        Object::Iterator(iter) => iter.hash(&mut hasher),
        Object::Foreign(foreign) => foreign.hash_state(hasher),
        _ => {}
    }
}
