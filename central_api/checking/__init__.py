"""The check of the central API's memory: what is stored against what was signed, and what follows from it."""
