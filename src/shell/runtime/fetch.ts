/**
 * Brings the files of a container into its sandbox before it starts (AGF-50): from http, https, ftp(s) by curl's rules
 * where it must, or from this machine; makes them executable or unpacks them. Nothing is cached.
 */
import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { chmod, lchown, open } from "node:fs/promises";
import { basename, dirname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CommandInfo_URI } from "../../model/gen/mesos.ts";
import { makeDirectory } from "./sandbox.ts";
import type { User } from "./users.ts";

/** Without a byte for so long a download is given up. */
const STALL_TIMEOUT_MS = 60_000;

const WRITE_NO_LINK = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;

const UNPACK: readonly (readonly [RegExp, (file: string, into: string) => readonly string[]])[] = [
  [/\.(tar|tar\.gz|tgz|tar\.bz2|tbz2|tar\.xz|txz)$/, (file, into) => ["tar", "-C", into, "-xf", file]],
  [/\.zip$/, (file, into) => ["unzip", "-o", "-q", "-d", into, file]],
  [/\.gz$/, (file) => ["gzip", "-d", "-k", "-f", file]],
];

/** Throws with a message that names the file and what is wrong with it. */
export async function fetchAll(
  uris: readonly CommandInfo_URI[], directory: string, user: User | undefined,
): Promise<number> {
  for (const uri of uris) {
    try {
      await fetchOne(uri, directory, user);
    } catch (error) {
      throw new Error(`Failed to fetch '${uri.value}': ${(error as Error).message}`);
    }
  }
  return uris.length;
}

async function fetchOne(
  { value, executable, extract, output_file }: CommandInfo_URI, directory: string, user: User | undefined,
): Promise<void> {
  const target = targetOf(value, output_file, directory);
  makeDirectory(directory, dirname(target));
  if (/^https?:\/\//.test(value)) await download(value, target);
  else if (/^ftps?:\/\//.test(value)) await run(["curl", "-s", "-S", "-f", "-L", "-o", target, value]);
  // As the user: what is not his to read on this machine he does not get in his sandbox either.
  else await run(["cp", "--", value.replace(/^file:\/\//, ""), target], user);
  if (user !== undefined) await lchown(target, user.uid, user.gid);
  if (executable === true) return chmod(target, 0o755);
  if (extract === false) return;
  const unpack = UNPACK.find(([pattern]) => pattern.test(target));
  if (unpack !== undefined) await run(unpack[1](target, directory), user);
}

/** A file of the sandbox, whatever the URI says. */
function targetOf(uri: string, outputFile: string | undefined, directory: string): string {
  if (outputFile !== undefined) {
    const path = normalize(outputFile);
    if (path.startsWith("/") || path.startsWith("..")) {
      throw new Error(`output_file '${outputFile}' is outside the sandbox`);
    }
    return join(directory, path);
  }
  if (/^[a-z]+:\/\//.test(uri) && !uri.startsWith("file://") && !/^(https?|ftps?):/.test(uri)) {
    throw new Error("only http, https, ftp, ftps and local files can be fetched");
  }
  const name = basename(uri.replace(/^[a-z]+:\/\//, "").replace(/[?#].*$/, ""));
  if (name === "" || name === "." || name === "..") throw new Error("it names no file");
  return join(directory, name);
}

async function download(url: string, target: string): Promise<void> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALL_TIMEOUT_MS);
  try {
    const response = await fetch(url, { signal: stalled.signal, redirect: "follow" });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
    if (response.body === null) throw new Error("the server sent nothing");
    const body = Readable.fromWeb(response.body as import("node:stream/web").ReadableStream);
    body.on("data", () => {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), STALL_TIMEOUT_MS);
    });
    const file = await open(target, WRITE_NO_LINK, 0o644);
    await pipeline(body, file.createWriteStream());
  } finally {
    clearTimeout(timer);
  }
}

function run(argv: readonly string[], user?: User): Promise<void> {
  const [program = "", ...args] = argv;
  return new Promise((resolve, reject) => {
    const identity = user === undefined ? {} : { uid: user.uid, gid: user.gid };
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], ...identity });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 500)));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} failed: ${complaint.trim() || `status ${code}`}`));
    });
  });
}
