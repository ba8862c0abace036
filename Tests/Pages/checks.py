"""All checks, by name. Each takes a page and hands back what it looked at (see found.py)."""
from across import conditions, events, showing
from actions import actions
from change import change
from counts import counts, denominators, same
from levels import levels
from loss import losses
from order import superlatives
from tone import patterns, praise, shortfall
from wording import absence, fits_figure, one_name, quotes, references, said_twice

CHECKS = {
    "change": change,
    "losses": losses,
    "same": same,
    "counts": counts,
    "patterns": patterns,
    "superlatives": superlatives,
    "said-twice": said_twice,
    "praise": praise,
    "shortfall": shortfall,
    "actions": actions,
    "fits-figure": fits_figure,
    "denominators": denominators,
    "levels": levels,
    "references": references,
    "one-name": one_name,
    "absence": absence,
    "quotes": quotes,
    "conditions": conditions,
    "showing": showing,
    "events": events,
}
