"""A framework of any size as fixture files: what somebody brings who describes a whole profession."""

from pathlib import Path

import yaml


def write_framework(folder: Path, *, traits: int, cited: int) -> int:
    """One role with a first trait that cites ``cited`` passages, ``traits`` more, and a duty for each; how many rows.

    The passages of its second document repeat those of the first: keys to rows of the same kind.
    """
    rows = [
        *(("sources.source", {"slug": slug, "title_es": slug, "title_en": slug}) for slug in ("marco", "copia")),
        *(("sources.passage", _passage("marco", number)) for number in range(cited)),
        *(
            ("sources.passage", _passage("copia", number) | {"repeats": ["marco", f"Punto {number}"]})
            for number in range(traits)
        ),
        ("roles.role", {"slug": "analista", "name_es": "Analista", "name_en": "Analyst"}),
        *(("roles.trait", _trait(number)) for number in range(traits + 1)),
        *(("roles.traitcitation", _cites("analista", "trait", "r0", number)) for number in range(cited)),
        *(("roles.traitcitation", _cites("analista", "trait", f"r{one}", one - 1)) for one in range(1, traits + 1)),
        ("responsibilities.area", {"slug": "todo", "name_es": "Todo", "name_en": "All"}),
        *(("responsibilities.duty", _duty(number)) for number in range(traits)),
        *(("responsibilities.responsibility", _part(number)) for number in range(traits)),
        *(("responsibilities.citation", _proof(number)) for number in range(traits)),
    ]
    entries = [{"model": model, "fields": fields} for model, fields in rows]
    (folder / "framework.yaml").write_text(yaml.dump(entries, Dumper=yaml.CSafeDumper, sort_keys=False))
    return len(entries)


def _passage(source, number):
    return {
        "source": [source],
        "locator": f"Punto {number}",
        "position": number,
        "gist_es": "Dice.",
        "gist_en": "Says.",
    }


def _trait(number):
    return {"role": ["analista"], "kind": "quality", "slug": f"r{number}", "statement_es": "Es.", "statement_en": "Is."}


def _cites(role, field, slug, number):
    return {field: [role, slug], "passage": ["marco", f"Punto {number}"]}


def _duty(number):
    return {"slug": f"f{number}", "area": ["todo"], "name_es": f"Función {number}", "name_en": f"Duty {number}"} | {
        "question_es": f"¿Quién hace {number}?",
        "question_en": f"Who does {number}?",
    }


def _part(number):
    texts = {"statement_es": "Lo hace.", "statement_en": "Does it."}
    return {"role": ["analista"], "duty": [f"f{number}"], "involvement": "executes", **texts}


def _proof(number):
    return {"responsibility": ["analista", f"f{number}", "executes"], "passage": ["copia", f"Punto {number}"]}
