# An exit status is taken modulo 256
import sys

print("leaving")
sys.exit(300)
