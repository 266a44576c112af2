/**
 * What an agent may say, one file per message, and what becomes of one that says nothing any more.
 *
 *     register ──> registered ──exited──> disconnected ──reregister──> registered
 *                      │ no pongs              │ too late
 *                      └──────> unreachable <──┘ ──reregister──> registered      gone: never again
 *
 * An agent enters and leaves the registry before anybody is told (AGT-05, AGT-33): each of those verbs asks for a
 * registry operation and goes on in its `continue…` function. `master.transitions` says who is between the two.
 *
 * This file: which agents may enter at all.
 */
import type { AgentInfo } from "../../model/gen/mesos.ts";
import { machineAt } from "../../model/machine.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";

const OLDEST_AGENT_MAJOR = 1;

/**
 * May this agent enter? If not it is told to shut down when its machine is under maintenance (AGT-06), else it is
 * ignored, so that its tasks live on until somebody has set it right (AGT-07, AGT-08).
 */
export function mayEnter(master: Master, from: Upid, info: AgentInfo, version: string, out: Outbox): boolean {
  if (machineAt(master.machines, { hostname: info.hostname, ip: from.host })?.mode === "DOWN") {
    out.send(from, "mesos.internal.ShutdownMessage", { message: "Machine is `DOWN`" });
    return false;
  }
  const flaw = flawOf(master, info, version);
  if (flaw === undefined) return true;
  out.log("warn", `ignoring an agent: ${flaw}`, { from, hostname: info.hostname });
  return false;
}

function flawOf(master: Master, info: AgentInfo, version: string): string | undefined {
  const [, major, prerelease] = /^(\d+)(?:\.\d+){0,2}(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.exec(version) ?? [];
  if (major === undefined) return `its version '${version}' is not of the form 1.2.3`;
  const isPreview = prerelease !== undefined && /^1(\.0)*-/.test(version);
  if (Number(major) < OLDEST_AGENT_MAJOR || isPreview) return `its version ${version} is older than 1.0.0`;
  const { domain, requireAgentDomain } = master.options;
  if (info.domain !== undefined && domain === undefined) return "it has a domain and this master has none";
  if (info.domain === undefined && requireAgentDomain) return "it has no domain (--require_agent_domain)";
  return undefined;
}
