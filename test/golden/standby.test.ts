/**
 * What a master that does not lead answers, as one did beside its leader: much is redirected, what is its own is
 * answered.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drivenMaster } from "../support/driven-master.ts";
import type { DrivenMaster } from "../support/driven-master.ts";
import { realAllocator } from "../support/kernel.ts";
import { masterOptions } from "../support/master-options.ts";

const RECORDING = readFileSync(join(import.meta.dirname, "http/standby_get.txt"), "utf8");

/** `### GET standby /state` and what came back. */
const EXCHANGES = RECORDING.split(/^### /m).filter((part) => part !== "").map((part) => {
  const [request = "", statusLine = "", ...headers] = part.split(/\r?\n/);
  const [method = "", , path = "", call] = request.split(" ");
  const value = (name: string): string | undefined =>
    headers.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  return {
    name: [method, path, call].filter(Boolean).join(" "), method, path,
    status: Number(statusLine.split(" ")[1]), location: value("Location"), type: value("Content-Type"),
  };
});

function standby(): DrivenMaster {
  const options = masterOptions();
  return drivenMaster(options, realAllocator(options.allocator));
}

describe("a master that does not lead", () => {
  it.each(EXCHANGES)("$name", ({ method, path, status, location, type }) => {
    const driven = standby();
    const leader = { id: "l", ip: 16777343, port: 5050, hostname: "localhost", pid: "master@127.0.0.1:5050" };
    driven.event({ type: "detected", leader });
    const query: Record<string, string> = location?.endsWith("?x=1") === true ? { x: "1" } : {};
    const response = driven.request({ method, path, query })!;
    expect(response.status).toBe(status);
    expect(response.headers?.["Location"]).toBe(location);
    expect(response.headers?.["Content-Type"]).toBe(type);
  });

  it("knows nobody to send to while nobody leads", () => {
    const driven = standby();
    const answer = (path: string): string => {
      const { status, body } = driven.request({ method: "GET", path })!;
      return `${status} ${String(body ?? "")}`;
    };
    expect(answer("/state")).toBe("503 No leader elected");
    expect(answer("/redirect")).toBe("503 No leader elected");
    expect(answer("/health")).toBe("200 ");
  });
});
