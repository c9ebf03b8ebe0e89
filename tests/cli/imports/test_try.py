import time, cProfile, pstats, os
def test_it(town):
    n=int(os.environ.get("N","2000"))
    def c(i):
        d, m, y = 61 + i % 28, 1 + i // 28 % 12, 50 + i // 336 % 40
        return f"{d:02d}{m:02d}{y:02d}{i % 4000:04d}"
    rows=[dict(cpr=c(i),given="Mads",family="Ellekjær",street="Vej 1",postcode="9999",city="F",municipality="9990",moved_in="2020-01-01") for i in range(n)]
    t=time.time(); o=town.load("citizens",*rows); print("citizens", time.time()-t, o.tallies)
    t=time.time(); o=town.load("citizens",*rows); print("citizens again", time.time()-t, o.tallies)
    ph=["intake","information","assessment","decision","intervention"]
    rows=[dict(old_number=f"O{i}",type="sel-85",cpr=c(i),unit="",source="phone",need="x",received="2026-10-05",phase=ph[i%5],outcome="granted" if i%5==4 else "",decided="2026-10-25" if i%5==4 else "",note="En note" if i%2 else "") for i in range(n)]
    t=time.time()
    if os.environ.get("PROF"):
        pr=cProfile.Profile(); pr.enable()
    o=town.load("cases",*rows); print("cases", time.time()-t, o.tallies, o.problems[:2])
    if os.environ.get("PROF"):
        pr.disable(); pstats.Stats(pr).sort_stats("cumtime").print_stats(45)
    t=time.time(); o=town.load("cases",*rows); print("cases again", time.time()-t, o.tallies)
    assert 0
