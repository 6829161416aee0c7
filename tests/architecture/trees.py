"""Reads the program's source once for every architecture test."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STEPS = (
    "panitia", "pemilih", "calon", "tps", "penghitungan", "berita_acara", "paket", "penerimaan",
)  # fmt: skip


@cache
def sources() -> dict[str, ast.Module]:
    """Every module of the program, parsed, by its path from the top."""
    paths = sorted((ROOT / "pilkades_desk").rglob("*.py"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in paths}


def length(node: ast.stmt) -> int:
    """How many lines a definition takes, decorators and all."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1
