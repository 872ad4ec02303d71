from crawler.preview import LINES, preview
from storage.care.reclean import Difference, FieldChange

BODY = Difference(
    "https://films.example/a",
    (FieldChange("body", "", ""),),
    ("--- stored", "+++ cleaned again", "@@ -1 +1 @@", " Quay.", "-Share this", "+Ferry."),
)
VERDICT = Difference(
    "https://films.example/b", (FieldChange("verdict", "accept", "quarantine"), FieldChange("authors", "", "Ana")), ()
)


def told(*differences: Difference, failed: int = 0) -> list[str]:
    return [line.plain for line in preview(7, failed, differences)]


def test_the_summary_counts_fields_and_says_how_they_change() -> None:
    lines = told(BODY, BODY, VERDICT, failed=1)
    assert lines[0] == "7 pages, 3 articles would change, 1 cannot be cleaned"
    assert [line.split() for line in lines[1:4]] == [
        "body 2 20 characters out, 12 in".split(),
        "verdict 1 accept → quarantine 1".split(),
        ["authors", "1"],
    ]


def test_there_is_one_sample_of_each_sort_the_commonest_first() -> None:
    lines = told(VERDICT, BODY, BODY)
    assert [line.strip() for line in lines if "https" in line] == ["https://films.example/a", "https://films.example/b"]
    assert "  -Share this" in lines
    assert "  verdict: accept → quarantine" in lines
    assert "  authors: nothing → Ana" in lines


def test_a_long_difference_is_cut() -> None:
    long = Difference(
        "https://films.example/c", BODY.changes, (*BODY.diff[:2], *(f"-line {number}" for number in range(LINES + 5)))
    )
    assert told(long)[-1] == "  ... 5 lines more"


def test_nothing_to_change_is_one_line() -> None:
    assert told() == ["7 pages, 0 articles would change"]
