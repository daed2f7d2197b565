"""What the tool writes is read back as it was: any text, at any place, and every line is one fact."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plantrack.draft import Draft, FormUsed
from plantrack.model.progress import Submission
from plantrack.store.block import block
from plantrack.store.folder import decode
from plantrack.store.submissions import file_of, text_of

LETTERS = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029\ufeff\x85")
TRICKY = st.text(st.sampled_from("a :#-\n'\"{}[]|>&*!%@`?,~\\+1åä"), min_size=1)
TEXTS = (st.text(LETTERS, min_size=1) | TRICKY).filter(lambda text: text.strip() != "")


def read(text: str) -> Submission:
    record, faults = decode("submission", "x", "x.yaml", text.encode())
    assert not [fault for fault in faults if fault.reason not in ("personal_data", "garbled_letters", "curly_quotes")]
    assert isinstance(record, Submission)
    return record


@given(TEXTS, TEXTS)
def test_any_text_comes_back(comment: str, ground: str) -> None:
    draft = Draft(
        "srf", date(2015, 11, 20), "2015", {"1.1.k1": {"fulfilment": "partly", "ground": ground}}, comment=comment
    )
    record = read(text_of(draft))
    assert record.comment == kept(comment)
    assert record.answers["1.1.k1"].ground == kept(ground)


def kept(text: str) -> str:
    """A text as it is kept: without spaces at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def test_a_submission_reads_as_a_person_would_write_it() -> None:
    draft = Draft(
        by="srf",
        date=date(2015, 11, 20),
        round="2015",
        answers={
            "1.1.2": {"status": "ongoing", "deviation": "Planen dröjer: tjänsten är vakant.", "evidence": ("a", "b")},
            "1.1.m1": {"values": {"staden": "4", "kultur: fritid": "9"}},
            "1.1.m2": {"value": "-3", "comment": "not_stated", "evidence": ("foo:", "b")},
        },
        role="assessor",
        replaces=("2015-11-18-srf-9c1e",),
        form=FormUsed("blankett srf.xlsx", "sha256:5f3a"),
        basis="5f3a9c21-77b0c91d",
        comment="Två rader\noch ett #tecken",
    )
    assert text_of(draft) == (
        "by: srf\ndate: 2015-11-20\nround: 2015\nrole: assessor\nreplaces: 2015-11-18-srf-9c1e\n"
        "from:\n  file: blankett srf.xlsx\n  digest: sha256:5f3a\nbasis: 5f3a9c21-77b0c91d\n"
        "comment: |\n  Två rader\n  och ett #tecken\nanswers:\n"
        "  1.1.2:\n    status: ongoing\n    deviation: |\n      Planen dröjer: tjänsten är vakant.\n    evidence: [a, b]\n"
        "  1.1.m1:\n    values:\n      staden: 4\n      'kultur: fritid': 9\n"
        "  1.1.m2:\n    value: -3\n    comment: |\n      not_stated\n    evidence:\n      - |\n        foo:\n      - b\n"
    )
    record = read(text_of(draft))
    assert record.answers["1.1.m2"].comment == "not_stated", "a word for an absence, said by somebody, is a word"
    assert dict(record.answers["1.1.m1"].values) == {"staden": 4, "kultur: fritid": 9}


def test_a_list_of_blocks_stands_under_its_key() -> None:
    items = [{"date": "2016-02-01", "reason": "x: y"}, {"date": "2016-02-09"}]
    expected = "reopened:\n  - date: 2016-02-01\n    reason: |\n      x: y\n  - date: 2016-02-09\n"
    assert block({"reopened": items}) == expected


def test_names_are_told_apart_by_their_ends() -> None:
    draft = Draft("srf", date(2015, 11, 20), "2015")
    first = file_of(draft, set())
    assert first.startswith("progress/2015/2015-11-20-srf-")
    all_but_one = {f"2015-11-20-srf-{number:04x}" for number in range(65536)} - {"2015-11-20-srf-5f3a"}
    assert file_of(draft, all_but_one) == "progress/2015/2015-11-20-srf-5f3a.yaml"
