"""All style sheets of the site as one file, cut to what its pages can use: vocabulary → selectors → cutting → tidying → writing."""
