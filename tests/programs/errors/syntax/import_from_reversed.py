# A mistake people make: import from instead of from import
import sqrt from math
