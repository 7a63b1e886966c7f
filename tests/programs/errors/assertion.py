# A failed assertion with a message.
def withdraw(balance, amount):
    assert amount <= balance, f"only {balance} left"
    return balance - amount


print(withdraw(10, 4))
print(withdraw(10, 40))
