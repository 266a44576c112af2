/**
 * Requests that were handed to the core and not answered yet, whoever owns their connections: each has a number, by
 * which the core answers it. There are so many at most.
 */
import type { HttpResponse, RequestId } from "../../master/event.ts";
import { MAX_REQUESTS_IN_FLIGHT } from "../../model/limits.ts";

/** Who gets the answer. */
export interface Waiter {
  answer(response: HttpResponse): void;
  /** There will be no answer: its connection ends. */
  breakOff(): void;
}

/** What one request too many is answered. */
export const DESK_IS_FULL: HttpResponse = {
  status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" },
  body: "Too many requests are waiting for an answer, try again",
};

export class Desk {
  readonly #waiting = new Map<number, Waiter>();
  #nextId = 1;

  get isFull(): boolean {
    return this.#waiting.size >= MAX_REQUESTS_IN_FLIGHT;
  }

  enter(waiter: Waiter): RequestId {
    const id = this.#nextId++;
    this.#waiting.set(id, waiter);
    return id as RequestId;
  }

  /** Undefined: it has gone, or has its answer. */
  find(id: number): Waiter | undefined {
    return this.#waiting.get(id);
  }

  /** It has its answer now, or wants none any more. */
  leave(id: number): Waiter | undefined {
    const waiter = this.#waiting.get(id);
    if (waiter !== undefined) this.#waiting.delete(id);
    return waiter;
  }
}
