/**
 * The lane for calls of schedulers: most of what a busy master is sent over HTTP, always in the same few forms. Node
 * makes a dozen objects and a write of its own for each; here the bytes of a connection are read as they come, and all
 * answers that are ready in one turn leave in one write.
 *
 *     bytes -> head.ts (known-head.ts) -> call.ts -> the core -> its answer, in its turn -> answer-text.ts -> one write
 *                \--- anything else ----> Fastify, with the connection and all that is unread (conversation.ts)
 *
 * The lane takes only what it understands completely: a POST of HTTP/1.1 to the scheduler API with a Content-Length and
 * a Mesos-Stream-Id, so never a SUBSCRIBE, and with no header that it does not know. It refuses nothing itself but what
 * comes too slowly (unread.ts). Whatever else comes, today's or tomorrow's, well-meant or not, finds Fastify as if
 * there were no lane: when all answers before it have gone out the connection changes hands, and stays there.
 *
 * What holds at Fastify holds here: so many unanswered requests of a connection (conversation.ts) and of all (desk.ts),
 * bytes of unfinished bodies (receiving.ts), deadlines, the order of answers, and every byte of them.
 */
import type { Socket } from "node:net";
import type { Desk } from "../desk.ts";
import type { HttpSide } from "../front-door.ts";
import { Conversation } from "./conversation.ts";
import { readHead } from "./head.ts";

export interface LaneOptions {
  readonly http: HttpSide;
  readonly desk: Desk;
  readonly headTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Header lines, complete with their ends, that every answer begins with. */
  readonly firstHeaders: string;
  /** Takes a connection over that is paused and has what is unread in its buffer. */
  handOver(socket: Socket): void;
}

export interface Lane {
  /** Serves this paused connection if `head`, which has been read of it, begins with a call; false otherwise. */
  take(socket: Socket, head: Buffer): boolean;
}

export function createLane(options: LaneOptions): Lane {
  let ready: Conversation[] = [];
  const flush = (): void => {
    const due = ready;
    ready = [];
    for (const conversation of due) conversation.flush();
  };
  /** Not at once: other answers of the same turn leave with it. */
  const planFlush = (conversation: Conversation): void => {
    if (ready.push(conversation) === 1) process.nextTick(flush);
  };
  return {
    take: (socket, head) => {
      if (typeof readHead(head, 0) === "string") return false;
      new Conversation(socket, options, planFlush).begin(head);
      return true;
    },
  };
}
