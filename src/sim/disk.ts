/** An agent's checkpoints. What was not synced may be lost with the power, the youngest first; what a crash alone ends is there. */
import type { CheckpointFile, CheckpointFiles } from "../agent/event.ts";
import type { Checkpoint } from "../agent/outbox.ts";

/** The operating system writes by itself what is older than this. */
const UNWRITTEN_MS = 5_000;

interface Undo {
  readonly atMs: number;
  readonly path: string;
  readonly before: CheckpointFile | undefined;
}

export class Disk {
  private files = new Map<string, CheckpointFile>();
  private undos: Undo[] = [];

  apply(changes: readonly Checkpoint[], nowMs: number): void {
    if (changes.length > 0) this.undos = this.undos.filter(({ atMs }) => atMs > nowMs - UNWRITTEN_MS);
    for (const change of changes) this.applyOne(change, nowMs);
  }

  /** What the real one reads: only the latest agent's, and of each executor only the latest run. */
  load(): CheckpointFiles {
    return Object.fromEntries([...this.files].filter(([path]) => this.isLatest(path)));
  }

  /** Changes younger than this that were not synced never were. */
  losePower(sinceMs: number): void {
    for (const { atMs, path, before } of this.undos.reverse()) {
      if (atMs < sinceMs) continue;
      if (before === undefined) this.files.delete(path);
      else this.files.set(path, before);
    }
    this.undos = [];
  }

  wipe(): void {
    this.files = new Map();
    this.undos = [];
  }

  private applyOne(change: Checkpoint, nowMs: number): void {
    const { path } = change;
    switch (change.kind) {
      case "write":
        if (change.sync) this.undos = this.undos.filter((undo) => undo.path !== path);
        return this.set(path, change.bytes, change.sync ? undefined : nowMs);
      case "append":
        return this.set(path, joined(this.files.get(path), change.bytes), undefined);
      case "link":
        return this.set(path, { link: change.target }, undefined);
      case "remove":
        for (const known of [...this.files.keys()]) {
          if (known === path || known.startsWith(`${path}/`)) this.set(known, undefined, nowMs);
        }
    }
  }

  /** `atMs` undefined: it is synced. */
  private set(path: string, file: CheckpointFile | undefined, atMs: number | undefined): void {
    if (atMs !== undefined) this.undos.push({ atMs, path, before: this.files.get(path) });
    if (file === undefined) this.files.delete(path);
    else this.files.set(path, file);
  }

  private isLatest(path: string): boolean {
    const parts = path.split("/");
    return parts.every((part, at) => {
      if (at === 0 || part === "latest" || (parts[at - 1] !== "slaves" && parts[at - 1] !== "runs")) return true;
      const latest = this.files.get([...parts.slice(0, at), "latest"].join("/"));
      return latest !== undefined && !(latest instanceof Uint8Array) && latest.link.split("/").at(-1) === part;
    });
  }
}

function joined(file: CheckpointFile | undefined, more: Uint8Array): Uint8Array {
  if (!(file instanceof Uint8Array)) return more;
  const whole = new Uint8Array(file.length + more.length);
  whole.set(file);
  whole.set(more, file.length);
  return whole;
}
