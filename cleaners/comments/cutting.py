"""Cut a run of heads into comments: each with its marks, whom it answers, and what it says."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from lxml.html import HtmlElement

from cleaners.comments.atoms import Atom
from cleaners.comments.evidence import Run
from cleaners.comments.remark import Remark
from cleaners.comments.wording import ANSWER, ANSWERED, MENTION, Head, has_button, has_mark, is_mark, read_head


def cut_up(atoms: list[Atom], run: Run) -> list[Remark]:
    """Cut a list into comments."""
    if run.below:
        return _cut_above(atoms, run)
    remarks: list[Remark] = []
    starts, users = set(run.heads), set[str]()
    for at in range(run.heads[0], _end(atoms, run)):
        atom = atoms[at]
        head = read_head(atom.line) if atom.first else None
        if head is not None and head.to is not None and not head.user and remarks and not remarks[-1].pieces:
            remarks[-1].to, remarks[-1].last = head.to, atom.block
            remarks[-1].pieces.append((atom.block, head.text))
        elif at in starts or (head is not None and head.to is not None):
            head = head or Head("")
            pieces = [(atom.block, head.text)] if head.text else []
            users.add(head.user)
            remarks.append(
                Remark(atom, head.user, head.to, pieces, [atom.line.removesuffix(head.text)], atom.block, atom.block)
            )
        else:
            _add(remarks[-1], atom, users)
    for remark in remarks:
        remark.close()
    return remarks


def _cut_above(atoms: list[Atom], run: Run) -> list[Remark]:
    """Cut a list whose comments end with the names: each begins with its item, or behind the one before."""
    remarks: list[Remark] = []
    end, users = 0, set[str]()
    for at in run.heads:
        atom, item = atoms[at], item_of(atoms[at], run.container)
        start = at
        while start > end and item_of(atoms[start - 1], run.container) is item:
            start -= 1
        head, end = read_head(atom.line) or Head(""), past_marks(atoms, at)
        remark = Remark(atom, head.user, head.to, [], [], atoms[start].block, atom.block)
        for other in range(start, at):
            _add(remark, atoms[other], users)
        remark.marks += [atom.line, *(mark.line for mark in atoms[at + 1 : end] if item_of(mark, run.container) is item)]
        remark.last = max(atom.block, *(mark.block for mark in atoms[at:end] if item_of(mark, run.container) is item))
        remark.close()
        users.add(head.user)
        remarks.append(remark)
    return remarks


def _add(remark: Remark, atom: Atom, users: Collection[str]) -> None:
    """Add a piece to a comment: a mark, a call to a user, the name of one who spoke before, or what is said."""
    remark.last = atom.block
    line = atom.line
    inline = bool(remark.pieces) and remark.pieces[-1][0] == atom.block
    if is_mark(line) and not (inline and not has_mark(line)):
        remark.marks.append(line)
    elif not remark.pieces and line[:1] == "@" and (known := _called(line, users)):
        remark.to = known
        remark.pieces.append((atom.block, line[len(known) + 2 :]))
    elif not remark.pieces and (mention := MENTION.match(line) or ANSWER.match(line)):
        remark.to = mention["to"]
        remark.pieces.append((atom.block, mention["text"]))
    elif not remark.pieces and (answered := ANSWERED.match(line)):
        remark.to = answered["to"]
    elif (
        not remark.pieces
        and atom.block == remark.head.block
        and line in users
        and (atom.link is not None or has_button(remark.marks[-1]))
    ):
        remark.to = line
    elif not remark.pieces and line.startswith("@") and has_button(remark.marks[-1]):
        remark.to = line.strip("@:： ")
    else:
        remark.pieces.append((atom.block, atom.text))
        remark.linked += len(line) if atom.link is not None else 0


def _called(line: str, users: Iterable[str]) -> str:
    """Whom of those that spoke before a line calls: one's name may be the beginning of another's."""
    return max((user for user in users if line.startswith(f"@{user} ")), key=len, default="")


def _end(atoms: list[Atom], run: Run) -> int:
    """Where the last comment ends: with its item; in a flat list after as many elements as the longest one before has."""
    first, last = run.heads[0], run.heads[-1]
    items = [item_of(atoms[at], run.container) for at in range(first, last + 1)]
    room = max((len({*items[one - first : other - first]}) for one, other in pairwise(run.heads)), default=1)
    seen, at = {items[-1]}, last + 1
    while at < len(atoms):
        item = item_of(atoms[at], run.container)
        seen.add(item)
        if item is None or len(seen) > room:
            break
        at += 1
    return at


def item_of(atom: Atom, container: HtmlElement) -> HtmlElement | None:
    """The child of the container that holds a piece, the container itself when nothing is between, None outside of it."""
    try:
        at = atom.around.index(container)
    except ValueError:
        return None
    return atom.around[max(0, at - 1)]


def past_marks(atoms: list[Atom], at: int) -> int:
    """Where the moments and buttons behind a piece end."""
    return next((other for other in range(at + 1, len(atoms)) if not is_mark(atoms[other].line)), len(atoms))
