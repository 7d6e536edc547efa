# What Schemathesis cannot know by itself: a request that the document allows may still be refused for what it names (an unknown
# tag, a cursor of somebody else), each with a code of its own, but never for its form, which the document must have told.
import schemathesis

FORM = {
    "field-required",
    "field-invalid",
    "field-unknown",
    "parameter-unknown",
    "repeated",
    "text-too-long",
    "text-malformed",
    "limit-out-of-range",
}
# Said of form, and still more than a schema can tell: the size of a whole tree; what a stage needs because it is new; how wide a
# label is drawn; numbers that would lose digits.
BEYOND_SCHEMAS = [("/filter", "limit-out-of-range"), ("/stages/", "field-required"), ("/stages/", "text-too-long"), ("/fields/", "limit-out-of-range")]
TELLS_ALL = {"bad-json", "unsupported-media-type", "body-too-large"}


def beyond(fault):
    return any(at in fault["pointer"] and fault["code"] == code for at, code in BEYOND_SCHEMAS)


@schemathesis.check
def form_is_as_declared(ctx, response, case):
    mode = case.meta.generation.mode if case.meta else None
    if mode is None or not mode.is_positive or response.status_code not in (400, 413, 415, 422):
        return
    problem = response.json()
    form = [fault for fault in problem["errors"] if fault["code"] in FORM and not beyond(fault)]
    if problem["code"] in TELLS_ALL or (problem["code"] == "validation-failed" and form):
        raise AssertionError(f"Refused for its form, which the document allows: {problem['detail']} {form}")
