# A mistake people make: nothing to decorate
import functools


@functools.cache

x = 5
