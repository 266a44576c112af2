/**
 * Commands that simulated containers understand: `sleep 12.5`, `sleep 12.5; exit 1`. Schedulers write them, agents read them;
 * what they cannot read runs for no time at all.
 */
export interface Script {
  readonly durationMs: number;
  readonly exitCode: number;
}

export function writeScript({ durationMs, exitCode }: Script): string {
  const sleep = `sleep ${durationMs / 1000}`;
  return exitCode === 0 ? sleep : `${sleep}; exit ${exitCode}`;
}

export function readScript(command: string): Script {
  const [, seconds, code] = /^sleep ([\d.]+)(?:; exit (\d+))?$/.exec(command) ?? [];
  return { durationMs: Number(seconds ?? 0) * 1000, exitCode: Number(code ?? 0) };
}
