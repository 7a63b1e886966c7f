# The file ends where a block is expected.
def main():
    for i in range(3):
