"""The site while it is written: a page is made when the browser asks for it, from what is saved at that moment.

Nothing has to be built before a change is seen, however many pages there are: project, templates and navigation stay in
memory, and only what was saved is read again. What is no page of text (search, feeds, cards) comes from a complete build
that runs behind, some time after the last change.
"""
