//! `match`: what patterns ask of their subject.

use super::Vm;
use super::flow::Next;
use crate::code::Op;
use crate::native::{PyResult, Raising};
use crate::object::{ObjId, Object, Value, classes};

impl Vm {
    pub(super) fn execute_match(&mut self, op: Op) -> PyResult<Next> {
        match op {
            Op::MatchSequence { dst, src } => {
                let value = self.checked(src)?;
                let is_sequence = self.is_match_sequence(value);
                self.store(dst, Value::bool(is_sequence))
            }
            Op::MatchMapping { dst, src } => {
                let value = self.checked(src)?;
                let is_mapping = matches!(
                    self.heap.object(value),
                    Some(Object::Dict(_) | Object::MappingProxy(_))
                ) || self.has_flag(value, "Mapping");
                self.store(dst, Value::bool(is_mapping))
            }
            Op::MatchKeys { dst, src, keys } => {
                let (value, keys) = (self.checked(src)?, self.checked(keys)?);
                let found = self.match_keys(value, keys)?;
                self.store(dst, found)
            }
            Op::MatchClass { base, n } => {
                let (subject, class) = (self.register(base), self.register(base + 1));
                let keywords = self.register(base + 2);
                let found = self.match_class(subject, class, usize::from(n), keywords)?;
                self.store(base, found)
            }
            _ => unreachable!("not a pattern's instruction"),
        }
    }

    fn is_match_sequence(&self, value: Value) -> bool {
        match self.heap.object(value) {
            Some(Object::List(_) | Object::Tuple(_) | Object::Range(_)) => true,
            Some(Object::Str(_) | Object::Bytes(_) | Object::ByteArray(_)) => false,
            _ => {
                let class = self.heap.type_ref(self.heap.type_of(value));
                &*class.name == "deque" && !class.is_heap || self.has_flag(value, "Sequence")
            }
        }
    }

    /// Whether a value's class inherits from an abstract class of this name in `collections.abc`.
    fn has_flag(&self, value: Value, name: &str) -> bool {
        let class = self.heap.type_of(value);
        self.heap.type_ref(class).mro.iter().any(|&base| {
            let base = self.heap.type_ref(base);
            &*base.name == name && base.module.starts_with("collections")
        })
    }

    fn match_keys(&mut self, mapping: Value, keys: Value) -> PyResult {
        let mut values = Vec::new();
        for key in self.collect(keys)? {
            match self.heap.object(mapping) {
                Some(Object::Dict(_)) => {
                    let id = mapping.obj().expect("a dict");
                    match self.dict_get(id, key)? {
                        Some(value) => values.push(value),
                        None => return Ok(Value::None),
                    }
                }
                _ => {
                    if !self.contains(mapping, key)? {
                        return Ok(Value::None);
                    }
                    values.push(self.get_item(mapping, key)?);
                }
            }
        }
        Ok(self.heap.new_tuple(&values))
    }

    fn match_class(&mut self, subject: Value, class: Value, n: usize, keywords: Value) -> PyResult {
        let Some(Object::Type(_)) = self.heap.object(class) else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        let class = class.obj().expect("a class");
        if !self.is_instance_of(subject, Value::Obj(class))? {
            return Ok(Value::None);
        }
        let mut values = Vec::new();
        let mut positional = Vec::new();
        if n > 0 {
            let key = self.heap.intern("__match_args__");
            match self.lookup(class, key) {
                Some(names) => {
                    if let Some(found) =
                        self.match_positional(subject, class, names, n, &mut positional)?
                    {
                        values = found;
                    } else {
                        return Ok(Value::None);
                    }
                }
                None if self.matches_itself(class) => {
                    if n > 1 {
                        return Err(self.too_many_patterns(class, 1, n));
                    }
                    values.push(subject);
                }
                None => return Err(self.too_many_patterns(class, 0, n)),
            }
        }
        for name in self.collect(keywords)? {
            let name = name.obj().expect("names are strings");
            if positional.contains(&name) {
                return Err(self.type_error(&format!(
                    "{}() got multiple sub-patterns for attribute '{}'",
                    self.heap.type_ref(class).name,
                    self.heap.text(name)
                )));
            }
            match self.find_attr(subject, name)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(self.heap.new_tuple(&values))
    }

    fn match_positional(
        &mut self,
        subject: Value,
        class: ObjId,
        names: Value,
        n: usize,
        taken: &mut Vec<ObjId>,
    ) -> PyResult<Option<Vec<Value>>> {
        let Some(Object::Tuple(items)) = self.heap.object(names) else {
            return Err(self.type_error(&format!(
                "{}.__match_args__ must be a tuple (got {})",
                self.heap.type_ref(class).name,
                self.type_name(names)
            )));
        };
        let names = items.to_vec();
        if names.len() < n {
            return Err(self.too_many_patterns(class, names.len(), n));
        }
        let mut values = Vec::new();
        for &name in &names[..n] {
            let Some(text) = self
                .heap
                .str(name)
                .map(|name| std::rc::Rc::clone(&name.text))
            else {
                return Err(self.type_error(format_args!(
                    "__match_args__ elements must be strings (got {})",
                    self.type_name(name)
                )));
            };
            let name = self.heap.intern(&text);
            taken.push(name);
            match self.find_attr(subject, name)? {
                Some(value) => values.push(value),
                None => return Ok(None),
            }
        }
        Ok(Some(values))
    }

    /// Whether `C(x)` binds `x` to the subject itself.
    fn matches_itself(&self, class: ObjId) -> bool {
        let own = [
            classes::BOOL,
            classes::BYTEARRAY,
            classes::BYTES,
            classes::DICT,
            classes::FLOAT,
            classes::FROZENSET,
            classes::INT,
            classes::LIST,
            classes::SET,
            classes::STR,
            classes::TUPLE,
        ];
        own.iter().any(|&own| self.heap.is_subclass(class, own))
    }

    fn too_many_patterns(&mut self, class: ObjId, allowed: usize, n: usize) -> Raising {
        let name = std::rc::Rc::clone(&self.heap.type_ref(class).name);
        let plural = if allowed == 1 { "" } else { "s" };
        self.type_error(format_args!(
            "{name}() accepts {allowed} positional sub-pattern{plural} ({n} given)"
        ))
    }
}
