# A module that knows whether it is run directly
count = 0
def bump():
    global count
    count += 1
    return count
_private = 3
if __name__ == "__main__":
    print("run directly")
print("plain imported")
