/** From flags to who may come in: credentials, realms, disabled endpoints and ACLs. Errors are one line for the operator. */
import type { Realm } from "../master/authenticate/realms.ts";
import { readRateLimits } from "../master/rate-limits.ts";
import type { RateLimits } from "../master/rate-limits.ts";
import { realmOfPath } from "../master/routes.ts";
import { readAcls } from "../model/acl/acls.ts";
import { createAuthorizer } from "../model/acl/authorizer.ts";
import type { Authorizer } from "../model/acl/authorizer.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Clock, Log } from "../ports.ts";
import type { Authenticator } from "../shell/auth/authenticator.ts";
import { basicAuthenticator } from "../shell/auth/basic.ts";
import { openCredentials } from "../shell/auth/credentials.ts";
import type { CredentialStore } from "../shell/auth/credentials.ts";
import { createGuard, disabledPaths, idleRules, refusalLog } from "../shell/auth/guard.ts";
import type { Guard } from "../shell/auth/guard.ts";
import { disabledEndpoints } from "./master-flags.ts";
import type { MasterFlags } from "./master-options.ts";

/** The authorizer of --acls; undefined without the flag. Members of no meaning are warned about. */
export function readAuthorizer(acls: unknown, log: Log): Result<Authorizer | undefined> {
  if (acls === undefined) return ok(undefined);
  const read = readAcls(acls);
  if (!read.ok) return err(`Invalid --acls: ${read.error}`);
  for (const name of read.value.unknown) log.warn({ name }, "--acls: nobody knows this action, so it protects nothing");
  return ok(createAuthorizer(read.value));
}

export interface MasterSecurity {
  readonly admit: Guard;
  /** Of agents and drivers, too; undefined without --credentials. */
  readonly credentials: CredentialStore | undefined;
  readonly authorizer: Authorizer | undefined;
  readonly rateLimits: RateLimits | undefined;
  /** Reads the file of --credentials again; one that cannot be used changes nothing. Absent without the flag. */
  readonly rereadCredentials: (() => void) | undefined;
}

export function masterSecurity(values: MasterFlags["values"], clock: Clock, log: Log): Result<MasterSecurity> {
  const authorizer = readAuthorizer(values.acls, log);
  if (!authorizer.ok) return authorizer;
  const opened = values.credentials === undefined ? ok(undefined) : openCredentials(values.credentials, log);
  if (!opened.ok) return err(`Invalid --credentials: ${opened.error}`);
  const credentials = opened.value;
  const rateLimits = values.rate_limits === undefined ? ok(undefined) : readRateLimits(values.rate_limits);
  if (!rateLimits.ok) return err(`Invalid --rate_limits: ${rateLimits.error}`);
  const flaw = authenticationFlaw(values, credentials);
  if (flaw !== undefined) return err(flaw);

  const realms = new Map<string, readonly Authenticator[]>();
  const ask = (realm: Realm, isAsked: boolean): void => {
    if (isAsked && credentials !== undefined) realms.set(realm, [basicAuthenticator(realm, credentials)]);
  };
  ask("mesos-master-readonly", values.authenticate_http_readonly);
  ask("mesos-master-readwrite", values.authenticate_http_readwrite);
  ask("mesos-master-scheduler", values.authenticate_http_frameworks);

  const rules = disabledEndpoints(values.firewall_rules) ?? [];
  warnOfIdleRules(rules, "master", log);
  const admit = createGuard({
    realms, realmOf: realmOfPath, isDisabled: disabledPaths(rules, "master"), nowMs: () => clock.nowMs(),
    onRefused: refusalLog(() => clock.nowMs(), (fields, text) => log.warn(fields, text)),
  });
  const rereadCredentials = credentials === undefined ? undefined : (): void => {
    const read = credentials.reload();
    if (read.ok) log.info({ principals: read.value }, "Read the credentials again");
    else log.error({ error: read.error }, "Cannot use the credentials, those from before stay valid");
  };
  return ok({
    admit, credentials, authorizer: authorizer.value, rateLimits: rateLimits.value, rereadCredentials,
  });
}

/** As Mesos reads these rules, some mean nothing; better said than believed. */
export function warnOfIdleRules(rules: readonly string[], delegate: string, log: Log): void {
  for (const rule of idleRules(rules, delegate)) {
    const hint = rule.startsWith(`/${delegate}/`) ? `, write ${rule.slice(delegate.length + 1)}` : "";
    log.warn({ rule }, `--firewall_rules: as in Mesos, this rule disables nothing${hint}`);
  }
}

function authenticationFlaw(values: MasterFlags["values"], credentials: CredentialStore | undefined): string | undefined {
  if (values.authenticate_http_frameworks && values.http_framework_authenticators === undefined) {
    return "Missing `--http_framework_authenticators` flag. This must be used in conjunction with " +
      "`--authenticate_http_frameworks`";
  }
  if (credentials !== undefined) return undefined;
  const asking = (["authenticate_frameworks", "authenticate_agents", "authenticate_http_readonly",
    "authenticate_http_readwrite", "authenticate_http_frameworks"] as const).find((name) => values[name]);
  return asking === undefined ? undefined : `--${asking} needs --credentials: the file of principals and their secrets`;
}
