"""The catalogue that ships, loaded once."""

import pytest

from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()
