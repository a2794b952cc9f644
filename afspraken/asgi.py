"""ASGI entry; refuses to serve without the guards of the database. Live streams stand before the site."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraken.settings")
os.environ.setdefault("AFSPRAKEN_VERBINDINGEN", "20")
site = get_asgi_application()

from django.db import connection  # noqa: E402 - needs the settings
from django.urls import get_resolver  # noqa: E402

from afspraken.models.bewaking import bewaking_controleren  # noqa: E402 - needs the loaded apps
from afspraken.models.versiebewaking import versiebewaking_controleren  # noqa: E402
from afspraken.web.live.stromen import MetStromen  # noqa: E402

bewaking_controleren()
versiebewaking_controleren()
connection.close()  # this thread asks nothing more
get_resolver().url_patterns  # noqa: B018 - reads every view now, so that the first visitor does not wait for it
application = MetStromen(site)
