import pytest

from generator.writing.output import OutputError, merge


def test_parts_are_merged_in_order_of_address() -> None:
    assert list(merge({"b": b""}, {"a/c": b""})) == ["a/c", "b"]


def test_an_address_given_twice_is_an_error() -> None:
    with pytest.raises(OutputError, match=r"two parts of the build write index\.html"):
        merge({"index.html": b"1"}, {"index.html": b"2"})


@pytest.mark.parametrize("address", ["../a", "/a", "a/../../b", "", "a//b", "./a"])
def test_an_address_outside_the_site_is_an_error(address: str) -> None:
    with pytest.raises(OutputError):
        merge({address: b""})
