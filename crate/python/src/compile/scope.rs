//! The symbol table: which scopes there are, what each binds, and where every name lives.

use std::rc::Rc;

use loopscope_fast::contains;

use ruff_text_size::TextRange;

use super::{Fallible, fail};
use crate::code::{Reg, Source};
use crate::sorted::SortedMap;

/// Index of a scope in [`Scopes`].
pub(super) type ScopeId = usize;

/// What sort of block opens a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ScopeKind {
    /// The whole file.
    Module,
    /// A class body.
    Class,
    /// `def`
    Function,
    /// `lambda`
    Lambda,
    /// A list, set or dict comprehension.
    Comprehension,
    /// A generator expression.
    Generator,
    /// The lazily evaluated annotations of a function, class or module.
    Annotations,
    /// `[T, …]` of a generic function, class or alias.
    TypeParameters,
    /// A lazily evaluated expression: an alias's value, a type variable's bound or default.
    TypeExpression,
}

impl ScopeKind {
    /// Whether the block is one of Python's annotation scopes, which see the names of a class
    /// around them.
    pub(super) fn sees_class(self) -> bool {
        matches!(
            self,
            Self::Annotations | Self::TypeParameters | Self::TypeExpression
        )
    }

    /// Whether the block is a comprehension of any sort.
    pub(super) fn is_comprehension(self) -> bool {
        matches!(self, Self::Comprehension | Self::Generator)
    }
}

/// What a block does with a name.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about one name"
)]
pub(super) struct Use {
    /// The block binds it, in any way.
    pub(super) bound: bool,
    /// It is a parameter.
    pub(super) parameter: bool,
    /// The block reads it.
    pub(super) read: bool,
    /// `global`
    pub(super) global: bool,
    /// `nonlocal`
    pub(super) nonlocal: bool,
    /// It has an annotation.
    pub(super) annotated: bool,
    /// A comprehension's own iteration variable.
    pub(super) iteration: bool,
    /// An `import` binds it.
    pub(super) imported: bool,
    /// `del` or an `except … as`: it may be unbound again later.
    pub(super) deleted: bool,
    /// It is bound at several places, or in a loop.
    pub(super) rebound: bool,
    /// What binds it may give it an object whose end shows, such as a generator.
    pub(super) holds: bool,
}

/// Where a name lives, seen from one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A register of the frame; the variable belongs to this scope.
    Local(ScopeId),
    /// A cell of this frame.
    Cell,
    /// A cell of an outer frame.
    Free,
    /// Read in a class body, bound in a function around it.
    ClassFree,
    /// A global or built-in.
    Global,
    /// An entry of the class namespace, else a global.
    Name,
    /// In an annotation scope inside a class that binds the name: the namespace's entry, else a
    /// cell of an outer frame.
    ClassEntryOrFree,
    /// The same, else a global.
    ClassEntryOrGlobal,
}

/// One scope.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about one block"
)]
pub(super) struct Scope {
    /// What opens it.
    pub(super) kind: ScopeKind,
    /// The scope around it; the module's is itself.
    pub(super) parent: ScopeId,
    /// `async def`.
    pub(super) is_async: bool,
    /// Whether `yield` stands in it.
    pub(super) has_yield: bool,
    /// Whether `await`, `async for` or `async with` stands in it (of comprehensions).
    pub(super) has_await: bool,
    /// Whether a walrus assigns to its variables in the middle of an expression.
    pub(super) has_walrus: bool,
    /// How many loops the walk is inside of.
    pub(super) n_loops: u32,
    /// A comprehension that runs in the frame around it.
    pub(super) is_inlined: bool,
    /// The class's name, for the mangling of private names.
    pub(super) class_name: Option<Rc<str>>,
    /// What a lazily evaluated expression is, for errors.
    pub(super) what: &'static str,
    /// Names in order of first mention.
    pub(super) names: Vec<Rc<str>>,
    /// What is done with each name.
    pub(super) uses: SortedMap<Rc<str>, Use>,
    /// Where each name lives.
    pub(super) places: SortedMap<Rc<str>, Place>,
    /// The registers of its local variables; filled by the emitter.
    pub(super) registers: SortedMap<Rc<str>, Reg>,
    /// Names of the variables that inner frames capture.
    pub(super) cells: Vec<Rc<str>>,
    /// Names of the cells that come from outer frames.
    pub(super) free: Vec<Rc<str>>,
    /// The comprehensions that run in this scope's frame.
    pub(super) inlined: Vec<ScopeId>,
    /// Where a declaration stands (for errors).
    pub(super) declared: SortedMap<Rc<str>, TextRange>,
}

impl Scope {
    fn new(kind: ScopeKind, parent: ScopeId) -> Self {
        Self {
            kind,
            parent,
            is_async: false,
            has_yield: false,
            has_await: false,
            has_walrus: false,
            n_loops: 0,
            is_inlined: kind == ScopeKind::Comprehension,
            class_name: None,
            what: "",
            names: Vec::new(),
            uses: SortedMap::default(),
            places: SortedMap::default(),
            registers: SortedMap::default(),
            cells: Vec::new(),
            free: Vec::new(),
            inlined: Vec::new(),
            declared: SortedMap::default(),
        }
    }

    /// What the block does with a name, making an entry if it is the first mention.
    pub(super) fn touch(&mut self, name: &Rc<str>) -> &mut Use {
        if !self.uses.contains(name) {
            self.names.push(Rc::clone(name));
        }
        self.uses.entry(Rc::clone(name))
    }
}

/// All scopes of a file.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    all: Vec<Scope>,
    by_node: SortedMap<(ScopeKind, u32, u32), ScopeId>,
}

impl std::ops::Index<ScopeId> for Scopes {
    type Output = Scope;

    fn index(&self, id: ScopeId) -> &Scope {
        &self.all[id]
    }
}

impl std::ops::IndexMut<ScopeId> for Scopes {
    fn index_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.all[id]
    }
}

/// What tells the nodes that open scopes apart.
fn node(kind: ScopeKind, range: TextRange) -> (ScopeKind, u32, u32) {
    (kind, range.start().to_u32(), range.end().to_u32())
}

impl Scopes {
    /// Opens a scope for the node at a range.
    pub(super) fn open(&mut self, kind: ScopeKind, parent: ScopeId, range: TextRange) -> ScopeId {
        let id = self.all.len();
        let mut scope = Scope::new(kind, parent);
        scope.class_name = self
            .all
            .get(parent)
            .and_then(|parent| parent.class_name.clone());
        self.all.push(scope);
        self.by_node.insert(node(kind, range), id);
        id
    }

    /// The scope that a node opens, if it has one.
    pub(super) fn find(&self, kind: ScopeKind, range: TextRange) -> Option<ScopeId> {
        self.by_node.get(&node(kind, range)).copied()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The scope whose frame the code of a scope runs in.
    pub(super) fn frame_of(&self, mut id: ScopeId) -> ScopeId {
        while self.all[id].is_inlined {
            id = self.all[id].parent;
        }
        id
    }

    /// The nearest class around a scope that is not a function's own, for an annotation scope.
    pub(super) fn visible_class(&self, mut id: ScopeId) -> Option<ScopeId> {
        while self.all[id].kind.sees_class() {
            id = self.all[id].parent;
            if self.all[id].kind == ScopeKind::Class {
                return Some(id);
            }
        }
        None
    }

    /// Finds where every name lives.
    ///
    /// # Errors
    ///
    /// A `nonlocal` without a binding.
    pub(super) fn resolve(&mut self, source: &Source) -> Fallible<()> {
        self.settle_inlining();
        for id in 0..self.len() {
            let names = self.all[id].names.clone();
            for name in names {
                let place = self.place(source, id, &name)?;
                self.all[id].places.insert(name, place);
            }
        }
        self.mark_captured_locals();
        for id in 0..self.len() {
            if self.all[id].is_inlined {
                let frame = self.frame_of(id);
                self.all[frame].inlined.push(id);
            }
        }
        Ok(())
    }

    /// Takes out of the frame around them those comprehensions whose variables an inner function
    /// captures: each run of such
    /// a comprehension needs fresh cells.
    fn settle_inlining(&mut self) {
        loop {
            let mut changed = false;
            for id in 0..self.len() {
                for name in &self.all[id].names.clone() {
                    let Some(owner) = self.owner(id, name) else {
                        continue;
                    };
                    if self.all[owner].is_inlined && self.frame_of(id) != self.frame_of(owner) {
                        self.all[owner].is_inlined = false;
                        changed = true;
                    }
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// The function-like scope (or class, for `__class__`) whose variable a name in a scope is;
    /// none for globals and names of
    /// a class.
    fn owner(&self, id: ScopeId, name: &str) -> Option<ScopeId> {
        let own = self.all[id].uses[name];
        if own.global {
            return None;
        }
        if own.bound && !own.nonlocal {
            return match self.all[id].kind {
                ScopeKind::Module | ScopeKind::Class => None,
                _ => Some(id),
            };
        }
        self.owner_above(id, name)
    }

    fn owner_above(&self, id: ScopeId, name: &str) -> Option<ScopeId> {
        let mut at = id;
        loop {
            if at == 0 {
                return None;
            }
            at = self.all[at].parent;
            match self.all[at].kind {
                ScopeKind::Module => return None,
                ScopeKind::Class => {
                    if matches!(name, "__class__" | "__classdict__") {
                        return Some(at);
                    }
                }
                _ => {
                    if let Some(found) = self.all[at].uses.get(name) {
                        if found.global {
                            return None;
                        }
                        if found.bound && !found.nonlocal {
                            return Some(at);
                        }
                    }
                }
            }
        }
    }

    fn place(&mut self, source: &Source, id: ScopeId, name: &Rc<str>) -> Fallible<Place> {
        let own = self.all[id].uses[name];
        let kind = self.all[id].kind;
        if own.nonlocal && self.owner_above(id, name).is_none() {
            let range = self.all[id].declared.get(name).copied().unwrap_or_default();
            return fail(
                source,
                range,
                format!("no binding for nonlocal '{name}' found"),
            );
        }
        if own.global {
            return Ok(Place::Global);
        }
        if kind == ScopeKind::Class && own.bound && !own.nonlocal {
            return Ok(Place::Name);
        }
        let from_class = !own.bound
            && self.visible_class(id).is_some_and(|class| {
                self.all[class]
                    .uses
                    .get(name)
                    .is_some_and(|used| used.bound && !used.nonlocal)
            });
        let Some(owner) = self.owner(id, name) else {
            return Ok(match kind {
                ScopeKind::Class => Place::Name,
                _ if from_class => {
                    self.capture(id, &Rc::from("__classdict__"));
                    Place::ClassEntryOrGlobal
                }
                _ => Place::Global,
            });
        };
        if from_class {
            self.capture(id, &Rc::from("__classdict__"));
        }
        if self.frame_of(owner) == self.frame_of(id) {
            if self.all[owner].kind == ScopeKind::Class && !self.all[owner].cells.contains(name) {
                self.all[owner].cells.push(Rc::clone(name));
            }
            return Ok(Place::Local(owner));
        }
        self.capture(id, name);
        Ok(match kind {
            ScopeKind::Class if !own.nonlocal => Place::ClassFree,
            _ if from_class => Place::ClassEntryOrFree,
            _ => Place::Free,
        })
    }

    /// Makes a variable of an outer frame available in a scope's frame and in those between.
    fn capture(&mut self, id: ScopeId, name: &Rc<str>) {
        let Some(owner) = self.owner_above(id, name) else {
            return;
        };
        if !self.all[owner].cells.contains(name) {
            self.all[owner].cells.push(Rc::clone(name));
        }
        let last = self.frame_of(owner);
        let mut frame = self.frame_of(id);
        while frame != last {
            if !self.all[frame].free.contains(name) {
                self.all[frame].free.push(Rc::clone(name));
            }
            frame = self.frame_of(self.all[frame].parent);
        }
    }

    /// Turns `Local` into `Cell` where some inner frame captures the variable.
    fn mark_captured_locals(&mut self) {
        for id in 0..self.len() {
            // In CPython's order, which programs see in `__closure__`.
            self.all[id].cells.sort();
            self.all[id].free.sort();
            for name in self.all[id].names.clone() {
                if let Some(Place::Local(owner)) = self.all[id].places.get(&name).copied()
                    && self.all[owner].cells.contains(&name)
                {
                    self.all[id].places.insert(name, Place::Cell);
                }
            }
        }
    }
}

/// A name as it is stored: `__x` inside a class becomes `_Class__x`.
pub(super) fn mangle(class_name: Option<&str>, name: &str) -> Rc<str> {
    let Some(class_name) = class_name else {
        return name.into();
    };
    let class_name = class_name.trim_start_matches('_');
    if !name.starts_with("__")
        || name.ends_with("__")
        || contains(name, ".")
        || class_name.is_empty()
    {
        return name.into();
    }
    format!("_{class_name}{name}").into()
}
