"""A folder on disk -> a deck: real files, good and bad. A bad one becomes a problem with path and line, never an exception."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.content import library, markdown, picture_check
from kiosk.core.content.deck import Deck, Layout, Picture, ReadingLoad, Show
from kiosk.core.paths import SLIDES
from kiosk.core.problem import Severity
from tests.core.conftest import Write


def told(deck: Deck) -> list[str]:
    return [str(problem) for problem in deck.problems]


def only_problem(deck: Deck) -> str:
    (problem,) = deck.problems
    return str(problem)


def ids(deck: Deck) -> list[str]:
    return [slide.id for slide in deck.slides]


# --- What is there ---------------------------------------------------------------------------


def test_a_slide_and_its_topic(tmp_path: Path, write: Write) -> None:
    write("lungs/topic.yaml", "title: The lungs\nlanguage: en\nsource: A clinic\nmore: https://example.org\n")
    write("lungs/topic.es.yaml", "title: Los pulmones\n")
    write("lungs/glossary.md", "*[biopsy]: A small sample.\n")
    front = "title: Why\nkicker: Start\nlayout: steps\nfocus: 10 20\nseconds: 12\nshow: touch\n"
    dates = "from: 2026-01-02\nuntil: 2026-03-04\n"
    write("lungs/01-why.md", f"---\n{front}{dates}loop_text: Few words.\n---\nA biopsy.\n")
    write("lungs/01-why.es.md", "---\ntitle: Por qué\n---\nUna biopsia.\n")
    deck = library.load(tmp_path)
    assert told(deck) == []
    (topic,) = deck.topics
    assert [(t.language, t.title, t.source, t.more) for t in topic.texts] == [
        ("en", "The lungs", "A clinic", "https://example.org"),
        ("es", "Los pulmones", "A clinic", "https://example.org"),
    ]
    (slide,) = deck.slides
    assert (slide.id, slide.topic, slide.layout, slide.focus) == ("lungs/01-why", "lungs", Layout.STEPS, (10.0, 20.0))
    assert (slide.seconds, slide.show) == (12.0, Show.TOUCH)
    assert (slide.valid_from, slide.valid_until) == (date(2026, 1, 2), date(2026, 3, 4))
    assert [(t.language, t.title, t.loop_text, t.body_line) for t in slide.texts] == [
        ("en", "Why", "Few words.", 12),
        ("es", "Por qué", "", 4),
    ]
    assert slide.text("fr").language == "en"
    assert deck.languages() == ("en", "es")
    (paragraph,) = library.body(deck, slide, "en")
    assert [span.meaning for span in paragraph.spans] == ["", "A small sample.", ""]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "source", "title"),
    [
        ("01-a.md", "# **First** heading\n\nText.", "First heading"),
        ("01-a.md", "---\ntitle: Own\n---\n# Heading\n", "Own"),
        ("01-going-home.md", "Text without a title.", "Going home"),
        ("42.md", "Text.", "42"),
    ],
)
def test_title(name: str, source: str, title: str, tmp_path: Path, write: Write) -> None:
    write(f"t/{name}", source)
    assert library.load(tmp_path).slides[0].texts[0].title == title


def test_the_heading_that_became_the_title_leaves_the_body(tmp_path: Path, write: Write) -> None:
    write("t/a.md", "# A\n\nText.")
    deck = library.load(tmp_path)
    assert len(library.body(deck, deck.slides[0], "en")) == 1


def test_a_parse_keeps_its_facts(tmp_path: Path, write: Write) -> None:
    write("t/glossary.md", "*[scan]: A picture.\n")
    write("t/p.svg", "<svg/>")
    write("t/a.md", '# A scan\n\nOne scan, 1234.\n\n## Part\n\n- ![x](p.svg){focus="10 20"}\n- two ![y](p.svg)\n')
    write("t/b.md", "# B\n\n![z](p.svg)\n")
    first, second = (slide.texts[0] for slide in library.load(tmp_path).slides)
    file = tmp_path / "t" / "p.svg"
    assert first.pictures == (Picture(file, "x", (10.0, 20.0)), Picture(file, "y"))
    assert first.load == ReadingLoad(words=5, long_numbers=1, labels=1, terms=1)
    assert first.pictures[0].file is second.pictures[0].file, "ten thousand slides share the paths of their pictures"


def test_a_slide_that_was_just_read_is_not_parsed_again(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def parse(source: str, *, path: str, **more: object) -> markdown.Body:
        parsed.append(path)
        return plain(source, path=path, **more)  # type: ignore[arg-type]

    plain = markdown.parse
    monkeypatch.setattr(markdown, "parse", parse)
    write("t/a.md", "Text without a title.")
    write("t/a.es.md", "# Título\n\nTexto.")
    deck = library.load(tmp_path)
    for language in ("en", "es", "en"):
        assert library.body(deck, deck.slides[0], language)
    assert parsed == ["t/a.md", "t/a.es.md"]
    write("t/glossary.md", "*[Text]: Words.\n")
    assert library.body(library.load(tmp_path), deck.slides[0], "en") != library.body(deck, deck.slides[0], "en")


def test_authored_order(tmp_path: Path, write: Write) -> None:
    for name in ("b/10-x.md", "b/2-x.md", "b/1-x.md", "a/1-x.md", "c/1-x.md", "b/README.md", "b/.hidden.md", "b/notes.txt"):
        write(name)
    write("c/topic.yaml", "order: -1")
    write("README.md")
    deck = library.load(tmp_path)
    assert ids(deck) == ["c/1-x", "a/1-x", "b/1-x", "b/2-x", "b/10-x"]
    assert list(library.scan(tmp_path).ids()) == ids(deck)
    assert told(deck) == []


@pytest.mark.parametrize("name", ["²", "1²2", "٣", "Ünï cödé", "a.b. c", "--", "'\""])
def test_any_name(name: str, tmp_path: Path, write: Write) -> None:
    write(f"{name}/{name}x.md")
    deck = library.load(tmp_path)
    assert ids(deck) == [f"{name}/{name}x"]
    assert told(deck) == []


def test_only_some_slides(tmp_path: Path, write: Write) -> None:
    write("t/a.md")
    write("t/b.md")
    listing = library.scan(tmp_path)
    assert ids(library.read(listing, only=["t/b"])) == ["t/b"]
    assert ids(library.read(listing, only=[])) == []


def test_the_first_topic_is_sound() -> None:
    deck = library.load(SLIDES)
    assert [problem for problem in told(deck) if ": error: " in problem] == []
    assert len(deck.slides) >= 15


def test_ten_thousand_slides_are_listed(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number}.md").touch()
    listing = library.scan(tmp_path)
    assert list(listing.ids()) == [f"t/{number}" for number in range(10_000)]
    deck = library.read(listing, only=["t/9999"])
    assert only_problem(deck) == "t/9999.md:1: error: the slide is empty; give it a title and a text"


# --- Bad folders -----------------------------------------------------------------------------


def test_no_folder(tmp_path: Path) -> None:
    deck = library.load(tmp_path / "none")
    assert deck.slides == ()
    assert only_problem(deck) == f"{tmp_path}/none:1: error: the slides folder is missing; name another with --slides"


@pytest.mark.parametrize("content", [[], ["t/"], ["t/picture.svg"], ["README.md"]])
def test_no_slide(content: list[str], tmp_path: Path, write: Write) -> None:
    for name in content:
        (tmp_path / name).mkdir() if name.endswith("/") else write(name, "")
    assert only_problem(library.load(tmp_path)) == (
        f"{tmp_path}:1: error: there is no slide; make a folder with a Markdown file in it"
    )


def test_a_folder_that_is_a_file(write: Write) -> None:
    file = write("slides", "")
    assert "the slides folder cannot be read (Not a directory)" in only_problem(library.load(file))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path, write: Write) -> None:
    write("good/a.md")
    closed = write("closed/a.md")
    secret = write("good/b.md")
    secret.chmod(0)
    closed.parent.chmod(0)
    try:
        deck = library.load(tmp_path)
    finally:
        closed.parent.chmod(0o700)
    assert told(deck) == [
        "closed:1: error: the topic's folder cannot be read (Permission denied)",
        "good/b.md:1: error: cannot be read (Permission denied)",
    ]


def test_links_that_lead_out(tmp_path: Path, write: Write) -> None:
    write("slides/t/a.md", "# A\n\n![x](p.svg)\n")
    outside = write("outside/o.md")
    svg = write("outside/p.svg", "<svg/>")
    root = tmp_path / "slides"
    (root / "t" / "b.md").symlink_to(outside)
    (root / "t" / "p.svg").symlink_to(svg)
    (root / "u").symlink_to(outside.parent)
    (root / "loop").symlink_to("loop")
    (root / "t" / "round.md").symlink_to("round.md")
    deck = library.load(root)
    assert told(deck) == [
        "u:1: error: the topic's folder cannot be read (it leads out of the slides folder)",
        "t/a.md:3: error: picture “p.svg” leads out of the slides folder; put the file beside the slide",
        "t/b.md:1: error: leads out of the slides folder; put the file beside the slide",
        "t/round.md:1: error: cannot be read (Too many levels of symbolic links)",
    ]


def test_a_slide_outside_of_a_topic(tmp_path: Path, write: Write) -> None:
    write("stray.md")
    write("t/a.md")
    deck = library.load(tmp_path)
    assert only_problem(deck) == "stray.md:1: warning: a slide must lie in a topic's folder; move it into one"


# --- Bad slides ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "1: error: the slide is empty"),
        ("---\n- a\n- b\n---\n# T\n", "2: error: the front matter must be lines of `key: value`"),
        ("---\ntitle: A\nseconds: soon\n---\nText", "3: error: seconds takes a number"),
        ("---\ntitle: A: B\n---\nText", "2: error: the front matter is not valid YAML"),
        ("---\ntitle: A\nfrom: 2026-02-01\nuntil: 2026-01-01\n---\nText", "1: error: until (2026-01-01) is before from"),
        (b"# A\n\nText.\nGr\xfcn\n", "4: error: is not UTF-8 text; save it as UTF-8"),
        ("# A\n\n" + "> " * 3000 + "x", "1: error: lists or quotes are nested too deeply"),
        ("# A\n\n![x](none.png)\n", "3: error: picture “none.png” was not found"),
        ("# A\n\n![x](sub/none.png)\n", "3: error: picture “none.png” was not found"),
        ("---\ntitle: A\n---\n\n\n![x](../../etc/x.png)\n", "6: error: picture “x.png” leads out of the slides folder"),
        ("# A\n\n![x](/etc/passwd)\n", "3: error: picture “passwd” is not a picture the kiosk shows"),
        ("# A\n\n![x](https://e.org/a.png)\n", "3: error: picture 'https://e.org/a.png' is not a file"),
        ("# A\n\n![x](" + "n" * 5000 + ".png)\n", "3: error: picture “nnn"),
    ],
)
def test_bad_slide(content: str | bytes, says: str, tmp_path: Path, write: Write) -> None:
    write("t/bad.md", content)
    write("t/good.md")
    deck = library.load(tmp_path)
    problem = only_problem(deck)
    assert problem.startswith(f"t/bad.md:{says}")
    bad, good = deck.slides
    assert bad.error is not None
    assert str(bad.error) == problem
    assert good.error is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("---\ntitel: A\n---\n# B\n", "2: warning: unknown key 'titel'; did you mean title?"),
        ("Text.", "1: warning: the slide has no title"),
        ("# A\n\n<div>x</div>\n", "3: warning: HTML is not shown"),
    ],
)
def test_a_warning_does_not_stop_a_slide(content: str, says: str, tmp_path: Path, write: Write) -> None:
    write("t/a.md", content)
    deck = library.load(tmp_path)
    assert only_problem(deck).startswith(f"t/a.md:{says}")
    assert deck.slides[0].error is None


def test_a_slide_of_a_hundred_megabytes(tmp_path: Path, write: Write) -> None:
    with open(write("t/a.md"), "wb") as stream:
        stream.truncate(100_000_000)
    assert "t/a.md:1: error: has 100.0 MB; at most" in only_problem(library.load(tmp_path))


def test_a_pipe_and_a_folder_named_like_slides(tmp_path: Path, write: Write) -> None:
    write("t/c.md")
    os.mkfifo(tmp_path / "t" / "a.md")
    (tmp_path / "t" / "b.md").mkdir()
    assert told(library.load(tmp_path)) == [
        "t/a.md:1: error: is not a regular file",
        "t/b.md:1: error: is not a regular file",
    ]


def test_a_slide_that_vanishes_before_it_is_read(tmp_path: Path, write: Write) -> None:
    file = write("t/a.md")
    listing = library.scan(tmp_path)
    file.unlink()
    deck = library.read(listing)
    assert only_problem(deck) == "t/a.md:1: error: was not found"
    assert deck.slides[0].error is not None


def test_bad_topic_files(tmp_path: Path, write: Write) -> None:
    write("t/a.md")
    write("t/topic.yaml", "title: T\nlangage: es\norder: first\n")
    write("t/topic.es.yaml", b"title: \xff\n")
    write("t/glossary.md", b"ok\n\xff\n")
    deck = library.load(tmp_path)
    assert sorted(told(deck)) == [
        "t/glossary.md:2: error: is not UTF-8 text; save it as UTF-8",
        "t/topic.es.yaml:1: error: is not UTF-8 text; save it as UTF-8",
        "t/topic.yaml:2: warning: unknown key 'langage'; did you mean language?",
        "t/topic.yaml:3: error: order takes a number from -1e+06 to 1e+06",
    ]
    assert deck.slides[0].error is None


# --- Reading again ---------------------------------------------------------------------------


def test_what_did_not_change_is_not_read_again(tmp_path: Path, write: Write) -> None:
    write("t/a.md")
    write("t/b.md", "# B\n\n![x](none.svg)\n")
    before = library.load(tmp_path)
    write("t/c.md")
    after = library.load(tmp_path, before)
    assert [slide.id for slide in after.slides] == ["t/a", "t/b", "t/c"]
    assert all(new is old for new, old in zip(after.slides, before.slides, strict=False))
    assert told(after) == told(before)


def test_a_change_is_read(tmp_path: Path, write: Write) -> None:
    write("t/a.md", "# Old\n")
    before = library.load(tmp_path)
    write("t/a.md", "# Newer\n")
    assert library.load(tmp_path, before).slides[0].texts[0].title == "Newer"


@pytest.mark.parametrize("changed", ["t/topic.yaml", "t/glossary.md", "t/a.es.md", "t/p.svg"])
def test_a_change_beside_the_slide_counts(changed: str, tmp_path: Path, write: Write) -> None:
    write("t/a.md", "# A\n\n![x](p.svg)\n")
    write("t/p.svg", "<svg/>")
    before = library.load(tmp_path)
    write(changed, "<svg></svg>" if changed.endswith("svg") else "title: longer")
    assert library.load(tmp_path, before).slides[0] is not before.slides[0]


@pytest.mark.parametrize(
    ("breaking", "says"),
    [
        ("---\nseconds: soon\n---\n# A\n", "t/a.md:2: error: seconds takes a number"),
        (b"# A\n\xff", "t/a.md:2: error: is not UTF-8"),
        ("# A\n\nx\n\n![x](none.svg)", "t/a.md:5: error: picture “none.svg” was not found"),
        (None, "t/a.md:1: error: was not found"),
    ],
)
def test_the_last_good_slide_stays(breaking: str | bytes | None, says: str, tmp_path: Path, write: Write) -> None:
    file = write("t/a.md", "# Good\n")
    good = library.load(tmp_path)
    listing = library.scan(tmp_path)
    if breaking is None:
        file.unlink()
    else:
        write("t/a.md", breaking)
    broken = library.read(listing, good)
    again = library.read(listing, broken)
    for deck in (broken, again):
        assert deck.slides == good.slides
        assert only_problem(deck).startswith(says)
    write("t/a.md", "# Mended\n")
    mended = library.load(tmp_path, again)
    assert told(mended) == []
    assert mended.slides[0].texts[0].title == "Mended"


def test_a_slide_that_was_never_right_appears_once_it_is(tmp_path: Path, write: Write) -> None:
    write("t/a.md", "# A\n\n![x](p.svg)\n")
    broken = library.load(tmp_path)
    assert broken.problems[0].severity is Severity.ERROR
    write("t/p.svg", "<svg/>")
    mended = library.load(tmp_path, broken)
    assert told(mended) == []
    assert mended.slides[0].error is None


def test_a_slide_that_is_gone_is_gone(tmp_path: Path, write: Write) -> None:
    write("t/a.md")
    file = write("t/b.md")
    before = library.load(tmp_path)
    file.unlink()
    assert ids(library.load(tmp_path, before)) == ["t/a"]


def test_a_mistake_in_a_translation_leaves_the_slide_in_its_own_language(tmp_path: Path) -> None:
    topic = tmp_path / "topic"
    topic.mkdir()
    (topic / "a.md").write_text("---\ntitle: Own\n---\nText.\n")
    (topic / "a.es.md").write_text("---\ntitle: Otro\n---\n![x](missing.svg)\n")
    deck = library.load(tmp_path)
    assert deck.slides[0].error is None
    assert [text.language for text in deck.slides[0].texts] == ["en"]
    assert [(problem.path, problem.line) for problem in deck.problems] == [("topic/a.es.md", 4)]


def test_what_is_too_long_for_its_place_is_told(tmp_path: Path, write: Write) -> None:
    write("t/glossary.md", "".join(f"*[term{number}]: Meaning.\n" for number in range(1_100)) + f"*[long]: {'x' * 2_000}\n")
    write("t/a.md", f"---\ntitle: {'x' * 400}\n---\nText.\n")
    write("t/b.md", f"# {'x' * 400}\n\nText.\n")
    write("t/c.md", f"---\ntitle: C\nloop_text: {'word ' * 500}\n---\nText.\n")
    write("t/d.md", "# D\n\n" + "![x](p.svg)\n\n" * 150)
    write("t/p.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    deck = library.load(tmp_path)
    assert [slide.error is not None for slide in deck.slides] == [True] * 4
    told = "\n".join(map(str, deck.problems))
    for words in (
        "title takes text of up to 300 letters",
        "the first heading has more than 300 letters",
        "loop_text takes text of up to 2000 letters",
        "has 150 pictures of at most 100",
        "has 1100 terms of at most 1000",
        "its meaning more than 1000; shorten it",
    ):
        assert words in told
    assert len(deck.topics[0].texts[0].glossary) == 1_000


def test_a_picture_that_is_shown_often_is_read_once(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("t/p.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    write("t/a.md", "# A\n\n" + "![x](p.svg)\n\n" * 50)
    read = []
    real = picture_check.read
    monkeypatch.setattr(picture_check, "read", lambda file, root: read.append(file) or real(file, root))
    assert library.load(tmp_path).problems == ()
    assert len(read) == 1
