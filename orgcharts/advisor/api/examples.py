"""One example of advice, for the description of the API. A test holds it against the schema."""

from typing import Any

from web.api.examples import API, DUTY, ORGCHART, RESPONSIBILITY, ROLE_SLUG, SITE

ADVICE: dict[str, Any] = {
    "url": f"{API}/advice/?setting=agency&duty={DUTY['slug']}&have=community-manager",
    "page_url": f"{SITE}/en/orgcharts/advisor/?setting=agency&duty={DUTY['slug']}&have=community-manager",
    "need": {"setting": "agency", "area": [], "duty": [DUTY["slug"]], "have": ["community-manager"]},
    "fewest_people": ORGCHART["slug"],
    "roles": 1,
    "count": 1,
    "sets": [[{"role": ROLE_SLUG, "name": "Social Media Strategist", "duties": [DUTY["slug"]]}]],
    "uncovered": [],
    "orgcharts": [
        {"orgchart": ORGCHART["slug"], "name": ORGCHART["name"], "url": ORGCHART["url"]}
        | {
            "page_url": ORGCHART["page_url"],
            "people": 3,
            "or_more": False,
            "fits": True,
            "missing": [],
            "absent": [],
            "idle": [],
        }
    ],
    "duties": [
        {
            "duty": DUTY["slug"],
            "name": DUTY["name"],
            "area": DUTY["area"],
            "url": DUTY["url"],
            "page_url": DUTY["page_url"],
            "outcome": "open",
            "roles": [ROLE_SLUG],
            "unidentified": [],
            "reasons": [
                {name: RESPONSIBILITY[name] for name in ("role", "involvement", "statement", "url", "page_url")}
                | {"citations": RESPONSIBILITY["citations"], "disputed": False, "conditional": False, "doubtful": False}
            ],
        }
    ],
}
