/** Which path is answered by what, and by whom (EPM-02, REG-36). */
import { describe, expect, it } from "vitest";
import { drivenMaster } from "../../support/driven-master.ts";
import { plainAllocator } from "../../support/plain-allocator.ts";
import { masterOptions } from "../../support/master-options.ts";

const standby = () => drivenMaster(masterOptions(), plainAllocator());
const leading = () => {
  const driven = standby();
  driven.elect();
  return driven;
};

describe("a path", () => {
  it.each([
    "/api/v1/scheduler", "/master/api/v1/scheduler", "/api/v1/scheduler/", "//api/v1/scheduler",
    "/api/v1/scheduler/more",
  ])("%s leads to the scheduler API", (path) => {
    expect(leading().request({ path, method: "GET" })).toMatchObject({ status: 405, headers: { Allow: "POST" } });
  });

  it.each(
    ["/master", "/scheduler", "/api", "/nothing", "/master/nothing", "/API/v1/scheduler"]
  )("%s leads nowhere", (path) => {
    expect(leading().request({ path })).toEqual({
      status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: "404 Not Found.",
    });
  });
});

describe("a master that does not lead", () => {
  it("sends everybody to the one that does, with path and query", () => {
    const driven = standby();
    driven.master.leader = {
      id: "l", ip: 1, port: 5051, address: { hostname: "leader.example", ip: "10.0.0.8", port: 5051 },
    };
    const query = { a: "b c", "ü~": "1/2*", flag: "" };
    expect(driven.request({ path: "/api/v1/scheduler", query })).toEqual({
      status: 307, headers: { Location: "//leader.example:5051/master/api/v1/scheduler?a=b%20c&%C3%BC%7E=1%2F2*&flag" },
    });
  });

  it("leads nowhere below the redirection itself", () => {
    expect(leading().request({ path: "/redirect", method: "GET" })).toMatchObject({ status: 307 });
    for (const path of ["/redirect/state", "/master/redirect/state"]) {
      expect(leading().request({ path, method: "GET" })).toMatchObject({ status: 404, body: "404 Not Found." });
      expect(standby().request({ path, method: "GET" })).toMatchObject({ status: 503, body: "No leader elected" });
    }
  });

  it("says so when it knows of none", () => {
    expect(standby().request({ path: "/api/v1/scheduler" })).toMatchObject({ status: 503, body: "No leader elected" });
  });
});
