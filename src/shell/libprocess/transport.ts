/**
 * The outgoing side of the old wire (wire-v0.md 3), and the Transport port as the drivers see it. Per address (host:port):
 *
 *     link    one persistent connection, shared by all links to actors at that address; when it breaks, every linked actor
 *             gets one `exited` and the links are forgotten
 *     relink  a new persistent connection under the same links, without `exited`; what the old one still holds is lost
 *     send    over the persistent connection if there is one, else over a temporary one that is closed when drained
 *
 * Messages arrive through the front door (server.ts) and leave here as values through `onMessage`.
 */
import { MAX_PEERS } from "../../model/limits.ts";
import { printUpid, upidKey } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { Log, Transport } from "../../ports.ts";
import { decodeMessage, encodeMessageRequest } from "../../wire/v0/messages.ts";
import type { Message } from "../../wire/v0/messages.ts";
import type { TlsSettings } from "../tls/settings.ts";
import { Connection } from "./connection.ts";
import type { Incoming } from "./server.ts";

export interface TransportOptions {
  /** Our advertised address. */
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly tls?: TlsSettings | undefined;
}

export interface OwnedTransport {
  readonly transport: Transport;
  /** A message came in for one of our actors. */
  deliver(incoming: Incoming): void;
  /** Drops every connection, without events. */
  closeLinks(): void;
}

interface Peer {
  readonly host: string;
  readonly port: number;
  persistent: Connection | undefined;
  temporary: Connection | undefined;
  /** By text of the UPID. */
  readonly links: Map<string, Upid>;
  /** It is no longer among the peers: there may be another one in its place. */
  isForgotten: boolean;
}

export function createTransport({ host, port, log, tls }: TransportOptions): OwnedTransport {
  const peers = new Map<string, Peer>();
  let messageHandler: (from: Upid, toActor: string, message: Message, body?: Uint8Array) => void = () => {};
  let exitedHandler: (peer: Upid) => void = () => {};
  let closed = false;

  /** By the object itself: the same agent is told many things. */
  const known = new WeakMap<Upid, Peer>();
  const peerOf = (to: Upid): Peer => {
    const before = known.get(to);
    if (before !== undefined && !before.isForgotten) return before;
    const peer = findPeer(to);
    known.set(to, peer);
    return peer;
  };
  const findPeer = (to: Upid): Peer => {
    const key = `${to.host}:${to.port}`;
    let peer = peers.get(key);
    if (peer === undefined) {
      peer = { host: to.host, port: to.port, persistent: undefined, temporary: undefined, links: new Map(), isForgotten: false };
      peers.set(key, peer);
    }
    return peer;
  };
  const forgetIfIdle = (peer: Peer): void => {
    if (peer.persistent !== undefined || peer.temporary !== undefined) return;
    const key = `${peer.host}:${peer.port}`;
    if (peers.get(key) === peer) peers.delete(key);
    peer.isForgotten = true;
  };

  const openPersistent = (peer: Peer): Connection => {
    const connection: Connection = new Connection({
      host: peer.host,
      port: peer.port,
      tls,
      onDrained: () => {},
      onOver: (why) => {
        if (peer.persistent !== connection) return;
        peer.persistent = undefined;
        const linked = [...peer.links.values()];
        peer.links.clear();
        forgetIfIdle(peer);
        log.debug({ peer: `${peer.host}:${peer.port}`, why }, "A link broke");
        for (const upid of linked) exitedHandler(upid);
      },
    });
    return connection;
  };

  const openTemporary = (peer: Peer): Connection => {
    const over = (): void => {
      if (peer.temporary === connection) peer.temporary = undefined;
      forgetIfIdle(peer);
    };
    const connection: Connection = new Connection({
      host: peer.host,
      port: peer.port,
      tls,
      onDrained: () => {
        over();
        connection.close();
      },
      onOver: (why) => {
        log.debug({ peer: `${peer.host}:${peer.port}`, why }, "A message could not be delivered");
        over();
      },
    });
    return connection;
  };

  const transport: Transport = {
    address: { host, port },
    send(fromActor, to, message) {
      if (closed) return;
      if (peers.size >= MAX_PEERS && !peers.has(`${to.host}:${to.port}`)) {
        log.warn({ peer: printUpid(to), message: message.name }, "Too many peers: a message was dropped");
        return;
      }
      const peer = peerOf(to);
      const connection = peer.persistent ?? (peer.temporary ??= openTemporary(peer));
      connection.send(encodeMessageRequest({ id: fromActor, host, port }, to, message));
    },
    link(to) {
      if (closed) return;
      if (peers.size >= MAX_PEERS && !peers.has(`${to.host}:${to.port}`)) {
        log.warn({ peer: printUpid(to) }, "Too many peers: a link was refused");
        setImmediate(() => exitedHandler(to));
        return;
      }
      const peer = peerOf(to);
      peer.links.set(upidKey(to), to);
      peer.persistent ??= openPersistent(peer);
    },
    relink(to) {
      if (closed) return;
      const old = peers.get(`${to.host}:${to.port}`)?.persistent;
      if (old !== undefined) {
        const peer = peerOf(to);
        peer.persistent = openPersistent(peer);
        old.reset();
      }
      transport.link(to);
    },
    unlink(to) {
      const peer = peers.get(`${to.host}:${to.port}`);
      if (peer === undefined) return;
      peer.links.delete(printUpid(to));
      if (peer.links.size > 0) return;
      peer.persistent?.close();
      peer.persistent = undefined;
      forgetIfIdle(peer);
    },
    onMessage(handler) {
      messageHandler = handler;
    },
    onExited(handler) {
      exitedHandler = handler;
    },
  };

  return {
    transport,
    deliver: ({ from, to, name, body }) => {
      const decoded = decodeMessage(name, body);
      if (decoded === undefined) {
        log.debug({ from: printUpid(from), message: name }, "A message nobody knows was dropped");
      } else if (!decoded.ok) {
        log.warn({ from: printUpid(from), message: name, error: decoded.error }, "A malformed message was dropped");
      } else {
        messageHandler(from, to, decoded.value, body);
      }
    },
    closeLinks: () => {
      closed = true;
      for (const peer of peers.values()) {
        peer.persistent?.destroy();
        peer.temporary?.destroy();
      }
      peers.clear();
    },
  };
}
