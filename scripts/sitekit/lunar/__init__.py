"""The Vietnamese lunar calendar: months from new moon to new moon, counted by the days of Viet Nam (UTC+7).

Computed here because no package was good enough: those for China count by another meridian, and those for Viet Nam
(lunar-vn 1.4, vnlunar 1.0) are ports of one simplified program that begins some months of this century a day off.
"""

from sitekit.lunar.calendar import LunarDay, from_solar, month_length, to_solar

__all__ = ["LunarDay", "from_solar", "month_length", "to_solar"]
