"""What only a network needs is not loaded."""

import subprocess
import sys

import pytest

from pilkades_desk.core.offline import Absent, close_network

SAY = """
import sys
from pilkades_desk.kits.signing import pdf_sign, pdf_signer, pdf_verify
import pyhanko.sign.validation, pyhanko.sign.signers, aiohttp
print(aiohttp.ClientSession.__name__, *sorted(m for m in sys.modules if m.startswith("aiohttp")))
"""


def test_no_network_client_is_loaded_with_the_library() -> None:
    answer = subprocess.run([sys.executable, "-c", SAY], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["Absent", "aiohttp"]


def test_asyncio_is_loaded_without_tls_which_stays_to_be_had() -> None:
    say = """
import sys
from pilkades_desk.core.offline import close_network
close_network()
import asyncio.sslproto
print("ssl" in sys.modules, "_ssl" in sys.modules, asyncio.sslproto.ssl)
async def two(): return 2
print(asyncio.run(two()))
import ssl
print(ssl.__name__)
"""
    answer = subprocess.run([sys.executable, "-c", say], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "False", "None", "2", "ssl"]


def test_what_is_put_in_its_place_has_every_name_and_is_no_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("aiohttp", "ssl"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    close_network()
    client = sys.modules["aiohttp"]
    assert client.ClientSession is Absent
    assert not hasattr(client, "__file__")
    assert "ssl" not in sys.modules


def test_nothing_can_be_made_of_what_is_not_there() -> None:
    with pytest.raises(RuntimeError, match="no connection"):
        Absent(timeout=1)
