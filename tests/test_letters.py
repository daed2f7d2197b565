"""Letters to the organisations: what they say, where they go, and what they never do."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from desk import SHOW_PIECE, Desk
from hypothesis import given
from hypothesis import strategies as st

from plantrack.letters.addresses import read_addresses, usable
from plantrack.letters.content import Content
from plantrack.letters.fault import NoLetter
from plantrack.letters.message import as_draft
from plantrack.letters.writing import Letter, Writer
from plantrack.shipped import templates

ROOT = Path(__file__).parent.parent
DAY = "2015-12-20"


@pytest.fixture
def nordvik(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The invented show-piece in a git repository of its own, where ``out/`` is ignored."""
    folder = tmp_path / "desk"
    folder.mkdir()
    desk = Desk(folder, capsys, monkeypatch, SHOW_PIECE)
    (folder / ".gitignore").write_text("out/\n")
    desk.commit("What is ignored")
    return desk


def read(path: Path) -> EmailMessage:
    """A draft as a mail program reads it."""
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def body(path: Path) -> str:
    return str(read(path).get_content())


class TestReminder:
    """What a reminder says, as an officer reads it who gets one a year."""

    def letter(self, nordvik: Desk, organisation: str, on: str = DAY, lang: str = "sv", *more: str) -> str:
        said = nordvik.type("due", "--format", "txt", "-o", "-", "--on", on, "--lang", lang, "--organisation", organisation, *more)  # fmt: skip
        assert said.code == 0, said.err
        return said.out

    def test_the_whole_letter_in_swedish(self, nordvik: Desk) -> None:
        assert (
            self.letter(nordvik, "kd-skargard", "2016-01-20")
            == """\
Till: Kommundelskontoret Skärgården
Ämne: Vi saknar svar från er: Handlingsplan 2014–2016

Hej Kommundelskontoret Skärgården!

Ni är ansvariga för en del av planen ”Handlingsplan för ett öppet och tryggt Nordvik 2014–2016”, \
som är gemensam för Nordviks kommun och Civilsamhället i Nordvik. \
Den följs upp nu (Årsuppföljning 2015), och vi saknar svar på 1 av de 3 punkter som vi har frågat er om.

Sista svarsdag var den 15 januari 2016. Svara så snart ni kan, annars får vi redovisa att uppgift saknas från er.

Det här saknar vi svar på:

- 3.1.1 Trygghetsvandringar i varje kommundel, vår och höst: är pausat sedan den 12 januari 2016, utan ny tid

Dessutom är det här försenat:

- 1.1.3 En båt som mötesplats i skärgården om sommaren: skulle ha varit klart den 31 augusti 2015

Skriv för varje punkt hur det går: ej påbörjat, pågår eller klart, eller det uppmätta värdet. \
Lägg gärna till en mening. Går något inte som planerat, skriv vad som avviker och vad ni gör åt det. \
Är läget oförändrat räcker det att skriva det. Skriv också när det som är försenat väntas bli klart.

Svara i blanketten, om ni har fått en, eller direkt i ett svar på det här brevet.

Med vänlig hälsning
Kommunledningskontoret
klk@nordvik.example

Ett påhittat exempel. Nordvik finns inte, och inget av det som står här har hänt.
"""
        )

    def test_before_the_last_day_it_asks_for_answers_by_it(self, nordvik: Desk) -> None:
        letter = self.letter(nordvik, "polisen")
        assert "vi har ännu inte fått något svar från er.\n\nSvara senast den 15 januari 2016." in letter
        english = self.letter(nordvik, "polisen", lang="en")
        assert "we have not had any answer from you yet.\n\nPlease answer by 15 January 2016." in english
        assert english.startswith("To: Nordvik Police\nSubject: We lack your answers: Action plan 2014–2016\n\n")

    def test_without_a_round_it_reminds_of_what_is_late(self, nordvik: Desk) -> None:
        letter = self.letter(nordvik, "fof", "2015-07-05")
        assert "Ämne: Påminnelse: Handlingsplan 2014–2016\n" in letter
        assert (
            "- 4.2.1 Nya regler för föreningsbidrag, på lätt svenska: skulle ha varit klart den 30 juni 2015\n"
            in letter
        )
        assert (
            "- 1.2.1 En gemensam bokning för alla kommunens lokaler: avviker; den nya tiden var juni 2015\n" in letter
        )
        assert "svar på" not in letter.split("Det här är försenat")[0].split("Hej")[1]

    def test_who_has_told_of_a_new_time_is_left_in_peace_until_then(self, nordvik: Desk) -> None:
        assert self.letter(nordvik, "buf", DAY, "sv", "--kind", "late") == ""
        assert "2.1.3" in self.letter(nordvik, "buf", "2016-11-05")

    def test_successors_get_the_letter_of_who_has_ended(self, nordvik: Desk) -> None:
        letter = self.letter(nordvik, "tek", "2015-11-10")
        assert "Till: Stadsmiljöförvaltningen" in letter

    def test_no_letter_speaks_to_a_person_or_leaves_a_blank(self, nordvik: Desk) -> None:
        for lang in ("sv", "en"):
            for on in ("2014-06-01", "2015-01-20", "2015-07-05", "2016-11-05", "2017-06-01"):
                said = nordvik.type("due", "--format", "txt", "-o", "-", "--on", on, "--lang", lang)
                assert said.code == 0
                assert "{" not in said.out
                assert "\n\n\n" not in said.out
                assert ".:" not in said.out


class TestAsking:
    """The letter that opens a round."""

    def test_it_says_what_is_asked_of_whom_and_by_when(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--format", "txt", "--letter", "asking", "--on", "2015-11-05", "--lang", "sv")
        assert said.out.startswith("Skrev 20 brev i out/brev-2015-11-05. De är inte skickade.\n")
        letter = (nordvik.folder / "out/brev-2015-11-05/forfragan-fof.txt").read_text(encoding="utf-8")
        assert "Ämne: Svara senast den 15 januari 2016: Handlingsplan 2014–2016\n" in letter
        assert "Den är gemensam för Nordviks kommun och Civilsamhället i Nordvik." in letter
        assert "Vi ber er svara på 14 punkter senast den 15 januari 2016." in letter
        assert "Hur långt har det kommit?\n\n- 1.2.1 En gemensam bokning för alla kommunens lokaler\n" in letter
        assert "Är det uppfyllt?\n\n- 1.2.k1 " in letter
        assert "Vilket är värdet?\n\n- 1.2.m1 " in letter

    def test_everybody_asked_gets_one_also_who_has_answered(self, nordvik: Desk) -> None:
        nordvik.type("due", "--format", "txt", "--letter", "asking", "--on", "2016-01-20", "-o", "out/a")
        nordvik.type("due", "--format", "txt", "--letter", "reminder", "--kind", "unanswered", "--on", "2016-01-20", "-o", "out/b")  # fmt: skip
        assert len(list((nordvik.folder / "out/a").iterdir())) == 20
        assert len(list((nordvik.folder / "out/b").iterdir())) == 5

    def test_without_an_open_round_there_is_nothing_to_ask(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--format", "eml", "--letter", "asking", "--on", "2015-07-05")
        assert said.code == 2
        assert "No round is open on 2015-07-05. Open one: plantrack round open" in said.err
        assert nordvik.changed() == []


class TestDraft:
    """The .eml file that a mail program opens as a letter that is being written."""

    def test_it_goes_to_the_functions_mailbox_and_is_not_sent(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--lang", "sv", "-o", "out/x")
        assert "Skrev 13 brev i out/x. De är inte skickade." in said.out
        draft = read(nordvik.folder / "out/x/paminnelse-fof.eml")
        assert draft["X-Unsent"] == "1"
        assert draft["To"] == "fof@nordvik.example"
        assert draft["Reply-To"] == "klk@nordvik.example"
        assert draft["Subject"] == "Påminnelse: Handlingsplan 2014–2016"
        assert draft["Content-Language"] == "sv"
        assert (draft["From"], draft["Date"], draft["Message-ID"]) == (None, None, None), "the mail program knows those"
        assert "ska återrapporteras senast den 31 december 2015" in draft.get_content()

    def test_the_file_is_plain_ascii_with_the_lines_that_mail_has(self, nordvik: Desk) -> None:
        nordvik.type("due", "--format", "eml", "--on", DAY, "--lang", "sv", "-o", "out/x")
        data = (nordvik.folder / "out/x/paminnelse-fof.eml").read_bytes()
        assert data.isascii()
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert max(len(line) for line in data.split(b"\r\n")) < 79

    def test_who_lacks_an_address_is_told_aloud_and_has_a_draft_without(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "-o", "out/x")
        assert "Without an address: Nordvik Police (polisen). Write one as mailbox in organisations.yaml" in said.out
        assert "To" not in read(nordvik.folder / "out/x/reminder-polisen.eml")

    @pytest.mark.parametrize(
        "mailbox",
        [
            "fof@nordvik.example\\nBcc: alla@nordvik.example",
            "fof@nordvik.example\\r\\n\\r\\nHej",
            "fof, x@y.example",
            "fof",
        ],
    )
    def test_a_mailbox_cannot_put_anything_else_into_the_head(self, nordvik: Desk, mailbox: str) -> None:
        file = nordvik.plan / "organisations.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("mailbox: fof@nordvik.example", f'mailbox: "{mailbox}"'), encoding="utf-8")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "-o", "out/x")
        assert "(fof)" in said.out.split("Without an address")[1]
        draft = read(nordvik.folder / "out/x/reminder-fof.eml")
        assert set(draft.keys()) == {
            "X-Unsent", "Reply-To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
            "Content-Language",
        }  # fmt: skip

    @given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120), st.text(max_size=60))  # fmt: skip
    def test_any_words_arrive_as_they_were_written(self, words: str, address: str) -> None:
        subject = " ".join(words.split()) or "Ämne"
        letter = Letter("fof", "Fritid", subject, f"{words.strip()}\n")
        data = as_draft(letter, (usable(address),) if usable(address) else (), address, "sv")
        message = BytesParser(policy=policy.default).parsebytes(data)
        assert message.get("Bcc") is None
        assert str(message.get_content()).replace("\r\n", "\n").rstrip("\n") == "\n".join(letter.body.splitlines()).rstrip("\n")  # type: ignore[attr-defined]  # fmt: skip


class TestAddresses:
    """A file of addresses that is kept outside git."""

    def contacts(self, nordvik: Desk, text: str, name: str = "contacts.yaml") -> Path:
        path = nordvik.folder.parent / name
        path.write_text(text, encoding="utf-8")
        return path

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("a.yaml", "fof: handlaggare@nordvik.example\npolisen: [a@polis.example, b@polis.example]\n"),
            ("a.csv", "organisation;adress\nfof;handlaggare@nordvik.example\npolisen;a@polis.example\npolisen;b@polis.example\n"),
            ("a.csv", "fof,handlaggare@nordvik.example\r\npolisen,a@polis.example\r\npolisen,b@polis.example\r\n"),
        ],
    )  # fmt: skip
    def test_it_goes_before_the_mailbox(self, nordvik: Desk, name: str, text: str) -> None:
        path = self.contacts(nordvik, text, name)
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "-o", "out/x", "--contacts", str(path))
        assert said.code == 0, said.err
        assert "Without an address" not in said.out
        assert read(nordvik.folder / "out/x/reminder-fof.eml")["To"] == "handlaggare@nordvik.example"
        assert read(nordvik.folder / "out/x/reminder-polisen.eml")["To"] == "a@polis.example, b@polis.example"
        assert read(nordvik.folder / "out/x/reminder-klk.eml")["To"] == "klk@nordvik.example"

    def test_addresses_stand_in_the_drafts_and_nowhere_else(self, nordvik: Desk) -> None:
        path = self.contacts(nordvik, "fof: handlaggare@nordvik.example\n")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", str(path))
        holding = [each for each in nordvik.folder.rglob("*") if each.is_file() and b"handlaggare" in each.read_bytes()]
        assert [each.name for each in holding] == ["reminder-fof.eml"]
        assert "handlaggare" not in said.out + said.err

    def test_it_is_refused_inside_the_plans_repository(self, nordvik: Desk) -> None:
        for inside in ("contacts.yaml", "plan/contacts.yaml"):
            (nordvik.folder / inside).write_text("fof: handlaggare@nordvik.example\n")
            said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", inside)
            assert said.code == 2
            assert (
                f"{inside} lies in the plan's git repository, and addresses of persons do not belong in git" in said.err
            )
            assert not (nordvik.folder / "out").exists()

    def test_without_git_whatever_lies_in_a_repository_is_refused(
        self, nordvik: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = self.contacts(nordvik, "fof: handlaggare@nordvik.example\n")
        (nordvik.folder / "contacts.yaml").write_text("fof: handlaggare@nordvik.example\n")
        monkeypatch.setenv("PATH", "")
        assert nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", "contacts.yaml").code == 2
        elsewhere = str(nordvik.folder.parent / "letters")
        arguments = ("due", "--format", "eml", "--on", DAY, "-o", elsewhere, "--contacts", str(path))
        assert nordvik.type(*arguments).code == 0

    def test_where_git_will_not_look_whatever_lies_in_a_repository_is_refused(
        self, nordvik: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # as on a shared drive: dubious ownership
        inside = nordvik.folder / "contacts.yaml"
        inside.write_text("fof: handlaggare@nordvik.example\n")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", "contacts.yaml")
        assert said.code == 2
        assert "addresses of persons do not belong in git" in said.err
        outside = self.contacts(nordvik, "fof: handlaggare@nordvik.example\n")
        assert nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", str(outside), "-o", "brev").code == 2
        assert not (nordvik.folder / "brev").exists()

    def test_what_git_ignores_may_lie_there(self, nordvik: Desk) -> None:
        (nordvik.folder / ".gitignore").write_text("out/\ncontacts.*\n")
        (nordvik.folder / "contacts.yaml").write_text("fof: handlaggare@nordvik.example\n")
        assert nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", "contacts.yaml").code == 0
        nordvik.git("add", "-f", "contacts.yaml")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", "contacts.yaml", "-o", "out/y")
        assert said.code == 2, "git keeps it already"

    def test_drafts_with_its_addresses_are_not_put_where_git_would_keep_them(self, nordvik: Desk) -> None:
        path = self.contacts(nordvik, "fof: handlaggare@nordvik.example\n")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", str(path), "-o", "letters")
        assert said.code == 2
        assert "letters lies in the plan's git repository, and the letters hold the addresses of" in said.err
        assert nordvik.changed() == []
        assert nordvik.type("due", "--format", "eml", "--on", DAY, "-o", "letters").code == 0, "mailboxes may"

    @pytest.mark.parametrize(
        ("name", "text", "why"),
        [
            ("a.yaml", "fof: handlaggare\n", "line 1: there is no mail address where one belongs"),
            ("a.yaml", "fof: a@b.example\nkultur:\n", "line 2: there is no mail address where one belongs"),
            ("a.csv", "fof;a@b.example\nkultur;\n", "line 2: there is no mail address where one belongs"),
            ("a.csv", "handlaggare@b.example;fof\n", "line 1: there is no mail address where one belongs"),
            ("a.csv", 'fof;"' + "x" * 200_000, "line 1: this cannot be read"),
            ("a.yaml", "- a@b.example\n", "Write one line for each organisation"),
            ("a.yaml", "", "holds no text that can be read"),
            ("a.txt", "fof: a@b.example\n", "must be a file that ends in .yaml or .csv"),
        ],
    )
    def test_mistakes_are_told_by_line_without_repeating_what_stands_there(
        self, nordvik: Desk, name: str, text: str, why: str
    ) -> None:
        path = self.contacts(nordvik, text, name)
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", str(path))
        assert said.code == 2
        assert why in said.err
        assert "handlaggare" not in said.err
        assert not (nordvik.folder / "out").exists()

    def test_strangers_are_told(self, nordvik: Desk) -> None:
        path = self.contacts(nordvik, "fov: a@b.example\n")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", str(path))
        assert "The file of addresses names what the plan does not have: fov." in said.out

    def test_an_address_in_the_place_of_an_id_is_not_repeated(self, nordvik: Desk) -> None:
        path = self.contacts(nordvik, "handlaggare@b.example;a@b.example\n", "a.csv")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "--contacts", str(path))
        assert "The file of addresses names what the plan does not have: …." in said.out
        assert "handlaggare" not in said.out

    def test_a_table_from_an_older_excel_is_read(self) -> None:
        data = "förening;adress\r\nfof;a@b.example\r\n".encode("cp1252")
        assert read_addresses("a.csv", data) == {"fof": ("a@b.example",)}

    @pytest.mark.parametrize(
        ("text", "address"),
        [
            (" fof@nordvik.example ", "fof@nordvik.example"),
            ("fritid@göteborg.example", "fritid@xn--gteborg-90a.example"),
            ("åsa@nordvik.example", ""),
            ("fof@nordvik", ""),
            ("fof@nordvik.example\nBcc: x@y.example", ""),
            ("Fritid <fof@nordvik.example>", ""),
            ("a@b@c.example", ""),
            ("fof@" + "x" * 300 + ".example", ""),
            ("", ""),
        ],
    )
    def test_what_an_address_is(self, text: str, address: str) -> None:
        assert usable(text) == address


class TestTemplates:
    """A plan's own words come before those that are shipped, and can do nothing but words."""

    def own(self, nordvik: Desk, text: str, name: str = "reminder", lang: str = "en") -> Path:
        path = nordvik.plan / "templates" / "letters" / lang / f"{name}.txt.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def test_a_plans_own_template_comes_first(self, nordvik: Desk) -> None:
        self.own(nordvik, "Subject: About {{ short_plan }}\n\nDear {{ organisation }}, {{ overdue|length }} late.\n")
        said = nordvik.type("due", "--format", "txt", "-o", "-", "--on", DAY, "--organisation", "klk")
        assert said.out == (
            "To: Municipal Executive Office\nSubject: About Action plan 2014–2016\n\n"
            "Dear Municipal Executive Office, 2 late.\n"
        )
        assert "Hej" in nordvik.type("due", "--format", "txt", "-o", "-", "--on", DAY, "--lang", "sv").out

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("Subject: x\n\nHi {{ oganisation }}\n", "line 3: a letter has nothing that is called “oganisation”. It has organisation, plan"),
            ("Subject: x\n\n{% for each in overdue %}\n{{ each.namn }}\n{% endfor %}\n", "line 4: a letter has nothing that is called “namn”"),
            ("Subject: x\n\n{{ organisation \n", "line 3: this is not understood"),
            ("Subject: x\n\n{% if overdue %}\n", "line 3: this is not understood"),
            ("Subject: x\n\n{{ 1 / 0 }}\n", "line 3: this cannot be filled in"),
            ("Hi {{ organisation }}\n", "must begin with a line that says what the letter is about"),
            ("Subject:\n\nHi\n", "must begin with a line that says what the letter is about"),
            ("Subject: x\n{% include 'foot.txt.j2' %}\n", "asks for a template foot.txt.j2, and there is none"),
            ("Subject: x\n{% include 'reminder.txt.j2' %}\n", "uses itself without end"),
            ("Subject: x\n{% include '../../../plan.yaml' %}\n", "asks for a template ../../../plan.yaml"),
            ("Subject: x\n{{ ''.__class__.__mro__[1].__subclasses__() }}\n", "line 2: this cannot be filled in"),
            ("Subject: x\n{{ overdue.append(1) }}\n", "a letter has nothing that is called “append”"),
        ],
    )  # fmt: skip
    def test_mistakes_in_it_are_one_sentence_and_nothing_is_written(self, nordvik: Desk, text: str, why: str) -> None:
        path = self.own(nordvik, text)
        said = nordvik.type("due", "--format", "txt", "--on", DAY, "-o", "out/x")
        assert said.code == 2
        assert f"plantrack: {path.relative_to(nordvik.folder)}" in said.err
        assert why in said.err
        assert len(said.err.splitlines()) == 1
        assert not (nordvik.folder / "out").exists()

    def test_one_that_is_not_utf8_is_told(self, nordvik: Desk) -> None:
        self.own(nordvik, "").write_bytes("Subject: Påminnelse\n".encode("cp1252"))
        said = nordvik.type("due", "--format", "txt", "--on", DAY)
        assert "is not saved as UTF-8" in said.err

    def test_a_subject_is_one_line_whatever_stands_in_it(self, nordvik: Desk) -> None:
        self.own(nordvik, "Subject: {{ 'x\r\nBcc: a@b.example' }}\n\nHi\n")
        said = nordvik.type("due", "--format", "eml", "--on", DAY, "-o", "out/x")
        assert said.code == 0
        assert "Bcc" not in read(nordvik.folder / "out/x/reminder-klk.eml")

    @pytest.mark.parametrize("file", sorted((templates() / "letters").rglob("*.j2")), ids=lambda file: f"{file.parent.name}-{file.name}")  # fmt: skip
    def test_a_shipped_template_names_all_that_it_can_use(self, file: Path) -> None:
        box = file.read_text(encoding="utf-8").split("#}")[0]
        assert file.read_text(encoding="utf-8").startswith("{#")
        assert [name for name in Content._fields if name not in box.replace(",", " ").replace(".", " ").split()] == []

    def test_there_is_one_of_each_kind_in_each_language(self) -> None:
        found = {
            file.relative_to(templates() / "letters").as_posix() for file in (templates() / "letters").rglob("*.j2")
        }
        assert found == {f"{lang}/{kind}.txt.j2" for lang in ("sv", "en") for kind in ("asking", "reminder")}

    def test_a_kind_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(NoLetter):
            Writer(tmp_path, "sv", "tack")


class TestFiles:
    """Whole or not at all, and nothing that somebody wrote is lost."""

    def test_the_same_again_changes_nothing(self, nordvik: Desk) -> None:
        nordvik.type("due", "--format", "txt", "--on", DAY)
        folder = nordvik.folder / "out/letters-2015-12-20"
        before = {file.name: file.read_bytes() for file in folder.iterdir()}
        assert len(before) == 13
        assert nordvik.type("due", "--format", "txt", "--on", DAY).code == 0
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before

    def test_a_letter_that_somebody_has_changed_stays_as_it_is(self, nordvik: Desk) -> None:
        nordvik.type("due", "--format", "txt", "--on", DAY)
        folder = nordvik.folder / "out/letters-2015-12-20"
        (folder / "reminder-klk.txt").write_text("Mine")
        (folder / "reminder-buf.txt").unlink(missing_ok=True)
        said = nordvik.type("due", "--format", "txt", "--on", DAY)
        assert said.code == 2
        assert "reminder-klk.txt is there already and says something else. Nothing was written." in said.err
        assert (folder / "reminder-klk.txt").read_text() == "Mine"

    def test_letters_from_before_are_told(self, nordvik: Desk) -> None:
        nordvik.type("due", "--format", "txt", "--on", DAY, "-o", "out/x")
        said = nordvik.type("due", "--format", "txt", "--on", DAY, "-o", "out/x", "--organisation", "klk")
        assert "Older letters lie there too, and were not written now: reminder-fof.txt" in said.out

    def test_text_holds_no_address_of_anybody_it_is_written_to(self, nordvik: Desk) -> None:
        nordvik.type("due", "--format", "txt", "--on", DAY, "-o", "out/x")
        text = "".join(file.read_text(encoding="utf-8") for file in (nordvik.folder / "out/x").iterdir())
        assert "kultur@nordvik.example" not in text
        assert "fof@nordvik.example" not in text

    def test_nobody_to_write_to_is_said(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--format", "eml", "--on", "2012-05-01")
        assert said.out == "There is nobody to write to: nothing is late, unanswered or near.\n"
        assert not (nordvik.folder / "out").exists()

    @pytest.mark.parametrize(
        ("arguments", "why"),
        [
            (("--format", "eml", "-o", "-"), "Drafts are files."),
            (("--format", "txt", "-o", ".gitignore"), ".gitignore is a file. Name a folder"),
            (("--format", "eml", "--contacts", "nowhere.yaml"), "There is no file nowhere.yaml."),
            (("--format", "json", "--letter", "asking"), "--letter is for letters"),
        ],
    )
    def test_mistakes_are_told(self, nordvik: Desk, arguments: tuple[str, ...], why: str) -> None:
        said = nordvik.type("due", "--on", DAY, *arguments)
        assert (said.code, said.out) == (2, "")
        assert why in said.err
        assert nordvik.changed() == []
