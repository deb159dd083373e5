"""What the REST framework and its satellites are told."""

ERRORS = ["400", "404", "406", "414", "500", "503"]

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "web.api.schema.Schema",
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
}

DRF_STANDARDIZED_ERRORS = {
    "EXCEPTION_HANDLER_CLASS": "config.api_errors.ApiExceptionHandler",
    "ALLOWED_ERROR_STATUS_CODES": ERRORS,
    "ERROR_SCHEMAS": dict.fromkeys(ERRORS, "web.api.schema.ErrorsSerializer"),
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Who does what",  # tools make the name of a package of it: ASCII
    "VERSION": "1.0.0",
    "DESCRIPTION": (
        "Who does what in a social media department, and which document says so. Read-only, for everybody.\n\n"
        "Texts are in Spanish, or in English with `?lang=en` or `Accept-Language: en`. A parameter that an address "
        "does not know, an empty one and an unknown value are a 400 that names it. What has another slug now is a 301 "
        "to the same address with the new one, in filters too. Every answer has an `ETag`."
    ),
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_NAME_OVERRIDES": {
        "Agreement": "responsibilities.api.serializers.AGREEMENTS",
        "Derivation": "sources.models.Derivation",
        "ErrorType": "web.api.schema.ERROR_TYPES",
        "Hedge": "responsibilities.models.Hedge",
        "Horizon": "responsibilities.models.Horizon",
        "Involvement": "responsibilities.models.Involvement",
        "Language": "sources.models.Language",
        "Placement": "orgcharts.models.Placement",
        "Setting": "orgcharts.models.Setting",
        "Standing": "sources.models.Standing",
        "TraitKind": "roles.models.TraitKind",
    },
    "POSTPROCESSING_HOOKS": ["drf_standardized_errors.openapi_hooks.postprocess_schema_enums"],
}
