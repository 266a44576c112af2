/**
 * The agent proves who it is to a master that asks (--credential, AUT-01, wire-v0 §5.6), before it registers with it:
 *
 *     idle --begin--> STARTING --mechanisms--> STEPPING --completed--> done: register
 *                        ^                        | failed: the process ends
 *                        '---- error, timeout ----'
 *
 * An attempt that comes to nothing is made again, with a random and growing timeout, so that a cluster does not come at
 * once; a refusal is final, because the secret will not get better.
 */
import { printUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { Message } from "../wire/v0/messages.ts";
import { freshFraction } from "./ids.ts";
import type { Outbox } from "./outbox.ts";
import { register } from "./registration.ts";
import { selfOf } from "./state.ts";
import type { Agent } from "./state.ts";

export interface Authentication {
  state: "idle" | "STARTING" | "STEPPING" | "done";
  /** The number in our actor's name: `crammd5-authenticatee(1)`, another one for each attempt. */
  attempt: number;
  /** The next attempt takes at most this long. */
  timeoutMs: number;
}

export function newAuthentication(): Authentication {
  return { state: "idle", attempt: 0, timeoutMs: 0 };
}

/** Another master, or the same one again: what was proved is void. */
export function forgetAuthentication(agent: Agent, out: Outbox): void {
  const { authentication: own, options: { credential } } = agent;
  own.state = "idle";
  own.timeoutMs = credential === undefined ? 0 : credential.timeoutMinMs + 2 * credential.backoffMs;
  out.disarm({ kind: "authenticate" });
}

/** True when there is nothing (more) to prove; else an attempt begins, unless one is under way. */
export function isAuthenticated(agent: Agent, nowMs: number, out: Outbox): boolean {
  const { authentication: { state }, options: { credential } } = agent;
  if (credential === undefined || state === "done") return true;
  if (state === "idle") begin(agent, nowMs, out);
  return false;
}

/** The attempt took too long. */
export function authenticationTimer(agent: Agent, nowMs: number, out: Outbox): void {
  if (agent.authentication.state === "idle" || agent.authentication.state === "done") return;
  again(agent, "it took too long", nowMs, out);
}

/** A message to our actor of the current attempt. */
export function authenticationMessage(
  agent: Agent, from: Upid, to: string, message: Message, nowMs: number, out: Outbox,
): void {
  const { authentication: own, master, options: { credential } } = agent;
  if (credential === undefined || master === undefined || to !== actorOf(own)) return;
  // Sessions are actors of their own, so only the process can be told.
  if (from.host !== master.pid.host || from.port !== master.pid.port) return;
  switch (message.name) {
    case "mesos.internal.AuthenticationMechanismsMessage": {
      if (own.state !== "STARTING") return again(agent, "Unexpected authentication 'mechanisms' received", nowMs, out);
      const { mechanisms = [] } = message.value;
      if (!mechanisms.includes("CRAM-MD5")) return again(agent, `it offers only ${mechanisms.join(", ")}`, nowMs, out);
      own.state = "STEPPING";
      const start = { mechanism: "CRAM-MD5", data: new Uint8Array() };
      return out.send(from, "mesos.internal.AuthenticationStartMessage", start, actorOf(own));
    }
    case "mesos.internal.AuthenticationStepMessage": {
      if (own.state !== "STEPPING") return again(agent, "Unexpected authentication 'step' received", nowMs, out);
      const challenge = new TextDecoder().decode(message.value.data);
      const data = new TextEncoder().encode(`${credential.principal} ${credential.digest(challenge)}`);
      return out.send(from, "mesos.internal.AuthenticationStepMessage", { data }, actorOf(own));
    }
    case "mesos.internal.AuthenticationCompletedMessage":
      if (own.state !== "STEPPING") return again(agent, "Unexpected authentication 'completed' received", nowMs, out);
      own.state = "done";
      out.disarm({ kind: "authenticate" });
      out.log("info", `Authenticated with ${printUpid(master.pid)}`, { principal: credential.principal });
      return register(agent, nowMs, out);
    case "mesos.internal.AuthenticationFailedMessage":
      // Executors live on: the next agent of this directory, with a better secret, finds them.
      return out.ask({ kind: "exit", code: 1, why: `Master ${printUpid(master.pid)} refused authentication` });
    case "mesos.internal.AuthenticationErrorMessage":
      return again(agent, `Authentication error: ${message.value.error ?? ""}`, nowMs, out);
    default:
      return;
  }
}

/** Names of our actors that messages of an authentication come to. */
export function isAuthenticatee(actor: string): boolean {
  return /^crammd5-authenticatee\(\d+\)$/.test(actor);
}

function begin(agent: Agent, nowMs: number, out: Outbox): void {
  const { authentication: own, master, options: { credential } } = agent;
  if (credential === undefined || master === undefined) return;
  own.state = "STARTING";
  own.attempt++;
  out.link(master.pid);
  out.send(master.pid, "mesos.internal.AuthenticateMessage", { pid: printUpid(selfOf(agent)) }, actorOf(own));
  const minMs = credential.timeoutMinMs;
  const timeoutMs = minMs + Math.max(0, own.timeoutMs - minMs) * freshFraction(agent);
  out.arm({ kind: "authenticate" }, nowMs + timeoutMs);
}

/** A master without credentials answers at once, and would be asked at once for ever: the attempt lasts its time. */
function again(agent: Agent, why: string, nowMs: number, out: Outbox): void {
  const { authentication: own, options: { credential } } = agent;
  out.log("warn", `Failed to authenticate: ${why}`, { attempt: own.attempt });
  if (credential === undefined) return;
  const minMs = credential.timeoutMinMs;
  own.timeoutMs = Math.min(minMs + 2 * Math.max(0, own.timeoutMs - minMs), credential.timeoutMaxMs);
  own.state = "idle";
  out.disarm({ kind: "authenticate" });
  out.arm({ kind: "register" }, nowMs + RETRY_MS);
}

const RETRY_MS = 1_000;

function actorOf({ attempt }: Authentication): string {
  return `crammd5-authenticatee(${attempt})`;
}
