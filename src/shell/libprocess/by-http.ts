/** A libprocess message that came over a connection of the HTTP side, after a plain request: taken like any other. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { parseUpid } from "../../model/upid.ts";
import { answer, answerText } from "../http/answer.ts";
import { parseTarget } from "../http/target.ts";
import { forgery } from "./server.ts";
import type { IncomingOptions } from "./server.ts";

export function isMessage(request: IncomingMessage): boolean {
  return request.method === "POST" && senderOf(request) !== undefined;
}

/** Delivers it and answers 202, or says why not. */
export function takeMessage(
  request: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
  { hasActor, deliver, requirePeerIp }: IncomingOptions,
): void {
  const from = parseUpid(senderOf(request) ?? "");
  if (!from.ok) return answerText(request, response, 400, from.error);
  const forged = requirePeerIp ? forgery(from.value, request.socket) : undefined;
  if (forged !== undefined) return answerText(request, response, 400, forged);
  const [, to = "", name = ""] = /^\/([^/]*)\/(.*)$/.exec(parseTarget(request.url ?? "", hasActor)?.path ?? "") ?? [];
  if (!hasActor(to)) return answerText(request, response, 404, "404 Not Found.");
  deliver({ from: from.value, to, name, body });
  answer(request, response, { status: 202 });
}

/** The UPID text the peer gives itself. */
function senderOf(request: IncomingMessage): string | undefined {
  const from = request.headers["libprocess-from"];
  if (typeof from === "string") return from;
  const agent = request.headers["user-agent"] ?? "";
  return agent.startsWith("libprocess/") ? agent.slice("libprocess/".length) : undefined;
}
