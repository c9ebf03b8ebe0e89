"""Need in the years to come: the share of each age group that has help today, of the group as it is projected to be."""

from borgerfokus.core.demography.need import Need, Outlook, outlook
from borgerfokus.core.demography.population import GROUPS, Population, group_of, read

__all__ = ["GROUPS", "Need", "Outlook", "Population", "group_of", "outlook", "read"]
