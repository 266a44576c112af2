/** The agent's checkpoints as files below `<work_dir>/meta` (agent/checkpoint.ts says which and why). */
import {
  appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, renameSync,
  rmSync, symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { CheckpointFile } from "../../agent/event.ts";
import type { Checkpoint } from "../../agent/outbox.ts";
import type { Checkpoints } from "../../ports.ts";

export function openCheckpoints(workDir: string): Checkpoints {
  const meta = join(workDir, "meta");
  mkdirSync(meta, { recursive: true });
  return {
    load: () => {
      const files: Record<string, CheckpointFile> = {};
      readTree(meta, "", files);
      return files;
    },
    apply: (changes) => changes.forEach((change) => applyOne(meta, change)),
  };
}

/** Only the latest agent's, and of each executor only the latest run: the rest is waiting to be collected. */
function readTree(meta: string, path: string, files: Record<string, CheckpointFile>): void {
  const entries = readdirSync(join(meta, path), { withFileTypes: true });
  const latest = /(^|\/)(slaves|runs)$/.test(path) ? latestOf(join(meta, path)) : undefined;
  for (const entry of entries) {
    const inner = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isSymbolicLink()) files[inner] = { link: readlinkSync(join(meta, inner)) };
    else if (entry.isFile()) files[inner] = new Uint8Array(readFileSync(join(meta, inner)));
    else if (entry.isDirectory() && (latest === undefined || latest === entry.name)) readTree(meta, inner, files);
  }
}

function latestOf(directory: string): string {
  try {
    return readlinkSync(join(directory, "latest")).split("/").at(-1)!;
  } catch {
    return "";
  }
}

function applyOne(meta: string, change: Checkpoint): void {
  const path = join(meta, change.path);
  if (change.kind !== "remove") mkdirSync(dirname(path), { recursive: true });
  switch (change.kind) {
    case "write":
      writeFileSync(`${path}.new`, change.bytes);
      if (change.sync) syncFile(`${path}.new`);
      renameSync(`${path}.new`, path);
      if (change.sync) syncFile(dirname(path));
      return;
    case "append":
      return appendFileSync(path, change.bytes, { flush: true });
    case "link":
      rmSync(`${path}.new`, { force: true });
      symlinkSync(change.target, `${path}.new`);
      return renameSync(`${path}.new`, path);
    case "remove":
      return rmSync(path, { recursive: true, force: true });
  }
}

function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
