/** Challenges and digests of CRAM-MD5 (AUT-01): chance and secrets for the pure sessions of `src/master/authenticate/`. */
import { createHmac, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { CramMd5 } from "../../master/authenticate/crammd5.ts";
import type { CredentialStore } from "./credentials.ts";

export function cramMd5(credentials: CredentialStore): CramMd5 {
  return {
    challenge: () => `<${randomBytes(8).readBigUInt64BE()}.${randomBytes(4).readUInt32BE()}@${hostname()}>`,
    digest: (principal, challenge) => {
      const secret = credentials.secretOf(principal);
      return secret === undefined ? undefined : hmacMd5(secret, challenge);
    },
  };
}

/** In lower-case hex. */
export function hmacMd5(secret: string, text: string): string {
  return createHmac("md5", secret).update(text).digest("hex");
}
