# A package inside a package
print("models", __name__)
