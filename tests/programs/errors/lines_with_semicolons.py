# Several statements on a line: the carets show which one
a = 1; b = 0; print(a); print(b)
if a: c = a / (a + 1); d = a / b; print(d)
