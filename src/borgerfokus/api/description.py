"""The description of the API as a file: `python -m borgerfokus.api.description > docs/reference/openapi.json`."""

import json
import os
import sys


def text() -> str:
    """OpenAPI 3.1 as JSON, the same for the same code. Django is set up."""
    from borgerfokus.api.urls import v1

    return json.dumps(v1.get_openapi_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> int:
    """Write it to stdout."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "borgerfokus.project.settings")
    django.setup()
    sys.stdout.write(text())
    return 0


if __name__ == "__main__":
    sys.exit(main())
