# Notes are printed below the message, line by line
def read(line):
    try:
        return float(line)
    except ValueError as error:
        error.add_note("while reading a price")
        error.add_note("line 3:\n    indented detail")
        error.__notes__.append("appended directly")
        raise


print(read("1.5"))
read("1,5")
