"""WSGI entry."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraken.settings")
application = get_wsgi_application()

from afspraken.opstarten import opstarten  # noqa: E402 - needs the loaded apps

opstarten()
