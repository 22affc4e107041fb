"""Exact decimals: a whole number times a power of ten. What would have to be rounded is declined."""

from generator.lowering.lacking.builtin import Declined

ROUND_FLOOR = "ROUND_FLOOR"
LONGEST = 28


class Parts:
    def __init__(self, digits, exponent):
        self.digits = digits
        self.exponent = exponent


class Decimal:
    """``number`` times ten to the power of ``exponent``."""

    def __init__(self, value, exponent=0):
        if isinstance(value, str):
            value, exponent = read(value)
        elif isinstance(value, Decimal):
            value, exponent = value.number, value.exponent
        self.number = value
        self.exponent = exponent

    def as_tuple(self):
        return Parts(str(abs(self.number)), self.exponent)

    def normalize(self):
        number, exponent = self.number, self.exponent
        if not number:
            return Decimal(0)
        while number % 10 == 0:
            number, exponent = number // 10, exponent + 1
        return Decimal(number, exponent)

    def plain(self):
        """All digits, without an exponent."""
        sign = "-" if self.number < 0 else ""
        digits = str(abs(self.number))
        if self.exponent >= 0:
            return sign + digits + ("0" * self.exponent if self.number else "")
        places = -self.exponent
        digits = "0" * (places + 1 - len(digits)) + digits
        return sign + digits[:-places] + "." + digits[-places:]

    def whole(self):
        """The number without what stands after its point."""
        size = scaled(abs(self.number), self.exponent)
        return size if self.number >= 0 else -size

    def quantize(self, step, rounding, context):
        """Rounded down to a multiple of ``step``, a power of ten."""
        shift = self.exponent - step.exponent
        return Decimal(scaled(self.number, shift), step.exponent)

    def __bool__(self):
        return self.number != 0

    def __hash__(self):
        least = self.normalize()
        return hash(least.number * 10**least.exponent) if least.exponent >= 0 else hash((least.number, least.exponent))

    def __eq__(self, other):
        return isinstance(other, (int, Decimal)) and compared(self, other) == 0

    def __lt__(self, other):
        return compared(self, other) < 0

    def __le__(self, other):
        return compared(self, other) <= 0

    def __gt__(self, other):
        return compared(self, other) > 0

    def __ge__(self, other):
        return compared(self, other) >= 0

    def __neg__(self):
        return Decimal(-self.number, self.exponent)

    def __add__(self, other):
        one, two, exponent = aligned(self, other)
        return fitting(one + two, exponent)

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        one, two, exponent = aligned(self, other)
        return fitting(one - two, exponent)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        number, exponent = parts(other)
        return fitting(self.number * number, self.exponent + exponent)

    def __rmul__(self, other):
        return self * other


class Context:
    """Arithmetic with so many digits that nothing is rounded."""

    def __init__(self, prec):
        self.prec = prec

    def multiply(self, one, other):
        return Decimal(one.number * other.number, one.exponent + other.exponent)

    def divide(self, one, other):
        """The quotient by a power of ten."""
        by = other.normalize()
        if by.number != 1:
            raise Declined("divide")
        return quotient(one, by.exponent)

    def divide_int(self, one, other):
        left, right, _ = aligned(one, other)
        return left // right


def quotient(number, places):
    """A number divided by ten to the power of ``places``, with as many digits as Python writes."""
    exact, exponent = number.number, number.exponent - places
    ideal = number.exponent
    while exact and exact % 10 == 0 and exponent < ideal:
        exact, exponent = exact // 10, exponent + 1
    return Decimal(exact, exponent if exact else ideal)


def scaled(number, exponent):
    return number * 10**exponent if exponent >= 0 else number // 10**-exponent


def parts(value):
    return (value.number, value.exponent) if isinstance(value, Decimal) else (value, 0)


def aligned(one, other):
    left, low = parts(one)
    right, high = parts(other)
    exponent = min(low, high)
    return left * 10 ** (low - exponent), right * 10 ** (high - exponent), exponent


def compared(one, other):
    left, right, _ = aligned(one, other)
    return left - right


def fitting(number, exponent):
    if len(str(abs(number))) > LONGEST:
        raise Declined("a rounded number")
    return Decimal(number, exponent)


def read(text):
    """The number and the exponent of digits, perhaps with a point and an exponent."""
    digits, _, power = text.lower().partition("e")
    whole, _, part = digits.partition(".")
    return int(whole + part), (int(power) if power else 0) - len(part)
