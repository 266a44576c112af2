/**
 * The heads that the lane reads, and no others. They are so plain that every reader of HTTP understands them alike: one
 * space where there may be one, names that are known here and come once, values of printable ASCII without blanks
 * around them, and one way to say where the request ends. What a header means is none of the lane's business, apart
 * from those that would change how the request is read or answered.
 */
import { MAX_LANE_HEAD_BYTES, MAX_REQUEST_BODY_BYTES } from "../../../model/limits.ts";

export interface CallHead {
  readonly path: string;
  /** By lower-case name, in their order. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the head with the empty line behind it, and of the body. */
  readonly size: number;
  readonly length: number;
  /** Where in the head the digits of the length stand. */
  readonly digitsAt: number;
}

const PATHS: ReadonlySet<string> = new Set(["/api/v1/scheduler", "/master/api/v1/scheduler"]);

const ANY = /^/;
/** By name, the values that are plain. */
const PLAIN: ReadonlyMap<string, RegExp> = new Map([
  ["host", ANY],
  ["accept", ANY],
  ["accept-encoding", ANY],
  ["authorization", ANY],
  ["mesos-stream-id", ANY],
  // A peer of the old wire says who it is there, and one kind of body is read record by record.
  ["user-agent", /^(?!libprocess\/)/i],
  ["content-type", /^(?!application\/recordio$)/],
  ["content-length", /^(?:0|[1-9]\d{0,9})$/],
  ["connection", /^keep-alive$/i],
]);

const HEAD_END = Buffer.from("\r\n\r\n");
const REQUEST_LINE = /^POST ([!-~]+) HTTP\/1\.1$/;
const HEADER_LINE = /^([A-Za-z-]+)(: ?)([!-~](?:[ -~]*[!-~])?)$/;

/** The head that begins at `at`: `incomplete` while it may still become a call, `other` when it is not for the lane. */
export function readHead(bytes: Buffer, at: number): CallHead | "incomplete" | "other" {
  const window = bytes.subarray(at, at + MAX_LANE_HEAD_BYTES);
  const end = window.indexOf(HEAD_END);
  if (end === -1) return window.length < MAX_LANE_HEAD_BYTES && mayBecomeCall(window) ? "incomplete" : "other";
  const [requestLine = "", ...lines] = window.toString("latin1", 0, end).split("\r\n");
  const path = REQUEST_LINE.exec(requestLine)?.[1];
  if (path === undefined || !PATHS.has(path)) return "other";
  const headers: Record<string, string> = {};
  let lineAt = requestLine.length + 2;
  let digitsAt = 0;
  for (const line of lines) {
    const [, name = "", colon = "", value = ""] = HEADER_LINE.exec(line) ?? [];
    const key = name.toLowerCase();
    if (PLAIN.get(key)?.test(value) !== true || key in headers) return "other";
    headers[key] = value;
    if (key === "content-length") digitsAt = lineAt + name.length + colon.length;
    lineAt += line.length + 2;
  }
  const { "content-length": digits, "mesos-stream-id": stream } = headers;
  if (digits === undefined || stream === undefined || Number(digits) > MAX_REQUEST_BODY_BYTES) return "other";
  return { path, headers, size: end + HEAD_END.length, length: Number(digits), digitsAt };
}

/** What is no request of ours from its first bytes on does not wait for the rest of its head here. */
function mayBecomeCall(window: Buffer): boolean {
  return "POST /".startsWith(window.toString("latin1", 0, 6));
}
