/** What a client gets of an answer, however it is held. */
import type { HttpResponse } from "../../src/master/event.ts";
import { Message, Text } from "../../src/wire/pieces.ts";
import type { Piece } from "../../src/wire/pieces.ts";

export function bodyOf({ body, content }: Pick<HttpResponse, "body" | "content">): string {
  if (typeof body === "string") return body;
  return content !== undefined && "pieces" in content ? textOf(content.pieces) : Buffer.from(bytesOf({ body, content })).toString();
}

/** The same of answers in protobuf. */
export function bytesOf({ body, content }: { body?: HttpResponse["body"]; content?: HttpResponse["content"] | undefined }): Uint8Array {
  if (content === undefined) return typeof body === "string" ? Buffer.from(body) : body ?? new Uint8Array();
  if ("pieces" in content) return Buffer.from(textOf(content.pieces));
  const message = new Message(content.fields);
  message.make(() => false);
  return Buffer.concat([...message.chunks(1000)]);
}

function textOf(pieces: readonly Piece[]): string {
  return new Text(pieces).next(Infinity, () => false);
}
