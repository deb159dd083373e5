"""Duties for the pages that look at charts through them."""

from tests.factories import make_area, make_citation, make_duty, make_responsibility


def give(roles, passage, numbers=("",)):
    """A plan that SMS and SMM are both said to make, posts of the CM, SEO of the SMM under a condition; for each."""
    for number in numbers:
        plan = make_duty(f"plan{number}", make_area("strategy", position=1))
        posts = make_duty(f"posts{number}", make_area("content", position=2))
        seo = make_duty(f"seo{number}", make_area("content"), position=1)
        make_responsibility(roles["sms"], plan, "decides", passages=[passage])
        make_responsibility(roles["smm"], plan, "plans", passages=[passage])
        make_responsibility(roles["cm"], posts, "executes", passages=[passage])
        under_condition = make_responsibility(roles["smm"], seo, "executes")
        make_citation(under_condition, passage, condition_es="si nadie lo hace")
