/**
 * What the storms are made of: every request of the recorded conversations, every libprocess message of the recordings.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { MessageName } from "../../src/wire/v0/messages.ts";

export interface RequestSeed {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, as JSON where it is; ids that a run gives stand in it as `${name}`. */
  readonly json?: unknown;
  readonly raw?: string;
}

export interface MessageSeed {
  readonly name: MessageName;
  readonly body: Uint8Array;
}

interface Step {
  readonly op?: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly json?: unknown;
  readonly raw?: string;
}

export interface Corpus {
  readonly requests: readonly RequestSeed[];
  readonly messages: readonly MessageSeed[];
  /** Each libprocess message of the recordings as it stood on the wire, body included. */
  readonly streams: readonly Uint8Array[];
}

interface Line {
  readonly start?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body_base64?: string;
  readonly message?: string;
}

/** Reads test/golden, below the folder the process runs in. */
export function readCorpus(): Corpus {
  const requests: RequestSeed[] = [];
  const scenarios = "test/golden/probes/scenarios";
  for (const file of readdirSync(scenarios).sort()) {
    const { steps } = JSON.parse(readFileSync(join(scenarios, file), "utf8")) as { steps: Step[] };
    for (const { op, method = "POST", path, headers = {}, json, raw } of steps) {
      if (path === undefined || (op !== undefined && op !== "http" && op !== "subscribe")) continue;
      const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
      const lower = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value]));
      requests.push({
        method, path, headers: lower, ...(json !== undefined && { json }), ...(raw !== undefined && { raw }),
      });
    }
  }
  const calls = readFileSync("test/golden/wire/json_calls.jsonl", "utf8").trim().split("\n");
  for (const line of calls) {
    const { api, request } = JSON.parse(line) as { api: string; request: string };
    const path = api === "scheduler" ? "/api/v1/scheduler" : "/api/v1";
    if (api !== "scheduler" && api !== "master") continue;
    requests.push({ method: "POST", path, headers: {}, json: JSON.parse(request) });
  }

  const messages: MessageSeed[] = [];
  const streams: Uint8Array[] = [];
  for (const file of readdirSync("test/golden/wire").filter((name) => /^[a-f]\d?_.*\.jsonl$/.test(name)).sort()) {
    for (const line of readFileSync(join("test/golden/wire", file), "utf8").trim().split("\n")) {
      const { start, headers = [], body_base64, message } = JSON.parse(line) as Line;
      if (message === undefined || start === undefined) continue;
      const body = Buffer.from(body_base64 ?? "", "base64");
      messages.push({ name: message as MessageName, body: Uint8Array.from(body) });
      const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`), "", ""].join("\r\n");
      const chunk = [`${body.length.toString(16)}\r\n`, body, "\r\n0\r\n\r\n"];
      const parts = [head, ...(body.length === 0 ? [] : chunk)].map((part) => Buffer.from(part as string));
      streams.push(Uint8Array.from(Buffer.concat(parts)));
    }
  }
  return { requests, messages, streams };
}
