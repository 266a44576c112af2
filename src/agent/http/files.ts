/**
 * Sandboxes over HTTP (EPA-10). An executor's files are reached by three paths: the real directory of the run, the
 * `latest` link beside it, and `/frameworks/F/executors/E/runs/latest`. Which directory is meant is decided here; the
 * shell, which alone can see links, makes sure that the answer comes from inside it.
 */
import type { Principal } from "../../model/principal.ts";
import { FORBIDDEN, authorized, userOf } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { FileCall, Outbox } from "../outbox.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { json, text } from "./answers.ts";

/** GET /files/browse, /files/read, /files/download, /files/debug */
export function filesEndpoint(
  agent: Agent, request: HttpRequest, _nowMs: number, out: Outbox,
): HttpResponse | undefined {
  const { query } = request;
  const verb = request.path.split("/").at(-1);
  const jsonp = query["jsonp"] === undefined ? {} : { jsonp: query["jsonp"] };
  if (verb === "debug") {
    return json(Object.fromEntries(Array.from(attached(agent), ([path, { root }]) => [path, root])), query["jsonp"]);
  }
  const path = query["path"];
  if (path === undefined || path === "") return text(400, "Expecting 'path=value' in query.\n");
  if (verb !== "read") {
    const call: FileCall = { verb: verb === "download" ? "download" : "browse", ...jsonp };
    return askFiles(agent, request, path, call, out);
  }
  const offset = wholeNumber(query["offset"] ?? "-1");
  if (offset === undefined) {
    return text(400, `Failed to parse offset: Failed to convert '${query["offset"]}' to number.\n`);
  }
  if (offset < -1) return text(400, `Negative offset provided: ${offset}.\n`);
  const length = wholeNumber(query["length"] ?? "-1");
  if (length === undefined) {
    return text(400, `Failed to parse length: Failed to convert '${query["length"]}' to number.\n`);
  }
  if (length < -1) return text(400, `Negative length provided: ${length}.\n`);
  return askFiles(agent, request, path, { verb: "read", offset, ...(length < 0 ? {} : { length }), ...jsonp }, out);
}

interface Asker {
  readonly id: number;
  readonly principal?: Principal | undefined;
}

/** Passes the question to the shell, or says that no such path is ours. */
export function askFiles(
  agent: Agent, { id: request, principal }: Asker, path: string, call: FileCall, out: Outbox,
): HttpResponse | undefined {
  const found = resolve(agent, path);
  if (found === undefined) return fileNotFound(call);
  const { root, user } = found;
  if (!authorized(agent, principal, "ACCESS_SANDBOX", user)) return FORBIDDEN;
  out.ask({ kind: "files", request, root, path: found.path, shown: path.replace(/\/+$/, ""), call });
  return undefined;
}

function fileNotFound(call: FileCall): HttpResponse {
  return call.verb === "download" ? text(404, "404 Not Found.") : text(404, "");
}

/** The longest attached path that the path begins with. */
function resolve(agent: Agent, path: string): (Sandbox & { readonly path: string }) | undefined {
  const names = path.replace(/\/+$/, "").split("/");
  const roots = attached(agent);
  for (let length = names.length; length > 1; length--) {
    const sandbox = roots.get(names.slice(0, length).join("/"));
    if (sandbox !== undefined) return { ...sandbox, path: names.slice(length).join("/") };
  }
  return undefined;
}

/** A directory behind a path, and the user whose files are there; nobody's in particular without an executor. */
interface Sandbox {
  readonly root: string;
  readonly user: string | undefined;
}

/** Paths a client may begin with. */
function attached(agent: Agent): ReadonlyMap<string, Sandbox> {
  const roots = new Map<string, Sandbox>();
  const add = (framework: Framework, executor: Executor): void => {
    const { directory } = executor;
    const sandbox = { root: directory, user: userOf(executor.info, framework.info) };
    roots.set(directory, sandbox);
    roots.set(`${directory.slice(0, directory.lastIndexOf("/"))}/latest`, sandbox);
    roots.set(`/frameworks/${framework.id}/executors/${executor.id}/runs/latest`, sandbox);
  };
  for (const framework of [...agent.completedFrameworks.values(), ...agent.frameworks.values()]) {
    for (const executor of framework.completedExecutors) add(framework, executor);
    for (const executor of framework.executors.values()) add(framework, executor);
  }
  for (const container of agent.containers.values()) {
    if (container.kind === "standalone") roots.set(container.directory, { root: container.directory, user: undefined });
  }
  return roots;
}

function wholeNumber(text: string): number | undefined {
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}
