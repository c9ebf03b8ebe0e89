"""Start-up of the files app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Uploaded and produced files, checked and kept by their content."""

    name = "borgerfokus.foundation.files"
    label = "files"
