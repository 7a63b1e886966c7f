"""Servers, and what they do with a new connection."""

from asyncio import CancelledError, sleep
from asyncio.socket_transports import _SelectorSocketTransport
from asyncio.trsock import TransportSocket
from asyncio.watched_files import files_of, new_waiter

__all__ = ("AbstractServer", "Server")


class AbstractServer:
    """What `create_server()` returns."""

    __module__ = "asyncio.events"

    def close(self):
        raise NotImplementedError

    def close_clients(self):
        raise NotImplementedError

    def abort_clients(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.close()
        await self.wait_closed()


class Server(AbstractServer):
    """Accepts connections at one or more sockets."""

    __module__ = "asyncio.base_events"

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._clients = set()
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if not self._clients and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            files_of(self._loop).add_reader(sock.fileno(), self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog + 1):
            try:
                connection, address = sock.accept()
                connection.setblocking(False)
            except BlockingIOError:
                return
            self._loop.create_task(_accept_connection2(self._loop, self._protocol_factory, connection, address, self))

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(TransportSocket(each) for each in self._sockets)

    def close(self):
        """Stops to accept; connections that there are go on."""
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            files_of(self._loop).remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if not self._clients:
            self._wakeup()

    def close_clients(self):
        """Closes all connections."""
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        """Closes all connections at once, without sending what waits to be sent."""
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        """Begins to accept, if it has not."""
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        """Accepts until it is cancelled."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        where = ", ".join(place_of(each) for each in self._sockets)
        self._serving_forever_fut = new_waiter(self._loop, f"clients at {where}")
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                self.close_clients()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Waits until the server and all its connections are closed."""
        if self._waiters is None:
            return
        waiter = new_waiter(self._loop, "the end of the server's connections")
        self._waiters.append(waiter)
        await waiter


async def _accept_connection2(loop, protocol_factory, connection, address, server):
    protocol = transport = None
    try:
        protocol = protocol_factory()
        waiter = loop.create_future()
        files_of(loop).check_free(connection)
        transport = _SelectorSocketTransport(loop, connection, protocol, waiter, {"peername": address}, server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        if loop.get_debug():
            context = {
                "message": "Error on transport creation for incoming connection",
                "exception": error,
            }
            if protocol is not None:
                context["protocol"] = protocol
            if transport is not None:
                context["transport"] = transport
            loop.call_exception_handler(context)


_accept_connection2.__qualname__ = "BaseSelectorEventLoop._accept_connection2"


def place_of(sock):
    name = sock.getsockname()
    return f"{name[0]}:{name[1]}" if isinstance(name, tuple) else name
