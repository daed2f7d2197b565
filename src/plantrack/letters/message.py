"""A letter as a file: a draft that a mail program opens ready to be sent, or plain text."""

from __future__ import annotations

from plantrack.letters.addresses import usable
from plantrack.letters.writing import Letter


def as_draft(letter: Letter, addresses: tuple[str, ...], reply_to: str, language: str) -> bytes:
    """The letter as an .eml file. Whom it is from, and when, is up to the program that sends it.

    ``X-Unsent`` makes Outlook and Thunderbird open it as a letter that is being written.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if addresses:
        message["To"] = ", ".join(addresses)
    if usable(reply_to):
        message["Reply-To"] = usable(reply_to)
    message["Subject"] = letter.subject
    message.set_content(letter.body, charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = language
    return message.as_bytes()


def as_text(letter: Letter, to: str, about: str) -> str:
    """The letter as text. It names the organisation and no address, so that it may lie anywhere."""
    return f"{to}: {letter.name}\n{about}: {letter.subject}\n\n{letter.body}"
