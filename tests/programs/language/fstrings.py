# f-strings: conversions, format specs, nested specs, debug form, quotes inside.
name, value, width = "pi", 3.14159265, 12
print(f"{name}={value:.3f} [{value:>{width}.2f}] [{name:^{width}}] [{name!r:*<8}]")
print(f"{value=} {width = } {name=!s} {value=:.1f} {1+1=}")
print(f"{{literal}} {name.upper()} {'nested ' + f'{name}'} {"same quotes"}")
print(f"{255:x} {255:#X} {255:b} {255:#o} {255:08b} {255:_b} {1234567:,} {1234567.891:,.2f}")
print(f"{0.1:e} {1e10:g} {1e-7:g} {0.5:%} {12.3456:.1%} {-5:+d} {5:+d} {5: d} {-5:06d}")
print(f"{'left':<8}|{'right':>8}|{'mid':^8}|{'x':-^9}|{'cut here':.3}|{True:d}|{True}")
print(f"{[1, 'a']!s} {(1,)} { {'k': 1}['k'] } {None} {...}")
print(f"multi {
    value
    :.2f} line")
print(f"{10**20:,} {2**100} {-7 // 2} {-7 % 3} {7 / 2}")
items = {"a": 1}
print(f"{items['a']} {items} {1 != 2} {(lambda x: x + 1)(1)}")
print(f"{3:{'>'}{6}}", f"{'é':>3}", f"{'\n'}" == "\n", rf"\n{1}", f"\x41{2}")
for spec in ("d", ".2", "z"):
    try:
        print(format("text" if spec == "d" else 3, spec))
    except ValueError as error:
        print(error)
