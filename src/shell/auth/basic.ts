/** Basic authentication (AUT-05): `Authorization: Basic base64(principal:secret)`, as strictly taken apart as by Mesos. */
import type { Authenticator } from "./authenticator.ts";
import type { CredentialStore } from "./credentials.ts";

export function basicAuthenticator(realm: string, credentials: CredentialStore): Authenticator {
  const refused = { challenge: `Basic realm="${realm}"` };
  return {
    scheme: "Basic",
    authenticate({ authorization }) {
      const [scheme, encoded, extra] = authorization?.split(" ") ?? [];
      if (scheme !== "Basic" || encoded === undefined || extra !== undefined || !BASE64.test(encoded)) return refused;
      const [principal, secret, more] = Buffer.from(encoded, "base64").toString("utf8").split(":");
      if (principal === undefined || secret === undefined || more !== undefined) return refused;
      return credentials.matches(principal, secret) ? { principal: { value: principal } } : refused;
    },
  };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
