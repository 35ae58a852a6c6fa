"""Whether there is room on the disk for another recording: within the house's limit, and with enough left for the rest of it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MB = 1_000_000
MOST_BYTES = 256 * 1024 * 1024  # four hours, as long as a call lasts, are 230 MB


def free_bytes(folder: Path) -> int:
    """What is free on the disk of this folder, which need not be there yet."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    return shutil.disk_usage(there).free


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """`most_mb`: so much may all recordings take, 0: as much as there is. `leave_mb`: so much of the disk they leave free, since
    the database may be on it. `each_bytes`: the most one recording may be.
    """

    most_mb: int = 0
    leave_mb: int = 0
    each_bytes: int = MOST_BYTES
    free: Callable[[Path], int] = free_bytes

    def lack(self, folder: Path) -> str:
        """Why no recording may be added, and what the operator can do; empty when there is room."""
        if self.leave_mb and self.free(folder) < self.leave_mb * MB:
            return f"less than {self.leave_mb} MB of the disk are free (RECORDINGS_LEAVE_MB); make room on it."
        taken = sum(path.stat().st_size for path in folder.glob("RE*.wav")) if self.most_mb else 0
        if taken > self.most_mb * MB:
            return f"recordings take more than {self.most_mb} MB (RECORDINGS_MB); raise it, or lower RECORDINGS_DAYS."
        return ""
