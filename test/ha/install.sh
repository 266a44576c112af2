#!/bin/sh
# Installs what the tests of high availability need, and only what is missing: Java and ZooKeeper's server.
set -eu
missing=""
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
[ -e "${ZOOKEEPER_JAR:-/usr/share/java/zookeeper.jar}" ] || missing="$missing zookeeper"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ]; then echo "missing:$missing (not root, so not installed)" >&2; exit 0; fi
apt-get update -q
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
