/**
 * `zk://user:password@host:port,host:port/path` (REG-33). A `file://` in its place is read with the flags (flags.ts).
 */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";

export interface ZooKeeperUrl {
  readonly servers: readonly { readonly host: string; readonly port: number }[];
  /** Absolute, without a slash at its end. */
  readonly path: string;
  /** `user:password` */
  readonly credentials: string | undefined;
}

const DEFAULT_PORT = 2181;

/** Whether a --master names an ensemble rather than a master. */
export function isZooKeeperUrl(text: string): boolean {
  return text.trim().startsWith("zk://");
}

export function parseZooKeeperUrl(written: string): Result<ZooKeeperUrl> {
  const text = written.trim();
  // The password is not repeated in an error: errors end in logs.
  const shown = text.replace(/\/\/.*@/s, "//…@");
  const [, credentials, hosts = "", path = ""] = /^zk:\/\/(?:([^@/]*)@)?([^/]+)(\/.*)?$/.exec(text) ?? [];
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
  return ok({ servers, path: normal, credentials });
}
