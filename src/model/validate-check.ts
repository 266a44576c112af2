import type { CheckInfo, CommandInfo, HealthCheck } from "./gen/mesos.ts";
import { commandError } from "./validate-command.ts";

/** What is wrong with a check, in Mesos' words; undefined if nothing (TSK-20). */
export function checkError(check: CheckInfo): string | undefined {
  if (check.type === undefined) return "CheckInfo must specify 'type'";
  return checkMemberError(check) ?? negativeError(check, ["delay_seconds", "interval_seconds", "timeout_seconds"]);
}

/** What is wrong with a health check, in Mesos' words; undefined if nothing (TSK-14 to TSK-18). */
export function healthCheckError(check: HealthCheck): string | undefined {
  if (check.type === undefined) return "HealthCheck must specify 'type'";
  const delays = ["delay_seconds", "grace_period_seconds", "interval_seconds", "timeout_seconds"] as const;
  return healthCheckMemberError(check) ?? negativeError(check, delays);
}

function checkMemberError({ type, command, http, tcp }: CheckInfo): string | undefined {
  switch (type) {
    case "COMMAND": {
      if (command === undefined) return "Expecting 'command' to be set for COMMAND check";
      return checkCommandError(command.command, "Command check", "Check");
    }
    case "HTTP":
      if (http === undefined) return "Expecting 'http' to be set for HTTP check";
      return pathError(http.path, "HTTP check");
    case "TCP":
      return tcp === undefined ? "Expecting 'tcp' to be set for TCP check" : undefined;
    default:
      return `'${type}' is not a valid check type`;
  }
}

function healthCheckMemberError({ type, command, http, tcp }: HealthCheck): string | undefined {
  switch (type) {
    case "COMMAND":
      if (command === undefined) return "Expecting 'command' to be set for COMMAND health check";
      return checkCommandError(command, "Command health check", "Health check");
    case "HTTP": {
      if (http === undefined) return "Expecting 'http' to be set for HTTP health check";
      const { scheme, path } = http;
      const known = scheme === undefined || scheme === "http" || scheme === "https";
      return known ? pathError(path, "HTTP health check") : `Unsupported HTTP health check scheme: '${scheme}'`;
    }
    case "TCP":
      return tcp === undefined ? "Expecting 'tcp' to be set for TCP health check" : undefined;
    default:
      return `'${type}' is not a valid health check type`;
  }
}

function checkCommandError(command: CommandInfo, what: string, whose: string): string | undefined {
  if (command.value === undefined) {
    return `${what} must contain ${command.shell === false ? "'executable path'" : "'shell command'"}`;
  }
  const error = commandError(command);
  return error === undefined ? undefined : `${whose}'s \`CommandInfo\` is invalid: ${error}`;
}

function pathError(path: string | undefined, what: string): string | undefined {
  if (path === undefined || path.startsWith("/")) return undefined;
  return `The path '${path}' of ${what} must start with '/'`;
}

function negativeError<K extends string>(
  durations: { readonly [key in K]?: number }, names: readonly K[],
): string | undefined {
  const bad = names.find((name) => (durations[name] ?? 0) < 0);
  return bad === undefined ? undefined : `Expecting '${bad}' to be non-negative`;
}
