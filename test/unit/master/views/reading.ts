/** Reading a cluster of a story by its endpoints. */
import type { HttpRequest, HttpResponse } from "../../../../src/master/event.ts";
import { bodyOf } from "../../../support/bodies.ts";
import type { Cluster } from "../cluster.ts";

export function asked(
  story: Cluster, path: string, query: Record<string, string> = {}, more: Partial<HttpRequest> = {},
): HttpResponse {
  return story.driven.request({ method: "GET", path, query, ...more })!;
}

export function read(story: Cluster, path: string, query: Record<string, string> = {}): any {
  return JSON.parse(bodyOf(asked(story, path, query)));
}

/** The response of a call that reads, `GET_TASKS`. */
export function called(story: Cluster, type: string, accept = "application/json", about: object = {}): HttpResponse {
  const body = new TextEncoder().encode(JSON.stringify({ type, ...about }));
  return story.driven.request({ path: "/api/v1", headers: { "content-type": "application/json", accept }, body })!;
}
