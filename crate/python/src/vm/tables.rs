//! Dicts and sets with Python's equality.

use super::Vm;
use crate::native::{Flow, PyResult, Raising};
use crate::object::{Entry, ObjId, Object, Set, Value, classes};

impl Vm {
    // Dicts

    /// The index of a key's entry.
    ///
    /// # Errors
    ///
    /// What `__eq__` of the keys raises.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn dict_find(
        &mut self,
        dict: ObjId,
        hash: i64,
        key: Value,
    ) -> PyResult<Option<usize>> {
        let table = self.heap.dict(dict);
        let mut unclear = false;
        for index in table.candidates(hash) {
            let Some(entry) = table.entry(index) else {
                continue;
            };
            match self.quick_equal(entry.key, key) {
                Some(true) => return Ok(Some(index)),
                Some(false) => {}
                None => {
                    unclear = true;
                    break;
                }
            }
        }
        if !unclear {
            return Ok(None);
        }
        'again: loop {
            let table = self.heap.dict(dict);
            let version = table.keys_version();
            let candidates: Vec<(usize, Value)> = table
                .candidates(hash)
                .filter_map(|index| Some((index, table.entry(index)?.key)))
                .collect();
            for (index, candidate) in candidates {
                let is_equal = self.equal(candidate, key)?;
                if self.heap.dict(dict).keys_version() != version {
                    continue 'again;
                }
                if is_equal {
                    return Ok(Some(index));
                }
            }
            return Ok(None);
        }
    }

    /// The value of a key.
    ///
    /// # Errors
    ///
    /// What hashing or comparing the key raises.
    #[cfg_attr(engine, optimize(speed))]
    pub fn dict_get(&mut self, dict: ObjId, key: Value) -> PyResult<Option<Value>> {
        let hash = self.hash_key(key)?;
        let index = self.dict_find(dict, hash, key)?;
        Ok(index.and_then(|index| Some(self.heap.dict(dict).entry(index)?.value)))
    }

    /// `dict[key] = value`
    ///
    /// # Errors
    ///
    /// What hashing or comparing the key raises.
    #[cfg_attr(engine, optimize(speed))]
    pub fn dict_set(&mut self, dict: ObjId, key: Value, value: Value) -> PyResult<()> {
        let hash = self.hash_key(key)?;
        self.dict_set_hashed(dict, hash, key, value)
    }

    /// As `dict_set`, with the key's hash at hand.
    ///
    /// # Errors
    ///
    /// What comparing the key raises.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn dict_set_hashed(
        &mut self,
        dict: ObjId,
        hash: i64,
        key: Value,
        value: Value,
    ) -> PyResult<()> {
        if let Some(index) = self.dict_find(dict, hash, key)? {
            self.heap.dict_mut(dict).set_value(index, value);
        } else {
            self.heap.count_bytes(size_of::<Entry>() + 8);
            self.heap.dict_mut(dict).insert_new(hash, key, value);
        }
        Ok(())
    }

    /// Removes a key and gives its value.
    ///
    /// # Errors
    ///
    /// What hashing or comparing the key raises.
    pub fn dict_remove(&mut self, dict: ObjId, key: Value) -> PyResult<Option<Value>> {
        let hash = self.hash_key(key)?;
        let index = self.dict_find(dict, hash, key)?;
        Ok(index.map(|index| self.heap.dict_mut(dict).remove_at(index).value))
    }

    /// Entries of a dict as they are now.
    pub(crate) fn dict_entries(&self, dict: ObjId) -> Vec<Entry> {
        self.heap.dict(dict).iter().copied().collect()
    }

    /// `dict.update(mapping or iterable of pairs)`
    ///
    /// # Errors
    ///
    /// What reading `from`, hashing or comparing keys raises.
    pub fn dict_update(&mut self, dict: ObjId, from: Value) -> PyResult<()> {
        if let Some(other) = self.plain_dict(from) {
            for entry in self.dict_entries(other) {
                self.dict_set_hashed(dict, entry.hash, entry.key, entry.value)?;
            }
            return Ok(());
        }
        let keys = self.heap.intern("keys");
        if let Some(keys) = self.find_attr(from, keys)? {
            let keys = self.call(keys, &[])?;
            let keys = self.iter(keys)?;
            while let Some(key) = self.next(keys)? {
                let value = self.get_item(from, key)?;
                self.dict_set(dict, key, value)?;
            }
            return Ok(());
        }
        let iter = self.iter(from)?;
        let mut n_pairs = 0;
        while let Some(pair) = self.next(iter)? {
            let items = self.pair_items(pair, n_pairs)?;
            let [key, value] = items[..] else {
                let n = items.len();
                return Err(self.value_error(format_args!(
                    "dictionary update sequence element #{n_pairs} has length {n}; 2 is required"
                )));
            };
            self.dict_set(dict, key, value)?;
            n_pairs += 1;
        }
        Ok(())
    }

    fn pair_items(&mut self, pair: Value, n_pairs: usize) -> PyResult<Vec<Value>> {
        if let Some(items) = self.plain_items(pair) {
            return Ok(items);
        }
        let iter = match self.iter(pair) {
            Err(raising) if self.matches(&raising, classes::TYPE_ERROR) => {
                Err(self.type_error("object is not iterable"))
            }
            iter => iter,
        };
        iter.and_then(|iter| self.collect_rest(iter))
            .map_err(|raising| self.in_update_sequence(raising, n_pairs))
    }

    fn in_update_sequence(&mut self, raising: Raising, n_pairs: usize) -> Raising {
        let raised = self.caught(raising);
        if self.exception_matches(raised, classes::TYPE_ERROR) {
            let note = format!(
                "Cannot convert dictionary update sequence element #{n_pairs} to a sequence"
            );
            self.add_note(raised.0, &note);
        }
        self.raising(raised)
    }

    /// The dict behind a value whose class has `dict`'s own way of iterating.
    pub(crate) fn plain_dict(&mut self, value: Value) -> Option<ObjId> {
        let id = value.obj()?;
        match self.heap.get(id) {
            Object::Dict(_) => {}
            Object::MappingProxy(inner) => return self.plain_dict(*inner),
            _ => return None,
        }
        let class = self.heap.class_of(id);
        if class != classes::DICT {
            let name = self.heap.intern("__iter__");
            let method = self.lookup(class, name)?;
            if !self.is_method_of(method, classes::DICT) {
                return None;
            }
        }
        Some(id)
    }

    /// `dict[key]` with `__missing__` of a subclass.
    ///
    /// # Errors
    ///
    /// `KeyError`; what hashing, comparing or `__missing__` raises.
    pub(crate) fn dict_item_flow(&mut self, dict: ObjId, key: Value) -> PyResult<Flow> {
        if let Some(value) = self.dict_get(dict, key)? {
            return Ok(Flow::Return(value));
        }
        if self.heap.class_of(dict) != classes::DICT
            && let Some(flow) = self.special_flow(Value::Obj(dict), "__missing__", &[key])?
        {
            return Ok(flow);
        }
        Err(self.key_error(key))
    }

    // Sets

    /// The table of a set or frozen set.
    pub(crate) fn set_table(&self, set: ObjId) -> &Set {
        match self.heap.get(set) {
            Object::Set(table) | Object::FrozenSet(table) => table,
            _ => unreachable!("expected a set"),
        }
    }

    /// The table of a set or frozen set, to change it.
    pub(crate) fn set_table_mut(&mut self, set: ObjId) -> &mut Set {
        match self.heap.get_mut(set) {
            Object::Set(table) | Object::FrozenSet(table) => table,
            _ => unreachable!("expected a set"),
        }
    }

    /// The place of a member.
    ///
    /// # Errors
    ///
    /// What `__eq__` of the members raises.
    pub(crate) fn set_find(
        &mut self,
        set: ObjId,
        hash: i64,
        key: Value,
    ) -> PyResult<Option<usize>> {
        let table = self.set_table(set);
        let mut unclear = false;
        for place in table.candidates(hash) {
            match table.key(place).map(|known| self.quick_equal(known, key)) {
                Some(Some(true)) => return Ok(Some(place)),
                Some(None) => {
                    unclear = true;
                    break;
                }
                Some(Some(false)) | None => {}
            }
        }
        if !unclear {
            return Ok(None);
        }
        'again: loop {
            let table = self.set_table(set);
            let version = table.version();
            let candidates: Vec<(usize, Value)> = table
                .candidates(hash)
                .filter_map(|place| Some((place, table.key(place)?)))
                .collect();
            for (place, candidate) in candidates {
                let is_equal = self.equal(candidate, key)?;
                if self.set_table(set).version() != version {
                    continue 'again;
                }
                if is_equal {
                    return Ok(Some(place));
                }
            }
            return Ok(None);
        }
    }

    /// `key in set`
    ///
    /// # Errors
    ///
    /// What hashing or comparing raises.
    pub fn set_contains(&mut self, set: ObjId, key: Value) -> PyResult<bool> {
        let hash = self.hash_member(key)?;
        Ok(self.set_find(set, hash, key)?.is_some())
    }

    /// `set.add(key)`; whether it is new.
    ///
    /// # Errors
    ///
    /// What hashing or comparing raises.
    pub fn set_add(&mut self, set: ObjId, key: Value) -> PyResult<bool> {
        let hash = self.hash_member(key)?;
        self.set_add_hashed(set, hash, key)
    }

    /// As `set_add`, with the hash at hand.
    ///
    /// # Errors
    ///
    /// What comparing raises.
    pub(crate) fn set_add_hashed(&mut self, set: ObjId, hash: i64, key: Value) -> PyResult<bool> {
        if self.set_find(set, hash, key)?.is_some() {
            return Ok(false);
        }
        self.heap.count_bytes(48);
        self.set_table_mut(set).insert_new(hash, key);
        Ok(true)
    }

    /// A frozen set of constants, all of them hashable.
    pub fn constant_set(&mut self, items: &[Value]) -> Value {
        let set = self
            .heap
            .alloc(classes::FROZENSET, Object::FrozenSet(Box::default()));
        for &item in items {
            let added = self.set_add(set, item);
            debug_assert!(
                added.is_ok(),
                "the compiler puts only hashable constants here"
            );
        }
        Value::Obj(set)
    }
}
