/** What a step did, in a word of 16 bits: two runs that do the same have the same ones. */
import { auditOf } from "../audit.ts";
import type { Audit } from "../audit.ts";
import type { Effect, Outbox } from "../outbox.ts";

/** Of the effects and registry operations from these places on. */
export function digestOf(out: Outbox, effectsFrom: number, persistsFrom: number): number {
  const { effects, persists } = out;
  let digest = 0x811c;
  for (let i = effectsFrom; i < effects.length; i++) digest = mix(digest, effects[i]!);
  for (let i = persistsFrom; i < persists.length; i++) digest = Math.imul(digest ^ persists[i]!.operation.kind.length, 0x01000193) + i;
  return (digest ^ (digest >>> 16)) & 0xffff;
}

function mix(digest: number, effect: Effect): number {
  const { kind } = effect;
  const mixed = Math.imul(digest ^ kind.charCodeAt(0) ^ (kind.charCodeAt(kind.length - 1) << 8), 0x01000193);
  switch (effect.kind) {
    case "send":
      return Math.imul(mixed ^ effect.to.port ^ (effect.message.name.length << 16), 0x01000193);
    case "broadcast":
      return Math.imul(mixed ^ effect.to.length ^ (effect.message.name.length << 16), 0x01000193);
    case "reply":
      return Math.imul(mixed ^ effect.request ^ (effect.response.status << 16), 0x01000193);
    case "write":
      return Math.imul(mixed ^ (effect.event.type ?? "").length, 0x01000193);
    case "arm":
      return Math.imul(mixed ^ effect.key.length ^ (effect.atMs | 0), 0x01000193);
    case "allocate":
      return Math.imul(mixed ^ effect.job.cycle, 0x01000193);
    case "log":
      return Math.imul(mixed ^ effect.text.length, 0x01000193);
    default:
      return mixed;
  }
}

/** What was written down about who changed what (audit.ts), in the effects from this place on. */
export function auditsOf(out: Outbox, from = 0): Audit[] {
  const found: Audit[] = [];
  for (let i = from; i < out.effects.length; i++) {
    const audit = auditOf(out.effects[i]!);
    if (audit !== undefined) found.push(audit);
  }
  return found;
}
