import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { err } from "../../../src/model/result.ts";
import type { Result } from "../../../src/model/result.ts";
import { parseFlags } from "../../../src/program/flags.ts";
import { MASTER_FLAGS } from "../../../src/program/master-flags.ts";
import { masterOptions } from "../../../src/program/master-options.ts";
import { masterSecurity } from "../../../src/program/security.ts";
import { keptLog } from "../../support/kept-log.ts";
import type { MasterOptions } from "../../../src/master/options.ts";

const parse = (args: string[]) => parseFlags(MASTER_FLAGS, { args, env: {}, readFile: () => err("no files here") });

function options(args: string[]): Result<MasterOptions> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const clock = { nowMs: () => 5, arm: () => () => {} };
  const security = masterSecurity(parsed.value.values, clock, keptLog());
  if (!security.ok) return security;
  return masterOptions(parsed.value, {
    security: security.value,
    address: { listenIp: "127.0.0.1", listenPort: 0, advertiseIp: "127.0.0.1", advertisePort: undefined, hostname: "localhost" },
    port: 4321,
    clock,
    random: { seed: () => 7, uuid: () => "u-u-i-d" },
  });
}

describe("the master's flags", () => {
  it("are shown like those of a real master that was started in the same way", () => {
    const recording = join(import.meta.dirname, "../../golden/http/master_flags.json");
    const real = (JSON.parse(readFileSync(recording, "utf8")) as { flags: Record<string, string> }).flags;
    const parsed = parse([
      "--agent_ping_timeout=1secs", "--max_agent_ping_timeouts=3", "--ip=127.0.0.1", "--registry=in_memory",
      `--work_dir=${real["work_dir"]}`,
    ]);
    if (!parsed.ok) throw new Error(parsed.error);
    const { webui_dir: theirs, ...others } = real;
    const { webui_dir: ours, ...own } = parsed.value.texts;
    expect(own).toEqual(others);
    expect([typeof ours, typeof theirs], "an installation path, not the same anywhere").toEqual(["string", "string"]);
  });

  it("become what the core is told", () => {
    const made = options([
      "--cluster=prod", "--weights=a=2,b/c=0.5", "--roles=a,b", "--agent_removal_rate_limit=2/10mins", "--offer_timeout=30secs",
      "--recovery_agent_removal_limit=25%", "--min_allocatable_resources=cpus:1|mem:64;disk:1", "--framework_sorter=random",
      "--fair_sharing_excluded_resource_names=gpus, disk", "--allocator=hierarchical-strict",
      "--domain={\"fault_domain\":{\"region\":{\"name\":\"r\"},\"zone\":{\"name\":\"z\"}}}",
    ]);
    if (!made.ok) throw new Error(made.error);
    expect(made.value).toMatchObject({
      id: "u-u-i-d", ip: "127.0.0.1", port: 4321, hostname: "localhost", startedAtMs: 5, cluster: "prod", offerTimeoutMs: 30_000,
      agentRemovalRateLimit: { agents: 2, perMs: 600_000 }, recoveryAgentRemovalLimit: 0.25,
      weights: new Map([["a", 2], ["b/c", 0.5]]), roleWhitelist: new Set(["a", "b"]),
      domain: { fault_domain: { region: { name: "r" }, zone: { name: "z" } } },
    });
    expect(made.value.allocator).toMatchObject({
      allocationIntervalMs: 1_000, excludedNames: ["gpus", "disk"], strict: true, seed: 7, frameworkSorter: "random",
      minAllocatable: [new Map([["cpus", 1_000]]), new Map([["mem", 64_000], ["disk", 1_000]])],
      constraintsMaxMemoryBytes: 4096, constraintsMaxProgramSize: 100, recoveryTimeoutMs: 600_000, agentRecoveryFactor: 0.8,
    });
  });

  it.each([
    ["--agent_ping_timeout=16mins", "Expected `--agent_ping_timeout` to be between 1secs and 15mins"],
    ["--max_agent_ping_timeouts=0", "Expected `--max_agent_ping_timeouts` to be at least 1"],
    ["--agent_reregister_timeout=9mins", "Expected --agent_reregister_timeout to be at least 10mins"],
    ["--recovery_agent_removal_limit=101%", "must be within [0%-100%]"],
    ["--registry_strict", "Support for '--registry_strict' has been disabled"],
    ["--agent_removal_rate_limit=often", "Format is <Number of agents>/<Duration>"],
    ["--agent_removal_rate_limit=1/often", "Format is <Number of agents>/<Duration>"],
    ["--weights=a", "Invalid --weights 'a'"],
    ["--weights=a=-1", "Invalid --weights 'a=-1'"],
    ["--roles=a,/b", "Invalid --roles 'a,/b'"],
    ["--domain={}", "`domain` must define `fault_domain`"],
    ["--min_allocatable_resources=cpus", "Invalid --min_allocatable_resources 'cpus'"],
    ["--role_sorter=fifo", "Unknown --role_sorter 'fifo': expected drf or random"],
    ["--allocator=org_example_Allocator", "Unknown --allocator 'org_example_Allocator'"],
    ["--whitelist=/etc/hosts", "the whitelist is not built in yet"],
    ["--authenticate_frameworks", "--authenticate_frameworks needs --credentials"],
    ["--authenticate", "--authenticate_frameworks needs --credentials"],
    ["--authenticate_slaves", "--authenticate_agents needs --credentials"],
    ["--authenticate_http_readonly", "--authenticate_http_readonly needs --credentials"],
    ["--authenticate_http", "--authenticate_http_readwrite needs --credentials"],
    ["--authenticate_http_frameworks", "Missing `--http_framework_authenticators` flag"],
    ["--credentials=/does/not/exist", "Invalid --credentials: Cannot read /does/not/exist"],
    ['--credentials={"credentials":[{}]}', "Invalid --credentials: Invalid credentials: credentials[0]: expected texts"],
    ["--http_authenticators=org_example_Authenticator", "there is basic"],
    ["--acls=[]", "Invalid --acls: Expected --acls to be a JSON object"],
    ['--acls={"view_flags":[{"principals":{"type":"ANY"},"flags":{"values":["x"]}}]}', "ACL.ViewFlags type must be either"],
    ["--firewall_rules={}", "Expected --firewall_rules to hold disabled_endpoints.paths"],
    ["--logging_level=LOUD", "Expected --logging_level to be one of INFO, WARNING, ERROR"],
  ])("refuse %s in one line", (arg, message) => {
    const made = options([arg]);
    expect(made).toMatchObject({ ok: false });
    if (!made.ok) {
      expect(made.error).toContain(message);
      expect(made.error).not.toContain("\n");
    }
  });
});
