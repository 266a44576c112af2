/** The head of a request that carries a libprocess message: where it goes, who sent it, how its body comes. */
import { NO_UPID, parseUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";

/** An answer other than 202. With `close` the connection ends after it. */
export interface Refused {
  readonly kind: "refused";
  readonly status: number;
  readonly text: string;
  readonly close: boolean;
}

export interface Head {
  readonly kind: "head";
  readonly to: string;
  readonly name: string;
  readonly from: Upid;
  /** Bytes of the body, or that it comes in chunks. */
  readonly length: number | "chunked";
  /** The peer wants the connection closed after the answer. */
  readonly close: boolean;
  /** The request can be read to its end, but not delivered. */
  readonly refusal: Refused | undefined;
}

type Addresses = Pick<Head, "to" | "name" | "from" | "refusal">;

const latin1 = new TextDecoder("latin1");

/**
 * Reads request line and headers, without the empty line behind them. Refused means that the framing cannot be trusted.
 */
export function readHead(bytes: Uint8Array): Head | Refused {
  const [requestLine = "", ...lines] = latin1.decode(bytes).split("\r\n");
  const [, method, target, minor] = /^([A-Z]+) ([^ ]+) HTTP\/1\.([01])$/.exec(requestLine) ?? [];
  if (method === undefined || target === undefined) return refused(400, "Invalid request line");
  const headers = readHeaders(lines);
  if (!headers.ok) return refused(400, headers.error);
  const length = bodyLength(headers.value);
  if (typeof length !== "number" && length !== "chunked") return length;
  const connection = headers.value.get("connection")?.toLowerCase() ?? "";
  const close = connection.includes("close") || (minor === "0" && !connection.includes("keep-alive"));
  return { kind: "head", length, close, ...addresses(method, target, headers.value) };
}

function refused(status: number, text: string): Refused {
  return { kind: "refused", status, text, close: true };
}

/** Headers by lower-case name; the last of a repeated one wins, as in libprocess. */
function readHeaders(lines: readonly string[]): Result<Map<string, string>> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(colon, 0)).toLowerCase();
    if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(key)) return err(`Invalid header '${line.slice(0, 64)}'`);
    const value = line.slice(colon + 1).trim();
    if (key === "content-length" && headers.has(key) && headers.get(key) !== value) {
      return err("Contradictory Content-Length headers");
    }
    headers.set(key, value);
  }
  return ok(headers);
}

function bodyLength(headers: ReadonlyMap<string, string>): number | "chunked" | Refused {
  const encoding = headers.get("transfer-encoding");
  const length = headers.get("content-length");
  const coding = headers.get("content-encoding") ?? "identity";
  if (coding !== "identity") return refused(415, `Content-Encoding '${coding}' is not used by libprocess messages`);
  if (encoding !== undefined) {
    if (length !== undefined) return refused(400, "Both Transfer-Encoding and Content-Length are given");
    if (encoding.toLowerCase() === "chunked") return "chunked";
    return refused(400, `Transfer-Encoding '${encoding}' is unknown`);
  }
  if (length === undefined) return 0;
  return /^\d{1,15}$/.test(length) ? Number(length) : refused(400, `Invalid Content-Length '${length.slice(0, 32)}'`);
}

/**
 * Receiver, message name and sender. What is wrong here concerns this request only: it is answered and the next is
 * read.
 */
function addresses(method: string, target: string, headers: ReadonlyMap<string, string>): Addresses {
  const agent = headers.get("user-agent") ?? "";
  const sender = headers.get("libprocess-from") ?? (agent.startsWith("libprocess/") ? agent.slice(11) : undefined);
  const nobody = { to: "", name: "", from: NO_UPID };
  const refuse = (status: number, text: string) => ({ ...nobody, refusal: { ...refused(status, text), close: false } });
  if (method !== "POST" || sender === undefined) return refuse(400, "This connection carries libprocess messages only");
  const path = target.replace(/[?#].*$/, "");
  if (!path.startsWith("/")) return refuse(400, "Request URL path must start with '/'");
  const slash = path.indexOf("/", 1);
  const to = decodePercent(slash === -1 ? path.slice(1) : path.slice(1, slash));
  if (!to.ok) return refuse(500, `Failed to decode URL path: ${to.error}`);
  const from = parseUpid(sender);
  if (!from.ok) return refuse(400, from.error);
  return { to: to.value, name: slash === -1 ? "" : path.slice(slash + 1), from: from.value, refusal: undefined };
}

/** Ids come raw, `slave(1)`, or percent-encoded, `slave%281%29`. */
function decodePercent(text: string): Result<string> {
  const wrong = /%(?![0-9a-fA-F]{2}).{0,2}/.exec(text);
  if (wrong !== null) return err(`Malformed % escape in '${text.slice(0, 64)}': '${wrong[0]}'`);
  return ok(text.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))));
}
