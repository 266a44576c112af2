import type { CommandInfo, Labels } from "../../model/gen/mesos.ts";
import { EnvironmentCodec, LabelCodec } from "../../wire/gen/mesos.ts";
import type { Codec } from "../../wire/codec.ts";
import { toV0Json } from "../../wire/v0/names.ts";

/** A message as a plain JSON value with v0 names, to be a member of a legacy view. */
export function plain<T>(codec: Codec<T>, value: T): unknown {
  return JSON.parse(toV0Json(codec, value));
}

/** Labels are a bare list there. */
export function labelsView(labels: Labels): readonly unknown[] {
  return (labels.labels ?? []).map((label) => plain(LabelCodec, label));
}

/** And a command calls its arguments `argv`. */
export function commandView(command: CommandInfo): unknown {
  return {
    ...(command.shell === undefined ? {} : { shell: command.shell }),
    ...(command.value === undefined ? {} : { value: command.value }),
    argv: command.arguments ?? [],
    ...(command.environment === undefined ? {} : { environment: plain(EnvironmentCodec, command.environment) }),
    uris: (command.uris ?? []).map(({ value, executable }) => ({ value, executable: executable ?? false })),
  };
}
