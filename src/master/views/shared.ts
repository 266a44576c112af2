/**
 * Many clients ask for the same long answer again and again, often at the same time. While nothing happens in between
 * they share one; `step` forgets it at the next event that may change something.
 */
import type { Handler } from "../routes.ts";

/** Bounds what is remembered when many ask for different parts. */
const MAX_ANSWERS = 16;

export function shared(handler: Handler): Handler {
  return (master, request, nowMs, out) => {
    // Who may see less gets an answer of their own.
    const isSame = request.method === "GET" && master.options.authorizer === undefined;
    if (!isSame) return handler(master, request, nowMs, out);
    const key = JSON.stringify([request.path, request.query]);
    const known = master.answers.get(key);
    if (known !== undefined) return known;
    const answer = handler(master, request, nowMs, out);
    if (answer !== undefined && master.answers.size < MAX_ANSWERS) master.answers.set(key, answer);
    return answer;
  };
}
