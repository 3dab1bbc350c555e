"""What a first visit of a built page moves besides pictures: faces → visit → parts; the limits are in data/reports/weights.yml."""
