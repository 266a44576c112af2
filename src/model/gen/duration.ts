// Made by `npm run generate` from src/wire/proto/duration.proto. Do not edit.

/** google.protobuf.Duration */
export interface Duration {
  readonly seconds?: number;
  readonly nanos?: number;
}
