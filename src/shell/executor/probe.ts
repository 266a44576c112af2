/**
 * Looks at a task as its check says (TSK-14 to TSK-16): runs a command beside it, asks for a page, opens a connection.
 * What could not be done in time, or at all, is an error; whether that is bad is not decided here.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import type { RequestOptions } from "node:http";
import { connect } from "node:net";
import type { CheckInfoJson, CommandJson, ExecutorEffect, ProbeResult } from "../../agent/executor/event.ts";
import type { AgentLine } from "./client.ts";

type Probe = Extract<ExecutorEffect, { kind: "probe" }>;

const MAX_REDIRECTS = 10;
const SIGKILL = 9;

/** Undefined when nothing could be learnt, for no fault of the task: the agent was away. Never rejects. */
export async function look(probe: Probe, line: AgentLine): Promise<ProbeResult | undefined> {
  const { info, timeoutMs } = probe;
  switch (info.type) {
    case "COMMAND":
      return probe.container === undefined ? runCommand(commandOf(info), timeoutMs) : runNested(probe, line);
    case "HTTP":
      return askForPage(info.http!, timeoutMs);
    case "TCP":
      return openConnection(info.tcp!, timeoutMs);
    default:
      return { error: `There is no check of type ${info.type ?? ""}` };
  }
}

/** A check holds its command in a message of its own, a health check does not. */
function commandOf({ command = {} }: CheckInfoJson): CommandJson {
  return "command" in command && command.command !== undefined ? command.command : (command as CommandJson);
}

function runCommand(command: CommandJson, timeoutMs: number | undefined): Promise<ProbeResult> {
  const value = command.value ?? "";
  const [program, argv] = command.shell ?? true
    ? ["/bin/sh", ["sh", "-c", value]]
    : [value, [...(command.arguments ?? [])]];
  const env = { ...process.env };
  for (const { name, value: text } of command.environment?.variables ?? []) if (text !== undefined) env[name] = text;
  return new Promise((resolve) => {
    const child = spawn(program, argv.slice(1), {
      argv0: argv[0] ?? program, env, stdio: ["ignore", 2, 2], detached: true,
    });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
      killGroup(child.pid);
      resolve(late("Command", timeoutMs));
    }, timeoutMs);
    child.on("error", (error) => resolve({ error: error.message }));
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      resolve(code === null ? { error: `Command was ended by ${signal}` } : { exit_code: code });
    });
  });
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}

/** In a container nested in the task's, which the agent starts for us. */
async function runNested({ info, timeoutMs, container }: Probe, line: AgentLine): Promise<ProbeResult | undefined> {
  const container_id = { value: `check-${randomUUID()}`, parent: container! };
  const launched = await line.operate({
    type: "LAUNCH_CONTAINER", launch_container: { container_id, command: commandOf(info) },
  });
  if (launched.status !== 200) return undefined;
  const killTimer = timeoutMs === undefined ? undefined : setTimeout(() => {
    const kill = { container_id, signal: SIGKILL };
    void line.operate({ type: "KILL_NESTED_CONTAINER", kill_nested_container: kill });
  }, timeoutMs);
  const startedAtMs = Date.now();
  const ended = await line.operate({ type: "WAIT_NESTED_CONTAINER", wait_nested_container: { container_id } });
  clearTimeout(killTimer);
  void line.operate({ type: "REMOVE_NESTED_CONTAINER", remove_nested_container: { container_id } });
  if (ended.status !== 200 || typeof ended.body === "string") return undefined;
  if (timeoutMs !== undefined && Date.now() - startedAtMs >= timeoutMs) return late("Command", timeoutMs);
  const status = ended.body.exit_status;
  if (status === undefined) return { error: "Unable to get the exit code" };
  // Killed with its task, in all likelihood.
  if ((status & 0x7f) === SIGKILL) return undefined;
  return (status & 0x7f) === 0 ? { exit_code: status >> 8 } : { error: `Command was ended by signal ${status & 0x7f}` };
}

async function askForPage(
  http: NonNullable<CheckInfoJson["http"]>, timeoutMs: number | undefined,
): Promise<ProbeResult> {
  const { scheme = "http", port, path = "/", protocol } = http;
  let url = new URL(`${scheme}://${hostOf(protocol)}:${port}${path}`);
  const deadlineMs = timeoutMs === undefined ? undefined : Date.now() + timeoutMs;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const page = await get(url, deadlineMs === undefined ? undefined : Math.max(1, deadlineMs - Date.now()));
    if ("error" in page) return page;
    const isMoved = page.status_code >= 300 && page.status_code < 400 && page.location !== undefined;
    if (!isMoved || !URL.canParse(page.location!, url.href)) return { status_code: page.status_code };
    url = new URL(page.location!, url);
  }
  return { error: `More than ${MAX_REDIRECTS} redirects` };
}

type Page = { readonly status_code: number; readonly location: string | undefined } | { readonly error: string };

async function get(url: URL, timeoutMs: number | undefined): Promise<Page> {
  // Whose certificate it is does not matter here. TLS is loaded only by those who need it.
  const isTls = url.protocol === "https:";
  const send: typeof request = isTls ? (await import("node:https")).request : request;
  const options: RequestOptions & { readonly rejectUnauthorized?: boolean } = isTls ? { rejectUnauthorized: false } : {};
  return new Promise((resolve) => {
    const asked = send(String(url), options, (response) => {
      response.resume();
      response.on("close", () => {
        clearTimeout(timer);
        resolve({ status_code: response.statusCode ?? 0, location: response.headers.location });
      });
    });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
      resolve(late("HTTP request", timeoutMs));
      asked.destroy();
    }, timeoutMs);
    asked.on("error", (error) => {
      clearTimeout(timer);
      resolve({ error: error.message });
    });
    asked.end();
  });
}

function openConnection(tcp: NonNullable<CheckInfoJson["tcp"]>, timeoutMs: number | undefined): Promise<ProbeResult> {
  return new Promise((resolve) => {
    const socket = connect({ host: tcp.protocol === "IPv6" ? "::1" : "127.0.0.1", port: tcp.port });
    const done = (result: ProbeResult): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = timeoutMs === undefined
      ? undefined
      : setTimeout(() => done(late("Connection", timeoutMs)), timeoutMs);
    socket.on("connect", () => done({ succeeded: true }));
    socket.on("error", () => done({ succeeded: false }));
  });
}

function hostOf(protocol: string | undefined): string {
  return protocol === "IPv6" ? "[::1]" : "127.0.0.1";
}

function late(what: string, timeoutMs: number): { readonly error: string } {
  return { error: `${what} took longer than ${timeoutMs / 1000} seconds` };
}
