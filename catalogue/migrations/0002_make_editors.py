"""The group “Editores”: may do everything to content, nothing to users, groups or what was loaded."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GROUP = "Editores"
CONTENT = ["sources", "roles", "responsibilities", "orgcharts"]


def make_editors(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the group with the permissions of every content model; those are made too, if nobody did yet."""
    using = schema_editor.connection.alias
    for label in CONTENT:
        app = apps.get_app_config(label)
        # The stand-in of an app in a migration has no models module, and without one nothing is made.
        app.models_module = True
        create_permissions(app, apps=apps, verbosity=0, using=using)
        app.models_module = None
    group, _made = apps.get_model("auth", "Group").objects.using(using).get_or_create(name=GROUP)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    group.permissions.add(*permissions.filter(content_type__app_label__in=CONTENT))


def remove_editors(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the group away; its members lose what it gave them."""
    apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias).filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0001_initial"),
        ("sources", "0001_initial"),
        ("roles", "0001_initial"),
        ("responsibilities", "0001_initial"),
        ("orgcharts", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make_editors, remove_editors)]
