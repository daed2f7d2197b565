"""Words that make a promise wider or narrower, firmer or looser: numbers, and what limits or denies.

They are a part of every digest that a plan is held to. A word that is put in here, or taken out, makes plans that were
adopted before differ from their digest where they have that word.
"""

from __future__ import annotations

from plantrack.pattern import pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBERS = {
    word: str(number)
    for words in (
        "noll - två tre fyra fem sex sju åtta nio tio elva tolv",
        "zero - two three four five six seven eight nine ten eleven twelve",
    )
    for number, word in enumerate(words.split())
    if word != "-"
}
"""Words for small numbers. One is left out: it is more often an article, or a word for a person."""
PARTS = (
    "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    "ninety|hundred|thousand"
)
LARGE = pattern(
    r"tretton|fjorton|femton|sexton|sjutton|arton|nitton|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    rf"\w{{0,5}}(?:{PARTS})\w{{0,5}}|miljon|miljoner|million|millions|dussin|dozen"
)
"""Words for large numbers, also as a part of a longer one: tvåhundra, tjugofem."""
SHARES = _words(
    """
    hälften halva halv halvera dubbelt dubbla dubblera tredubbla tredjedel fjärdedel tiondel varannan
    half halve double twice triple third quarter
    """
)
LIMITS = _words(
    """
    inte ej icke aldrig ingen inget inga utan utom endast bara minst högst mest flest flesta fler färre mer mindre alla
    samtliga hela varje alltid ibland någon något några delvis helst eventuellt ungefär cirka kan bör ska skall måste
    undersöka utreda överväga möjligt möjlighet förutsatt förutsättning såvida ifall
    not no never none nobody without except only least most more less fewer all every each always sometimes any some
    partly possibly about approximately may can could should shall must will consider explore possible provided unless if
    """
)
