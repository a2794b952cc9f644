"""WSGI entry; refuses to serve without the guards of the database."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraken.settings")
application = get_wsgi_application()

from afspraken.models.bewaking import bewaking_controleren  # noqa: E402 - needs the loaded apps
from afspraken.models.versiebewaking import versiebewaking_controleren  # noqa: E402

bewaking_controleren()
versiebewaking_controleren()
