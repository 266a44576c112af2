/** A real ZooKeeper server that speaks TLS only and asks for certificates: elections and the registry through `zks://`. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "../support/programs.ts";
import type { Program } from "../support/programs.ts";
import { makeAuthority } from "../support/certificates.ts";
import type { Authority, Signed } from "../support/certificates.ts";
import { freePorts, whyNoZooKeeper } from "./zookeeper.ts";

const JAR = process.env["ZOOKEEPER_JAR"] ?? "/usr/share/java/zookeeper.jar";
/** It speaks TLS by these, which Debian's package does not name in full. */
const NETTY = ["netty-codec", "netty-resolver"].map((name) => join(dirname(JAR), `${name}.jar`));
const missing = whyNoZooKeeper() ?? NETTY.map((jar) => (existsSync(jar) ? undefined : `there is no ${jar}`)).find((why) => why !== undefined);
if (missing !== undefined) console.error(`\n*** The tests with a secure ZooKeeper are SKIPPED: ${missing}. ***\n`);

describe.skipIf(missing !== undefined)("with a ZooKeeper that speaks TLS", () => {
  const directory = mkdtempSync(join(tmpdir(), "allot-zks-"));
  let server: ChildProcess | undefined;
  let authority: Authority;
  let port = 0;
  const started: Program[] = [];

  beforeAll(async () => {
    authority = makeAuthority("zookeeper");
    const { cert, key } = authority.issue("server");
    const store = join(directory, "server.pem");
    writeFileSync(store, readFileSync(key, "utf8") + readFileSync(cert, "utf8"));
    mkdirSync(join(directory, "data"));
    [port] = await freePorts(1) as [number];
    writeFileSync(join(directory, "zoo.cfg"), [
      "tickTime=500", `dataDir=${join(directory, "data")}`, `secureClientPort=${port}`, "secureClientPortAddress=127.0.0.1", "admin.enableServer=false",
      "serverCnxnFactory=org.apache.zookeeper.server.NettyServerCnxnFactory", "ssl.clientAuth=need", "ssl.hostnameVerification=false",
      `ssl.keyStore.location=${store}`, "ssl.keyStore.type=PEM", `ssl.trustStore.location=${authority.ca}`, "ssl.trustStore.type=PEM",
    ].join("\n"));
    server = spawn("java", [
      "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dzookeeper.jmx.log4j.disable=true", "-cp", [JAR, ...NETTY].join(":"),
      "org.apache.zookeeper.server.quorum.QuorumPeerMain", join(directory, "zoo.cfg"),
    ], { stdio: "ignore" });
  }, 60_000);

  afterAll(async () => {
    for (const one of started.reverse()) one.signal("SIGKILL");
    for (const one of started) await one.ended;
    if (server !== undefined && server.exitCode === null) {
      const gone = new Promise((resolve) => server!.once("exit", resolve));
      server.kill("SIGKILL");
      await gone;
    }
    rmSync(directory, { recursive: true, force: true });
  });

  function env({ cert, key }: Signed, ca: string): Readonly<Record<string, string>> {
    return {
      LIBPROCESS_SSL_ENABLED: "true", LIBPROCESS_SSL_CERT_FILE: cert, LIBPROCESS_SSL_KEY_FILE: key, LIBPROCESS_SSL_CA_FILE: ca,
      LIBPROCESS_SSL_VERIFY_SERVER_CERT: "true", LIBPROCESS_SSL_VERIFY_IPADD: "true",
    };
  }
  function start(name: string, by: Signed, ca: string, ...args: string[]): Program {
    const one = program(name, args, env(by, ca));
    started.push(one);
    return one;
  }
  const url = (): string => `zks://ada:secret@127.0.0.1:${port}/mesos`;

  it("elects a master that an agent finds, and none that has no certificate", async () => {
    const node = authority.issue("node");
    const common = ["--ip=127.0.0.1", "--port=0", "--logging_level=INFO"];
    const master = start("mesos-master", node, authority.ca, ...common, `--zk=${url()}`, "--quorum=1");
    await master.says(/"msg":"Contending to lead"/, 60_000);
    const agent = start("mesos-agent", node, authority.ca, ...common, `--master=${url()}`, `--work_dir=${join(directory, "agent")}`, "--registration_backoff_factor=10ms");
    await agent.says(/Registered with master master@127\.0\.0\.1:\d+; given agent ID \S+-S0/, 60_000);
    expect(master.errors()).not.toContain("secret");

    const stranger = makeAuthority("stranger").issue("stranger");
    const other = start("mesos-master", stranger, authority.ca, ...common, `--zk=${url()}`, "--quorum=1");
    await expect(other.says(/"msg":"Contending to lead"/, 3_000), "the server does not take its certificate").rejects.toThrow();
    const naive = program("mesos-master", [...common, `--zk=${url()}`, "--quorum=1"]);
    started.push(naive);
    expect(await naive.ended).toBe(1);
    expect(naive.errors()).toContain("zks:// needs LIBPROCESS_SSL_ENABLED");
  }, 120_000);
});
