import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { MAX_PEER_QUEUE_BYTES } from "../../src/model/limits.ts";
import { printUpid } from "../../src/model/upid.ts";
import type { Upid } from "../../src/model/upid.ts";
import { openFrontDoor } from "../../src/shell/http/front-door.ts";
import { createTransport } from "../../src/shell/libprocess/transport.ts";
import type { OwnedTransport } from "../../src/shell/libprocess/transport.ts";
import { createRandom } from "../../src/shell/random.ts";
import type { Message } from "../../src/wire/v0/messages.ts";
import { keptLog } from "../support/kept-log.ts";

/** A peer that keeps what each of its connections received. */
interface Peer {
  readonly port: number;
  readonly server: Server;
  readonly connections: { readonly socket: Socket; text: string; ended: boolean }[];
}

const ping: Message = { name: "mesos.internal.PingSlaveMessage", value: { connected: true } };
const shutdown = (message: string): Message => ({ name: "mesos.internal.ShutdownMessage", value: { message } });

describe("the transport of libprocess messages", () => {
  const cleanUps: (() => void)[] = [];
  afterEach(() => cleanUps.splice(0).forEach((cleanUp) => cleanUp()));

  async function peer(port = 0): Promise<Peer> {
    const connections: Peer["connections"] = [];
    const server = createServer((socket) => {
      const connection = { socket, text: "", ended: false };
      connections.push(connection);
      socket.on("data", (bytes) => (connection.text += bytes.toString("latin1")));
      socket.on("end", () => (connection.ended = true));
      socket.on("error", () => {});
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    cleanUps.push(() => {
      server.close();
      for (const { socket } of connections) socket.destroy();
    });
    return { port: (server.address() as { port: number }).port, server, connections };
  }
  function ours(): OwnedTransport & { exited: string[] } {
    const owned = createTransport({ host: "127.0.0.1", port: 5050, log: keptLog() });
    cleanUps.push(owned.closeLinks);
    const exited: string[] = [];
    owned.transport.onExited((upid) => exited.push(printUpid(upid)));
    return { ...owned, exited };
  }
  const at = (id: string, port: number): Upid => ({ id, host: "127.0.0.1", port });
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it("writes a message as libprocess does, over a temporary connection that it closes when drained", async () => {
    const to = await peer();
    const { transport, exited } = ours();
    transport.send("master", at("slave(1)", to.port), ping);
    await expect.poll(() => to.connections[0]?.ended).toBe(true);
    expect(to.connections[0]!.text).toBe(
      "POST /slave(1)/mesos.internal.PingSlaveMessage HTTP/1.1\r\n" +
        "User-Agent: libprocess/master@127.0.0.1:5050\r\nLibprocess-From: master@127.0.0.1:5050\r\n" +
        `Connection: Keep-Alive\r\nHost: 127.0.0.1:${to.port}\r\nTransfer-Encoding: chunked\r\n\r\n` +
        "2\r\n\x08\x01\r\n0\r\n\r\n",
    );
    expect(exited).toEqual([]);
  });

  it("sends everything for a linked address over the one link, in order, and keeps it open", async () => {
    const to = await peer();
    const { transport } = ours();
    transport.link(at("slave(1)", to.port));
    transport.link(at("slave(1)", to.port));
    transport.link(at("scheduler-1", to.port));
    for (let n = 0; n < 500; n++) transport.send("master", at("slave(1)", to.port), shutdown(`number ${n}.`));
    await expect.poll(() => to.connections[0]?.text).toContain("number 499.");
    const numbers = [...to.connections[0]!.text.matchAll(/number (\d+)\./g)].map(([, number]) => Number(number));
    expect(numbers).toEqual([...Array(500).keys()]);
    await pause(50);
    expect(to.connections.map(({ ended }) => ended)).toEqual([false]);
  });

  it("says exited once per linked actor when the peer dies, and forgets the links", async () => {
    const to = await peer();
    const { transport, exited } = ours();
    transport.link(at("slave(1)", to.port));
    transport.link(at("scheduler-1", to.port));
    await expect.poll(() => to.connections.length).toBe(1);
    to.connections[0]!.socket.destroy();
    await expect.poll(() => exited.length).toBe(2);
    expect([...exited].sort()).toEqual([`scheduler-1@127.0.0.1:${to.port}`, `slave(1)@127.0.0.1:${to.port}`]);
    transport.send("master", at("slave(1)", to.port), ping);
    await expect.poll(() => to.connections[1]?.ended).toBe(true);
    expect(exited.length, "the second connection was a temporary one").toBe(2);
  });

  it("says exited when nobody listens there, never from within link", async () => {
    const gone = await peer();
    gone.server.close();
    const { transport, exited } = ours();
    transport.link(at("slave(1)", gone.port));
    expect(exited).toEqual([]);
    await expect.poll(() => exited).toEqual([`slave(1)@127.0.0.1:${gone.port}`]);
  });

  it("relinks without an exited event and goes on over the new connection", async () => {
    const to = await peer();
    const { transport, exited } = ours();
    transport.link(at("slave(1)", to.port));
    transport.send("master", at("slave(1)", to.port), shutdown("before"));
    await expect.poll(() => to.connections[0]?.text).toContain("before");
    transport.relink(at("slave(1)", to.port));
    transport.send("master", at("slave(1)", to.port), shutdown("after"));
    await expect.poll(() => to.connections[1]?.text).toContain("after");
    await expect.poll(() => to.connections[0]?.socket.destroyed).toBe(true); // what it still held must not come late
    expect(exited).toEqual([]);
    to.connections[1]!.socket.destroy();
    await expect.poll(() => exited).toEqual([`slave(1)@127.0.0.1:${to.port}`]);
  });

  it("relinking an address that was not linked links it", async () => {
    const to = await peer();
    const { transport, exited } = ours();
    transport.relink(at("slave(1)", to.port));
    await expect.poll(() => to.connections.length).toBe(1);
    to.connections[0]!.socket.destroy();
    await expect.poll(() => exited.length).toBe(1);
  });

  it("keeps a link while one of its actors is still linked", async () => {
    const to = await peer();
    const { transport, exited } = ours();
    transport.link(at("slave(1)", to.port));
    transport.link(at("scheduler-1", to.port));
    await expect.poll(() => to.connections.length).toBe(1);
    transport.unlink(at("slave(1)", to.port));
    await pause(30);
    expect(to.connections[0]!.ended).toBe(false);
    transport.unlink(at("scheduler-1", to.port));
    await expect.poll(() => to.connections[0]!.ended).toBe(true);
    expect(exited).toEqual([]);
  });

  it("resolves names", async () => {
    const to = await peer();
    const { transport } = ours();
    transport.send("master", { id: "slave(1)", host: "localhost", port: to.port }, ping);
    await expect.poll(() => to.connections[0]?.text).toContain(`Host: localhost:${to.port}`);
  });

  it("gives a peer up that does not read, with a bound on what waits for it", async () => {
    const to = await peer();
    to.server.on("connection", (socket) => socket.pause());
    const { transport, exited } = ours();
    transport.link(at("slave(1)", to.port));
    await expect.poll(() => to.connections.length).toBe(1);
    const mebibyte = shutdown("x".repeat(1 << 20));
    let sent = 0;
    while (exited.length === 0 && sent < 4 * MAX_PEER_QUEUE_BYTES) {
      for (let n = 0; n < 8; n++) transport.send("master", at("slave(1)", to.port), mebibyte);
      sent += 8 << 20;
      await pause(1);
    }
    expect(exited).toEqual([`slave(1)@127.0.0.1:${to.port}`]);
    expect(sent).toBeLessThan(2 * MAX_PEER_QUEUE_BYTES);
  });

  it("two processes talk: a message in each direction, over connections of their own", async () => {
    const said: string[] = [];
    const doors = await Promise.all(["master", "slave(1)"].map(async (actor) => {
      const door = await openFrontDoor({
        ip: "127.0.0.1", port: 0, hasActor: (id) => id === actor, log: keptLog(), random: createRandom(),
      });
      cleanUps.push(() => void door.close());
      return door;
    }));
    const [master, agent] = [doors[0]!, doors[1]!];
    agent.transport.onMessage((from, to, message) => {
      said.push(`${to} got ${message.name} from ${printUpid(from)}`);
      agent.transport.send("slave(1)", from, { name: "mesos.internal.PongSlaveMessage", value: {} });
    });
    master.transport.onMessage((from, to, message) => said.push(`${to} got ${message.name} from ${printUpid(from)}`));
    master.transport.send("master", at("slave(1)", agent.port), ping);
    await expect.poll(() => said).toEqual([
      `slave(1) got mesos.internal.PingSlaveMessage from master@127.0.0.1:${master.port}`,
      `master got mesos.internal.PongSlaveMessage from slave(1)@127.0.0.1:${agent.port}`,
    ]);
  });
});
