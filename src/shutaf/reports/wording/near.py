"""How is it said what a case and a place have in common, and what parts them?"""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.document import Name, line
from shutaf.reports.wording.template import WAYS, Template, Ways

ALIKE: dict[str, Template] = {
    "themes": N_("It worked on {themes:themes}, as is wanted here."),
    "model": N_("It went by the model that is thought of here: {typology:typology}."),
    "size": N_("About the same size: {theirs:whole} people there, {ours:whole} here."),
    "sectors": N_("Every sector that took part there is on the map here."),
    "mediator": N_("There as here somebody stands between the municipality and business."),
    "traits": N_("There as here: {traits:traits}."),
    "cluster": N_("About the same socio-economic cluster: {cluster:whole} there, {our_cluster:whole} here."),
    "country": N_("In the same country, under the same law."),
}

DIFFERS: dict[str, Template] = {
    "themes": N_("It worked on {themes:themes}, which is not among the goals and challenges here."),
    "model": N_("It went by another model: {typology:typology}."),
    "larger": N_("A larger place: {theirs:whole} people there, {ours:whole} here."),
    "smaller": N_("A smaller place: {theirs:whole} people there, {ours:whole} here."),
    "sectors": N_("Took part there, with nobody on the map here so far: {groups:groups}."),
    "mediator": N_("In the middle there: {middle:names}. Here nobody in that place is known to us."),
    "no_mediator": N_("Here somebody stands between the municipality and business; of there no such body is told."),
    "traits": N_("Another kind of place: {traits:traits}."),
    "higher": N_("A higher socio-economic cluster: {cluster:whole} there, {our_cluster:whole} here."),
    "lower": N_("A lower socio-economic cluster: {cluster:whole} there, {our_cluster:whole} here."),
    "country": N_("In another country, {country:plain}: law and money differ."),
}

FEATURES_SAID: dict[str, str] = {
    "themes": N_("goals and challenges"),
    "model": N_("the model"),
    "size": N_("how many people live there"),
    "sectors": N_("who takes part"),
    "mediator": N_("who stands in the middle"),
    "traits": N_("what kind of place it is"),
    "cluster": N_("the socio-economic cluster"),
    "country": N_("the country"),
}
"""A feature as it is named where it could not be compared."""

WAYS_NEAR: Ways = {
    **WAYS,
    "whole": lambda value, speech: line(speech.digits(value, 0)),
    "traits": lambda value, speech: speech.several([speech.word("trait", trait) for trait in value]),
    "names": lambda value, speech: speech.several([Name(name) for name in value], most=2),
}
