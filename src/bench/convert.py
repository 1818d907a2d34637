#!/usr/bin/env python3
"""Turns the neutral benchmark archive into a Broadsheet site, in place: convert.py SITE

Links between articles become references, since our addresses have the day in them; pictures move below content/.
The words stay the same. Run once on a fresh copy; then lay src/bench/ours/ over it.
"""
import os
import re
import shutil
import sys

LINK = re.compile(r"(?<!!)\[([^\]\n]*)\]\(/[a-z]+/\d{4}/\d{2}/([^/)\s]+)/\)")
IMAGE = re.compile(r"^image: (\S+)\nimageAlt: (.*)$", re.MULTILINE)

site = sys.argv[1]
media = os.path.join(site, "static", "media")
if os.path.isdir(media):
    shutil.move(media, os.path.join(site, "content", "media"))
for folder, _, names in os.walk(os.path.join(site, "content")):
    for name in names:
        if name.endswith(".md"):
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
            text = IMAGE.sub(r"image: {src: \1, alt: \2}", text)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(LINK.sub(r"[[\2|\1]]", text))
