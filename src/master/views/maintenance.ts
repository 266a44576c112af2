/**
 * GET /maintenance/schedule and /maintenance/status, and what the operator API says of both (EPM-17, EPM-19, MNT-07).
 */
import type { InverseOfferStatus } from "../../model/gen/allocator.ts";
import type { ClusterStatus, Schedule } from "../../model/gen/maintenance.ts";
import type { MachineID } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import { timeInfo } from "../../model/duration.ts";
import { machineKey } from "../../model/machine.ts";
import { ClusterStatusCodec, ScheduleCodec } from "../../wire/gen/maintenance.ts";
import { authorized } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";

export function maintenanceSchedule(master: Master, request: HttpRequest): HttpResponse {
  return answerJson(request, ScheduleCodec.toJson(shownSchedule(master, request.principal)));
}

export function maintenanceStatus(master: Master, request: HttpRequest): HttpResponse {
  return answerJson(request, ClusterStatusCodec.toJson(shownStatus(master, request.principal)));
}

/** ACLs cannot tell machines apart: all of it is shown, or nothing. */
export function shownSchedule(master: Master, principal: Principal | undefined): Schedule {
  return authorized(master, principal, "GET_MAINTENANCE_SCHEDULE") ? scheduleOf(master) : {};
}

export function shownStatus(master: Master, principal: Principal | undefined): ClusterStatus {
  return authorized(master, principal, "GET_MAINTENANCE_STATUS") ? statusOf(master) : {};
}

function scheduleOf({ maintenanceSchedule: schedule }: Master): Schedule {
  return schedule ?? {};
}

/**
 * Machines that are scheduled, with what frameworks answered to the inverse offers for their agents, and those that are
 * down.
 */
function statusOf(master: Master): ClusterStatus {
  const machines = [...master.machines];
  const answers = machines.some(([, { mode }]) => mode === "DRAINING") ? answersByMachine(master) : new Map();
  return {
    draining_machines: machines
      .filter(([, { mode }]) => mode === "DRAINING")
      .map(([key, { id }]) => ({ id, statuses: answers.get(key) ?? [] })),
    down_machines: machines.filter(([, { mode }]) => mode === "DOWN").map(([, { id }]): MachineID => id),
  };
}

function answersByMachine({ agents, allocator }: Master): ReadonlyMap<string, readonly InverseOfferStatus[]> {
  const byMachine = new Map<string, InverseOfferStatus[]>();
  for (const { agentId, frameworkId, status, answeredAtMs } of allocator.inverseOfferStatuses()) {
    const agent = agents.get(agentId);
    if (agent === undefined) continue;
    const key = machineKey({ hostname: agent.info.hostname, ip: agent.pid.host });
    const answer = { status, framework_id: { value: frameworkId }, timestamp: timeInfo(answeredAtMs) };
    const answers = byMachine.get(key);
    if (answers === undefined) byMachine.set(key, [answer]);
    else answers.push(answer);
  }
  return byMachine;
}
