/**
 * Sandboxes and what is put into them. We may be root, but what lies in a sandbox belongs to its user, who may have
 * planted links there: below the work directory no link is ever followed on the way to something we make.
 */
import {
  closeSync, constants, fchownSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, symlinkSync, chownSync,
} from "node:fs";
import { basename, dirname, join, normalize, relative } from "node:path";
import type { ContainerSpec, VolumeLink } from "../../agent/outbox.ts";

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** The sandbox, all of it the user's, and the `latest` link beside it. */
export function prepareSandbox(
  workDir: string, { directory, containerId }: ContainerSpec, user: Identity | undefined,
): void {
  if (containerId.includes(".") && exists(directory)) throw new Error(`There is already something at ${directory}`);
  makeDirectory(workDir, directory);
  if (user !== undefined) chownSync(directory, user.uid, user.gid);
  if (basename(dirname(directory)) !== "runs") return;
  const link = join(dirname(directory), "latest");
  rmSync(`${link}.new`, { force: true });
  symlinkSync(basename(directory), `${link}.new`);
  renameSync(`${link}.new`, link);
}

/** Directories from outside, at relative places inside the sandbox. What is there already stays. */
export function linkVolumes(workDir: string, directory: string, links: readonly VolumeLink[]): void {
  for (const { at, target } of links) {
    const place = join(directory, normalize(`/${at}`));
    makeDirectory(workDir, target);
    makeDirectory(workDir, dirname(place));
    if (!exists(place)) symlinkSync(target, place);
  }
}

/** A file in a sandbox to append to, the user's. The caller closes it. */
export function openOutput(path: string, user: Identity | undefined): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o644);
  try {
    if (user !== undefined) fchownSync(file, user.uid, user.gid);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return file;
}

/** Makes a directory and those above it. Throws if a link, or anything else that is no directory, is in the way. */
export function makeDirectory(workDir: string, path: string): void {
  const below = relative(workDir, path);
  if (below.startsWith("..")) return void mkdirSync(path, { recursive: true });
  let made = workDir;
  for (const name of below.split("/").filter((part) => part !== "")) {
    made = join(made, name);
    if (!exists(made)) mkdirSync(made, { mode: 0o755 });
    else if (!lstatSync(made).isDirectory()) throw new Error(`${made} is not a directory, but must be one`);
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
