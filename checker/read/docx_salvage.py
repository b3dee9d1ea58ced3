"""An archive whose directory is gone -> the parts that can still be unpacked."""

from __future__ import annotations

import struct
import zlib

from checker.read.limits import MAX_ENTRIES, MAX_FILE

_SIGNATURE = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8


def salvage(data: bytes) -> dict[str, bytes]:
    """Parts by name, found by their local headers; a part that breaks off is given as far as it goes.

    At most ``MAX_FILE`` bytes are unpacked in all.
    """
    parts: dict[str, bytes] = {}
    room, at = MAX_FILE, data.find(_SIGNATURE)
    while at >= 0 and room > 0 and len(parts) < MAX_ENTRIES:
        name, content, end = _part(data, at, room)
        if name and not name.endswith("/"):
            parts.setdefault(name, content)
        room -= len(content)
        at = data.find(_SIGNATURE, end)
    return parts


def _part(data: bytes, at: int, room: int) -> tuple[str, bytes, int]:
    """Name, content and where to look for the next part."""
    head = data[at : at + _HEADER.size]
    if len(head) < _HEADER.size:
        return "", b"", len(data)
    _, _, flags, method, _, _, _, packed, _, name_size, extra_size = _HEADER.unpack(head)
    start = at + _HEADER.size + name_size + extra_size
    raw = data[at + _HEADER.size : at + _HEADER.size + name_size]
    name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace")
    if method == _STORED:
        return name, data[start : start + min(packed, room)], start + packed
    if method == _DEFLATED:
        return name, *_inflate(data, start, room)
    return "", b"", start


def _inflate(data: bytes, start: int, room: int) -> tuple[bytes, int]:
    """What one deflated part holds up to its end or its first fault. Fed in pieces, so as to keep what came before."""
    stream, content, at = zlib.decompressobj(-15), bytearray(), start
    while at < len(data) and not stream.eof and len(content) < room:
        piece = data[at : at + 4096]
        at += len(piece)
        try:
            content += stream.decompress(piece, room - len(content))
            while stream.unconsumed_tail and len(content) < room:
                content += stream.decompress(stream.unconsumed_tail, room - len(content))
        except zlib.error:
            break
    return bytes(content), at - len(stream.unused_data) if stream.eof else start
