# Did you forget to import: a module's name that is not defined
def roll(random_seed):
    return random.randint(1, random_seed)


roll(6)
