/**
 * Recorded conversations of a real master, held again with ours: every libprocess message and every event it sends is
 * compared with what the real one sent, connection by connection, in order.
 */
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CramMd5 } from "../../src/master/authenticate/crammd5.ts";
import { Replay } from "../support/replayed-master.ts";
import { differences } from "../support/transcripts.ts";

const A = "a_v0_registration_pings_testframework.jsonl";
const A2 = "a2_v0_command_task.jsonl";
const B = "b_v1_http_framework.jsonl";
const B3 = "b3_v1_default_executor_taskgroup.jsonl";
const F = "f_zookeeper_failover.jsonl";
const E = "e_crammd5_agent_and_framework.jsonl";
const C = "c_agent_reregistration_master_restart.jsonl";

function expectSame({ ours, real }: Replay, atLeast = 30): void {
  const said = [...real.values()].reduce((sum, utterances) => sum + utterances.length, 0);
  expect(said, "the real master is silent: is the recording there?").toBeGreaterThan(atLeast);
  expect(differences(ours, real)).toEqual([]);
}

describe("our master says what a real one said", () => {
  it("to an agent that registers and answers pings, and a driver that runs five tasks on its own executor", () => {
    const replay = new Replay("4537e6fe-9e0c-4f69-856b-5461dc853913", A);
    replay.run(A);
    expectSame(replay);
  });

  it("to a driver that runs a command task afterwards", () => {
    const replay = new Replay("4537e6fe-9e0c-4f69-856b-5461dc853913", A);
    replay.run(A);
    replay.pause(A2);
    replay.run(A2);
    expectSame(replay);
  });

  it("to a v1 scheduler with a v1 executor", () => {
    const replay = new Replay("3129821a-6316-4c4b-abd4-613a9dab6fbf", B).expectStreams(B);
    replay.run(B);
    expectSame(replay);
  });

  it("to a v1 scheduler that launches a task group", () => {
    const replay = new Replay("3129821a-6316-4c4b-abd4-613a9dab6fbf", B).expectStreams(B).expectStreams(B3);
    replay.run(B);
    replay.pause(B3, { frameworks: 1, offers: 1 });
    replay.run(B3);
    expectSame(replay);
  });

  it("when it restarts under a running task: agent and scheduler come back", () => {
    const replay = new Replay("9565b341-7fc7-4916-9bd6-f38828c3f495", C).expectStreams(C);
    replay.run(C, 0, 5.4);
    replay.restart("870f76e1-8f1a-4853-8534-f75b5eb84166", 5.4);
    replay.run(C, 5.4, 7.9);
    replay.driven.elect();
    replay.run(C, 7.9);
    expectSame(replay);
  });

  it("when it dies and another one takes over elsewhere, which has not even heard of the agent", () => {
    const replay = new Replay("675ab4be-bfe1-46be-b6fc-74ae19ecaeaa", F).expectStreams(F);
    replay.run(F, 0, 15.84);
    replay.restart("e7bd1905-b522-4d6b-a369-774df31f8460", 15.84, { port: 5060, registry: "lost" });
    replay.driven.elect();
    replay.run(F, 15.84);
    expectSame(replay);
  });

  it("to an agent that knows its secret, a driver that did not authenticate, and an agent with another secret", () => {
    const challenges = ["<2701533157.16766512@vm>", "<4254294155.16766515@vm>"];
    const crammd5: CramMd5 = {
      challenge: () => challenges.shift()!,
      digest: (principal, challenge) =>
        (principal === "agents" ? createHmac("md5", "agent-secret").update(challenge).digest("hex") : undefined),
    };
    const flags = { crammd5, authenticateAgents: true, authenticateFrameworks: true };
    const replay = new Replay("844953cc-6fe5-4078-9e47-0c76fd8c35fd", E, flags);
    replay.run(E);
    expectSame(replay, 10);
    expect(challenges).toEqual([]);
  });
});
