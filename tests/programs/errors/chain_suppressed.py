# from None hides the context, also when it has a cause of its own
class ConfigError(Exception):
    """Raised for a bad configuration."""


def setting(config, name):
    try:
        return config[name]
    except KeyError:
        raise ConfigError(f"missing {name!r}") from None


print(setting({"a": 1}, "a"))
try:
    setting({}, "b")
except ConfigError as first:
    raise ConfigError("cannot start") from first
