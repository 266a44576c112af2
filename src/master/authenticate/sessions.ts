/**
 * Agents and drivers prove who they are by CRAM-MD5 over messages (AUT-01, wire-v0 §5.6): they are given a challenge, and
 * answer with a digest that only who knows the secret can make.
 *
 *     client                                       master, session actor
 *     AuthenticateMessage{pid} ------------------>   one session per pid; an older one is given up
 *                <-- AuthenticationMechanismsMessage  STARTING
 *     AuthenticationStartMessage ---------------->
 *                <-- AuthenticationStepMessage        STEPPING: the challenge
 *     AuthenticationStepMessage{user digest} ---->
 *                <-- …Completed, …Failed or …Error    the session is over
 *
 * `principals` then knows who is at a pid, until it authenticates again or its connection breaks. What a client sends to
 * register while its session lasts waits for the end of it. HTTP requests are no matter of this folder, but for
 * `realms.ts`: which endpoint asks who you are.
 */
import { MAX_AUTHENTICATIONS, MAX_AUTHENTICATION_WAITING, MAX_PROVEN_PRINCIPALS } from "../../model/limits.ts";
import { parseUpid, printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { Message } from "../../wire/v0/messages.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { judge } from "./crammd5.ts";

export interface Session {
  /** The actor the client talks to: `crammd5-authenticator-session(1)`. */
  readonly actor: string;
  /** The client's actor for this, and the one it speaks for. */
  readonly client: Upid;
  readonly pid: string;
  /** What was asked; undefined before the client has chosen how to answer. */
  challenge: string | undefined;
  /** Registrations that came meanwhile. */
  readonly waiting: Held[];
}

/** A message to be taken later. */
export interface Held {
  readonly from: Upid;
  readonly to: string;
  readonly message: Message;
}

export interface Authentications {
  readonly byActor: Map<string, Session>;
  readonly byPid: Map<string, Session>;
  /** Who is at a pid, proved. */
  readonly principals: Map<string, string>;
}

const REGISTRATIONS: ReadonlySet<string> = new Set([
  "RegisterSlaveMessage", "ReregisterSlaveMessage", "RegisterFrameworkMessage", "ReregisterFrameworkMessage",
].map((name) => `mesos.internal.${name}`));

const NOTHING: readonly Held[] = [];

/** AuthenticateMessage: begins a session for the pid, which must be of the same process as its sender. */
export function authenticate(master: Master, from: Upid, pid: string, nowMs: number, out: Outbox): void {
  count(master.counters, "messages_authenticate");
  const { authentications, options } = master;
  const read = parseUpid(pid);
  if (!read.ok || read.value.host !== from.host || read.value.port !== from.port) {
    return tellError(from, `Cannot authenticate '${pid}' by a message from ${printUpid(from)}`, out);
  }
  authentications.principals.delete(pid);
  if (options.crammd5 === undefined) return tellError(from, "No authenticator loaded", out);
  const older = authentications.byPid.get(pid);
  if (older !== undefined) forget(master, older, out);
  if (authentications.byActor.size >= MAX_AUTHENTICATIONS) {
    return tellError(from, "Too many authentications are under way, try again", out);
  }
  const actor = `crammd5-authenticator-session(${master.next.session++})`;
  const session: Session = { actor, client: from, pid, challenge: undefined, waiting: [] };
  authentications.byActor.set(actor, session);
  authentications.byPid.set(pid, session);
  out.link(from);
  out.arm({ kind: "authentication", session: actor }, nowMs + (options.authenticationTimeoutMs ?? DEFAULT_TIMEOUT_MS));
  out.send(from, "mesos.internal.AuthenticationMechanismsMessage", { mechanisms: ["CRAM-MD5"] }, actor);
}

const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * A message to the actor of a session; messages that waited for its end are given back to be taken now. Only its client is
 * listened to, and a session that is over listens to nobody.
 */
export function sessionMessage(master: Master, from: Upid, to: string, message: Message, out: Outbox): readonly Held[] {
  const session = master.authentications.byActor.get(to);
  if (session === undefined || printUpid(session.client) !== printUpid(from)) return NOTHING;
  switch (message.name) {
    case "mesos.internal.AuthenticationStartMessage":
      return start(master, session, message.value.mechanism, out);
    case "mesos.internal.AuthenticationStepMessage":
      return step(master, session, message.value.data, out);
    default:
      return NOTHING;
  }
}

/** True: the message is one that registers, and waits. */
export function waitsForSession(master: Master, held: Held): boolean {
  const session = master.authentications.byPid.get(printUpid(held.from));
  if (session === undefined || !registers(held.message)) return false;
  if (session.waiting.length < MAX_AUTHENTICATION_WAITING) session.waiting.push(held);
  return true;
}

/** The client took too long. */
export function authenticationTimer(master: Master, actor: string, out: Outbox): void {
  const session = master.authentications.byActor.get(actor);
  if (session === undefined) return;
  out.log("warn", "an authentication took too long", { pid: session.pid });
  forget(master, session, out);
}

/** A connection broke: what was proved over it is void, and its session is over. */
export function authenticationExited(master: Master, peer: string, out: Outbox): void {
  const { principals, byActor } = master.authentications;
  principals.delete(peer);
  for (const session of [...byActor.values()]) if (printUpid(session.client) === peer) forget(master, session, out);
}

function start(master: Master, session: Session, mechanism: string, out: Outbox): readonly Held[] {
  if (session.challenge !== undefined) return fail(master, session, "Unexpected authentication 'start' received", out);
  if (mechanism !== "CRAM-MD5") {
    return fail(master, session, "SASL(-4): no mechanism available: only CRAM-MD5 is offered", out);
  }
  session.challenge = master.options.crammd5!.challenge();
  const data = new TextEncoder().encode(session.challenge);
  out.send(session.client, "mesos.internal.AuthenticationStepMessage", { data }, session.actor);
  return NOTHING;
}

function step(master: Master, session: Session, data: Uint8Array, out: Outbox): readonly Held[] {
  const { client, actor, pid, challenge, waiting } = session;
  if (challenge === undefined) return fail(master, session, "Unexpected authentication 'step' received", out);
  const judged = judge(master.options.crammd5!, challenge, data);
  if (!judged.ok) return fail(master, session, judged.error, out);
  const principal = judged.value;
  if (principal === undefined) {
    out.log("warn", "an authentication was refused: no such principal, or another secret", { pid });
    out.send(client, "mesos.internal.AuthenticationFailedMessage", {}, actor);
  } else {
    out.log("info", "an agent or driver has proved who it is", { pid, principal });
    out.send(client, "mesos.internal.AuthenticationCompletedMessage", {}, actor);
    remember(master, pid, principal);
  }
  forget(master, session, out);
  return waiting;
}

/** Whoever proves himself and never registers is forgotten first: nothing tells when he has gone. */
function remember({ authentications: { principals }, agentsByPid, frameworksByPid }: Master, pid: string, principal: string): void {
  for (const [oldest] of principals) {
    if (principals.size < MAX_PROVEN_PRINCIPALS) break;
    if (!agentsByPid.has(oldest) && !frameworksByPid.has(oldest)) principals.delete(oldest);
  }
  principals.set(pid, principal);
}

/** What waited is dropped with the session: its sender tries again. */
function fail(master: Master, session: Session, why: string, out: Outbox): readonly Held[] {
  out.send(session.client, "mesos.internal.AuthenticationErrorMessage", { error: why }, session.actor);
  forget(master, session, out);
  return NOTHING;
}

function forget({ authentications: { byActor, byPid } }: Master, { actor, pid, client }: Session, out: Outbox): void {
  byActor.delete(actor);
  if (byPid.get(pid)?.actor === actor) byPid.delete(pid);
  out.disarm({ kind: "authentication", session: actor });
  out.unlink(client);
}

function registers(message: Message): boolean {
  if (message.name === "mesos.scheduler.Call") return message.value.type === "SUBSCRIBE";
  return REGISTRATIONS.has(message.name);
}

function tellError(to: Upid, error: string, out: Outbox): void {
  out.log("warn", `refusing to authenticate: ${error}`, { from: printUpid(to) });
  out.send(to, "mesos.internal.AuthenticationErrorMessage", { error });
}
