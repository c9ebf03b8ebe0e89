"""A canary in what the citizen may not read, and in its number: neither reaches any page, address or title."""

import re
from datetime import date

from django.test import Client
from tests.web.citizen.pages import rich
from tests.web.citizen.scene import PDF, SECRET, Scene

from borgerfokus.apps.journal import service as journal
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.people import queries as people

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""The id of a letter: by chance ten of its signs may be digits."""


def test_no_page_shows_what_is_withheld_or_a_whole_number(scene: Scene, mads: Client):
    addresses = rich(scene)
    with scene.as_(scene.mads):
        number = people.cpr_of(person_id=scene.mads.id)
    for address in addresses.values():
        body = mads.get(address).content.decode()
        assert SECRET not in body, address
        assert number.digits not in body, address
        assert number.with_hyphen not in body, address
        links = re.findall(r'(?:href|action|data-autosave)="(/[^"]*)"', body)
        assert not [link for link in links if re.search(r"\d{6}-?\d{4}", _ID.sub("", link))], address


def test_the_file_of_a_withheld_document_is_not_found(scene: Scene, mads: Client):
    with scene.as_(scene.karen):
        stored = files.store_made(content=PDF, name="brev.pdf", by=scene.karen, at=scene.at, case_id=scene.case.pk)
        document = journal.NewDocument(file_id=stored.id, title=SECRET, direction="in")
        entry = journal.add_document(case_id=scene.case.pk, document=document, by=scene.karen, at=scene.at)
    address = f"/min/sag/{scene.case.number}/fil/{stored.id}/"
    assert mads.get(address).content == PDF
    why = journal.Withholding("Hensyn til en anden", "Forvaltningsloven § 15 b", date(2027, 1, 4))
    with scene.as_(scene.karen):
        assert journal.withhold(entry_id=entry, why=why, by=scene.karen, at=scene.at) is None
    assert mads.get(address).status_code == 404
    other = scene.world.case(citizen_id=scene.mads.id, caseworker=scene.karen)
    assert mads.get(f"/min/sag/{other.number}/fil/{stored.id}/").status_code == 404


def test_a_new_version_of_a_withheld_document_is_withheld_too(scene: Scene, mads: Client):
    with scene.as_(scene.karen):
        first, second = (
            files.store_made(content=PDF, name=name, by=scene.karen, at=scene.at, case_id=scene.case.pk).id
            for name in ("brev.pdf", "rettet.pdf")
        )
        why = journal.Withholding("Hensyn til en anden", "Forvaltningsloven § 15 b", date(2027, 1, 4))
        document = journal.NewDocument(file_id=first, title=SECRET, direction="in", held=why)
        entry = journal.add_document(case_id=scene.case.pk, document=document, by=scene.karen, at=scene.at)
        newer = journal.NewDocument(file_id=second, title=SECRET, direction="in")
        journal.add_version(entry_id=entry, document=newer, by=scene.karen, at=scene.at)
    for file_id in (first, second):
        assert mads.get(f"/min/sag/{scene.case.number}/fil/{file_id}/").status_code == 404
    with scene.as_(scene.karen):
        journal.release(entry_id=entry, by=scene.karen, at=scene.at)
    assert mads.get(f"/min/sag/{scene.case.number}/fil/{second}/").status_code == 200
