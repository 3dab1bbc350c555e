"""What a page tells machines of itself, as JSON-LD in the words of schema.org. One module per kind of thing.

Every value comes from the data that the page itself is made of. Creative works (sites, pages, news, data) of several
languages are `translationOfWork` of the Vietnamese one; things (places, events) have one node per language, linked by
`sameAs`. What nobody has published (coordinates, opening hours, whether an event is confirmed) is left out.
"""
