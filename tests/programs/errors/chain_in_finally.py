# An exception in a finally block has the first one as its context
def work():
    try:
        [].pop()
    finally:
        {}["cleanup"]


work()
