# A misspelt attribute of one's own class.
class Account:
    def __init__(self):
        self.balance = 10

    def deposit(self, amount):
        self.balanec += amount


account = Account()
account.deposit(5)
