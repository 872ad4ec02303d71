import subprocess
import sys

from crawler.holder import is_dead, this_process


def test_a_process_of_this_machine_is_known_to_be_dead_or_alive() -> None:
    name = "import sys; from crawler.holder import this_process; print(this_process()); sys.stdout.flush(); input()"
    with subprocess.Popen([sys.executable, "-c", name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        other = process.stdout.readline().strip()
        assert not is_dead(other)
        process.communicate("\n")
    assert is_dead(other)
    assert is_dead(f"{other}:1f2e3d4c")


def test_the_first_process_belongs_to_somebody_and_is_alive() -> None:
    host = this_process().partition(":")[0]
    assert not is_dead(f"{host}:1")
