# A mistake people make: a class without a body
class Empty:


class Other:
    pass
