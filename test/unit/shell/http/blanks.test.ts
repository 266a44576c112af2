import { expect, it } from "vitest";
import { keepLastBlanks, withLastBlank } from "../../../../src/shell/http/blanks.ts";

/** The head as a parser sees it that cuts blanks off. */
function kept(head: string): string[] {
  const bytes = Buffer.from(head, "latin1");
  keepLastBlanks(bytes);
  const lines = bytes.toString("latin1").split("\r\n\r\n")[0]!.split("\r\n").slice(1);
  return lines.map((line) => withLastBlank(line.replace(/[ \t]+$/, "")));
}

it("blanks at the end of headers that are compared as a whole are part of them (recorded: auth_readwrite)", () => {
  const head = "GET / HTTP/1.1\r\nHost: h  \r\nAuthorization: Basic YTpi \r\nContent-Type:application/json\t \r\nX: \r\n";
  expect(kept(`${head}\r\n`)).toEqual(["Host: h", "Authorization: Basic YTpi ", "Content-Type:application/json\t ", "X:"]);
});

it("bodies, and headers without a value, stay as they are", () => {
  const text = "POST / HTTP/1.1\r\nAuthorization: \r\n\r\nGET / HTTP/1.1\r\nAuthorization: a \r\n\r\n";
  const bytes = Buffer.from(text);
  keepLastBlanks(bytes);
  expect(bytes.toString()).toBe(text);
});
