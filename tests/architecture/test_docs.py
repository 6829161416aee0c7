import re

from pilkades_desk.paket import findings as paket
from pilkades_desk.penerimaan import findings as penerimaan
from tests.architecture.trees import ROOT

DOCS = ROOT / "docs"


def test_the_index_names_every_page() -> None:
    pages = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")} - {"README.md"}
    linked = set(re.findall(r"\]\(([^)]+\.md)\)", (DOCS / "README.md").read_text("utf-8")))
    assert linked == pages


def test_the_format_page_lists_every_code_of_a_bundle() -> None:
    listed = set(re.findall(r"[EW][78]\d\d", (DOCS / "format-paket.md").read_text("utf-8")))
    assert listed >= paket.KINDS.keys() | penerimaan.KINDS.keys()
