# A built-in method that is bound goes by the class of its object.
import asyncio
class L(list):
    class D(dict): pass
class F(asyncio.Future): pass
print(L().append.__qualname__, L().append.__name__, [].append.__qualname__, L.append.__qualname__, L.D().get.__qualname__)
print(L().__len__.__qualname__, L.__init__.__qualname__, print.__qualname__, dict.fromkeys.__qualname__, L.D.fromkeys.__qualname__, str.maketrans.__qualname__)
print(super(L, L()).append.__qualname__, object().__repr__.__qualname__, L().__repr__.__qualname__, (1).bit_length.__qualname__, True.bit_length.__qualname__)
def f(): pass
print(f.__call__.__qualname__, f.__get__.__qualname__, [].__iter__.__qualname__, iter([]).__next__.__qualname__)
async def m():
    g = asyncio.gather(asyncio.sleep(0))
    print(g.set_result.__qualname__, asyncio.current_task().cancel.__qualname__, F().cancel.__qualname__, asyncio.current_task().get_name.__qualname__)
    await g
asyncio.run(m())
