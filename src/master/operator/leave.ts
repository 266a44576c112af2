/** TEARDOWN and MARK_AGENT_GONE, and /teardown (CAL-38, CAL-39, EPM-16): what an operator ends for good. */
import type { AgentId, FrameworkId } from "../../model/id.ts";
import { markAgentGone } from "../agents/mark-gone.ts";
import { forbidden } from "../authorize/authorize.ts";
import { removeFramework } from "../calls/teardown.ts";
import type { HttpResponse } from "../event.ts";
import { text } from "../responses.ts";
import { DONE } from "./asked.ts";
import type { Asked } from "./asked.ts";

/** The framework and all it runs (FWK-24). */
export function teardown({ master, request, nowMs, out }: Asked, id: FrameworkId): HttpResponse {
  const framework = master.frameworks.get(id);
  if (framework === undefined) return text(400, "No framework found with specified ID");
  const refusal = forbidden(master, request.principal, "TEARDOWN_FRAMEWORK", [framework.info.principal ?? ""]);
  if (refusal !== undefined) return refusal;
  removeFramework(master, framework, nowMs, out);
  return DONE;
}

/** The agent, which is never to come back (AGT-37, AGT-38). */
export function markGone({ master, request, nowMs, out }: Asked, id: AgentId): HttpResponse | undefined {
  const refusal = forbidden(master, request.principal, "MARK_AGENT_GONE");
  if (refusal !== undefined) return refusal;
  const outcome = markAgentGone(master, id, nowMs, out, request.id);
  if (outcome === "started") return undefined;
  if (outcome === "gone") return DONE;
  if (outcome === "unknown") return text(404, `Agent '${id}' not found`);
  const { busy } = outcome;
  return text(503, `Agent '${id}' is ${busy === "gone" ? "already being" : "being"} transitioned to ${busy}`);
}
