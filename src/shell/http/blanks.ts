/**
 * Blanks at the end of a header belong to its value for Mesos, and so it refuses what others take: `Basic YTpi ` proves
 * nothing. Node cuts them off, so the front door, which sees the head of a connection's first request before Node does,
 * writes another character for the last one. Later requests of the connection are read as Node reads them.
 */
const STAND_IN = 0xa0;

/** Headers that are compared as a whole. */
const NAMES = "authorization|content-type|accept|mesos-stream-id|message-content-type|message-accept";
const WATCHED = new RegExp(`\\r\\n(?:${NAMES}):[^\\r\\n]*[^\\s:][ \\t]+(?=\\r\\n)`, "gi");

/** Changes the head of a request in place. */
export function keepLastBlanks(head: Buffer): void {
  const text = head.toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  for (const { 0: line, index } of text.slice(0, end === -1 ? undefined : end + 2).matchAll(WATCHED)) {
    head[index + line.length - 1] = STAND_IN;
  }
}

/** The value of a header as it was sent. */
export function withLastBlank(value: string): string {
  return value.charCodeAt(value.length - 1) === STAND_IN ? `${value.slice(0, -1)} ` : value;
}
