"""age around a byte stream, in constant memory.

pyrage reads a header with thousands of stanzas in quadratic time before it checks anything, so the
header is counted first, from bytes held in memory and then fed on (docs/format-paket.md part 4).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from pilkades_desk.core.files import Sink
from pilkades_desk.kits.sealing.header import MAX_RECIPIENTS
from pilkades_desk.kits.sealing.refusal import Fault, Refused
from pilkades_desk.kits.sealing.tar import Unpacker

MAX_HEADER = 64 << 10
_FIRST_LINE = b"age-encryption.org/v1\n"


class _Source:
    """A file to pyrage, made from chunks; remembers what went wrong, which pyrage would rename."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._rest = b""
        self.failed: Exception | None = None

    def read(self, size: int) -> bytes:
        """Give at most `size` bytes; none at the end."""
        try:
            while not self._rest:
                self._rest = next(self._chunks)
        except StopIteration:
            return b""
        except (Refused, OSError) as error:
            self.failed = error
            raise
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece


class _Target:
    """A file to pyrage that remembers what went wrong while writing."""

    def __init__(self, file: Sink) -> None:
        self._file = file
        self.failed: Exception | None = None

    def write(self, piece: bytes) -> int:
        """Write and give the number of bytes."""
        try:
            return self._file.write(piece)
        except OSError as error:
            self.failed = error
            raise

    def flush(self) -> None:
        """Leave flushing to whoever opened the file."""


def encrypt(chunks: Iterable[bytes], file: Sink, recipients: Sequence[str]) -> None:
    """Seal a stream to age recipients; OSError and Refused from either side come through."""
    import pyrage

    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    source, target = _Source(chunks), _Target(file)
    try:
        pyrage.encrypt_io(source, target, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise source.failed or target.failed or error from None


def decrypt(untrusted_chunks: Iterator[bytes], unpacker: Unpacker, identity: str) -> None:
    """Open an age stream into the unpacker; what it staged counts only after its `finish`."""
    import pyrage

    head = guard_header(untrusted_chunks)
    source = _Source(chain((head,), untrusted_chunks))
    key = pyrage.x25519.Identity.from_str(identity)
    try:
        pyrage.decrypt_io(source, unpacker, [key])
    except (pyrage.DecryptError, OSError) as error:
        if source.failed or getattr(error, "errno", None) is not None:
            raise source.failed or error from None
        raise Refused(Fault.DECRYPT, str(error)) from error


def guard_header(untrusted_chunks: Iterator[bytes]) -> bytes:
    """Read at least the age header; Refused when it is none or costs too much to try."""
    head = b""
    while len(head) < MAX_HEADER and (chunk := next(untrusted_chunks, b"")):
        head += chunk
    if not head.startswith(_FIRST_LINE):
        raise Refused(Fault.AGE_HEADER, "first line")
    end = head.find(b"\n--- ", 0, MAX_HEADER)
    stanzas = head.count(b"\n-> ", 0, end if end >= 0 else MAX_HEADER)
    if stanzas > MAX_RECIPIENTS:
        raise Refused(Fault.TOO_MANY_RECIPIENTS, str(stanzas))
    if end < 0:
        raise Refused(Fault.AGE_HEADER, "no end")
    return head
