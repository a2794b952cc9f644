"""WSGI entry; refuses to serve without the overlap guards."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraken.settings")
application = get_wsgi_application()

from afspraken.models.bewaking import bewaking_controleren  # noqa: E402 - needs the loaded apps

bewaking_controleren()
