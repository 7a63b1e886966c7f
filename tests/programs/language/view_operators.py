# Set operators of dictionary views: the order of the result, and what is no iterable
def show(operation):
    try:
        print(operation())
    except TypeError as error:
        print(error)


letters = dict.fromkeys("snake_case_text")
print(letters.keys() | "")
print(letters.keys() - set("st"))
print(letters.keys() & "text_and_more")
print(letters.keys() ^ "text")
print("text" & letters.keys())
print(letters.items() | [1, 2])
show(lambda: {}.keys() & 1.5)
show(lambda: {}.keys() | 1.5)
show(lambda: {}.items() - None)
show(lambda: {}.keys() ^ 3)
show(lambda: 3 & {}.keys())
show(lambda: 3 | {}.keys())
show(lambda: {}.keys() < 3)
