/** What a client gets of an answer, however it is held. */
import type { HttpResponse } from "../../src/master/event.ts";
import { wholeMessage, wholeText } from "../../src/wire/whole.ts";

type Body = Pick<HttpResponse, "body" | "content">;

export function bodyOf(answer: Body): string {
  return Buffer.from(bytesOf(answer)).toString();
}

/** The same of answers in protobuf. */
export function bytesOf({ body, content }: Body): Uint8Array {
  if (content === undefined) return typeof body === "string" ? Buffer.from(body) : body ?? new Uint8Array();
  return "pieces" in content ? Buffer.from(wholeText(content.pieces)) : wholeMessage(content.fields);
}
