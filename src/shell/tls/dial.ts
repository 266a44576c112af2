/** The client's side: a connection to a peer, by TLS where that is on. */
import { connect } from "node:net";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { isIP } from "node:net";
import type { TlsSettings } from "./settings.ts";

export interface Target {
  readonly host: string;
  readonly port: number;
}

export function dialPlain({ host, port }: Target): Socket {
  return connect({ host, port, noDelay: true, keepAlive: true });
}

/** Says `secureConnect` when the peer has proved itself, as far as that is asked. */
export function dialTls({ host, port }: Target, settings: TlsSettings): Socket {
  const socket = connectTls({
    host,
    port,
    secureContext: settings.context,
    rejectUnauthorized: settings.verifyServerCert,
    checkServerIdentity: (_, certificate) => settings.checkServer(host, certificate),
    ...(isIP(host) === 0 && { servername: host }),
  });
  socket.setNoDelay(true);
  socket.setKeepAlive(true);
  return socket;
}
