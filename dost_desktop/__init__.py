"""The office without a window: rules, storage, sync, signing."""

__version__ = "0.1.0"
