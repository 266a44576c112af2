/**
 * How a master comes to lead, and where its registry is, from its flags: alone with its disk, or with others and
 * ZooKeeper.
 */
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Clock, Election, Log, Store } from "../ports.ts";
import { createStandaloneElection } from "../shell/election/standalone.ts";
import { createZooKeeperElection } from "../shell/election/zookeeper.ts";
import { createMemoryStore } from "../shell/store/memory.ts";
import { createZooKeeperStore } from "../shell/store/zookeeper.ts";
import { parseZooKeeperUrl } from "../shell/zookeeper/url.ts";
import type { MasterFlags } from "./master-options.ts";

type Values = MasterFlags["values"];

export interface Candidacy {
  readonly election: Election;
  readonly store: Store;
}

/** An error is one line for the operator. */
export async function openCandidacy(
  values: Values, masterId: string, clock: Clock, log: Log,
): Promise<Result<Candidacy>> {
  if (values.zk === undefined) {
    const store = await openStore(values);
    return store.ok ? ok({ election: createStandaloneElection(), store: patient(store.value, values) }) : store;
  }
  const url = parseZooKeeperUrl(values.zk);
  if (!url.ok) return url;
  const election = createZooKeeperElection({ url: url.value, timeoutMs: values.zk_session_timeout, clock, log });
  if (values.registry === "in_memory") return ok({ election, store: createMemoryStore() });
  if (!["replicated_log", "log_storage", "zookeeper"].includes(values.registry)) return err(unknownRegistry(values));
  const store = createZooKeeperStore({ url: url.value, writer: masterId, session: () => election.session() });
  return ok({ election, store: patient(store, values) });
}

async function openStore(values: Values): Promise<Result<Store>> {
  switch (values.registry) {
    case "in_memory":
      return ok(createMemoryStore());
    case "replicated_log":
    case "log_storage": {
      if (values.work_dir === undefined) return err("--work_dir needed for replicated log based registry");
      const { openLevelStore } = await import("../shell/store/level.ts");
      try {
        return ok(await openLevelStore(values.work_dir));
      } catch (error) {
        return err((error as Error).message);
      }
    }
    case "zookeeper":
      return err("--registry=zookeeper needs --zk: the ZooKeeper URL");
    default:
      return err(unknownRegistry(values));
  }
}

function unknownRegistry({ registry }: Values): string {
  return `'${registry}' is not a supported option for registry persistence`;
}

/** A store that gives up after --registry_fetch_timeout and --registry_store_timeout. */
function patient(store: Store, values: Values): Store {
  const late = (what: string, flag: string): string => `${what} the registry took longer than --${flag}`;
  const { registry_fetch_timeout: fetchMs, registry_store_timeout: storeMs } = values;
  return {
    load: () => within(store.load(), fetchMs, late("Reading", "registry_fetch_timeout")),
    apply: (batch) => within(store.apply(batch), storeMs, late("Writing", "registry_store_timeout")),
    close: () => store.close(),
  };
}

async function within<T>(work: Promise<T>, timeoutMs: number, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
