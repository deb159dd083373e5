"""Rows get a memory of what they were called before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("model", models.CharField(max_length=60, verbose_name="model")),
                ("slug", models.CharField(max_length=80, verbose_name="slug")),
                ("row", models.BigIntegerField(verbose_name="row")),
            ],
            options={
                "verbose_name": "former slug",
                "verbose_name_plural": "former slugs",
                "ordering": ["model", "slug"],
                "constraints": [
                    models.UniqueConstraint(fields=("model", "slug"), name="former_slug_once"),
                    models.CheckConstraint(
                        condition=models.Q(("model", ""), _negated=True),
                        name="former_slug_model_filled",
                        violation_error_message="This text may not be empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True),
                        name="former_slug_filled",
                        violation_error_message="This text may not be empty.",
                    ),
                ],
            },
        ),
    ]
