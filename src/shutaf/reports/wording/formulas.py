"""The words of: how a number was made. One sentence a formula, as `shutaf why` prints it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

FORMULAS: Mapping[str, str] = {
    # who is on the map
    "bodies_on_map": N_("The rows of the sheets of organisations and departments, each body once."),
    "bodies": N_("The rows of the sheets of organisations and departments, each body once."),
    "bodies_in_group": N_("Bodies of this sector; departments are counted apart."),
    "bodies_in_sector": N_("Bodies of this sector."),
    "bodies_on_theme": N_(
        "Outside bodies (of this sector, where one is named) that name this theme; a body counts once for each of its themes."
    ),
    "bodies_on_goal": N_("Outside bodies that name the theme of this goal."),
    "bodies_without_theme": N_("Bodies of this sector for which no theme is written."),
    "goals_covered_by_sector": N_("Goals of the place whose theme at least one body of this sector names."),
    "bodies_with_target": N_("Outside bodies that name this as their own target."),
    "bodies_tied_to_department": N_("Outside bodies of this sector with which the department has a known tie, each once."),
    "things_on_theme": N_("Targets, needs, offers and running actions that this department wrote down on this theme."),
    "targets_not_alone": N_("Targets that the department's sheet names as not reachable alone."),
    "departments_unknown": N_("Departments about which no row says whether they work with this body."),
    "bodies_in_quarter": N_(
        "Rated bodies whose influence and interest fall into this quarter; the cut is 5.5, and a rating on the cut is high."
    ),
    "sides_asking": N_("Departments with a known tie to this body, and bodies whose needs its offers fit, each once."),
    "needs_of_body": N_("Needs that are written down for this body."),
    "model_answers_given": N_("Questions on the fitting model that somebody answered, of all that are asked."),
    # ties
    "informants": N_("Those named as informants in the sheet of the map, each once."),
    "answered": N_("Bodies named as asked in the sheet of the map, of all bodies."),
    "pairs_known_outside": N_(
        "Pairs of outside bodies about which a row says that there is a tie or none, of all pairs of outside bodies. Outside: neither departments nor those who filled in the map."
    ),
    "ties_known": N_("Pairs of bodies of which at least one row says that a tie exists, each pair once."),
    "ties_known_outside": N_("Pairs of outside bodies of which at least one row says that a tie exists."),
    "ties_across": N_("Known ties between bodies of different sectors; departments count as public."),
    "ties_within": N_("Known ties between bodies of one sector; departments count as public."),
    "ties_across_outside": N_(
        "Known ties between outside bodies of different sectors, without the ties of the municipality and of those who filled in the map."
    ),
    "ties_within_outside": N_(
        "Known ties between outside bodies of one sector, without the ties of the municipality and of those who filled in the map."
    ),
    "ei": N_("(ties across − ties inside) : (ties across + ties inside), from −1 to +1 (E-I index, Krackhardt and Stern 1988)."),
    "ei_expected": N_("The same if ties fell on pairs by chance, from the sizes of the sectors."),
    "ei_outside": N_("The E-I index of the ties between outside bodies only."),
    "ei_expected_outside": N_("The E-I index by chance for outside bodies only."),
    "nones_between": N_("Pairs between these two groups of which a row says that there is no tie, of all their pairs."),
    "nones_of": N_("Pairs with this body of which a row says that there is no tie."),
    "ties_of_body": N_("Bodies with which this body has a known tie, each once."),
    "ties_held": N_("Known ties of which every row that names a holder names this one."),
    "contacts": N_("People of this body in the sheet of people whose role has not ended."),
    "bodies_only_through": N_(
        "Outside bodies whose known ties with the municipality all go through this department, of all outside bodies it reaches."
    ),
    "bodies_shared": N_("Outside bodies with which both departments have a known tie."),
    "connectors": N_("Outside bodies with known ties into two or more other sectors, of which two have no known tie to each other."),
    "connecting_ties": N_("Known ties of this body with outside bodies of other sectors."),
    "open_pairs": N_(
        "Pairs of its contacts, of two different other sectors, between which no tie is known (liaison, Gould and Fernandez 1989)."
    ),
    "ties_with_inside": N_("Its known ties with the municipality and with those who filled in the map."),
    "bodies_without_known_tie": N_("Bodies of which no row says that a tie exists."),
    "bodies_without_known_tie_outside": N_(
        "Outside bodies without a known tie when the ties of the municipality and of those who filled in the map are left out."
    ),
    "bodies_with_known_tie": N_("Bodies of which at least one row says that a tie exists."),
    "bodies_cut_off": N_(
        "Bodies that have no known path to the largest part when this body is taken away (cut body, Hopcroft and Tarjan 1973)."
    ),
    "bodies_cut_off_outside": N_("The same with only the ties between outside bodies."),
    "bodies_behind_tie": N_("Bodies on the smaller side when this one tie is taken away (bridge)."),
    "parts": N_("Parts of the map that no known path joins; bodies without a known tie are not counted."),
    "parts_outside": N_("The same with only the ties between outside bodies."),
    "groups": N_("Groups of the best of ten runs of Leiden's algorithm on the known ties, each tie weighing the same."),
    "modularity": N_("Ties inside the groups beyond what the numbers of ties alone would give (Newman 2006)."),
    "modularity_outside": N_("The same with only the ties between outside bodies."),
    "groups_stability": N_("Mean agreement of ten runs with different starts (adjusted Rand index, Hubert and Arabie 1985)."),
    # needs and offers
    "needs_known": N_("The rows of the sheet of needs."),
    "offers_known": N_("The rows of the sheet of offers."),
    "matches_suggested": N_("Pairs of a need and an offer that fit, each need and each offer once, chosen together so that most fit best."),
    "pairs_declined": N_("Pairs of a need and an offer that somebody declined for a reason that still holds, each pair once."),
    "need_share_covered": N_("The amount offered : the amount needed, in one unit."),
    "gap_days": N_("Days between the end of the one and the beginning of the other."),
    "needs_unmet": N_("Needs that no offer on the list fits."),
    "offers_unused": N_("Offers that fit no need on the list."),
    "offers_of_group": N_("Offers on the list of bodies of this sector; the departments together are the municipality."),
    "needs_of_group": N_("Needs on the list of bodies of this sector; the departments together are the municipality."),
    "things_said_by_others": N_("Needs and offers on the list of bodies that are no departments."),
    "agreed_given_by_group": N_("Accepted matches whose offer is from this sector, of all accepted matches."),
    "agreed_got_by_group": N_("Accepted matches whose need is from this sector, of all accepted matches."),
    "agreed_given_by_body": N_("Accepted matches whose offer is from this body, of all accepted matches."),
    "bodies_offer_unknown": N_("Bodies with a need on the list and no offer."),
    "bodies_need_unknown": N_("Bodies with an offer on the list and no need."),
    "resources_kind_unknown": N_("Needs and offers without a kind of resource from the list."),
    "offers_of_body": N_("Offers of this body."),
    # initiatives
    "initiative_chance": N_("As written in the sheet of initiatives."),
    "initiative_months_to_result": N_("As written in the sheet of initiatives."),
    "initiative_sectors_gain": N_("Sectors of the bodies named under gains, each once."),
    "initiative_resources_covered": N_(
        "The mean share of each required resource that known offers cover, 1 at most; an offer without an amount may cover."
    ),
    "initiative_bodies_willing": N_("Bodies whose most cautious stance on this initiative is above 0, of those whose stance is written."),
    "initiative_own_criterion": N_("As written in the column of this criterion."),
    "initiative_net_flow": N_(
        "By how much it is preferred to the others less by how much they are preferred to it, from −1 to +1 (PROMETHEE II, Brans and Vincke 1985), on the criteria known for both of a pair."
    ),
    "initiative_share_first": N_(
        "Of 1,000 random weightings of the criteria (fixed seed), in how many it comes first among those that reach the floor."
    ),
    "initiative_share_next": N_(
        "Of 1,000 random weightings of the criteria (fixed seed), in how many it comes second or third among those that reach the floor."
    ),
    "initiative_flow_part": N_(
        "What this criterion adds to how far the initiative stands above the others: the weight of the criterion times what it wins less what it loses against each other, divided by how many others there are. All parts together are the whole."
    ),
    "initiative_floor": N_("As set on the page of criteria; 70 % for the chance of success unless another was set."),
    "weight_falls_under": N_("The share of all weights at which another initiative comes first; the other weights keep their proportion."),
    "weight_rises_over": N_("The share of all weights at which another initiative comes first; the other weights keep their proportion."),
    "first_holds": N_("Of the changes of one weight by a fifth, up and down, in how many the first one stays first."),
    "requirement_share_covered": N_("What known offers cover of this required resource, in one unit, 1 at most."),
    "requirements_amount_unknown": N_("Required resources for which the amount offered was not said."),
    "initiatives_chance_unknown": N_("Initiatives without a stated chance."),
    "coalition_size": N_(
        "Members of the smallest set of bodies that covers what is needed, with the municipality and one other sector (exact, mixed-integer programming)."
    ),
    "coalition_size_when_sure": N_("The size of the smallest set if only offers with a known amount count."),
    "coalition_bound": N_("No set with fewer members covers what is needed."),
    "gap_offered_share": N_("What all known offers together cover of this resource."),
    "wish_price": N_("Size of the smallest set with this sector less the size of the smallest set."),
    "bodies_strongly_against": N_("Bodies whose stance on this initiative is −3 or less."),
    "stance_level": N_("As written in the sheet of stances."),
    "bodies_wanting": N_("Bodies whose stance on this objective is above 0, of those whose stance on it is written and not contradicted."),
    "bodies_refusing": N_("Bodies whose stance on this objective is below 0, of those whose stance on it is written and not contradicted."),
    "stances_own": N_("Rows in which the body, or one of its people, is named as the speaker, of all rows that are spoken of here."),
    "stances_unknown": N_("Blanks in the table of bodies with a stance and objectives, of all its cells."),
    "objectives_same": N_("Objectives that both want or both refuse, as written."),
    "objectives_apart": N_("Objectives that one wants and the other refuses, as written."),
    "influence_level": N_("As written in the sheet of influence, from 0 to 4; where several speak, the lowest."),
    "bodies_reached": N_("Bodies with a stance on which this one can act, by the sheet of influence, of all the others."),
    # what is not known
    "pairs_unknown": N_("Pairs of bodies about which no row says whether there is a tie, of all pairs."),
    "departments_not_asked": N_("Departments neither named as asked nor as informants in the sheet of the map."),
    "sectors_unknown": N_("Outside bodies without a sector."),
    "themes_unknown": N_("Outside bodies without a theme."),
    "motives_unknown": N_("Outside bodies without a motive."),
    "ratings_unknown": N_("Outside bodies without ratings of influence and interest."),
    "invites_unknown": N_("Outside bodies without a decision whether to invite them."),
    "needs_unknown": N_("Bodies without a row in the sheet of needs."),
    "offers_unknown": N_("Bodies without a row in the sheet of offers."),
    "chances_unknown": N_("Initiatives without a stated chance."),
    "months_unknown": N_("Initiatives without the months to a first result."),
    "requirements_unknown": N_("Initiatives without required resources."),
    "strengths_unknown": N_("Known ties without a strength."),
    "holders_unknown": N_("Known ties without a holder."),
    "goals_without_theme": N_("Goals in own words that stand for no theme of the list."),
    # changes
    "bodies_new": N_("Bodies that were not in the earlier file."),
    "ties_gained": N_("Pairs with a tie now and none or nothing known before."),
    "ties_lost": N_("Pairs with a tie in the earlier file that no row speaks of now."),
    "ties_now_none": N_("Pairs with a tie in the earlier file that are written as having none now."),
    "ties_gained_across_sectors": N_("Of these, those between different sectors."),
    "ties_lost_across_sectors": N_("Of these, those between different sectors."),
    "ties_now_none_across_sectors": N_("Of these, those between different sectors."),
}
