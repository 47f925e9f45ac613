"""The administrator's commands, one module a noun; ``central_api.cli`` puts them together."""
