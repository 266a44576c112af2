/** What a client gets of an answer, however it is held. */
import type { HttpResponse } from "../../src/master/event.ts";

export function bodyOf({ body, pieces }: HttpResponse): string {
  if (pieces !== undefined) return pieces.map((piece) => (typeof piece === "string" ? piece : piece())).join("");
  return typeof body === "string" ? body : new TextDecoder().decode(body ?? new Uint8Array());
}
