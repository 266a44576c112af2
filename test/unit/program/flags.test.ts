import { describe, expect, it } from "vitest";
import { err, ok } from "../../../src/model/result.ts";
import { address, bool, bytes, double, duration, flag, int, json, optional, parseFlags, path, printHelp, text } from "../../../src/program/flags.ts";

const table = {
  port: flag(int, 5050, "Port to listen on."),
  quiet: flag(bool, false, "Say nothing."),
  wait: flag(duration, 15_000, "How long to wait.", { oldName: "slave_wait", check: (ms) => (ms < 1_000 ? "Expected --wait to be at least 1secs" : undefined) }),
  memory: flag(bytes, 4096, "Bytes."),
  factor: flag(double, 0.8, "A share."),
  hostname: optional(text, "A name."),
  acls: optional(json, "Some JSON."),
  list: optional(path, "A file we read later."),
  zk: optional(text, "ZooKeeper.", { pending: "it is not built in yet" }),
  strict: flag(bool, true, "Strict.", { pending: "the other way is not built in" }),
};
const files: Record<string, string> = { "/etc/name": "from-a-file", "/etc/acls": "{\"run_tasks\":[]}" };
const parse = (args: string[], env: Record<string, string> = {}) =>
  parseFlags(table, {
    args,
    env,
    readFile: (file) => (files[file] === undefined ? err("No such file or directory") : ok(files[file])),
  });
const values = (...input: Parameters<typeof parse>) => {
  const parsed = parse(...input);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.values;
};
const error = (...input: Parameters<typeof parse>): string | undefined => {
  const parsed = parse(...input);
  return parsed.ok ? undefined : parsed.error;
};

describe("flags", () => {
  it("have defaults, and are undefined without one", () => {
    expect(values([])).toEqual({
      port: 5050, quiet: false, wait: 15_000, memory: 4096, factor: 0.8, hostname: undefined, acls: undefined,
      list: undefined, zk: undefined, strict: true,
    });
  });

  it("are given as --name=value, booleans as --name and --no-name", () => {
    expect(values(["--port=80", "--quiet", "--wait=2mins", "--memory=4MB", "--factor=0.5", "--hostname=a=b"])).toMatchObject({
      port: 80, quiet: true, wait: 120_000, memory: 4 << 20, factor: 0.5, hostname: "a=b",
    });
    expect(values(["--quiet=true"]).quiet).toBe(true);
    expect(values(["--quiet=1"]).quiet).toBe(true);
    expect(values(["--quiet="]).quiet).toBe(true);
    expect(values(["--no-quiet"]).quiet).toBe(false);
    expect(values(["--PORT=81"]).port).toBe(81);
  });

  it("come from the environment unless the command line has them", () => {
    expect(values([], { MESOS_PORT: "7", MESOS_QUIET: "1", PATH: "/bin", MESOS_NO_SUCH_FLAG: "x" })).toMatchObject({ port: 7, quiet: true });
    expect(values(["--port=8"], { MESOS_PORT: "7" }).port).toBe(8);
    expect(values(["--slave_wait=9secs"], { MESOS_WAIT: "7secs" }).wait).toBe(9_000);
  });

  it("may point to a file; JSON also by a bare path; a path stays a path", () => {
    expect(values(["--hostname=file:///etc/name", "--acls=/etc/acls", "--list=file:///etc/name"])).toMatchObject({
      hostname: "from-a-file", acls: { run_tasks: [] }, list: "file:///etc/name",
    });
    expect(error(["--hostname=file:///none"])).toBe(
      "Failed to load flag 'hostname': Error reading file '/none': No such file or directory",
    );
  });

  it("answer to their old name with a warning", () => {
    const parsed = parse(["--slave_wait=2secs"]);
    expect(parsed.ok && parsed.value.warnings).toEqual(["Loaded deprecated flag 'slave_wait': use 'wait'"]);
    expect(parsed.ok && parsed.value.values.wait).toBe(2_000);
    expect(parsed.ok && [...parsed.value.given]).toEqual(["wait"]);
  });

  it.each([
    [["--prot=80"], "Failed to load unknown flag 'prot'"],
    [["--no-prot"], "Failed to load unknown flag 'prot' via 'no-prot'"],
    [["--port"], "Failed to load non-boolean flag 'port': Missing value"],
    [["--no-port"], "Failed to load non-boolean flag 'port' via 'no-port'"],
    [["--no-quiet=true"], "Failed to load boolean flag 'quiet' via 'no-quiet' with value 'true'"],
    [["--quiet=maybe"], "Failed to load flag 'quiet': Expecting a boolean (e.g., true or false)"],
    [["--port=80x"], "Failed to load flag 'port': Failed to convert into required type"],
    [["--port=1", "--port=2"], "Flag 'port' is already loaded via name 'port'"],
    [["--wait=1secs", "--slave_wait=1secs"], "Flag 'slave_wait' is already loaded via name 'wait'"],
    [["--wait=5"], "Failed to load flag 'wait': Invalid duration '5'"],
    [["--wait=5fortnights"], /Unknown duration unit 'fortnights'/],
    [["--wait=10ms"], "Expected --wait to be at least 1secs"],
    [["--memory=1.5KB"], "Failed to load flag 'memory': Fractional bytes '1.5KB'"],
    [["--acls={"], /^Failed to load flag 'acls': Failed to parse JSON/],
    [["--zk=zk://h:2181/m"], "--zk=zk://h:2181/m cannot be used: it is not built in yet"],
    [["--no-strict"], "--strict=false cannot be used: the other way is not built in"],
  ] as const)("refuse %j in one line", (args, message) => {
    const said = error([...args]);
    if (typeof message === "string") expect(said).toBe(message);
    else expect(said).toMatch(message);
    expect(said).not.toContain("\n");
  });

  it("take a value that is not built in when it is the default anyway", () => {
    expect(values(["--strict"]).strict).toBe(true);
  });

  it("leave everything else, and everything behind --, alone", () => {
    const parsed = parse(["ls", "--port=1", "--", "--port=2", "-l"]);
    expect(parsed.ok && parsed.value.rest).toEqual(["ls", "--port=2", "-l"]);
    expect(parsed.ok && parsed.value.values.port).toBe(1);
  });

  it("are told as the operator would write them", () => {
    const parsed = parse(["--wait=90secs", "--hostname=h"]);
    expect(parsed.ok && parsed.value.texts).toEqual({
      factor: "0.8", hostname: "h", memory: "4KB", port: "5050", quiet: "false", strict: "true", wait: "90secs",
    });
  });

  it("are shown without passwords, and by the path of a file that holds one", () => {
    const addresses = { zk: optional(address, "Where."), master: optional(address, "Whom.") };
    const shown = (args: string[]) => {
      const parsed = parseFlags(addresses, { args, env: {}, readFile: () => ok("zk://ada:pw@h:1/m") });
      return parsed.ok ? [parsed.value.values.zk, parsed.value.texts["zk"]] : parsed.error;
    };
    expect(shown(["--zk=zk://ada:p:w@h:1,i:2/m"])).toEqual(["zk://ada:p:w@h:1,i:2/m", "zk://ada:(not shown)@h:1,i:2/m"]);
    expect(shown(["--zk=zk://ada:p@w/d@h:1/m"])).toEqual(["zk://ada:p@w/d@h:1/m", "zk://ada:(not shown)@h:1/m"]);
    expect(shown(["--zk=zk://h:1,i:2/m"])).toEqual(["zk://h:1,i:2/m", "zk://h:1,i:2/m"]);
    expect(shown(["--zk=file:///etc/zk"])).toEqual(["zk://ada:pw@h:1/m", "/etc/zk"]);
  });

  it("explain themselves", () => {
    const help = printHelp("Usage: x [flags]", table);
    expect(help).toContain("Usage: x [flags]\n");
    expect(help).toContain("  --wait=VALUE  (default: 15secs; formerly --slave_wait)\n      How long to wait.");
    expect(help).toContain("  --[no-]quiet  (default: false)");
    expect(help).toContain("Not yet: it is not built in yet");
  });
});
