//! Variables: globals, namespaces, cells.

use std::rc::Rc;

use super::cache::Cache;
use super::{Unit, Vm};
use crate::code::{CodeKind, Reg};
use crate::native::{PyResult, Raising};
use crate::object::{ObjId, Object, Value, classes};

impl Vm {
    fn globals(&self) -> ObjId {
        self.frames.last().expect("a frame runs").globals.id()
    }

    /// A global, else a built-in, at the place where the site found it last time.
    #[inline(always)]
    pub(super) fn load_global_cached(
        &self,
        unit: &Unit,
        site: u16,
        globals: ObjId,
    ) -> Option<Value> {
        let (dict, index) = match self.caches[unit.first_cache as usize + usize::from(site)][0] {
            Cache::Global { dict, index } if dict == globals => (globals, index),
            Cache::Builtin {
                globals: dict,
                version,
                index,
            } if dict == globals && self.heap.dict(globals).keys_version() == version => {
                (self.builtins, index)
            }
            _ => return None,
        };
        let entry = self.heap.dict(dict).entry(index as usize)?;
        (entry.key.is(Value::Obj(unit.site_name(site)))).then_some(entry.value)
    }

    /// A global, else a built-in.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn load_global(&mut self, unit: &Unit, site: u16) -> PyResult {
        let name = unit.site_name(site);
        let globals = self.globals();
        let hash = self.heap.str_hash(name);
        let cache = unit.first_cache as usize + usize::from(site);
        let key = Value::Obj(name);
        if let Some(index) = self.heap.dict(globals).find_identical(hash, key) {
            self.caches[cache][0] = Cache::Global {
                dict: globals,
                index: u32::try_from(index).expect("the memory cap is far below"),
            };
            return Ok(self.value_at(globals, index));
        }
        if let Some(index) = self.heap.dict(self.builtins).find_identical(hash, key)
            && self.heap.find_name(self.heap.dict(globals), name).is_none()
        {
            self.caches[cache][0] = Cache::Builtin {
                globals,
                version: self.heap.dict(globals).keys_version(),
                index: u32::try_from(index).expect("the memory cap is far below"),
            };
            return Ok(self.value_at(self.builtins, index));
        }
        match self.heap.dict_get_name(globals, name) {
            Some(value) => Ok(value),
            None => Err(self.name_error(name)),
        }
    }

    fn value_at(&self, dict: ObjId, index: usize) -> Value {
        let entry = self.heap.dict(dict).entry(index);
        entry.map_or(Value::Unbound, |entry| entry.value)
    }

    /// Gives what the name stood for before.
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn store_global(&mut self, unit: &Unit, site: u16, value: Value) -> Value {
        let (globals, name) = (self.globals(), unit.site_name(site));
        let cache = unit.first_cache as usize + usize::from(site);
        if let Cache::Global { dict, index } = self.caches[cache][0]
            && dict == globals
            && let dict = self.heap.dict_mut(globals)
            && let Some(entry) = dict.entry(index as usize)
            && entry.key.is(Value::Obj(name))
        {
            let old = entry.value;
            dict.set_value(index as usize, value);
            return old;
        }
        let found = self.heap.find_name(self.heap.dict(globals), name);
        let (index, old) = match found {
            Some(index) => {
                let old = self.value_at(globals, index);
                self.heap.dict_mut(globals).set_value(index, value);
                (index, old)
            }
            None => (
                self.heap.dict_insert_name(globals, name, value),
                Value::None,
            ),
        };
        self.caches[cache][0] = Cache::Global {
            dict: globals,
            index: u32::try_from(index).expect("the memory cap is far below"),
        };
        old
    }

    pub(super) fn delete_global(&mut self, name: ObjId) -> PyResult<()> {
        let globals = self.globals();
        let Some(index) = self.heap.find_name(self.heap.dict(globals), name) else {
            return Err(self.name_error(name));
        };
        let entry = self.heap.dict_mut(globals).remove_at(index);
        self.value_dropped(entry.value);
        Ok(())
    }

    /// The mapping that class bodies and `exec` keep their names in; the globals elsewhere.
    pub(super) fn namespace(&self) -> Value {
        let frame = self.frames.last().expect("a frame runs");
        match frame.unit.code.kind {
            CodeKind::Class => self.register(0),
            _ => frame.globals.into(),
        }
    }

    pub(super) fn load_name(&mut self, name: ObjId) -> PyResult {
        if let Some(value) = self.find_in_namespace(name)? {
            return Ok(value);
        }
        let globals = self.globals();
        let found = self.heap.dict_get_name(globals, name);
        match found.or_else(|| self.heap.dict_get_name(self.builtins, name)) {
            Some(value) => Ok(value),
            None => Err(self.name_error(name)),
        }
    }

    fn find_in_namespace(&mut self, name: ObjId) -> PyResult<Option<Value>> {
        let namespace = self.namespace();
        let id = namespace.obj().expect("a namespace is an object");
        if self.heap.class_of(id) == classes::DICT {
            return Ok(self.heap.dict_get_name(id, name));
        }
        match self.get_item(namespace, Value::Obj(name)) {
            Ok(value) => Ok(Some(value)),
            Err(raised) if self.matches(&raised, classes::KEY_ERROR) => Ok(None),
            Err(raised) => Err(raised),
        }
    }

    pub(super) fn store_name(&mut self, name: ObjId, value: Value) -> PyResult<()> {
        let namespace = self.namespace();
        let id = namespace.obj().expect("a namespace is an object");
        if self.heap.class_of(id) == classes::DICT {
            self.heap.dict_set_name(id, name, value);
            return Ok(());
        }
        self.set_item(namespace, Value::Obj(name), value)
    }

    pub(super) fn delete_name(&mut self, name: ObjId) -> PyResult<()> {
        let namespace = self.namespace();
        let id = namespace.obj().expect("a namespace is an object");
        let is_deleted = if self.heap.class_of(id) == classes::DICT {
            let old = self.heap.dict_get_name(id, name);
            let is_deleted = self.heap.dict_delete_name(id, name);
            self.value_dropped(old.unwrap_or(Value::None));
            is_deleted
        } else {
            self.delete_item(namespace, Value::Obj(name)).is_ok()
        };
        if is_deleted {
            Ok(())
        } else {
            Err(self.name_error(name))
        }
    }

    fn cell_id(&self, cell: Reg) -> ObjId {
        self.register(cell).obj().expect("cells are objects")
    }

    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn load_cell(&mut self, cell: Reg) -> PyResult {
        let Object::Cell(value) = self.heap.get(self.cell_id(cell)) else {
            unreachable!("a cell")
        };
        if value.is_unbound() {
            Err(self.empty_cell(cell))
        } else {
            Ok(*value)
        }
    }

    pub(super) fn load_class_cell(&mut self, cell: Reg) -> PyResult {
        let code = Rc::clone(&self.frames.last().expect("a frame runs").unit.code);
        let index = usize::from(cell) - code.first_free();
        let name = self.heap.intern(&code.free[index]);
        match self.find_in_namespace(name)? {
            Some(value) => Ok(value),
            None => self.load_cell(cell),
        }
    }

    pub(super) fn store_cell(&mut self, place: usize, value: Value) {
        let id = self.stack[place].obj().expect("cells are objects");
        *self.heap.get_mut(id) = Object::Cell(value);
    }

    pub(super) fn delete_cell(&mut self, cell: Reg) -> PyResult<()> {
        self.load_cell(cell)?;
        let id = self.cell_id(cell);
        *self.heap.get_mut(id) = Object::Cell(Value::Unbound);
        Ok(())
    }

    fn empty_cell(&mut self, cell: Reg) -> Raising {
        let code = Rc::clone(&self.frames.last().expect("a frame runs").unit.code);
        let index = usize::from(cell) - code.locals.len();
        if let Some(name) = code.cells.get(index) {
            return self.unbound_error(name);
        }
        let name = &code.free[index - code.cells.len()];
        let text = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        let name = self.heap.intern(name);
        self.name_error_with(classes::NAME_ERROR, name, &text)
    }

    /// The error of reading a register that is an unbound local.
    #[cold]
    pub(super) fn unbound_local<T>(&mut self, reg: Reg) -> PyResult<T> {
        let code = Rc::clone(&self.frames.last().expect("a frame runs").unit.code);
        match code.locals.get(usize::from(reg)) {
            Some(name) => Err(self.unbound_error(name)),
            None => unreachable!(
                "temporary {reg} of {} is read before it is written",
                code.qualname
            ),
        }
    }

    fn unbound_error(&mut self, name: &str) -> Raising {
        let text = format!(
            "cannot access local variable '{name}' where it is not associated with a value"
        );
        let name = self.heap.intern(name);
        self.name_error_with(classes::UNBOUND_LOCAL_ERROR, name, &text)
    }
}
