# What goes wrong with containers, in the interpreter's words.
class Plain:
    pass


def attempt(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as error:
        print(text, "=>", f"{type(error).__name__}: {error}")


ROW, PAIR, TEXT, TABLE, GROUP = [1, 2, 3], (1, 2), "text", {"a": 1}, {1, 2}
for text in """ROW[5] PAIR[5] TEXT[9] range(3)[5] ROW['a'] PAIR['a'] TEXT['a'] ROW[1.0] ROW[::0] TABLE['b'] TABLE[ROW]
    GROUP[0] None[0] Plain()[0] len(5) len(Plain()) iter(5) next(ROW) 5_in_ROW 1_in_5 1_in_Plain() 1_in_TEXT list(5) [*5] {**5}
    dict(5) dict([1]) dict([(1,2,3)]) max([]) max(1) sum(['a']) ROW.index(9) [].pop() ROW.pop(9) ROW.remove(9) {}.popitem()
    set().pop() GROUP.remove(9) range(1,2,0) range('a') zip(5) list(zip(ROW,PAIR,strict=True)) reversed(5) reversed(GROUP)
    ROW<5 ROW<['a',1] TABLE<TABLE ROW+PAIR PAIR+ROW TABLE|5 GROUP|ROW ROW*'a' hash(ROW) hash((ROW,)) {ROW:1} {ROW} GROUP.add(ROW)
    TABLE.get(ROW) sorted([1,'a']) sorted(5) min() print(sep=5) list(1,2) tuple(1,2) dict(1,2) range() slice() iter(5,5)
    ROW.append() ROW.insert(1) ROW.extend(5) TABLE.update(5) GROUP.union(5) ROW.nothing""".split():
    attempt(text.replace("_in_", " in ").replace("5 in ROW", "5 in ROW"))


def run(text):
    try:
        exec(text, {})
    except Exception as error:
        print(repr(text), "=>", f"{type(error).__name__}: {error}")


run("x = [1]; x[5] = 1")
run("x = (1,); x[0] = 1")
run("x = 'a'; x[0] = 'b'")
run("x = (1,); del x[0]")
run("x = {}; del x[1]")
run("x = [1, 2, 3]; x[::2] = [1]")
run("x = [1, 2, 3]; x[1:2] = 5")
run("a, b = [1, 2, 3]")
run("a, b = [1]")
run("a, b, *c = [1]")
run("a, b = iter([1, 2, 3])")
run("a, b = {1: 1, 2: 2, 3: 3}")
run("a, b = 5")
run("x = {1, 2}\nfor i in x: x.add(i + 10)")
run("x = {1: 1}\nfor i in x: x[i + 10] = 1")
run("class E:\n def __iter__(self): return 5\nfor i in E(): pass")
run("class E:\n __iter__ = None\nfor i in E(): pass")
run("class E:\n def __len__(self): return -1\nlen(E())")
run("class E:\n def __bool__(self): return 5\nbool(E())")
run("class E:\n def __repr__(self): return 5\nrepr(E())")
run("class E:\n def __eq__(self, other): return True\n{E(): 1}")
