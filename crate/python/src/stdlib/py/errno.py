"""Numbers of the operating system's errors, as Linux has them, and their texts."""

_texts = {
    "EPERM": (1, "Operation not permitted"), "ENOENT": (2, "No such file or directory"), "ESRCH": (3, "No such process"),
    "EINTR": (4, "Interrupted system call"), "EIO": (5, "Input/output error"), "EBADF": (9, "Bad file descriptor"),
    "ECHILD": (10, "No child processes"), "EAGAIN": (11, "Resource temporarily unavailable"),
    "ENOMEM": (12, "Cannot allocate memory"), "EACCES": (13, "Permission denied"), "EBUSY": (16, "Device or resource busy"),
    "EEXIST": (17, "File exists"), "EXDEV": (18, "Invalid cross-device link"), "ENOTDIR": (20, "Not a directory"),
    "EISDIR": (21, "Is a directory"), "EINVAL": (22, "Invalid argument"), "EMFILE": (24, "Too many open files"),
    "ENOSPC": (28, "No space left on device"), "ESPIPE": (29, "Illegal seek"), "EROFS": (30, "Read-only file system"),
    "EPIPE": (32, "Broken pipe"), "EDOM": (33, "Numerical argument out of domain"),
    "ERANGE": (34, "Numerical result out of range"), "EDEADLK": (35, "Resource deadlock avoided"),
    "ENAMETOOLONG": (36, "File name too long"), "ENOSYS": (38, "Function not implemented"),
    "ENOTEMPTY": (39, "Directory not empty"), "ELOOP": (40, "Too many levels of symbolic links"),
    "EPROTO": (71, "Protocol error"), "ENOTSOCK": (88, "Socket operation on non-socket"),
    "EMSGSIZE": (90, "Message too long"), "EOPNOTSUPP": (95, "Operation not supported"),
    "EAFNOSUPPORT": (97, "Address family not supported by protocol"), "EADDRINUSE": (98, "Address already in use"),
    "EADDRNOTAVAIL": (99, "Cannot assign requested address"), "ENETDOWN": (100, "Network is down"),
    "ENETUNREACH": (101, "Network is unreachable"), "ECONNABORTED": (103, "Software caused connection abort"),
    "ECONNRESET": (104, "Connection reset by peer"), "ENOBUFS": (105, "No buffer space available"),
    "EISCONN": (106, "Transport endpoint is already connected"),
    "ENOTCONN": (107, "Transport endpoint is not connected"),
    "ESHUTDOWN": (108, "Cannot send after transport endpoint shutdown"), "ETIMEDOUT": (110, "Connection timed out"),
    "ECONNREFUSED": (111, "Connection refused"), "EHOSTDOWN": (112, "Host is down"),
    "EHOSTUNREACH": (113, "No route to host"), "EALREADY": (114, "Operation already in progress"),
    "EINPROGRESS": (115, "Operation now in progress"), "ECANCELED": (125, "Operation canceled"),
}
errorcode = {number: name for name, (number, _) in _texts.items()}
globals().update({name: number for name, (number, _) in _texts.items()})
EWOULDBLOCK, ENOTSUP, EDEADLOCK = EAGAIN, EOPNOTSUPP, EDEADLK
_strerror = dict(_texts.values())
