"""The citizen's pages with something on each of them, rendered for a browser."""

from collections.abc import Mapping

from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import Scope


def rich(scene: Scene) -> Mapping[str, str]:
    """Pages of a case with a task, a hearing, letters, a comment, something withheld, look-ups and a power."""
    scene.note("Vi gik en almindelig uge igennem", "Du fortalte, at du klarer indkøb, når du har en liste.")
    scene.withheld()
    ida = scene.person("Ida", "Ellekjær")
    scene.power(ida, Scope.READ, Scope.ACT)
    scene.hear()
    task = scene.ask("O10")
    number = scene.case.number
    return {
        "overview": "/min/",
        "case": f"/min/sag/{number}/",
        "journal": f"/min/sag/{number}/journal/",
        "comment": f"/min/sag/{number}/kommentar/",
        "task": f"/min/opgave/{task}/",
        "upload": f"/min/sag/{number}/dokument/",
        "hearing": f"/min/sag/{number}/hoering/",
        "withdraw": f"/min/sag/{number}/traek/",
        "letters": "/min/breve/",
        "choose": "/min/ansoeg/",
        "request": "/min/ansoeg/sel-85/",
        "request-last": "/min/ansoeg/sel-85/?trin=3",
        "summary": "/min/ansoeg/sel-85/?trin=4",
        "sent": f"/min/ansoeg/sendt/{number}/",
        "data": "/min/oplysninger/",
        "lookups": "/min/opslag/?mine=1",
        "powers": "/min/fuldmagt/",
        "rights": "/min/rettigheder/",
        "goals": "/min/maal/",
        "consents": "/min/samtykke/",
        "helping": "/min/hjaelper/",
        "complain": "/min/rettigheder/klage/",
        "rows": "/min/ansoeg/sel-100/",
    }


def html(client: Client, addresses: Mapping[str, str], *, language: str) -> dict[str, str]:
    """Each page's HTML in a language, by a path that says both."""
    client.cookies["sprog"] = language
    draft = {"version": "0", "asked": "what_is_hard", "what_is_hard": "Post og aftaler"}
    client.post("/min/ansoeg/sel-85/gem/?trin=1", draft)
    found = {}
    for name, address in addresses.items():
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        found[f"/{language}/{name}"] = answer.content.decode()
    return found

