/** Clients that are there before the master is: whoever can connect is answered. */
import { connect, createServer } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { keptLog } from "../support/kept-log.ts";
import { program } from "../support/programs.ts";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tries to connect until it can, asks, and resolves with the first line of the answer. */
function askAtOnce(port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const attempt = (): void => {
      const socket = connect({ port, host: "127.0.0.1" });
      let text = "";
      socket.on("connect", () => socket.write(`GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`));
      socket.on("data", (chunk) => (text += String(chunk)));
      socket.on("error", () => setTimeout(attempt, 1));
      socket.on("end", () => resolve(text.split("\r\n")[0]!));
    };
    attempt();
  });
}

it("a door answers everybody who could connect while it opened", async () => {
  const port = await freePort();
  const asked = Array.from({ length: 20 }, () => askAtOnce(port, "/"));
  const door = await openFrontDoor({
    ip: "127.0.0.1", port, hasActor: () => false, log: keptLog(), random: createRandom(),
    http: {
      onRequest: ({ id }) => door.reply(id, { status: 200, body: "here" }),
      onStreamClosed: () => {},
    },
  });
  onTestFinished(() => door.close());
  expect(new Set(await Promise.all(asked))).toEqual(new Set(["HTTP/1.1 200 OK"]));
});

it("a master answers everybody who could connect while it started", async () => {
  const [port, directory] = [await freePort(), await mkdtemp(join(tmpdir(), "allot-test-"))];
  const asked = Array.from({ length: 20 }, () => askAtOnce(port, "/master/state"));
  const master = program("mesos-master", ["--ip=127.0.0.1", `--port=${port}`, `--work_dir=${directory}`]);
  onTestFinished(async () => {
    master.signal("SIGKILL");
    await master.ended;
    await rm(directory, { recursive: true, force: true });
  });
  expect(new Set(await Promise.all(asked))).toEqual(new Set(["HTTP/1.1 200 OK"]));
});
