# Datagrams keep their bounds and their order; what nobody receives is lost.
import asyncio


class Receiver(asyncio.DatagramProtocol):
    def datagram_received(self, data, addr):
        print(asyncio.get_running_loop().time(), len(data), data[:5])


async def main():
    loop = asyncio.get_running_loop()
    sender, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0))
    print(sender.get_extra_info("sockname"), sender.get_extra_info("peername"))
    sender.sendto(b"lost", ("127.0.0.1", 7000))
    receiver, _ = await loop.create_datagram_endpoint(Receiver, local_addr=("127.0.0.1", 7000))
    for n in range(3):
        sender.sendto(b"n%d" % n, ("127.0.0.1", 7000))
    sender.sendto(b"", ("127.0.0.1", 7000))
    sender.sendto(b"y" * 60_000, ("127.0.0.1", 7000))
    await asyncio.sleep(1)
    receiver.close()
    sender.sendto(b"after", ("127.0.0.1", 7000))
    await asyncio.sleep(1)
    sender.close()
    for arguments in ({}, {"local_addr": "x"}, {"local_addr": ("127.0.0.1", 1, 2)}):
        try:
            await loop.create_datagram_endpoint(asyncio.DatagramProtocol, **arguments)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
