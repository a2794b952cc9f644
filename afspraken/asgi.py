"""ASGI entry; refuses to serve without the overlap guards."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraken.settings")
application = get_asgi_application()

from afspraken.models.bewaking import bewaking_controleren  # noqa: E402 - needs the loaded apps

bewaking_controleren()
