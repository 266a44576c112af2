/**
 * Who may write to a registry that several masters can reach. The head of the store says who wrote last and the number of
 * his packet, and has a version that every write raises by one. A packet is written together with the head and on
 * condition of the version its writer left; who takes over sets the head without a condition, and ends the others' right
 * to write for good.
 */
export interface Head {
  readonly format: string;
  readonly writer: string;
  readonly packet: number;
}

/** What was sent when the connection broke: the head to be, and the version it was to replace. */
export interface Sent {
  readonly writer: string;
  readonly packet: number;
  readonly version: number;
}

/**
 * Nobody told how the packet fared, but the head does: it is written (`done`), it may be sent again as it was (`again`),
 * or somebody else has taken over.
 */
export function afterConnectionLoss(
  found: { readonly head: Head | undefined; readonly version: number }, sent: Sent,
): "done" | "again" | "deposed" {
  if (found.head?.writer !== sent.writer) return "deposed";
  if (found.head.packet !== sent.packet) return "again";
  return found.version === sent.version + 1 ? "done" : "deposed";
}

export const DEPOSED = "Another master has taken over the registry: this one may no longer write";
