# Mocks remember how they were used; `patch` puts them in the place of something else.
import contextlib
import sys
from unittest.mock import ANY, DEFAULT, MagicMock, Mock, PropertyMock, call, patch, sentinel


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


client = Mock(name="client")
client.get.return_value = "page"
print(client.get("a", timeout=1), client.get.call_count, client.get.called, client.post.called)
client.session().close(1)
print(client.get.call_args, client.get.call_args.args, client.get.call_args.kwargs)
print(client.mock_calls, client.method_calls)
print(client.get.mock_calls == [call("a", timeout=1)], client.mock_calls[0] == call.get("a", timeout=ANY))
attempt(client.get.assert_called_once_with, "a", timeout=1)
attempt(client.get.assert_called_with, "b")
attempt(client.get.assert_not_called)
attempt(client.post.assert_called)
attempt(client.post.assert_called_once)
attempt(client.get.assert_any_call, "c")
client.reset_mock()
print(client.mock_calls, client.get("again"))

answers = Mock(side_effect=[1, ValueError("second"), DEFAULT], return_value="default")
attempt(answers)
attempt(answers)
attempt(answers)
attempt(answers)
doubled = Mock(side_effect=lambda number: number * 2)
attempt(doubled, 21)
wrapped = Mock(wraps=[1, 2, 3])
print(wrapped.index(2), wrapped.index.mock_calls)

magic = MagicMock()
magic.__getitem__.return_value = "item"
magic.__len__.return_value = 3
magic.__iter__.return_value = [1, 2]
print(magic["key"], len(magic), list(magic), bool(magic), int(magic))
with magic as entered:
    print(entered is magic.__enter__.return_value)
print(magic.__getitem__.mock_calls, magic.__exit__.called)


class Shop:
    """Something to stand for."""

    price = 3

    def buy(self, n_items):
        return n_items * self.price


listed = Mock(spec=Shop)
print(isinstance(listed, Shop), listed.buy(2) is listed.buy.return_value)
attempt(lambda: listed.sell)

with patch.object(Shop, "buy", return_value="patched") as buy:
    print(Shop().buy(1), buy.mock_calls)
print(Shop().buy(1))
with patch(f"{__name__}.Shop.price", new=10):
    print(Shop().buy(1))
with patch.object(Shop, "price", new_callable=PropertyMock) as price:
    price.return_value = 5
    print(Shop().buy(2), price.mock_calls)
prices = {"apple": 1}
with patch.dict(prices, {"pear": 2}, clear=True):
    print(prices)
print(prices)


@patch.object(Shop, "price", 100)
@patch.object(Shop, "buy")
def run(buy):
    buy.side_effect = lambda n_items: n_items + Shop.price
    return Shop().buy(1)


print(run(), Shop.price, sentinel.here, sentinel.here is sentinel.here)
