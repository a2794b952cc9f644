"""Addresses for who carries our messages."""

from __future__ import annotations

from django.urls import path

from . import sms_status

urlpatterns = [path("sms/", sms_status.provider_sms_status, name="provider_sms_status")]
