/** What a client gets of an answer, however it is held. */
import type { HttpResponse } from "../../src/master/event.ts";
import { Message, Text } from "../../src/wire/pieces.ts";
import type { Piece } from "../../src/wire/pieces.ts";

type Body = Pick<HttpResponse, "body" | "content">;

export function bodyOf(answer: Body): string {
  return Buffer.from(bytesOf(answer)).toString();
}

/** The same of answers in protobuf. */
export function bytesOf({ body, content }: Body): Uint8Array {
  if (content === undefined) return typeof body === "string" ? Buffer.from(body) : body ?? new Uint8Array();
  if ("pieces" in content) return Buffer.from(textOf(content.pieces));
  const message = new Message(content.fields);
  message.make(() => false);
  return Buffer.concat([...message.chunks(1000)]);
}

function textOf(pieces: readonly Piece[]): string {
  return new Text(pieces).next(Infinity, () => false);
}
