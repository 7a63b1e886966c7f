# An error in a finally block during another error.
def work():
    try:
        raise ValueError("first")
    finally:
        {}["second"]


work()
