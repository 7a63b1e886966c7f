# A misspelt keyword.
asyn def main():
    pass
