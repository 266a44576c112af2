/**
 * Sends a file as it is read: little of it is in memory at a time, and the client's own pace decides how fast it goes on.
 * As from Mesos it leaves with its length and is never compressed. What is added to the file meanwhile is not sent; if
 * something of it goes, the connection ends early, so that nobody takes what he has for the whole.
 */
import type { FileHandle } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { MAX_DOWNLOADS } from "../../model/limits.ts";
import { answerText, beginAnswer, cutIfStalled } from "./answer.ts";

/** An answer of 200 whose body is a file; whoever takes it closes the file. */
export interface Download {
  readonly headers: Readonly<Record<string, string>>;
  readonly file: FileHandle;
  readonly size: number;
}

/** Downloads that are being sent by this process. */
let sending = 0;

export function answerDownload(
  request: IncomingMessage, response: ServerResponse, { headers, file, size }: Download,
): void {
  const close = (): void => void file.close().catch(() => {});
  if (sending >= MAX_DOWNLOADS) {
    close();
    return answerText(request, response, 503, "Too many files are being downloaded, try again");
  }
  beginAnswer(response, 200, { "Content-Length": `${size}`, ...headers });
  if (request.method === "HEAD" || size === 0) {
    close();
    return void response.end();
  }
  const source = file.createReadStream({ start: 0, end: size - 1 });
  sending++;
  response.on("close", () => {
    sending--;
    source.destroy();
  });
  cutIfStalled(response);
  let sent = 0;
  source.on("data", (chunk) => (sent += chunk.length));
  source.on("error", () => response.destroy());
  source.on("end", () => void (sent < size ? response.destroy() : response.end()));
  source.pipe(response, { end: false });
}
