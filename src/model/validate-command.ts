import type { CommandInfo, Environment_Variable, Secret } from "./gen/mesos.ts";

/** What is wrong with a command, in Mesos' words; undefined if nothing (http-v1 10.7). Only its environment has rules. */
export function commandError(command: CommandInfo): string | undefined {
  for (const variable of command.environment?.variables ?? []) {
    const error = variableError(variable);
    if (error !== undefined) return error;
  }
  return undefined;
}

function variableError({ name, type = "VALUE", value, secret }: Environment_Variable): string | undefined {
  switch (type) {
    case "VALUE":
      if (value === undefined) return `Environment variable '${name}' of type 'VALUE' must have a value set`;
      return secret === undefined ? undefined : `Environment variable '${name}' of type 'VALUE' must not have a secret set`;
    case "SECRET": {
      if (secret === undefined) return `Environment variable '${name}' of type 'SECRET' must have a secret set`;
      if (value !== undefined) return `Environment variable '${name}' of type 'SECRET' must not have a value set`;
      const error = secretError(secret);
      if (error !== undefined) return `Environment variable '${name}' specifies an invalid secret: ${error}`;
      if (!secret.value?.data.includes(0)) return undefined;
      return (
        `Environment variable '${name}' specifies a secret containing null bytes, ` +
        "which is not allowed in the environment"
      );
    }
    default:
      return "Environment variable of type 'UNKNOWN' is not allowed";
  }
}

/** What is wrong with a secret: it is a reference or a value, as its type says. */
function secretError({ type, reference, value }: Secret): string | undefined {
  if (type === "REFERENCE") {
    if (reference === undefined) return "Secret of type REFERENCE must have the 'reference' field set";
    if (value === undefined) return undefined;
    return `Secret '${reference.name}' of type REFERENCE must not have the 'value' field set`;
  }
  if (type === "VALUE") {
    if (value === undefined) return "Secret of type VALUE must have the 'value' field set";
    return reference === undefined ? undefined : "Secret of type VALUE must not have the 'reference' field set";
  }
  return undefined;
}
