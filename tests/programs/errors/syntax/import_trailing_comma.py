# A mistake people make: from import with a trailing comma
from math import sqrt,
