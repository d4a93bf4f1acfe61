"""The words of: a network file, a Kumu blueprint or an address book that cannot be read, or was read with a reservation."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice
from shutaf.reports.wording.template import plural

EXPORT_AGAIN = N_("Export it once more from the program that made it.")
ALLOWED = N_("Possible here: {allowed:texts}.")

NETWORK: Mapping[str, tuple[Choice, ...]] = {
    "network.damaged": (
        N_("The file cannot be read from line {row:row} on: it is cut off there, or not what its name says."),
        EXPORT_AGAIN,
    ),
    "network.doctype": (
        N_("The file declares a document type, through which a harmful file can fill the machine, so it was not opened."),
        N_("Delete the line that says DOCTYPE in a text editor, or export the file as GraphML or GEXF once more."),
    ),
    "network.too_deep": (N_("Its parts lie inside one another more than {limit:count} times, as in no real network."), EXPORT_AGAIN),
    "network.several": (
        N_("From line {row:row} on the file describes a second network."),
        N_("Save each network as a file of its own."),
    ),
    "network.fewer_listed": (
        N_("The file announces {said:count} bodies and names {listed:count} of them; the others are called by their number."),
        N_("If they have names, export the file with its labels."),
    ),
    "network.hyperedges": (
        plural(
            "{count:count} edge that joins several bodies at once was left out.",
            "{count:count} edges that join several bodies at once were left out.",
            "count",
        ),
        N_("Draw a tie between each two of them, if that is meant."),
    ),
    "network.loops": (
        plural(
            "{count:count} circle of causes of the Kumu map was left out; its ties were read.",
            "{count:count} circles of causes of the Kumu map were left out; their ties were read.",
            "count",
        ),
    ),
    "network.not_kumu": (
        N_("The file is JSON, but holds no list “elements” as Kumu writes it."),
        N_("In Kumu, export the map as JSON; other programs export GraphML or CSV."),
    ),
    "network.two_mode": (
        N_("The network joins two kinds of things, such as bodies with events, and only one of them can be bodies."),
        N_("Save it as a square matrix of bodies, or as a list of ties in CSV."),
    ),
    "network.dl_format": (N_("The data are written in the DL format “{text:text}”, which is not read."), ALLOWED),
    "calendar.none": (N_("There is no event with a title and a day in the calendar."), EXPORT_AGAIN),
    "calendar.no_bodies": (
        N_("A calendar tells what opens up, not who is there, so there is no map in it."),
        N_("Import it in the browser, where its events become opportunities of the bodies that are on the map."),
    ),
    "calendar.event_left_out": (
        plural(
            "{count:count} event without a title or a day was left out, such as “{name:text}”.",
            "{count:count} events without a title or a day were left out, such as “{name:text}”.",
            "count",
        ),
        N_("Write both into the calendar, if it matters."),
    ),
    "calendar.comes_again": (
        plural(
            "{count:count} event comes again and again, such as “{name:text}”; its first day was taken.",
            "{count:count} events come again and again, such as “{name:text}”; the first day of each was taken.",
            "count",
        ),
        N_("Write further days as rows of their own, if they matter."),
    ),
    "contact.none": (
        N_("No card in the file names an organisation."),
        N_("Write the organisation into the contacts, or paste their names where the first hour asks for them."),
    ),
    "contact.no_organisation": (
        plural(
            "{count:count} contact without an organisation was left out, such as “{name:text}”.",
            "{count:count} contacts without an organisation were left out, such as “{name:text}”.",
            "count",
        ),
        N_("Write the organisation into the contact. Of somebody who works alone it is the person's own name."),
    ),
}
