# An exception in an operator's method: the caller's line shows the operator
class Money:
    def __init__(self, amount, currency):
        self.amount, self.currency = amount, currency

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add")
        return Money(self.amount + other.amount, self.currency)


wallet = [Money(5, "EUR"), Money(3, "EUR"), Money(1, "USD")]
total = wallet[0] + wallet[1]
print(total.amount)
total = total + wallet[2] + wallet[0]
