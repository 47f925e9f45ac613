from tests.sync.fixtures import catalogue, clock, desk, office, other_desk, people, server

__all__ = ["catalogue", "clock", "desk", "office", "other_desk", "people", "server"]
