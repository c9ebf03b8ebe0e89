"""All addresses. Each place keeps its own list; every address stands in the permission matrix of the tests."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("borgerfokus.web.public.urls")),
    path("", include("borgerfokus.foundation.login.urls")),
    path("min/", include("borgerfokus.web.citizen.urls")),
    path("sag/", include("borgerfokus.web.staff.urls")),
    path("ledelse/", include("borgerfokus.web.management.urls")),
    path("partner/", include("borgerfokus.web.partner.urls")),
    path("styring/", include("borgerfokus.web.admin.urls")),
    path("design/", include("borgerfokus.web.design.urls")),
    path("api/", include("borgerfokus.api.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo-login/", include("borgerfokus.foundation.login.demo_provider.urls")))

handler400 = "borgerfokus.web.design.errors.handler400"
handler403 = "borgerfokus.web.design.errors.handler403"
handler404 = "borgerfokus.web.design.errors.handler404"
handler500 = "borgerfokus.web.design.errors.handler500"
