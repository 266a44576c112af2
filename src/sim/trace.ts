/**
 * What happened, for people and for comparison: the last lines are kept to be printed when a checker fails, and a hash over
 * all of them tells whether two runs were the same.
 */
interface Line {
  readonly atMs: number;
  readonly who: string;
  readonly what: string;
  readonly about: () => string;
}

const FROM_WIDTH = 11;
const WHO_WIDTH = 26;

export class Trace {
  count = 0;
  private readonly kept: Line[] = [];
  private next = 0;
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
    this.mix(who);
    this.mix(what);
    if (typeof about === "string") this.mix(about);
    this.keepLine({ atMs, who, what, about: typeof about === "string" ? () => about : about });
  }

  /** Something that was said has arrived. */
  heard(atMs: number, from: string, to: string, what: string, about: () => string): void {
    this.mix(from);
    this.mix(to);
    this.mix(what);
    this.keepLine({ atMs, who: `${from.padEnd(FROM_WIDTH)} -> ${to}`, what, about });
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

  private mix(text: string): void {
    let { high } = this;
    for (let at = 0; at < text.length; at++) high = Math.imul(high ^ text.charCodeAt(at), 0x01000193);
    this.high = high ^ (high >>> 15);
    this.low = Math.imul(this.low ^ high, 0xc2b2ae35);
  }

  private print({ atMs, who, what, about }: Line): string {
    return `${clockText(atMs - this.startMs)}  ${who.padEnd(WHO_WIDTH)}  ${what} ${about()}`.trimEnd();
  }
}

/** `0:12:03.456` */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  const fraction = pad(Math.floor(ms - seconds * 1000), 3);
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${fraction}`;
}
