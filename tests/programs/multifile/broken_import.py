# An error in an imported module: the traceback names both files
import broken
