# An import inside a function of a name that is nearly right
def load():
    from collections import (
        deque,
        OrderedDic,
    )
    return deque, OrderedDic


load()
