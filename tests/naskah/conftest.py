"""Everything asked of one form runs in one process, so that it is drawn once."""

from pathlib import Path

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        asked = getattr(item, "callspec", None)
        if asked and "kode" in asked.params and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(f"naskah {asked.params['kode']}"))
