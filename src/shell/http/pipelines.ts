/**
 * Pipelined requests of each connection: they begin in the order they came, although a body may take longer (inflation)
 * than the next one's, and only so many of them are under way. A client that sends more is not refused: nothing is read
 * from its connection until answers have gone out. What had been read by then, a chunk, waits here.
 *
 *     read -> join -> its body is there, earlier ones have begun, few are under way -> begins -> answer has gone
 *
 * Behind an event stream no answer ever goes out, and who is not read from cannot be seen to leave: such a connection is
 * closed when it reaches the limit.
 */
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { MAX_REQUESTS_PER_CONNECTION } from "../../model/limits.ts";

/** Reading goes on when so few are left. */
const LOW_MARK = MAX_REQUESTS_PER_CONNECTION / 2;

interface Place {
  act: (() => void) | undefined;
}

interface Line {
  /** Those that have not begun. */
  readonly places: Place[];
  underWay: number;
  /** Those that have not closed. */
  readonly responses: Set<ServerResponse>;
  isHeld: boolean;
  streams: number;
}

export class Pipelines {
  readonly #lines = new WeakMap<Socket, Line>();

  /** Takes the next place of this connection; call the result when ready. */
  join(socket: Socket, response: ServerResponse): (act: () => void) => void {
    const line = this.#lineOf(socket);
    const place: Place = { act: undefined };
    let hasBegun = false;
    line.places.push(place);
    line.responses.add(response);
    response.on("close", () => {
      line.responses.delete(response);
      if (hasBegun) line.underWay--;
      else place.act = () => {};
      advance(socket, line);
    });
    advance(socket, line);
    return (act) => {
      place.act = () => {
        hasBegun = true;
        line.underWay++;
        act();
      };
      advance(socket, line);
    };
  }

  /** This answer of the connection stays open. */
  keepsStream(socket: Socket, response: ServerResponse): void {
    const line = this.#lineOf(socket);
    line.streams++;
    response.on("close", () => line.streams--);
    advance(socket, line);
  }

  /** Is it us who do not read from it? */
  isHeld(socket: Socket): boolean {
    return this.#lines.get(socket)?.isHeld === true;
  }

  #lineOf(socket: Socket): Line {
    const known = this.#lines.get(socket);
    if (known !== undefined) return known;
    const line: Line = { places: [], underWay: 0, responses: new Set(), isHeld: false, streams: 0 };
    this.#lines.set(socket, line);
    // Node resumes a connection whenever a request of it is read.
    socket.on("resume", () => {
      if (line.isHeld) socket.pause();
    });
    socket.on("close", () => {
      advance(socket, line);
      setImmediate(closeAll, line);
    });
    return line;
  }
}

/** Node closes the response whose turn it was, and forgets those behind it: whoever counts on their end must hear of it. */
function closeAll({ responses }: Line): void {
  for (const response of responses) {
    response.destroy();
    response.emit("close");
  }
}

/** What a client said before it left counts. */
function advance(socket: Socket, line: Line): void {
  const mayBegin = (): boolean => socket.destroyed || line.underWay < MAX_REQUESTS_PER_CONNECTION;
  while (mayBegin() && line.places[0]?.act !== undefined) line.places.shift()!.act!();
  if (socket.destroyed) return;
  const unanswered = line.underWay + line.places.length;
  if (unanswered >= MAX_REQUESTS_PER_CONNECTION && line.streams > 0) {
    socket.destroy();
  } else if (unanswered >= MAX_REQUESTS_PER_CONNECTION && !line.isHeld) {
    line.isHeld = true;
    socket.pause();
  } else if (unanswered <= LOW_MARK && line.isHeld) {
    line.isHeld = false;
    socket.resume();
  }
}
