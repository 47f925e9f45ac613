"""Every sentence that a scenario may be written in, so that scenarios need no code (docs/acceptance.md lists them)."""
