"""The API does what its OpenAPI says: schemathesis asks it thousands of odd questions. A process of its own, not a plugin."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
SECONDS = 40
TOKEN = "an-open-secret"  # noqa: S105 - of a test


@pytest.fixture(scope="module")
def schemathesis() -> str:
    """The command, beside this Python or on the path."""
    found = shutil.which("schemathesis", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if found is None:
        if os.environ.get("FILMWIRE_REQUIRE_SERVICES"):
            pytest.fail("schemathesis is required here")
        pytest.skip("NO SCHEMATHESIS: pip install schemathesis to ask the API odd questions")
    return found


def test_the_api_answers_as_its_description_says(library, schemathesis, tmp_path) -> None:
    command = f"{schemathesis} run {library.address}/api/openapi.json --checks all --phases coverage,fuzzing,stateful".split()
    command += f"--max-examples 8 --max-time {SECONDS} --seed 1 --continue-on-failure --no-color".split()
    command += ["--header", f"Authorization: Bearer {TOKEN}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=10 * SECONDS, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-1000:]
    assert "Tested: 10" in done.stdout
