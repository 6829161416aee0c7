"""The log as a file others can read: NIST SP 1500-101 version 1, Election Event Logging, JSON.

Pure and deterministic: same log, same bytes. `Details` is the stored body verbatim and `Hash` the
chain's own, so that whoever has the file can walk the chain again; it names no person.
"""

import json
from collections.abc import Sequence
from typing import Any

from pilkades_desk.core.audit import AuditEntry
from pilkades_desk.panitia.kalimat import KALIMAT, sentence
from pilkades_desk.panitia.rights import Aksi

_TYPE = "EventLogging"
UNKNOWN = "lain"
HOW_HASHED = "Hash = SHA-256('pilkades-desk/audit/v1' 00 || Hash before (32 x 00 first) || Details)"


def log_json(entries: Sequence[AuditEntry], tempat: str) -> bytes:
    """Write a whole log; its time is that of the last entry.

    Args:
        entries: from the first one on, at least one.
        tempat: code of the village or kabupaten.
    """
    events = [_event(entry, json.loads(entry.body)) for entry in entries]
    last = json.loads(entries[-1].body)
    device = {
        "@type": f"{_TYPE}.Device",
        "Id": tempat,
        "Type": "ems",
        "Model": "Pilkades Desk",
        "Version": last["versi"],
        "HashType": "sha-256",
        "Details": HOW_HASHED,
        "Event": events,
    }
    log = {
        "@type": f"{_TYPE}.ElectionEventLog",
        "ElectionId": tempat,
        "GeneratedTime": last["at"],
        "Details": f"{entries[-1].seq}-{entries[-1].hash.hex()}",
        "Device": [device],
    }
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def _event(entry: AuditEntry, body: dict[str, Any]) -> dict[str, str]:
    return {
        "@type": f"{_TYPE}.Event",
        "Id": body["aksi"],
        "Type": _kind(body["aksi"]),
        "Disposition": "success",
        "Sequence": str(entry.seq),
        "TimeStamp": body["at"],
        "UserId": str(body["akun"]),
        "Description": sentence(body, {}),
        "Details": entry.body,
        "Hash": entry.hash.hex(),
    }


def _kind(aksi: str) -> str:
    return KALIMAT[Aksi(aksi)].kelompok.value if aksi in set(Aksi) else UNKNOWN
