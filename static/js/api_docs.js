"use strict";

// Starts Swagger UI on the page to try the API. Nothing is fetched from outside: no validator, no remote fonts.
addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("swagger-ui");
  window.SwaggerUIBundle({
    url: place.dataset.schema,
    domNode: place,
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: "list",
    layout: "BaseLayout",
    presets: [window.SwaggerUIBundle.presets.apis],
    supportedSubmitMethods: ["get"],
    tryItOutEnabled: true,
    validatorUrl: null,
  });
});
