import type { Codec } from "../wire/codec.ts";
import { readRecords } from "./checkpoint.ts";
import type { CheckpointFiles } from "./event.ts";

/** The files of a checkpoint as the tree they came from. Broken ones count as missing, and are counted. */
export class Tree {
  readonly #files: CheckpointFiles;
  readonly #children = new Map<string, Set<string>>();
  broken = 0;

  constructor(files: CheckpointFiles) {
    this.#files = files;
    for (const path of Object.keys(files)) {
      const names = path.split("/");
      for (let depth = 1; depth < names.length; depth++) {
        this.#childrenOf(names.slice(0, depth).join("/")).add(names[depth]!);
      }
    }
  }

  has(path: string): boolean {
    return this.#files[path] !== undefined;
  }

  /** Names below a directory, sorted. */
  children(path: string): readonly string[] {
    return [...(this.#children.get(path) ?? [])].sort();
  }

  /** Last part of where a link leads. */
  link(path: string): string | undefined {
    const file = this.#files[path];
    return file === undefined || file instanceof Uint8Array ? undefined : file.link.split("/").at(-1);
  }

  text(path: string): string | undefined {
    const file = this.#files[path];
    return file instanceof Uint8Array ? new TextDecoder().decode(file) : undefined;
  }

  /** The one message of a file. */
  record<T>(path: string, codec: Codec<T>): T | undefined {
    return this.records(path, codec)[0];
  }

  records<T>(path: string, codec: Codec<T>): readonly T[] {
    const file = this.#files[path];
    if (!(file instanceof Uint8Array)) return [];
    const { values, broken } = readRecords(codec, file);
    this.broken += broken;
    return values;
  }

  #childrenOf(path: string): Set<string> {
    const known = this.#children.get(path);
    if (known !== undefined) return known;
    const names = new Set<string>();
    this.#children.set(path, names);
    return names;
  }
}
