# __exit__ raises while an exception is on its way
class Resource:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        raise RuntimeError("cannot close")


def use():
    with Resource() as resource:
        resource.read()


use()
