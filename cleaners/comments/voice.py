"""Tell texts that speak as readers do."""

import re
from functools import lru_cache

from cleaners.comments.wording import is_foreign, latin_words

_QUESTION = r"(?:does|do|did|where|when|how|what|why|who|is|are|can|could|will)(?!\w)[^?]{3,160}\?"
_LATIN_INFORMAL = (
    r"(?<!\w)(?:I(?!/)|I['’](?:m|ve|d|ll)|i|im|my|me|mine|ur|loved"
    r"|(?i:lol|lmao|haha\w*|omg|wow|btw|imo|imho|thanks|thx|agreed|overrated|underrated)"
    r"|can['’]?t wait|so good|yeah|yes|nope|yay|pls|guys|folks|typo|spoilers?|anyone know|this (?:article|piece|one|guy))(?!\w)"
    rf"|^{_QUESTION}|[!！~～]"
)
_INFORMAL = re.compile(
    _LATIN_INFORMAL + r"|[\U0001F300-\U0001FAFF\u2600-\u27BF]"
    r"|我|您|楼主|小编|博主|哈哈|呵呵|嘿嘿|支持|期待|好看|难看|打卡|吧$|吧[。!！]|啊|呢|哦|呀|吗|嘛|啦|推荐|剧透"
    r"|原著党|求|请问|觉得|感觉|同意|不错|谢谢|感谢|真的|真是|太\w{1,3}了|看完|看了|看过|买账|想看|加油|赞同|泪目"
    r"|五星|差评|好评|哭|值得"
)
_LATIN_VOICE, _ASKED = re.compile(_LATIN_INFORMAL), re.compile(_QUESTION)
_VOICES = frozenset(
    "i im my me mine ur lol lmao omg wow btw imo imho thanks thx agreed loved overrated underrated yeah yes nope yay pls guys"
    " folks typo spoiler spoilers".split()
)
_PHRASES = {"can": {"wait"}, "so": {"good"}, "anyone": {"know"}, "this": {"article", "piece", "one", "guy"}}
"""What of the pattern needs a word of these as well: without any of all that a line can only be a question."""


@lru_cache(maxsize=4096)
def is_informal(text: str) -> bool:
    """Whether a text speaks as readers do: to somebody, of themselves, or with feeling."""
    if is_foreign(text):
        return _INFORMAL.search(text) is not None
    if "!" in text or "~" in text:
        return True
    words = latin_words(lowered := text.lower())
    spoken = not _VOICES.isdisjoint(words) or ("haha" in lowered and any(word.startswith("haha") for word in words))
    if spoken or any(not _PHRASES[first].isdisjoint(words) for first in _PHRASES.keys() & words):
        return _LATIN_VOICE.search(text) is not None
    return _ASKED.match(text) is not None
