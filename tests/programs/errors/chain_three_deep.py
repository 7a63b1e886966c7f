# A chain of three exceptions, explicit and implicit ones
def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise TypeError(f"no number: {text}") from error


def load(texts):
    try:
        return [parse(text) for text in texts]
    except TypeError:
        raise RuntimeError("loading failed")


load(["1", "x"])
