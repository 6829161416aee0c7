"""Reads the wording of a form from `resources/forms/`, to be frozen into its content."""

import tomllib

from pydantic import ValidationError

from pilkades_desk.berita_acara.values import Naskah
from pilkades_desk.core.errors import ResourceError
from pilkades_desk.core.resources import resource_text


def read_naskah(kode: str) -> Naskah:
    """Read the wording of one form, such as F-27; ResourceError when its file is damaged."""
    file = f"{kode.replace('-', '').lower()}.toml"
    try:
        table = tomllib.loads(resource_text("forms", file))
        return Naskah(**{**table, "baris": tuple(table.get("baris", {}).items())})
    except (tomllib.TOMLDecodeError, ValidationError, TypeError, AttributeError) as error:
        raise ResourceError(
            f"Naskah formulir {kode} rusak.",
            "Pasang ulang Pilkades Desk dari berkas pemasang yang utuh.",
        ) from error
