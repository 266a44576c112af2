/** The endpoints that are older than the API (EPM-03 to EPM-06, EPM-16, 18, 20, 21, 23, 24, 26), on the same verbs. */
import type { MachineID, Offer_Operation, Resource } from "../../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import { err } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { ScheduleCodec } from "../../wire/gen/maintenance.ts";
import { MachineIDCodec, ResourceCodec, WeightInfoCodec } from "../../wire/gen/mesos.ts";
import { QuotaRequestCodec } from "../../wire/gen/quota.ts";
import type { HttpResponse } from "../event.ts";
import { text } from "../responses.ts";
import type { Handler } from "../routes.ts";
import type { Asked } from "./asked.ts";
import { bodyText, readForm, readJsonArray, readJsonObject, readMessages } from "./forms.ts";
import { teardown } from "./leave.ts";
import { startMaintenance, stopMaintenance, updateSchedule } from "./maintenance.ts";
import { removeQuota, setQuota } from "./quota.ts";
import { operateOn } from "./resources.ts";
import { updateWeights } from "./weights.ts";

type Answer = (asked: Asked) => HttpResponse | undefined;

const handler = (answer: Answer): Handler => (master, request, nowMs, out) => answer({ master, request, nowMs, out });

/** Forms about resources of an agent; each endpoint puts its errors a little differently. */
const onAgent = (
  field: "resources" | "volumes", error: string,
  operation: (list: readonly Resource[], source: readonly Resource[]) => Offer_Operation,
): Handler => handler((asked) => {
  const form = readForm(asked.request);
  if (!form.ok) return text(400, form.error);
  const agentId = form.value.get("slaveId");
  if (agentId === undefined) return text(400, missing("slaveId"));
  const list = readResources(form.value, field, error);
  if (!list.ok) return text(400, list.error);
  const isMove = operation(list.value, []).type === "RESERVE" && form.value.has("source");
  const source = isMove ? readResources(form.value, "source", error) : undefined;
  if (source?.ok === false) return text(400, source.error);
  return operateOn(asked, agentId as AgentId, operation(list.value, source?.value ?? []));
});

function readResources(form: ReadonlyMap<string, string>, field: string, error: string): Result<readonly Resource[]> {
  const value = form.get(field);
  if (value === undefined) return err(missing(field));
  const list = readJsonArray(value);
  const resources = list.ok ? readMessages(ResourceCodec, list.value) : list;
  return resources.ok ? resources : err(`${error} '${field}' query parameter in the request body: ${resources.error}`);
}

function missing(field: string): string {
  return `Missing '${field}' query parameter in the request body`;
}

const machines = (
  verb: (asked: Asked, list: readonly MachineID[]) => HttpResponse | undefined,
): Handler => handler((asked) => {
  const list = readJsonArray(bodyText(asked.request));
  const read = list.ok ? readMessages(MachineIDCodec, list.value) : list;
  return read.ok ? verb(asked, read.value) : text(400, read.error);
});

export const LEGACY = {
  reserve: onAgent("resources", "Error parsing", (resources, source) => (
    { type: "RESERVE", reserve: { source, resources } })),
  unreserve: onAgent("resources", "Error in parsing", (resources) => ({ type: "UNRESERVE", unreserve: { resources } })),
  createVolumes: onAgent("volumes", "Error in parsing", (volumes) => ({ type: "CREATE", create: { volumes } })),
  destroyVolumes: onAgent("volumes", "Error in parsing", (volumes) => ({ type: "DESTROY", destroy: { volumes } })),
  machineDown: machines(startMaintenance),
  machineUp: machines(stopMaintenance),
  schedule: handler((asked) => {
    const json = readJsonObject(bodyText(asked.request));
    const schedule = json.ok ? ScheduleCodec.fromJson(json.value) : json;
    return schedule.ok ? updateSchedule(asked, schedule.value) : text(400, schedule.error);
  }),
  teardown: handler((asked) => {
    const form = readForm(asked.request);
    if (!form.ok) return text(400, form.error);
    const id = form.value.get("frameworkId");
    return id === undefined ? text(400, missing("frameworkId")) : teardown(asked, id as FrameworkId);
  }),
  weights: handler((asked) => {
    const body = bodyText(asked.request);
    const list = readJsonArray(body);
    if (!list.ok) return text(400, `Failed to parse update weights request JSON '${body}': ${list.error}`);
    const infos = readMessages(WeightInfoCodec, list.value);
    if (!infos.ok) return text(400, `Failed to convert weights JSON array to protobuf '${body}': ${infos.error}`);
    return updateWeights(asked, infos.value);
  }),
  setQuota: handler((asked) => {
    const body = bodyText(asked.request);
    const json = readJsonObject(body);
    if (!json.ok) return text(400, `Failed to parse set quota request JSON '${body}': ${json.error}`);
    const quota = QuotaRequestCodec.fromJson(json.value);
    if (!quota.ok) return text(400, `Failed to validate set quota request JSON '${body}': ${quota.error}`);
    return setQuota(asked, quota.value);
  }),
  removeQuota: handler((asked) => {
    const segments = asked.request.path.split("/").filter((segment) => segment !== "");
    if (segments[0] !== "master") segments.unshift("master");
    const path = `/${segments.join("/")}`;
    if (segments.length < 3) {
      const found = `expected 3 tokens, found ${segments.length} tokens`;
      return text(400, `Failed to parse remove quota request for path '${path}': ${found}`);
    }
    return removeQuota(asked, segments.slice(2).join("/"), ` for path '${path}'`);
  }),
} satisfies Readonly<Record<string, Handler>>;
