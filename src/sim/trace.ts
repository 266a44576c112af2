/**
 * What happened, for people and for comparison: the last lines are kept to be printed when a checker fails, and a hash over
 * all of them tells whether two runs were the same.
 */
interface Line {
  readonly atMs: number;
  /** Who said it; empty if it is nothing that was said. */
  readonly from: string;
  readonly who: string;
  readonly what: string;
  readonly about: string | (() => string);
}

/** Somebody who speaks or is spoken to, or so many of them. */
export interface Named {
  readonly name: string;
  readonly number: number;
}

const FROM_WIDTH = 11;
const WHO_WIDTH = 26;

export class Trace {
  count = 0;
  private readonly kept: Line[] = [];
  private next = 0;
  /** Hashes of the names of messages. */
  private readonly words = new Map<string, number>();
  private high = 0x811c9dc5;
  private low = 0x01000193;
  private readonly startMs: number;
  private readonly keep: number;
  private readonly onLine: ((line: string) => void) | undefined;

  /** Keeps the last `keep` lines; `onLine` gets every one. */
  constructor(startMs: number, keep: number, onLine?: (line: string) => void) {
    this.startMs = startMs;
    this.keep = keep;
    this.onLine = onLine;
  }

  /** A function is asked only if somebody reads it. */
  note(atMs: number, who: string, what: string, about: string | (() => string) = ""): void {
    this.mix(hashOf(who));
    this.mix(hashOf(what));
    if (typeof about === "string") this.mix(hashOf(about));
    this.keepLine({ atMs, from: "", who, what, about });
  }

  /** Something that was said has arrived. */
  heard(atMs: number, from: Named, to: Named, what: string, about: () => string): void {
    this.mix(from.number);
    this.mix(to.number);
    this.mix(this.wordHash(what));
    this.keepLine({ atMs, from: from.name, who: to.name, what, about });
  }

  /** The last lines, oldest first. */
  tail(): string[] {
    return [...this.kept.slice(this.next), ...this.kept.slice(0, this.next)].map((line) => this.print(line));
  }

  /** Equal for equal runs. */
  hash(): string {
    return [this.high, this.low, this.count].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  private keepLine(line: Line): void {
    this.count++;
    this.low = Math.imul(this.low ^ ((line.atMs * 1000) % 0x7fffffff), 0x85ebca6b);
    this.kept[this.next] = line;
    this.next = (this.next + 1) % this.keep;
    this.onLine?.(this.print(line));
  }

  private wordHash(word: string): number {
    let hash = this.words.get(word);
    if (hash === undefined) this.words.set(word, (hash = hashOf(word)));
    return hash;
  }

  private mix(hash: number): void {
    this.high = Math.imul(this.high ^ hash, 0x01000193);
    this.low = Math.imul(this.low ^ this.high ^ (this.high >>> 15), 0xc2b2ae35);
  }

  private print({ atMs, from, who, what, about }: Line): string {
    const whom = from === "" ? who : `${from.padEnd(FROM_WIDTH)} -> ${who}`;
    const text = typeof about === "string" ? about : about();
    return `${clockText(atMs - this.startMs)}  ${whom.padEnd(WHO_WIDTH)}  ${what} ${text}`.trimEnd();
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** `0:12:03.456` */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  const fraction = pad(Math.floor(ms - seconds * 1000), 3);
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${fraction}`;
}
