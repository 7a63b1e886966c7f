# The order of sets after thousands of random operations is CPython's: growth, dummies, merging and pop.
seed=12345
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)%(1<<31)
    return (seed>>8)%n
def item():
    k=rnd(5)
    if k==0: return rnd(1000)
    if k==1: return 's%d'%rnd(300)
    if k==2: return (rnd(10),rnd(10))
    if k==3: return rnd(40)*0.5
    return -rnd(50)
sets=[set() for _ in range(4)]
for step in range(3000):
    i,j=rnd(4),rnd(4); a,b=sets[i],sets[j]; op=rnd(22)
    if op<6: a.add(item())
    elif op==6: a.discard(item())
    elif op==7 and a: a.pop()
    elif op==8: a|=b
    elif op==9 and rnd(3)==0: a&=b
    elif op==10 and rnd(3)==0: a-=b
    elif op==11 and rnd(3)==0: a^=b
    elif op==12: sets[i]=a|b
    elif op==13 and rnd(3)==0: sets[i]=a&b|{1,2}
    elif op==14: sets[i]=b-a
    elif op==15: sets[i]=a^b
    elif op==16: sets[i]=a.copy()
    elif op==17: sets[i]=set(list(b)+[item() for _ in range(rnd(20))])
    elif op==18: a.update([item() for _ in range(rnd(30))])
    elif op==19: sets[i]=a.union(b,[item()])
    elif op==20: a.difference_update([item() for _ in range(30)]); 
    elif op==21: sets[i]=set(frozenset(a)); sets[i]=set(dict.fromkeys(a))
    if len(sets[i])>400: sets[i]=set(list(sets[i])[:30])
    if step%20==0: print(step, op, list(sets[i])[:60], a.intersection([1,2,3,'s5']), a.symmetric_difference(b)==b^a)
