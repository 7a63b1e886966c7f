# A mistake people make: braces around a block
def main() {
    print("hi")
}
