# An exception of one's own class, from a method, with notes.
class InsufficientFunds(Exception):
    def __init__(self, needed):
        self.needed = needed

    def __str__(self):
        return f"need {self.needed} more"


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            error = InsufficientFunds(amount - self.balance)
            error.add_note("while withdrawing")
            raise error
        self.balance -= amount


Account(10).withdraw(25)
