# A misspelt method of a built-in type.
words = ["a", "b"]
words.append("c")
words.apend("d")
