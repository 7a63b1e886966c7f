# A mistake people make: from import with nothing
from math import
