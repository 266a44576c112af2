/** What happened, for people: a line per event, and one per thing the master did about it. */
import { readOperatorCall } from "../wire/v1/operator.ts";
import { readSchedulerCall } from "../wire/v1/scheduler.ts";
import type { HttpRequest, MasterEvent } from "../master/event.ts";
import type { Effect } from "../master/outbox.ts";
import { printUpid } from "../model/upid.ts";
import type { Happening } from "./replay.ts";

/** Identifiers shown of one thing; a state of the whole cluster has more than anybody reads. */
const MOST_SHOWN = 12;
const MOST_LOOKED_AT = 2_000;

export function linesOf({ number, atMs, event, effects }: Happening, timeText: (atMs: number) => string): string[] {
  const head = event === undefined ? [] : [`#${number} ${timeText(atMs)} ${eventText(event)}`];
  return [...head, ...effects.flatMap((effect) => effectText(effect) ?? []).map((text) => `    ${text}`)];
}

function eventText(event: MasterEvent): string {
  switch (event.type) {
    case "detected":
      return `detected ${event.leader === undefined ? "nobody leads" : `${event.leader.hostname ?? event.leader.id} leads`}`;
    case "elected":
      return `elected with a registry of ${event.registry.size} entries`;
    case "message":
      return `message ${shortName(event.message.name)} from ${printUpid(event.from)}${about(event.message.value)}`;
    case "exited":
      return `exited ${printUpid(event.peer)}`;
    case "request":
      return `request ${requestText(event.request)}`;
    case "stream-closed":
      return `stream closed ${event.stream}`;
    case "timer": {
      const { kind, ...subject } = event.timer;
      return ["timer", kind, ...Object.values(subject)].join(" ");
    }
    case "persisted":
      return `durable ${event.then.kind}${about(event.then)}`;
    case "allocated":
      return `allocated in cycle ${event.result.cycle}${event.result.status === 0 ? "" : `, which failed (${event.result.status})`}`;
  }
}

function requestText({ id, method, path, headers, body, principal, streamId }: HttpRequest): string {
  const who = principal?.value === undefined ? "" : ` by ${principal.value}`;
  const call = callIn(path, headers["content-type"], body);
  return `${id} ${method} ${path}${who}${call?.type === "SUBSCRIBE" ? ` (stream ${streamId})` : ""}${call === undefined ? "" : ` ${call.type}${about(call)}`}`;
}

function callIn(path: string, contentType: string | undefined, body: Uint8Array): { readonly type?: string | undefined } | undefined {
  if (body.length === 0) return undefined;
  const read = path.endsWith("/scheduler") ? readSchedulerCall(contentType, body)
    : path.endsWith("/api/v1") ? readOperatorCall(contentType, body) : undefined;
  return read?.ok === true ? read.value : undefined;
}

function effectText(effect: Effect): string | undefined {
  switch (effect.kind) {
    case "send":
      return `sends ${shortName(effect.message.name)} to ${printUpid(effect.to)}${about(effect.message.value)}`;
    case "broadcast":
      return `sends ${shortName(effect.message.name)} to ${effect.to.length} agents${about(effect.message.value)}`;
    case "write":
      return `tells stream ${effect.stream} ${effect.event.type}${about(effect.event)}`;
    case "publish":
      return `tells ${effect.streams.length} operators ${effect.event.type}${about(effect.event)}`;
    case "record":
      return `tells stream ${effect.stream} how things stand`;
    case "reply":
      return `answers request ${effect.request} ${effect.response.status}${typeof effect.response.body === "string" && effect.response.status >= 400 ? ` ${effect.response.body}` : ""}`;
    case "open":
      return `answers request ${effect.request} with stream ${effect.stream}`;
    case "end":
      return `ends stream ${effect.stream}`;
    case "allocate":
      return `begins cycle ${effect.job.cycle}`;
    case "resign":
      return `resigns: ${effect.why}`;
    case "log":
      return effect.level === "debug" ? undefined : `${"audit" in effect.fields ? "audit" : `notes ${effect.text}`} ${JSON.stringify(effect.fields)}`;
    case "link":
    case "relink":
    case "unlink":
      return `${effect.kind}s ${printUpid(effect.to)}`;
    default:
      return undefined;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  task_id: "task", framework_id: "framework", agent_id: "agent", slave_id: "agent", executor_id: "executor", offer_id: "offer",
  offer_ids: "offer", inverse_offer_ids: "offer", operation_id: "operation", taskId: "task", frameworkId: "framework", agentId: "agent",
};

/** Identifiers and states in a value, each once: ` task=t1 agent=S0 state=TASK_RUNNING`. */
function about(value: object): string {
  const found = new Set<string>();
  const waiting: unknown[] = [value];
  for (let looked = 0; looked < waiting.length && looked < MOST_LOOKED_AT && found.size <= MOST_SHOWN; looked++) {
    const one = waiting[looked];
    if (typeof one !== "object" || one === null || one instanceof Uint8Array) continue;
    for (const [key, field] of Object.entries(one)) {
      const name = NAMES[key];
      const ids = name === undefined ? [] : Array.isArray(field) ? field : [field];
      for (const id of ids) {
        const text = typeof id === "string" ? id : (id as { value?: unknown } | undefined)?.value;
        if (typeof text === "string") found.add(`${name}=${text}`);
      }
      if (key === "state" && typeof field === "string") found.add(`state=${field}`);
      if (typeof field === "object" && field !== null) waiting.push(field);
    }
  }
  const texts = [...found];
  return texts.length === 0 ? "" : ` ${texts.slice(0, MOST_SHOWN).join(" ")}${texts.length > MOST_SHOWN ? " …" : ""}`;
}

function shortName(name: string): string {
  return name.replace(/^mesos\.(internal\.|scheduler\.)?/, "");
}
