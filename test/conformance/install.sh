#!/usr/bin/env bash
# What the conformance tests need beyond npm: Go and the Mesos bindings for it, as Debian ships them. Does nothing where they
# are there already.
set -euo pipefail
if command -v go >/dev/null && [ -d /usr/share/gocode/src/github.com/mesos/mesos-go/api/v0 ]; then exit 0; fi
export DEBIAN_FRONTEND=noninteractive
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends golang-go golang-github-mesos-mesos-go-dev
