# raise … from …: the cause is shown first.
class ConfigError(Exception):
    pass


def load(text):
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError("bad port") from error


def main():
    load("80")
    load("eighty")


main()
