"""Pages, comments, a question and an introduction, each typed text a canary that colleagues alone may read."""

from datetime import timedelta

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.models import PageComment
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.guidance.pages import PageContent, PageKind, PageTies
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.scene import Scene

_PAGES = (
    ("kontakt", PageKind.CONTACT, "head", True),
    ("kladde", PageKind.FREE, "head", False),
    ("viden-om-85", PageKind.PRACTICE, "caseworker", True),
)


def fill_guidance(scene: Scene) -> None:
    """What colleagues know and say, tied to the kind of case that the scene has."""
    by, at = scene.actors["caseworker"], scene.at - timedelta(hours=1)
    for key, kind, owner, shown in _PAGES:
        _page(scene, key, kind, owner, shown=shown)
    with acting_as(scene.actors["colleague"], purpose=Purpose.ADMINISTRATION, at=at):
        said = guidance.comment(
            key="viden-om-85", text=_word(scene, "page_comment.text"), by=scene.actors["colleague"], at=at
        )
        assert said is None, said
        scene.cases["plain"].ids["comment"] = PageComment.objects.get().pk
    with acting_as(by, purpose=Purpose.ADMINISTRATION, at=at):
        new = guidance.NewQuestion(_word(scene, "question.title"), _word(scene, "question.text"), ("sel-85",))
        asked = guidance.ask(new=new, by=by, at=at)
        assert not isinstance(asked, Refusal), asked
        answered = guidance.answer(question_id=asked.pk, text=_word(scene, "question.answer"), seen=1, by=by, at=at)
        assert answered is None, answered
        steps = guidance.NewIntroduction("Ny hos os", "", (("Hils på alle", ""), ("Læs om § 85", "viden-om-85")))
        saved = guidance.save_introduction(introduction_id=None, seen=0, new=steps, by=by, at=at)
        assert not isinstance(saved, Refusal), saved
        led = guidance.introduction(introduction_id=saved.pk, by=by)
        guidance.tick(step_id=led.steps[0].pk, done=True, by=by, at=at)
    ids = {"question": asked.pk, "introduction": saved.pk}
    scene.ids |= ids
    scene.cases["plain"].ids |= {**ids, "step": led.steps[0].pk}


def _page(scene: Scene, key: str, kind: PageKind, owner: str, *, shown: bool) -> None:
    by, at = scene.actors[owner], scene.at - timedelta(hours=2)
    content = PageContent(title=f"Siden {key}", short="Kort fortalt.", text="# Overskrift\n- Et punkt")
    ties = PageTies(owner=by.id, review_on=(at + timedelta(days=90)).date(), case_types=("sel-85",))
    with acting_as(by, purpose=Purpose.ADMINISTRATION, at=at):
        added = guidance.add(new=guidance.NewPage(key, kind, content, ties), by=by, at=at)
        assert not isinstance(added, Refusal), added
        published = guidance.publish(key=key, seen=1, by=by, at=at) if shown else None
        assert published is None, published


def _word(scene: Scene, what: str) -> str:
    return scene.canaries.mint("colleagues:all", what, "staff")
