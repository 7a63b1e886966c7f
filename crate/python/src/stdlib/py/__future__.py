"""The features that `from __future__ import` names: all are part of the language by now, but for one."""

all_feature_names = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
    "barry_as_FLUFL", "generator_stop", "annotations",
]
__all__ = ["all_feature_names", *all_feature_names]


class _Feature:
    """Since when a feature could be asked for, and since when it is always there."""

    def __init__(self, optional, mandatory, flag):
        self.optional = (*optional, 0, "alpha", 0)[:5]
        self.mandatory = mandatory and (*mandatory, 0, "alpha", 0)[:5]
        self.compiler_flag = flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return f"_Feature({self.optional!r}, {self.mandatory!r}, {self.compiler_flag})"


nested_scopes = _Feature((2, 1, 0), (2, 2, 0), 16)
generators = _Feature((2, 2, 0), (2, 3, 0), 0)
division = _Feature((2, 2, 0), (3, 0, 0), 131072)
absolute_import = _Feature((2, 5, 0), (3, 0, 0), 262144)
with_statement = _Feature((2, 5, 0), (2, 6, 0), 524288)
print_function = _Feature((2, 6, 0), (3, 0, 0), 1048576)
unicode_literals = _Feature((2, 6, 0), (3, 0, 0), 2097152)
barry_as_FLUFL = _Feature((3, 1, 0), (4, 0, 0), 4194304)
generator_stop = _Feature((3, 5, 0), (3, 7, 0), 8388608)
annotations = _Feature((3, 7, 0), None, 16777216)
