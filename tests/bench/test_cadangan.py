"""What backing up and rehearsing a restore cost with 10,000 voters."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pilkades_desk.app.demo_voters import VOTERS_PLACEHOLDER
