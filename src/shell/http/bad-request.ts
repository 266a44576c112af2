/** What a parser or a clock refuses: the bytes are no HTTP, too many headers, or too slow. The connection ends. */
import type { Socket } from "node:net";

/** `code`: as Node's parser and clock call it. */
export function refuseBadRequest(code: string | undefined, socket: Socket): void {
  if (!socket.writable || code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status =
    code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large"
    : code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout"
    : "400 Bad Request";
  const date = new Date().toUTCString();
  socket.end(`HTTP/1.1 ${status}\r\nDate: ${date}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  socket.on("finish", () => socket.destroy());
}
