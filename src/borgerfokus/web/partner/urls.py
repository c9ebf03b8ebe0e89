"""Addresses of those who give help that was ordered: other municipalities, private providers, own units."""

from django.urls import path

from borgerfokus.web.partner.views import order, orders, users

app_name = "partner"
urlpatterns = [
    path("", orders.orders, name="orders"),
    path("brugere/", users.users, name="users"),
    path("bestilling/<int:order_id>/", order.order, name="order"),
    path("bestilling/<int:order_id>/fil/<int:file_id>/", order.document, name="document"),
]
