/**
 * TLS by the environment, as libprocess has it (AUT-23, ENV-07 to ENV-10): `LIBPROCESS_SSL_ENABLED` and so on, or the older
 * `SSL_…`. One certificate serves both directions: to those who connect to us, and when we connect to others.
 *
 * Differences to a real one: TLS 1.3 is spoken unless it is switched off; SSL 3, TLS 1.0 and 1.1 cannot be switched on; the
 * ciphers are those of OpenSSL unless some are named. A peer that we reach by its address (nearly all are) must have a
 * certificate for that address with `LIBPROCESS_SSL_VERIFY_IPADD`. Without it, its chain alone is checked in the scheme `legacy`
 * (no name is looked up in the DNS, which proves nothing); in the scheme `openssl` it is never believed.
 */
import { readFileSync, readdirSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { checkServerIdentity, createSecureContext } from "node:tls";
import type { DetailedPeerCertificate, PeerCertificate, SecureContext, SecureContextOptions } from "node:tls";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";

export interface TlsSettings {
  readonly context: SecureContext;
  /** For servers of Node, which make a context of their own. */
  readonly contextOptions: SecureContextOptions;
  /** Whoever connects must have a certificate of the CA. */
  readonly requireClientCert: boolean;
  readonly verifyServerCert: boolean;
  /** Plain connections are taken, too, and tried where TLS does not succeed. */
  readonly supportDowngrade: boolean;
  /** What is wrong with the certificate of a server whose chain is good. */
  checkServer(host: string, certificate: PeerCertificate): Error | undefined;
  /** What is wrong with the chain of a client that is good otherwise. */
  checkClient(certificate: PeerCertificate): Error | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Undefined while it is not enabled. Errors name the variable. */
export function readTls(env: Env): Result<TlsSettings | undefined> {
  const get = (name: string): string | undefined => env[`LIBPROCESS_SSL_${name}`] ?? env[`SSL_${name}`];
  const flags = readFlags(get);
  if (!flags.ok) return flags;
  const { enabled, verifyIp, requireClientCert } = flags.value;
  if (!enabled) return ok(undefined);
  const versions = readVersions(get);
  if (!versions.ok) return versions;
  const [certFile, keyFile] = [get("CERT_FILE"), get("KEY_FILE")];
  if (certFile === undefined) return err("LIBPROCESS_SSL_ENABLED needs LIBPROCESS_SSL_CERT_FILE: the certificate");
  if (keyFile === undefined) return err("LIBPROCESS_SSL_ENABLED needs LIBPROCESS_SSL_KEY_FILE: the key of the certificate");
  const depth = readDepth(get("VERIFY_DEPTH"));
  if (!depth.ok) return depth;
  const scheme = get("HOSTNAME_VALIDATION_SCHEME") ?? "legacy";
  if (scheme !== "legacy" && scheme !== "openssl") {
    return err(`LIBPROCESS_SSL_HOSTNAME_VALIDATION_SCHEME is '${scheme}': expected legacy or openssl`);
  }
  const ciphers = get("CIPHERS");
  const curves = get("ECDH_CURVES") ?? get("ECDH_CURVE");
  let contextOptions: SecureContextOptions;
  let context: SecureContext;
  try {
    contextOptions = {
      cert: readFileSync(certFile),
      key: readFileSync(keyFile),
      ...versions.value,
      ...(ciphers !== undefined && { ciphers }),
      ...(curves !== undefined && { ecdhCurve: curves }),
      ...readCas(get("CA_FILE"), get("CA_DIR")),
    };
    context = createSecureContext(contextOptions);
  } catch (error) {
    return err(`Cannot use the certificate, key or CA of LIBPROCESS_SSL_*: ${(error as Error).message}`);
  }
  return ok({
    context,
    contextOptions,
    requireClientCert,
    verifyServerCert: flags.value.verifyServerCert || requireClientCert,
    supportDowngrade: flags.value.supportDowngrade,
    checkServer: (host, certificate) => {
      const tooLong = chainFlaw(certificate, depth.value);
      if (tooLong !== undefined || isIP(host) === 0 || verifyIp) return tooLong ?? checkServerIdentity(host, certificate);
      return scheme === "legacy" ? undefined : new Error(`Without LIBPROCESS_SSL_VERIFY_IPADD no certificate is good for ${host}`);
    },
    checkClient: (certificate) => chainFlaw(certificate, depth.value),
  });
}

/** Mesos' default. */
const DEFAULT_DEPTH = 4;

function readDepth(text: string | undefined): Result<number> {
  if (text === undefined) return ok(DEFAULT_DEPTH);
  if (/^\d{1,4}$/.test(text)) return ok(Number(text));
  return err(`LIBPROCESS_SSL_VERIFY_DEPTH is '${text}': expected how many certificates may be between a peer's and its CA`);
}

function chainFlaw(certificate: PeerCertificate, depth: number): Error | undefined {
  const between = certificatesBetween(certificate as DetailedPeerCertificate);
  return between <= depth ? undefined : new Error(`${between} certificates are between the peer's and its CA: at most ${depth} may be`);
}

/** Of the chain, those that are neither the peer's nor the CA at its end, which is its own issuer. */
function certificatesBetween(peer: DetailedPeerCertificate): number {
  let between = -1;
  const seen = new Set<DetailedPeerCertificate>();
  for (let at: DetailedPeerCertificate | undefined = peer; at !== undefined && !seen.has(at); at = at.issuerCertificate) {
    if (at !== peer) between++;
    seen.add(at);
  }
  return Math.max(between, 0);
}

interface Flags {
  readonly enabled: boolean;
  readonly supportDowngrade: boolean;
  readonly verifyServerCert: boolean;
  readonly requireClientCert: boolean;
  readonly verifyIp: boolean;
}

function readFlags(get: (name: string) => string | undefined): Result<Flags> {
  const found = new Map<string, boolean>();
  const names = [
    "ENABLED", "SUPPORT_DOWNGRADE", "VERIFY_SERVER_CERT", "VERIFY_CERT", "REQUIRE_CLIENT_CERT", "REQUIRE_CERT", "VERIFY_IPADD",
  ];
  for (const name of names) {
    const value = readBool(name, get(name), false);
    if (!value.ok) return value;
    found.set(name, value.value);
  }
  const is = (...any: readonly string[]): boolean => any.some((name) => found.get(name) === true);
  return ok({
    enabled: is("ENABLED"),
    supportDowngrade: is("SUPPORT_DOWNGRADE"),
    verifyServerCert: is("VERIFY_SERVER_CERT", "VERIFY_CERT"),
    requireClientCert: is("REQUIRE_CLIENT_CERT", "REQUIRE_CERT"),
    verifyIp: is("VERIFY_IPADD"),
  });
}

function readVersions(
  get: (name: string) => string | undefined,
): Result<{ readonly minVersion: "TLSv1.2" | "TLSv1.3"; readonly maxVersion: "TLSv1.2" | "TLSv1.3" }> {
  for (const old of ["SSL_V3", "TLS_V1_0", "TLS_V1_1"]) {
    const wanted = readBool(`ENABLE_${old}`, get(`ENABLE_${old}`), false);
    if (!wanted.ok) return wanted;
    if (wanted.value) return err(`LIBPROCESS_SSL_ENABLE_${old} cannot be used: it is broken; TLS 1.2 and 1.3 are spoken`);
  }
  const v12 = readBool("ENABLE_TLS_V1_2", get("ENABLE_TLS_V1_2"), true);
  if (!v12.ok) return v12;
  const v13 = readBool("ENABLE_TLS_V1_3", get("ENABLE_TLS_V1_3"), true);
  if (!v13.ok) return v13;
  if (!v12.value && !v13.value) return err("LIBPROCESS_SSL_ENABLE_TLS_V1_2 and _V1_3 are both off: nothing is left to speak");
  return ok({ minVersion: v12.value ? "TLSv1.2" : "TLSv1.3", maxVersion: v13.value ? "TLSv1.3" : "TLSv1.2" });
}

function readBool(name: string, text: string | undefined, byDefault: boolean): Result<boolean> {
  if (text === undefined) return ok(byDefault);
  if (text === "1" || text === "true") return ok(true);
  if (text === "0" || text === "false") return ok(false);
  return err(`LIBPROCESS_SSL_${name} is '${text}': expected true or false`);
}

/** Without either, the CAs that Node trusts. */
function readCas(file: string | undefined, directory: string | undefined): { readonly ca?: Buffer[] } {
  const ca: Buffer[] = [];
  if (file !== undefined) ca.push(readFileSync(file));
  if (directory !== undefined) {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (!entry.isDirectory()) ca.push(readFileSync(join(directory, entry.name)));
    }
  }
  return ca.length === 0 ? {} : { ca };
}
