/**
 * Real ZooKeeper servers for the tests of high availability: processes of our own on loopback, each with a directory of
 * its own, that can be killed, stopped for a while and started again.
 */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const JAR = process.env["ZOOKEEPER_JAR"] ?? "/usr/share/java/zookeeper.jar";
/** Sessions end at multiples of it: the servers' default, 2,000, makes failovers up to 1.5 s longer. */
const TICK_MS = Number(process.env["ALLOT_HA_TICK_MS"] ?? 500);
/** How long a follower may be silent before it is left behind. */
const SYNC_MS = 3_000;

/** What is missing to run ZooKeeper here; undefined when nothing is. */
export function whyNoZooKeeper(): string | undefined {
  if (spawnSync("java", ["-version"], { stdio: "ignore" }).status !== 0) return "there is no java";
  return existsSync(JAR) ? undefined : `there is no ${JAR} (test/ha/install.sh installs it)`;
}

export interface ZooKeeperServer {
  /** `127.0.0.1:port` */
  readonly address: string;
  readonly port: number;
  pid(): number;
  start(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT. */
  freeze(): void;
  thaw(): void;
}

/** An ensemble of so many servers, all started and with a leader among them. */
export async function startEnsemble(directory: string, size: number): Promise<readonly ZooKeeperServer[]> {
  const ports = await freePorts(size * 3);
  const members = Array.from({ length: size }, (_, i) => ({ id: i + 1, client: ports[3 * i]!, quorum: ports[3 * i + 1]!, election: ports[3 * i + 2]! }));
  const servers = members.map(({ id, client }) => {
    const home = join(directory, `zookeeper-${id}`);
    mkdirSync(join(home, "data"), { recursive: true });
    writeFileSync(join(home, "data", "myid"), String(id));
    writeFileSync(join(home, "zoo.cfg"), [
      `tickTime=${TICK_MS}`, "initLimit=20", `syncLimit=${Math.ceil(SYNC_MS / TICK_MS)}`, "preAllocSize=4096", "snapCount=20000",
      `dataDir=${join(home, "data")}`, `clientPort=${client}`, "clientPortAddress=127.0.0.1",
      "admin.enableServer=false", "4lw.commands.whitelist=srvr,ruok", "maxClientCnxns=0",
      ...(size === 1 ? [] : members.map((each) => `server.${each.id}=127.0.0.1:${each.quorum}:${each.election}`)),
    ].join("\n"));
    return createZooKeeperServer(home, client);
  });
  for (const server of servers) void server.start();
  await Promise.all(servers.map((server) => serving(server.port)));
  return servers;
}

function createZooKeeperServer(home: string, port: number): ZooKeeperServer {
  let child: ChildProcess | undefined;
  process.once("exit", () => child?.kill("SIGKILL"));
  return {
    address: `127.0.0.1:${port}`,
    port,
    pid: () => child!.pid!,
    start: async () => {
      // Out of our process group's terminal, but ours: it dies with kill() and with nothing else.
      child = spawn("java", [
        "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dzookeeper.jmx.log4j.disable=true",
        "-cp", JAR, "org.apache.zookeeper.server.quorum.QuorumPeerMain", join(home, "zoo.cfg"),
      ], { stdio: "ignore" });
      await serving(port);
    },
    kill: async () => {
      const running = child;
      if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
      await new Promise((gone) => {
        running.once("exit", gone);
        running.kill("SIGKILL");
      });
    },
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
  };
}

/** Resolves when the server takes part in an ensemble that works. */
async function serving(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (/Mode: (leader|follower|standalone)/.test(await fourLetters(port, "srvr"))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The ZooKeeper server at port ${port} does not serve`);
}

function fourLetters(port: number, word: string): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(word));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on("data", (chunk) => (text += String(chunk)));
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
}

/** Ports nobody uses right now, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
