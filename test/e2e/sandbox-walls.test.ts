/**
 * A task prepares every way out of its sandbox, and somebody asks for what is behind through every endpoint that shows files,
 * over HTTP, however the path is written. What is inside is shown; nothing of what is outside is, and no file is found by a
 * path that was written to look like another.
 */
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { request } from "node:http";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killProcessesWith, program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";

const WAYS_OUT = [
  "ln -s /etc/passwd link", "ln -s / up", "mkdir data", "ln -s ../../../../../../../../../../../../etc/passwd data/relative", "ln -s link second", "ln -s up/etc also",
  "echo inside > file", "ln -s file good", "exec sleep 1000",
].join("; ");

describe("the files of a task", () => {
  const started: Program[] = [];
  let workDir = "";
  let master: { readonly host: string; readonly port: number };
  let agent: { readonly host: string; readonly port: number };
  let sandbox = "";
  let virtual = "";

  interface Answer {
    readonly status: number;
    readonly body: string;
  }
  /** The target goes out as it is: no client tidies it up. */
  function send(to: { readonly host: string; readonly port: number }, path: string, body?: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", accept: "application/json" };
      const sent = request({ ...to, path, method: body === undefined ? "GET" : "POST", headers, agent: false }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("end", () => resolve({ status: response.statusCode!, body: text }));
      });
      sent.on("error", reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  beforeAll(async () => {
    const cluster = program("main", ["local", "--port=0"]);
    started.push(cluster);
    const [, address] = await cluster.says(/Master +http:\/\/(127\.0\.0\.1:\d+)\//);
    workDir = (await cluster.says(/Files +(\S+)/))[1]!;
    await cluster.says(/--command='/);
    master = { host: "127.0.0.1", port: Number(address!.split(":")[1]) };
    const run = program("main", ["run", `--master=${address}`, "--name=escape", `--command=${WAYS_OUT}`]);
    started.push(run);
    await run.says(/TASK_RUNNING/);
    const { slaves } = JSON.parse((await send(master, "/slaves")).body) as { slaves: { port: number }[] };
    agent = { host: "127.0.0.1", port: slaves[0]!.port };
    const state = JSON.parse((await send(agent, "/state")).body) as { frameworks: { id: string; executors: { id: string; directory: string }[] }[] };
    const [framework] = state.frameworks;
    sandbox = framework!.executors[0]!.directory;
    virtual = `/frameworks/${framework!.id}/executors/${framework!.executors[0]!.id}/runs/latest`;
    for (let tries = 0; !(await read(`${sandbox}/good`)).body.includes("inside"); tries++) {
      if (tries > 500) throw new Error("the task has not made its files");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, 60_000);

  afterAll(async () => {
    for (const one of started.reverse()) {
      one.signal("SIGKILL");
      await one.ended;
    }
    killProcessesWith(workDir);
    await rm(workDir, { recursive: true, force: true, maxRetries: 5 });
  });

  const read = (path: string): Promise<Answer> => send(agent, `/files/read?offset=0&path=${path}`);

  /** Each endpoint that is given a path; `path` is put in as it is. */
  const ENDPOINTS: readonly (readonly [name: string, ask: (to: "agent" | "master", path: string) => Promise<Answer>])[] = [
    ...["browse", "read", "download"].map((verb) => [
      `/files/${verb}`, (to: "agent" | "master", path: string) => send(to === "agent" ? agent : master, `/files/${verb}?offset=0&path=${path}`),
    ] as const),
    ["LIST_FILES", (to, path) => call(to, { type: "LIST_FILES", list_files: { path: decoded(path) } })],
    ["READ_FILE", (to, path) => call(to, { type: "READ_FILE", read_file: { path: decoded(path), offset: 0 } })],
  ];
  /** Once, as a query would be, and whatever comes out of it. */
  const decoded = (path: string): string => path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const call = (to: "agent" | "master", body: object): Promise<Answer> =>
    to === "agent" ? send(agent, "/slave(1)/api/v1", body) : send(master, "/api/v1", body);

  /** Below the sandbox; what a file server that is not careful takes for something else. */
  const OUTSIDE = [
    "link", "second", "up/etc/passwd", "also/passwd", "data/relative", "../../../../../../../../../../../../etc/passwd", "data/../../../../../../../../../../../../../etc/passwd",
    "%2e%2e/".repeat(12) + "etc/passwd", "..%2f".repeat(12) + "etc%2fpasswd", "%252e%252e%252f".repeat(12) + "etc%252fpasswd", "..%5c".repeat(12) + "etc%5cpasswd",
    "%c0%ae%c0%ae/".repeat(12) + "etc/passwd", "file%00/../../etc/passwd", "....//".repeat(12) + "etc/passwd", "/etc/passwd", "up", "also", "..", ".%2e",
  ];
  const roots = (): string[] => [`${sandbox}/`, `${virtual}/`, `${dirname(sandbox)}/latest/`, encodeURIComponent(`${sandbox}/`)];
  const secret = readFileSync("/etc/passwd", "utf8").split("\n")[0]!;

  it.each(ENDPOINTS)("are not left by %s", async (_, ask) => {
    for (const path of roots().flatMap((root) => OUTSIDE.map((rest) => root + rest))) {
      const answer = await ask("agent", path).catch(() => ({ status: 400, body: "" }));
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.body, path).not.toContain(secret);
    }
  }, 30_000);

  it.each(ENDPOINTS)("and no other path leads into the machine by %s, of agent or master", async (_, ask) => {
    for (const to of ["agent", "master"] as const) {
      for (const path of ["/etc/passwd", "etc/passwd", "/", "", ".", "..", "file:///etc/passwd", `${workDir}/`, dirname(dirname(sandbox)), "/proc/self/environ", "%00", "/master/log/../../etc/passwd"]) {
        const answer = await ask(to, path);
        expect(answer.status, `${to} ${path}`).toBeGreaterThanOrEqual(400);
        expect(answer.body, `${to} ${path}`).not.toContain(secret);
      }
    }
  });

  it("are shown where they are inside", async () => {
    for (const root of roots()) expect((await read(`${root}file`)).body, root).toContain("inside");
    expect((await read(`${virtual}/good`)).body).toContain("inside");
    expect((await call("agent", { type: "READ_FILE", read_file: { path: `${virtual}/data/../file`, offset: 0 } })).body)
      .toContain(Buffer.from("inside\n").toString("base64"));
  });
});
