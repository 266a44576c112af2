/** An operator's stream over a real socket, that begins with a long record. */
import { get } from "node:http";
import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import type { FrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import { RecordDecoder, encodeRecord } from "../../src/wire/recordio.ts";
import { keptLog } from "../support/kept-log.ts";

const record = (text: string): Uint8Array => encodeRecord(Buffer.from(text));

describe("a stream that begins with a long record", () => {
  const doors: FrontDoor[] = [];
  afterEach(async () => {
    for (const door of doors.splice(0)) await door.close();
  });

  /** Opens a stream; `begin` writes to it. */
  async function opened(begin: (door: FrontDoor) => void): Promise<{ message: IncomingMessage; closed: string[] }> {
    const closed: string[] = [];
    const door: FrontDoor = await openFrontDoor({
      ip: "127.0.0.1", port: 0, hasActor: () => false, log: keptLog(), random: createRandom(),
      http: {
        onRequest: ({ id }) => {
          door.open(id, "events", { "Content-Type": "application/json" });
          begin(door);
        },
        onStreamClosed: (stream) => closed.push(stream),
      },
    });
    doors.push(door);
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ port: door.port, agent: false }, resolve).on("error", reject);
    });
    return { message, closed };
  }

  function nextRecords(message: IncomingMessage, count: number): Promise<string[]> {
    const decoder = new RecordDecoder();
    const found: string[] = [];
    return new Promise((resolve) => {
      message.on("data", (chunk: Buffer) => {
        const records = decoder.push(chunk);
        if (records.ok) for (const bytes of records.value) found.push(Buffer.from(bytes).toString());
        if (found.length >= count) resolve(found);
      });
    });
  }

  it("says what came meanwhile after it, although it takes several turns to make", async () => {
    const pieces = Array.from({ length: 3_000 }, (_, i) => () => String(i).padStart(100, "é"));
    let made = 0;
    const counted = pieces.map((piece) => () => (made++, piece()));
    const { message } = await opened((door) => {
      door.writeLong("events", { pieces: counted });
      door.write("events", record("heartbeat"));
      setTimeout(() => door.write("events", record("news")), 50);
    });
    const [state, ...rest] = await nextRecords(message, 3);
    expect(made).toBe(pieces.length);
    expect(state === pieces.map((piece) => piece()).join("")).toBe(true);
    expect(rest).toEqual(["heartbeat", "news"]);
  });

  it("is not cut because that record alone is longer than what may wait", async () => {
    const half = "x".repeat(9 * 1024 * 1024);
    const { message, closed } = await opened((door) => {
      door.writeLong("events", { pieces: [half, () => half, "!"] });
      door.write("events", record("heartbeat"));
      setTimeout(() => door.write("events", record("news")), 20);
    });
    const records = await nextRecords(message, 3);
    expect(records.map(({ length }) => length)).toEqual([2 * half.length + 1, 9, 4]);
    expect(closed).toEqual([]);
  });

  it("ends with the client: a record that nobody waits for any more is not finished", async () => {
    let made = 0;
    const { message, closed } = await opened((door) => {
      const pieces = Array.from({ length: 200_000 }, () => () => (made++, "y".repeat(1000)));
      setTimeout(() => door.writeLong("events", { pieces }), 20);
    });
    message.destroy();
    await expect.poll(() => closed).toEqual(["events"]);
    const then = made;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made).toBe(then);
    expect(made).toBeLessThan(200_000);
  });
});
