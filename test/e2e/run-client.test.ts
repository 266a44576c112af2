import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import type { HttpRequest } from "../../src/master/event.ts";
import type { Call as AgentCall } from "../../src/model/gen/agent.ts";
import type { Resource, TaskState, TaskStatus } from "../../src/model/gen/mesos.ts";
import type { Call, Event } from "../../src/model/gen/scheduler.ts";
import type { AgentId, FrameworkId, OfferId } from "../../src/model/id.ts";
import { parseResourceText } from "../../src/model/parse.ts";
import { err } from "../../src/model/result.ts";
import { parseFlags } from "../../src/program/flags.ts";
import { readPlan, runFlags } from "../../src/program/run-flags.ts";
import { runTask } from "../../src/program/run-task.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { ResponseCodec } from "../../src/wire/gen/agent.ts";
import { encodeRecord } from "../../src/wire/recordio.ts";
import { decodeAgentCall } from "../../src/wire/v1/agent.ts";
import { mediaTypeName, mediaTypeNamed } from "../../src/wire/v1/media.ts";
import type { MediaType } from "../../src/wire/v1/media.ts";
import { encodeSchedulerEvent, readSchedulerCall } from "../../src/wire/v1/scheduler.ts";
import { keptLog } from "../support/kept-log.ts";

const resources = (text: string): readonly Resource[] => {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

/** A master (and agent) that plays a script over the real wire. */
class ScriptedMaster {
  readonly calls: Call[] = [];
  readonly door: FrontDoor;
  files: Record<string, string> = {};
  /** What happens after a call was taken. */
  onCall: (call: Call) => void = () => {};
  #stream: { id: string; media: MediaType } | undefined;

  private constructor(door: FrontDoor) {
    this.door = door;
  }

  static async open(): Promise<ScriptedMaster> {
    const door = await openFrontDoor({
      ip: "127.0.0.1",
      port: 0,
      hasActor: () => false,
      http: { onRequest: (request) => master.take(request), onStreamClosed: () => {} },
      log: keptLog(),
      random: createRandom(),
    });
    const master: ScriptedMaster = new ScriptedMaster(door);
    return master;
  }

  send(event: Event): void {
    const { id, media } = this.#stream!;
    this.door.write(id, encodeRecord(encodeSchedulerEvent(event, media)));
  }
  hangUp(): void {
    this.door.end(this.#stream!.id);
  }
  offer(text: string): void {
    const { port } = this.door;
    this.send({
      type: "OFFERS",
      offers: {
        offers: [{
          id: { value: "O1" as OfferId },
          framework_id: { value: "F1" as FrameworkId },
          agent_id: { value: "S1" as AgentId },
          hostname: "node-1",
          url: { scheme: "http", address: { hostname: "node-1", ip: "127.0.0.1", port }, path: "/slave(1)" },
          resources: resources(text),
        }],
      },
    });
  }
  update(state: TaskState, more: Partial<TaskStatus> = {}): void {
    const launched = this.calls.find(({ type }) => type === "ACCEPT")!.accept!.operations![0]!.launch!.task_infos![0]!;
    const status: TaskStatus = {
      task_id: launched.task_id, agent_id: launched.agent_id, state, uuid: new Uint8Array(16).fill(this.calls.length), ...more,
    };
    this.send({ type: "UPDATE", update: { status } });
  }

  take(request: HttpRequest): void {
    if (request.path === "/slave(1)/api/v1") return this.#readFile(request);
    const call = readSchedulerCall(request.headers["content-type"], request.body);
    if (!call.ok) return this.door.reply(request.id, { status: call.error.status, body: call.error.message });
    this.calls.push(call.value);
    if (call.value.type === "SUBSCRIBE") {
      const media = mediaTypeNamed(request.headers["accept"]!)!;
      this.#stream = { id: request.streamId, media };
      this.door.open(request.id, request.streamId, { "Mesos-Stream-Id": "stream", "Content-Type": mediaTypeName(media) });
      this.send({ type: "SUBSCRIBED", subscribed: { framework_id: { value: "F1" as FrameworkId }, heartbeat_interval_seconds: 15 } });
    } else {
      expect(request.headers["mesos-stream-id"]).toBe("stream");
      this.door.reply(request.id, { status: 202 });
    }
    this.onCall(call.value);
  }

  #readFile(request: HttpRequest): void {
    const call = decodeAgentCall("protobuf", request.body) as { ok: true; value: AgentCall };
    const { path, offset, length } = call.value.read_file!;
    const content = this.files[path];
    if (content === undefined) return this.door.reply(request.id, { status: 404 });
    const bytes = Buffer.from(content);
    const data = bytes.subarray(offset, Math.min(offset + (length ?? bytes.length), offset + 5));
    const body = ResponseCodec.encode({ type: "READ_FILE", read_file: { size: bytes.length, data } });
    this.door.reply(request.id, { status: 200, headers: { "Content-Type": "application/x-protobuf" }, body });
  }
}

describe("allot run, against a master that plays a script", () => {
  const cleanUps: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });

  async function setUp(...args: string[]) {
    const master = await ScriptedMaster.open();
    cleanUps.push(() => master.door.close());
    const said: string[] = [];
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    let interrupt = (): void => {};
    const parsed = parseFlags(runFlags("cpus:0.1;mem:32"), {
      args: [`--master=127.0.0.1:${master.door.port}`, "--user=me", ...args], env: {}, readFile: () => err("none"),
    });
    const plan = parsed.ok ? readPlan(parsed.value) : parsed;
    if (!plan.ok) throw new Error(plan.error);
    const ended = runTask(plan.value, {
      say: (line) => said.push(line),
      stdout,
      stderr,
      onInterrupt: (interrupted) => {
        interrupt = interrupted;
        return () => {};
      },
    });
    ended.catch(() => {});
    return {
      master, said, ended,
      interrupt: () => interrupt(),
      out: () => String(stdout.read() ?? ""),
      errors: () => String(stderr.read() ?? ""),
      called: (type: Call["type"]) => expect.poll(() => master.calls.map((call) => call.type)).toContain(type),
    };
  }
  const sandbox = (name: string, task: string): string => `/frameworks/F1/executors/${task}/runs/latest/${name}`;

  it.each(["protobuf", "json"])("subscribes, launches, copies the output and leaves with 0, over %s", async (type) => {
    const { master, said, ended, out, errors } = await setUp("--name=hello", "--command=echo hello", `--content_type=${type}`);
    master.onCall = ({ type: call }) => {
      if (call === "SUBSCRIBE") master.offer("cpus:4;mem:1024;ports:[1-2]");
      if (call !== "ACCEPT") return;
      master.update("TASK_STARTING");
      master.files = { [sandbox("stdout", "hello")]: "hello wörld\n", [sandbox("stderr", "hello")]: "a warning\n" };
      master.update("TASK_RUNNING");
      master.update("TASK_FINISHED", { message: "Command exited with status 0" });
    };
    expect(await ended).toBe(0);
    expect(out()).toBe("hello wörld\n");
    expect(errors()).toBe("a warning\n");
    expect(said).toEqual([
      expect.stringMatching(/^Subscribed with ID F1 at 127\.0\.0\.1:\d+$/),
      "Submitted task 'hello' to agent 'S1' (node-1)",
      "Task 'hello': TASK_STARTING",
      "Task 'hello': TASK_RUNNING",
      "Task 'hello': TASK_FINISHED: Command exited with status 0",
    ]);
    const types = master.calls.map((call) => call.type);
    expect(types.slice(0, 3)).toEqual(["SUBSCRIBE", "ACCEPT", "SUPPRESS"]);
    expect(types.filter((call) => call === "ACKNOWLEDGE").length).toBe(3);
    expect(types.at(-1)).toBe("TEARDOWN");
    expect(master.calls[1]!.accept!.operations![0]!.launch!.task_infos![0]).toMatchObject({
      agent_id: { value: "S1" },
      resources: [{ name: "cpus", scalar: { value: 0.1 } }, { name: "mem", scalar: { value: 32 } }],
      command: { value: "echo hello" },
    });
  });

  it("leaves with the status of the command", async () => {
    const { master, ended, said } = await setUp("--name=t", "--command=exit 3");
    master.onCall = ({ type }) => {
      if (type === "SUBSCRIBE") master.offer("cpus:1;mem:64");
      if (type === "ACCEPT") master.update("TASK_FAILED", { message: "Command exited with status 3", reason: "REASON_COMMAND_EXECUTOR_FAILED" });
    };
    expect(await ended).toBe(3);
    expect(said.at(-1)).toBe("Task 't': TASK_FAILED: Command exited with status 3 (REASON_COMMAND_EXECUTOR_FAILED)");
  });

  it("says what it waits for when an offer does not fit, and declines it", async () => {
    const { master, ended, said, called } = await setUp("--command=true", "--resources=cpus:64");
    master.onCall = ({ type }) => type === "SUBSCRIBE" && master.offer("cpus:2;mem:512");
    await called("DECLINE");
    await expect.poll(() => said.at(-1)).toBe("Waiting for cpus:64: agent node-1 offers only cpus:2; mem:512");
    master.offer("cpus:64;mem:512");
    await called("ACCEPT");
    master.update("TASK_FINISHED");
    expect(await ended).toBe(0);
  });

  it("kills the task when interrupted, and waits for its end", async () => {
    const { master, ended, interrupt, called, said } = await setUp("--name=long", "--command=sleep 1000");
    master.onCall = ({ type }) => {
      if (type === "SUBSCRIBE") master.offer("cpus:1;mem:64");
      if (type === "ACCEPT") master.update("TASK_RUNNING");
      if (type === "KILL") master.update("TASK_KILLED", { message: "Command terminated with signal Terminated" });
    };
    await expect.poll(() => said.at(-1)).toContain("TASK_RUNNING");
    interrupt();
    await called("KILL");
    expect(await ended).toBe(130);
    expect(master.calls.find(({ type }) => type === "KILL")?.kill).toEqual({ task_id: { value: "long" }, agent_id: { value: "S1" } });
  });

  it("leaves at once when interrupted before anything runs, or twice", async () => {
    const waiting = await setUp("--command=true");
    await waiting.called("SUBSCRIBE");
    waiting.interrupt();
    expect(await waiting.ended).toBe(130);
    const stuck = await setUp("--command=sleep 1000");
    stuck.master.onCall = ({ type }) => type === "SUBSCRIBE" && stuck.master.offer("cpus:1;mem:64");
    await stuck.called("SUPPRESS");
    stuck.interrupt();
    stuck.interrupt();
    expect(await stuck.ended).toBe(130);
    await stuck.called("TEARDOWN");
  });

  it("kills the task after --kill_after", async () => {
    const { master, ended } = await setUp("--command=sleep 1000", "--kill_after=50ms");
    master.onCall = ({ type }) => {
      if (type === "SUBSCRIBE") master.offer("cpus:1;mem:64");
      if (type === "ACCEPT") master.update("TASK_RUNNING");
      if (type === "KILL") master.update("TASK_KILLED", { message: "Command terminated with signal Terminated" });
    };
    expect(await ended).toBe(143);
  });

  it("comes back under its id when the master hangs up, and asks how the task is", async () => {
    const { master, ended, said, called } = await setUp("--name=t", "--command=true");
    let subscribed = 0;
    master.onCall = ({ type }) => {
      if (type === "SUBSCRIBE" && subscribed++ === 0) master.offer("cpus:1;mem:64");
      if (type === "SUPPRESS") master.hangUp();
      if (type === "RECONCILE") master.update("TASK_FINISHED", { uuid: undefined });
    };
    await called("RECONCILE");
    expect(await ended).toBe(0);
    expect(said).toContain("Lost the master: it closed the connection; looking for it again");
    const [, again] = master.calls.filter(({ type }) => type === "SUBSCRIBE");
    expect(again).toMatchObject({ framework_id: { value: "F1" }, subscribe: { framework_info: { id: { value: "F1" } } } });
  });

  it("can be interrupted while the master is away", async () => {
    const { master, ended, said, interrupt } = await setUp("--command=true");
    await expect.poll(() => said.length).toBe(1);
    await master.door.close();
    await expect.poll(() => said.at(-1)).toContain("Lost the master");
    interrupt();
    expect(await ended).toBe(130);
  });

  it("rejects with one line when the master refuses the framework, or nobody is there", async () => {
    const refused = await setUp("--command=true");
    refused.master.onCall = ({ type }) => type === "SUBSCRIBE" && refused.master.send({ type: "ERROR", error: { message: "No." } });
    await expect(refused.ended).rejects.toThrow("The master refuses us: No.");
    const { master } = await setUp("--command=true");
    await master.door.close();
    const nobody = await setUp(`--command=true`);
    await nobody.master.door.close();
    await expect(nobody.ended).rejects.toThrow(/nobody listens there|it closed the connection|socket hang up/);
  });
});
