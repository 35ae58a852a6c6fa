"""How a number that a customer gives is dialled: with its country code, as in the country of our own number or from abroad."""

from collections.abc import Callable


def dialler(ours: str) -> Callable[[str], str | None]:
    """Makes +44… of a number as it is dialled where our own number is; None where it is a whole number of no country.

    One that is none at home is taken with its country code in front. One whose country code is told, and that has the length of
    a number there, is taken as it is: nobody is taken for a number at home that was meant for abroad.
    """

    def dialled(given: str) -> str | None:
        import phonenumbers  # noqa: PLC0415 - a tenth of a second, at the first number

        def read(text: str, region: str | None) -> phonenumbers.PhoneNumber | None:
            try:
                return phonenumbers.parse(text, region)
            except phonenumbers.NumberParseException:
                return None

        own = read(ours, None)
        home = phonenumbers.region_code_for_country_code(own.country_code or 0) if own is not None else None
        abroad = given.startswith("+")
        tried = [read(given, None)] if abroad else [read(given, home), read(f"+{given}", None)]
        found = [number for number in tried if number is not None]
        whole = next((number for number in found if phonenumbers.is_valid_number(number)), None)
        if whole is None and abroad:
            whole = next((number for number in found if phonenumbers.is_possible_number(number)), None)
        return phonenumbers.format_number(whole, phonenumbers.PhoneNumberFormat.E164) if whole is not None else None

    return dialled
