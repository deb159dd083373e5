"""What was loaded until now came with the program: it becomes the shipped collection's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0003_hold_rules_in_plain_sql"),
    ]

    operations = [
        migrations.AddField(
            model_name="loadedrow",
            name="collection",
            field=models.CharField(default="shipped", max_length=80, verbose_name="collection"),
            preserve_default=False,
        ),
        migrations.AlterModelOptions(
            name="loadedrow",
            options={
                "ordering": ["collection", "model", "key"],
                "verbose_name": "loaded row",
                "verbose_name_plural": "loaded rows",
            },
        ),
        migrations.RemoveConstraint(model_name="loadedrow", name="loaded_row_once"),
        migrations.AddConstraint(
            model_name="loadedrow",
            constraint=models.UniqueConstraint(fields=("collection", "model", "key"), name="loaded_row_once"),
        ),
        migrations.AddConstraint(
            model_name="loadedrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("collection", ""), _negated=True),
                name="loaded_row_collection_filled",
                violation_error_message="This text may not be empty.",
            ),
        ),
    ]
