/**
 * The refusals that more than one place gives, in one table: code, HTTP status, text. The texts are those of Mesos,
 * clients match on them. What only one verb can refuse stands in that verb's file.
 */
export const ERRORS = {
  CONTENT_TYPE_MISSING: [400, () => "Expecting 'Content-Type' to be present"],
  STREAM_ID_MISSING: [400, () => "All non-subscribe calls should include the 'Mesos-Stream-Id' header"],
  STREAM_ID_WRONG: [
    400,
    (streamId: string, frameworkId: string) =>
      `The stream ID '${streamId}' included in this request didn't match the stream ID currently associated with ` +
      `framework ID ${frameworkId}`,
  ],
  FRAMEWORK_UNKNOWN: [400, () => "Framework cannot be found"],
  AGENT_UNKNOWN: [400, () => "No agent found with specified ID"],
  UNAUTHENTICATED: [401, () => "401 Unauthorized."],
  FORBIDDEN: [403, () => "403 Forbidden."],
  FRAMEWORK_NOT_SUBSCRIBED: [403, () => "Framework is not subscribed"],
  NOT_FOUND: [404, () => "404 Not Found."],
  METHOD_NOT_ALLOWED: [
    405,
    (allowed: readonly string[], method: string) =>
      `405 Method Not Allowed. Expecting one of { '${allowed.join("', '")}' }, but received '${method}'.`,
  ],
  NOT_ACCEPTABLE: [406, () => "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'"],
  CONTENT_TYPE_UNSUPPORTED: [415, () => "Expecting 'Content-Type' of application/json or application/x-protobuf"],
  CALL_UNKNOWN: [501, () => "501 Not Implemented."],
  NO_LEADER: [503, () => "No leader elected"],
  MASTER_RECOVERING: [503, () => "Master has not finished recovery"],
  AGENT_RECOVERING: [503, () => "Agent has not finished recovery"],
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A refusal ready to be sent. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly status: number;
  readonly message: string;
}

/** Looks the code up and fills its text in. */
export function refuse<C extends ErrorCode>(code: C, ...details: Parameters<(typeof ERRORS)[C][1]>): Refusal {
  const [status, text] = ERRORS[code] as readonly [number, (...details: readonly unknown[]) => string];
  return { code, status, message: text(...details) };
}
