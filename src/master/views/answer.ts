/** How answers leave: as JSON in one text or in pieces, or, when the query has `jsonp`, as a call of that function (EPM-43). */
import type { HttpRequest, HttpResponse, Piece } from "../event.ts";

/** 200 with this JSON text. */
export function answerJson({ query }: HttpRequest, json: string): HttpResponse {
  const jsonp = query["jsonp"];
  return { status: 200, headers: jsonHeaders(jsonp), body: jsonp === undefined ? json : `${jsonp}(${json})` };
}

/** 200 with this JSON text in pieces. */
export function answerPieces({ query }: HttpRequest, pieces: readonly Piece[]): HttpResponse {
  const jsonp = query["jsonp"];
  return { status: 200, headers: jsonHeaders(jsonp), pieces: jsonp === undefined ? pieces : [`${jsonp}(`, ...pieces, ")"] };
}

function jsonHeaders(jsonp: string | undefined): Readonly<Record<string, string>> {
  return { "Content-Type": jsonp === undefined ? "application/json" : "text/javascript" };
}

/** Appends a list of pieces to others: `[` a `,` b `]`. */
export function pushList(pieces: Piece[], items: Iterable<Piece>): void {
  let separator = "[";
  for (const item of items) {
    pieces.push(separator, item);
    separator = ",";
  }
  pieces.push(separator === "[" ? "[]" : "]");
}
