"""Captions part from their credits by their words or by the element that holds the credit; a look-alike stays whole."""

import pytest

from cleaners import clean_page

TEXT = (
    "<p>The drama about a family that refuses to leave a drowned island was shot over eleven weeks on a ferry pier.</p>"
    "<p>Its lead learned to splice rope for the part and is said to have done every climb himself, by night.</p>"
)
PAGE = "<html><head><title>The Ferry</title></head><body><article><h1>The Ferry</h1>{}<p>By Ada Fenwick</p>{}</article></body>"


def captions(markup: str) -> list[tuple[str, str | None]]:
    article = clean_page(PAGE.format(markup, TEXT).encode(), url="https://courier.example/ferry")
    return [(caption.text, caption.credit) for caption in article.captions]


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src='a.jpg'><figcaption>The crew on the pier <cite>Otto Vance</cite></figcaption></figure>",
        "<figure><img src='a.jpg'><figcaption>The crew on the pier <b class='credit'>Otto Vance</b></figcaption></figure>",
        "<img src='a.jpg'><p class='figure-caption'>The crew on the pier</p><p class='photo-credit'>(Otto Vance)</p>",
    ],
)
def test_a_credit_has_its_own_element(markup: str) -> None:
    assert captions(markup) == [("The crew on the pier", "Otto Vance")]


def test_a_title_within_a_caption_is_no_credit() -> None:
    markup = "<figure><img src='a.jpg'><figcaption>A scene of <em>The Ferry</em></figcaption></figure>"
    assert captions(markup) == [("A scene of The Ferry", None)]


def test_the_caption_stands_inside_its_wrapper() -> None:
    markup = "<div class='img_wrapper'><img src='a.jpg'><span class='img_descr'>The crew on the pier</span></div>"
    assert captions(markup) == [("The crew on the pier", None)]


def test_a_picture_above_byline_and_buttons_belongs_to_the_article() -> None:
    buttons = "".join(f"<li>{name}</li>" for name in ("Share via", "Facebook", "X", "Email", "Copy Link URL Copied!", "Print"))
    markup = f"<figure><img src='a.jpg'><figcaption>The crew on the pier</figcaption></figure><ul>{buttons}</ul>"
    assert captions(markup) == [("The crew on the pier", None)]


@pytest.mark.parametrize("line", ["《渡口》剧照", "电影《渡口》终极海报", "老船工在岸边剪纸 柯一帆摄"])
def test_a_line_names_its_picture(line: str) -> None:
    assert [text for text, _ in captions(f"<p>{line}</p>")] != []


@pytest.mark.parametrize(
    "line",
    [
        "《渡口》剧照里的那盏灯，来自一条真船。",
        "他说，这部片子应该去海边实地拍摄",
        "电影《渡口》今日发布终极海报",
        "这些照片由片方提供给了记者们",
    ],
)
def test_a_sentence_about_pictures_is_no_caption(line: str) -> None:
    assert captions(f"<p>{line}</p>") == []


def test_a_caption_for_wide_and_for_narrow_screens_is_one() -> None:
    picture = "<figure><img src='{}.jpg'><figcaption>The crew on the pier{}</figcaption></figure>"
    assert captions(picture.format("a", "") + picture.format("b", " <cite>Otto Vance</cite>")) == [
        ("The crew on the pier", "Otto Vance")
    ]


@pytest.mark.parametrize(
    ("said", "credit"),
    [
        ("The crew on the pier. (Ada Fenwick)", "Ada Fenwick"),
        ("The crew on the pier. (Ada Fenwick/Harbour Wire)", "Ada Fenwick/Harbour Wire"),
        ("The crew on the pier (c) Ada Fenwick", "(c) Ada Fenwick"),
        ("The crew on the pier (Ada Fenwick)", None),
        ("The crew on the pier. (In the rain)", None),
    ],
)
def test_a_name_in_brackets_behind_the_sentence_is_a_credit(said: str, credit: str | None) -> None:
    found = captions(f"<figure><img src='a.jpg'><figcaption>{said}</figcaption></figure>")
    assert [one for _, one in found] == [credit]


def test_a_caption_stands_in_wrappers_that_are_called_so_too() -> None:
    inside = "<div class='image-caption'><p>The crew on the pier</p></div>"
    caption = f"<figcaption class='image-caption-wrapper'>{inside}</figcaption>"
    assert captions(f"<figure><div><img src='a.jpg'></div>{caption}</figure>") == [("The crew on the pier", None)]


def test_a_figure_keeps_its_credit_between_picture_and_caption() -> None:
    picture = "<div><img src='a.jpg'><span>Ada Fenwick/Harbour Wire</span></div>"
    assert captions(f"<figure>{picture}<figcaption>The crew on the pier</figcaption></figure>") == [
        ("The crew on the pier", "Ada Fenwick/Harbour Wire")
    ]
    assert captions("<figure><img src='a.jpg'></figure><div>On the pier</div><figcaption>The crew</figcaption>") in (
        [],
        [("The crew", None)],
    )


@pytest.mark.parametrize(
    ("line", "found"), [("老船工在岸边。（片商提供）", ["老船工在岸边。"]), ("這盞燈（由片商提供，費用自理）亮了", [])]
)
def test_who_provided_a_picture_stands_in_brackets_at_its_end(line: str, found: list[str]) -> None:
    assert [text for text, _ in captions(f"<p>{line}</p>")] == found


def test_a_gallery_tells_its_story_below_the_pictures() -> None:
    picture = "<img src='{0}.jpg'><span class='slide__credit'>Image: Otto Vance</span>"
    slide = f"<div>{picture}<h2>{{1}}</h2><div class='slide__caption'><p>{{2}}</p></div></div>"
    stories = (
        "She came by ferry, as she had promised, and left her shoes on the quay; it took a diver to bring back the left one.",
        "He brought his mother, who told three reporters that he had never learned to row, and did not contradict her.",
        "She wore the coat of last year and the year before, and said it would open the festival as long as the zip held out.",
    )
    slides = "".join(
        slide.format(at, name, story) for at, (name, story) in enumerate(zip(("Ada", "Tom", "Ole"), stories, strict=True))
    )
    html = f"<html><head><title>Arrivals</title></head><body><main><h1>Arrivals</h1>{slides}</main></body></html>"
    article = clean_page(html.encode(), url="https://courier.example/arrivals")
    assert [line for line in article.body.split("\n\n") if len(line) > len("Ada")] == [*stories]
    assert article.captions == ()


def test_broadcasters_label_captions_and_credits() -> None:
    picture = "<div><img src='a.jpg'><span>Image source, Otto Vance</span></div>"
    caption = "<figcaption><span>Image caption,</span><div><p>The crew on the pier</p></div></figcaption>"
    assert captions(f"<figure>{picture}{caption}</figure>") == [("The crew on the pier", "Otto Vance")]


@pytest.mark.parametrize(
    ("said", "parted"),
    [
        ("The crew on the pier.Credit...Otto Vance", ("The crew on the pier.", "Otto Vance")),
        ("The crew on the pier / Photo by Otto Vance", ("The crew on the pier", "Photo by Otto Vance")),
        ("蘇晴在碼頭。記者柯一帆／攝影", ("蘇晴在碼頭。", "記者柯一帆／攝影")),
    ],
)
def test_a_credit_behind_dots_a_stroke_or_a_reporter(said: str, parted: tuple[str, str]) -> None:
    assert captions(f"<figure><img src='a.jpg'><figcaption>{said}</figcaption></figure>") == [parted]


def test_a_gallery_of_captions_with_credits_alone_is_the_text() -> None:
    stories = (
        "7月28日，电影《渡口》在江城举行首映礼，导演携六位小演员亮相，说到守灯的冬天几度停顿。",
        "主演身着白色长裙出席，现场分享在岛上学撑船的经历，说最难忘的是第一次独自守灯的夜晚。",
        "六位小演员向观众赠送自己织的渔网，现场掌声不断，许多老船工也从岛上赶来看了这场电影。",
    )
    slides = "".join(f"<div><img src='{at}.jpg'><p>{story}（图片来源：江潮网）</p></div>" for at, story in enumerate(stories))
    html = f"<html><head><meta charset=utf-8><title>组图：首映</title></head><body><h1>组图：首映</h1>{slides}</body></html>"
    article = clean_page(html.encode(), url="https://courier.example/arrivals")
    assert all(story in article.body for story in stories)
