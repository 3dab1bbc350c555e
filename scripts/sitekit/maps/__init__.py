"""Places on other people's maps: links to map services, and files for devices that find the way."""
