"""A user's mistake gets one clear line and the documented exit code, never a traceback."""

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from scrapy.cmdline import execute
from scrapy.utils.project import get_project_settings

CASES = [
    ("crawl nosuch", 2, "no site is called 'nosuch'"),
    ("crawl", 2, "give the name of one site"),
    ("crawl chinadaily --frobnicate", 2, "unknown option --frobnicate"),
    ("crawl site", 2, "give -a url="),
    ("crawl site -a url=htp:/x", 2, "is no web address"),
    ("crawl site -a url=http://film.example/ -a sicne=1", 2, "takes no 'sicne'"),
    ("crawl site -a url=http://film.example/ -a since=yesterday", 2, "is no day"),
    ("crawl site -a url=http://film.example/ -a max_articles=0", 2, "no number above 0"),
    ("crawl chinadaily -s FILMWIRE_WORKERS=two", 4, "FILMWIRE_WORKERS=two is no whole number"),
    ("crawl chinadaily -s FILMWIRE_CLEAN_SECONDS=0", 4, "is no number above 0"),
    ("crawl chinadaily -s FILMWIRE_WORKERS=1.5", 4, "is no whole number"),
    ("crawl chinadaily -s FILMWIRE_WORKERS=999999", 4, "64 are the most"),
    ("crawl chinadaily -s FILMWIRE_PROGRESS_SECONDS=inf", 4, "is no number above 0"),
    ("crawl chinadaily -s DOWNLOAD_TIMEOUT=-1", 4, "is no number above 0"),
    ("crawl chinadaily -s AUTOTHROTTLE_ENABLED=maybe", 4, "give True or False"),
    ("crawl chinadaily -s LOG_LEVEL=LOUD", 4, "LOG_LEVEL=LOUD"),
    ("crawl chinadaily -s LOG_FILE={folder}/no/crawl.log", 1, "No such file or directory"),
    ("crawl chinadaily -s FILMWIRE_DATABASE_URL=sqlite://", 4, "names no file"),
    ("crawl archive", 2, "give either"),
    ("crawl archive -a warc={folder}/none.warc.gz", 1, "no such file"),
    ("crawl archive -a folder={folder}/none", 1, "no such folder"),
    ("crawl chinadaily -s FILMWIRE_DATABASE_URL=sqlite:///{broken}", 4, "cannot open"),
    ("crawl chinadaily -s FILMWIRE_DATABASE_URL=mysql://me:s3cr3t@db/films", 4, "neither SQLite nor PostgreSQL"),
    ("search film -s FILMWIRE_DATABASE_URL=sqlite:///{folder}/no/folder/x.db", 4, "cannot open"),
    ("search", 2, "give the words"),
    ("search --order date", 2, "give the words"),
    ("search film --json --csv", 2, "not allowed with"),
    ("search film --since soon", 2, "is no day"),
    ("search film --until 9999-12-31", 2, "is no day"),
    ("show 99", 1, "no article 99"),
    ("show", 2, "give an article's number"),
    ("export {folder}/out.docx", 2, "docx"),
    ("export {folder}/no/folder/out.jsonl", 1, "no such folder"),
    ("export {folder}/out.parquet", 4, "needs pyarrow"),
    ("export {folder}/out.jsonl --where site=film.example", 2, "--where chooses pages"),
    ("export {folder}/out.warc.gz --since 2026-11-01", 2, "a .warc file holds pages"),
    ("export {folder}/out.warc.gz --where site", 2, "--where site: give name=value"),
    ("reclean --where size=1", 2, "--where size=1: give name=value"),
    ("reclean --where site=a.example --where site=b.example", 2, "site is given already"),
    ("clean {folder}/none.html", 1, "cannot read"),
    ("clean {folder}/torn.html", 1, "cannot read"),
    ("clean http://[", 2, "is no web address"),
    ("runs 3", 2, "give no argument"),
    ("db 3", 2, "backup FILE"),
    ("db backup {folder}/no/folder/copy.db", 1, "cannot write"),
    ("db backup {folder}", 1, "a folder or the database itself"),
    ("db backup {folder}/filmwire.db", 1, "a folder or the database itself"),
    ("search film --limit -1", 2, "--limit: give a number above 0"),
    ("search film --limit many", 2, "--limit: give a number above 0"),
    ("search film --order size", 2, "invalid choice: 'size'"),
    ("reclean --processes 0", 2, "--processes: give a number above 0"),
    ("schedule frobnicate", 2, "invalid choice: 'frobnicate'"),
    ("schedule run --jobs 0", 2, "--jobs: give a number above 0"),
    ("serve --port 99999", 2, "--port: give a number from 1 to 65535"),
    ("serve --host 300.1.1.1", 1, "cannot listen at 300.1.1.1:8000"),
]


@pytest.fixture(autouse=True)
def _without_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)


@pytest.mark.parametrize(("line", "code", "words"), CASES, ids=[case[0] for case in CASES])
def test_one_line_and_a_code(line, code, words, tmp_path: Path, capsys):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database, whatever its name says" * 100)
    (tmp_path / "torn.html").write_bytes(b"\x1f\x8b\x08\x00 and no gzip after all")
    settings = get_project_settings()
    settings.set("FILMWIRE_DATABASE_URL", f"sqlite:///{tmp_path / 'filmwire.db'}")
    arguments = line.format(folder=tmp_path, broken=broken).split()
    with pytest.raises(SystemExit) as ending:
        execute(["scrapy", *arguments], settings)
    said = capsys.readouterr()
    assert ending.value.code == code
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert "s3cr3t" not in said.err


def test_where_too_few_files_may_be_open_no_crawl_begins(tmp_path):
    command = [sys.executable, "-m", "scrapy", "crawl", "chinadaily", "-s", f"FILMWIRE_DATABASE_URL=sqlite:///{tmp_path}/a.db"]
    few = partial(resource.setrlimit, resource.RLIMIT_NOFILE, (24, 24))
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=few, check=False)
    line = "scrapy crawl: 24 open files are too few for a crawl: allow at least 64 (ulimit -n)\n"
    assert (done.returncode, done.stdout, done.stderr) == (4, "", line)


def test_what_a_terminal_cannot_show_is_escaped(tmp_path):
    (tmp_path / "a.txt").write_text("冬港开机\n\n影片昨日在海港开机，导演说明年春天上映，café 里的观众都在等。\n", "utf-8")
    command = [sys.executable, "-m", "scrapy", "clean", f"{tmp_path}/a.txt"]
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, env=ascii_only, check=False)
    assert done.returncode == 0, done.stderr
    assert "\\u5f71\\u7247" in done.stdout
