# A mistake people make: async for in an ordinary function
def collect(source):
    async for item in source:
        print(item)
