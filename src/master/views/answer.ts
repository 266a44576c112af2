/**
 * How answers leave: as JSON in one text or in pieces, or, when the query has `jsonp`, as a call of that function
 * (EPM-43).
 */
import type { Piece, Series } from "../../wire/pieces.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";

/** 200 with this JSON text. */
export function answerJson({ query }: Pick<HttpRequest, "query">, json: string): HttpResponse {
  const jsonp = query["jsonp"];
  return { status: 200, headers: jsonHeaders(jsonp), body: jsonp === undefined ? json : `${jsonp}(${json})` };
}

/** 200 with this JSON text in pieces. */
export function answerPieces({ query }: HttpRequest, pieces: readonly Piece[]): HttpResponse {
  const jsonp = query["jsonp"];
  const whole = jsonp === undefined ? pieces : [`${jsonp}(`, ...pieces, ")"];
  return { status: 200, headers: jsonHeaders(jsonp), content: { pieces: whole } };
}

function jsonHeaders(jsonp: string | undefined): Readonly<Record<string, string>> {
  return { "Content-Type": jsonp === undefined ? "application/json" : "text/javascript" };
}

/** Something for each of these values, made when it is asked for. */
export function each<V, T>(values: readonly V[], make: (value: V) => T): Series<T> {
  return { length: values.length, at: (index) => make(values[index]!) };
}

/** The same for the values of many lists, one list after the other; quick when it is asked for them in their order. */
export function eachOf<V, T>(lists: readonly (readonly V[])[], make: (value: V) => T): Series<T> {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  let [place, before] = [0, 0];
  return {
    length,
    at(index) {
      if (index < before) [place, before] = [0, 0];
      for (let list = lists[place]!; index >= before + list.length; list = lists[++place]!) before += list.length;
      return make(lists[place]![index - before]!);
    },
  };
}

/** Appends a list: `[` a `,` b `]`. */
export function pushList<V>(pieces: Piece[], values: readonly V[], write: (value: V) => string): void {
  pieces.push("[", each(values, write), "]");
}
