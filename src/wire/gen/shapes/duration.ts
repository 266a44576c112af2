// Made by `npm run generate` from src/wire/proto/duration.proto. Do not edit.
import { define, field, messageShape } from "../../shape.ts";

export const Duration = messageShape("google.protobuf.Duration");

define(Duration, [
  field(1, "optional", "seconds", "int64"),
  field(2, "optional", "nanos", "int32"),
]);
