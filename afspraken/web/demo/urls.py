"""Addresses of the demo day."""

from __future__ import annotations

from django.urls import path

from . import dag

urlpatterns = [path("", dag.demo_dag, name="demo_dag")]
