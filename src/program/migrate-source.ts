/**
 * What a running Mesos master remembers, asked over HTTP: its whole registry where it shows it; else, when that endpoint
 * is disabled or missing, what its operator API tells.
 */
import type { MasterInfo } from "../model/gen/mesos.ts";
import type { Registry } from "../model/gen/registry.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { RegistryCodec } from "../wire/gen/registry.ts";
import { parseJson } from "../wire/json.ts";
import { registryOfApi } from "./migrate-api.ts";

export interface ReadRegistry {
  readonly registry: Registry;
  readonly master: MasterInfo;
  /** What could not be had this way, in a line for the operator. */
  readonly missing?: string;
}

const TIMEOUT_MS = 60_000;
const NOT_IN_API =
  "It does not show its registry, so this came through its API, which does not list unreachable and gone agents: mark " +
  "those that are gone as gone again.";

/** From the leader that the given master names; a master that does not lead has an empty registry. */
export async function readRegistry(from: string): Promise<Result<ReadRegistry>> {
  const base = URL.canParse(from) ? new URL(from) : undefined;
  if (base === undefined || base.protocol !== "http:") {
    return err(`Invalid --from '${from.replace(/\/\/.*@/, "//…@")}': expected http://host:port`);
  }
  const { username, password } = base;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
  const headers: Record<string, string> = username === "" ? {} : { Authorization: `Basic ${credentials}` };
  const ask = async (url: string, more: RequestInit = {}): Promise<Response> => {
    const { headers: extra = {}, ...rest } = more;
    try {
      return await fetch(url, {
        ...rest, headers: { ...headers, ...(extra as Record<string, string>) }, redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      const { cause, message } = error as Error;
      throw new Error(`Cannot reach ${url}: ${(cause as Error | undefined)?.message ?? message}`);
    }
  };
  const redirect = await ask(`http://${base.host}/master/redirect`);
  const leader = redirect.headers.get("location")?.replace(/^(http:)?\/\//, "") ?? base.host;
  const url = `http://${leader}/registrar(1)/registry`;
  const answer = await ask(url);
  if (answer.status === 401) return err(`${url} answered 401: give credentials as http://user:password@host:port`);
  if (answer.status === 403 || answer.status === 404) {
    const told = await registryOfApi(`http://${leader}/api/v1`, ask);
    return told.ok ? ok({ ...told.value, missing: NOT_IN_API }) : err(`${url} answered ${answer.status}, and ${told.error}`);
  }
  if (!answer.ok) return err(`${url} answered ${answer.status}`);
  const json = parseJson(await answer.text());
  const registry = json.ok ? RegistryCodec.fromJson(withV1Names(json.value)) : json;
  if (!registry.ok) return err(`${url} is not a registry: ${registry.error}`);
  const { master } = registry.value;
  if (master === undefined) return err(`${url} is empty: no master leads there yet`);
  return ok({ registry: registry.value, master: master.info });
}

/** A list of agents is one of `slaves` in a Mesos master's words. */
function withV1Names(json: unknown): unknown {
  if (typeof json !== "object" || json === null) return json;
  const renamed = (value: unknown): unknown =>
    typeof value === "object" && value !== null && "slaves" in value ? { agents: value.slaves } : value;
  const { slaves, unreachable, gone, ...rest } = json as Record<string, unknown>;
  return {
    ...rest,
    ...(slaves === undefined ? {} : { agents: renamed(slaves) }),
    ...(unreachable === undefined ? {} : { unreachable: renamed(unreachable) }),
    ...(gone === undefined ? {} : { gone: renamed(gone) }),
  };
}
