"""Runs inside Pyodide: what the shipped scoring package answers to one request about each of several policies.

Takes /job/scoring.zip and /job/samples.json (a list: the policy's text, the method, the request); writes
/job/answers.json: the answers in the same order.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, "/job/scoring.zip")

from generator.scorer import load

samples = json.loads(Path("/job/samples.json").read_text(encoding="utf-8"))
answers = [getattr(load(policy), method)(request) for policy, method, request in samples]
Path("/job/answers.json").write_text(json.dumps(answers), encoding="utf-8")
