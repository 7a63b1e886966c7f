//! Listings of the main constructs.

use expect_test::{Expect, expect};

use super::compile;

#[expect(clippy::needless_pass_by_value, reason = "the macro gives values")]
fn check(source: &str, expected: Expect) {
    let listing = match compile(source) {
        Ok(code) => code.to_string(),
        Err(error) => format!("{error}\n"),
    };
    expected.assert_eq(&listing);
}

#[test]
fn assignments() {
    check(
        "def f(a, b):\n    c = a + b * 2\n    a, b = b, a\n    c += 1\n    a.x[0] = c\n    return c",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(a, b, c)
            >  2   0 [3] LoadInt { dst: 3, value: 2 }
               2   1 [4] Mul { dst: 3, a: 1, b: 3 }
               2   2 [4] Add { dst: 2, a: 0, b: 3 }
            >  3   3 [3] Move { dst: 3, src: 1 }
               3   4 [4] Move { dst: 4, src: 0 }
               3   5 [5] Rebind { dst: 0, src: 3 }
               3   6 [5] Rebind { dst: 1, src: 4 }
            >  4   7 [3] LoadInt { dst: 3, value: 1 }
               4   8 [4] InPlace { op: Add, dst: 2, a: 2, b: 3 }
            >  5   9 [3] LoadAttr { dst: 3, obj: 0, site: 0 }
               5  10 [4] LoadInt { dst: 4, value: 0 }
               5  11 [5] SetItem { obj: 3, key: 4, value: 2 }
            >  6  12 [3] Return { src: 2 }
        "]],
    );
}

#[test]
fn unbound_and_conditional() {
    check(
        "def f(a):\n    if a > 3 and not a.b:\n        c = 1\n    else:\n        c = a or 2\n    d = (x := 1) + x\n    if a:\n        e = 1\n    return c + e",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(a, c, x, d, e)
            >  2   0 [5] Move { dst: 5, src: 0 }
               2   1 [6] JumpUnlessCompareInt { op: Gt, a: 5, value: 3, offset: 6 } -> 8
               2   2 [5] Move { dst: 5, src: 0 }
               2   3 [6] LoadAttr { dst: 5, obj: 5, site: 0 }
               2   4 [6] JumpIf { src: 5, offset: 3 } -> 8
            >  3   5 [5] LoadInt { dst: 5, value: 1 }
               3   6 [6] Rebind { dst: 1, src: 5 }
               2   7 [5] Jump { offset: 5 } -> 13
            >  5   8 [5] Move { dst: 5, src: 0 }
               5   9 [6] JumpIf { src: 5, offset: 1 } -> 11
               5  10 [5] LoadInt { dst: 5, value: 2 }
               5  11 [6] Rebind { dst: 1, src: 5 }
               4  12 [5] Jump { offset: 0 } -> 13
            >  6  13 [5] LoadInt { dst: 2, value: 1 }
               6  14 [5] Move { dst: 5, src: 2 }
               6  15 [6] Move { dst: 6, src: 2 }
               6  16 [7] Add { dst: 3, a: 5, b: 6 }
            >  7  17 [5] Move { dst: 5, src: 0 }
               7  18 [6] JumpUnless { src: 5, offset: 2 } -> 21
            >  8  19 [5] LoadInt { dst: 4, value: 1 }
               7  20 [5] Jump { offset: 0 } -> 21
            >  9  21 [5] Move { dst: 5, src: 1 }
               9  22 [6] LoadLocal { dst: 6, src: 4 }
               9  23 [7] Add { dst: 5, a: 5, b: 6 }
               9  24 [6] Return { src: 5 }
        "]],
    );
}

#[test]
fn calls() {
    check(
        "def f(g, a):\n    g.h(a, 1)\n    g(a, k=1)\n    return g(*a, 2, **a, k=3)",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(g, a)
            >  2   0 [2] LoadMethod { dst: 2, obj: 0, site: 0 }
               2   1 [4] Move { dst: 4, src: 1 }
               2   2 [5] LoadInt { dst: 5, value: 1 }
               2   3 [6] Call { dst: 2, base: 2, n: 2 }
               2   4 [3] Clear { reg: 2 }
            >  3   5 [2] Move { dst: 2, src: 0 }
               3   6 [3] Clear { reg: 3 }
               3   7 [4] Move { dst: 4, src: 1 }
               3   8 [5] LoadInt { dst: 5, value: 1 }
               3   9 [6] CallKeywords { base: 2, n: 2, names: 0 }
               3  10 [3] Clear { reg: 2 }
            >  4  11 [2] Move { dst: 2, src: 0 }
               4  12 [3] Clear { reg: 3 }
               4  13 [4] BuildList { dst: 4, base: 4, n: 0 }
               4  14 [5] ListExtend { list: 4, iterable: 1 }
               4  15 [5] LoadInt { dst: 5, value: 2 }
               4  16 [6] ListAppend { list: 4, value: 5 }
               4  17 [5] BuildDict { dst: 5, base: 5, n: 0 }
               4  18 [6] DictMerge { dict: 5, mapping: 1, callee: 2 }
               4  19 [6] LoadConst { dst: 6, index: 1 }
               4  20 [7] LoadInt { dst: 7, value: 3 }
               4  21 [8] BuildDict { dst: 6, base: 6, n: 1 }
               4  22 [7] DictMerge { dict: 5, mapping: 6, callee: 2 }
               4  23 [6] CallUnpacked { dst: 2, base: 2 }
               4  24 [3] Return { src: 2 }
        "]],
    );
}

#[test]
fn loops() {
    check(
        "def f(a):\n    for x, y in a:\n        if x: break\n        while y < 10:\n            y += 1\n            continue\n    else:\n        return 1",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(a, x, y)
            >  2   0 [3] GetIter { dst: 3, src: 0 }
            >  2   1 [4] ForIter { dst: 4, iter: 3, offset: 11 } -> 13
               2   2 [5] Unpack { src: 4, base: 5, n: 2 }
               2   3 [7] Move { dst: 1, src: 5 }
               2   4 [7] Move { dst: 2, src: 6 }
            >  3   5 [4] JumpUnless { src: 1, offset: 2 } -> 8
            >  3   6 [4] Clear { reg: 3 }
               3   7 [4] Jump { offset: 7 } -> 15
            >  4   8 [4] JumpUnlessCompareInt { op: Lt, a: 2, value: 10, offset: 3 } -> 12
            >  5   9 [4] LoadInt { dst: 4, value: 1 }
               5  10 [5] InPlace { op: Add, dst: 2, a: 2, b: 4 }
            >  6  11 [4] Jump { offset: -4 } -> 8
               2  12 [4] Jump { offset: -12 } -> 1
            >  8  13 [3] LoadInt { dst: 3, value: 1 }
               8  14 [4] Return { src: 3 }
               2  15 [3] LoadNone { dst: 3 }
               2  16 [4] Return { src: 3 }
        "]],
    );
}

#[test]
fn exceptions() {
    check(
        "def f(g):\n    try:\n        return g()\n    except ValueError as e:\n        raise\n    finally:\n        g(1)",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(g, e)
            >  2   0 [2] Nop
            >  3   1 [2] Move { dst: 2, src: 0 }
               3   2 [3] CallFunction { dst: 2, base: 2, n: 0 }
            >  7   3 [3] Move { dst: 3, src: 0 }
               7   4 [4] LoadInt { dst: 4, value: 1 }
               7   5 [5] CallFunction { dst: 3, base: 3, n: 1 }
               7   6 [4] Clear { reg: 3 }
               3   7 [3] Return { src: 2 }
               2   8 [3] PushHandled { save: 3, exception: 2 }
            >  4   9 [4] LoadGlobal { dst: 4, site: 0 }
               4  10 [5] MatchException { dst: 4, exception: 2, types: 4 }
               4  11 [5] JumpUnless { src: 4, offset: 8 } -> 20
               4  12 [4] Move { dst: 1, src: 2 }
            >  5  13 [4] Clear { reg: 4 }
               5  14 [5] Clear { reg: 5 }
               5  15 [6] Raise { exception: 4, cause: 5 }
               4  16 [5] LoadNone { dst: 5 }
               4  17 [6] Move { dst: 1, src: 5 }
               4  18 [5] DeleteLocal { reg: 1 }
               4  19 [5] Reraise { exception: 4 }
               2  20 [4] Reraise { exception: 2 }
               2  21 [5] PopHandled { save: 3 }
               2  22 [5] Reraise { exception: 4 }
               2  23 [3] PushHandled { save: 3, exception: 2 }
            >  7  24 [4] Move { dst: 4, src: 0 }
               7  25 [5] LoadInt { dst: 5, value: 1 }
               7  26 [6] CallFunction { dst: 4, base: 4, n: 1 }
               7  27 [5] Clear { reg: 4 }
               2  28 [4] Reraise { exception: 2 }
               2  29 [5] PopHandled { save: 3 }
               2  30 [5] Reraise { exception: 4 }
               2  31 [2] LoadNone { dst: 2 }
               2  32 [3] Return { src: 2 }
                1..3 -> 8 exception 2
                1..3 -> 23 exception 2
                13..16 -> 16 exception 4
                9..21 -> 21 exception 4
                8..23 -> 23 exception 2
                24..29 -> 29 exception 4
        "]],
    );
}

#[test]
fn context_managers() {
    check(
        "async def f(a):\n    async with a as b:\n        return await b\n",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Coroutine f locals(a, b)
            >  2   0 [2] LoadSpecial { special: AsyncExit, dst: 2, obj: 0 }
               2   1 [4] LoadSpecial { special: AsyncEnter, dst: 4, obj: 0 }
               2   2 [6] Call { dst: 4, base: 4, n: 0 }
               2   3 [5] GetAwaitable { dst: 4, src: 4 }
               2   4 [5] LoadNone { dst: 5 }
               2   5 [6] YieldFrom { dst: 5, iter: 4 }
               2   6 [6] Move { dst: 4, src: 5 }
               2   7 [5] Move { dst: 1, src: 4 }
            >  3   8 [4] Move { dst: 4, src: 1 }
               3   9 [5] GetAwaitable { dst: 4, src: 4 }
               3  10 [5] LoadNone { dst: 5 }
               3  11 [6] YieldFrom { dst: 5, iter: 4 }
               3  12 [6] Move { dst: 4, src: 5 }
            >  2  13 [5] Move { dst: 5, src: 2 }
               2  14 [6] Move { dst: 6, src: 3 }
               2  15 [7] LoadNone { dst: 7 }
               2  16 [8] LoadNone { dst: 8 }
               2  17 [9] LoadNone { dst: 9 }
               2  18 [10] Call { dst: 5, base: 5, n: 3 }
               2  19 [6] GetAwaitable { dst: 5, src: 5 }
               2  20 [6] LoadNone { dst: 6 }
               2  21 [7] YieldFrom { dst: 6, iter: 5 }
               2  22 [7] Move { dst: 5, src: 6 }
               2  23 [6] Clear { reg: 5 }
               2  24 [5] Clear { reg: 3 }
               2  25 [5] Clear { reg: 2 }
               3  26 [5] Return { src: 4 }
            >  2  27 [5] PushHandled { save: 5, exception: 4 }
               2  28 [6] Move { dst: 6, src: 2 }
               2  29 [7] Move { dst: 7, src: 3 }
               2  30 [8] ExceptionInfo { base: 8, exception: 4 }
               2  31 [11] Call { dst: 6, base: 6, n: 3 }
               2  32 [7] GetAwaitable { dst: 6, src: 6 }
               2  33 [7] LoadNone { dst: 7 }
               2  34 [8] YieldFrom { dst: 7, iter: 6 }
               2  35 [8] Move { dst: 6, src: 7 }
               2  36 [7] JumpIf { src: 6, offset: 3 } -> 40
               2  37 [6] Reraise { exception: 4 }
               2  38 [7] PopHandled { save: 5 }
               2  39 [7] Reraise { exception: 6 }
               2  40 [6] PopHandled { save: 5 }
               2  41 [6] Clear { reg: 4 }
               2  42 [6] Clear { reg: 3 }
               2  43 [6] Clear { reg: 2 }
               2  44 [2] LoadNone { dst: 2 }
               2  45 [3] Return { src: 2 }
                7..13 -> 27 exception 4
                28..38 -> 38 exception 6
        "]],
    );
}

#[test]
fn generators() {
    check(
        "async def f(a):\n    async for x in a:\n        yield [y async for y in x if y]\n",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            AsyncGenerator f locals(a, x, y)
            >  2   0 [3] GetAsyncIter { dst: 3, src: 0 }
            >  2   1 [4] GetAsyncNext { dst: 4, iter: 3 }
               2   2 [5] GetAwaitable { dst: 4, src: 4 }
               2   3 [5] LoadNone { dst: 5 }
               2   4 [6] YieldFrom { dst: 5, iter: 4 }
               2   5 [6] Move { dst: 4, src: 5 }
               2   6 [5] Move { dst: 1, src: 4 }
            >  3   7 [4] BuildList { dst: 4, base: 4, n: 0 }
               3   8 [5] GetAsyncIter { dst: 5, src: 1 }
               3   9 [6] GetAsyncNext { dst: 6, iter: 5 }
               3  10 [7] GetAwaitable { dst: 6, src: 6 }
               3  11 [7] LoadNone { dst: 7 }
               3  12 [8] YieldFrom { dst: 7, iter: 6 }
               3  13 [8] Move { dst: 6, src: 7 }
               3  14 [7] Move { dst: 2, src: 6 }
               3  15 [6] JumpUnless { src: 2, offset: -7 } -> 9
               3  16 [6] ListAppend { list: 4, value: 2 }
               3  17 [6] Jump { offset: -9 } -> 9
               3  18 [7] EndAsyncFor { exception: 6, offset: 0 } -> 19
               3  19 [6] Clear { reg: 5 }
               3  20 [5] Clear { reg: 2 }
               3  21 [5] Yield { dst: 4, src: 4 }
               3  22 [5] Clear { reg: 4 }
               2  23 [4] Jump { offset: -23 } -> 1
               2  24 [5] EndAsyncFor { exception: 4, offset: 0 } -> 25
               2  25 [4] Clear { reg: 3 }
               2  26 [3] LoadNone { dst: 3 }
               2  27 [4] Return { src: 3 }
                1..6 -> 24 exception 4
                9..14 -> 18 exception 6
        "]],
    );
}

#[test]
fn closures_and_classes() {
    check(
        "def f(x):\n    class C(B, m=1):\n        a: int = 1\n        def g(self):\n            return super().g(x)\n    return [lambda: i for i in x], C",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(x, C) cells(x)
            >  2   0 [3] LoadBuildClass { dst: 3 }
               2   1 [4] Clear { reg: 4 }
               2   2 [5] Move { dst: 5, src: 2 }
               2   3 [6] BuildTuple { dst: 5, base: 5, n: 1 }
               2   4 [6] MakeFunction { flags: 8, dst: 5, code: 0, base: 5 }
               2   5 [6] LoadConst { dst: 6, index: 1 }
               2   6 [7] LoadGlobal { dst: 7, site: 0 }
               2   7 [8] LoadInt { dst: 8, value: 1 }
               2   8 [9] CallKeywords { base: 3, n: 4, names: 2 }
               2   9 [4] Move { dst: 1, src: 3 }
            >  6  10 [3] MakeFunction { flags: 0, dst: 3, code: 3, base: 3 }
               6  11 [4] Clear { reg: 4 }
               6  12 [5] LoadCell { dst: 5, cell: 2 }
               6  13 [6] GetIter { dst: 5, src: 5 }
               6  14 [6] Call { dst: 3, base: 3, n: 1 }
               6  15 [4] Move { dst: 4, src: 1 }
               6  16 [5] BuildTuple { dst: 3, base: 3, n: 2 }
               6  17 [4] Return { src: 3 }
            Class f.<locals>.C locals(.namespace) cells(__class__) free(x)
            >  2   0 [3] LoadGlobal { dst: 3, site: 0 }
               2   1 [4] StoreName { name: 1, src: 3 }
               2   2 [3] LoadConst { dst: 3, index: 0 }
               2   3 [4] StoreName { name: 2, src: 3 }
               2   4 [3] LoadInt { dst: 3, value: 2 }
               2   5 [4] StoreName { name: 3, src: 3 }
            >  3   6 [3] LoadInt { dst: 3, value: 1 }
               3   7 [4] StoreName { name: 4, src: 3 }
            >  4   8 [3] Move { dst: 3, src: 1 }
               4   9 [4] Move { dst: 4, src: 2 }
               4  10 [5] BuildTuple { dst: 3, base: 3, n: 2 }
               4  11 [4] MakeFunction { flags: 8, dst: 3, code: 1, base: 3 }
               4  12 [4] StoreName { name: 5, src: 3 }
               3  13 [3] MakeFunction { flags: 0, dst: 3, code: 2, base: 3 }
               3  14 [4] StoreName { name: 6, src: 3 }
               2  15 [3] Move { dst: 3, src: 1 }
               2  16 [4] StoreName { name: 7, src: 3 }
               2  17 [4] Return { src: 3 }
            Function f.<locals>.C.g locals(self) free(__class__, x)
            >  5   0 [3] LoadCell { dst: 3, cell: 1 }
               5   1 [4] LoadLocal { dst: 4, src: 0 }
               5   2 [5] LoadSuperAttr { dst: 3, base: 3, site: 0 }
               5   3 [4] Clear { reg: 4 }
               5   4 [5] LoadCell { dst: 5, cell: 2 }
               5   5 [6] Call { dst: 3, base: 3, n: 1 }
               5   6 [4] Return { src: 3 }
            Function f.<locals>.C.__annotate__ locals(.format)
            >  3   0 [1] LoadInt { dst: 1, value: 2 }
               3   1 [2] Compare { op: Gt, dst: 2, a: 0, b: 1 }
               3   2 [3] JumpUnless { src: 2, offset: 3 } -> 6
               3   3 [1] LoadGlobal { dst: 1, site: 0 }
               3   4 [2] Clear { reg: 2 }
               3   5 [3] Raise { exception: 1, cause: 2 }
               3   6 [1] BuildDict { dst: 1, base: 1, n: 0 }
               3   7 [2] LoadConst { dst: 2, index: 0 }
               3   8 [3] LoadGlobal { dst: 3, site: 1 }
               3   9 [4] DictInsert { dict: 1, key: 2, value: 3 }
               3  10 [2] Return { src: 1 }
            Function f.<locals>.<listcomp> locals(.0) cells(i)
            >  6   0 [2] BuildList { dst: 2, base: 2, n: 0 }
               6   1 [3] Move { dst: 3, src: 0 }
               6   2 [4] Clear { reg: 0 }
               6   3 [4] ForIter { dst: 4, iter: 3, offset: 6 } -> 10
               6   4 [5] StoreCell { cell: 1, src: 4 }
               6   5 [4] Move { dst: 4, src: 1 }
               6   6 [5] BuildTuple { dst: 4, base: 4, n: 1 }
               6   7 [5] MakeFunction { flags: 8, dst: 4, code: 0, base: 4 }
               6   8 [5] ListAppend { list: 2, value: 4 }
               6   9 [4] Jump { offset: -7 } -> 3
               6  10 [3] Return { src: 2 }
            Function f.<locals>.<listcomp>.<locals>.<lambda> free(i)
            >  6   0 [1] LoadCell { dst: 1, cell: 0 }
               6   1 [2] Return { src: 1 }
        "]],
    );
}

#[test]
fn format_strings() {
    check(
        "def f(a):\n    return f'{a!r:>{a}} {a=} b'",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(a)
            >  2   0 [1] LoadConst { dst: 1, index: 0 }
               2   1 [2] Format { conversion: Part, dst: 2, src: 0, spec: 0 }
               2   2 [3] BuildString { dst: 1, base: 1, n: 2 }
               2   3 [2] Format { conversion: Repr, dst: 1, src: 0, spec: 1 }
               2   4 [2] LoadConst { dst: 2, index: 1 }
               2   5 [3] Format { conversion: Repr, dst: 3, src: 0, spec: 0 }
               2   6 [4] LoadConst { dst: 4, index: 2 }
               2   7 [5] BuildString { dst: 1, base: 1, n: 4 }
               2   8 [2] Return { src: 1 }
        "]],
    );
}

#[test]
fn patterns() {
    check(
        "def f(a):\n    match a:\n        case [1, *r] | {'k': r}:\n            return r\n        case P(x=0, y=b) if b:\n            return b\n",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
               1   2 [0] LoadNone { dst: 0 }
               1   3 [1] Return { src: 0 }
            Function f locals(a, r, b)
            >  2   0 [3] Move { dst: 3, src: 0 }
            >  3   1 [4] Clear { reg: 4 }
               3   2 [5] MatchSequence { dst: 5, src: 3 }
               3   3 [6] JumpUnless { src: 5, offset: 10 } -> 14
               3   4 [5] Length { dst: 5, src: 3 }
               3   5 [6] LoadInt { dst: 6, value: 1 }
               3   6 [7] Compare { op: Ge, dst: 7, a: 5, b: 6 }
               3   7 [8] JumpUnless { src: 7, offset: 6 } -> 14
               3   8 [5] UnpackRest { before: 1, src: 3, base: 5, after: 0 }
               3   9 [7] LoadInt { dst: 7, value: 1 }
               3  10 [8] Compare { op: Eq, dst: 8, a: 5, b: 7 }
               3  11 [9] JumpUnless { src: 8, offset: 2 } -> 14
               3  12 [7] Move { dst: 4, src: 6 }
               3  13 [5] Jump { offset: 12 } -> 26
               3  14 [5] MatchMapping { dst: 5, src: 3 }
               3  15 [6] JumpUnless { src: 5, offset: 13 } -> 29
               3  16 [5] Length { dst: 5, src: 3 }
               3  17 [6] LoadInt { dst: 6, value: 1 }
               3  18 [7] Compare { op: Ge, dst: 7, a: 5, b: 6 }
               3  19 [8] JumpUnless { src: 7, offset: 9 } -> 29
               3  20 [5] LoadConst { dst: 5, index: 0 }
               3  21 [6] BuildTuple { dst: 6, base: 5, n: 1 }
               3  22 [7] MatchKeys { dst: 7, src: 3, keys: 6 }
               3  23 [8] JumpIfNone { src: 7, offset: 5 } -> 29
               3  24 [8] Unpack { src: 7, base: 8, n: 1 }
               3  25 [9] Move { dst: 4, src: 8 }
               3  26 [5] Rebind { dst: 1, src: 4 }
               3  27 [4] Clear { reg: 3 }
            >  4  28 [3] Return { src: 1 }
            >  5  29 [4] Clear { reg: 4 }
               5  30 [5] Move { dst: 5, src: 3 }
               5  31 [6] LoadGlobal { dst: 6, site: 0 }
               5  32 [7] LoadConst { dst: 7, index: 1 }
               5  33 [8] MatchClass { base: 5, n: 0 }
               5  34 [6] JumpIfNone { src: 5, offset: 9 } -> 44
               5  35 [6] Unpack { src: 5, base: 6, n: 2 }
               5  36 [8] LoadInt { dst: 8, value: 0 }
               5  37 [9] Compare { op: Eq, dst: 9, a: 6, b: 8 }
               5  38 [10] JumpUnless { src: 9, offset: 5 } -> 44
               5  39 [8] Move { dst: 4, src: 7 }
               5  40 [5] Move { dst: 2, src: 4 }
               5  41 [4] JumpUnless { src: 2, offset: 2 } -> 44
               5  42 [4] Clear { reg: 3 }
            >  6  43 [3] Return { src: 2 }
               2  44 [4] Clear { reg: 3 }
               2  45 [3] LoadNone { dst: 3 }
               2  46 [4] Return { src: 3 }
        "]],
    );
}

#[test]
fn type_parameters() {
    check(
        "def f[T](a: T = 1): pass\ntype A = int",
        expect![[r"
        Module <module>
        >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
           1   1 [1] Clear { reg: 1 }
           1   2 [2] LoadConst { dst: 2, index: 1 }
           1   3 [3] LoadNone { dst: 3 }
           1   4 [4] Call { dst: 0, base: 0, n: 2 }
           1   5 [1] StoreGlobal { site: 0, src: 0 }
        >  2   6 [0] LoadConst { dst: 0, index: 2 }
           2   7 [1] MakeFunction { flags: 0, dst: 1, code: 3, base: 1 }
           2   8 [2] Clear { reg: 2 }
           2   9 [3] MakeTypeParameter { kind: 0, dst: 0, base: 0 }
           2  10 [1] StoreGlobal { site: 1, src: 0 }
           2  11 [0] LoadNone { dst: 0 }
           2  12 [1] Return { src: 0 }
        Function <generic parameters of f> locals(.defaults, .kwdefaults, .type_params) cells(T)
        >  1   0 [4] LoadConst { dst: 4, index: 0 }
           1   1 [5] Clear { reg: 5 }
           1   2 [6] Clear { reg: 6 }
           1   3 [7] MakeTypeParameter { kind: 1, dst: 4, base: 4 }
           1   4 [5] StoreCell { cell: 3, src: 4 }
           1   5 [5] BuildTuple { dst: 4, base: 4, n: 1 }
           1   6 [5] Move { dst: 2, src: 4 }
           1   7 [4] Move { dst: 4, src: 0 }
           1   8 [5] Move { dst: 5, src: 3 }
           1   9 [6] BuildTuple { dst: 5, base: 5, n: 1 }
           1  10 [6] MakeFunction { flags: 8, dst: 5, code: 1, base: 5 }
           1  11 [6] MakeFunction { flags: 5, dst: 4, code: 2, base: 4 }
           1  12 [5] Move { dst: 5, src: 2 }
           1  13 [6] StoreAttr { obj: 4, site: 0, src: 5 }
           1  14 [5] Return { src: 4 }
        Function __annotate__ locals(.format) free(T)
        >  1   0 [2] LoadInt { dst: 2, value: 2 }
           1   1 [3] Compare { op: Gt, dst: 3, a: 0, b: 2 }
           1   2 [4] JumpUnless { src: 3, offset: 3 } -> 6
           1   3 [2] LoadGlobal { dst: 2, site: 0 }
           1   4 [3] Clear { reg: 3 }
           1   5 [4] Raise { exception: 2, cause: 3 }
           1   6 [2] BuildDict { dst: 2, base: 2, n: 0 }
           1   7 [3] LoadConst { dst: 3, index: 0 }
           1   8 [4] LoadCell { dst: 4, cell: 1 }
           1   9 [5] DictInsert { dict: 2, key: 3, value: 4 }
           1  10 [3] Return { src: 2 }
        Function f locals(a)
        >  1   0 [1] Nop
           1   1 [1] LoadNone { dst: 1 }
           1   2 [2] Return { src: 1 }
        Function A locals(.format)
        >  2   0 [1] LoadInt { dst: 1, value: 2 }
           2   1 [2] Compare { op: Gt, dst: 2, a: 0, b: 1 }
           2   2 [3] JumpUnless { src: 2, offset: 3 } -> 6
           2   3 [1] LoadGlobal { dst: 1, site: 0 }
           2   4 [2] Clear { reg: 2 }
           2   5 [3] Raise { exception: 1, cause: 2 }
           2   6 [1] LoadGlobal { dst: 1, site: 1 }
           2   7 [2] Return { src: 1 }
    "]],
    );
}

#[test]
fn early_returns_keep_their_lines() {
    check(
        "def f(x):\n    if x:\n        y = 1\n    else:\n        y = 2\n    return y\n\n\ndef g(x):\n    while x:\n        break\n    return x if x else None",
        expect![[r"
            Module <module>
            >  1   0 [0] MakeFunction { flags: 0, dst: 0, code: 0, base: 0 }
               1   1 [1] StoreGlobal { site: 0, src: 0 }
            >  9   2 [0] MakeFunction { flags: 0, dst: 0, code: 1, base: 0 }
               9   3 [1] StoreGlobal { site: 1, src: 0 }
               9   4 [0] LoadNone { dst: 0 }
               9   5 [1] Return { src: 0 }
            Function f locals(x, y)
            >  2   0 [2] JumpUnless { src: 0, offset: 2 } -> 3
            >  3   1 [2] LoadInt { dst: 1, value: 1 }
            >  6   2 [2] Return { src: 1 }
            >  5   3 [2] LoadInt { dst: 1, value: 2 }
            >  6   4 [2] Return { src: 1 }
            >  6   5 [2] Return { src: 1 }
            Function g locals(x)
            > 10   0 [1] JumpUnless { src: 0, offset: 1 } -> 2
            > 11   1 [1] Jump { offset: 0 } -> 2
            > 12   2 [1] JumpUnless { src: 0, offset: 2 } -> 5
              12   3 [1] Return { src: 0 }
              12   4 [2] Return { src: 1 }
              12   5 [1] LoadNone { dst: 1 }
              12   6 [2] Return { src: 1 }
        "]],
    );
}
