# A mistake people make: async with in an ordinary function
def use(lock):
    async with lock:
        pass
