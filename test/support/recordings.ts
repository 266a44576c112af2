/** Recordings of a real Mesos (test/golden/wire). */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "test/golden/wire";

/** One HTTP message as it was on the wire; requests and responses look alike. */
export interface RecordedMessage {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** Name of the libprocess message, if it is one. */
  readonly message: string | undefined;
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly start?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly body_base64?: string;
  readonly message?: string;
}

/** The lines of a .jsonl file. */
export function readLines<T>(file: string): T[] {
  return readFileSync(join(FOLDER, file), "utf8").trim().split("\n").map((line) => JSON.parse(line) as T);
}

/** Every HTTP message of every run; ends of connections are left out. */
export function recordedMessages(): RecordedMessage[] {
  const files = readdirSync(FOLDER).filter((file) => /^[a-f]\d?_.*\.jsonl$/.test(file)).sort();
  return files.flatMap((file) =>
    readLines<Line>(file).flatMap(({ from, to, start, headers = [], body, body_base64, message }) => {
      if (start === undefined) return [];
      const bytes = body_base64 === undefined ? Buffer.from(body ?? "") : Buffer.from(body_base64, "base64");
      return [{ file, from, to, start, headers, body: new Uint8Array(bytes), message }];
    }),
  );
}

/** A header of a recorded message, by lower-case name. */
export function header(message: RecordedMessage, name: string): string | undefined {
  return message.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The answers in json/: file name and exact text. */
export function recordedJson(): { readonly file: string; readonly text: string }[] {
  const folder = join(FOLDER, "json");
  return readdirSync(folder).sort().map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}
