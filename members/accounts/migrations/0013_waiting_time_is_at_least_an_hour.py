import django.core.validators
from django.db import migrations, models


def lengthen(apps, schema_editor):
    """A waiting time of nothing becomes the shortest that there is."""
    apps.get_model("accounts", "LoginPolicy").objects.filter(waiting_hours=0).update(waiting_hours=1)


class Migration(migrations.Migration):
    """The time in which a new factor can be stopped is never nothing."""

    dependencies = [
        ("accounts", "0012_failing_senders"),
    ]

    operations = [
        migrations.RunPython(lengthen, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="loginpolicy",
            name="waiting_hours",
            field=models.PositiveSmallIntegerField(
                default=24,
                help_text="Så länge hinner den som äger kontot, eller en administratör, stoppa det.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(336),
                ],
                verbose_name="väntetid i timmar när någon har gått i god för en kollega",
            ),
        ),
        migrations.AddConstraint(
            model_name="loginpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("waiting_hours__gte", 1)), name="waiting_time_is_at_least_an_hour"
            ),
        ),
    ]
