"""ASGI entry. Live streams stand before the site."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraken.settings")
os.environ.setdefault("AFSPRAKEN_VERBINDINGEN", "20")
site = get_asgi_application()

from afspraken.opstarten import opstarten  # noqa: E402 - needs the loaded apps
from afspraken.web.live.stromen import MetStromen  # noqa: E402

opstarten()
application = MetStromen(site)
