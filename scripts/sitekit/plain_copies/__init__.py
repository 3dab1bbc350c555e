"""Every page as plain Markdown, and llms.txt, which lists them: for programs that read text and not mark-up."""
