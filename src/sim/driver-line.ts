/**
 * The connection of an old driver to its master: libprocess messages both ways, most of them one that carries a call (wire-v0
 * §5.4). As with the real one it is only said to be subscribed when the master's word has come; it asks until then; a broken
 * link it does not notice, and a word of error ends it.
 */
import type { MasterInfo } from "../model/gen/mesos.ts";
import { parseUpid, sameUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { SchedulerCall, SchedulerEvent } from "../wire/v1/scheduler.ts";
import type { Entry } from "./agenda.ts";
import type { Chance } from "./chance.ts";
import { eventOf } from "./driver-events.ts";
import type { Connection, Host } from "./network.ts";
import type { SchedulerConnection } from "./scheduler-line.ts";
import { SimTransport } from "./transport.ts";
import type { Parcel } from "./parcel.ts";
import type { World } from "./world.ts";

const RETRY_MS = 2_000;
const RETRY_MAX_MS = 60_000;

export class DriverLine implements SchedulerConnection {
  isOpen = false;
  peer: Host | undefined;
  private readonly world: World;
  private readonly chance: Chance;
  private readonly transport: SimTransport;
  private readonly onEvent: (event: SchedulerEvent) => void;
  private master: Upid | undefined;
  private asking: Entry | undefined;
  /** Each process has an actor of its own. */
  private actor = "";
  /** This process has not been heard by any master yet: it takes over from an earlier one. */
  private isNew = true;

  constructor(world: World, host: Host, chance: Chance, onEvent: (event: SchedulerEvent) => void) {
    this.world = world;
    this.chance = chance;
    this.onEvent = onEvent;
    const [ip = "", port = ""] = (host.address ?? "").split(":");
    this.transport = new SimTransport(world, host, { host: ip, port: Number(port) }, () => {});
  }

  subscribe(master: MasterInfo, call: SchedulerCall): void {
    this.close();
    const pid = parseUpid(master.pid ?? "");
    if (!pid.ok) return;
    this.master = pid.value;
    if (this.actor === "") this.actor = `scheduler-${this.chance.uuid()}`;
    this.ask(call, RETRY_MS);
  }

  call(call: SchedulerCall): void {
    if (this.isOpen) this.send(call);
  }

  /** A message for this host. */
  receive(connection: Connection, { from, to, message }: Parcel): void {
    const event = eventOf(message);
    const isFromMaster = this.master !== undefined && sameUpid(from, this.master);
    if (to !== this.actor || !isFromMaster || event === undefined) return;
    this.peer = connection.opener;
    if (event.type === "SUBSCRIBED") {
      this.isOpen = true;
      this.isNew = false;
      this.world.agenda.callOff(this.asking);
    }
    this.onEvent(event);
  }

  /** Somebody between us and the master drops the connection. */
  cut(): void {
    this.transport.cut();
  }

  /** It has one connection for everything: a driver that does not read does not answer pings of its supervisor either. */
  setReading(): void {}

  close(): void {
    this.isOpen = false;
    this.world.agenda.callOff(this.asking);
  }

  forget(): void {
    this.close();
    this.transport.forget();
    this.actor = "";
    this.isNew = true;
  }

  private ask(call: SchedulerCall, retryMs: number): void {
    this.transport.link(this.master!);
    const force = this.isNew && call.framework_id !== undefined;
    this.send({ ...call, subscribe: { ...call.subscribe!, force } } as SchedulerCall);
    const nextMs = Math.min(retryMs * 2, RETRY_MAX_MS);
    this.asking = this.world.agenda.after(this.chance.fraction() * retryMs, () => this.ask(call, nextMs));
  }

  private send(call: SchedulerCall): void {
    this.transport.send(this.actor, this.master!, { name: "mesos.scheduler.Call", value: call });
  }
}
