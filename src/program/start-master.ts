/** Puts a master together: front door, store, allocator, core and the loop around them; and takes it apart again. */
import { createMaster, step } from "../master/master.ts";
import type { Master } from "../master/master.ts";
import type { FlightCore } from "../master/flight/flight.ts";
import type { MasterOptions } from "../master/options.ts";
import { afterBatch } from "../master/schedule.ts";
import type { MasterInfo } from "../model/gen/mesos.ts";
import type { Allocator } from "../allocator/allocator.ts";
import { ALLOW_ALL } from "../model/acl/authorizer.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { AlarmClock, Random } from "../ports.ts";
import { createHands } from "../shell/carry-out.ts";
import { createDrive } from "../shell/drive.ts";
import { openFrontDoor } from "../shell/http/front-door.ts";
import { openFlightRecord } from "../shell/flight/record.ts";
import type { FlightRecord } from "../shell/flight/record.ts";
import type { FrontDoor, HttpSide } from "../shell/http/front-door.ts";
import type { AdjustableLog } from "../shell/log.ts";
import { timed } from "../shell/readings.ts";
import { readTls } from "../shell/tls/settings.ts";
import { readMetricsInterval } from "../shell/turnstile.ts";
import { resolveAddress } from "./address.ts";
import { openCandidacy } from "./candidacy.ts";
import { doorOptions } from "./door-flags.ts";
import { openEngine } from "./engine.ts";
import { MASTER_LINKS, homePage } from "./home-page.ts";
import { masterOptions } from "./master-options.ts";
import type { MasterFlags } from "./master-options.ts";
import { createVerbosity } from "./logging-toggle.ts";
import { createProcessEndpoints } from "./process-endpoints.ts";
import { masterSecurity } from "./security.ts";
import { allotVersion } from "./version.ts";

export interface MasterSurroundings {
  readonly log: AdjustableLog;
  readonly clock: AlarmClock;
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
  /** How it is spoken to. */
  readonly scheme: "http" | "https";
  /** How many agents are registered and connected. */
  agents(): number;
  /** Resolves with why when it can no longer lead; not after `stop`. */
  readonly failed: Promise<Error>;
  /** Absent without --credentials. */
  readonly rereadCredentials: (() => void) | undefined;
  stop(): Promise<void>;
}

/**
 * Resolves when the master leads, or, with others (--zk), when it listens. An error is one line for the operator; nothing is
 * left open then.
 */
export async function startMaster(flags: MasterFlags, surroundings: MasterSurroundings): Promise<Result<RunningMaster>> {
  const { values } = flags;
  const { log, clock, random } = surroundings;
  const address = await resolveAddress(values, surroundings.env);
  if (!address.ok) return address;

  const security = masterSecurity(values, clock, log);
  if (!security.ok) return security;
  const tls = readTls(surroundings.env);
  if (!tls.ok) return tls;
  const metricsIntervalMs = readMetricsInterval(surroundings.env);
  if (!metricsIntervalMs.ok) return metricsIntervalMs;

  // Whoever comes while we are being put together waits until we are.
  let early: (() => void)[] | undefined = [];
  const whenReady = (act: () => void): void => void (early === undefined ? act() : early.push(act));
  let http: HttpSide | undefined;
  const door = await listen(address.value.listenIp, address.value.listenPort, {
    advertiseIp: address.value.advertiseIp,
    ...(address.value.advertisePort === undefined ? {} : { advertisePort: address.value.advertisePort }),
    hasActor: (id) => id === "master" || /^(?:slave-observer|crammd5-authenticator-session)\(\d+\)$/.test(id),
    http: {
      onRequest: (request) => whenReady(() => http?.onRequest(request)),
      onStreamClosed: (stream) => whenReady(() => http?.onStreamClosed(stream)),
    },
    ...doorOptions(values),
    log,
    random,
    tls: tls.value,
    requirePeerIp: /^(1|true)$/.test(surroundings.env["LIBPROCESS_REQUIRE_PEER_ADDRESS_IP_MATCH"] ?? ""),
  });
  if (!door.ok) return door;
  door.value.transport.onMessage((from, to, message, body) => {
    whenReady(() => drive.offer({ type: "message", from, to, message, ...(body !== undefined && { body }) }));
  });
  door.value.transport.onExited((peer) => whenReady(() => drive.offer({ type: "exited", peer })));
  const options = masterOptions(flags, { address: address.value, port: door.value.port, clock, random, security: security.value });
  if (!options.ok) {
    await door.value.close();
    return options;
  }
  const candidacy = await openCandidacy(values, options.value.id, clock, log);
  if (!candidacy.ok) {
    await door.value.close();
    return candidacy;
  }
  const { election } = candidacy.value;

  const engine = openEngine(options.value.allocator, surroundings.workers);
  const { store, kernel, readings } = timed(candidacy.value.store, engine.kernel);
  const piloted = pilot(options.value, engine.allocator, values, surroundings);
  if (!piloted.ok) {
    await door.value.close();
    await kernel.close();
    return piloted;
  }
  const { master, core, flight } = piloted.value;
  let ended = "the program was told to end";
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<Error>((resolve) => (fail = resolve));
  let stopping = false;
  const onFailed = (error: Error): void => {
    if (stopping) return;
    void drive.stop();
    ended = error.message;
    log.error({ error: error.stack ?? error.message }, "This master can no longer lead");
    fail(error);
  };
  const verbosity = createVerbosity(log);
  const hands = createHands({
    door: door.value, clock, kernel, log, offer: (event) => drive.offer(event), readings, onFailed,
    setVerbosity: verbosity.set, metricsIntervalMs: metricsIntervalMs.value,
  });
  const drive = createDrive({
    step: (event, nowMs, out) => core.step(event, nowMs, out),
    prepare: (nowMs, out) => flight?.prepare(nowMs, out) === true,
    afterBatch: (nowMs, out) => core.afterBatch(nowMs, out),
    clock,
    store,
    mayAct: election.mayAct,
    carryOut: hands.carryOut,
    onPressure: (high) => (high ? door.value.pause() : door.value.resume()),
    onFailed,
  });
  const ownAnswer = createProcessEndpoints({
    page: homePage({
      title: values.cluster === undefined ? "allot" : `allot: ${values.cluster}`,
      lead: `A master that allots the resources of a cluster to its frameworks. Version ${allotVersion()}.`,
      links: MASTER_LINKS,
    }),
    verbosity,
    authorizer: options.value.authorizer ?? ALLOW_ALL,
    log,
  });
  http = {
    onRequest: (asked) => {
      const admitted = security.value.admit(asked);
      if ("status" in admitted) return door.value.reply(asked.id, admitted);
      const { principal } = admitted;
      const request = principal === undefined ? asked : { ...asked, principal };
      const response = ownAnswer(request);
      if (response === undefined) drive.offer({ type: "request", request });
      else door.value.reply(request.id, response);
    },
    onStreamClosed: hands.onStreamClosed,
  };
  const waited = early;
  early = undefined;
  for (const act of waited) act();

  const stop = async (): Promise<void> => {
    stopping = true;
    await drive.stop();
    await election.resign();
    hands.close();
    await door.value.close();
    await kernel.close();
    await store.close();
    await flight?.close(ended);
  };
  const led = new Promise<void>((resolve) => {
    election.contend(master.info, {
      detected: (leader) => {
        const mismatch = otherRegion(leader, master.info);
        if (mismatch !== undefined) return onFailed(new Error(mismatch));
        drive.offer({ type: "detected", leader });
      },
      elected: () => {
        store.load().then((registry) => drive.lead(registry), onFailed).finally(resolve);
      },
      certain: () => drive.wake(),
      lost: (why) => onFailed(new Error(why)),
    });
  });
  if (values.zk === undefined) {
    const failure = await Promise.race([led, failed]);
    if (failure instanceof Error) {
      await stop();
      return err(failure.message);
    }
  } else {
    drive.standBy();
  }
  const { ip, port, hostname } = options.value;
  return ok({
    ip, port, hostname, scheme: tls.value === undefined ? "http" : "https",
    agents: () => [...master.agents.values()].filter(({ active }) => active).length,
    failed, rereadCredentials: security.value.rereadCredentials, stop,
  });
}

interface Piloted {
  readonly master: Master;
  /** What the loop calls: the master itself, or its flight recorder. */
  readonly core: Pick<FlightCore, "step" | "afterBatch">;
  readonly flight: FlightRecord | undefined;
}

/** A master, with a flight recorder between it and the loop if there is to be one. */
function pilot(
  options: MasterOptions, allocator: Allocator, values: MasterFlags["values"], { clock, log }: MasterSurroundings,
): Result<Piloted> {
  const { authorizer: _authorizer, crammd5, ...plain } = options;
  let asked = crammd5;
  const master = createMaster(crammd5 === undefined ? options : {
    ...options,
    crammd5: { challenge: () => asked!.challenge(), digest: (principal, challenge) => asked!.digest(principal, challenge) },
  }, allocator);
  const core: FlightCore = {
    master,
    step: (event, nowMs, out) => step(master, event, nowMs, out),
    afterBatch: (nowMs, out) => afterBatch(master, nowMs, out),
  };
  const { flight_record: directory, flight_record_size: mostBytes } = values;
  if (directory === undefined) return ok({ master, core, flight: undefined });
  const origin = { options: plain, acls: values.acls, hasCredentials: crammd5 !== undefined };
  const flight = openFlightRecord(core, origin, { directory, mostBytes, clock, log });
  if (!flight.ok) return flight;
  const { recorder } = flight.value;
  if (crammd5 !== undefined) asked = recorder.listening(crammd5);
  return ok({ master, core: recorder, flight: flight.value });
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

/** All masters of a cluster are in one region (REG-35). */
function otherRegion(leader: MasterInfo | undefined, own: MasterInfo): string | undefined {
  const [there, here] = [leader?.domain?.fault_domain?.region.name, own.domain?.fault_domain?.region.name];
  if (there === undefined || here === undefined || there === here) return undefined;
  return (
    `Leading master uses domain ${JSON.stringify(leader!.domain)}; this master is configured to use domain ` +
    `${JSON.stringify(own.domain)}; all masters in the same cluster must use the same region`
  );
}
