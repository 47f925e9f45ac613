"""The passport, the grounds and the words of letters as typed data: start at ``catalogue.load_catalogue``."""
