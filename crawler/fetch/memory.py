"""Bound the memory of the fetching process."""

from pathlib import Path

from scrapy.extensions.memusage import MemoryUsage

_STATUS = Path("/proc/self/status")


class OwnMemory(MemoryUsage):
    """Scrapy's guard, with the peak of this process alone.

    ``ru_maxrss``, which Scrapy reads, is inherited from whatever started the process: a crawl that a large one starts
    would end at once.
    """

    def get_virtual_size(self) -> int:
        """The most memory that this process ever held, in bytes."""
        try:
            lines = _STATUS.read_text(encoding="ascii").splitlines()
        except OSError:
            return super().get_virtual_size()
        peak = next((line.split()[1] for line in lines if line.startswith("VmHWM:")), None)
        return int(peak) * 1024 if peak else super().get_virtual_size()
