"""Addresses of those who give help that was ordered: other municipalities, private providers, own units."""

from django.urls import path

from borgerfokus.web.partner.views import appointments, order, orders, users

app_name = "partner"
urlpatterns = [
    path("", orders.orders, name="orders"),
    path("brugere/", users.users, name="users"),
    path("aftaler/", appointments.every, name="appointments"),
    path("aftaler/<int:appointment_id>/", appointments.one, name="appointment"),
    path("bestilling/<int:order_id>/aftale/<slug:key>/", appointments.book, name="appointment-new"),
    path("bestilling/<int:order_id>/", order.order, name="order"),
    path("bestilling/<int:order_id>/fil/<int:file_id>/", order.document, name="document"),
]
