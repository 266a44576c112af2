/**
 * Answers questions about sandbox files (EPA-10). Paths come from anybody: every one is resolved to where it really leads, and
 * what leads out of the sandbox (`..`, a symbolic link) is refused.
 */
import { constants } from "node:fs";
import type { Stats } from "node:fs";
import { lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { HttpResponse } from "../../agent/event.ts";
import type { Effect, FileCall } from "../../agent/outbox.ts";
import { json, message, text } from "../../agent/http/answers.ts";
import { MAX_FILE_READ_BYTES, MAX_FILE_DOWNLOAD_BYTES, MAX_FILE_LISTING } from "../../model/limits.ts";
import { msToNs } from "../../model/duration.ts";
import { mimeTypeOf } from "./mime.ts";

type Question = Extract<Effect, { kind: "files" }>;

export async function answerFiles(question: Question): Promise<HttpResponse> {
  const { call, shown } = question;
  try {
    const place = await resolve(question);
    if (place === undefined) return notFound(call);
    if (typeof place !== "string") return text(400, `'${place.outside}' is inaccessible.\n`);
    return await answer(call, place, shown);
  } catch (error) {
    const { code, message: why } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return notFound(call);
    return text(500, `Failed to open file at '${shown}': ${why}.\n`);
  }
}

/** Where the path really leads; undefined when it leads nowhere. */
async function resolve({ root, path }: Question): Promise<string | { readonly outside: string } | undefined> {
  const realRoot = await realpath(root);
  const asked = path === "" ? realRoot : join(realRoot, path);
  const real = await realpath(asked).catch(() => undefined);
  if (real === undefined) return undefined;
  return real === realRoot || real.startsWith(`${realRoot}/`) ? real : { outside: `${root}/${path}` };
}

function notFound(call: FileCall): HttpResponse {
  return call.verb === "download" ? text(404, "404 Not Found.") : text(404, "");
}

async function answer(call: FileCall, place: string, shown: string): Promise<HttpResponse> {
  switch (call.verb) {
    case "browse":
      return json((await list(place, shown)).map(legacyInfo), call.jsonp);
    case "list": {
      const files = (await list(place, shown)).map(({ path, info }) => ({
        path,
        nlink: info.nlink,
        size: info.size,
        mtime: { nanoseconds: msToNs(Math.trunc(info.mtimeMs / 1000) * 1000) },
        mode: info.mode,
        uid: nameOf(info.uid),
        gid: nameOf(info.gid),
      }));
      return message({ type: "LIST_FILES", list_files: files.length === 0 ? {} : { file_infos: files } }, call.media);
    }
    case "read": {
      const probe = call.offset === -1;
      const part = await readPart(place, probe ? 0 : call.offset, probe ? 0 : call.length);
      if (part === undefined) return text(400, "Cannot read a directory.\n");
      return json({ data: Buffer.from(part.data).toString(), offset: probe ? part.size : call.offset }, call.jsonp);
    }
    case "read-bytes": {
      const part = await readPart(place, call.offset, call.length);
      if (part === undefined) return text(400, "Cannot read a directory.\n");
      return message({ type: "READ_FILE", read_file: { size: part.size, data: part.data } }, call.media);
    }
    case "download":
      return download(place);
  }
}

interface Listed {
  readonly path: string;
  readonly info: Stats;
}

/** What is in a directory, by name; nothing for a file. */
async function list(place: string, shown: string): Promise<readonly Listed[]> {
  if (!(await stat(place)).isDirectory()) return [];
  const names = (await readdir(place)).sort().slice(0, MAX_FILE_LISTING);
  const listed = await Promise.all(names.map(async (name) => {
    const inner = join(place, name);
    const info = await stat(inner).catch(() => lstat(inner)).catch(() => undefined);
    return info === undefined ? [] : [{ path: `${shown}/${name}`, info }];
  }));
  return listed.flat();
}

/** Undefined for a directory. At most MAX_FILE_READ_BYTES; none when `length` is 0 or the offset is past the end. */
async function readPart(place: string, offset: number, length: number | undefined): Promise<{ size: number; data: Uint8Array } | undefined> {
  const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const info = await file.stat();
    if (info.isDirectory()) return undefined;
    const wanted = Math.min(length ?? Infinity, Math.max(0, info.size - offset), MAX_FILE_READ_BYTES);
    if (wanted === 0) return { size: info.size, data: new Uint8Array(0) };
    const { bytesRead, buffer } = await file.read(Buffer.alloc(wanted), 0, wanted, offset);
    return { size: info.size, data: new Uint8Array(buffer.subarray(0, bytesRead)) };
  } finally {
    await file.close();
  }
}

async function download(place: string): Promise<HttpResponse> {
  const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const info = await file.stat();
    if (info.isDirectory()) return text(400, "Cannot download a directory.\n");
    if (info.size > MAX_FILE_DOWNLOAD_BYTES) {
      return text(400, `The file has ${info.size} bytes: read it in parts with /files/read.\n`);
    }
    const name = basename(place);
    return {
      status: 200,
      headers: {
        "Content-Type": mimeTypeOf(extname(name)),
        "Content-Disposition": `attachment; filename=${name}`,
      },
      body: new Uint8Array(await file.readFile()),
    };
  } finally {
    await file.close();
  }
}

/** As `ls -l` would show it. */
function legacyInfo({ path, info }: Listed): object {
  return {
    path,
    nlink: info.nlink,
    size: info.size,
    mtime: Math.trunc(info.mtimeMs / 1000),
    mode: modeText(info),
    uid: nameOf(info.uid),
    gid: nameOf(info.gid),
  };
}

function modeText(info: Stats): string {
  const kind = info.isDirectory() ? "d" : info.isSymbolicLink() ? "l" : info.isSocket() ? "s" : info.isFIFO() ? "p" : "-";
  const bits = "rwxrwxrwx";
  return kind + [...bits].map((letter, at) => ((info.mode >> (8 - at)) & 1 ? letter : "-")).join("");
}

function nameOf(id: number): string {
  return id === 0 ? "root" : String(id);
}
