# A mistake people make: import as something that is no name
import math as m.x
