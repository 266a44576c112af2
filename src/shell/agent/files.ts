/**
 * Answers questions about sandbox files (EPA-10). Paths come from anybody: every one is resolved to where it really
 * leads, and what leads out of the sandbox (`..`, a symbolic link) is refused.
 */
import { constants } from "node:fs";
import type { Stats } from "node:fs";
import { lstat, open, readdir, readlink, realpath } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { HttpResponse } from "../../agent/event.ts";
import type { Effect, FileCall } from "../../agent/outbox.ts";
import { json, message, text } from "../../agent/http/answers.ts";
import { MAX_FILE_LISTING, MAX_FILE_QUESTIONS, MAX_FILE_READ_BYTES } from "../../model/limits.ts";
import { msToNs } from "../../model/duration.ts";
import type { Download } from "../http/downloads.ts";
import { mimeTypeOf } from "./mime.ts";

type Question = Extract<Effect, { kind: "files" }>;

/** Questions that are being answered by this process. */
let asking = 0;

/** A download's file is open and still to be read. */
export async function answerFiles(question: Question): Promise<HttpResponse | Download> {
  if (asking >= MAX_FILE_QUESTIONS) return text(503, "Too many files are being read, try again");
  asking++;
  try {
    return await lookInto(question);
  } finally {
    asking--;
  }
}

async function lookInto(question: Question): Promise<HttpResponse | Download> {
  const { call, shown } = question;
  try {
    const place = await resolve(question);
    if (place === undefined) return notFound(call);
    if ("outside" in place) return text(400, `'${place.outside}' is inaccessible.\n`);
    const file = await open(place.real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    let isKept = false;
    try {
      // A link may have been put in the way since we looked.
      const opened = await readlink(descriptor(file));
      if (!isBelow(opened, place.root)) return text(400, `'${shown}' is inaccessible.\n`);
      const answered = await answer(call, file, { shown, name: basename(place.real), root: place.root });
      isKept = "file" in answered;
      return answered;
    } finally {
      if (!isKept) await file.close();
    }
  } catch (error) {
    const { code, message: why } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return notFound(call);
    return text(500, `Failed to open file at '${shown}': ${why}.\n`);
  }
}

/** Where the path really leads; undefined when it leads nowhere. */
async function resolve({ root: given, path }: Question): Promise<Resolved | undefined> {
  const root = await realpath(given);
  const asked = path === "" ? root : join(root, path);
  const real = await realpath(asked).catch(() => undefined);
  if (real === undefined) return undefined;
  return isBelow(real, root) ? { root, real } : { outside: `${given}/${path}` };
}

type Resolved = { readonly root: string; readonly real: string } | { readonly outside: string };

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

/** Another name of an open file, which stays right whatever happens to its path. */
function descriptor(file: FileHandle): string {
  return `/proc/self/fd/${file.fd}`;
}

function notFound(call: FileCall): HttpResponse {
  return call.verb === "download" ? text(404, "404 Not Found.") : text(404, "");
}

async function answer(call: FileCall, file: FileHandle, named: Named): Promise<HttpResponse | Download> {
  switch (call.verb) {
    case "browse":
      return json((await list(file, named)).map(legacyInfo), call.jsonp);
    case "list": {
      const files = (await list(file, named)).map(({ path, info }) => ({
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
      const part = await readPart(file, probe ? 0 : call.offset, probe ? 0 : call.length);
      if (part === undefined) return text(400, "Cannot read a directory.\n");
      return json({ data: Buffer.from(part.data).toString(), offset: probe ? part.size : call.offset }, call.jsonp);
    }
    case "read-bytes": {
      const part = await readPart(file, call.offset, call.length);
      if (part === undefined) return text(400, "Cannot read a directory.\n");
      return message({ type: "READ_FILE", read_file: { size: part.size, data: part.data } }, call.media);
    }
    case "download":
      return download(file, named.name);
  }
}

interface Named {
  /** As it was asked for. */
  readonly shown: string;
  readonly name: string;
  /** The sandbox. */
  readonly root: string;
}

interface Listed {
  readonly path: string;
  readonly info: Stats;
}

/** What is in a directory, by name; nothing for a file. */
async function list(file: FileHandle, { shown, root }: Named): Promise<readonly Listed[]> {
  if (!(await file.stat()).isDirectory()) return [];
  const directory = descriptor(file);
  const names = (await readdir(directory)).sort().slice(0, MAX_FILE_LISTING);
  const listed = await Promise.all(names.map(async (name) => {
    const inner = join(directory, name);
    const info = await infoOf(inner, root).catch(() => undefined);
    return info === undefined ? [] : [{ path: `${shown}/${name}`, info }];
  }));
  return listed.flat();
}

/** Of what a link leads to, unless that is outside: then of the link, so that nobody learns of files that are none of his. */
async function infoOf(path: string, root: string): Promise<Stats> {
  const own = await lstat(path);
  if (!own.isSymbolicLink()) return own;
  const real = await realpath(path).catch(() => undefined);
  return real === undefined || !isBelow(real, root) ? own : await lstat(real).catch(() => own);
}

interface Part {
  /** Of the whole file. */
  readonly size: number;
  readonly data: Uint8Array;
}

/** Undefined for a directory. At most MAX_FILE_READ_BYTES; none when `length` is 0 or the offset is past the end. */
async function readPart(file: FileHandle, offset: number, length: number | undefined): Promise<Part | undefined> {
  const info = await file.stat();
  if (info.isDirectory()) return undefined;
  const wanted = Math.min(length ?? Infinity, Math.max(0, info.size - offset), MAX_FILE_READ_BYTES);
  if (wanted === 0) return { size: info.size, data: new Uint8Array(0) };
  const { bytesRead, buffer } = await file.read(Buffer.alloc(wanted), 0, wanted, offset);
  return { size: info.size, data: new Uint8Array(buffer.subarray(0, bytesRead)) };
}

async function download(file: FileHandle, name: string): Promise<HttpResponse | Download> {
  const info = await file.stat();
  if (info.isDirectory()) return text(400, "Cannot download a directory.\n");
  return {
    headers: { "Content-Type": mimeTypeOf(extname(name)), "Content-Disposition": `attachment; filename=${name}` },
    file,
    size: info.size,
  };
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
  const special = info.isSymbolicLink() ? "l" : info.isSocket() ? "s" : info.isFIFO() ? "p" : "-";
  const kind = info.isDirectory() ? "d" : special;
  const bits = "rwxrwxrwx";
  return kind + [...bits].map((letter, at) => ((info.mode >> (8 - at)) & 1 ? letter : "-")).join("");
}

function nameOf(id: number): string {
  return id === 0 ? "root" : String(id);
}
