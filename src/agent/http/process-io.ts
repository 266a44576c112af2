/** What may follow the first record of ATTACH_CONTAINER_INPUT. */
import type { ProcessIO } from "../../model/gen/agent.ts";
import type { AgentCall } from "../../wire/v1/agent.ts";

/** Why this record is refused. */
export function inputError({ attach_container_input: input }: AgentCall): string | undefined {
  if (input?.type !== "PROCESS_IO") {
    return `Expecting 'attach_container_input.type' to be 'PROCESS_IO' instead of: '${input?.type ?? "UNKNOWN"}'`;
  }
  const { process_io: io } = input;
  if (io === undefined) return "Expecting 'attach_container_input.process_io' to be present";
  if (io.type === undefined) return "Expecting 'process_io.type' to be present";
  if (io.type === "UNKNOWN") return "'process_io.type' is unknown";
  return io.type === "DATA" ? dataError(io) : controlError(io);
}

function dataError({ data }: ProcessIO): string | undefined {
  if (data === undefined) return "Expecting 'process_io.data' to be present";
  if (data.type === undefined) return "Expecting 'process_io.data.type' to be present";
  if (data.type !== "STDIN") return "Expecting 'process_io.data.type' to be 'STDIN'";
  return data.data === undefined ? "Expecting 'process_io.data.data' to be present" : undefined;
}

function controlError({ control }: ProcessIO): string | undefined {
  if (control === undefined) return "Expecting 'process_io.control' to be present";
  if (control.type === undefined) return "Expecting 'process_io.control.type' to be present";
  switch (control.type) {
    case "UNKNOWN":
      return "'process_io.control.type' is unknown";
    case "HEARTBEAT":
      return control.heartbeat === undefined ? "Expecting 'process_io.control.heartbeat' to be present" : undefined;
    case "TTY_INFO":
      if (control.tty_info === undefined) return "Expecting 'process_io.control.tty_info' to be present";
      if (control.tty_info.window_size === undefined) return "Expecting 'tty_info.window_size' to be present";
      return "Unable to set the window size: Inappropriate ioctl for device";
  }
}
