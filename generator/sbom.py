"""A list of all that the site is made of, as CycloneDX: what is shipped, and what only builds it.

``python -m generator.sbom FILE`` writes it. It is made from the lock files alone: no clock, no network, the same bytes.
"""

import base64
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from generator import paths
from generator.writing.engine.licences import LINKED, LINKED_FIRST
from generator.writing.engine.toolchain import FIRST_RUNTIME, Toolchain

type Plain = Mapping[str, object]

_SHIPPED: Final = frozenset({FIRST_RUNTIME, "pyodide", "qr"})
"""npm packages of which something reaches the visitor."""
_PINNED: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", re.MULTILINE)


def sbom_text(project: Path, toolchain: Toolchain) -> str:
    """The list as JSON text; raises EngineBuildError where Pyodide's package is missing, and OSError."""
    npm = json.loads((project / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    python = (project / ".setup" / "requirements.txt").read_text(encoding="utf-8")
    components = [*_linked(toolchain), *_npm(npm), *_python(python)]
    root = npm[""]
    serial = uuid5(NAMESPACE_URL, json.dumps(components, sort_keys=True))
    return _written(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": f"urn:uuid:{serial}",
            "version": 1,
            "metadata": {
                "component": {
                    "type": "application",
                    "bom-ref": root["name"],
                    "name": root["name"],
                    "version": root["version"],
                    "licenses": [{"license": {"id": root["license"]}}],
                }
            },
            "components": components,
        }
    )


def _linked(toolchain: Toolchain) -> Iterator[Plain]:
    """What is inside of Pyodide's and MicroPython's WebAssembly; of most the version is not stated anywhere, so none is given."""
    python = toolchain.lock_info["python"]
    yield {
        "type": "platform",
        "bom-ref": f"pkg:generic/cpython@{python}",
        "name": "CPython",
        "version": python,
        "scope": "required",
        "licenses": [{"license": {"id": "Python-2.0"}}],
        "purl": f"pkg:generic/cpython@{python}",
    }
    for part in (*LINKED, *LINKED_FIRST):
        yield {
            "type": "library",
            "bom-ref": f"linked:{part.name}",
            "name": part.name,
            "scope": "required",
            "licenses": [{"license": {"id": part.spdx}}],
            "externalReferences": [{"type": "website", "url": part.source}],
        }


def _npm(packages: Mapping[str, Mapping[str, str]]) -> Iterator[Plain]:
    for place, package in sorted(packages.items()):
        if not place:
            continue
        name, version = place.rpartition("node_modules/")[2], package["version"]
        purl = f"pkg:npm/{name.replace('@', '%40')}@{version}"
        algorithm, _, digest = package["integrity"].partition("-")
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "scope": "required" if name in _SHIPPED else "excluded",
            "hashes": [
                {
                    "alg": algorithm.upper().replace("SHA", "SHA-"),
                    "content": base64.b64decode(digest).hex(),
                }
            ],
            "licenses": [{"expression": package["license"]}],
            "purl": purl,
        }


def _python(requirements: str) -> Iterator[Plain]:
    """What builds and tests the site; a package has as many hashes as there are files of it, so none is singled out."""
    for name, version in _PINNED.findall(requirements):
        purl = f"pkg:pypi/{name.lower()}@{version}"
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "scope": "excluded",
            "purl": purl,
        }


def _written(bom: Plain) -> str:
    return json.dumps(bom, ensure_ascii=False, indent=1) + "\n"


def main(file: str) -> None:
    """Writes the list into the file."""
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=paths.CACHE / "engine")
    Path(file).write_text(sbom_text(paths.PROJECT, toolchain), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
