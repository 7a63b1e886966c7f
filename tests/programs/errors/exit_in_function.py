# sys.exit runs the finally blocks on its way out
import sys


def main():
    try:
        print("working")
        sys.exit("fatal: no input")
    finally:
        print("cleaning up")


main()
