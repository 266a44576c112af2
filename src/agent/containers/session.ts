/**
 * Talking with a container (AGF-65): LAUNCH_NESTED_CONTAINER_SESSION starts one whose output goes to the caller and
 * that ends when the caller leaves; ATTACH_CONTAINER_OUTPUT listens, too; ATTACH_CONTAINER_INPUT writes. What is said
 * goes through the shell (shell/agent/attach.ts), record by record.
 *
 * Only containers of sessions can be attached to: those of others have their output in files and no input.
 */
import type { Call_LaunchNestedContainerSession } from "../../model/gen/agent.ts";
import type { ContainerID } from "../../model/gen/mesos.ts";
import type { AgentForms } from "../../wire/v1/agent.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import { text } from "../http/answers.ts";
import type { Outbox } from "../outbox.ts";
import { containerKey, executorIn } from "../state.ts";
import type { Agent, Container } from "../state.ts";
import { launchContainer } from "./calls.ts";

/** Its output is the answer, once it runs. */
export function launchSession(
  agent: Agent, request: HttpRequest, launch: Call_LaunchNestedContainerSession, form: AgentForms["response"],
  out: Outbox,
): HttpResponse | undefined {
  if (launch.container?.tty_info !== undefined) return text(400, "This agent has no terminals: leave 'tty_info' out");
  const key = containerKey(launch.container_id);
  if (agent.containers.has(key)) return text(202);
  const answer = launchContainer(agent, request.id, launch, out, true);
  const container = agent.containers.get(key);
  if (container !== undefined) container.session = { stream: request.streamId, form };
  return answer;
}

/** A session is answered by its output. */
export function sessionStarted({ key, launching, session }: Container, out: Outbox): void {
  if (session === undefined || launching === undefined) return;
  out.ask({ kind: "attach-output", request: launching, stream: session.stream, containerId: key, form: session.form });
}

/** Whoever asked for a session has gone: so does its container. */
export function sessionLeft(agent: Agent, stream: string, out: Outbox): void {
  for (const { key, session, exited } of agent.containers.values()) {
    if (session?.stream === stream && exited === undefined) out.ask({ kind: "destroy", containerId: key });
  }
}

export function attachOutput(
  agent: Agent, { id: request, streamId: stream }: HttpRequest, id: ContainerID, form: AgentForms["response"],
  out: Outbox,
): HttpResponse | undefined {
  const refusal = unattachable(agent, id);
  if (refusal !== undefined) return refusal;
  out.ask({ kind: "attach-output", request, stream, containerId: containerKey(id), form });
  return undefined;
}

/** The rest of the request is the input; its end is answered. */
export function attachInput(
  agent: Agent, { id: request, body }: HttpRequest, id: ContainerID | undefined, form: AgentForms["request"],
  out: Outbox,
): HttpResponse | undefined {
  if (id === undefined) return text(400, "Expecting 'attach_container_input.type' to be CONTAINER_ID");
  const refusal = unattachable(agent, id);
  if (refusal !== undefined) return refusal;
  out.ask({ kind: "attach-input", request, containerId: containerKey(id), media: form.media, received: body });
  return undefined;
}

function unattachable(agent: Agent, id: ContainerID): HttpResponse | undefined {
  const key = containerKey(id);
  if (executorIn(agent, key.split(".")[0]!) === undefined) return text(404, `Container ${key} cannot be found`);
  const container = agent.containers.get(key);
  if (container?.session !== undefined && container.exited === undefined) return undefined;
  return text(500, `Container ${key} has no I/O switchboard: only those of sessions can be attached to`);
}
