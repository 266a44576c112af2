/** Puts a master together: front door, store, allocator, core and the loop around them; and takes it apart again. */
import { createMaster, step } from "../master/master.ts";
import { afterBatch } from "../master/schedule.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Clock, Random, Store } from "../ports.ts";
import { createHands } from "../shell/carry-out.ts";
import { createDrive } from "../shell/drive.ts";
import { createStandaloneElection } from "../shell/election/standalone.ts";
import { openFrontDoor } from "../shell/http/front-door.ts";
import type { FrontDoor, HttpSide } from "../shell/http/front-door.ts";
import type { AdjustableLog } from "../shell/log.ts";
import { timed } from "../shell/readings.ts";
import { createMemoryStore } from "../shell/store/memory.ts";
import { resolveAddress } from "./address.ts";
import { openEngine } from "./engine.ts";
import { MASTER_LINKS, homePage } from "./home-page.ts";
import { disabledEndpoints } from "./master-flags.ts";
import { masterOptions } from "./master-options.ts";
import type { MasterFlags } from "./master-options.ts";
import { createProcessEndpoints } from "./process-endpoints.ts";
import { allotVersion } from "./version.ts";

export interface MasterSurroundings {
  readonly log: AdjustableLog;
  readonly clock: Clock;
  readonly random: Random;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Threads for the allocator; 0 runs it in ours. */
  readonly workers: number;
}

export interface RunningMaster {
  /** As others reach it. */
  readonly ip: string;
  readonly port: number;
  readonly hostname: string;
  /** Resolves with why when it can no longer lead; not after `stop`. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

/** Resolves when the master leads. An error is one line for the operator; nothing is left open then. */
export async function startMaster(flags: MasterFlags, surroundings: MasterSurroundings): Promise<Result<RunningMaster>> {
  const { values } = flags;
  const { log, clock, random } = surroundings;
  const address = await resolveAddress(values, surroundings.env);
  if (!address.ok) return address;
  const opened = await openStore(values);
  if (!opened.ok) return opened;

  let http: HttpSide | undefined;
  const door = await listen(address.value.listenIp, address.value.listenPort, {
    advertiseIp: address.value.advertiseIp,
    ...(address.value.advertisePort === undefined ? {} : { advertisePort: address.value.advertisePort }),
    hasActor: (id) => id === "master" || /^slave-observer\(\d+\)$/.test(id),
    http: {
      onRequest: (request) => http?.onRequest(request),
      onStreamClosed: (stream) => http?.onStreamClosed(stream),
    },
    log,
    random,
    requirePeerIp: /^(1|true)$/.test(surroundings.env["LIBPROCESS_REQUIRE_PEER_ADDRESS_IP_MATCH"] ?? ""),
  });
  if (!door.ok) {
    await opened.value.close();
    return door;
  }
  const options = masterOptions(flags, { address: address.value, port: door.value.port, clock, random });
  if (!options.ok) {
    await door.value.close();
    await opened.value.close();
    return options;
  }

  const engine = openEngine(options.value.allocator, surroundings.workers);
  const { store, kernel, readings } = timed(opened.value, engine.kernel);
  const master = createMaster(options.value, engine.allocator);
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<Error>((resolve) => (fail = resolve));
  let stopping = false;
  const onFailed = (error: Error): void => {
    if (stopping) return;
    log.error({ error: error.stack ?? error.message }, "This master can no longer lead");
    fail(error);
  };
  const hands = createHands({ door: door.value, clock, kernel, log, offer: (event) => drive.offer(event), readings, onFailed });
  const drive = createDrive({
    step: (event, nowMs, out) => step(master, event, nowMs, out),
    afterBatch: (nowMs, out) => afterBatch(master, nowMs, out),
    clock,
    store,
    carryOut: hands.carryOut,
    onPressure: (high) => (high ? door.value.pause() : door.value.resume()),
    onFailed,
  });
  door.value.transport.onMessage((from, to, message) => drive.offer({ type: "message", from, to, message }));
  door.value.transport.onExited((peer) => drive.offer({ type: "exited", peer }));
  const ownAnswer = createProcessEndpoints({
    page: homePage({
      title: values.cluster === undefined ? "allot" : `allot: ${values.cluster}`,
      lead: `A master that allots the resources of a cluster to its frameworks. Version ${allotVersion()}.`,
      links: MASTER_LINKS,
    }),
    disabled: disabledEndpoints(values.firewall_rules) ?? [],
    actor: "master",
    log,
  });
  http = {
    onRequest: (request) => {
      const response = ownAnswer(request);
      if (response === undefined) drive.offer({ type: "request", request });
      else door.value.reply(request.id, response);
    },
    onStreamClosed: hands.onStreamClosed,
  };

  const stop = async (): Promise<void> => {
    stopping = true;
    await drive.stop();
    hands.close();
    await door.value.close();
    await kernel.close();
    await store.close();
  };
  const election = createStandaloneElection();
  await election.contend((why) => onFailed(new Error(why)));
  try {
    drive.lead(await store.load());
  } catch (error) {
    await stop();
    return err((error as Error).message);
  }
  const { ip, port, hostname } = options.value;
  return ok({ ip, port, hostname, failed, stop });
}

async function openStore(values: MasterFlags["values"]): Promise<Result<Store>> {
  switch (values.registry) {
    case "in_memory":
      return ok(createMemoryStore());
    case "replicated_log":
    case "log_storage": {
      if (values.work_dir === undefined) return err("--work_dir needed for replicated log based registry");
      const { openLevelStore } = await import("../shell/store/level.ts");
      try {
        return ok(patient(await openLevelStore(values.work_dir), values));
      } catch (error) {
        return err((error as Error).message);
      }
    }
    default:
      return err(`'${values.registry}' is not a supported option for registry persistence`);
  }
}

/** A store that gives up after --registry_fetch_timeout and --registry_store_timeout. */
function patient(store: Store, values: MasterFlags["values"]): Store {
  return {
    load: () => within(store.load(), values.registry_fetch_timeout, "Reading the registry took longer than --registry_fetch_timeout"),
    apply: (batch) =>
      within(store.apply(batch), values.registry_store_timeout, "Writing the registry took longer than --registry_store_timeout"),
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

async function listen(
  ip: string,
  port: number,
  rest: Omit<Parameters<typeof openFrontDoor>[0], "ip" | "port">,
): Promise<Result<FrontDoor>> {
  try {
    return ok(await openFrontDoor({ ip, port, ...rest }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      return err(`Port ${port} at ${ip} is taken: stop what listens there, or choose another with --port`);
    }
    if (code === "EADDRNOTAVAIL") return err(`The address ${ip} is not one of this machine: choose another with --ip`);
    if (code === "EACCES") return err(`Port ${port} may not be used by this user: choose one above 1023 with --port`);
    return err(`Cannot listen at ${ip}:${port}: ${message}`);
  }
}
