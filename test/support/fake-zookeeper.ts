/**
 * A ZooKeeper of one or more servers in this process that share one tree: enough of it for elections and the registry,
 * with the faults that real ones have only when they want. What real servers say is tested in test/ha.
 */
import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { JuteReader, JuteWriter } from "../../src/shell/zookeeper/jute.ts";
import type { ZooKeeperUrl } from "../../src/shell/zookeeper/url.ts";

interface Node {
  data: Uint8Array;
  version: number;
  readonly owner: bigint;
  children: number;
  readonly acl: string;
}
interface Session {
  readonly timeoutMs: number;
  heardAtMs: number;
  socket: Socket | undefined;
}
interface FakeServer {
  /** Cut off from the others: pings and reads are answered, writes are not. */
  isCutOff: boolean;
  readonly server: Server;
  readonly sockets: Set<Socket>;
  silent: boolean;
}

const OK = 0;
const NO_NODE = -101;
const BAD_VERSION = -103;
const NODE_EXISTS = -110;

export class FakeZooKeeper {
  readonly nodes = new Map<string, Node>([["/", { data: new Uint8Array(), version: 0, owner: 0n, children: 0, acl: "" }]]);
  readonly #servers: FakeServer[] = [];
  readonly #sessions = new Map<bigint, Session>();
  readonly #watches = new Map<string, Set<Socket>>();
  readonly #timer: NodeJS.Timeout;
  #lastSession = 0n;
  #zxid = 0n;
  /** What becomes of the next multi: its answer is lost with the connection, after or before it was done. */
  loseMulti: "done" | "not done" | undefined;

  constructor() {
    this.#timer = setInterval(() => this.#expire(), 10);
  }

  static async start(size = 1): Promise<FakeZooKeeper> {
    const fake = new FakeZooKeeper();
    for (let n = 0; n < size; n++) await fake.#listen();
    return fake;
  }

  url(path = "/mesos", credentials?: string): ZooKeeperUrl {
    const servers = this.#servers.map(({ server }) => ({ host: "127.0.0.1", port: (server.address() as AddressInfo).port }));
    return { servers, path, credentials };
  }

  children(path: string): string[] {
    const prefix = path === "/" ? "/" : `${path}/`;
    return [...this.nodes.keys()].filter((each) => each.startsWith(prefix) && each !== path && !each.slice(prefix.length).includes("/")).map((each) => each.slice(prefix.length));
  }

  text(path: string): string | undefined {
    const node = this.nodes.get(path);
    return node === undefined ? undefined : new TextDecoder().decode(node.data);
  }

  /** The server takes connections and bytes, and answers nothing. */
  silence(index: number, silent: boolean): void {
    const server = this.#servers[index]!;
    server.silent = silent;
    for (const socket of server.sockets) {
      if (silent) socket.pause();
      else socket.resume();
    }
  }

  cutOff(index: number, isCutOff: boolean): void {
    this.#servers[index]!.isCutOff = isCutOff;
  }

  /** Servers that have connections. */
  inUse(): number[] {
    return this.#servers.flatMap(({ sockets }, index) => (sockets.size > 0 ? [index] : []));
  }

  dropConnections(): void {
    for (const { sockets } of this.#servers) for (const socket of sockets) socket.destroy();
  }

  /** Sessions end, as if their clients had not been heard. */
  expireSessions(): void {
    for (const id of this.#sessions.keys()) this.#endSession(id);
  }

  remove(path: string): void {
    if (this.nodes.delete(path)) this.#changed(path);
  }

  close(): void {
    clearInterval(this.#timer);
    this.dropConnections();
    for (const { server } of this.#servers) server.close();
  }

  async #listen(): Promise<void> {
    const fake: FakeServer = { isCutOff: false, sockets: new Set(), silent: false, server: createServer((socket) => this.#accept(fake, socket)) };
    await new Promise<void>((done) => fake.server.listen(0, "127.0.0.1", done));
    this.#servers.push(fake);
  }

  #accept(server: FakeServer, socket: Socket): void {
    let bytes = Buffer.alloc(0);
    let session = 0n;
    server.sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      server.sockets.delete(socket);
      for (const sockets of this.#watches.values()) sockets.delete(socket);
    });
    socket.on("data", (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= 4 && bytes.length >= 4 + bytes.readInt32BE()) {
        const packet = bytes.subarray(4, 4 + bytes.readInt32BE());
        bytes = bytes.subarray(4 + packet.length);
        if (session === 0n) session = this.#greet(socket, new JuteReader(packet));
        else this.#serve(server, socket, session, new JuteReader(packet));
      }
    });
    if (server.silent) socket.pause();
  }

  #greet(socket: Socket, from: JuteReader): bigint {
    from.int();
    from.long();
    const timeoutMs = from.int();
    const asked = from.long();
    const id = asked === 0n ? ++this.#lastSession : asked;
    if (asked === 0n) this.#sessions.set(id, { timeoutMs, heardAtMs: performance.now(), socket });
    const known = this.#sessions.get(id);
    socket.write(new JuteWriter().int(0).int(known === undefined ? 0 : known.timeoutMs).long(id).buffer(new Uint8Array(16)).packet());
    if (known !== undefined) Object.assign(known, { heardAtMs: performance.now(), socket });
    return id;
  }

  #serve({ isCutOff }: FakeServer, socket: Socket, id: bigint, from: JuteReader): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return void socket.destroy();
    session.heardAtMs = performance.now();
    const xid = from.int();
    const type = from.int();
    if (isCutOff && [1, 2, 5, 14].includes(type)) return;
    const answer = (code: number, body?: (to: JuteWriter) => void): void => {
      const to = new JuteWriter().int(xid).long(this.#zxid).int(code);
      if (code === OK) body?.(to);
      socket.write(to.packet());
    };
    switch (type) {
      case 1: {
        const [code, path] = this.#create(from, id);
        return answer(code, (to) => to.text(path));
      }
      case 2:
        return answer(this.#delete(from));
      case 3: {
        const node = this.nodes.get(from.text());
        return answer(node === undefined ? NO_NODE : OK, (to) => writeStat(to, node!));
      }
      case 4: {
        const node = this.nodes.get(from.text());
        return answer(node === undefined ? NO_NODE : OK, (to) => writeStat(to.buffer(node!.data), node!));
      }
      case 5: {
        const [code, node] = this.#set(from);
        return answer(code, (to) => writeStat(to, node!));
      }
      case 12: {
        const path = from.text();
        const node = this.nodes.get(path);
        if (node === undefined) return answer(NO_NODE);
        if (from.bool()) this.#watches.set(path, (this.#watches.get(path) ?? new Set()).add(socket));
        const names = this.children(path);
        return answer(OK, (to) => {
          to.int(names.length);
          for (const name of names) to.text(name);
          writeStat(to, node);
        });
      }
      case 14: {
        const lose = this.loseMulti;
        this.loseMulti = undefined;
        if (lose === "not done") return void socket.destroy();
        const results = this.#multi(from, id);
        if (lose === "done") return void socket.destroy();
        return answer(OK, results);
      }
      case 100:
      case 11:
        return answer(OK);
      case -11:
        answer(OK);
        return this.#endSession(id);
    }
  }

  #create(from: JuteReader, session: bigint): [number, string] {
    let path = from.text();
    const data = Uint8Array.from(from.buffer());
    const acl = Array.from({ length: from.int() }, () => `${from.int()} ${from.text()}:${from.text()}`).join(", ");
    const flags = from.int();
    const parent = path.slice(0, path.lastIndexOf("/")) || "/";
    const above = this.nodes.get(parent);
    if (above === undefined) return [NO_NODE, path];
    if ((flags & 2) !== 0) path += String(above.children).padStart(10, "0");
    if (this.nodes.has(path)) return [NODE_EXISTS, path];
    above.children++;
    this.nodes.set(path, { data, version: 0, owner: (flags & 1) !== 0 ? session : 0n, children: 0, acl });
    this.#changed(path);
    return [OK, path];
  }

  #delete(from: JuteReader): number {
    const path = from.text();
    from.int();
    if (!this.nodes.delete(path)) return NO_NODE;
    this.#changed(path);
    return OK;
  }

  #set(from: JuteReader): [number, Node | undefined] {
    const node = this.nodes.get(from.text());
    const data = Uint8Array.from(from.buffer());
    const version = from.int();
    if (node === undefined) return [NO_NODE, undefined];
    if (version !== -1 && version !== node.version) return [BAD_VERSION, node];
    node.data = data;
    node.version++;
    this.#zxid++;
    return [OK, node];
  }

  #multi(from: JuteReader, session: bigint): (to: JuteWriter) => void {
    const before = new Map([...this.nodes].map(([path, node]) => [path, { ...node }]));
    const results: { readonly type: number; readonly code: number; readonly path: string; readonly node: Node | undefined }[] = [];
    for (;;) {
      const type = from.int();
      const done = from.bool();
      from.int();
      if (done) break;
      if (type === 1) {
        const [code, path] = this.#create(from, session);
        results.push({ type, code, path, node: undefined });
      } else if (type === 5) {
        const [code, node] = this.#set(from);
        results.push({ type, code, path: "", node });
      } else {
        results.push({ type, code: this.#delete(from), path: "", node: undefined });
      }
    }
    const failed = results.findIndex(({ code }) => code !== OK);
    if (failed >= 0) {
      this.nodes.clear();
      for (const [path, node] of before) this.nodes.set(path, node);
    }
    return (to) => {
      results.forEach(({ type, code, path, node }, index) => {
        to.int(failed < 0 ? type : -1).bool(false).int(failed < 0 ? 0 : code);
        if (failed >= 0) to.int(index < failed ? 0 : index === failed ? code : -2);
        else if (type === 1) to.text(path);
        else if (type === 5) writeStat(to, node!);
      });
      to.int(-1).bool(true).int(-1);
    };
  }

  #changed(path: string): void {
    this.#zxid++;
    const parent = path.slice(0, path.lastIndexOf("/")) || "/";
    const sockets = this.#watches.get(parent);
    this.#watches.delete(parent);
    for (const socket of sockets ?? []) socket.write(new JuteWriter().int(-1).long(-1n).int(0).int(4).int(3).text(parent).packet());
  }

  #endSession(id: bigint): void {
    const session = this.#sessions.get(id);
    this.#sessions.delete(id);
    session?.socket?.end();
    for (const [path, { owner }] of this.nodes) if (owner === id) this.remove(path);
  }

  #expire(): void {
    for (const [id, { heardAtMs, timeoutMs }] of this.#sessions) if (performance.now() - heardAtMs > timeoutMs) this.#endSession(id);
  }
}

function writeStat(to: JuteWriter, { version, owner, data }: Node): void {
  to.long(0n).long(0n).long(0n).long(0n).int(version).int(0).int(0).long(owner).int(data.length).int(0).long(0n);
}
