/**
 * `zk://user:password@host:port,host:port/path` (REG-33). A `file://` in its place is read with the flags (flags.ts).
 * `zks://…` is ours: the same by TLS, to the port that the servers call secureClientPort, with the certificates and the checks of
 * LIBPROCESS_SSL_*. Mesos' own client speaks no TLS with ZooKeeper.
 */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { readTls } from "../tls/settings.ts";
import type { TlsSettings } from "../tls/settings.ts";

export interface ZooKeeperUrl {
  readonly servers: readonly { readonly host: string; readonly port: number }[];
  /** Absolute, without a slash at its end. */
  readonly path: string;
  /** `user:password` */
  readonly credentials: string | undefined;
  /** Undefined: its servers are spoken to plainly. */
  readonly tls?: TlsSettings | undefined;
}

const DEFAULT_PORT = 2181;

/** Whether a --master names an ensemble rather than a master. */
export function isZooKeeperUrl(text: string): boolean {
  return /^zks?:\/\//.test(text.trim());
}

/** `env`: where the certificates are, for `zks://`. */
export function parseZooKeeperUrl(
  written: string, env: Readonly<Record<string, string | undefined>> = process.env,
): Result<ZooKeeperUrl> {
  const text = written.trim();
  // The password is not repeated in an error: errors end in logs.
  const shown = text.replace(/\/\/.*@/s, "//…@");
  const [, scheme, credentials, hosts = "", path = ""] = /^(zks?):\/\/(?:([^@/]*)@)?([^/@]+)(\/.*)?$/.exec(text) ?? [];
  if (hosts === "") return err(`Invalid ZooKeeper URL '${shown}': expected zk://host:port,host:port/path`);
  if (credentials !== undefined && !/^[^:]+:.+$/.test(credentials)) {
    return err(`Invalid ZooKeeper URL '${shown}': expected user:password in front of the @`);
  }
  const servers: { host: string; port: number }[] = [];
  for (const each of hosts.split(",")) {
    const [, host, port = String(DEFAULT_PORT)] = /^([^:\s]+)(?::(\d{1,5}))?$/.exec(each.trim()) ?? [];
    if (host === undefined || Number(port) > 65_535) {
      return err(`Invalid ZooKeeper URL '${shown}': '${each}' is not host:port`);
    }
    servers.push({ host, port: Number(port) });
  }
  const normal = path.replace(/\/+$/, "");
  if (normal === "") return err(`Expecting a (chroot) path for ZooKeeper ('/' is not supported): ${shown}`);
  if (/\/\/|\/\.\.?(\/|$)/.test(normal)) {
    return err(`Invalid ZooKeeper URL '${shown}': '${normal}' is not a path of a node`);
  }
  if (scheme === "zk") return ok({ servers, path: normal, credentials });
  const tls = readTls(env);
  if (!tls.ok) return tls;
  if (tls.value === undefined) return err("zks:// needs LIBPROCESS_SSL_ENABLED and the certificate, key and CA to speak TLS with ZooKeeper");
  return ok({ servers, path: normal, credentials, tls: tls.value });
}
