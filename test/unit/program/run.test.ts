import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/model/gen/mesos.ts";
import { parseResourceText } from "../../../src/model/parse.ts";
import { err } from "../../../src/model/result.ts";
import { takeResources } from "../../../src/program/client/fit.ts";
import { parseHostPort } from "../../../src/program/client/http.ts";
import { exitCodeOf } from "../../../src/program/exit-code.ts";
import { parseFlags } from "../../../src/program/flags.ts";
import { readPlan, runFlags } from "../../../src/program/run-flags.ts";

const resources = (text: string): readonly Resource[] => {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};
const plan = (...args: string[]) => {
  const parsed = parseFlags(runFlags("cpus:0.1;mem:32"), { args, env: {}, readFile: () => err("no files here") });
  return parsed.ok ? readPlan(parsed.value) : parsed;
};

describe("what a task takes from an offer", () => {
  const amounts = (taken: readonly Resource[] | undefined): unknown =>
    taken?.map(({ name, scalar, ranges, reservations }) => [name, scalar?.value ?? ranges?.range, reservations?.length ?? 0]);

  it("is what it wants, of the objects offered", () => {
    const offered = resources("cpus:4;mem:1024;disk:10;ports:[31000-32000]");
    expect(amounts(takeResources(offered, resources("cpus:0.5;mem:32;ports:[31005-31006]")))).toEqual([
      ["cpus", 0.5, 0], ["mem", 32, 0], ["ports", [{ begin: 31005, end: 31006 }], 0],
    ]);
  });

  it("is what is reserved first, then the rest", () => {
    const offered = resources("cpus:4;cpus(eng):1");
    expect(amounts(takeResources(offered, resources("cpus:3")))).toEqual([["cpus", 1, 1], ["cpus", 2, 0]]);
  });

  it("is nothing when a part of it does not fit", () => {
    const offered = resources("cpus:4;mem:1024;ports:[1-2]");
    for (const wanted of ["cpus:5", "cpus:1;mem:1025", "gpus:1", "ports:[2-3]"]) {
      expect(takeResources(offered, resources(wanted)), wanted).toBeUndefined();
    }
  });

  it("is never a volume, nor what may be taken away again", () => {
    const [disk, cpus] = resources("disk:10;cpus:1");
    expect(takeResources([{ ...disk!, disk: { persistence: { id: "v" } } }], resources("disk:1"))).toBeUndefined();
    expect(takeResources([{ ...cpus!, revocable: {} }], resources("cpus:1"))).toBeUndefined();
  });
});

describe("how a task ended, for a shell", () => {
  it.each([
    ["TASK_FINISHED", "Command exited with status 0", 0],
    ["TASK_FAILED", "Command exited with status 3", 3],
    ["TASK_FAILED", "Command terminated with signal Killed", 137],
    ["TASK_KILLED", "Command terminated with signal Terminated", 143],
    ["TASK_FAILED", "Command terminated with signal Segmentation fault (core dumped)", 139],
    ["TASK_LOST", "Executor terminated", 1],
    ["TASK_ERROR", undefined, 1],
  ] as const)("%s '%s' is %i", (state, message, code) => {
    expect(exitCodeOf({ state, message })).toBe(code);
  });
});

describe("what allot run is asked to do", () => {
  it("is a shell command with a name, resources and variables", () => {
    expect(plan("--master=h:1", "--name=t", "--command=echo $A", "--env={\"A\":\"b\"}", "--role=eng", "--user=me", "--checkpoint")).toMatchObject({
      ok: true,
      value: {
        master: { host: "h", port: 1 },
        media: "protobuf",
        framework: { name: "allot run (t)", roles: ["eng"], user: "me", checkpoint: true },
        task: {
          name: "t",
          task_id: { value: "t" },
          resources: [{ name: "cpus", scalar: { value: 0.1 } }, { name: "mem", scalar: { value: 32 } }],
          command: { shell: true, value: "echo $A", environment: { variables: [{ name: "A", value: "b" }] } },
        },
      },
    });
  });

  it("may be words behind --, or not for a shell", () => {
    expect(plan("--", "/bin/ls", "-l", "--all")).toMatchObject({
      value: { task: { name: "ls", command: { shell: false, value: "/bin/ls", arguments: ["/bin/ls", "-l", "--all"] } } },
    });
    expect(plan("--no-shell", "--command=ls -l")).toMatchObject({
      value: { task: { command: { shell: false, value: "ls", arguments: ["ls", "-l"] } } },
    });
  });

  it("may be a whole TaskInfo", () => {
    expect(plan("--task={\"name\":\"n\",\"task_id\":{\"value\":\"i\"},\"command\":{\"value\":\"true\"}}")).toMatchObject({
      value: { task: { name: "n", task_id: { value: "i" }, agent_id: { value: "" } } },
    });
  });

  it.each([
    [[], /There is nothing to run/],
    [["--command=x", "y"], /Both --command and 'y'/],
    [["--master=5050", "--command=x"], /Invalid --master '5050'/],
    [["--resources=cpus", "--command=x"], /Invalid --resources 'cpus'/],
    [["--env=[]", "--command=x"], /Invalid --env/],
    [["--env={\"A\":1}", "--command=x"], /'A' must be a string/],
    [["--task={}"], /Invalid --task/],
    [["--framework_capabilities=FLY", "--command=x"], /Unknown --framework_capabilities 'FLY'/],
    [["--docker_image=alpine", "--command=x"], /agents run plain processes so far/],
    [["--content_type=xml", "--command=x"], /protobuf or json/],
  ])("%j is refused in one line", (args, message) => {
    const made = plan(...args);
    expect(made.ok ? "" : made.error).toMatch(message);
  });

  it("knows a master by host:port", () => {
    expect(parseHostPort("127.0.0.1:5050")).toEqual({ host: "127.0.0.1", port: 5050 });
    expect(parseHostPort("http://leader.example:5050/state")).toEqual({ host: "leader.example", port: 5050 });
    expect(parseHostPort("leader.example")).toBeUndefined();
    expect(parseHostPort("leader:70000")).toBeUndefined();
  });
});
