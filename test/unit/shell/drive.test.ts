import { afterEach, describe, expect, it } from "vitest";
import type { HttpRequest, MasterEvent, RequestId, StreamId } from "../../../src/master/event.ts";
import type { Effect, Outbox } from "../../../src/master/outbox.ts";
import type { RegistryEntries, RegistryWrite } from "../../../src/master/registry/registry.ts";
import { EVENT_QUEUE_HIGH_MARK } from "../../../src/model/limits.ts";
import type { Store } from "../../../src/ports.ts";
import type { AgentId } from "../../../src/model/id.ts";
import { createDrive } from "../../../src/shell/drive.ts";
import type { Drive } from "../../../src/shell/drive.ts";

/** A store whose writes finish when the test says so. */
class SlowStore implements Store {
  readonly begun: (readonly (readonly RegistryWrite[])[])[] = [];
  #finish: ((error?: Error) => void)[] = [];

  load = async (): Promise<ReadonlyMap<string, Uint8Array>> => new Map();
  close = async (): Promise<void> => {};
  apply(batch: readonly (readonly RegistryWrite[])[]): Promise<void> {
    this.begun.push(batch);
    return new Promise((resolve, reject) => {
      this.#finish.push((error) => (error === undefined ? resolve() : reject(error)));
    });
  }
  /** Ends the oldest write under way. */
  finish(error?: Error): void {
    this.#finish.shift()!(error);
  }
}

const request = (id: number): MasterEvent => ({
  type: "request",
  request: { id: id as RequestId, method: "GET", path: `/${id}`, query: {}, headers: {}, body: new Uint8Array(), streamId: "s" as StreamId } satisfies HttpRequest,
});
const turns = async (count = 5): Promise<void> => {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve));
};

describe("the loop around the master", () => {
  const drives: Drive[] = [];
  afterEach(async () => {
    await Promise.all(drives.splice(0).map((drive) => drive.stop()));
  });

  /**
   * A fake core: it answers request n with a reply, and odd requests want an agent marked gone first. `/0` is where we are
   * wrong.
   */
  function setUp(store: Store, perBatch: (out: Outbox) => void = () => {}, mayAct = () => true, prepare = () => false) {
    const stepped: string[] = [];
    const done: string[] = [];
    const failures: Error[] = [];
    const pressure: boolean[] = [];
    let entries: RegistryEntries = new Map();
    const drive = createDrive({
      step: (event, _nowMs, out) => {
        stepped.push(event.type === "request" ? event.request.path : event.type);
        if (event.type === "elected") entries = event.registry;
        if (event.type !== "request") return;
        if (event.request.path === "/0") throw new Error("an assertion failed");
        if (event.request.id % 2 === 1) {
          const agentId = `S${event.request.id}` as AgentId;
          const operation = { kind: "prune", unreachable: [], gone: [agentId] } as const;
          const writes = [{ key: `gone/${agentId}` }].filter(({ key }) => entries.has(key));
          out.persist(operation, writes, { kind: "agent-removed", agentId, reason: "test" } as never);
        }
        out.reply(event.request.id, { status: 200 });
      },
      prepare,
      afterBatch: (_nowMs, out) => perBatch(out),
      clock: { nowMs: () => 1_000, arm: () => () => {} },
      store,
      mayAct,
      carryOut: (effects: readonly Effect[]) => {
        for (const effect of effects) done.push(effect.kind === "reply" ? `reply ${effect.request}` : effect.kind);
      },
      onPressure: (high) => pressure.push(high),
      onFailed: (error) => failures.push(error),
    });
    drives.push(drive);
    return { drive, stepped, done, failures, pressure };
  }
  /** Entries that make a prune of S1, S3, … a real write. */
  const registry = new Map([1, 3, 5, 7].map((n) => [`gone/S${n}`, new Uint8Array()]));

  it("lets sockets and timers have their turns while a batch is being prepared for its end, and steps nothing meanwhile", async () => {
    let left = 3;
    const ends: number[] = [];
    const { drive, stepped, done } = setUp(new SlowStore(), () => void ends.push(left), () => true, () => left-- > 0);
    drive.lead(registry);
    drive.offer(request(2));
    await turns(2);
    drive.offer(request(4));
    expect([left, stepped, done, ends]).toEqual([1, ["elected", "/2"], [], []]);
    await turns(6);
    expect([stepped, done, ends[0]]).toEqual([["elected", "/2", "/4"], ["reply 2", "reply 4"], -1]);
  });

  it("ends such a batch at once when all is to stop", async () => {
    const { drive, stepped, done } = setUp(new SlowStore(), () => {}, () => true, () => true);
    drive.lead(registry);
    drive.offer(request(2));
    await turns(4);
    expect([stepped, done]).toEqual([["elected", "/2"], []]);
    await drive.stop();
    await turns();
    expect([stepped, done]).toEqual([["elected", "/2"], ["reply 2"]]);
  });

  it("steps nothing before it leads; then the registry comes first", async () => {
    const { drive, stepped } = setUp(new SlowStore());
    drive.offer(request(2));
    await turns();
    expect(stepped).toEqual([]);
    drive.lead(registry);
    await turns();
    expect(stepped).toEqual(["elected", "/2"]);
  });

  it("sends at once what needs no write", async () => {
    const { drive, done } = setUp(new SlowStore());
    drive.lead(registry);
    drive.offer(request(2));
    await turns();
    expect(done).toEqual(["reply 2"]);
  });

  it("sends nothing of a batch before its write is durable, nor of any later batch", async () => {
    const store = new SlowStore();
    const { drive, done, stepped } = setUp(store);
    drive.lead(registry);
    drive.offer(request(1));
    await turns();
    drive.offer(request(2));
    await turns();
    expect(stepped, "the loop goes on while the write is under way").toEqual(["elected", "/1", "/2"]);
    expect(done).toEqual([]);
    store.finish();
    await turns();
    expect(done).toEqual(["reply 1", "reply 2"]);
    expect(stepped, "the continuation comes back as an event").toEqual(["elected", "/1", "/2", "persisted"]);
  });

  it("writes what gathered during a write as one batch", async () => {
    const store = new SlowStore();
    const { drive, done } = setUp(store);
    drive.lead(registry);
    for (const n of [1, 3, 4, 5]) {
      drive.offer(request(n));
      await turns();
    }
    expect(store.begun.map((batch) => batch.flat().map(({ key }) => key))).toEqual([["gone/S1"]]);
    store.finish();
    await turns();
    expect(done).toEqual(["reply 1"]);
    expect(store.begun[1]?.flat().map(({ key }) => key)).toEqual(["gone/S3", "gone/S5"]);
    store.finish();
    await turns();
    expect(done).toEqual(["reply 1", "reply 3", "reply 4", "reply 5"]);
  });

  it("still goes on with an operation that changed nothing", async () => {
    const store = new SlowStore();
    const { drive, stepped, done } = setUp(store);
    drive.lead(new Map());
    drive.offer(request(1));
    await turns();
    expect(store.begun).toEqual([]);
    expect(done).toEqual(["reply 1"]);
    expect(stepped).toEqual(["elected", "/1", "persisted"]);
  });

  it("ends when the store refuses a write: nothing goes out any more", async () => {
    const store = new SlowStore();
    const { drive, done, stepped, failures } = setUp(store);
    drive.lead(registry);
    drive.offer(request(1));
    await turns();
    drive.offer(request(2));
    await turns();
    store.finish(new Error("the disk is full"));
    await turns();
    expect(failures.map(({ message }) => message)).toEqual(["the disk is full"]);
    drive.offer(request(4));
    await turns();
    expect(done).toEqual([]);
    expect(stepped).toEqual(["elected", "/1", "/2"]);
  });

  it("ends when the core is wrong, after writing and sending what had been stepped before", async () => {
    const store = new SlowStore();
    const { drive, done, failures } = setUp(store);
    drive.lead(registry);
    drive.offer(request(1));
    await turns();
    drive.offer(request(0));
    drive.offer(request(2));
    await turns();
    expect(failures, "not before the write is done").toEqual([]);
    store.finish();
    await turns();
    expect(failures.map(({ message }) => message)).toEqual(["an assertion failed"]);
    expect(done).toEqual(["reply 1"]);
  });

  it("answers without leading once it stands by, and then leads", async () => {
    const { drive, done, stepped } = setUp(new SlowStore(), () => {}, () => false);
    drive.standBy();
    drive.offer(request(2));
    await turns();
    expect(done, "a standby needs nobody's permission to say who leads").toEqual(["reply 2"]);
    drive.lead(registry);
    await turns();
    expect(stepped, "to lead needs permission").toEqual(["/2"]);
  });

  it("holds everything while it is not sure to lead, and goes on in order when it is", async () => {
    const store = new SlowStore();
    let mayAct = true;
    const { drive, done, stepped } = setUp(store, () => {}, () => mayAct);
    drive.lead(registry);
    drive.offer(request(1));
    await turns();
    mayAct = false;
    drive.offer(request(2));
    store.finish();
    await turns();
    expect(done, "the write is durable, but its answer must wait").toEqual([]);
    expect(stepped).toEqual(["elected", "/1"]);
    drive.wake();
    await turns();
    expect(done, "woken too early").toEqual([]);
    mayAct = true;
    drive.wake();
    await turns();
    expect(done).toEqual(["reply 1", "reply 2"]);
    expect(stepped).toEqual(["elected", "/1", "/2", "persisted"]);
  });

  it("does not send what it had decided before it was frozen", async () => {
    let mayAct = true;
    // The machine stands still at the end of the turn, before anything goes out.
    const { drive, done, stepped } = setUp(new SlowStore(), () => (mayAct = stepped.length < 2), () => mayAct);
    drive.lead(registry);
    await turns();
    drive.offer(request(2));
    await turns();
    expect(stepped).toEqual(["elected", "/2"]);
    expect(done).toEqual([]);
  });

  it("calls afterBatch once per batch, and its effects go out with it", async () => {
    const { drive, done } = setUp(new SlowStore(), (out) => out.log("info", "batch"));
    drive.lead(registry);
    drive.offer(request(2));
    drive.offer(request(4));
    await turns();
    expect(done).toEqual(["reply 2", "reply 4", "log"]);
  });

  it("tells the sockets to wait when events come faster than they are stepped", async () => {
    const { drive, pressure, stepped } = setUp(new SlowStore());
    drive.lead(registry);
    for (let n = 0; n < EVENT_QUEUE_HIGH_MARK; n++) drive.offer(request(2));
    expect(pressure).toEqual([true]);
    await turns(40);
    expect(pressure).toEqual([true, false]);
    expect(stepped.length).toBe(EVENT_QUEUE_HIGH_MARK + 1);
  });

  it("waits for the write under way when stopped", async () => {
    const store = new SlowStore();
    const { drive, done } = setUp(store);
    drive.lead(registry);
    drive.offer(request(1));
    await turns();
    const stopped = drive.stop();
    store.finish();
    await stopped;
    expect(done).toEqual(["reply 1"]);
  });
});
