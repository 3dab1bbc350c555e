"""What is looked at in a built site before it goes out. Each module looks at one thing; `audits` lists them all.

An audit reads the folder of the built site and nothing else of the project but the limits and tables of `data/`.
"""
