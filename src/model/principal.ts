/**
 * Who speaks, as an authenticator found out: a name, claims of a token, or both (AUT-12). Somebody who proved nothing has no
 * principal at all.
 */
export interface Principal {
  /** The name in credentials and ACLs. */
  readonly value?: string;
  /** What a token says besides: an executor's are `fid`, `eid` and `cid` (AUT-18). */
  readonly claims?: Readonly<Record<string, string>>;
}

/** For log lines and texts. */
export function printPrincipal(principal: Principal | undefined): string {
  if (principal === undefined) return "ANY";
  const { value, claims = {} } = principal;
  return value !== undefined && Object.keys(claims).length === 0 ? value : JSON.stringify(principal);
}
