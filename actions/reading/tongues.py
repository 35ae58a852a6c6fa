"""Which other language a message is written in, and what is said to that: only English and Chinese are understood. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 200  # characters that are looked at
SHORT = 60  # characters of a message that speaks of one; a longer one says more
LEAST_WORDS, LEAST_SHARE = 2, 0.5  # of the words that must be of the language
_WORD = re.compile(r"[a-zà-öø-ÿ]+")
_SPEAKS_OF = re.compile(
    r"\b(?:speak|talk|write|reply|answer|understand|know)\b.{0,15}\b(?:english|chinese|mandarin|spanish|french|german|italian"
    r"|portuguese)\b|^(?:in |no )?(?:english|chinese|mandarin|spanish|french|german|italian|portuguese)(?: please| pls)?[ ?!.]*$"
    r"|(?:说|講|讲|会|會|懂|用|换|換)(?:不)?(?:点|點|成)?(?:英语|英語|英文|中文|普通话|普通話|汉语|漢語|国语|國語)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that is not understood here: its telling words, thanks in it, the answer in it and the button for a person."""

    words: frozenset[str]
    thanks: str
    answer: str
    button: str


_SPANISH = (
    "hola dónde donde está esta mi pedido hablo hablas habla español inglés ingles quiero gracias cuándo cuando llega por"
    " favor necesito ayuda cómo como puedo paquete tengo qué que ha llegado todavía devolver cancelar mis el la los una un"
    " para con del buenos buenas días tardes hace compré pagué dinero quisiera pueden"
)
_FRENCH = (
    "bonjour où ou est ma mon commande je parle pas français anglais voudrais merci quand arrive colis reçu besoin aide"
    " comment puis j ai n mes le la les une un pour avec du des s il vous plaît rembourser retour annuler veux toujours"
    " encore êtes"
)
_GERMAN = (
    "hallo wo ist meine mein bestellung ich spreche kein deutsch englisch möchte danke wann kommt paket brauche hilfe wie"
    " kann habe noch nicht das die der ein eine für mit bitte zurück stornieren rechnung sie mir lieferung geld warum"
    " guten tag"
)
_ITALIAN = (
    "ciao dove è il mio ordine non parlo italiano inglese vorrei grazie quando arriva pacco ho bisogno aiuto come posso"
    " ancora la le gli una un per con del della buongiorno restituire annullare rimborso ricevuto favore"
)
_PORTUGUESE = (
    "olá ola onde está meu minha pedido não nao falo português inglês quero obrigado obrigada quando chega por favor"
    " preciso ajuda como posso encomenda tenho ainda o os uma um para com do da bom dia boa tarde devolver cancelar"
    " reembolso chegou"
)
_SHARED = "as come do den die il la o of or ou part per pas s un us a an no me j n"
_TELLING_ENGLISH = (
    "the is my where order i you it to and of in have please not what when can do does was are for with this that"
)
_PINYIN = "wo ma mi la le de da du die ai ou ha"  # Chinese in Latin letters, which is understood: "fahuo le ma"
_TELL_NOTHING, _ENGLISH = frozenset(f"{_SHARED} {_PINYIN}".split()), frozenset(_TELLING_ENGLISH.split())
TONGUES: Mapping[str, Tongue] = {
    "es": Tongue(
        frozenset(_SPANISH.split()),
        "gracias",
        "Lo siento, solo entiendo inglés y chino. Escriba «person» si quiere hablar con una persona del equipo.",
        "Hablar con una persona",
    ),
    "fr": Tongue(
        frozenset(_FRENCH.split()),
        "merci",
        "Désolé, je ne comprends que l'anglais et le chinois. Écrivez « person » pour parler à quelqu'un de l'équipe.",
        "Parler à quelqu'un",
    ),
    "de": Tongue(
        frozenset(_GERMAN.split()),
        "danke",
        "Entschuldigung, ich verstehe nur Englisch und Chinesisch. Schreiben Sie „person“, wenn Sie mit jemandem aus dem Team"
        " sprechen möchten.",
        "Mit jemandem sprechen",
    ),
    "it": Tongue(
        frozenset(_ITALIAN.split()),
        "grazie",
        "Mi dispiace, capisco solo l'inglese e il cinese. Scriva «person» per parlare con qualcuno del team.",
        "Parlare con qualcuno",
    ),
    "pt": Tongue(
        frozenset(_PORTUGUESE.split()),
        "obrigado",
        "Desculpe, só entendo inglês e chinês. Escreva «person» para falar com alguém da equipe.",
        "Falar com alguém",
    ),
}


def tongue_of(text: str) -> Tongue | None:
    """The language, where most of the words are of it; None for English, Chinese and whatever leaves a doubt."""
    words = _WORD.findall(text[:LONGEST].lower())
    if not words or not _ENGLISH.isdisjoint(words):
        return None
    count = {code: sum(word in tongue.words for word in words) for code, tongue in TONGUES.items()}
    best = max(count, key=lambda code: count[code])
    sure = count[best] >= max(LEAST_WORDS, LEAST_SHARE * len(words))
    telling = any(word in TONGUES[best].words and word not in _TELL_NOTHING for word in words)
    return TONGUES[best] if sure and telling else None


def only_thanks(text: str) -> bool:
    """Whether nothing but thanks is said in such a language."""
    return _WORD.findall(text[:LONGEST].lower()) in [[tongue.thanks] for tongue in TONGUES.values()]


def speaks_of_tongue(text: str) -> bool:
    """Whether it is said or asked which language is spoken: "i don't speak english", 可以说中文吗."""
    return len(text) <= SHORT and _SPEAKS_OF.search(text) is not None
