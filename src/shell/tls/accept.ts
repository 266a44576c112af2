/**
 * The server's side of TLS on a port that others speak plainly on: the first byte of a connection tells which it is (a TLS
 * handshake begins with 0x16, which no HTTP request does). It is read and put back.
 */
import type { Socket } from "node:net";
import { createServer } from "node:tls";
import { HANDSHAKE_TIMEOUT_MS } from "../../model/limits.ts";
import type { TlsSettings } from "./settings.ts";

const HANDSHAKE = 0x16;

/** Gives on every connection as plain bytes; those that may not be are closed. */
export function createAcceptor(settings: TlsSettings, accepted: (socket: Socket) => void): (socket: Socket) => void {
  const tls = createServer({
    ...settings.contextOptions,
    requestCert: settings.requireClientCert,
    rejectUnauthorized: settings.requireClientCert,
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  });
  tls.on("secureConnection", (socket) => {
    const flaw = settings.requireClientCert ? settings.checkClient(socket.getPeerCertificate(true)) : undefined;
    if (flaw === undefined) accepted(socket);
    else socket.destroy();
  });
  tls.on("tlsClientError", (_, socket) => socket.destroy());
  const secure = (socket: Socket): void => void tls.emit("connection", socket);
  if (!settings.supportDowngrade) return secure;
  return (socket) => {
    // Silence is no reason to close: a peer may link to us long before it says anything.
    socket.once("readable", () => {
      const first = socket.read(1) as Buffer | null;
      if (first === null) return socket.destroy();
      socket.unshift(first);
      if (first[0] === HANDSHAKE) secure(socket);
      else accepted(socket);
    });
  };
}
