# sys.exit with a number sets the exit status; finally blocks still run.
import sys

try:
    print("leaving")
    sys.exit(42)
finally:
    print("cleanup")
