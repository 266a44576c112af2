import { describe, expect, it, vi } from "vitest";
import type { HttpRequest, RequestId, StreamId } from "../../../src/master/event.ts";
import { MASTER_LINKS, homePage } from "../../../src/program/home-page.ts";
import { createVerbosity } from "../../../src/program/logging-toggle.ts";
import { createProcessEndpoints } from "../../../src/program/process-endpoints.ts";
import { readAcls } from "../../../src/model/acl/acls.ts";
import { ALLOW_ALL, createAuthorizer } from "../../../src/model/acl/authorizer.ts";
import type { Authorizer } from "../../../src/model/acl/authorizer.ts";
import { keptLog } from "../../support/kept-log.ts";

function setUp(authorizer: Authorizer = ALLOW_ALL) {
  const verbose: boolean[] = [];
  const log = keptLog();
  const answer = createProcessEndpoints({
    page: homePage({ title: "allot: <prod>", lead: "A master.", links: MASTER_LINKS }),
    authorizer,
    log,
    verbosity: createVerbosity({ ...keptLog(), setVerbose: (on) => verbose.push(on) }),
  });
  const get = (target: string) => {
    const url = new URL(target, "http://x");
    return answer({
      id: 1 as RequestId, method: "GET", path: url.pathname, query: Object.fromEntries(url.searchParams), headers: {},
      body: new Uint8Array(), streamId: "s" as StreamId,
    } satisfies HttpRequest);
  };
  return { get, verbose, log };
}

function never(error: string): never {
  throw new Error(error);
}

describe("what the process answers itself", () => {
  it("leaves everything else to the core", () => {
    expect(setUp().get("/state")).toBeUndefined();
  });

  it("shows a page that links what there is to read, and trusts no name", () => {
    const { body } = setUp().get("/")!;
    expect(body).toContain("allot: &#60;prod&#62;");
    for (const [path] of MASTER_LINKS) expect(body).toContain(`<a href="${path}">`);
  });

  it("shows and raises the log's level to those only who may", () => {
    const acls = readAcls({ get_endpoints: [{ principals: { type: "ANY" }, paths: { type: "NONE" } }] });
    const { get, verbose, log } = setUp(createAuthorizer(acls.ok ? acls.value : never(acls.error)));
    for (const target of ["/logging/toggle", "/logging/toggle?level=1&duration=1secs"]) {
      expect(get(target)).toMatchObject({ status: 403, body: "403 Forbidden." });
    }
    expect(verbose).toEqual([]);
    expect(log.lines, "and writes down who tried to raise it").toEqual([{ level: "warn", text: "audit", fields: {
      audit: true, principal: "ANY", call: "SET_LOGGING_LEVEL", endpoint: "GET /logging/toggle", status: 403, outcome: "refused", reason: "403 Forbidden.",
    } }]);
  });

  it("tells the load of the machine", () => {
    const stats = JSON.parse(String(setUp().get("/system/stats.json")!.body)) as object;
    expect(Object.keys(stats).sort()).toEqual([
      "avg_load_15min", "avg_load_1min", "avg_load_5min", "cpus_total", "mem_free_bytes", "mem_total_bytes",
    ]);
  });

  it("tells it as a call of a function, when asked so", () => {
    const { headers, body } = setUp().get("/system/stats.json?jsonp=show")!;
    expect(headers).toEqual({ "Content-Type": "text/javascript" });
    expect(String(body)).toMatch(/^show\(\{.*\}\)$/);
  });

  /** As a real master answered. */
  it.each([
    ["/logging/toggle", 200, "0\n"],
    ["/logging/toggle?level=1", 400, "Expecting 'duration=value' in query.\n"],
    ["/logging/toggle?duration=1secs", 400, "Expecting 'level=value' in query.\n"],
    ["/logging/toggle?level=-1&duration=1secs", 400, "Invalid level '-1'.\n"],
    ["/logging/toggle?level=1&duration=soon", 400, "Failed to convert '' to number.\n"],
    ["/logging/toggle?level=1&duration=5", 400, "Invalid duration '5'.\n"],
    ["/logging/toggle?level=&duration=1secs", 400, "Failed to convert '' to number.\n"],
    ["/logging/toggle?level=0&duration=1secs", 200, undefined],
    ["/logging/toggle?level=0x1&duration=1secs", 200, undefined],
    ["/logging/toggle?level=-01&duration=1secs", 400, "Invalid level '-1'.\n"],
    ["/logging/toggle?level=2147483648&duration=1secs", 400, "Failed to convert '2147483648' to number.\n"],
  ])("%s is %i %j", (target, status, body) => {
    const answer = setUp().get(target);
    expect([answer?.status, answer?.body]).toEqual([status, body]);
  });

  it("raises the log's level for as long as asked", () => {
    vi.useFakeTimers();
    const { get, verbose, log } = setUp();
    get("/logging/toggle?level=2&duration=1mins");
    expect(get("/logging/toggle")?.body).toBe("2\n");
    vi.advanceTimersByTime(60_000);
    expect(get("/logging/toggle")?.body).toBe("0\n");
    expect(verbose).toEqual([true, false]);
    expect(log.lines.map(({ fields }) => fields)).toMatchObject([{ call: "SET_LOGGING_LEVEL", outcome: "done" }]);
    vi.useRealTimers();
  });
});
