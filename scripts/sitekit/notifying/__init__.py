"""Telling search engines which pages have changed, at once: IndexNow and Baidu's push interface."""
