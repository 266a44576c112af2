/** From the agent's flags to who may come in, what executors prove themselves by, and how we do. */
import type { AgentOptions } from "../agent/options.ts";
import type { Realm } from "../agent/http/realms.ts";
import { realmOfPath } from "../agent/http/route.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Clock, Log } from "../ports.ts";
import type { Authenticator } from "../shell/auth/authenticator.ts";
import { basicAuthenticator } from "../shell/auth/basic.ts";
import { contentOf, openCredentials, readCredential } from "../shell/auth/credentials.ts";
import type { CredentialStore } from "../shell/auth/credentials.ts";
import { hmacMd5 } from "../shell/auth/crammd5.ts";
import { createGuard, disabledPaths, refusalLog } from "../shell/auth/guard.ts";
import type { Guard } from "../shell/auth/guard.ts";
import { jwtAuthenticator, signToken } from "../shell/auth/jwt.ts";
import type { AgentFlags } from "./agent-options.ts";
import { disabledEndpoints } from "./master-flags.ts";
import { readAuthorizer, warnOfIdleRules } from "./security.ts";

export interface AgentSecurity {
  readonly admit: Guard;
  /** What the core is told of it. */
  readonly options: Pick<AgentOptions, "authorizer" | "executorToken" | "credential">;
  /** Reads --http_credentials again; absent without the flag. */
  readonly rereadCredentials: (() => void) | undefined;
}

export function agentSecurity(
  values: AgentFlags["values"], actor: string, clock: Clock, log: Log,
): Result<AgentSecurity> {
  const authorizer = readAuthorizer(values.acls, log);
  if (!authorizer.ok) return authorizer;
  const opened = values.http_credentials === undefined ? ok(undefined) : openCredentials(values.http_credentials, log);
  if (!opened.ok) return err(`Invalid --http_credentials: ${opened.error}`);
  const key = values.jwt_secret_key === undefined ? ok(undefined) : contentOf(values.jwt_secret_key, log);
  if (!key.ok) return err(`Invalid --jwt_secret_key: ${key.error}`);
  const credential = readOwnCredential(values, log);
  if (!credential.ok) return credential;
  const realms = readRealms(values, opened.value, key.value);
  if (!realms.ok) return realms;

  const rules = disabledEndpoints(values.firewall_rules) ?? [];
  warnOfIdleRules(rules, actor, log);
  const credentials = opened.value;
  const secret = key.value;
  return ok({
    admit: createGuard({
      realms: realms.value,
      realmOf: (path) => realmOfPath(actor, path),
      isDisabled: disabledPaths(rules, actor),
      nowMs: () => clock.nowMs(),
      onRefused: refusalLog(() => clock.nowMs(), (fields, text) => log.warn(fields, text)),
    }),
    options: {
      ...(authorizer.value !== undefined && { authorizer: authorizer.value }),
      ...(secret !== undefined && {
        executorToken: (claims: Readonly<Record<string, string>>) => signToken(claims, secret),
      }),
      ...(credential.value !== undefined && { credential: credential.value }),
    },
    rereadCredentials: credentials === undefined ? undefined : () => {
      const read = credentials.reload();
      if (read.ok) log.info({ principals: read.value }, "Read the credentials again");
      else log.error({ error: read.error }, "Cannot use the credentials, those from before stay valid");
    },
  });
}

function readRealms(
  values: AgentFlags["values"], credentials: CredentialStore | undefined, key: string | undefined,
): Result<ReadonlyMap<string, readonly Authenticator[]>> {
  const byDefault = values.authenticate_http_executors === true ? "basic,jwt" : "basic";
  const names = (values.http_authenticators ?? byDefault).split(",").map((name) => name.trim());
  const asked: readonly (readonly [Realm, boolean])[] = [
    ["mesos-agent-readonly", values.authenticate_http_readonly],
    ["mesos-agent-readwrite", values.authenticate_http_readwrite],
    ["mesos-agent-executor", values.authenticate_http_executors === true],
  ];
  const realms = new Map<string, readonly Authenticator[]>();
  for (const [realm, isAsked] of asked) {
    if (!isAsked) continue;
    const authenticators: Authenticator[] = [];
    for (const name of names) {
      if (name === "basic") {
        if (credentials !== undefined) authenticators.push(basicAuthenticator(realm, credentials));
        else if (realm !== "mesos-agent-executor") {
          return err(
            `No credentials provided for the default 'basic' HTTP authenticator for realm '${realm}': ` +
              "use --http_credentials",
          );
        }
      } else if (name === "jwt") {
        if (key === undefined) {
          return err(`No key for the 'jwt' HTTP authenticator for realm '${realm}': use --jwt_secret_key`);
        }
        authenticators.push(jwtAuthenticator(realm, key));
      } else {
        return err(`--http_authenticators=${name} cannot be used: there are basic and jwt`);
      }
    }
    if (realm === "mesos-agent-executor" && key === undefined) {
      return err("--jwt_secret_key must be specified when --authenticate_http_executors is set to true");
    }
    realms.set(realm, authenticators);
  }
  return ok(realms);
}

function readOwnCredential(values: AgentFlags["values"], log: Log): Result<AgentOptions["credential"]> {
  if (values.credential === undefined) return ok(undefined);
  const content = contentOf(values.credential, log);
  if (!content.ok) return err(`Invalid --credential: ${content.error}`);
  let json: unknown;
  try {
    json = JSON.parse(content.value);
  } catch {
    const [principal, secret] = content.value.trim().split(/\s+/);
    json = { principal, secret };
  }
  const read = readCredential(json);
  if (!read.ok) return err(`Invalid --credential: ${read.error}`);
  const { principal, secret } = read.value;
  return ok({
    principal,
    digest: (challenge) => hmacMd5(secret, challenge),
    backoffMs: values.authentication_backoff_factor,
    timeoutMinMs: values.authentication_timeout_min,
    timeoutMaxMs: values.authentication_timeout_max,
  });
}
