//! The instruction set. Every instruction is eight bytes and `Copy`.
//!
//! `dst`, `src`, `a`, `b` are registers. An effect is written `dst ← …`. Every instruction that
//! reads a local variable's
//! register directly, but `Move`, may find it unbound and then raises `UnboundLocalError`; the
//! compiler need not check.
//! Runs of registers (`base..base + n`) are always temporaries.
//!
//! Jump distances (`offset`) are relative to the following instruction. Fused instructions have a
//! short `offset`; where a
//! block is too long for one, the compiler uses the unfused form.

/// A register of the running frame.
pub type Reg = u16;

/// Binary operators, also in their in-place forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are Python's")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// Comparisons with a truth value of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are Python's")]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}

impl CompareOp {
    /// Whether this is the negation of an operator that asks the container (`not in`).
    pub fn is_negated(self) -> bool {
        matches!(self, Self::NotIn)
    }
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are Python's")]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
    Not,
}

/// `!s`, `!r`, `!a` of a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are Python's")]
pub enum Conversion {
    None,
    /// None, and a whole number stays what it is: `BuildString` takes it.
    Part,
    Str,
    Repr,
    Ascii,
}

/// Methods that `with` and `async with` look up on the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are Python's")]
pub enum Special {
    Enter,
    Exit,
    AsyncEnter,
    AsyncExit,
}

/// One instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variant says what its fields are")]
pub enum Op {
    /// Does nothing; a place for the debugger to stop at (`pass`, `global`).
    Nop,
    /// `dst ← src`; the value may be unbound.
    Move { dst: Reg, src: Reg },
    /// `dst ← src`, and the end of what `dst` held shows, if it had no other holder.
    Rebind { dst: Reg, src: Reg },
    /// `dst ← src`, checked: raises `UnboundLocalError` if the local is unbound.
    LoadLocal { dst: Reg, src: Reg },
    /// `dst ← constants[index]`
    LoadConst { dst: Reg, index: u32 },
    /// `dst ← None`
    LoadNone { dst: Reg },
    /// `dst ← value`
    LoadInt { dst: Reg, value: i32 },
    /// Makes a local unbound (`del x`); raises `UnboundLocalError` if it is already.
    DeleteLocal { reg: Reg },
    /// Makes a temporary or local empty without a check, dropping what it held; where a dropped
    /// coroutine or generator
    /// is noticed.
    Clear { reg: Reg },

    /// `dst ← the value of the cell in register cell`; `NameError`/`UnboundLocalError` if empty.
    LoadCell { dst: Reg, cell: Reg },
    /// In a class body: the namespace's entry of the free variable's name, else the cell's value.
    LoadClassCell { dst: Reg, cell: Reg },
    /// `cell ← src`
    StoreCell { cell: Reg, src: Reg },
    /// Empties a cell; raises if it is empty.
    DeleteCell { cell: Reg },

    /// `dst ←` global, else built-in, named by the site; `NameError`.
    LoadGlobal { dst: Reg, site: u16 },
    /// Global of that name ← `src`.
    StoreGlobal { site: u16, src: Reg },
    /// Deletes a global; `NameError`.
    DeleteGlobal { name: u16 },
    /// In a class body (or `exec` with separate locals): namespace in register 0, then globals,
    /// then built-ins.
    LoadName { dst: Reg, name: u16 },
    /// `namespace[name] ← src`
    StoreName { name: u16, src: Reg },
    /// Deletes from the namespace; `NameError`.
    DeleteName { name: u16 },

    /// `dst ← obj.name`
    LoadAttr { dst: Reg, obj: Reg, site: u16 },
    /// `obj.name ← src`
    StoreAttr { obj: Reg, site: u16, src: Reg },
    /// `del obj.name`
    DeleteAttr { obj: Reg, name: u16 },
    /// Prepares a method call: `dst ←` the function and `dst+1 ← obj`, or `dst ← obj.name` and
    /// `dst+1 ←` unbound.
    LoadMethod { dst: Reg, obj: Reg, site: u16 },
    /// `super().name` / `super(a, b).name` without making the proxy: `base` = class, `base+1` =
    /// object;
    /// `dst ←` the attribute. `dst` may be `base`.
    LoadSuperAttr { dst: Reg, base: Reg, site: u16 },

    /// `dst ← obj[key]`
    GetItem { dst: Reg, obj: Reg, key: Reg },
    /// `obj[key] ← value`
    SetItem { obj: Reg, key: Reg, value: Reg },
    /// `del obj[key]`
    DeleteItem { obj: Reg, key: Reg },
    /// `dst ← slice(base, base+1, base+2)`
    BuildSlice { dst: Reg, base: Reg },

    /// `dst ← a + b`; the commonest operators have instructions of their own, the rest use
    /// `Binary`.
    Add { dst: Reg, a: Reg, b: Reg },
    /// `dst ← a - b`
    Sub { dst: Reg, a: Reg, b: Reg },
    /// `dst ← a * b`
    Mul { dst: Reg, a: Reg, b: Reg },
    /// `dst ← a + value`
    AddInt { dst: Reg, a: Reg, value: i16 },
    /// `dst ← a - value`
    SubInt { dst: Reg, a: Reg, value: i16 },
    /// `dst ← a op b`
    Binary {
        op: BinaryOp,
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    /// `dst ← a op= b` (may change `a` in place)
    InPlace {
        op: BinaryOp,
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    /// `dst ← op src`
    Unary { op: UnaryOp, dst: Reg, src: Reg },
    /// `dst ← a op b`; the rich comparisons may give any object.
    Compare {
        op: CompareOp,
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    /// Goes on at `offset` if `a op b` is true.
    JumpIfCompare {
        op: CompareOp,
        a: Reg,
        b: Reg,
        offset: i16,
    },
    /// Goes on at `offset` if `a op b` is false.
    JumpUnlessCompare {
        op: CompareOp,
        a: Reg,
        b: Reg,
        offset: i16,
    },
    /// Goes on at `offset` if `a op value` is false.
    JumpUnlessCompareInt {
        op: CompareOp,
        a: Reg,
        value: i16,
        offset: i16,
    },

    /// Goes on at `offset`.
    Jump { offset: i32 },
    /// Goes on at `offset` if `src` is true.
    JumpIf { src: Reg, offset: i32 },
    /// Goes on at `offset` if `src` is false.
    JumpUnless { src: Reg, offset: i32 },
    /// Goes on at `offset` if `src` is `None`.
    JumpIfNone { src: Reg, offset: i32 },
    /// Goes on at `offset` if `src` is unbound (an absent optional).
    JumpIfUnbound { src: Reg, offset: i32 },

    /// `dst ← (base, …)` of `n`
    BuildTuple { dst: Reg, base: Reg, n: u16 },
    /// `dst ← [base, …]` of `n`
    BuildList { dst: Reg, base: Reg, n: u16 },
    /// `dst ← {base, …}` of `n`
    BuildSet { dst: Reg, base: Reg, n: u16 },
    /// `dst ← {base: base+1, …}` of `n` pairs
    BuildDict { dst: Reg, base: Reg, n: u16 },
    /// `dst ←` the `n` strings and whole numbers at `base` joined
    BuildString { dst: Reg, base: Reg, n: u16 },
    /// `list.append(value)`, known to be a list
    ListAppend { list: Reg, value: Reg },
    /// `list.extend(iterable)` (`[*x]`); the message is that of `*` unpacking
    ListExtend { list: Reg, iterable: Reg },
    /// `f(*iterable)`: as `ListExtend`, but the message names the `callee`.
    ArgumentsExtend {
        list: Reg,
        iterable: Reg,
        callee: Reg,
    },
    /// `set.add(value)`
    SetAdd { set: Reg, value: Reg },
    /// `set.update(iterable)`
    SetUpdate { set: Reg, iterable: Reg },
    /// `dict[key] = value`
    DictInsert { dict: Reg, key: Reg, value: Reg },
    /// `{**mapping}`
    DictUpdate { dict: Reg, mapping: Reg },
    /// `f(**mapping)`: as `DictUpdate`, but a key that is there already raises the call's
    /// `TypeError`; `callee` for its text.
    DictMerge {
        dict: Reg,
        mapping: Reg,
        callee: Reg,
    },
    /// `dst ← tuple(list)`, known to be a list of its own
    ListToTuple { dst: Reg, src: Reg },
    /// `base.. ←` the `n` items of `src`; `ValueError` if there are more or fewer.
    Unpack { src: Reg, base: Reg, n: u16 },
    /// `base.. ←` the first `before` items, a list of the middle ones, the last `after` items.
    UnpackRest {
        before: u8,
        src: Reg,
        base: Reg,
        after: u16,
    },
    /// `dst ← format(convert(src), spec)`; where there is no specification, `spec` is `src`.
    Format {
        conversion: Conversion,
        dst: Reg,
        src: Reg,
        spec: Reg,
    },

    /// `dst ← iter(src)`
    GetIter { dst: Reg, src: Reg },
    /// `dst ← next(iter)`, or clears `iter` and goes on at `offset` when it is exhausted.
    ForIter { dst: Reg, iter: Reg, offset: i16 },
    /// `dst ← aiter(src)`
    GetAsyncIter { dst: Reg, src: Reg },
    /// `dst ←` the awaitable of `anext(iter)`
    GetAsyncNext { dst: Reg, iter: Reg },
    /// If `exception` is a `StopAsyncIteration`, drops it and goes on at `offset`; else raises it
    /// again.
    EndAsyncFor { exception: Reg, offset: i32 },
    /// `dst ←` the iterator that `await src` drives
    GetAwaitable { dst: Reg, src: Reg },
    /// The iterator that `yield from src` drives; a coroutine is refused in a plain generator.
    GetYieldFromIter { dst: Reg, src: Reg },
    /// Drives `iter` to its end, handing through what it yields and what is sent; `dst ←` its
    /// result. Begins with `None`
    /// in `dst`; suspended here, the instruction runs again with the sent value in `dst`.
    YieldFrom { dst: Reg, iter: Reg },
    /// Suspends, giving `src`; resumed, `dst ←` the value sent.
    Yield { dst: Reg, src: Reg },

    /// `dst ←` a function of the code in constant `code`. At `base`, in this order, as far as
    /// `flags` has them: 1 tuple of
    /// defaults, 2 dict of keyword-only defaults, 4 annotate function, 8 tuple of closure cells.
    MakeFunction {
        flags: u8,
        dst: Reg,
        code: u16,
        base: Reg,
    },
    /// Calls `base` with the receiver in `base+1` (unbound: none) and `n` positional arguments from
    /// `base+2`; `dst ←` the
    /// result. The registers from `base` on are gone.
    Call { dst: Reg, base: Reg, n: u16 },
    /// Calls `base`, which has no receiver, with `n` positional arguments from `base+1` on.
    CallFunction { dst: Reg, base: Reg, n: u16 },
    /// As `Call`, the last `len(names)` of the `n` arguments being keyword arguments, named by the
    /// constant tuple `names`;
    /// the result goes to `base`.
    CallKeywords { base: Reg, n: u16, names: u16 },
    /// Calls `base` with the receiver in `base+1`, the positional arguments in the tuple or list
    /// `base+2` and the keyword
    /// arguments in the dict `base+3` (unbound: none); `dst ←` the result.
    CallUnpacked { dst: Reg, base: Reg },
    /// Leaves the frame with `src`.
    Return { src: Reg },

    /// `dst`, `dst+1 ←` the method that `with` calls on `obj`, ready for `Call`; `TypeError` in
    /// CPython's words if missing.
    LoadSpecial {
        special: Special,
        dst: Reg,
        obj: Reg,
    },
    /// `base.. ←` type, value and traceback of `exception`: the arguments of `__exit__`.
    ExceptionInfo { base: Reg, exception: Reg },
    /// Makes `exception` the one being handled; `save ←` the one handled so far.
    PushHandled { save: Reg, exception: Reg },
    /// Goes back to the handled exception in `save`.
    PopHandled { save: Reg },
    /// `dst ←` whether `exception` matches the class or tuple of classes in `types`; `TypeError`
    /// for anything else.
    MatchException {
        dst: Reg,
        exception: Reg,
        types: Reg,
    },
    /// `except*`: `base ←` the matching part or `None`, `base+1 ←` the rest or `None`, of the group
    /// or exception `base+1`
    /// against `types`.
    MatchExceptionGroup { base: Reg, types: Reg },
    /// `except*` at its end: `dst ←` what is to be raised, or `None`, of the list `raised` against
    /// the original `exception`.
    PrepareReraiseGroup {
        dst: Reg,
        exception: Reg,
        raised: Reg,
    },
    /// `raise exception from cause`; either may be unbound: bare `raise`, no `from`.
    Raise { exception: Reg, cause: Reg },
    /// Raises `exception` again as it is (end of `finally`, no handler matched).
    Reraise { exception: Reg },
    /// `raise AssertionError(message)`; unbound message: none.
    RaiseAssertion { message: Reg },

    /// `dst ← __import__(names[name], fromlist = constants[from_list], level)`
    Import {
        level: u8,
        dst: Reg,
        name: u16,
        from_list: u16,
    },
    /// `dst ← module.name`, or the submodule; `ImportError`.
    ImportFrom { dst: Reg, module: Reg, name: u16 },
    /// Puts the module's public names into the namespace.
    ImportStar { module: Reg },

    /// `dst ←` whether `src` is a sequence for `match`
    MatchSequence { dst: Reg, src: Reg },
    /// `dst ←` whether `src` is a mapping for `match`
    MatchMapping { dst: Reg, src: Reg },
    /// `dst ←` tuple of the values of the keys (tuple) in the mapping, or `None`
    MatchKeys { dst: Reg, src: Reg, keys: Reg },
    /// `base ←` tuple of the attributes of subject `base` as an instance of class `base+1`, with
    /// `n` positional patterns
    /// and the keyword names (tuple) in `base+2`, or `None`
    MatchClass { base: Reg, n: u16 },
    /// `dst ← len(src)`
    Length { dst: Reg, src: Reg },
    /// A `TypeAliasType`, `TypeVar`, … by the kind (0 alias, 1 var, 2 tuple, 3 param spec): name at
    /// `base`, value,
    /// bound or default functions or unbound at `base+1`, `base+2`.
    MakeTypeParameter { kind: u8, dst: Reg, base: Reg },
    /// `dst ←` a template (t-string) of the `n` alternating parts at `base`
    BuildTemplate { dst: Reg, base: Reg, n: u16 },
    /// `dst ←` an interpolation: value `base`, expression text `base+1`, spec `base+2` (unbound:
    /// none)
    BuildInterpolation {
        conversion: Conversion,
        dst: Reg,
        base: Reg,
    },
    /// `dst ←` the built-in `__build_class__`
    LoadBuildClass { dst: Reg },
    /// The namespace of a class body at its start: `__module__` and `__qualname__` are set by the
    /// machine.
    /// `dst ←` the namespace or globals mapping that `locals()` would give.
    LoadLocals { dst: Reg },
}

#[cfg(test)]
mod tests {
    use super::Op;

    #[test]
    fn an_instruction_is_eight_bytes() {
        assert_eq!(size_of::<Op>(), 8);
    }
}
