# sys.exit with a text prints it on stderr, with status 1.
import sys

print("before")
sys.exit("something went wrong")
