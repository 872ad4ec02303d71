"""An editor's word on an article: release it from quarantine or reject it."""

from sqlalchemy.orm import Session

from storage.duplicates.duplicates import choose
from storage.engine import lock_writers
from storage.models import Article, Decision


def decide(session: Session, article_id: int, decision: Decision | None) -> bool:
    """Record the decision, or take it back with None, and choose anew who stands for its story. False: no such article."""
    lock_writers(session)
    article = session.get(Article, article_id)
    if article is None:
        return False
    article.decision = decision
    session.flush()
    choose(session, article.cluster_id)
    return True
