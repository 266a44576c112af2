/**
 * Masters, agents and tasks as processes with a real ZooKeeper: beside masters of Mesos, with credentials, at a path that
 * does not exist yet, and while the leader changes.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClock } from "../../src/shell/clock.ts";
import { ensurePath } from "../../src/shell/election/members.ts";
import { Session } from "../../src/shell/zookeeper/session.ts";
import { parseZooKeeperUrl } from "../../src/shell/zookeeper/url.ts";
import { keptLog } from "../support/kept-log.ts";
import { killProcessesWith, program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";
import { freePorts, startEnsemble, whyNoZooKeeper } from "./zookeeper.ts";
import type { ZooKeeperServer } from "./zookeeper.ts";

const missing = whyNoZooKeeper();
if (missing !== undefined) console.error(`\n*** The tests of masters with ZooKeeper are SKIPPED: ${missing}. ***\n`);

/** What two real masters wrote, the first of which led. */
const recorded = readFileSync(join(import.meta.dirname, "../golden/http/zookeeper_nodes.txt"), "utf8").split("\n");
const memberOf = (name: string): string => recorded[recorded.indexOf(`== ${name}`) + 1]!;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.skipIf(missing !== undefined)("masters with ZooKeeper", () => {
  const directory = mkdtempSync(join(tmpdir(), "allot-masters-"));
  let ensemble: readonly ZooKeeperServer[] = [];
  let sessions: Session[] = [];
  let programs: Program[] = [];
  beforeAll(async () => {
    ensemble = await startEnsemble(directory, 1);
  });
  afterEach(async () => {
    for (const each of programs) each.signal("SIGKILL");
    await Promise.all(programs.map(({ ended }) => ended));
    programs = [];
    await Promise.all(sessions.map((session) => session.close()));
    sessions = [];
    killProcessesWith(join(directory, "agent"));
  });
  afterAll(async () => {
    await Promise.all(ensemble.map((server) => server.kill()));
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  });

  const zk = (path: string, credentials = ""): string => `zk://${credentials}${ensemble.map(({ address }) => address).join(",")}${path}`;
  function open(url: string): Session {
    const parsed = parseZooKeeperUrl(url);
    if (!parsed.ok) throw new Error(parsed.error);
    const session = new Session({ url: parsed.value, timeoutMs: 4_000, pingsPerTimeout: 6, clock: createClock(), log: keptLog(), onLost: () => {} });
    sessions.push(session);
    return session;
  }
  function start(name: string, ...args: readonly string[]): Program {
    const started = program(name, args);
    programs.push(started);
    return started;
  }
  async function master(url: string, ...more: readonly string[]): Promise<{ readonly port: number; readonly program: Program }> {
    const [port] = await freePorts(1);
    const started = start(
      "mesos-master", "--ip=127.0.0.1", `--port=${port}`, "--hostname=localhost", `--zk=${url}`, "--quorum=2", "--zk_session_timeout=2secs",
      `--work_dir=${join(directory, `master-${port}`)}`, "--logging_level=INFO", ...more,
    );
    await started.says(/This master listens/);
    return { port: port!, program: started };
  }
  const ask = (port: number, path: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
  /** What becomes of a request at this master, once it is not 503. */
  async function settled(port: number, path: string): Promise<string> {
    let said = "";
    await expect.poll(async () => {
      const { status, headers } = await ask(port, path).catch(() => ({ status: 0, headers: new Headers() }));
      said = `${status} ${headers.get("location") ?? ""}`.trim();
      return status;
    }, { timeout: 15_000 }).not.toBeOneOf([0, 503]);
    return said;
  }

  it("stand by behind a master of Mesos, and lead when it is gone, with its replicas' nodes left alone", async () => {
    const path = "/clusters/a/mesos";
    const theirs = open(zk(path));
    await ensurePath(theirs, `${path}/log_replicas`, "public");
    await theirs.create(`${path}/log_replicas/`, bytes("log-replica(1)@127.0.0.1:5050"), "public", { ephemeral: true, sequential: true });
    const leading = await theirs.create(`${path}/json.info_`, bytes(memberOf("json.info_0000000000")), "public", { ephemeral: true, sequential: true });

    const ours = await master(zk(path));
    expect(await settled(ours.port, "/state?x=1")).toBe("307 //localhost:5050/master/state?x=1");
    expect((await ask(ours.port, "/master/redirect")).headers.get("location")).toBe("//localhost:5050");
    expect((await ask(ours.port, "/health")).status).toBe(200);

    const observer = open(zk(path));
    const name = (await observer.children(path)).find((each) => each.startsWith("json.info_") && `${path}/${each}` !== leading);
    // Of a Mesos master at our address it would read the same.
    const written = new TextDecoder().decode((await observer.get(`${path}/${name}`)).data);
    const id = (JSON.parse(written) as { id: string }).id;
    const real = memberOf("json.info_0000000001").replaceAll("5060", String(ours.port)).replace("e7bd1905-b522-4d6b-a369-774df31f8460", id);
    expect(written).toBe(real);

    await theirs.close();
    await expect.poll(() => settled(ours.port, "/state"), { timeout: 10_000 }).toBe("200");
    expect(await observer.children(path)).toContain("log_replicas");

    const late = open(zk(path));
    await late.create(`${path}/json.info_`, bytes(memberOf("json.info_0000000001")), "public", { ephemeral: true, sequential: true });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await settled(ours.port, "/state"), "who comes later waits").toBe("200");
  });

  it("keep their group and their registry to themselves with credentials; agents and tasks find them, whatever happens to the leader", async () => {
    const url = zk("/deep/down/here", "ops:secret@");
    const file = join(directory, "zk-url");
    writeFileSync(file, `${url}\n`);
    const first = await master(url);
    expect(await settled(first.port, "/state")).toBe("200");
    const second = await master(`file://${file}`);
    expect(await settled(second.port, "/state")).toBe(`307 //localhost:${first.port}/master/state`);
    const stranger = open(zk("/deep/down/here"));
    await expect(stranger.get("/deep/down/here/registry/head")).rejects.toThrow("NO_AUTH");
    await expect(stranger.remove(`/deep/down/here/${(await stranger.children("/deep/down/here")).find((each) => each.startsWith("json"))}`)).rejects.toThrow("NO_AUTH");

    start(
      "mesos-agent", `--master=file://${file}`, "--ip=127.0.0.1", "--port=0", `--work_dir=${join(directory, "agent")}`, "--hostname=localhost",
      "--resources=cpus:1;mem:128;disk:128", "--registration_backoff_factor=10ms",
    );
    const run = start("main", "run", `--master=${url}`, "--name=long", "--command=sleep 8; echo done", "--resources=cpus:0.1;mem:32");
    await expect.poll(async () => {
      const state = (await (await ask(first.port, "/state")).json()) as { frameworks: { tasks: { state: string }[] }[] };
      return state.frameworks.flatMap(({ tasks }) => tasks).map(({ state: each }) => each);
    }, { timeout: 15_000 }).toEqual(["TASK_RUNNING"]);
    first.program.signal("SIGKILL");
    await expect.poll(() => settled(second.port, "/state"), { timeout: 15_000 }).toBe("200");
    expect(await run.ended, run.errors()).toBe(0);
    expect(run.out()).toContain("done");

    const atMs = Date.now();
    const wrong = start("mesos-execute", `--master=${zk("/deep/down/here", "ops:wrong@")}`, "--name=x", "--command=true");
    expect(await wrong.ended, "who may read may use it").toBe(0);
    expect(Date.now() - atMs, "it does not linger").toBeLessThan(20_000);
  });

  it.each([
    ["zk://127.0.0.1:2181/", "'/' is not supported"],
    ["zk://127.0.0.1:2181", "Expecting a (chroot) path"],
    ["zk://ops@127.0.0.1:2181/mesos", "expected user:password in front of the @"],
    ["zk://127.0.0.1:2181//mesos", "is not a path of a node"],
  ])("say in one line what is wrong with --zk=%s", async (url, why) => {
    const refused = start("mesos-master", "--ip=127.0.0.1", "--port=0", `--zk=${url}`);
    expect(await refused.ended).toBe(1);
    expect(refused.errors()).toContain(why);
    expect(refused.errors().trim().split("\n")).toHaveLength(1);
  });
});
