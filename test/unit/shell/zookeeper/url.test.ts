/** Which addresses of ZooKeeper there are, and that no password is repeated to whoever mistyped one. */
import { createServer as createTlsServer } from "node:tls";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClock } from "../../../../src/shell/clock.ts";
import { Session } from "../../../../src/shell/zookeeper/session.ts";
import { isZooKeeperUrl, parseZooKeeperUrl } from "../../../../src/shell/zookeeper/url.ts";
import { makeAuthority } from "../../../support/certificates.ts";
import { FakeZooKeeper } from "../../../support/fake-zookeeper.ts";
import { keptLog } from "../../../support/kept-log.ts";

describe("the address of ZooKeeper", () => {
  it("names servers, a path, and who we are", () => {
    expect(parseZooKeeperUrl("zk://ada:pw@a:1,b/mesos/", {})).toEqual({ ok: true, value: {
      servers: [{ host: "a", port: 1 }, { host: "b", port: 2181 }], path: "/mesos", credentials: "ada:pw",
    } });
    expect(["zk://a/m", " zks://a/m", "a:5050", "zkz://a/m"].map(isZooKeeperUrl)).toEqual([true, true, false, false]);
  });

  it.each(["zk://ada:s3cret@/m", "zk://ada:s3cret@a:x/m", "zk://ada:s3cret@a", "zk://ada:s3@cret@a/m", "zk://ada:s3cret@a/m//n", "zkx://ada:s3cret@a/m"])(
    "%s is refused, without the password", (text) => {
      const parsed = parseZooKeeperUrl(text, {});
      expect(parsed.ok ? "" : parsed.error).toMatch(/ZooKeeper/);
      expect(parsed.ok ? "" : parsed.error).not.toMatch(/s3|cret/);
    },
  );

  it("by TLS needs certificates, and takes a server that proves itself with one of the CA", async () => {
    expect(parseZooKeeperUrl("zks://a/m", {})).toEqual({ ok: false, error: expect.stringContaining("zks:// needs LIBPROCESS_SSL_ENABLED") });
    const [ours, theirs] = [makeAuthority("ours"), makeAuthority("theirs")];
    const own = ours.issue("client");
    const zookeeper = await FakeZooKeeper.start();
    const [plain] = zookeeper.url().servers;
    const outcomes: string[] = [];
    for (const by of [ours.issue("server"), theirs.issue("server")]) {
      const door = createTlsServer({ cert: readFileSync(by.cert), key: readFileSync(by.key), ca: readFileSync(ours.ca), requestCert: true }, (socket) => {
        const inner = connect(plain!.port, "127.0.0.1");
        socket.pipe(inner).pipe(socket);
        for (const each of [socket, inner]) each.on("error", () => (socket.destroy(), inner.destroy()));
      });
      door.on("tlsClientError", () => {});
      await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
      const url = parseZooKeeperUrl(`zks://127.0.0.1:${(door.address() as AddressInfo).port}/mesos`, {
        LIBPROCESS_SSL_ENABLED: "1", LIBPROCESS_SSL_CERT_FILE: own.cert, LIBPROCESS_SSL_KEY_FILE: own.key, LIBPROCESS_SSL_CA_FILE: ours.ca,
        LIBPROCESS_SSL_VERIFY_SERVER_CERT: "1", LIBPROCESS_SSL_VERIFY_IPADD: "1",
      });
      if (!url.ok) throw new Error(url.error);
      const session = new Session({ url: url.value, timeoutMs: 600, pingsPerTimeout: 6, clock: createClock(), log: keptLog(), onLost: () => {} });
      const created = session.create(`/n${outcomes.length}`, new Uint8Array(), "public").catch(() => "refused");
      outcomes.push(await Promise.race([created, new Promise<string>((resolve) => setTimeout(() => resolve("nothing"), 1_000))]));
      await session.close();
      door.close();
    }
    zookeeper.close();
    expect(outcomes[0]).toBe("/n0");
    expect(["refused", "nothing"]).toContain(outcomes[1]);
  });
});
