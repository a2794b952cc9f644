"""A key for the phone number and one for the e-mail address, where there was one for whichever came first."""

import hmac
from hashlib import sha256

from django.conf import settings
from django.db import migrations, models


def _sleutel(adres):
    return hmac.new(settings.ADRES_SLEUTEL.encode(), adres.encode(), sha256).hexdigest() if adres else ""


def sleutels_maken(apps, schema_editor):
    """Make both keys of everybody we still know."""
    bekend = apps.get_model("afspraken", "Contact").objects.exclude(telefoon="", email="")
    for contact in bekend.iterator():
        contact.telefoonsleutel = _sleutel(contact.telefoon)
        contact.emailsleutel = _sleutel(contact.email.lower())
        contact.save(update_fields=["telefoonsleutel", "emailsleutel"])


class Migration(migrations.Migration):
    dependencies = [
        ("afspraken", "0004_adresteller"),
    ]

    operations = [
        migrations.RenameField(model_name="contact", old_name="adressleutel", new_name="telefoonsleutel"),
        migrations.AlterField(
            model_name="contact",
            name="telefoonsleutel",
            field=models.CharField(
                blank=True, db_index=True, help_text="keyed hash van het telefoonnummer", max_length=64
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="emailsleutel",
            field=models.CharField(
                blank=True,
                db_index=True,
                default="",
                help_text="keyed hash van het e-mailadres",
                max_length=64,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(sleutels_maken, migrations.RunPython.noop),
    ]
