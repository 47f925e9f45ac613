"""Data that ships with the program (no code): the catalogue, letter texts, words, icons, theme."""
