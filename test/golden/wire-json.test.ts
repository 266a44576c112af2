/**
 * Real Mesos as the oracle of JSON: the exact text of answers, the calls it takes and the words it refuses others with.
 */
import { describe, expect, test } from "vitest";
import type { Codec } from "../../src/wire/codec.ts";
import { CallCodec as AgentCallCodec, ResponseCodec as AgentResponseCodec } from "../../src/wire/gen/agent.ts";
import { CallCodec as ExecutorCallCodec } from "../../src/wire/gen/executor.ts";
import { CallCodec as MasterCallCodec, ResponseCodec as MasterResponseCodec } from "../../src/wire/gen/master.ts";
import { CallCodec as ProviderCallCodec } from "../../src/wire/gen/resource_provider.ts";
import { CallCodec as SchedulerCallCodec } from "../../src/wire/gen/scheduler.ts";
import { parseJson } from "../../src/wire/json.ts";
import { decodeAgentCall } from "../../src/wire/v1/agent.ts";
import { decodeCall } from "../../src/wire/v1/media.ts";
import { readLines, recordedJson } from "../support/recordings.ts";

const CALLS: Readonly<Record<string, Codec<unknown>>> = {
  agent: AgentCallCodec as Codec<unknown>,
  executor: ExecutorCallCodec as Codec<unknown>,
  master: MasterCallCodec as Codec<unknown>,
  resource_provider: ProviderCallCodec as Codec<unknown>,
  scheduler: SchedulerCallCodec as Codec<unknown>,
};

function read<T>(codec: Codec<T>, text: string): T {
  const json = parseJson(text);
  if (!json.ok) throw new Error(json.error);
  const value = codec.fromJson(json.value);
  if (!value.ok) throw new Error(value.error);
  return value.value;
}

/** Mesos writes the lists of its read calls by hand: some are shown empty, which messages in general never do. */
function withoutEmptyLists(text: string): string {
  return text.replace(/"[a-z_]+":\[\],?/g, "").replace(/,}/g, "}");
}

describe("answers", () => {
  test.each(recordedJson())("$file is written again to the letter", ({ file, text }) => {
    const codec = (file.includes("master") ? MasterResponseCodec : AgentResponseCodec) as Codec<unknown>;
    const value = read(codec, text);
    expect(codec.toJson(value)).toBe(withoutEmptyLists(text));
    const again = codec.decode(codec.encode(value));
    expect(again.ok && codec.toJson(again.value)).toBe(withoutEmptyLists(text));
  });
});

describe("calls", () => {
  const calls = readLines<{ api: string; request: string }>("json_calls.jsonl");

  test("every call that Mesos took is taken, and survives both forms", () => {
    expect(calls.length).toBeGreaterThan(300);
    for (const { api, request } of calls) {
      const codec = CALLS[api] as Codec<unknown>;
      const value = read(codec, request);
      const decoded = codec.decode(codec.encode(value));
      expect(decoded, request).toEqual({ ok: true, value });
      const shown = codec.toJson(value);
      expect(codec.toJson(read(codec, shown)), request).toBe(shown);
    }
  });
});

describe("refusals", () => {
  const refusals = readLines<{ api: string; request: string; answer: string }>("json_errors.jsonl");

  test.each(refusals)("$api: $answer", ({ api, request, answer }) => {
    const body = new TextEncoder().encode(request);
    const codec = CALLS[api] as Codec<unknown>;
    const result = api === "agent" ? decodeAgentCall("json", body) : decodeCall(codec, "json", body);
    expect(result).toEqual({ ok: false, error: { status: 400, message: answer } });
  });
});
