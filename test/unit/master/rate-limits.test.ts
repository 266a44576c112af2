/** How fast drivers may talk (FWK-54 to FWK-57). */
import { describe, expect, it } from "vitest";
import { readRateLimits } from "../../../src/master/rate-limits.ts";
import { DRIVER, frameworkInfo } from "../../support/cast.ts";
import { drivenMaster, messages, upid } from "../../support/driven-master.ts";
import type { DrivenMaster } from "../../support/driven-master.ts";
import { realAllocator, runInPlace } from "../../support/kernel.ts";
import { masterOptions } from "../../support/master-options.ts";
import { plainAllocator } from "../../support/plain-allocator.ts";

function master(json: unknown, allocator?: "real"): DrivenMaster {
  const rateLimits = readRateLimits(json);
  if (!rateLimits.ok) throw new Error(rateLimits.error);
  const options = masterOptions({ rateLimits: rateLimits.value });
  const driven = allocator === "real"
    ? drivenMaster(options, realAllocator(options.allocator), runInPlace)
    : drivenMaster(options, plainAllocator());
  driven.elect();
  return driven;
}

/** A driver of this principal subscribes; what it then says is counted by its call counter. */
function driver(driven: DrivenMaster, principal: string | undefined, from = DRIVER) {
  const info = { ...frameworkInfo({ name: from }), ...(principal === undefined ? {} : { principal }) };
  driven.message(from, "mesos.scheduler.Call", { type: "SUBSCRIBE", subscribe: { framework_info: info } });
  const framework = driven.master.frameworksByPid.get(from)!;
  const suppress = (times: number): void => {
    for (let i = 0; i < times; i++) {
      driven.message(from, "mesos.scheduler.Call", { type: "SUPPRESS", framework_id: { value: framework.id } });
    }
  };
  const taken = (): number => framework.counters.get("calls/suppress") ?? 0;
  const errors = (): string[] =>
    messages(driven.said, "mesos.internal.FrameworkErrorMessage").map(({ message }) => message);
  return { framework, suppress, taken, errors };
}

const ADA_5_A_SECOND = { limits: [{ principal: "ada", qps: 5, capacity: 3 }] };

describe("a driver with a limit", () => {
  it("is heard at its rate, and what is too much waits in line", () => {
    const driven = master(ADA_5_A_SECOND);
    const ada = driver(driven, "ada");
    ada.suppress(4);
    expect(ada.taken()).toBe(1);
    driven.pass(200);
    expect(ada.taken()).toBe(2);
    driven.pass(400);
    expect([ada.taken(), ada.errors()]).toEqual([4, []]);
    ada.suppress(1);
    expect(ada.taken(), "a pause gives no credit for more than one").toBe(4);
    driven.pass(1000);
    ada.suppress(2);
    expect(ada.taken()).toBe(6);
  });

  it("that has more in line than its capacity hears that a message was dropped", () => {
    const ada = driver(master(ADA_5_A_SECOND), "ada");
    ada.suppress(6);
    expect(ada.errors()).toEqual(["Message mesos.scheduler.Call dropped: capacity(3) exceeded", "Message mesos.scheduler.Call dropped: capacity(3) exceeded"]);
  });

  it("shares it with all drivers of its principal", () => {
    const driven = master(ADA_5_A_SECOND);
    const [one, two] = [driver(driven, "ada"), driver(driven, "ada", "scheduler-2@10.0.0.6:6000")];
    one.suppress(2);
    two.suppress(2);
    expect([one.taken(), two.taken()]).toEqual([1, 0]);
    driven.pass(600);
    expect([one.taken(), two.taken()]).toEqual([2, 2]);
  });

  it("is not heard to be gone before what it said", () => {
    const driven = master(ADA_5_A_SECOND);
    const ada = driver(driven, "ada");
    ada.suppress(3);
    driven.event({ type: "exited", peer: upid(DRIVER) });
    expect(ada.framework.state).toBe("active");
    driven.pass(400);
    expect([ada.taken(), ada.framework.state]).toEqual([3, "active"]);
    driven.pass(200);
    expect(ada.framework.state).not.toBe("active");
  });

  it("that goes does not count against the capacity", () => {
    const driven = master({ limits: [{ principal: "ada", qps: 5, capacity: 0 }] });
    const ada = driver(driven, "ada");
    ada.suppress(1);
    driven.event({ type: "exited", peer: upid(DRIVER) });
    driven.pass(1000);
    expect(ada.framework.state).not.toBe("active");
  });
});

describe("drivers without a limit of their own", () => {
  it("share the aggregate one", () => {
    const driven = master({ aggregate_default_qps: 5, aggregate_default_capacity: 1, limits: [{ principal: "free" }] });
    const [bob, nobody] = [driver(driven, "bob"), driver(driven, undefined, "scheduler-2@10.0.0.6:6000")];
    bob.suppress(1);
    nobody.suppress(2);
    expect([bob.taken(), nobody.taken(), nobody.errors().length]).toEqual([1, 0, 1]);
    const free = driver(driven, "free", "scheduler-3@10.0.0.7:6000");
    free.suppress(100);
    expect(free.taken(), "an entry without qps is no limit").toBe(100);
  });

  it("are not limited without one", () => {
    const bob = driver(master(ADA_5_A_SECOND), "bob");
    bob.suppress(100);
    expect(bob.taken()).toBe(100);
  });
});

describe("what the drivers of a principal have sent", () => {
  const ADA = ["frameworks/ada/messages_received", "frameworks/ada/messages_processed"];
  function counted(driven: DrivenMaster): (number | undefined)[] {
    const { body } = driven.request({ method: "GET", path: "/metrics/snapshot" })!;
    const read = JSON.parse(String(body)) as Readonly<Record<string, number>>;
    return ADA.map((name) => read[name]);
  }

  it("is counted when it comes and when it is taken, but not what came before the driver was registered", () => {
    const driven = master(ADA_5_A_SECOND, "real");
    expect(counted(driven)).toEqual([undefined, undefined]);
    const ada = driver(driven, "ada");
    expect(counted(driven)).toEqual([0, 0]);
    ada.suppress(6);
    expect(counted(driven), "two were dropped, three wait").toEqual([6, 1]);
    driven.pass(600);
    expect(counted(driven)).toEqual([6, 4]);
  });

  it("counts for all of them together, without limits too, and until the last has gone", () => {
    const driven = master({}, "real");
    const [one, two] = [driver(driven, "ada"), driver(driven, "ada", "scheduler-2@10.0.0.6:6000")];
    one.suppress(2);
    two.suppress(1);
    expect(counted(driven)).toEqual([3, 3]);
    const leave = (from: string, id: string): void =>
      void driven.message(from, "mesos.internal.UnregisterFrameworkMessage", { framework_id: { value: id } });
    leave(DRIVER, one.framework.id);
    expect(counted(driven)).toEqual([4, 4]);
    leave("scheduler-2@10.0.0.6:6000", two.framework.id);
    expect(counted(driven)).toEqual([undefined, undefined]);
    driver(driven, "ada", "scheduler-3@10.0.0.7:6000");
    expect(counted(driven)).toEqual([0, 0]);
  });
});

describe("--rate_limits", () => {
  it.each([
    [[], "expected a JSON object"],
    [{ limits: {} }, "'limits' is no list"],
    [{ limits: [{ qps: 5 }] }, "an entry of 'limits' has no principal"],
    [{ limits: [{ principal: "a", qps: 0 }] }, "Invalid qps: 0. It must be a positive number (principal a)"],
    [{ limits: [{ principal: "a" }, { principal: "a" }] }, "Duplicate principal a found in RateLimits configuration"],
    [{ aggregate_default_qps: -1 }, "Invalid qps: -1. It must be a positive number (aggregate_default)"],
    [{ limits: [{ principal: "a", qps: 1, capacity: 1.5 }] }, "Invalid capacity: 1.5. It must be a whole number (principal a)"],
  ])("%j is refused", (json, error) => {
    expect(readRateLimits(json)).toEqual({ ok: false, error });
  });
});
