"""One example of each answer, for the description of the API. A test holds them against the schema."""

from typing import Any

SITE = "https://quien-hace-que.example"
API = f"{SITE}/api/v1"
ROLE_SLUG, DUTY_SLUG, AREA_SLUG = "social-media-strategist", "editorial-calendar", "content"
DUTY_PAGE = f"{SITE}/en/duties/{DUTY_SLUG}/"
ROLE_PAGE = f"{SITE}/en/roles/{ROLE_SLUG}/"


def voices(*sources: str, of: int = 4) -> dict[str, Any]:
    """“2 of 4”."""
    return {"count": len(sources), "of": of, "sources": list(sources)}


CITED: dict[str, Any] = {
    "url": f"{API}/passages/17/",
    "page_url": f"{SITE}/en/sources/ceupe/#p-social-media-manager-11",
    "source": "ceupe",
    "locator": "Social Media Manager › 11",
    "gist": "Says who makes the calendar of publications.",
    "standing": "sound",
    "standing_note": "",
}
RESPONSIBILITY: dict[str, Any] = {
    "url": f"{API}/responsibilities/{ROLE_SLUG}.{DUTY_SLUG}.plans/",
    "page_url": f"{DUTY_PAGE}#r-{ROLE_SLUG}-plans",
    "role": ROLE_SLUG,
    "duty": DUTY_SLUG,
    "area": AREA_SLUG,
    "involvement": "plans",
    "statement": "Makes the calendar of what is published where and when.",
    "agreement": "disputed",
    "voices": voices("ceupe"),
    "denied_by": [],
    "citations": [{"passage": CITED, "condition": "", "horizon": "medium", "hedge": "", "denies": False}],
}
TRAIT: dict[str, Any] = {
    "url": f"{API}/traits/{ROLE_SLUG}.looks-far-ahead/",
    "page_url": f"{ROLE_PAGE}#t-looks-far-ahead",
    "slug": "looks-far-ahead",
    "role": ROLE_SLUG,
    "kind": "horizon",
    "statement": "Works with the long term in view.",
    "voices": voices("ceupe", "impactodual"),
    "citations": [{"passage": CITED, "condition": ""}],
}
ROLE: dict[str, Any] = {
    "url": f"{API}/roles/{ROLE_SLUG}/",
    "page_url": ROLE_PAGE,
    "slug": ROLE_SLUG,
    "name": "Social Media Strategist",
    "abbreviation": "SMS",
    "is_core": True,
    "identity_open": False,
    "aliases": [
        {"name": "estratega", "language": "es", "disputed": False, "note": "", "citations": [{"passage": CITED}]}
    ],
    "voices": voices("ceupe", "impactodual", of=5),
    "duty_count": 20,
    "uncounted_duty_count": 1,
    "traits": f"{API}/traits/?role={ROLE_SLUG}",
    "responsibilities": f"{API}/responsibilities/?role={ROLE_SLUG}",
}
AREA: dict[str, Any] = {
    "url": f"{API}/areas/{AREA_SLUG}/",
    "page_url": f"{SITE}/en/duties/#a-{AREA_SLUG}",
    "slug": AREA_SLUG,
    "name": "Content",
    "description": "What is published, from the idea to the post.",
    "duty_count": 12,
    "duties": f"{API}/duties/?area={AREA_SLUG}",
}
DUTY: dict[str, Any] = {
    "url": f"{API}/duties/{DUTY_SLUG}/",
    "page_url": DUTY_PAGE,
    "slug": DUTY_SLUG,
    "name": "Editorial calendar",
    "question": "Who makes the editorial calendar?",
    "area": AREA_SLUG,
    "description": "What is published where and when.",
    "reading_note": "",
    "terms": [{"term": "parrilla de contenidos", "language": "es"}],
    "agreement": "disputed",
    "involvements": [
        {
            "involvement": "plans",
            "agreement": "disputed",
            "voices": voices("ceupe", "impactodual", of=5),
            "roles": [
                {"role": ROLE_SLUG, "voices": voices("ceupe"), "denied_by": []},
                {"role": "community-manager", "voices": voices("impactodual", of=5), "denied_by": []},
            ],
        }
    ],
    "responsibilities": f"{API}/responsibilities/?duty={DUTY_SLUG}",
}
SOURCE: dict[str, Any] = {
    "url": f"{API}/sources/ceupe/",
    "page_url": f"{SITE}/en/sources/ceupe/",
    "slug": "ceupe",
    "title": "Three profiles of social media",
    "short_name": "Three profiles",
    "publisher": "CEUPE",
    "author": "",
    "published": "2018-10",
    "language": "es",
    "address": "",
    "retrieved": None,
    "derives_from": None,
    "derivation": "",
    "description": "An article.",
    "passage_count": 42,
    "covers": {"roles": 3, "duties": 19, "areas": 8},
    "passages": f"{API}/passages/?source=ceupe",
}
PASSAGE: dict[str, Any] = CITED | {
    "repeats": None,
    "supports": [
        {
            "kind": "responsibility",
            "label": "Social Media Strategist · plans · Editorial calendar",
            "condition": "",
            "denies": False,
            "url": RESPONSIBILITY["url"],
            "page_url": RESPONSIBILITY["page_url"],
        }
    ],
}
ORGCHART: dict[str, Any] = {
    "url": f"{API}/orgcharts/agency/",
    "page_url": f"{SITE}/en/orgcharts/agency/",
    "svg_url": f"{SITE}/en/orgcharts/agency.svg",
    "embed_url": f"{SITE}/en/orgcharts/agency/embed/",
    "formats": [{"name": "svg", "content_type": "image/svg+xml", "url": f"{SITE}/en/orgcharts/agency.svg"}],
    "slug": "agency",
    "setting": "agency",
    "name": "Agency",
    "description": "Three profiles, one above the other.",
    "positions": [
        {
            "page_url": f"{SITE}/en/orgcharts/agency/#b-community",
            "slug": "community",
            "name": "Community Manager",
            "roles": ["community-manager"],
            "reports_to": "management",
            "placement": "line",
            "is_external": False,
            "is_multiple": True,
            "citations": [{"passage": CITED}],
        }
    ],
    "citations": [{"passage": CITED}],
}
CLAIM = {name: RESPONSIBILITY[name] for name in ("statement", "voices", "denied_by", "url", "page_url", "citations")}
DISAGREEMENT: dict[str, Any] = {
    "url": DUTY["url"],
    "page_url": DUTY_PAGE,
    "slug": DUTY_SLUG,
    "name": "Editorial calendar",
    "question": "Who makes the editorial calendar?",
    "area": AREA_SLUG,
    "reading_note": "",
    "questions": [
        {
            "involvement": "plans",
            "question": "Who plans?",
            "agreement": "disputed",
            "answers": [{"role": ROLE_SLUG, "weighed": True, **CLAIM}],
            "stands": [
                {"source": "ceupe", "speaks": True, "stances": [{"role": ROLE_SLUG, "stance": "affirms"}]},
                {"source": "milca-peguero", "speaks": False, "stances": [{"role": ROLE_SLUG, "stance": "unknown"}]},
            ],
        }
    ],
}
COMPARISON: dict[str, Any] = {
    "url": f"{API}/comparisons/?roles=community-manager,{ROLE_SLUG}",
    "page_url": f"{SITE}/en/compare/?roles=community-manager,{ROLE_SLUG}",
    "options": {"source": [], "area": None, "only": None, "min_voices": 0},
    "roles": [
        {"slug": ROLE_SLUG, "name": "Social Media Strategist", "url": ROLE["url"], "page_url": ROLE_PAGE}
        | {"duties": 20, "uncounted": 1, "alone": 9, "shared": 11}
    ],
    "shared": ["crisis-plan"],
    "uncounted": [{"duty": "social-media-strategy", "roles": ["community-manager"]}],
    "differences": [
        {"duty": DUTY_SLUG, "involvement": "plans", "role": ROLE_SLUG, "other": "community-manager"}
        | {"sources": ["ceupe"]}
    ],
    "count": 1,
    "rows": [
        {
            "duty": DUTY_SLUG,
            "name": "Editorial calendar",
            "area": AREA_SLUG,
            "url": DUTY["url"],
            "page_url": DUTY_PAGE,
            "spread": "one",
            "disputed": True,
            "cells": [
                {"role": "community-manager", "state": "not_recorded", "disputed": False, "parts": []},
                {
                    "role": ROLE_SLUG,
                    "state": "has",
                    "disputed": True,
                    "parts": [
                        {"involvement": "plans", "disputed": True, "denied": False, "uncounted": False}
                        | {"denied_by": [], **CLAIM}
                    ],
                },
            ],
        }
    ],
}
HIT: dict[str, Any] = {
    "kind": "duty",
    "slug": DUTY_SLUG,
    "title": "Editorial calendar",
    "excerpt": "What is published where and when.",
    "url": DUTY["url"],
    "page_url": DUTY_PAGE,
}
ROOT: dict[str, Any] = {"roles": f"{API}/roles/", "duties": f"{API}/duties/", "search": f"{API}/search/"}
