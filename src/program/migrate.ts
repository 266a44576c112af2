/** `allot migrate`: the registry of a running Mesos master, copied into ours. */
import { importRegistry } from "../master/registry/import.ts";
import { recoverRegistry } from "../master/registry/recover.ts";
import type { RegistryEntries, RegistryWrite } from "../master/registry/registry.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Log, Store } from "../ports.ts";
import { createClock } from "../shell/clock.ts";
import { openLevelStore } from "../shell/store/level.ts";
import { createZooKeeperStore } from "../shell/store/zookeeper.ts";
import { Session } from "../shell/zookeeper/session.ts";
import { parseZooKeeperUrl } from "../shell/zookeeper/url.ts";
import { printHelp } from "./flags.ts";
import type { ParsedFlags } from "./flags.ts";
import { flagsOrExit } from "./load-flags.ts";
import { MIGRATE_FLAGS, MIGRATE_USAGE } from "./migrate-flags.ts";
import { readRegistry } from "./migrate-source.ts";
import type { ReadRegistry } from "./migrate-source.ts";

type Values = ParsedFlags<typeof MIGRATE_FLAGS>["values"];

const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const flags = flagsOrExit(MIGRATE_FLAGS, args, "allot migrate", () => printHelp(MIGRATE_USAGE, MIGRATE_FLAGS), {});
  if (typeof flags === "number") return flags;
  const done = await migrate(flags.values).catch((error: unknown) => err((error as Error).message));
  if (done.ok) {
    console.log(done.value);
    return 0;
  }
  console.error(`allot migrate: ${done.error}`);
  return 1;
}

/** What was done, in lines for the operator. */
async function migrate(values: Values): Promise<Result<string>> {
  if (values.from === undefined) return err("Missing required option --from: http://host:port of the old leader");
  const read = await readRegistry(values.from);
  if (!read.ok) return read;
  const entries = importRegistry(read.value.registry);
  const known = recoverRegistry(entries);
  if (!known.ok) return err(`The registry of ${read.value.master.pid} cannot be taken over: ${known.error}`);
  const about = describe(read.value, known.value);
  if (values.dry_run) return ok(about);
  const store = await openTarget(values);
  if (!store.ok) return store;
  try {
    const present = await store.value.load();
    if (present.size > 0 && !values.overwrite) {
      return err(`The registry there holds ${present.size} entries already: --overwrite replaces them`);
    }
    const writes = differences(present, entries);
    await store.value.apply(writes);
    return ok(`${about}\nWrote ${writes.length} changes; the registry now holds ${entries.size} entries.`);
  } finally {
    await store.value.close();
  }
}

async function openTarget({ work_dir: workDir, zk, zk_session_timeout: timeoutMs }: Values): Promise<Result<Store>> {
  if ((workDir === undefined) === (zk === undefined)) return err("Say where to write: either --work_dir or --zk");
  if (workDir !== undefined) return ok(await openLevelStore(workDir));
  const url = parseZooKeeperUrl(zk!);
  if (!url.ok) return url;
  const session = new Session({
    url: url.value, timeoutMs, pingsPerTimeout: 3, clock: createClock(), log: SILENT, onLost: () => {},
  });
  const store = createZooKeeperStore({ url: url.value, writer: `migrate ${process.pid}`, session: () => session });
  return ok({ ...store, close: async () => (await store.close(), await session.close()) });
}

/** One operation per entry: none depends on another. */
function differences(present: RegistryEntries, wanted: RegistryEntries): readonly (readonly RegistryWrite[])[] {
  const gone = [...present.keys()].filter((key) => !wanted.has(key)).map((key) => ({ key }));
  const changed = [...wanted].filter(([key, value]) => {
    const before = present.get(key);
    return before === undefined || Buffer.compare(before, value) !== 0;
  });
  return [...gone, ...changed.map(([key, value]) => ({ key, value }))].map((write) => [write]);
}

type Recovered = Extract<ReturnType<typeof recoverRegistry>, { ok: true }>["value"];

function describe({ master, missing }: ReadRegistry, known: Recovered): string {
  const counts = Object.entries({
    agents: known.agents.size, unreachable: known.unreachable.size, gone: known.gone.size,
    quotas: known.quotas.size, weights: known.weights.size, machines: known.machines.size,
    "maintenance windows": known.schedule?.windows?.length ?? 0,
  });
  const list = counts.map(([name, n]) => `${n} ${name}`).join(", ");
  const about = `Read the registry of ${master.pid} (version ${master.version}): ${list}`;
  return missing === undefined ? about : `${about}\n${missing}`;
}
