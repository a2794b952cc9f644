from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("locaties", "0003_engels_voor_bereikbaarheid"),
    ]

    operations = [
        migrations.AddField(
            model_name="locatiedag",
            name="rooster",
            field=models.PositiveBigIntegerField(default=0),
        ),
    ]
