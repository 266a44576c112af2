/** The flags of `allot run` and of its alias `mesos-execute` (CLI-08), and the framework and task they describe. */
import { userInfo } from "node:os";
import type { FrameworkCapability } from "../model/capability.ts";
import type { CommandInfo, FrameworkInfo, TaskInfo } from "../model/gen/mesos.ts";
import type { AgentId, TaskId } from "../model/id.ts";
import { parseResourceText } from "../model/parse.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { TaskInfoCodec } from "../wire/gen/mesos.ts";
import type { MediaType } from "../wire/v1/media.ts";
import { parseMasterPlace } from "./client/locate.ts";
import type { MasterPlace } from "./client/locate.ts";
import { bool, duration, flag, json, optional, secretText, text } from "./flags.ts";
import type { ParsedFlags } from "./flags.ts";

const PLAIN_PROCESSES = "agents run plain processes so far";
const NO_HDFS = "packages are not uploaded; put a URI into --task instead";

/** `resources` differs: what a task gets when nothing is said. */
export function runFlags(defaultResources: string) {
  return {
    help: flag(bool, false, "Print this and leave."),
    master: flag(text, "127.0.0.1:5050", "Where the master is: host:port, of any master of the cluster; or zk://host:port,host:port/path."),
    name: optional(text, "Name and id of the task. By default the first word of the command."),
    command: optional(text, "Command to run. Words behind the flags are taken too: run -- ls -l"),
    shell: flag(bool, true, "Run the command by sh -c; otherwise its words are the program and its arguments."),
    env: optional(json, "JSON object of environment variables: {\"NAME\":\"value\"}."),
    resources: flag(text, defaultResources, "Resources the task gets."),
    task: optional(json, "JSON of a whole TaskInfo instead of name, command, env and resources; agent_id may be left out."),
    role: flag(text, "*", "Role to ask for resources in."),
    user: flag(text, userInfo().username, "User the task runs as."),
    kill_after: optional(duration, "Kill the task so long after it began to run."),
    checkpoint: flag(bool, false, "Let the task survive a restart of its agent."),
    framework_capabilities: optional(text, "Comma separated further capabilities of the framework."),
    partition_aware: flag(bool, true, "Learn that an agent is out of reach instead of losing the task."),
    content_type: flag(text, "protobuf", "What is spoken with the master: protobuf or json.", {
      check: (value) => (value === "protobuf" || value === "json" ? undefined : "Expected --content_type to be protobuf or json"),
    }),
    principal: optional(text, "Principal to authenticate as."),
    secret: optional(secretText, "Secret to authenticate with, or file:// and the path of a file with it."),
    task_group: optional(json, "JSON of a TaskGroupInfo.", { pending: "task groups are not built in yet" }),
    containerizer: flag(text, "mesos", "How the task is contained.", { pending: PLAIN_PROCESSES }),
    docker_image: optional(text, "Docker image to run in.", { pending: PLAIN_PROCESSES }),
    appc_image: optional(text, "Appc image to run in.", { pending: PLAIN_PROCESSES }),
    networks: optional(text, "Comma separated networks to join.", { pending: PLAIN_PROCESSES }),
    volumes: optional(json, "JSON of volumes to mount.", { pending: PLAIN_PROCESSES }),
    effective_capabilities: optional(json, "JSON of Linux capabilities granted.", { pending: PLAIN_PROCESSES }),
    bounding_capabilities: optional(json, "JSON of Linux capabilities that may be granted.", { pending: PLAIN_PROCESSES }),
    rlimits: optional(json, "JSON of resource limits.", { pending: PLAIN_PROCESSES }),
    tty: flag(bool, false, "Attach a terminal to the task.", { pending: PLAIN_PROCESSES }),
    hadoop: flag(text, "hadoop", "Path of the hadoop script.", { pending: NO_HDFS }),
    hdfs: flag(text, "localhost:9000", "Where the NameNode is.", { pending: NO_HDFS }),
    package: optional(text, "Package to upload.", { pending: NO_HDFS }),
    overwrite: flag(bool, false, "Overwrite the package.", { pending: NO_HDFS }),
  };
}

export type RunFlags = ParsedFlags<ReturnType<typeof runFlags>>;

/** What is to be run, and as whom. */
export interface Plan {
  readonly master: MasterPlace;
  readonly media: MediaType;
  readonly framework: FrameworkInfo;
  /** `agent_id` and the exact resource objects come with the offer. */
  readonly task: TaskInfo;
  readonly killAfterMs: number | undefined;
}

const OPTIONAL_CAPABILITIES: readonly FrameworkCapability[] = [
  "REVOCABLE_RESOURCES", "GPU_RESOURCES", "SHARED_RESOURCES", "REGION_AWARE",
];

/** An error is one line for the terminal. */
export function readPlan({ values, rest }: RunFlags): Result<Plan> {
  const master = parseMasterPlace(values.master);
  if (!master.ok) return master;
  const task = values.task === undefined ? readTask(values, rest) : TaskInfoCodec.fromJson(withAgentId(values.task));
  if (!task.ok) return err(values.task === undefined ? task.error : `Invalid --task: ${task.error}`);
  const capabilities = readCapabilities(values);
  if (!capabilities.ok) return capabilities;
  return ok({
    master: master.value,
    media: values.content_type as MediaType,
    framework: {
      user: values.user,
      name: `allot run (${task.value.name})`,
      roles: [values.role],
      checkpoint: values.checkpoint,
      capabilities: capabilities.value.map((type) => ({ type })),
    },
    task: task.value,
    killAfterMs: values.kill_after,
  });
}

function readTask(values: RunFlags["values"], rest: readonly string[]): Result<TaskInfo> {
  const command = readCommand(values, rest);
  if (!command.ok) return command;
  const resources = parseResourceText(values.resources);
  if (!resources.ok) return err(`Invalid --resources '${values.resources}': ${resources.error}`);
  const name = values.name ?? nameOf(command.value);
  return ok({
    name,
    task_id: { value: name as TaskId },
    agent_id: { value: "" as AgentId },
    resources: resources.value,
    command: command.value,
  });
}

function readCommand({ command, shell, env }: RunFlags["values"], rest: readonly string[]): Result<CommandInfo> {
  const variables = readEnvironment(env);
  if (!variables.ok) return variables;
  const environment = variables.value.length === 0 ? {} : { environment: { variables: variables.value } };
  if (command !== undefined && rest.length > 0) return err(`Both --command and '${rest.join(" ")}' are given: leave one out`);
  if (command !== undefined && shell) return ok({ shell: true, value: command, ...environment });
  const words = command === undefined ? rest : command.trim().split(/\s+/);
  const [program] = words;
  if (program === undefined || program === "") return err("There is nothing to run: give --command='echo hello', or words behind --");
  return ok({ shell: false, value: program, arguments: words, ...environment });
}

function readEnvironment(env: unknown): Result<{ name: string; type: "VALUE"; value: string }[]> {
  if (env === undefined) return ok([]);
  if (typeof env !== "object" || env === null || Array.isArray(env)) return err("Invalid --env: expected a JSON object");
  const variables: { name: string; type: "VALUE"; value: string }[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (typeof value !== "string") return err(`Invalid --env: '${name}' must be a string`);
    variables.push({ name, type: "VALUE", value });
  }
  return ok(variables);
}

function readCapabilities(values: RunFlags["values"]): Result<readonly FrameworkCapability[]> {
  const capabilities: FrameworkCapability[] = ["MULTI_ROLE", "RESERVATION_REFINEMENT", "TASK_KILLING_STATE"];
  if (values.partition_aware) capabilities.push("PARTITION_AWARE");
  for (const name of (values.framework_capabilities ?? "").split(",").map((each) => each.trim()).filter((each) => each !== "")) {
    const known = OPTIONAL_CAPABILITIES.find((each) => each === name);
    if (known !== undefined) capabilities.push(known);
    else if (!capabilities.some((each) => each === name)) {
      return err(`Unknown --framework_capabilities '${name}': expected some of ${OPTIONAL_CAPABILITIES.join(", ")}`);
    }
  }
  return ok(capabilities);
}

/** The last part of the program's path. */
function nameOf({ value }: CommandInfo): string {
  const word = (value ?? "").trim().split(/\s+/)[0] ?? "";
  return word.split("/").findLast((part) => /^[\w.+-]+$/.test(part)) ?? "task";
}

function withAgentId(task: unknown): unknown {
  return typeof task === "object" && task !== null && !Array.isArray(task) ? { agent_id: { value: "" }, ...task } : task;
}
