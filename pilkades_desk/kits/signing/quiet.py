"""pyHanko logs tracebacks of what it also returns; the caller words it instead."""

import logging


def silence_pyhanko() -> None:
    """Keep pyHanko's own log lines out of ours."""
    for noisy in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
