# A mistake people make: a future that will not come
from __future__ import braces
