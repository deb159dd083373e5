"""What every position of the shipped charts holds, worked out by hand.

Written from tests/responsibilities/expected_voices.py and fixtures/60_orgcharts.yaml by the rule of the glossary,
before the program was run on them. A line is a duty and the parts held in it: ``≠`` before a part on which the
documents differ, ``~`` before a duty that is held under a condition only, ``?`` in doubt only. Charts that hold the
same roles share a table.

What only a doubtful passage gives (the SMM's relations with the community and her listening) is marked and not held,
like what is said under a condition only.
"""

SMS = """
estrategia-de-social-media        ≠plans
seleccion-de-plataformas          ≠decides
acciones-estrategicas             decides
temas-de-contenido                decides
analisis-de-la-marca              ≠analyses
tono-y-personalidad               decides
pautas-de-trabajo                 decides
direccion-del-departamento        decides
"""

SMM = """
estrategia-de-social-media        ≠plans
objetivos                         decides
seleccion-de-plataformas          ≠decides
acciones-estrategicas             plans
implementacion-de-la-estrategia   supervises
ajuste-de-la-estrategia           decides
plan-de-marketing-digital         analyses plans
plan-de-comunicacion              plans
acciones-seo                      ~decides
estrategia-de-contenidos          plans
calendario-editorial              ≠plans
horas-de-publicacion              plans
creacion-de-contenido             ≠executes
redaccion-de-textos               executes
produccion-de-foto-y-video        supervises
publicacion-y-programacion        ≠executes
gestion-de-perfiles               ≠executes
estrategia-de-comunidad           plans
relaciones-con-la-comunidad       ?executes
dinamizacion-de-la-comunidad      executes
atencion-al-cliente               executes
escucha-activa                    ?analyses
plan-de-crisis                    plans
campanas-y-promociones            analyses plans
anuncios-en-redes                 plans
eventos-y-lanzamientos            plans
analisis-del-mercado              ≠analyses
analisis-de-la-competencia        ≠analyses
analisis-de-la-marca              ≠analyses
conocimiento-del-sector           analyses
publico-objetivo                  decides
estudio-de-los-canales            analyses
analisis-de-resultados            ≠analyses
informes                          analyses
indicadores-y-conversiones        decides supervises
analitica-web                     ~analyses
branding                          plans
tono-y-personalidad               plans
relacion-con-influencers          decides
alianzas-estrategicas             executes
coordinacion-con-departamentos    executes
informacion-a-la-direccion        executes
coordinacion-del-equipo           analyses supervises
pautas-de-trabajo                 decides
direccion-del-departamento        executes
presupuesto                       decides supervises
seleccion-de-herramientas         decides
"""

# Of the calendar the CM has three parts that nobody disputes: it is held firmly.
CM = """
estrategia-de-social-media        ~plans
implementacion-de-la-estrategia   executes
estrategia-del-blog               plans
calendario-editorial              analyses decides executes ≠plans
creacion-de-contenido             ≠executes
curacion-de-contenidos            executes
publicacion-y-programacion        ≠executes
gestion-de-perfiles               ≠executes
gestion-de-la-comunidad           executes
relaciones-con-la-comunidad       executes
dinamizacion-de-la-comunidad      executes
bienvenida-a-nuevos-miembros      executes
fidelizacion-de-la-comunidad      executes
atencion-al-cliente               executes
moderacion-de-comentarios         executes
gestion-de-quejas                 executes
escalado-de-incidencias           executes
defensa-del-cliente               executes
reputacion-en-linea               analyses executes
escucha-activa                    analyses
analisis-del-sentimiento          analyses
gestion-de-crisis                 executes
anuncios-en-redes                 executes
publicidad-de-oportunidad         executes
analisis-del-mercado              ≠analyses
analisis-de-la-competencia        ≠analyses
publico-objetivo                  analyses
analisis-de-resultados            ≠analyses
recopilacion-de-metricas          executes
informes                          executes
satisfaccion-de-los-clientes      analyses
branding                          executes
visibilidad-de-la-marca           executes
relacion-con-influencers          executes
"""

# One person who is SMM and SMS.
TWO_IN_ONE = """
estrategia-de-social-media        ≠plans
objetivos                         decides
seleccion-de-plataformas          ≠decides
acciones-estrategicas             decides plans
implementacion-de-la-estrategia   supervises
ajuste-de-la-estrategia           decides
plan-de-marketing-digital         analyses plans
plan-de-comunicacion              plans
acciones-seo                      ~decides
estrategia-de-contenidos          plans
temas-de-contenido                decides
calendario-editorial              ≠plans
horas-de-publicacion              plans
creacion-de-contenido             ≠executes
redaccion-de-textos               executes
produccion-de-foto-y-video        supervises
publicacion-y-programacion        ≠executes
gestion-de-perfiles               ≠executes
estrategia-de-comunidad           plans
relaciones-con-la-comunidad       ?executes
dinamizacion-de-la-comunidad      executes
atencion-al-cliente               executes
escucha-activa                    ?analyses
plan-de-crisis                    plans
campanas-y-promociones            analyses plans
anuncios-en-redes                 plans
eventos-y-lanzamientos            plans
analisis-del-mercado              ≠analyses
analisis-de-la-competencia        ≠analyses
analisis-de-la-marca              ≠analyses
conocimiento-del-sector           analyses
publico-objetivo                  decides
estudio-de-los-canales            analyses
analisis-de-resultados            ≠analyses
informes                          analyses
indicadores-y-conversiones        decides supervises
analitica-web                     ~analyses
branding                          plans
tono-y-personalidad               decides plans
relacion-con-influencers          decides
alianzas-estrategicas             executes
coordinacion-con-departamentos    executes
informacion-a-la-direccion        executes
coordinacion-del-equipo           analyses supervises
pautas-de-trabajo                 decides
direccion-del-departamento        decides executes
presupuesto                       decides supervises
seleccion-de-herramientas         decides
"""

# One person who is all three.
THREE_IN_ONE = """
estrategia-de-social-media        ≠plans
objetivos                         decides
seleccion-de-plataformas          ≠decides
acciones-estrategicas             decides plans
implementacion-de-la-estrategia   executes supervises
ajuste-de-la-estrategia           decides
plan-de-marketing-digital         analyses plans
plan-de-comunicacion              plans
acciones-seo                      ~decides
estrategia-de-contenidos          plans
temas-de-contenido                decides
estrategia-del-blog               plans
calendario-editorial              analyses decides executes ≠plans
horas-de-publicacion              plans
creacion-de-contenido             ≠executes
redaccion-de-textos               executes
produccion-de-foto-y-video        supervises
curacion-de-contenidos            executes
publicacion-y-programacion        ≠executes
gestion-de-perfiles               ≠executes
gestion-de-la-comunidad           executes
estrategia-de-comunidad           plans
relaciones-con-la-comunidad       executes
dinamizacion-de-la-comunidad      executes
bienvenida-a-nuevos-miembros      executes
fidelizacion-de-la-comunidad      executes
atencion-al-cliente               executes
moderacion-de-comentarios         executes
gestion-de-quejas                 executes
escalado-de-incidencias           executes
defensa-del-cliente               executes
reputacion-en-linea               analyses executes
escucha-activa                    analyses
analisis-del-sentimiento          analyses
plan-de-crisis                    plans
gestion-de-crisis                 executes
campanas-y-promociones            analyses plans
anuncios-en-redes                 executes plans
publicidad-de-oportunidad         executes
eventos-y-lanzamientos            plans
analisis-del-mercado              ≠analyses
analisis-de-la-competencia        ≠analyses
analisis-de-la-marca              ≠analyses
conocimiento-del-sector           analyses
publico-objetivo                  analyses decides
estudio-de-los-canales            analyses
analisis-de-resultados            ≠analyses
recopilacion-de-metricas          executes
informes                          analyses executes
indicadores-y-conversiones        decides supervises
analitica-web                     ~analyses
satisfaccion-de-los-clientes      analyses
branding                          executes plans
tono-y-personalidad               decides plans
visibilidad-de-la-marca           executes
relacion-con-influencers          decides executes
alianzas-estrategicas             executes
coordinacion-con-departamentos    executes
informacion-a-la-direccion        executes
coordinacion-del-equipo           analyses supervises
pautas-de-trabajo                 decides
direccion-del-departamento        decides executes
presupuesto                       decides supervises
seleccion-de-herramientas         decides
"""

DEPARTMENT = {"sms": SMS, "smm": SMM, "cm": CM}
MERGED = {"sms-smm": TWO_IN_ONE, "cm": CM}
ALONE = {"una-persona": THREE_IN_ONE}
HOLDINGS = {
    "departamento": DEPARTMENT,
    "dos-perfiles": {"smm": SMM, "cm": CM},
    "estratega-y-manager": MERGED,
    "agencia": DEPARTMENT,
    "agencia-dos-puestos": MERGED,
    "empresa": {"sms": SMS, "cm": CM},
    "pyme": ALONE,
    "freelance": ALONE,
}

# By area: strategy, content, community, reputation, campaigns, analysis, relations, team.
LOADS = {
    SMS: (3, 1, 0, 0, 0, 1, 1, 2),
    SMM: (8, 8, 3, 1, 3, 9, 6, 5),
    CM: (1, 6, 10, 4, 2, 7, 3, 0),
    TWO_IN_ONE: (8, 9, 3, 1, 3, 9, 6, 5),
    THREE_IN_ONE: (8, 11, 11, 5, 4, 11, 7, 5),
}

# Only the gestor de redes sociales has these, the first under a condition.
GESTORS = ["estrategia-de-la-empresa", "reduccion-de-la-insatisfaccion", "decisiones-en-tiempo-real"]
GESTORS += ["registro-de-preferencias"]
UNCOVERED = {
    "departamento": GESTORS,
    "dos-perfiles": [GESTORS[0], "temas-de-contenido", *GESTORS[1:]],
    "estratega-y-manager": GESTORS,
    "agencia": GESTORS,
    "agencia-dos-puestos": GESTORS,
    "empresa": [
        "objetivos", "ajuste-de-la-estrategia", "plan-de-marketing-digital", "plan-de-comunicacion", "acciones-seo",
        "estrategia-de-la-empresa",
        "estrategia-de-contenidos", "horas-de-publicacion", "redaccion-de-textos", "produccion-de-foto-y-video",
        "estrategia-de-comunidad", "reduccion-de-la-insatisfaccion",
        "plan-de-crisis", "decisiones-en-tiempo-real",
        "campanas-y-promociones", "eventos-y-lanzamientos",
        "conocimiento-del-sector", "estudio-de-los-canales", "indicadores-y-conversiones", "analitica-web",
        "registro-de-preferencias",
        "alianzas-estrategicas", "coordinacion-con-departamentos", "informacion-a-la-direccion",
        "coordinacion-del-equipo", "presupuesto", "seleccion-de-herramientas",
    ],
    "pyme": GESTORS,
    "freelance": GESTORS,
}  # fmt: skip

# Where the SMM is, she has two duties under a condition only.
CONDITIONAL = {chart: [] if chart == "empresa" else ["acciones-seo", "analitica-web"] for chart in HOLDINGS}

# The same in all charts: whichever of the claimants a chart has, the documents give the part to another one too.
DISPUTED = [
    "estrategia-de-social-media", "seleccion-de-plataformas", "creacion-de-contenido", "publicacion-y-programacion",
    "gestion-de-perfiles", "analisis-del-mercado", "analisis-de-la-competencia", "analisis-de-la-marca",
    "analisis-de-resultados",
]  # fmt: skip

# What SMM and CM both do, and what SMS and SMM both do.
SMM_AND_CM = """
calendario-editorial              plans
creacion-de-contenido             executes
publicacion-y-programacion        executes
gestion-de-perfiles               executes
dinamizacion-de-la-comunidad      executes
atencion-al-cliente               executes
analisis-del-mercado              analyses
analisis-de-la-competencia        analyses
analisis-de-resultados            analyses
"""
SMS_AND_SMM = """
estrategia-de-social-media        plans
seleccion-de-plataformas          decides
analisis-de-la-marca              analyses
pautas-de-trabajo                 decides
"""
TWICE = {
    "departamento": {("sms", "smm"): SMS_AND_SMM, ("smm", "cm"): SMM_AND_CM},
    "dos-perfiles": {("smm", "cm"): SMM_AND_CM},
    "estratega-y-manager": {("sms-smm", "cm"): SMM_AND_CM},
    "agencia": {("sms", "smm"): SMS_AND_SMM, ("smm", "cm"): SMM_AND_CM},
    "agencia-dos-puestos": {("sms-smm", "cm"): SMM_AND_CM},
    "empresa": {},
    "pyme": {},
    "freelance": {},
}

# Who could take what nobody holds in the company: nobody, the SMM, the gestor. Of less dissatisfaction the one document
# does not say whose work it is: in doubt only, so nobody holds it.
TAKERS_IN_THE_COMPANY = dict.fromkeys(UNCOVERED["empresa"], ("social-media-manager",)) | {
    "acciones-seo": (),
    "analitica-web": (),
    "estrategia-de-la-empresa": (),
    "reduccion-de-la-insatisfaccion": (),
    "decisiones-en-tiempo-real": ("gestor-de-redes-sociales",),
    "registro-de-preferencias": ("gestor-de-redes-sociales",),
    "conocimiento-del-sector": ("social-media-manager", "gestor-de-redes-sociales"),
    "indicadores-y-conversiones": ("social-media-manager", "gestor-de-redes-sociales"),
}  # fmt: skip
