# Slices, item access and sorting of random sequences.
seed=99
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)%(1<<31)
    return (seed>>8)%n
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__+': '+str(e)
def mk(): return None if rnd(3)==0 else rnd(24)-12
def sl(): return slice(mk(),mk(),mk() if rnd(2) else None)
for _ in range(400):
    n=rnd(9); x=list(range(n)); s=sl(); y=list('abcdefgh'[:rnd(6)])
    print(s, t(lambda: x[s]), t(lambda: tuple(x)[s]), t(lambda: 'héllo wörld'[s]), t(lambda: b'hello'[s]), t(lambda: range(n)[s]), t(lambda: s.indices(n)))
    def asg():
        z=x[:]; z[s]=y; return z
    def dl():
        z=x[:]; del z[s]; return z
    def ba():
        z=bytearray(b'abcdefghij'); z[s]=bytes(y and [1]*len(y)); return z
    print(t(asg), t(dl))
    i=rnd(20)-10
    print(t(lambda: x[i]), t(lambda: x.pop(i)), t(lambda: 'abc'[i]), t(lambda: range(3)[i]), t(lambda: x.insert(i,'n')), x, x.index(0) if 0 in x else None)
d={}
for _ in range(2000):
    k=rnd(60); op=rnd(6)
    if op<3: d[k]=rnd(9)
    elif op==3: d.pop(k,None)
    elif op==4 and d and rnd(4)==0: print(d.popitem())
    elif op==5: d.setdefault('k%d'%k, k)
    if _%100==0: print(d, list(reversed(d)), list(d.items())[:3])
import itertools
for a in range(1,6):
  for b in range(1,6):
    xs=[rnd(10) for _ in range(rnd(120))]; 
    print(sorted(xs)==sorted(xs,key=lambda v:v), sorted(xs,key=lambda v:(v%3,-v)), sorted(xs,key=lambda v:str(v),reverse=True)[:10], sorted(enumerate(xs),key=lambda p:p[1])[:5])
