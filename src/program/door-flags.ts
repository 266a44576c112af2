/** Flags of ours, of every program with a port: how much one address may take of it, and which pages may read from it. */
import { MAX_CONNECTIONS_PER_ADDRESS, MAX_STREAMS_PER_ADDRESS } from "../model/limits.ts";
import type { FrontDoorOptions } from "../shell/http/front-door.ts";
import { readOrigins } from "../shell/http/origins.ts";
import type { Origins } from "../shell/http/origins.ts";
import { int, optional } from "./flags.ts";
import type { FlagKind, FlagValues } from "./flags.ts";

const origins: FlagKind<Origins> = { name: "text", parse: readOrigins, print: (value) => [...value].join(",") };

const atLeastOne = (name: string) => ({
  check: (count: number) => (count < 1 ? `Expected --${name} to be at least 1` : undefined),
});

export const DOOR_FLAGS = {
  max_connections_per_address: optional(
    int, `Connections that one address may have open; by default ${MAX_CONNECTIONS_PER_ADDRESS}.`, atLeastOne("max_connections_per_address"),
  ),
  max_streams_per_address: optional(
    int, `Event streams that one address may have open; by default ${MAX_STREAMS_PER_ADDRESS}.`, atLeastOne("max_streams_per_address"),
  ),
  cors_allow_origins: optional(
    origins,
    "Comma separated origins (https://page.example.com) whose pages may call this in a browser; by default only our own page may.",
  ),
};

export type DoorOptions = Required<Pick<FrontDoorOptions, "limits" | "allowedOrigins">>;

export function doorOptions(values: FlagValues<typeof DOOR_FLAGS>): DoorOptions {
  const { max_connections_per_address: connectionsPerAddress, max_streams_per_address: streamsPerAddress } = values;
  return { limits: { connectionsPerAddress, streamsPerAddress }, allowedOrigins: values.cors_allow_origins ?? new Set() };
}
