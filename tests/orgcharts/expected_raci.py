"""The RACI matrix of the shipped charts, worked out by hand.

Written from tests/responsibilities/expected_voices.py and fixtures/60_orgcharts.yaml by the rule of
docs/adr/0021-raci-from-involvements.md, before the program was run on them. ``≠`` after a letter: the documents differ
on it. ``~``, ``?``: a part under a condition only or in doubt only, so no letter of its own. ``·``: nothing. Charts
with the same roles share a table.
"""

# CM under SMM under SMS.
DEPARTMENT = """
                                  sms smm cm
estrategia-de-social-media        R≠  R≠  ~
objetivos                         I   AR  ·
seleccion-de-plataformas          A≠R≠ A≠R≠ ·
acciones-estrategicas             A   R   ·
implementacion-de-la-estrategia   ·   A   R
ajuste-de-la-estrategia           I   AR  ·
plan-de-marketing-digital         I   R   ·
plan-de-comunicacion              I   R   ·
acciones-seo                      ·   ~   ·
estrategia-de-la-empresa          ·   ·   ·
estrategia-de-contenidos          I   R   ·
temas-de-contenido                AR  ·   ·
estrategia-del-blog               ·   I   R
calendario-editorial              I   R≠  AR
horas-de-publicacion              I   R   ·
creacion-de-contenido             I   R≠  R≠
redaccion-de-textos               I   R   ·
produccion-de-foto-y-video        I   AR  ·
curacion-de-contenidos            ·   I   R
publicacion-y-programacion        I   R≠  R≠
gestion-de-perfiles               I   R≠  R≠
gestion-de-la-comunidad           ·   I   R
estrategia-de-comunidad           I   R   ·
relaciones-con-la-comunidad       ·   I?  R
dinamizacion-de-la-comunidad      I   R   R
bienvenida-a-nuevos-miembros      ·   I   R
fidelizacion-de-la-comunidad      ·   I   R
atencion-al-cliente               I   R   R
moderacion-de-comentarios         ·   I   R
gestion-de-quejas                 ·   I   R
reduccion-de-la-insatisfaccion    ·   ·   ·
escalado-de-incidencias           ·   I   R
defensa-del-cliente               ·   I   R
reputacion-en-linea               ·   I   R
escucha-activa                    ·   I?  R
analisis-del-sentimiento          ·   I   R
plan-de-crisis                    I   R   ·
gestion-de-crisis                 ·   I   R
decisiones-en-tiempo-real         ·   ·   ·
campanas-y-promociones            I   R   ·
anuncios-en-redes                 I   R   R
publicidad-de-oportunidad         ·   I   R
eventos-y-lanzamientos            I   R   ·
analisis-del-mercado              I   R≠  R≠
analisis-de-la-competencia        I   R≠  R≠
analisis-de-la-marca              R≠  R≠  ·
conocimiento-del-sector           I   R   ·
publico-objetivo                  I   AR  R
estudio-de-los-canales            I   R   ·
analisis-de-resultados            I   R≠  R≠
recopilacion-de-metricas          ·   I   R
informes                          ·   C   R
indicadores-y-conversiones        I   AR  ·
analitica-web                     ·   ~   ·
satisfaccion-de-los-clientes      ·   I   R
registro-de-preferencias          ·   ·   ·
branding                          I   R   R
tono-y-personalidad               A   R   ·
visibilidad-de-la-marca           ·   I   R
relacion-con-influencers          ·   A   R
alianzas-estrategicas             I   R   ·
coordinacion-con-departamentos    I   R   ·
informacion-a-la-direccion        I   R   ·
coordinacion-del-equipo           I   AR  ·
pautas-de-trabajo                 AR  AR  ·
direccion-del-departamento        A   R   ·
presupuesto                       I   AR  ·
seleccion-de-herramientas         I   AR  ·
"""

# CM under SMM; nobody sets the course above.
TWO_PROFILES = """
                                  smm cm
estrategia-de-social-media        R≠  ~
objetivos                         AR  ·
seleccion-de-plataformas          A≠R≠ ·
acciones-estrategicas             R   ·
implementacion-de-la-estrategia   A   R
ajuste-de-la-estrategia           AR  ·
plan-de-marketing-digital         R   ·
plan-de-comunicacion              R   ·
acciones-seo                      ~   ·
estrategia-de-la-empresa          ·   ·
estrategia-de-contenidos          R   ·
temas-de-contenido                ·   ·
estrategia-del-blog               I   R
calendario-editorial              R≠  AR
horas-de-publicacion              R   ·
creacion-de-contenido             R≠  R≠
redaccion-de-textos               R   ·
produccion-de-foto-y-video        AR  ·
curacion-de-contenidos            I   R
publicacion-y-programacion        R≠  R≠
gestion-de-perfiles               R≠  R≠
gestion-de-la-comunidad           I   R
estrategia-de-comunidad           R   ·
relaciones-con-la-comunidad       I?  R
dinamizacion-de-la-comunidad      R   R
bienvenida-a-nuevos-miembros      I   R
fidelizacion-de-la-comunidad      I   R
atencion-al-cliente               R   R
moderacion-de-comentarios         I   R
gestion-de-quejas                 I   R
reduccion-de-la-insatisfaccion    ·   ·
escalado-de-incidencias           I   R
defensa-del-cliente               I   R
reputacion-en-linea               I   R
escucha-activa                    I?  R
analisis-del-sentimiento          I   R
plan-de-crisis                    R   ·
gestion-de-crisis                 I   R
decisiones-en-tiempo-real         ·   ·
campanas-y-promociones            R   ·
anuncios-en-redes                 R   R
publicidad-de-oportunidad         I   R
eventos-y-lanzamientos            R   ·
analisis-del-mercado              R≠  R≠
analisis-de-la-competencia        R≠  R≠
analisis-de-la-marca              R≠  ·
conocimiento-del-sector           R   ·
publico-objetivo                  AR  R
estudio-de-los-canales            R   ·
analisis-de-resultados            R≠  R≠
recopilacion-de-metricas          I   R
informes                          C   R
indicadores-y-conversiones        AR  ·
analitica-web                     ~   ·
satisfaccion-de-los-clientes      I   R
registro-de-preferencias          ·   ·
branding                          R   R
tono-y-personalidad               R   ·
visibilidad-de-la-marca           I   R
relacion-con-influencers          A   R
alianzas-estrategicas             R   ·
coordinacion-con-departamentos    R   ·
informacion-a-la-direccion        R   ·
coordinacion-del-equipo           AR  ·
pautas-de-trabajo                 AR  ·
direccion-del-departamento        R   ·
presupuesto                       AR  ·
seleccion-de-herramientas         AR  ·
"""

# CM under one person who is SMM and SMS.
MERGED = """
                                  sms-smm cm
estrategia-de-social-media        R≠  ~
objetivos                         AR  ·
seleccion-de-plataformas          A≠R≠ ·
acciones-estrategicas             AR  ·
implementacion-de-la-estrategia   A   R
ajuste-de-la-estrategia           AR  ·
plan-de-marketing-digital         R   ·
plan-de-comunicacion              R   ·
acciones-seo                      ~   ·
estrategia-de-la-empresa          ·   ·
estrategia-de-contenidos          R   ·
temas-de-contenido                AR  ·
estrategia-del-blog               I   R
calendario-editorial              R≠  AR
horas-de-publicacion              R   ·
creacion-de-contenido             R≠  R≠
redaccion-de-textos               R   ·
produccion-de-foto-y-video        AR  ·
curacion-de-contenidos            I   R
publicacion-y-programacion        R≠  R≠
gestion-de-perfiles               R≠  R≠
gestion-de-la-comunidad           I   R
estrategia-de-comunidad           R   ·
relaciones-con-la-comunidad       I?  R
dinamizacion-de-la-comunidad      R   R
bienvenida-a-nuevos-miembros      I   R
fidelizacion-de-la-comunidad      I   R
atencion-al-cliente               R   R
moderacion-de-comentarios         I   R
gestion-de-quejas                 I   R
reduccion-de-la-insatisfaccion    ·   ·
escalado-de-incidencias           I   R
defensa-del-cliente               I   R
reputacion-en-linea               I   R
escucha-activa                    I?  R
analisis-del-sentimiento          I   R
plan-de-crisis                    R   ·
gestion-de-crisis                 I   R
decisiones-en-tiempo-real         ·   ·
campanas-y-promociones            R   ·
anuncios-en-redes                 R   R
publicidad-de-oportunidad         I   R
eventos-y-lanzamientos            R   ·
analisis-del-mercado              R≠  R≠
analisis-de-la-competencia        R≠  R≠
analisis-de-la-marca              R≠  ·
conocimiento-del-sector           R   ·
publico-objetivo                  AR  R
estudio-de-los-canales            R   ·
analisis-de-resultados            R≠  R≠
recopilacion-de-metricas          I   R
informes                          C   R
indicadores-y-conversiones        AR  ·
analitica-web                     ~   ·
satisfaccion-de-los-clientes      I   R
registro-de-preferencias          ·   ·
branding                          R   R
tono-y-personalidad               AR  ·
visibilidad-de-la-marca           I   R
relacion-con-influencers          A   R
alianzas-estrategicas             R   ·
coordinacion-con-departamentos    R   ·
informacion-a-la-direccion        R   ·
coordinacion-del-equipo           AR  ·
pautas-de-trabajo                 AR  ·
direccion-del-departamento        AR  ·
presupuesto                       AR  ·
seleccion-de-herramientas         AR  ·
"""

# A CM, and an SMS from outside; no SMM, and no document says that the one reports to the other.
COMPANY = """
                                  sms cm
estrategia-de-social-media        R≠  ~
objetivos                         ·   ·
seleccion-de-plataformas          A≠R≠ ·
acciones-estrategicas             A   ·
implementacion-de-la-estrategia   ·   R
ajuste-de-la-estrategia           ·   ·
plan-de-marketing-digital         ·   ·
plan-de-comunicacion              ·   ·
acciones-seo                      ·   ·
estrategia-de-la-empresa          ·   ·
estrategia-de-contenidos          ·   ·
temas-de-contenido                AR  ·
estrategia-del-blog               ·   R
calendario-editorial              ·   AR
horas-de-publicacion              ·   ·
creacion-de-contenido             ·   R≠
redaccion-de-textos               ·   ·
produccion-de-foto-y-video        ·   ·
curacion-de-contenidos            ·   R
publicacion-y-programacion        ·   R≠
gestion-de-perfiles               ·   R≠
gestion-de-la-comunidad           ·   R
estrategia-de-comunidad           ·   ·
relaciones-con-la-comunidad       ·   R
dinamizacion-de-la-comunidad      ·   R
bienvenida-a-nuevos-miembros      ·   R
fidelizacion-de-la-comunidad      ·   R
atencion-al-cliente               ·   R
moderacion-de-comentarios         ·   R
gestion-de-quejas                 ·   R
reduccion-de-la-insatisfaccion    ·   ·
escalado-de-incidencias           ·   R
defensa-del-cliente               ·   R
reputacion-en-linea               ·   R
escucha-activa                    ·   R
analisis-del-sentimiento          ·   R
plan-de-crisis                    ·   ·
gestion-de-crisis                 ·   R
decisiones-en-tiempo-real         ·   ·
campanas-y-promociones            ·   ·
anuncios-en-redes                 ·   R
publicidad-de-oportunidad         ·   R
eventos-y-lanzamientos            ·   ·
analisis-del-mercado              ·   R≠
analisis-de-la-competencia        ·   R≠
analisis-de-la-marca              R≠  ·
conocimiento-del-sector           ·   ·
publico-objetivo                  ·   R
estudio-de-los-canales            ·   ·
analisis-de-resultados            ·   R≠
recopilacion-de-metricas          ·   R
informes                          ·   R
indicadores-y-conversiones        ·   ·
analitica-web                     ·   ·
satisfaccion-de-los-clientes      ·   R
registro-de-preferencias          ·   ·
branding                          ·   R
tono-y-personalidad               A   ·
visibilidad-de-la-marca           ·   R
relacion-con-influencers          ·   R
alianzas-estrategicas             ·   ·
coordinacion-con-departamentos    ·   ·
informacion-a-la-direccion        ·   ·
coordinacion-del-equipo           ·   ·
pautas-de-trabajo                 AR  ·
direccion-del-departamento        A   ·
presupuesto                       ·   ·
seleccion-de-herramientas         ·   ·
"""

# One person.
ALONE = """
                                  una-persona
estrategia-de-social-media        R≠
objetivos                         AR
seleccion-de-plataformas          A≠R≠
acciones-estrategicas             AR
implementacion-de-la-estrategia   AR
ajuste-de-la-estrategia           AR
plan-de-marketing-digital         R
plan-de-comunicacion              R
acciones-seo                      ~
estrategia-de-la-empresa          ·
estrategia-de-contenidos          R
temas-de-contenido                AR
estrategia-del-blog               R
calendario-editorial              AR
horas-de-publicacion              R
creacion-de-contenido             R≠
redaccion-de-textos               R
produccion-de-foto-y-video        AR
curacion-de-contenidos            R
publicacion-y-programacion        R≠
gestion-de-perfiles               R≠
gestion-de-la-comunidad           R
estrategia-de-comunidad           R
relaciones-con-la-comunidad       R
dinamizacion-de-la-comunidad      R
bienvenida-a-nuevos-miembros      R
fidelizacion-de-la-comunidad      R
atencion-al-cliente               R
moderacion-de-comentarios         R
gestion-de-quejas                 R
reduccion-de-la-insatisfaccion    ·
escalado-de-incidencias           R
defensa-del-cliente               R
reputacion-en-linea               R
escucha-activa                    R
analisis-del-sentimiento          R
plan-de-crisis                    R
gestion-de-crisis                 R
decisiones-en-tiempo-real         ·
campanas-y-promociones            R
anuncios-en-redes                 R
publicidad-de-oportunidad         R
eventos-y-lanzamientos            R
analisis-del-mercado              R≠
analisis-de-la-competencia        R≠
analisis-de-la-marca              R≠
conocimiento-del-sector           R
publico-objetivo                  AR
estudio-de-los-canales            R
analisis-de-resultados            R≠
recopilacion-de-metricas          R
informes                          R
indicadores-y-conversiones        AR
analitica-web                     ~
satisfaccion-de-los-clientes      R
registro-de-preferencias          ·
branding                          R
tono-y-personalidad               AR
visibilidad-de-la-marca           R
relacion-con-influencers          AR
alianzas-estrategicas             R
coordinacion-con-departamentos    R
informacion-a-la-direccion        R
coordinacion-del-equipo           AR
pautas-de-trabajo                 AR
direccion-del-departamento        AR
presupuesto                       AR
seleccion-de-herramientas         AR
"""

MATRICES = {
    "departamento": DEPARTMENT,
    "dos-perfiles": TWO_PROFILES,
    "estratega-y-manager": MERGED,
    "agencia": DEPARTMENT,
    "agencia-dos-puestos": MERGED,
    "empresa": COMPANY,
    "pyme": ALONE,
    "freelance": ALONE,
}

# How many duties have nobody's letter and how many letters but no A; those without R; those with two A; who does more
# than half of the 68 duties alone, and how many; those in which somebody answers for what somebody above does.
# The CM decides the calendar that the SMM above plans: it is picked in the list of what the CM does, with a hedge.
INVERTED = {"inverted": ["calendario-editorial"]}
SMM_ALONE = {"nobody": 7, "no_a": 48, "no_r": [], "two_a": [], "overload": {"smm": 40}} | INVERTED
TWO_DECIDE = ["seleccion-de-plataformas", "pautas-de-trabajo"]
DEPARTMENT_CHECKS = {"nobody": 6, "no_a": 45, "no_r": [], "two_a": TWO_DECIDE, "overload": {"smm": 40}} | INVERTED
MERGED_CHECKS = {"nobody": 6, "no_a": 45, "no_r": [], "two_a": [], "overload": {"sms-smm": 41}} | INVERTED
ALONE_CHECKS = {"nobody": 6, "no_a": 45, "no_r": [], "two_a": [], "overload": {"una-persona": 62}, "inverted": []}
CHECKS = {
    "departamento": DEPARTMENT_CHECKS,
    "dos-perfiles": SMM_ALONE,
    "estratega-y-manager": MERGED_CHECKS,
    "agencia": DEPARTMENT_CHECKS,
    "agencia-dos-puestos": MERGED_CHECKS,
    "empresa": {"nobody": 27, "no_a": 34, "two_a": [], "overload": {}, "inverted": []}
    | {"no_r": ["acciones-estrategicas", "tono-y-personalidad", "direccion-del-departamento"]},
    "pyme": ALONE_CHECKS,
    "freelance": ALONE_CHECKS,
}
