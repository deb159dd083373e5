"""Who does what, read out of the five documents by hand.

Written from the documents before the agreement was computed from the knowledge base, so that the two can be held
against each other. Where the program and this file differ, the documents decide which of them is corrected.

`EXPECTED` is duty → involvement → role → the documents whose sound, unconditional, affirming passages count.
`UNCOUNTED` has the same shape and names claims that are shown but are nobody's voice, each with the reason. A claim
that the same document also makes without the condition is in `EXPECTED` alone.
`AGREEMENT` is what follows from `EXPECTED` for a duty as a whole. Every role is weighed but the gestor de redes
sociales, whose document leaves open who that is: a duty that nobody else is named for has no agreement.

One stock sentence, on the mission of the Community Manager, stands in two documents: it is one voice, `impactodual`.
The verb of a document chooses the part. A clause that only says what something is for ("para…", "con el propósito de…")
is not read as a duty; an impersonal sentence is, where the role is the subject of its list, and its citation is hedged.
The comments name the place: document, section, number of the list item (or "text" for running text), and at most
three words of it.
"""

CM = "community-manager"
SMM = "social-media-manager"
SMS = "social-media-strategist"
GESTOR = "gestor-de-redes-sociales"

IMPACTODUAL = "impactodual"
CEUPE = "ceupe"
Y2018 = "social-media-2018"
MILCA = "milca-peguero"
QUE_ES = "que-es-un-social-media-manager"

EXPECTED: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {
    # --- Strategy ---
    # impactodual SMM 6 "desarrollar las estrategias"; que-es text and 3 "trazar estrategia";
    # ceupe differences, SMS "desarrollar la estrategia"; milca SMS text "diseñar la estrategia"
    "estrategia-de-social-media": {"plans": {SMM: (IMPACTODUAL, QUE_ES), SMS: (CEUPE, MILCA)}},
    # que-es second answer "fijará los objetivos"
    "objetivos": {"decides": {SMM: (QUE_ES,)}},
    # milca SMS text, list after "definiendo"; que-es second answer "elegirá las redes"
    "seleccion-de-plataformas": {"decides": {SMM: (QUE_ES,), SMS: (MILCA,)}},
    # milca SMM 1 "crear" (medium term); milca SMS text, list after "definiendo" (long term)
    "acciones-estrategicas": {"plans": {SMM: (MILCA,)}, "decides": {SMS: (MILCA,)}},
    # ceupe differences, CM "ejecutar las tareas"; milca CM 2; que-es second answer "trabajo de campo", quotation;
    # ceupe differences, SMM "velar por"; milca SMM 5
    "implementacion-de-la-estrategia": {
        "executes": {CM: (CEUPE, MILCA, QUE_ES)},
        "supervises": {SMM: (CEUPE, MILCA)},
    },
    # impactodual SMM 8 "determinar los cambios"; que-es second answer "cambiará". Not que-es 7 "alterar estrategias"
    # nor 9 "proponer mejoras": what the work is for
    "ajuste-de-la-estrategia": {"decides": {SMM: (IMPACTODUAL, QUE_ES)}},
    # impactodual SMM 1; impactodual SMM introduction "evaluar la planificación"
    "plan-de-marketing-digital": {"plans": {SMM: (IMPACTODUAL,)}, "analyses": {SMM: (IMPACTODUAL,)}},
    # milca SMM 1
    "plan-de-comunicacion": {"plans": {SMM: (MILCA,)}},
    # --- Content ---
    # milca SMM 2; que-es 3, second line of what the strategy considers
    "estrategia-de-contenidos": {"plans": {SMM: (MILCA, QUE_ES)}},
    # milca SMS text, list after "definiendo" (long term)
    "temas-de-contenido": {"decides": {SMS: (MILCA,)}},
    # ceupe tasks 9
    "estrategia-del-blog": {"plans": {CM: (CEUPE,)}},
    # plans: ceupe tasks 5; milca CM 3 "calendarizar" (short term); impactodual SMM 5; que-es 3, second line;
    # 2018 SMM text "crean el calendario". The rest is impersonal, in the list of the CM: impactodual CM 3
    # "elija y ejecute", CM 7 "se evalúa"
    "calendario-editorial": {
        "plans": {CM: (CEUPE, MILCA), SMM: (IMPACTODUAL, QUE_ES, Y2018)},
        "decides": {CM: (IMPACTODUAL,)},
        "executes": {CM: (IMPACTODUAL,)},
        "analyses": {CM: (IMPACTODUAL,)},
    },
    # que-es 3, second line
    "horas-de-publicacion": {"plans": {SMM: (QUE_ES,)}},
    # impactodual CM 3 "ejecución del contenido", SMM 5 "desarrollar el contenido"; milca CM 3 "generar";
    # 2018 SMM text and the summary "crea el contenido"
    "creacion-de-contenido": {"executes": {CM: (IMPACTODUAL, MILCA), SMM: (IMPACTODUAL, Y2018)}},
    # 2018 SMM text "copia de documentos"
    "redaccion-de-textos": {"executes": {SMM: (Y2018,)}},
    # 2018 SMM text "suelen supervisar"
    "produccion-de-foto-y-video": {"supervises": {SMM: (Y2018,)}},
    # impactodual CM 3; ceupe tasks 6; milca CM 3 "buscar"
    "curacion-de-contenidos": {"executes": {CM: (CEUPE, IMPACTODUAL, MILCA)}},
    # ceupe tasks 7, differences "compartir contenido"; milca CM 3 "publicar"; 2018 SMM text "mensajes de programación"
    "publicacion-y-programacion": {"executes": {CM: (CEUPE, MILCA), SMM: (Y2018,)}},
    # milca CM 1; 2018 SMM text "mantienen los canales"
    "gestion-de-perfiles": {"executes": {CM: (MILCA,), SMM: (Y2018,)}},
    # --- Community ---
    # impactodual CM definition, repeated by que-es in the CM's mission. Not 2018 summary "construir su comunidad": what
    # the SMM creates content for
    "gestion-de-la-comunidad": {"executes": {CM: (IMPACTODUAL,)}},
    # 2018 SMM text "desarrollan estrategias"
    "estrategia-de-comunidad": {"plans": {SMM: (Y2018,)}},
    # impactodual CM definition; 2018 CM text "miembros clave". Que-es repeats the definition, but makes the
    # relationship what the mission is for
    "relaciones-con-la-comunidad": {"executes": {CM: (IMPACTODUAL, Y2018)}},
    # ceupe differences, CM "interactuar directamente"; milca CM 5; 2018 CM text "facilitar el compromiso", summary
    # (both roles). Not impactodual CM 3 "interacción personalizada": what it depends on
    "dinamizacion-de-la-comunidad": {"executes": {CM: (CEUPE, MILCA, Y2018), SMM: (Y2018,)}},
    # 2018 analytics text "la bienvenida"
    "bienvenida-a-nuevos-miembros": {"executes": {CM: (Y2018,)}},
    # impactodual CM 5 "mantener satisfecha"; 2018 analytics text "mantener los fans". Not ceupe opening "fidelizarlos":
    # what companies have a CM for
    "fidelizacion-de-la-comunidad": {"executes": {CM: (IMPACTODUAL, Y2018)}},
    # impactodual CM 5; milca CM 5, first sub-item; 2018 summary (both roles); que-es qualities 2 and 4
    "atencion-al-cliente": {"executes": {CM: (IMPACTODUAL, MILCA, Y2018), SMM: (Y2018,), GESTOR: (QUE_ES,)}},
    # impactodual CM 5
    "moderacion-de-comentarios": {"executes": {CM: (IMPACTODUAL,)}},
    # milca CM 5, first sub-item, and 6
    "gestion-de-quejas": {"executes": {CM: (MILCA,)}},
    # milca CM 6; 2018 CM text "canalizan la información"
    "escalado-de-incidencias": {"executes": {CM: (MILCA, Y2018)}},
    # 2018 CM text "abogado interno"; que-es quality 8
    "defensa-del-cliente": {"executes": {CM: (Y2018,), GESTOR: (QUE_ES,)}},
    # --- Reputation and crisis ---
    # impactodual CM 1; ceupe importance 4 "custodiar"; ceupe tasks 1 "monitorización"
    "reputacion-en-linea": {"executes": {CM: (CEUPE, IMPACTODUAL)}, "analyses": {CM: (CEUPE,)}},
    # ceupe tasks 1, importance 5; milca CM 4; 2018 CM text "dispuesto a escuchar"
    "escucha-activa": {"analyses": {CM: (CEUPE, MILCA, Y2018)}},
    # 2018 analytics text "sentimiento"
    "analisis-del-sentimiento": {"analyses": {CM: (Y2018,)}},
    # que-es 8
    "plan-de-crisis": {"plans": {SMM: (QUE_ES,)}},
    # impactodual CM 4 "manejo de crisis"; ceupe tasks 10
    "gestion-de-crisis": {"executes": {CM: (CEUPE, IMPACTODUAL)}},
    # que-es quality 5
    "decisiones-en-tiempo-real": {"decides": {GESTOR: (QUE_ES,)}},
    # --- Campaigns and ads ---
    # impactodual SMM 10 (develops and follows up); que-es 3, first line of what the strategy considers
    "campanas-y-promociones": {"plans": {SMM: (IMPACTODUAL, QUE_ES)}, "analyses": {SMM: (IMPACTODUAL,)}},
    # ceupe tasks 8; que-es 3, first line
    "anuncios-en-redes": {"executes": {CM: (CEUPE,)}, "plans": {SMM: (QUE_ES,)}},
    # impactodual CM 4: named after "para", but it is what the label of the item calls "actuar"
    "publicidad-de-oportunidad": {"executes": {CM: (IMPACTODUAL,)}},
    # que-es 3, first line
    "eventos-y-lanzamientos": {"plans": {SMM: (QUE_ES,)}},
    # --- Analysis ---
    # impactodual CM 4 "identificar"; que-es second answer "analizará el ambiente", 2
    "analisis-del-mercado": {"analyses": {CM: (IMPACTODUAL,), SMM: (QUE_ES,)}},
    # ceupe tasks 3; impactodual SMM 2
    "analisis-de-la-competencia": {"analyses": {CM: (CEUPE,), SMM: (IMPACTODUAL,)}},
    # impactodual SMM 6; que-es 2 "DAFO"; milca SMS text "FODA"
    "analisis-de-la-marca": {"analyses": {SMM: (IMPACTODUAL, QUE_ES), SMS: (MILCA,)}},
    # que-es 1; que-es quality 1 "experto en"
    "conocimiento-del-sector": {"analyses": {SMM: (QUE_ES,), GESTOR: (QUE_ES,)}},
    # ceupe tasks 2; impactodual CM 4 "buyer persona"; que-es quality 6; que-es 5 "definir"
    "publico-objetivo": {"analyses": {CM: (CEUPE, IMPACTODUAL), GESTOR: (QUE_ES,)}, "decides": {SMM: (QUE_ES,)}},
    # 2018 SMM text, its opening
    "estudio-de-los-canales": {"analyses": {SMM: (Y2018,)}},
    # ceupe tasks 11; impactodual CM 6; 2018 analytics text "estudia las medidas" (SMM), "pequeñas victorias" (CM);
    # que-es second answer, the quotation and 7; que-es quality 7 "realizar métricas"
    "analisis-de-resultados": {
        "analyses": {CM: (CEUPE, IMPACTODUAL, Y2018), SMM: (QUE_ES, Y2018), GESTOR: (QUE_ES,)},
    },
    # impactodual CM 7 "deben recopilarse"
    "recopilacion-de-metricas": {"executes": {CM: (IMPACTODUAL,)}},
    # ceupe tasks 12; impactodual CM 7; que-es quality 7 "enseñar"; impactodual SMM 7; que-es 7 "análisis de reportes"
    "informes": {
        "executes": {CM: (CEUPE, IMPACTODUAL), GESTOR: (QUE_ES,)},
        "analyses": {SMM: (IMPACTODUAL, QUE_ES)},
    },
    # que-es 7 "definir y supervisar"; que-es quality 7 "indicadores"
    "indicadores-y-conversiones": {
        "decides": {SMM: (QUE_ES,)},
        "supervises": {SMM: (QUE_ES,)},
        "analyses": {GESTOR: (QUE_ES,)},
    },
    # 2018 analytics text "hacer inferencias"
    "satisfaccion-de-los-clientes": {"analyses": {CM: (Y2018,)}},
    # que-es quality 3
    "registro-de-preferencias": {"executes": {GESTOR: (QUE_ES,)}},
    # --- Relations and brand ---
    # impactodual CM 2; impactodual SMM 3 and the paragraph after the list
    "branding": {"executes": {CM: (IMPACTODUAL,)}, "plans": {SMM: (IMPACTODUAL,)}},
    # milca SMS text, list after "definiendo"; que-es 3, second line "forma de comunicar"
    "tono-y-personalidad": {"decides": {SMS: (MILCA,)}, "plans": {SMM: (QUE_ES,)}},
    # 2018 analytics text "amplifican la visibilidad"
    "visibilidad-de-la-marca": {"executes": {CM: (Y2018,)}},
    # ceupe tasks 4; impactodual CM 8 (hedged); impactodual SMM 9
    "relacion-con-influencers": {"executes": {CM: (CEUPE, IMPACTODUAL)}, "decides": {SMM: (IMPACTODUAL,)}},
    # que-es 10. Not impactodual CM 8, its last sentence: what the contacts are for
    "alianzas-estrategicas": {"executes": {SMM: (QUE_ES,)}},
    # impactodual SMM 6 "en coordinación"; que-es 9
    "coordinacion-con-departamentos": {"executes": {SMM: (IMPACTODUAL, QUE_ES)}},
    # impactodual SMM 2 "aportando"
    "informacion-a-la-direccion": {"executes": {SMM: (IMPACTODUAL,)}},
    # --- Team and budget ---
    # ceupe differences, SMM "controla y analiza"; impactodual SMM 4; milca SMM 4
    "coordinacion-del-equipo": {"supervises": {SMM: (CEUPE, IMPACTODUAL, MILCA)}, "analyses": {SMM: (CEUPE,)}},
    # ceupe differences, CM "seguir las pautas"; milca SMM introduction "bajo las directrices"
    "pautas-de-trabajo": {"decides": {SMM: (CEUPE,), SMS: (CEUPE, MILCA)}},
    # milca SMM 3; milca SMS text "última palabra"
    "direccion-del-departamento": {"executes": {SMM: (MILCA,)}, "decides": {SMS: (MILCA,)}},
    # que-es second answer "distribuirá", 4 "administrar", 4 "controlar"
    "presupuesto": {"decides": {SMM: (QUE_ES,)}, "supervises": {SMM: (QUE_ES,)}},
    # que-es 6
    "seleccion-de-herramientas": {"decides": {SMM: (QUE_ES,)}},
}

UNCOUNTED: dict[str, dict[str, dict[str, tuple[tuple[str, str], ...]]]] = {
    # --- Strategy ---
    "estrategia-de-social-media": {
        # milca real life 1
        "plans": {CM: ((MILCA, "condition: freelance or SME, where one person is all three"),)},
        # que-es last example
        "supervises": {SMS: ((QUE_ES, "example of a single person"),)},
    },
    "implementacion-de-la-estrategia": {
        # ceupe differences, after the SMM "analiza su implementación"
        "analyses": {SMM: ((CEUPE, "setting: one person is strategist and manager"),)},
    },
    # que-es quality 1 "diseño de su estrategia"
    "estrategia-de-la-empresa": {"plans": {GESTOR: ((QUE_ES, "condition: many large companies"),)}},
    # impactodual SMM 11
    "acciones-seo": {"decides": {SMM: ((IMPACTODUAL, "condition: nobody is in charge of SEO"),)}},
    # --- Community ---
    # 2018 SMM text, after the semicolon
    "relaciones-con-la-comunidad": {"executes": {SMM: ((Y2018, "doubtful: whose work it is cannot be told"),)}},
    # que-es complaints, the order of the steps
    "gestion-de-quejas": {"executes": {GESTOR: ((QUE_ES, "doubtful: it does not say whose work it is"),)}},
    # que-es complaints "pensar como reducir", "encuestas"
    "reduccion-de-la-insatisfaccion": {"executes": {GESTOR: ((QUE_ES, "doubtful: it does not say whose work it is"),)}},
    # --- Reputation and crisis ---
    # 2018 SMM text, after the semicolon
    "escucha-activa": {"analyses": {SMM: ((Y2018, "doubtful: whose work it is cannot be told"),)}},
    # --- Analysis ---
    # impactodual SMM 12
    "analitica-web": {"analyses": {SMM: ((IMPACTODUAL, "condition: there is no web developer"),)}},
}

AGREEMENT: dict[str, str | None] = {
    # --- Strategy ---
    "estrategia-de-social-media": "disputed",
    "objetivos": "single",
    "seleccion-de-plataformas": "disputed",
    "acciones-estrategicas": "single",
    "implementacion-de-la-estrategia": "agreed",
    "ajuste-de-la-estrategia": "agreed",
    "plan-de-marketing-digital": "single",
    "plan-de-comunicacion": "single",
    "acciones-seo": "conditional",
    "estrategia-de-la-empresa": None,
    # --- Content ---
    "estrategia-de-contenidos": "agreed",
    "temas-de-contenido": "single",
    "estrategia-del-blog": "single",
    "calendario-editorial": "disputed",
    "horas-de-publicacion": "single",
    "creacion-de-contenido": "disputed",
    "redaccion-de-textos": "single",
    "produccion-de-foto-y-video": "single",
    "curacion-de-contenidos": "agreed",
    "publicacion-y-programacion": "disputed",
    "gestion-de-perfiles": "disputed",
    # --- Community ---
    "gestion-de-la-comunidad": "single",
    "estrategia-de-comunidad": "single",
    "relaciones-con-la-comunidad": "agreed",
    "dinamizacion-de-la-comunidad": "agreed",
    "bienvenida-a-nuevos-miembros": "single",
    "fidelizacion-de-la-comunidad": "agreed",
    "atencion-al-cliente": "agreed",
    "moderacion-de-comentarios": "single",
    "gestion-de-quejas": "single",
    "reduccion-de-la-insatisfaccion": None,
    "escalado-de-incidencias": "agreed",
    "defensa-del-cliente": "single",
    # --- Reputation and crisis ---
    "reputacion-en-linea": "agreed",
    "escucha-activa": "agreed",
    "analisis-del-sentimiento": "single",
    "plan-de-crisis": "single",
    "gestion-de-crisis": "agreed",
    "decisiones-en-tiempo-real": None,
    # --- Campaigns and ads ---
    "campanas-y-promociones": "agreed",
    "anuncios-en-redes": "single",
    "publicidad-de-oportunidad": "single",
    "eventos-y-lanzamientos": "single",
    # --- Analysis ---
    "analisis-del-mercado": "disputed",
    "analisis-de-la-competencia": "disputed",
    "analisis-de-la-marca": "disputed",
    "conocimiento-del-sector": "single",
    "publico-objetivo": "agreed",
    "estudio-de-los-canales": "single",
    "analisis-de-resultados": "disputed",
    "recopilacion-de-metricas": "single",
    "informes": "agreed",
    "indicadores-y-conversiones": "single",
    "analitica-web": "conditional",
    "satisfaccion-de-los-clientes": "single",
    "registro-de-preferencias": None,
    # --- Relations and brand ---
    "branding": "single",
    "tono-y-personalidad": "single",
    "visibilidad-de-la-marca": "single",
    "relacion-con-influencers": "agreed",
    "alianzas-estrategicas": "single",
    "coordinacion-con-departamentos": "agreed",
    "informacion-a-la-direccion": "single",
    # --- Team and budget ---
    "coordinacion-del-equipo": "agreed",
    "pautas-de-trabajo": "agreed",
    "direccion-del-departamento": "single",
    "presupuesto": "single",
    "seleccion-de-herramientas": "single",
}
