"""What ``softintel serve`` listens with."""

from __future__ import annotations

import asyncio
import socket

from api.cli.serve import _listening


def test_no_part_of_an_answer_waits_for_the_receipt_of_the_one_before() -> None:
    async def delay_is_off() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            found.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()
            await writer.wait_closed()

        listener = _listening("127.0.0.1", 0)
        address = listener.getsockname()
        async with await asyncio.start_server(answer, sock=listener):
            _, writer = await asyncio.open_connection(*address)
            delay = await found
            writer.close()
            await writer.wait_closed()
        return delay

    assert asyncio.run(delay_is_off()) != 0
