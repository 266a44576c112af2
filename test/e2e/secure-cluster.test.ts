/** A cluster that trusts nobody: TLS with certificates on both sides, credentials, tokens and ACLs, as processes. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import type { RequestOptions } from "node:https";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FrameworkID, Offer, TaskInfo, TaskStatus } from "../../src/model/gen/mesos.ts";
import { readTls } from "../../src/shell/tls/settings.ts";
import type { TlsSettings } from "../../src/shell/tls/settings.ts";
import { makeAuthority } from "../support/certificates.ts";
import { startDriver } from "../support/driver.ts";
import type { Driver } from "../support/driver.ts";
import { program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

const user = userInfo().username;
const folder = mkdtempSync(join(tmpdir(), "allot-secure-"));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content), { mode: 0o600 });
  return path;
};

describe("a cluster that trusts nobody", () => {
  const started: Program[] = [];
  const drivers: Driver[] = [];
  let tls: TlsSettings;
  let clientCert: RequestOptions;
  let port: number;

  beforeAll(async () => {
    const authority = makeAuthority("cluster");
    const own = authority.issue("node");
    const env = {
      LIBPROCESS_SSL_ENABLED: "true", LIBPROCESS_SSL_CERT_FILE: own.cert, LIBPROCESS_SSL_KEY_FILE: own.key,
      LIBPROCESS_SSL_CA_FILE: authority.ca, LIBPROCESS_SSL_REQUIRE_CLIENT_CERT: "true", LIBPROCESS_SSL_VERIFY_IPADD: "true",
    };
    const read = readTls(env);
    if (!read.ok) throw new Error(read.error);
    tls = read.value!;
    clientCert = { ca: readFileSync(authority.ca), cert: readFileSync(own.cert), key: readFileSync(own.key) };
    const credentials = [
      { principal: "ada", secret: "ada-pw" }, { principal: "agents", secret: "agents-pw" }, { principal: "eve", secret: "eve-pw" },
    ];
    const acls = {
      register_agents: [
        { principals: { values: ["agents"] }, agents: { type: "ANY" } }, { principals: { type: "NONE" }, agents: { type: "ANY" } },
      ],
      run_tasks: [{ principals: { values: ["eve"] }, users: { type: "NONE" } }],
      view_frameworks: [{ principals: { values: ["eve"] }, users: { type: "NONE" } }],
    };
    const master = program("mesos-master", [
      "--ip=127.0.0.1", "--port=0", "--registry=in_memory", "--logging_level=INFO", "--allocation_interval=100ms",
      `--credentials=${file("credentials", { credentials })}`, `--acls=${file("acls", acls)}`,
      "--authenticate_agents", "--authenticate_frameworks", "--authenticate_http_readonly", "--authenticate_http_readwrite",
    ], env);
    started.push(master);
    const [, text] = await master.says(/"port":(\d+),"msg":"This master leads"/);
    port = Number(text);
    const agent = (name: string, principal: string, secret: string): Program => program("mesos-agent", [
      "--ip=127.0.0.1", "--port=0", `--master=127.0.0.1:${port}`, `--work_dir=${join(folder, name)}`, "--no-switch_user",
      "--registration_backoff_factor=10ms", "--resources=cpus:2;mem:512;disk:100", `--credential=${file(`${name}.credential`, { principal, secret })}`,
      "--authenticate_http_executors", `--jwt_secret_key=${file(`${name}.key`, "a key")}`,
    ], env);
    started.push(agent("good", "agents", "agents-pw"));
    const wrong = agent("wrong", "agents", "guessed");
    expect(await wrong.ended).toBe(1);
    expect(wrong.errors()).toContain("refused authentication");
    // Its secret is right, but it is no agent's.
    started.push(agent("eve", "eve", "eve-pw"));
  }, 60_000);

  afterAll(async () => {
    for (const driver of drivers) await driver.close();
    for (const one of started.reverse()) one.signal("SIGTERM");
    for (const one of started) await one.ended;
  });

  function get(path: string, options: RequestOptions): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, path, ...options }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (body += chunk));
        response.on("end", () => resolve({ status: response.statusCode!, body }));
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  const as = (who: string): RequestOptions => ({ ...clientCert, auth: who });

  /** Runs one task by a driver; its last state, or why the driver was turned away. */
  function run(credential: { principal: string; secret: string } | undefined): Promise<string> {
    return new Promise((resolve) => {
      let id: FrameworkID | undefined;
      let own: Driver | undefined;
      const launch = (offer: Offer): TaskInfo => ({
        name: "t", task_id: { value: "t" }, agent_id: offer.agent_id, command: { value: "true" },
        resources: [{ name: "cpus", type: "SCALAR", scalar: { value: 0.1 } }, { name: "mem", type: "SCALAR", scalar: { value: 32 } }],
      });
      const ended = (status: TaskStatus): boolean => !["TASK_STAGING", "TASK_STARTING", "TASK_RUNNING"].includes(status.state);
      void startDriver({ user, name: "secure", ...(credential && { principal: credential.principal }) }, {
        registered: (given) => (id = given),
        offers: ([offer]) => own!.call({
          type: "ACCEPT", framework_id: id!, accept: { offer_ids: [offer!.id], operations: [{ type: "LAUNCH", launch: { task_infos: [launch(offer!)] } }] },
        }),
        status: (status) => void (ended(status) && resolve(`${status.state} ${status.reason ?? ""}`.trim())),
        error: resolve,
      }, { tls, ...(credential && { credential }) }).then((driver) => {
        drivers.push(own = driver);
        driver.detected({ id: "master", host: "127.0.0.1", port });
      });
    });
  }

  it("runs a task for a driver that proved who it is, on an agent and by an executor that did", async () => {
    expect(await run({ principal: "ada", secret: "ada-pw" })).toBe("TASK_FINISHED");
  }, 30_000);

  it("runs none for one that may not, and turns strangers away", async () => {
    expect(await run({ principal: "eve", secret: "eve-pw" })).toBe("TASK_ERROR REASON_TASK_UNAUTHORIZED");
    expect(await run({ principal: "ada", secret: "guessed" })).toBe("authentication refused");
    expect(await run(undefined)).toMatch(/^Framework at scheduler-1@127\.0\.0\.1:\d+ is not authenticated$/);
  }, 30_000);

  it("shows itself to those who have a certificate and a secret, and what each may see", async () => {
    await expect(get("/state", { ca: clientCert.ca, auth: "ada:ada-pw" })).rejects.toThrow();
    expect((await get("/state", clientCert)).status).toBe(401);
    const state = JSON.parse((await get("/state", as("ada:ada-pw"))).body) as { slaves: unknown[]; frameworks: unknown[] };
    expect([state.slaves.length, state.frameworks.length > 0]).toEqual([1, true]);
    const seen = JSON.parse((await get("/state", as("eve:eve-pw"))).body) as { frameworks: unknown[] };
    expect(seen.frameworks).toEqual([]);
  });

  it("reads new secrets when it is told to", async () => {
    const [master] = started as [Program];
    file("credentials", "ada changed\nagents agents-pw\n");
    master.signal("SIGHUP");
    await master.says(/Read the credentials again/);
    expect((await get("/state", as("ada:ada-pw"))).status).toBe(401);
    expect((await get("/state", as("ada:changed"))).status).toBe(200);
  });
});

describe("a cluster on this machine that speaks TLS", () => {
  it("says where it is, and runs a task for who speaks it, too", async () => {
    const authority = makeAuthority("local");
    const { cert, key } = authority.issue("local");
    const env = {
      LIBPROCESS_SSL_ENABLED: "true", LIBPROCESS_SSL_CERT_FILE: cert, LIBPROCESS_SSL_KEY_FILE: key, LIBPROCESS_SSL_CA_FILE: authority.ca,
      LIBPROCESS_SSL_VERIFY_SERVER_CERT: "true", LIBPROCESS_SSL_VERIFY_IPADD: "true",
    };
    const cluster = program("main", ["local", "--port=0"], env);
    try {
      const [, address] = await cluster.says(/Master +https:\/\/(127\.0\.0\.1:\d+)\//);
      const run = program("main", ["run", `--master=${address}`, "--name=hello", "--command=echo hello by TLS"], env);
      expect(await run.ended).toBe(0);
      expect(run.out()).toContain("hello by TLS\n");
      const plain = program("main", ["run", `--master=${address}`, "--name=hello", "--command=true"]);
      expect(await plain.ended).not.toBe(0);
    } finally {
      cluster.signal("SIGINT");
      expect(await cluster.ended).toBe(0);
    }
  }, 60_000);
});
