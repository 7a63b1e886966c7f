# Files beside the program can be opened, and its own source
import os
with open("notes.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, line.rstrip())
print(os.path.exists("notes.txt"), os.path.exists("nothing.txt"), os.path.getsize("notes.txt"))
with open(__file__) as file:
    print(file.readline(), end="")
