/** The rate of /metrics/snapshot, of both programs (MET-01, ENV-05). */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { program } from "../support/programs.ts";

const NAME = "LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT";

async function start(name: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const directory = await mkdtemp(join(tmpdir(), "allot-test-"));
  const started = program(name, ["--ip=127.0.0.1", "--port=0", `--work_dir=${directory}`, "--logging_level=INFO", ...args], env);
  onTestFinished(async () => {
    started.signal("SIGKILL");
    await started.ended;
    await rm(directory, { recursive: true, force: true });
  });
  return started;
}

describe.each([["mesos-master", [] as string[]], ["mesos-agent", ["--master=127.0.0.1:1"]]])("%s", (name, args) => {
  const listening = /"port":(\d+),"msg":"This (?:master leads|agent listens)"/;

  it("answers readers of the metrics at the rate it is given, and everything else at once", async () => {
    const started = await start(name, args, { [NAME]: "1/400ms" });
    const [, port] = await started.says(listening);
    const beganMs = performance.now();
    const ask = async (path: string): Promise<{ status: number; tookMs: number }> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      await response.arrayBuffer();
      return { status: response.status, tookMs: performance.now() - beganMs };
    };
    const readers = Promise.all([1, 2, 3, 4].map(() => ask("/metrics/snapshot")));
    const others = await Promise.all([ask("/health"), ask("/metrics/snapshot?timeout=soon")]);
    expect(others.map(({ status }) => status)).toEqual([200, 400]);
    expect(Math.max(...others.map(({ tookMs }) => tookMs)), "must not stand in the line of the metrics").toBeLessThan(1_200);
    const took = await readers;
    expect(took.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(Math.max(...took.map(({ tookMs }) => tookMs)), "the fourth waits three intervals").toBeGreaterThanOrEqual(1_199);
  });

  it("does not start with a rate that is none, and says so in one line", async () => {
    const started = await start(name, args, { [NAME]: "often" });
    expect(await started.ended).toBe(1);
    const lines = started.errors().split("\n").filter((line) => line.includes(NAME));
    expect(lines).toEqual([`${name}: ${NAME} is 'often': expected REQUESTS/DURATION like 10/1secs, or nothing for no limit`]);
  });
});
