# A syntax error in an imported module
import bad_syntax
