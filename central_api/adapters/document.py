"""The contract of the adapters as OpenAPI, for whoever builds the bridge on the ministry's side.

``python -m central_api.adapters.document`` writes ``contract.json``; a test compares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from central_api.adapters.contract import VacanciesSaid
from central_api.adapters.operations import OPERATIONS, VACANCIES, Operation
from central_api.adapters.setting_names import System
from central_api.adapters.wire import LARGEST

CONTRACT: Final = Path(__file__).with_name("contract.json")
_WORDS: Final = "#/components/schemas/{model}"
_KEY: Final = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "schema": {"type": "string"},
    "description": "The question's `asked`. The same key again, whatever the body: nothing more "
    "happens, and the answer says how it stands.",
}
_FAILURES: Final = {
    "400": "Malformed",
    "401": "Token missing or not taken",
    "422": "A number that nobody can have",
    "429": "Too much; Retry-After in seconds",
    "503": "Away; Retry-After in seconds",
}


def contract_text() -> str:
    """The document as it is committed."""
    return json.dumps(_document(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _document() -> dict[str, Any]:
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [(VacanciesSaid, "validation")]
    for each in OPERATIONS:
        models += [(each.question, "serialization"), (each.answer, "validation")]
    _, schemas = models_json_schema(list(dict.fromkeys(models)), ref_template=_WORDS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "The ministry's systems as the DOST central API asks them",
            "version": "1",
            "description": f"See docs/adapters.md. An answer has at most {LARGEST} bytes.",
        },
        "paths": {each.path: {"post": _operation(each)} for each in OPERATIONS}
        | {VACANCIES: {"get": _vacancies()}},
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def _operation(operation: Operation[Any, Any]) -> dict[str, Any]:
    return {
        "tags": [operation.system.value],
        "operationId": operation.path.removeprefix("/v1/").replace("/", "_").replace("-", "_"),
        "summary": _summary(operation.question),
        "parameters": [_KEY] if operation.changes else [],
        "requestBody": {"required": True, "content": _json(operation.question)},
        "responses": {"200": {"description": _summary(operation.answer), "content": _json(operation.answer)}}
        | _failing(),
    }


def _vacancies() -> dict[str, Any]:
    tag = {
        "description": "The same on every page of one state of the bank",
        "required": True,
        "schema": {"type": "string"},
    }
    return {
        "tags": [System.MAS.value],
        "operationId": "vacancies",
        "summary": "One page of the vacancy bank, the open places and those that closed lately.",
        "parameters": [
            {"name": "page", "in": "query", "required": True, "schema": {"type": "integer", "minimum": 1}},
            {"name": "If-None-Match", "in": "header", "schema": {"type": "string"}},
        ],
        "responses": {
            "200": {
                "description": _summary(VacanciesSaid),
                "content": _json(VacanciesSaid),
                "headers": {"ETag": tag},
            },
            "304": {"description": "The bank is as it was under this ETag"},
        }
        | _failing(),
    }


def _failing() -> dict[str, Any]:
    return {status: {"description": means} for status, means in _FAILURES.items()}


def _json(model: type[BaseModel]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": _WORDS.format(model=model.__name__)}}}


def _summary(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


if __name__ == "__main__":
    CONTRACT.write_text(contract_text(), encoding="utf-8", newline="\n")
