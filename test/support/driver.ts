/** A small scheduler driver of the old kind: libprocess messages, as libmesos speaks them (wire-v0 §5.4). */
import type { Call } from "../../src/model/gen/driver.ts";
import type { FrameworkID, FrameworkInfo, Offer, TaskStatus } from "../../src/model/gen/mesos.ts";
import { printUpid } from "../../src/model/upid.ts";
import type { Upid } from "../../src/model/upid.ts";
import { hmacMd5 } from "../../src/shell/auth/crammd5.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import { createRandom } from "../../src/shell/random.ts";
import type { TlsSettings } from "../../src/shell/tls/settings.ts";
import { keptLog } from "./kept-log.ts";

export interface DriverEvents {
  registered(id: FrameworkID): void;
  offers(offers: readonly Offer[]): void;
  /** Acknowledged already. */
  status(status: TaskStatus): void;
  error(message: string): void;
}

export interface Driver {
  /** A detector's news. It subscribes there, again and again until it is answered. */
  detected(master: Upid | undefined): void;
  call(call: Call): void;
  readonly connected: () => boolean;
  close(): Promise<void>;
}

const RETRY_MS = 500;

/** How it reaches a master that does not take everybody. */
export interface DriverProof {
  readonly tls?: TlsSettings | undefined;
  readonly credential?: { readonly principal: string; readonly secret: string };
}

const AUTHENTICATEE = "crammd5-authenticatee(1)";

export async function startDriver(info: FrameworkInfo, events: DriverEvents, proof: DriverProof = {}): Promise<Driver> {
  const { tls, credential } = proof;
  const actor = "scheduler-1";
  const door = await openFrontDoor({
    ip: "127.0.0.1", port: 0, hasActor: (id) => id === actor || id === AUTHENTICATEE, log: keptLog(), random: createRandom(), tls,
  });
  const { transport } = door;
  let master: Upid | undefined;
  let id: FrameworkID | undefined;
  let connected = false;
  let believed = credential === undefined;

  const call = (what: Call): void => {
    if (master === undefined) return;
    transport.send(actor, master, {
      name: "mesos.scheduler.Call", value: { ...what, ...(id === undefined ? {} : { framework_id: id }) },
    });
  };
  const subscribe = (): void => {
    if (master === undefined || connected) return;
    transport.link(master);
    if (!believed) {
      const pid = `${actor}@${transport.address.host}:${transport.address.port}`;
      return transport.send(AUTHENTICATEE, master, { name: "mesos.internal.AuthenticateMessage", value: { pid } });
    }
    call({ type: "SUBSCRIBE", subscribe: { framework_info: id === undefined ? info : { ...info, id } } });
  };
  const timer = setInterval(subscribe, RETRY_MS);

  transport.onExited((peer) => {
    if (master !== undefined && printUpid(peer) === printUpid(master)) connected = false;
  });
  transport.onMessage((from, _to, { name, value }) => {
    // What an old master says late is not for us.
    if (master === undefined || from.host !== master.host || from.port !== master.port) return;
    switch (name) {
      case "mesos.internal.AuthenticationMechanismsMessage":
        return transport.send(AUTHENTICATEE, from, {
          name: "mesos.internal.AuthenticationStartMessage", value: { mechanism: "CRAM-MD5", data: new Uint8Array() },
        });
      case "mesos.internal.AuthenticationStepMessage": {
        const { principal, secret } = credential!;
        const data = Buffer.from(`${principal} ${hmacMd5(secret, Buffer.from(value.data).toString())}`);
        return transport.send(AUTHENTICATEE, from, { name: "mesos.internal.AuthenticationStepMessage", value: { data } });
      }
      case "mesos.internal.AuthenticationCompletedMessage":
        believed = true;
        return subscribe();
      case "mesos.internal.AuthenticationFailedMessage":
        return events.error("authentication refused");
      case "mesos.internal.FrameworkRegisteredMessage":
      case "mesos.internal.FrameworkReregisteredMessage":
        id = value.framework_id;
        connected = true;
        return events.registered(id);
      case "mesos.internal.ResourceOffersMessage":
        return events.offers(value.offers ?? []);
      case "mesos.internal.StatusUpdateMessage": {
        const { status, uuid, agent_id } = value.update;
        if (value.pid !== undefined && value.pid !== "" && uuid !== undefined && uuid.length > 0 && agent_id !== undefined) {
          call({ type: "ACKNOWLEDGE", acknowledge: { agent_id, task_id: status.task_id, uuid } });
        }
        return events.status(status);
      }
      case "mesos.internal.FrameworkErrorMessage":
        return events.error(value.message);
    }
  });

  return {
    detected: (next) => {
      connected = false;
      master = next;
      subscribe();
    },
    call,
    connected: () => connected,
    close: async () => {
      clearInterval(timer);
      await door.close();
    },
  };
}
