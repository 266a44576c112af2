/**
 * libprocess between hosts (wire-v0 §3), with the rules of the real transport: per address one persistent connection shared by
 * all links, one `exited` per linked actor when it breaks, temporary connections for everything else.
 */
import { sameUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { Message } from "../wire/v0/messages.ts";
import type { Connection, Host } from "./network.ts";
import type { Parcel } from "./parcel.ts";
import { messageName, messageText } from "./spoken.ts";
import { Still } from "./still.ts";
import { subjectOf } from "./workers.ts";
import type { World } from "./world.ts";

interface Peer {
  readonly port: number;
  readonly address: string;
  persistent: Connection | undefined;
  temporary: Connection | undefined;
  readonly links: Upid[];
}

export class SimTransport {
  private readonly world: World;
  private readonly host: Host;
  private readonly self: { readonly host: string; readonly port: number };
  private readonly onExited: (peer: Upid) => void;
  /** By host. */
  private peers = new Map<string, Peer[]>();
  /** Persistent connections, by the very object that was linked: whoever is spoken to often is found at once. */
  private linked = new Map<Upid, Connection>();
  /** Persistent connections on which nothing moves. */
  private still = new Still();
  /** To whom something was said that goes to many, and which hosts they are. */
  private many: readonly Upid[] = [];
  private readonly hosts: number[] = [];

  constructor(world: World, host: Host, self: { host: string; port: number }, onExited: (peer: Upid) => void) {
    this.world = world;
    this.host = host;
    this.self = self;
    this.onExited = onExited;
  }

  send(fromActor: string, to: Upid, message: Message): void {
    const parcel = this.pack(fromActor, to.id, message);
    const linked = this.linked.get(to);
    if (linked !== undefined) return linked.send(0, parcel);
    const peer = this.peerOf(to);
    if (peer.persistent !== undefined) return peer.persistent.send(0, parcel);
    // A temporary connection is closed as soon as it has nothing to send: the next message opens another one.
    if (peer.temporary === undefined || peer.temporary.queued(0) === 0) {
      peer.temporary?.close(0);
      peer.temporary = this.open(peer, "temporary");
    }
    peer.temporary.send(0, parcel);
  }

  /**
   * To one after the other. Those it means nothing to, and to whom it would come at once, have heard it together: a large
   * cluster has ten million of these when a master begins to lead.
   */
  broadcast(fromActor: string, to: readonly Upid[], message: Message): void {
    const { still, world } = this;
    const subject = subjectOf(message);
    still.keep(world.network.obstacles);
    for (const { number } of subject === undefined ? [] : world.workers.of(subject)) still.delete(number);
    const hosts = this.hostsOf(to);
    let told = 0;
    for (let i = 0; i < to.length; i++) {
      if (subject !== undefined && still.has(hosts[i]!)) told++;
      else this.send(fromActor, to[i]!, message);
    }
    if (told === 0) return;
    const parcel = this.pack(fromActor, to[0]!.id, message);
    world.agenda.steps += told;
    world.heard(this.host, { name: `${told} agents`, number: told }, messageName(parcel.message), () => messageText(parcel.message));
  }

  link(to: Upid): void {
    const peer = this.peerOf(to);
    this.dropLink(peer, to);
    peer.links.push(to);
    peer.persistent ??= this.open(peer, "persistent");
    this.linked.set(to, peer.persistent);
  }

  relink(to: Upid): void {
    const peer = this.peerOf(to);
    const old = peer.persistent;
    if (old !== undefined) {
      peer.persistent = this.open(peer, "persistent");
      for (const upid of peer.links) this.linked.set(upid, peer.persistent);
      old.reset(0);
    }
    this.link(to);
  }

  unlink(to: Upid): void {
    const peer = this.peerOf(to);
    this.dropLink(peer, to);
    if (peer.links.length > 0) return;
    peer.persistent?.close(0);
    peer.persistent = undefined;
  }

  /** Somebody in between drops all persistent connections. */
  cut(): void {
    for (const peers of this.peers.values()) for (const { persistent } of peers) persistent?.break();
  }

  /** The program is gone, and all its connections (the network knows). */
  forget(): void {
    this.peers = new Map();
    this.linked = new Map();
    this.still = new Still();
  }

  private pack(fromActor: string, to: string, message: Message): Parcel {
    const { host, port } = this.self;
    return this.world.packer.pack(this.host.name, { id: fromActor, host, port }, to, message);
  }

  private dropLink({ links }: Peer, to: Upid): void {
    const at = links.findIndex((upid) => sameUpid(upid, to));
    if (at < 0) return;
    this.linked.delete(links[at]!);
    links.splice(at, 1);
  }

  /** Their numbers. Who comes is the last of them, so most stand where they stood. */
  private hostsOf(to: readonly Upid[]): readonly number[] {
    const { many: before, hosts, world: { network } } = this;
    for (let i = to === before ? to.length : 0; i < to.length; i++) {
      const upid = to[i]!;
      if (upid !== before[i]) hosts[i] = network.hostAt(`${upid.host}:${upid.port}`).number;
    }
    this.many = to;
    return hosts;
  }

  private peerOf({ host, port }: Upid): Peer {
    const peers = this.peers.get(host);
    const known = peers?.find((peer) => peer.port === port);
    if (known !== undefined) return known;
    const peer: Peer = { port, address: `${host}:${port}`, persistent: undefined, temporary: undefined, links: [] };
    if (peers === undefined) this.peers.set(host, [peer]);
    else peers.push(peer);
    return peer;
  }

  private open(peer: Peer, kind: "persistent" | "temporary"): Connection {
    const connection: Connection = this.world.network.connect(this.host, peer.address, {
      ...(kind === "persistent" && { still: this.still }),
      receive() {},
      onOver: () => {
        if (peer[kind] !== connection) return;
        peer[kind] = undefined;
        if (kind === "temporary") return;
        const linked = peer.links.splice(0);
        for (const upid of linked) this.linked.delete(upid);
        for (const upid of linked) this.onExited(upid);
      },
    });
    return connection;
  }
}
