"""Signing and checking know no network."""

import subprocess
import sys

import pytest

from pilkades_desk.kits.signing.offline import Absent

SAY = """
import sys
from pilkades_desk.kits.signing import pdf_sign, pdf_signer, pdf_verify
import pyhanko.sign.validation, pyhanko.sign.signers, aiohttp
print(aiohttp.ClientSession.__name__, *sorted(m for m in sys.modules if m.startswith("aiohttp")))
"""


def test_no_network_client_is_loaded_with_the_library() -> None:
    answer = subprocess.run([sys.executable, "-c", SAY], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["Absent", "aiohttp"]


def test_nothing_can_be_made_of_what_is_not_there() -> None:
    with pytest.raises(RuntimeError, match="no connection"):
        Absent(timeout=1)
