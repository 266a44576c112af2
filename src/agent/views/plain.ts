import type { CommandInfo, Labels } from "../../model/gen/mesos.ts";
import { EnvironmentCodec, LabelCodec } from "../../wire/gen/mesos.ts";
import { plain } from "./json.ts";

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
