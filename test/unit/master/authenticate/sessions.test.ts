/** Agents and drivers prove who they are by messages (AUT-01 to AUT-04, wire-v0 §5.6). */
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readAcls } from "../../../../src/model/acl/acls.ts";
import { createAuthorizer } from "../../../../src/model/acl/authorizer.ts";
import type { MasterOptions } from "../../../../src/master/options.ts";
import { AGENT, DRIVER, frameworkInfo, registration, reregistration } from "../../../support/cast.ts";
import { drivenMaster, lines, messages } from "../../../support/driven-master.ts";
import type { DrivenMaster } from "../../../support/driven-master.ts";
import { masterOptions } from "../../../support/master-options.ts";
import { plainAllocator } from "../../../support/plain-allocator.ts";
import { resources } from "../../../support/resources.ts";

const SECRETS = new Map([["ada", "ada-pw"], ["bob", "bob-pw"]]);
const hmac = (secret: string, challenge: string): string => createHmac("md5", secret).update(challenge).digest("hex");

function master(changes: Partial<MasterOptions> = {}): DrivenMaster {
  let asked = 0;
  const crammd5 = {
    challenge: () => `<${++asked}.1@host>`,
    digest: (principal: string, challenge: string) => {
      const secret = SECRETS.get(principal);
      return secret === undefined ? undefined : hmac(secret, challenge);
    },
  };
  const driven = drivenMaster(masterOptions({ crammd5, ...changes }), plainAllocator());
  driven.elect();
  driven.take();
  return driven;
}

const clientOf = (pid: string): string => `crammd5-authenticatee(1)@${pid.split("@")[1]}`;

/** What the client side does, as far as asked. */
class Client {
  readonly driven: DrivenMaster;
  readonly pid: string;
  readonly from: string;

  constructor(driven: DrivenMaster, pid: string, from = clientOf(pid)) {
    this.driven = driven;
    this.pid = pid;
    this.from = from;
  }

  asks(): this {
    this.driven.message(this.from, "mesos.internal.AuthenticateMessage", { pid: this.pid });
    return this;
  }

  get session(): string {
    return `crammd5-authenticator-session(${this.driven.master.next.session - 1})`;
  }

  starts(mechanism = "CRAM-MD5", session = this.session): this {
    this.driven.message(this.from, "mesos.internal.AuthenticationStartMessage", { mechanism }, session);
    return this;
  }

  answers(text?: string, session = this.session): this {
    const challenge = new TextDecoder().decode(messages(this.driven.said, "mesos.internal.AuthenticationStepMessage").at(-1)?.data);
    const data = new TextEncoder().encode(text ?? `ada ${hmac("ada-pw", challenge)}`);
    this.driven.message(this.from, "mesos.internal.AuthenticationStepMessage", { data }, session);
    return this;
  }

  get outcome(): string | undefined {
    return lines(this.driven.take()).findLast((line) => / Authentication(Completed|Failed|Error)Message$/.test(line))?.split(" ").at(-1);
  }

  get error(): string | undefined {
    return messages(this.driven.said, "mesos.internal.AuthenticationErrorMessage").at(-1)?.error;
  }

  get principal(): string | undefined {
    return this.driven.master.authentications.principals.get(this.pid);
  }
}

const under = ({ master: { authentications } }: DrivenMaster): number => authentications.byActor.size + authentications.byPid.size;

describe("a session", () => {
  it("ends with a proof for who knows the secret", () => {
    const agent = new Client(master(), AGENT).asks().starts().answers();
    expect([agent.outcome, agent.principal, under(agent.driven)]).toEqual(["AuthenticationCompletedMessage", "ada", 0]);
  });

  it.each([
    ["another secret", "ada 00000000000000000000000000000000"],
    ["a stranger", "eve 00000000000000000000000000000000"],
    ["a digest cut short", "ada 0"],
    ["no digest", "ada "],
    ["a name of JavaScript's own", "__proto__ 00000000000000000000000000000000"],
  ])("with %s ends without one", (_, answer) => {
    const agent = new Client(master(), AGENT).asks().starts().answers(answer);
    expect([agent.outcome, agent.principal, under(agent.driven)]).toEqual(["AuthenticationFailedMessage", undefined, 0]);
  });

  it("an answer to another challenge proves nothing", () => {
    const driven = master();
    const first = new Client(driven, AGENT).asks().starts();
    const heard = `ada ${hmac("ada-pw", "<1.1@host>")}`;
    first.asks().starts().answers(heard);
    expect([first.outcome, first.principal]).toEqual(["AuthenticationFailedMessage", undefined]);
  });

  it.each<[string, (client: Client) => Client, string]>([
    ["a step before the start", (client) => client.asks().answers("ada x"), "Unexpected authentication 'step' received"],
    ["a second start", (client) => client.asks().starts().starts(), "Unexpected authentication 'start' received"],
    ["another mechanism", (client) => client.asks().starts("PLAIN"), "SASL(-4): no mechanism available: only CRAM-MD5 is offered"],
    ["no name", (client) => client.asks().starts().answers("nothing"), "SASL(-5): bad protocol / cancel: need authentication name"],
  ])("%s is an error, and the end", (_, act, error) => {
    const client = act(new Client(master(), AGENT));
    expect([client.outcome, client.error, client.principal, under(client.driven)])
      .toEqual(["AuthenticationErrorMessage", error, undefined, 0]);
    expect(lines(client.starts("CRAM-MD5", "crammd5-authenticator-session(1)").driven.take())).toEqual([]);
  });

  it("without credentials there is none to be had", () => {
    const driven = drivenMaster(masterOptions(), plainAllocator());
    driven.elect();
    expect(new Client(driven, AGENT).asks().error).toBe("No authenticator loaded");
  });

  it("listens to its client only", () => {
    const driven = master();
    const agent = new Client(driven, AGENT).asks();
    driven.message("crammd5-authenticatee(1)@10.0.0.66:5051", "mesos.internal.AuthenticationStartMessage", { mechanism: "x" }, agent.session);
    agent.starts();
    driven.message(
      "crammd5-authenticatee(1)@10.0.0.66:5051", "mesos.internal.AuthenticationStepMessage", { data: new Uint8Array() }, agent.session,
    );
    expect(agent.answers().principal).toBe("ada");
  });

  it("is for a pid of the process that asks: nobody proves something for another", () => {
    const thief = new Client(master(), AGENT, "crammd5-authenticatee(1)@10.0.0.66:5051").asks();
    expect(thief.error).toContain("Cannot authenticate 'slave(1)@10.0.0.1:5051'");
    expect(under(thief.driven)).toBe(0);
    expect(new Client(master(), "no pid", clientOf(AGENT)).asks().error).toContain("Cannot authenticate");
  });

  it("is given up for a newer one, which also voids what was proved", () => {
    const agent = new Client(master(), AGENT).asks().starts().answers().asks();
    expect(agent.principal).toBeUndefined();
    const old = agent.session;
    agent.asks();
    expect(lines(agent.starts("CRAM-MD5", old).driven.take()).filter((line) => line.includes("Step"))).toHaveLength(1);
    expect(agent.starts().answers().principal).toBe("ada");
  });

  it("takes no longer than --authentication_v0_timeout", () => {
    const agent = new Client(master({ authenticationTimeoutMs: 5000 }), AGENT).asks().starts();
    agent.driven.pass(4999);
    expect(under(agent.driven)).toBe(2);
    agent.driven.pass(1);
    expect(under(agent.driven)).toBe(0);
    expect(agent.answers().principal).toBeUndefined();
  });

  it("ends with the connection, and so does what was proved", () => {
    const driven = master();
    const agent = new Client(driven, AGENT).asks();
    driven.event({ type: "exited", peer: { id: "crammd5-authenticatee(1)", host: "10.0.0.1", port: 5051 } });
    expect(under(driven)).toBe(0);
    agent.asks().starts().answers();
    driven.event({ type: "exited", peer: { id: "slave(1)", host: "10.0.0.1", port: 5051 } });
    expect(agent.principal).toBeUndefined();
  });
});

describe("where agents must authenticate", () => {
  const registered = (driven: DrivenMaster): number => driven.master.agents.size;

  it("one that did not is ignored, without a word", () => {
    const driven = master({ authenticateAgents: true });
    driven.message(AGENT, "mesos.internal.RegisterSlaveMessage", registration());
    driven.message(AGENT, "mesos.internal.ReregisterSlaveMessage", reregistration("m-S7"));
    expect([registered(driven), lines(driven.take())]).toEqual([0, []]);
  });

  it("one that did registers; what it sent too early waited for that", () => {
    const driven = master({ authenticateAgents: true });
    const agent = new Client(driven, AGENT).asks().starts();
    driven.message(AGENT, "mesos.internal.RegisterSlaveMessage", registration());
    expect(registered(driven)).toBe(0);
    agent.answers();
    expect(registered(driven)).toBe(1);
  });

  it("what waits is bounded, and dropped with a session that came to nothing", () => {
    const driven = master();
    const agent = new Client(driven, AGENT).asks();
    for (let i = 0; i < 100; i++) driven.message(AGENT, "mesos.internal.RegisterSlaveMessage", registration());
    expect([...driven.master.authentications.byPid.values()][0]!.waiting.length).toBeLessThanOrEqual(16);
    agent.answers("x");
    expect(registered(driven)).toBe(0);
  });
});

describe("ACLs", () => {
  const acls = (json: unknown): Partial<MasterOptions> => {
    const read = readAcls(json);
    if (!read.ok) throw new Error(read.error);
    return { authorizer: createAuthorizer(read.value) };
  };
  const onlyAda = acls({
    register_agents: [
      { principals: { values: ["ada"] }, agents: { type: "ANY" } }, { principals: { type: "NONE" }, agents: { type: "ANY" } },
    ],
    reserve_resources: [{ principals: { values: ["ada"] }, roles: { values: ["ops"] } }, { principals: { values: ["ada"] }, roles: { values: ["*"] } }, { principals: { type: "NONE" }, roles: { type: "ANY" } }],
  });

  it("say who may register agents", () => {
    const driven = master(onlyAda);
    driven.message(AGENT, "mesos.internal.RegisterSlaveMessage", registration());
    expect(driven.master.agents.size).toBe(0);
    new Client(driven, AGENT).asks().starts().answers();
    driven.message(AGENT, "mesos.internal.RegisterSlaveMessage", registration());
    expect(driven.master.agents.size).toBe(1);
  });

  it.each([["ops", 1], ["eng", 0]])("and for which role an agent may bring resources reserved: %s", (role, expected) => {
    const driven = master(onlyAda);
    new Client(driven, AGENT).asks().starts().answers();
    const agent = { ...registration().agent, resources: resources(`cpus(${role}):4;mem:100`) };
    driven.message(AGENT, "mesos.internal.RegisterSlaveMessage", registration({ agent }));
    expect(driven.master.agents.size).toBe(expected);
  });
});

describe("a driver", () => {
  const subscribe = (driven: DrivenMaster, principal?: string): string | undefined => {
    const info = { ...frameworkInfo(), ...(principal === undefined ? {} : { principal }) };
    driven.take();
    driven.message(DRIVER, "mesos.scheduler.Call", { type: "SUBSCRIBE", subscribe: { framework_info: info } });
    return messages(driven.take(), "mesos.internal.FrameworkErrorMessage").at(-1)?.message;
  };

  it("that did not authenticate where it must hears so", () => {
    expect(subscribe(master({ authenticateFrameworks: true }))).toBe(`Framework at ${DRIVER} is not authenticated`);
  });

  it("that claims to be somebody else hears so", () => {
    const driven = master();
    new Client(driven, DRIVER).asks().starts().answers();
    expect(subscribe(driven, "bob")).toBe("Framework principal 'bob' does not match authenticated principal 'ada'");
  });

  it("that does not say who it is is who it proved to be", () => {
    const driven = master({ authenticateFrameworks: true });
    new Client(driven, DRIVER).asks().starts().answers();
    expect(subscribe(driven)).toBeUndefined();
    expect([...driven.master.frameworks.values()][0]!.info.principal).toBe("ada");
  });

  it("waits with its subscription for the end of its authentication", () => {
    const driven = master({ authenticateFrameworks: true });
    const client = new Client(driven, DRIVER).asks().starts();
    expect(subscribe(driven)).toBeUndefined();
    expect(driven.master.frameworks.size).toBe(0);
    client.answers();
    expect(driven.master.frameworks.size).toBe(1);
  });
});
