/** GET /state, /slaves, /frameworks: everything this master knows (EPM-07, EPM-08, EPM-11; JSN-01 to JSN-07). */
import type { AgentId } from "../../model/id.ts";
import { DomainInfoCodec } from "../../wire/gen/mesos.ts";
import type { Piece } from "../../wire/pieces.ts";
import { authorized } from "../authorize/authorize.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { Viewer } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { agentMoment } from "../state/agent.ts";
import { agentMembers, agentMoments, fullAgentMembers, recoveredAgentMembers } from "./agent.ts";
import { answerPieces, pushList } from "./answer.ts";
import { flagsObject } from "./flags.ts";
import { pushFramework } from "./framework.ts";
import { double, members, message, object, optional, secondsOf, string, strings } from "./json.ts";
import type { Member } from "./json.ts";
import { versionMembers } from "./version.ts";

export function state(master: Master, request: HttpRequest): HttpResponse {
  const viewer = viewerOf(master, request.principal);
  const withFlags = authorized(master, request.principal, "VIEW_FLAGS");
  const pieces: Piece[] = [`{${members(top(master, withFlags))},"slaves":`];
  pushList(pieces, agentMoments(master.agents), (agent) => `{${agentMembers(agent, viewer)}}`);
  pieces.push(',"recovered_slaves":');
  pushRecovered(pieces, master, undefined);
  pieces.push(",");
  pushFrameworks(pieces, master, undefined, viewer);
  pieces.push(',"orphan_tasks":[],"unregistered_frameworks":[]}');
  return answerPieces(request, pieces);
}

export function slaves(master: Master, request: HttpRequest): HttpResponse {
  const wanted = request.query["slave_id"];
  const one = master.agents.get(wanted as AgentId);
  const shown = wanted === undefined ? agentMoments(master.agents) : one === undefined ? [] : [agentMoment(one)];
  const viewer = viewerOf(master, request.principal);
  const pieces: Piece[] = ['{"slaves":'];
  pushList(pieces, shown, (agent) => `{${fullAgentMembers(agent, viewer)}}`);
  pieces.push(',"recovered_slaves":');
  pushRecovered(pieces, master, wanted);
  pieces.push("}");
  return answerPieces(request, pieces);
}

export function frameworks(master: Master, request: HttpRequest): HttpResponse {
  const pieces: Piece[] = ["{"];
  pushFrameworks(pieces, master, request.query["framework_id"], viewerOf(master, request.principal));
  pieces.push(',"unregistered_frameworks":[]}');
  return answerPieces(request, pieces);
}

function top(master: Master, withFlags: boolean): readonly (Member | undefined)[] {
  const { options, electedAtMs, leader, info, agents } = master;
  const { flags } = options;
  let active = 0;
  for (const agent of agents.values()) if (agent.active) active++;
  return [
    ...versionMembers(options.version),
    ["start_time", double(secondsOf(options.startedAtMs))],
    optional("elected_time", electedAtMs, (ms) => double(secondsOf(ms))),
    ["id", string(options.id)],
    ["pid", string(info.pid ?? "")],
    ["hostname", string(options.hostname)],
    ["capabilities", strings((info.capabilities ?? []).map(({ type = "UNKNOWN" }) => type))],
    ["activated_slaves", double(active)],
    ["deactivated_slaves", double(agents.size - active)],
    ["unreachable_slaves", double(master.unreachableAgents.size)],
    optional("domain", options.domain, message(DomainInfoCodec)),
    optional("leader", leader, ({ pid = "" }) => string(pid)),
    optional("leader_info", leader, (found) => object([
      ["id", string(found.id)],
      ["pid", string(found.pid ?? "")],
      ["port", String(found.port)],
      ["hostname", string(found.hostname ?? "")],
      optional("domain", found.domain, message(DomainInfoCodec)),
    ])),
    ...(withFlags ? flagMembers(options.cluster, flags) : []),
  ];
}

function flagMembers(
  cluster: string | undefined, flags: Readonly<Record<string, string>>,
): readonly (Member | undefined)[] {
  return [
    optional("cluster", cluster, string),
    optional("log_dir", flags["log_dir"], string),
    optional("external_log_file", flags["external_log_file"], string),
    ["flags", flagsObject(flags)],
  ];
}

function pushRecovered(pieces: Piece[], { recoveredAgents: all }: Master, wanted: string | undefined): void {
  const shown = [...all.values()].filter(({ id }) => wanted === undefined || id?.value === wanted);
  pushList(pieces, shown, (info) => `{${recoveredAgentMembers(info)}}`);
}

function pushFrameworks(
  pieces: Piece[], { frameworks: live, completedFrameworks }: Master, wanted: string | undefined, viewer: Viewer,
): void {
  for (const [name, all] of [["frameworks", live], ["completed_frameworks", completedFrameworks]] as const) {
    let separator = `${name === "frameworks" ? "" : ","}"${name}":[`;
    for (const framework of all.values()) {
      if ((wanted !== undefined && framework.id !== wanted) || !viewer.framework(framework.info)) continue;
      pieces.push(separator);
      pushFramework(pieces, framework, viewer);
      separator = ",";
    }
    pieces.push(separator === "," ? "]" : `${separator}]`);
  }
}
