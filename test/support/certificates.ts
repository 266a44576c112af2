/** A certificate authority that lives as long as a test: made by openssl, in a directory of its own. */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Signed {
  /** The certificate, and behind it those between it and its CA. */
  readonly cert: string;
  readonly key: string;
}

export interface Authority {
  /** Path of its certificate. */
  readonly ca: string;
  /** Paths of a certificate for this IP address, and of its key. */
  issue(name: string, ip?: string): Signed;
  /** An authority that this one vouches for; its `ca` is still the one at the end of the chain. */
  below(name: string): Authority;
}

export function makeAuthority(name: string): Authority {
  const folder = mkdtempSync(join(tmpdir(), "allot-ca-"));
  const path = (file: string): string => join(folder, file);
  const openssl = (...args: readonly string[]): void => void execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl("req", "-x509", ...newKey, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", `/CN=${name}`);

  /** `issuer`: name of its files; `chain`: what goes behind each certificate it signs. */
  const authority = (issuer: string, chain: string): Authority => {
    const sign = (common: string, extensions: string): Signed => {
      openssl("req", ...newKey, "-keyout", `${common}.key`, "-out", `${common}.csr`, "-subj", `/CN=${common}`);
      writeFileSync(path(`${common}.ext`), extensions);
      openssl(
        "x509", "-req", "-in", `${common}.csr`, "-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`, "-CAcreateserial", "-days", "2",
        "-extfile", `${common}.ext`, "-out", `${common}.pem`,
      );
      return { cert: path(`${common}.pem`), key: path(`${common}.key`) };
    };
    return {
      ca: path("ca.pem"),
      issue(common, ip = "127.0.0.1") {
        const signed = sign(common, `subjectAltName=IP:${ip},DNS:${common}\n`);
        appendFileSync(signed.cert, chain);
        return signed;
      },
      below(common) {
        const { cert } = sign(common, "basicConstraints=critical,CA:TRUE\n");
        return authority(common, readFileSync(cert, "utf8") + chain);
      },
    };
  };
  return authority("ca", "");
}
