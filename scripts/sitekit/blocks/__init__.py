"""Blocks of a page that are written from data: `{{ map }}`, `{{ events }}`, `{{ table: parks }}`. One module for each."""
