import random
from datetime import timedelta, date
import pytest
from django.urls import reverse
from tests.journeys import small_demo
from tests.journeys.looking import look_at, _seat, NARROW, WIDE
from tests.journeys.small_demo import People, Sample, session_of
from tests.web.design.browser import chromium
from borgerfokus.apps.interventions.models import *
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.insight.models import EffectFigure, ExperienceFigure
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.offers.models import Offer
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Unit, Engagement

def fill(house):
    at = house.clock.now(); r = random.Random(3)
    S = system("t")
    with acting_as(S, purpose=Purpose.OPERATION, at=at):
        EffectFigure.objects.all().delete() if False else None
        offers = list(Offer.objects.filter(replaced_at__isnull=True, key__in=["hjemmevejleder","helhedspleje","genoptraening-hold","mestring","bofaellesskab-tangen","torsdagscafeen"]))
        units = list(Unit.objects.filter(key__in=["voksenteamet","visitation","hjemmepleje","nabosund-genoptraening"]))
        for case in Case.objects.exclude(phase__in=["contact","intake"]):
            who={"case":case,"at":at,"by":"system:0"}
            of=r.choice(offers); u=r.choice(units)
            iv=Intervention.objects.create(number=90,title=of.title,form="course",offer=of,provider=of.provider,unit=u,by_name="x",**who)
            pl=ActionPlan.objects.create(number=90,kind="action_plan",state="draft",by_name="x",**who)
            for k in range(r.choice([1,1,2])):
                th=r.choice(["mobility","self-care","chores","relations"]); b=r.choice([2,2,3,3,3,4])
                g=Goal.objects.create(plan=pl,intervention=iv,place=k+1,kind="develop",frame="ffb",theme=th,title="Mål",level_start=b,level_expected=max(0,b-1),started_on=date(2026,1,5),**who)
                if r.random()<.85:
                    f,_=FollowUp.objects.get_or_create(number=90,case=case,defaults=dict(plan=pl,on=date(2026,7,1),provider_why_not="x",outcome="end",reason="x",by_name="x",at=at,by="system:0"))
                    a=max(0,b+r.choice([-2,-1,-1,-1,0,0,1])) if of.key!="bofaellesskab-tangen" else max(0,min(4,b+r.choice([-1,0,0,1])))
                    FollowUpGoal.objects.create(case=case,follow_up=f,goal=g,level_now=a,reached="yes" if a<b else "not_yet")
        import time; t0=time.time()
        from borgerfokus.apps.insight.actions import releasing
        releasing.EffectFigure.objects.filter(until=date(2026,10,1)).count()
    from django.db import connection
    import psycopg
    from tests import database
    with psycopg.connect(database.address(house.database, owner=True), autocommit=True) as c:
        c.execute("delete from insight_effectfigure"); c.execute("delete from insight_experiencefigure")
    with acting_as(S, purpose=Purpose.OPERATION, at=at):
        n=insight.publish_figures(at=at, day=at.date()); print("figures", n, time.time()-t0, EffectFigure.objects.filter(citizens__isnull=False).count())
    # an order
    th=People(house); karen=th.employee("Karen Lindvad")
    ids=th.cases_of(karen)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=at):
        iv=Intervention.objects.filter(case_id__in=ids, case__outcome="granted", case__phase="intervention").order_by("pk")[0]
        nab=Unit.objects.get(key="nabosund-genoptraening")
        goals=list(iv.goals.values_list("pk",flat=True))
        o=interventions.send_order(case_id=iv.case_id,new=interventions.NewOrder(intervention=iv.pk,unit=nab.pk,brief="Borgeren vil gerne ringes op dagen før.\nHar en hund, der er venlig.",goals=goals,start_wanted=date(2026,12,1),answer_by=date(2026,11,27),access_until=date(2027,6,1)),by=karen,at=at)
        iv2=Intervention.objects.filter(case_id__in=ids, case__outcome="granted", case__phase="intervention").order_by("pk")[1]
        o2=interventions.send_order(case_id=iv2.case_id,new=interventions.NewOrder(intervention=iv2.pk,unit=nab.pk,brief="Følg planen fra sygehuset.",goals=list(iv2.goals.values_list("pk",flat=True)),start_wanted=date(2026,12,1),answer_by=date(2026,11,27),access_until=date(2027,6,1)),by=karen,at=at)
        number=iv.case.number; kn=iv.case_id
    rikke=th.employee("Rikke Skovbo")
    with acting_as(rikke, purpose=Purpose.ORDER, at=at):
        interventions.answer_order(order_id=o2,answer=interventions.OrderAnswer(True),by=rikke,at=at)
        interventions.report_start(order_id=o2,on=at.date(),by=rikke,at=at)
        interventions.write_status_note(order_id=o2,new=interventions.NewStatusNote("Det går fremad, og hun kommer hver gang."),by=rikke,at=at)
    from borgerfokus.apps.dialogue.models import PhaseQuestion
    with th.looking():
        q=PhaseQuestion.objects.filter(closed_at__isnull=True).order_by("-pk").select_related("case")[0]
        off=Offer.objects.filter(replaced_at__isnull=True,key="hjemmevejleder")[0].key
        me=th.citizen(q.case.citizen_id)
    bir=th.employee("Birgitte Solgaard")
    S_=[Sample("effect", reverse("management:effect"), bir),
        Sample("effect-behov", reverse("management:effect", query={"efter":"behov","kun":"tilbud:hjemmevejleder"}), bir),
        Sample("experience", reverse("management:experience"), bir),
        Sample("orders", reverse("partner:orders"), rikke),
        Sample("order-new", reverse("partner:order", args=[o]), rikke),
        Sample("order-run", reverse("partner:order", args=[o2]), rikke),
        Sample("help", reverse("staff:help", args=[number]), karen),
        Sample("offer", reverse("staff:offer", args=[off]), bir),
        Sample("compare", reverse("staff:offers-compare", query=[("valg","hjemmevejleder"),("valg","mestring"),("behov","ffb/mobility:3")]), karen),
        Sample("citizen-case", reverse("citizen:case", args=[q.case.number]), me),
        Sample("citizen-exp", reverse("citizen:experience", args=[q.case.number,q.pk]), me),
        Sample("documents", reverse("staff:documents", args=[number]), karen),
        Sample("gallery", reverse("design:gallery-staff"), None)]
    return S_, {s.by.subject: session_of(s.by, house) for s in S_ if s.by}

def test_look(house):
    import os
    house.behind(small_demo.load, house)
    samples, sessions = house.behind(fill, house)
    for lang in ("da","en"):
        found = look_at(house, samples, sessions=sessions, language=lang)
        for f in found: print(f)
        with chromium() as b:
            for s in samples:
                seat=_seat(b, house, sessions.get(s.by.subject,"") if s.by else "", lang)
                for w in (WIDE, NARROW):
                    if lang=="en" and w==NARROW: continue
                    seat.page.set_viewport_size({"width":w,"height":900})
                    seat.page.goto(s.path)
                    seat.page.screenshot(path=f"/tmp/shots/{s.name}-{lang}-{w}.png", full_page=True)
