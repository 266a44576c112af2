/** The agent proves who it is before it registers (AUT-01, wire-v0 §5.6). */
import { describe, expect, it } from "vitest";
import { DrivenAgent, MASTER } from "../../support/agent/driven-agent.ts";

const SESSION = { ...MASTER, id: "crammd5-authenticator-session(1)" };
const credential = { principal: "agents", digest: (challenge: string) => `digest of ${challenge}`, backoffMs: 1000, timeoutMinMs: 5000, timeoutMaxMs: 60_000 };
const actor = (attempt = 1): string => `crammd5-authenticatee(${attempt})`;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function asking(): DrivenAgent {
  const agent = new DrivenAgent({ credential });
  agent.detect();
  agent.elapse(1000);
  return agent;
}

function challenge(agent: DrivenAgent, attempt = 1): void {
  agent.hearAs(actor(attempt), "mesos.internal.AuthenticationMechanismsMessage", { mechanisms: ["CRAM-MD5"] }, SESSION);
  agent.hearAs(actor(attempt), "mesos.internal.AuthenticationStepMessage", { data: new TextEncoder().encode("<1.2@h>") }, SESSION);
}

const registrations = (agent: DrivenAgent): number => agent.sent("mesos.internal.RegisterSlaveMessage").length;
const attempts = (agent: DrivenAgent): number => agent.sent("mesos.internal.AuthenticateMessage").length;

describe("an agent with a credential", () => {
  it("asks, answers the challenge to the session, and registers when it is believed", () => {
    const agent = asking();
    expect([agent.sent("mesos.internal.AuthenticateMessage"), registrations(agent)]).toEqual([[{ pid: "slave(1)@127.0.0.1:5051" }], 0]);
    challenge(agent);
    const [start, step] = agent.sentTo(SESSION);
    expect(start).toMatchObject({ name: "mesos.internal.AuthenticationStartMessage", value: { mechanism: "CRAM-MD5" } });
    expect(step?.name === "mesos.internal.AuthenticationStepMessage" && text(step.value.data)).toBe("agents digest of <1.2@h>");
    agent.hearAs(actor(), "mesos.internal.AuthenticationCompletedMessage", {}, SESSION);
    expect(registrations(agent)).toBe(1);
  });

  it("ends when it is refused: the secret will not get better", () => {
    const agent = asking();
    challenge(agent);
    agent.hearAs(actor(), "mesos.internal.AuthenticationFailedMessage", {}, SESSION);
    expect(agent.exit).toMatchObject({ code: 1, why: "Master master@10.0.0.1:5050 refused authentication" });
  });

  it("tries again after an error, as another actor, and does not listen to the old session", () => {
    const agent = asking();
    agent.hearAs(actor(), "mesos.internal.AuthenticationErrorMessage", { error: "No authenticator loaded" });
    agent.elapse(1000);
    expect([attempts(agent), registrations(agent)]).toEqual([2, 0]);
    challenge(agent, 1);
    expect(agent.sentTo(SESSION)).toEqual([]);
    challenge(agent, 2);
    agent.hearAs(actor(2), "mesos.internal.AuthenticationCompletedMessage", {}, SESSION);
    expect(registrations(agent)).toBe(1);
  });

  it("tries again when nobody answers, in its time", () => {
    const agent = asking();
    agent.elapse(4999);
    expect(attempts(agent)).toBe(1);
    agent.elapse(5000);
    expect(attempts(agent)).toBe(2);
    agent.elapse(300_000);
    expect(attempts(agent)).toBeGreaterThan(4);
    expect(attempts(agent)).toBeLessThan(40);
  });

  it.each<[string, (agent: DrivenAgent) => void]>([
    ["a challenge before the mechanisms", (agent) =>
      agent.hearAs(actor(), "mesos.internal.AuthenticationStepMessage", { data: new Uint8Array() }, SESSION)],
    ["a yes before the challenge", (agent) => agent.hearAs(actor(), "mesos.internal.AuthenticationCompletedMessage", {}, SESSION)],
    ["other mechanisms only", (agent) =>
      agent.hearAs(actor(), "mesos.internal.AuthenticationMechanismsMessage", { mechanisms: ["PLAIN"] }, SESSION)],
  ])("is not talked into anything by %s", (_, happens) => {
    const agent = asking();
    happens(agent);
    expect([registrations(agent), agent.sentTo(SESSION)]).toEqual([0, []]);
    agent.elapse(1000);
    expect(attempts(agent)).toBe(2);
  });

  it("does not answer the challenge of a stranger, who could use the answer", () => {
    const agent = asking();
    const thief = { id: SESSION.id, host: "10.9.9.9", port: 5050 };
    agent.hearAs(actor(), "mesos.internal.AuthenticationMechanismsMessage", { mechanisms: ["CRAM-MD5"] }, thief);
    agent.hearAs(actor(), "mesos.internal.AuthenticationFailedMessage", {}, thief);
    expect([agent.sentTo(thief), agent.exit]).toEqual([[], undefined]);
  });

  it("proves itself anew to another master", () => {
    const agent = asking();
    challenge(agent);
    agent.hearAs(actor(), "mesos.internal.AuthenticationCompletedMessage", {}, SESSION);
    agent.detect({ id: "master", host: "10.0.0.2", port: 5050 });
    agent.elapse(1000);
    expect([attempts(agent), registrations(agent)]).toEqual([2, 1]);
  });
});

describe("an agent without a credential", () => {
  it("registers at once", () => {
    const agent = new DrivenAgent();
    agent.detect();
    agent.elapse(1000);
    expect([attempts(agent), registrations(agent)]).toEqual([0, 1]);
  });
});
