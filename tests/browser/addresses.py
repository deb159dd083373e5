"""The addresses of the pages, on the knowledge base as it is shipped: each kind of page, in both languages."""

CORE = "community-manager,social-media-manager,social-media-strategist"

# One page of each kind: what looks at pages slowly looks at these.
KINDS = (
    "/",
    "/roles/",
    "/roles/social-media-manager/",
    "/duties/",
    "/duties/estrategia-de-social-media/",
    f"/compare/?roles={CORE}",
    "/compare/",
    "/matrix/",
    "/disagreements/",
    "/orgcharts/",
    "/orgcharts/agencia/",
    "/orgcharts/agencia/raci/",
    "/orgcharts/changes/?from=departamento&to=empresa",
    "/orgcharts/advisor/?setting=company&area=contenido&have=community-manager",
    "/sources/",
    "/sources/milca-peguero/",
    "/search/?q=calendario",
    "/nothing/",
)

# The same kinds in other states: narrowed, empty, refused, other rows.
STATES = (
    "/roles/gestor-de-redes-sociales/",
    "/roles/social-media-strategist/?source=ceupe",
    "/duties/?source=ceupe&agreement=single",
    "/duties/?area=nothing",
    "/duties/calendario-editorial/?source=ceupe&source=impactodual",
    f"/compare/?roles={CORE}&only=differences&compact=1",
    "/compare/?roles=community-manager",
    "/matrix/?columns=all&sort=name",
    "/disagreements/?source=ceupe&source=impactodual",
    "/orgcharts/?setting=company",
    "/orgcharts/empresa/",
    "/orgcharts/freelance/",
    "/orgcharts/freelance/embed/",
    "/orgcharts/freelance.html",
    "/orgcharts/changes/",
    "/orgcharts/advisor/",
    "/orgcharts/advisor/?have=nobody",
    "/sources/social-media-2018/",
    "/sources/que-es-un-social-media-manager/",
    "/search/",
    "/search/?q=zzz",
)

PREFIXES = {"es": "", "en": "/en"}


def in_language(language, paths):
    return [PREFIXES[language] + path for path in paths]
