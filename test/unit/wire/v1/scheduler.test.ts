/** What many schedulers are told is written once in each form; whoever is told something else in between is told that. */
import { describe, expect, it } from "vitest";
import { EventCodec } from "../../../../src/wire/gen/scheduler.ts";
import { parseJson } from "../../../../src/wire/json.ts";
import { RecordDecoder } from "../../../../src/wire/recordio.ts";
import { encodeSchedulerRecord } from "../../../../src/wire/v1/scheduler.ts";
import type { SchedulerEvent } from "../../../../src/wire/v1/scheduler.ts";
import type { MediaType } from "../../../../src/wire/v1/media.ts";

const lost = (id: string): SchedulerEvent => ({ type: "FAILURE", failure: { agent_id: { value: id } } });

function read(record: Uint8Array, media: MediaType): unknown {
  const [bytes] = (new RecordDecoder().push(record) as { value: Uint8Array[] }).value;
  if (media === "protobuf") return EventCodec.decode(bytes!);
  const json = parseJson(new TextDecoder().decode(bytes));
  return json.ok ? EventCodec.fromJson(json.value) : json;
}

describe("records of a scheduler's stream", () => {
  it("say what each event says, in the form that was asked for, whatever was written before", () => {
    const [first, second] = [lost("a"), lost("b")];
    for (const event of [first, first, second, first, lost("a"), second]) {
      for (const media of ["json", "protobuf", "json"] as const) {
        expect(read(encodeSchedulerRecord(event, media), media)).toEqual({ ok: true, value: event });
      }
    }
  });

  it("of one event are one and the same for all who read the same form", () => {
    const event = lost("a");
    const [json, protobuf] = [encodeSchedulerRecord(event, "json"), encodeSchedulerRecord(event, "protobuf")];
    expect(encodeSchedulerRecord(event, "json")).toBe(json);
    expect(encodeSchedulerRecord(event, "protobuf")).toBe(protobuf);
    expect(encodeSchedulerRecord(lost("a"), "json")).not.toBe(json);
  });
});
