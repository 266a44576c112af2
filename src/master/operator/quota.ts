/**
 * UPDATE_QUOTA, and SET_QUOTA and REMOVE_QUOTA of old with the endpoint /quota (CAL-35 to CAL-37, EPM-23, EPM-24): what
 * a role is guaranteed at least and may have at most (ALC-14 to ALC-20).
 */
import type { Call_UpdateQuota } from "../../model/gen/master.ts";
import type { QuotaConfig, QuotaInfo, QuotaRequest } from "../../model/gen/quota.ts";
import type { Role } from "../../model/id.ts";
import { quotaFrom, withinLimits } from "../../model/quota.ts";
import type { Quota } from "../../model/quota.ts";
import { printQuantities } from "../../model/quantities.ts";
import { upgradeResources } from "../../model/reservation-format.ts";
import { validateRole } from "../../model/role.ts";
import { validateResources } from "../../model/validate-resource.ts";
import { forbidden } from "../authorize/authorize.ts";
import type { Continuation, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { quotaKey } from "../registry/records.ts";
import { text } from "../responses.ts";
import { must } from "../state/tables.ts";
import { isWhitelisted } from "../validate/role.ts";
import { quotaUse } from "../views/roles.ts";
import { DONE, askRegistry } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { overcommitment, quotaError, treeError } from "./quota-rules.ts";
import { rescindForGuarantee, rescindForQuota } from "./rescind-for-quota.ts";

const OVERRIDE = "(use 'force' flag to bypass this check)";

export function updateQuota(
  asked: Asked, { quota_configs: configs = [], force }: Call_UpdateQuota,
): HttpResponse | undefined {
  const { master, request } = asked;
  for (const config of configs) {
    const error = configError(master, config);
    if (error !== undefined) return text(400, error);
  }
  const after = quotasAfter(master, configs);
  const error =
    (force === true ? undefined : consumptionError(master, configs)) ??
    treeError(after) ??
    (force === true ? undefined : overcommitError(master, after));
  if (error !== undefined) return text(400, `Invalid QuotaConfig: ${error}`);
  const refusal = forbidden(master, request.principal, "UPDATE_QUOTA", configs.map(({ role }) => role));
  if (refusal !== undefined) return refusal;
  const then = { kind: "quota-updated", request: request.id, how: "update", configs } as const;
  return askRegistry(asked, { kind: "update-quota", configs }, then);
}

function configError(master: Master, config: QuotaConfig): string | undefined {
  const { role } = config;
  if (!isWhitelisted(master, role)) return `Invalid QuotaConfig: '${role}' is not on the roles whitelist`;
  if (role.includes("/")) return `Updating quota on nested role '${role}' is not supported yet`;
  const error = quotaError(config);
  return error === undefined ? undefined : `Invalid QuotaConfig: ${error}`;
}

/** Nobody is to lose what he has (ALC-18). */
function consumptionError(master: Master, configs: readonly QuotaConfig[]): string | undefined {
  const use = quotaUse(master);
  for (const config of configs) {
    const { limits } = quotaFrom(config);
    const { consumed } = use(config.role);
    if (withinLimits(limits, consumed)) continue;
    const has = `Role '${config.role}' is already consuming '${printQuantities(consumed)}'`;
    return `${has}; this is more than the requested limits '${printQuantities(limits)}' ${OVERRIDE}`;
  }
  return undefined;
}

function overcommitError(master: Master, quotas: ReadonlyMap<string, Quota>): string | undefined {
  const excess = overcommitment(master, quotas);
  return excess === undefined ? undefined : `total quota guarantees ${excess} ${OVERRIDE}`;
}

/** The old way: a guarantee that is the limit at the same time, for a role that has no quota yet. */
export function setQuota(asked: Asked, { role = "", guarantee = [], force }: QuotaRequest): HttpResponse | undefined {
  const { master, request } = asked;
  const valid = validateResources(guarantee);
  const info: QuotaInfo = { role, guarantee: valid.ok ? upgradeResources(guarantee) : guarantee };
  const error = valid.ok ? setError(master, info) : `QuotaInfo with invalid resource: ${valid.error}`;
  if (error !== undefined) return text(400, `Failed to validate set quota request: ${error}`);
  const amounts = Object.fromEntries(info.guarantee!.map(({ name, scalar }) => [name, scalar!]));
  const config: QuotaConfig = { role, guarantees: amounts, limits: amounts };
  const after = quotasAfter(master, [config]);
  const tree = treeError(after);
  if (tree !== undefined) return text(400, `Failed to validate set quota request: ${tree}`);
  if (role.includes("/")) return text(400, `Setting quota on nested role '${role}' is not supported yet`);
  const refusal = forbidden(master, request.principal, "UPDATE_QUOTA", [role]);
  if (refusal !== undefined) return refusal;
  const excess = force === true ? undefined : overcommitment(master, after);
  if (excess !== undefined) {
    const what = "Quota guarantees overcommit the cluster (use 'force' to bypass this check)";
    return text(409, `${what}: Total quota guarantees ${excess}`);
  }
  // A Mesos master takes what is forced however much it is; we must be able to count it.
  const wrong = quotaError(config);
  if (wrong !== undefined) return text(400, `Failed to validate set quota request: ${wrong}`);
  const then = { kind: "quota-updated", request: request.id, how: "set", configs: [config] } as const;
  return askRegistry(asked, { kind: "update-quota", configs: [config] }, then);
}

function setError(master: Master, { role = "", guarantee = [] }: QuotaInfo): string | undefined {
  const valid = validateRole(role);
  if (!valid.ok) return `QuotaInfo with invalid role: ${valid.error}`;
  if (guarantee.length === 0) return "QuotaInfo with empty 'guarantee'";
  const names = new Set<string>();
  for (const { name, type, reservations = [], disk, revocable } of guarantee) {
    if (reservations.length > 0) return "QuotaInfo must not contain any ReservationInfo";
    if (disk !== undefined) return "QuotaInfo must not contain DiskInfo";
    if (revocable !== undefined) return "QuotaInfo must not contain RevocableInfo";
    if (type !== "SCALAR") return "QuotaInfo must not include non-scalar resources";
    if (names.has(name)) return `QuotaInfo contains duplicate resource name '${name}'`;
    names.add(name);
  }
  if (!isWhitelisted(master, role)) return `Unknown role '${role}'`;
  return hasQuota(master, role) ? `Cannot set quota for role '${role}' which already has quota` : undefined;
}

/** The old way to set a quota back; `where` ends the refusals of the endpoint. */
export function removeQuota(asked: Asked, role: string, where = ""): HttpResponse | undefined {
  const { master, request } = asked;
  if (!isWhitelisted(master, role)) {
    return text(400, `Failed to validate remove quota request${where}: Unknown role '${role}'`);
  }
  if (!hasQuota(master, role)) return text(400, `Failed to remove quota${where}: Role '${role}' has no quota set`);
  const error = treeError(new Map([...master.quotas].filter(([name]) => name !== role)));
  if (error !== undefined) return text(400, `Failed to remove quota${where}: ${error}`);
  const refusal = forbidden(master, request.principal, "UPDATE_QUOTA", [role]);
  if (refusal !== undefined) return refusal;
  const then = { kind: "quota-updated", request: request.id, how: "remove", configs: [{ role }] } as const;
  return askRegistry(asked, { kind: "update-quota", configs: [{ role }] }, then);
}

/** One that is on its way into the registry counts, too. */
function hasQuota({ quotas, registry }: Master, role: string): boolean {
  return quotas.has(role as Role) || registry.has(quotaKey(role));
}

function quotasAfter({ quotas }: Master, configs: readonly QuotaConfig[]): ReadonlyMap<string, Quota> {
  return new Map<string, Quota>([...quotas, ...configs.map((config) => [config.role, quotaFrom(config)] as const)]);
}

export function continueQuotaUpdated(
  master: Master, { request, how, configs }: Extract<Continuation, { kind: "quota-updated" }>, out: Outbox,
): void {
  for (const config of configs) {
    const role = config.role as Role;
    const quota = quotaFrom(config);
    must(master.allocator.updateQuota(role, quota));
    if (how === "remove") master.quotas.delete(role);
    else master.quotas.set(role, quota);
  }
  if (how === "set") for (const config of configs) rescindForGuarantee(master, config, out);
  if (how === "update") rescindForQuota(master, configs, out);
  out.reply(request, DONE);
}
