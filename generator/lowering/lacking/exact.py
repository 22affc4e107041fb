"""Exact decimals: a whole number times a power of ten. What would have to be rounded is declined."""

from typing import override

from generator.lowering.lacking.builtin import Declined

ROUND_FLOOR = "ROUND_FLOOR"
LONGEST = 28


class Parts:
    """The digits and the exponent of a number."""

    def __init__(self, digits: str, exponent: int) -> None:
        self.digits = digits
        self.exponent = exponent


class Decimal:
    """``number`` times ten to the power of ``exponent``."""

    def __init__(self, value: "int | str | Decimal", exponent: int = 0) -> None:
        if isinstance(value, str):
            self.number, self.exponent = read(value)
        else:
            self.number, self.exponent = parts(value)
            self.exponent += exponent

    def as_tuple(self) -> Parts:
        return Parts(str(abs(self.number)), self.exponent)

    def normalize(self) -> "Decimal":
        """The same number without idle zeros."""
        number, exponent = self.number, self.exponent
        if not number:
            return Decimal(0)
        while number % 10 == 0:
            number, exponent = number // 10, exponent + 1
        return Decimal(number, exponent)

    def plain(self) -> str:
        """All digits, without an exponent."""
        sign = "-" if self.number < 0 else ""
        digits = str(abs(self.number))
        if self.exponent >= 0:
            return sign + digits + ("0" * self.exponent if self.number else "")
        places = -self.exponent
        digits = "0" * (places + 1 - len(digits)) + digits
        return sign + digits[:-places] + "." + digits[-places:]

    def quantize(self, step: "Decimal", rounding: str, context: "Context") -> "Decimal":  # noqa: ARG002
        """Rounded down to a multiple of ``step``, a power of ten."""
        return Decimal(scaled(self.number, self.exponent - step.exponent), step.exponent)

    def __bool__(self) -> bool:
        return self.number != 0

    @override
    def __hash__(self) -> int:
        least = self.normalize()
        if least.exponent < 0:
            return hash((least.number, least.exponent))
        return hash(scaled(least.number, least.exponent))

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, int | Decimal) and compared(self, other) == 0

    def __lt__(self, other: "int | Decimal") -> bool:
        return compared(self, other) < 0

    def __le__(self, other: "int | Decimal") -> bool:
        return compared(self, other) <= 0

    def __gt__(self, other: "int | Decimal") -> bool:
        return compared(self, other) > 0

    def __ge__(self, other: "int | Decimal") -> bool:
        return compared(self, other) >= 0

    def __neg__(self) -> "Decimal":
        return Decimal(-self.number, self.exponent)

    def __add__(self, other: "int | Decimal") -> "Decimal":
        one, two, exponent = aligned(self, other)
        return fitting(one + two, exponent)

    def __radd__(self, other: int) -> "Decimal":
        return self + other

    def __sub__(self, other: "int | Decimal") -> "Decimal":
        one, two, exponent = aligned(self, other)
        return fitting(one - two, exponent)

    def __rsub__(self, other: int) -> "Decimal":
        return -self + other

    def __mul__(self, other: "int | Decimal") -> "Decimal":
        number, exponent = parts(other)
        return fitting(self.number * number, self.exponent + exponent)

    def __rmul__(self, other: int) -> "Decimal":
        return self * other


class Context:
    """Arithmetic with so many digits that nothing is rounded."""

    def __init__(self, prec: int) -> None:
        self.prec = prec

    def multiply(self, one: Decimal, other: Decimal) -> Decimal:
        return Decimal(one.number * other.number, one.exponent + other.exponent)

    def divide(self, one: Decimal, other: Decimal) -> Decimal:
        """The quotient by a power of ten, with as many zeros at its end as Python leaves."""
        by = other.normalize()
        if by.number != 1:
            raise Declined("divide")
        number, exponent = one.number, one.exponent - by.exponent
        if not number:
            return Decimal(0, one.exponent)
        while number % 10 == 0 and exponent < one.exponent:
            number, exponent = number // 10, exponent + 1
        return Decimal(number, exponent)

    def divide_int(self, one: Decimal, other: Decimal) -> int:
        left, right, _ = aligned(one, other)
        return left // right


def scaled(number: int, exponent: int) -> int:
    """A whole number times a power of ten, rounded down."""
    size: int = 10 ** abs(exponent)
    return number * size if exponent >= 0 else number // size


def parts(value: int | Decimal) -> tuple[int, int]:
    return (value.number, value.exponent) if isinstance(value, Decimal) else (value, 0)


def aligned(one: int | Decimal, other: int | Decimal) -> tuple[int, int, int]:
    """Two numbers as multiples of the same power of ten, and its exponent."""
    left, low = parts(one)
    right, high = parts(other)
    if low == high:
        return left, right, low
    exponent = min(low, high)
    return scaled(left, low - exponent), scaled(right, high - exponent), exponent


def compared(one: int | Decimal, other: int | Decimal) -> int:
    """Above, below or at 0, as the first is to the second."""
    left, right, _ = aligned(one, other)
    return left - right


def fitting(number: int, exponent: int) -> Decimal:
    """The number, where Python would not round it."""
    if len(str(abs(number))) > LONGEST:
        raise Declined("a rounded number")
    return Decimal(number, exponent)


def read(text: str) -> tuple[int, int]:
    """The number and the exponent of digits, perhaps with a point and an exponent."""
    digits, _, power = text.lower().partition("e")
    whole, _, part = digits.partition(".")
    return int(whole + part), (int(power) if power else 0) - len(part)
