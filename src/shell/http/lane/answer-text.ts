/** Answers of the lane as text, one character for each byte, with their headers in the order of answer.ts. */
import { STATUS_CODES } from "node:http";
import type { HttpResponse } from "../../../master/event.ts";
import { dateNow, printable } from "../answer.ts";

/** The answer of nearly every call, as it was last. */
let accepted = "";
let acceptedAt = "";

/** `firstHeaders`: lines that every answer begins with. */
export function answerText(
  firstHeaders: string, status: number, headers: HttpResponse["headers"], body: Uint8Array,
): string {
  const date = dateNow();
  if (status !== 202 || headers !== undefined || body.length > 0 || firstHeaders !== "") {
    return wholeText(firstHeaders, date, status, headers, body);
  }
  if (date !== acceptedAt) [accepted, acceptedAt] = [wholeText("", date, status, headers, body), date];
  return accepted;
}

function wholeText(
  firstHeaders: string, date: string, status: number, headers: HttpResponse["headers"], body: Uint8Array,
): string {
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "unknown"}\r\n${firstHeaders}`;
  text += `Date: ${date}\r\nContent-Length: ${body.length}\r\n`;
  for (const [name, value] of Object.entries(headers ?? {})) text += `${printable(name)}: ${printable(value)}\r\n`;
  return `${text}\r\n${Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1")}`;
}
