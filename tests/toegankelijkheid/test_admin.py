"""Catalogues can be kept by hand; what was agreed for a person cannot be seen there."""

from django.contrib import admin

from toegankelijkheid import models


def test_alleen_de_catalogi_staan_in_het_beheer():
    beheerd = {model for model in admin.site._registry if model._meta.app_label == "toegankelijkheid"}
    assert beheerd == {models.Behoefte, models.Specialisme, models.Bekwaamheid}


def test_een_behoefte_wordt_uitgezet_en_niet_verwijderd(rf):
    beheer = admin.site._registry[models.Behoefte]
    assert not beheer.has_delete_permission(rf.get("/"))
