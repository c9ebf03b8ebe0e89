"""The documents name what there is: commands, settings and files."""

import re

from tests.architecture.source import PACKAGE, ROOT, modules

README = (ROOT / "README.md").read_text("utf-8")
OPERATE = (ROOT / "docs" / "operate" / "README.md").read_text("utf-8")
_SETTING = re.compile(r"\bBORGERFOKUS_[A-Z][A-Z_]*[A-Z]\b")


def test_the_readme_lists_every_command_and_no_other() -> None:
    said = README.split("lists the commands:")[1].split(". Each")[0]
    files = (PACKAGE / "cli" / "commands").glob("[a-z]*.py")
    commands = {path.stem.rstrip("_") for path in files}
    assert set(re.findall(r"`(\w+)`", said)) == commands


def test_every_setting_an_operator_is_told_of_is_read() -> None:
    read = {name for module in modules() for name in _SETTING.findall(module.text)}
    told = {name for name in _SETTING.findall(OPERATE) if "_OIDC_" not in name}
    assert told <= read


def test_every_link_between_documents_leads_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [
        (document, target)
        for document in documents
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text("utf-8"))
        if "://" not in target
    ]
    assert [f"{d.name} → {target}" for d, target in links if not (d.parent / target).exists()] == []
