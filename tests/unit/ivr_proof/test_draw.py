"""The picture of flows: well-formed, every node and label in it, in both languages, shaded by traffic."""

from lxml import etree

from actions import TASKS
from frontdesk.app.traffic import look_over
from frontdesk.ivr.draw.layout import Grid, lay_out
from frontdesk.ivr.draw.passing import on_lines
from frontdesk.ivr.draw.sketch import sketch
from frontdesk.ivr.draw.svg import Look, draw
from frontdesk.ivr.loader import load_book
from tests.unit.ivr.bench import SHIPPED

BOOK = load_book(SHIPPED, TASKS)


def texts(svg: str) -> set[str]:
    root = etree.fromstring(svg.encode())
    return {"".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")}


def test_every_node_is_in_the_picture() -> None:
    """Both flows, each node by its name, each key with its words."""
    shown = texts(draw(BOOK, Look(lang="en")))
    assert {node.name for node in BOOK.nodes()} <= shown
    assert any("3 anything else" in text for text in shown)


def test_the_words_are_of_the_language_asked_for() -> None:
    """The same flow in Chinese speaks Chinese, of itself too."""
    shown = texts(draw(BOOK, Look(lang="zh"), "main"))
    assert "菜单" in shown
    assert any("人工客服" in text for text in shown)


def test_lines_are_named_in_words() -> None:
    """No author's code stands on a line, in either language."""
    for lang, words in (
        ("en", {"open", "closed", "skipped if the language is known"}),
        ("zh", {"工作时间内", "非工作时间"}),
    ):
        labels = {
            label for flow in BOOK.flows.values() for line in sketch(BOOK, flow, lang).lines for label in line.labels
        }
        assert words <= labels
        assert not [label for label in labels if "_" in label]
    assert not [label for label in labels if label.isascii()], "a code in the Chinese picture"


def test_boxes_do_not_cover_each_other() -> None:
    """No two boxes of a flow overlap."""
    grid = Grid()
    for flow in BOOK.flows.values():
        places = list(lay_out(sketch(BOOK, flow, "en"), grid).boxes.values())
        for number, (x, y) in enumerate(places):
            for other_x, other_y in places[number + 1 :]:
                assert abs(x - other_x) >= grid.box_w or abs(y - other_y) >= grid.box_h


def test_traffic_shades_and_counts() -> None:
    """A node's count stands in its box, and the busiest is the darkest."""
    svg = draw(BOOK, Look(traffic={"main.menu": 1200, "main.talk": 30}))
    assert "1,200" in texts(svg)
    assert 'class="heat" opacity="0.58"' in svg


def test_ways_and_losses_are_shown() -> None:
    """How many went which way, the busiest line the thickest; under a node how many were lost there, in words."""
    look = look_over(
        [{"node": "main.menu", "visits": 1200, "left": {"value": 0.03, "n": 1000}}],
        [{"from": "main.menu", "to": "main.talk", "n": 300}, {"from": None, "to": "main.language", "n": 1300}],
        "en",
    )
    svg = draw(BOOK, look, "main")
    assert {"1,200", "lost 30 (2%)", "3 anything else · 300", "0 a colleague · 0"} <= texts(svg)
    assert svg.count("stroke-width:6.0") == 1


def test_labels_do_not_cover_each_other() -> None:
    """Each way's words can be read."""
    for flow in BOOK.flows:
        root = etree.fromstring(draw(BOOK, Look(), flow).encode())
        places = [
            (float(e.get("x")), float(e.get("y")), len(e.text or "") * 2.6)
            for e in root.iter("{http://www.w3.org/2000/svg}text")
            if e.get("class") == "label"
        ]
        for number, (x, y, half) in enumerate(places):
            for other_x, other_y, other in places[number + 1 :]:
                assert abs(x - other_x) >= half + other or abs(y - other_y) >= 11


def test_who_passed_a_node_by_is_on_the_lines_to_it_and_from_it() -> None:
    """Nobody is asked about a recording where nothing is recorded; the lines on that way still tell how many went."""
    counted = on_lines(
        BOOK, {("main.language", "main.opening"): 40, ("main.opening", "main.menu"): 38, ("main.menu", "gone.x"): 2}
    )
    assert counted == {
        ("main.language", "main.recording"): 40,
        ("main.recording", "main.opening"): 40,
        ("main.opening", "main.menu"): 38,
        ("main.menu", "gone.x"): 2,
    }
