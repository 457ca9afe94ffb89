"""Compares the F1 of each set of annotated pages with the committed floor. usage: extraction-floor.py PAGES EXTRACTED FLOOR"""
import glob
import json
import os
import subprocess
import sys

pages, extracted, floor_file = sys.argv[1:]
floor = json.load(open(floor_file, encoding="utf-8"))
failed = False
for name, least in floor.items():
    folder, damaged = (name.split("/") + [""])[:2]
    pairs = []
    for gold in sorted(glob.glob(os.path.join(pages, folder, "*.json"))):
        stem = os.path.basename(gold)[: -len(".json")] + (".damaged" if damaged else "")
        pairs += [gold, os.path.join(extracted, folder, stem + ".json")]
    report = json.loads(subprocess.run(
        [sys.executable, os.path.join(pages, "..", "score.py"), *pairs, "--json"], check=True, capture_output=True, text=True).stdout)
    for part, least_f1 in least.items():
        f1 = report[part]["f1"]
        below = f1 < least_f1
        failed |= below
        print(f"{name:14} {part:15} F1 {f1:.3f}  floor {least_f1:.3f}{'  BELOW' if below else ''}")
sys.exit(failed)
