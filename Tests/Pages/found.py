"""What a check hands back."""
from collections import namedtuple

# A sentence that a check looked at. against: what contradicts it, None where it holds.
# soft: a repetition that may be meant, counted and no failure.
Found = namedtuple("Found", "place sentence against soft")


def holds(place, sentence):
    return Found(place, sentence, None, False)


def fails(place, sentence, against):
    return Found(place, sentence, against, False)


def softly(place, sentence, against):
    return Found(place, sentence, against, True)


def judged(place, sentence, against):
    """A failure where something speaks against it."""
    return Found(place, sentence, against or None, False)


def listed(ids, names):
    return ", ".join(names.name[i] for i in ids)
