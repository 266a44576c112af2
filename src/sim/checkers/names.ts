/**
 * What must hold, by name: the table of all checkers. A run that ends well has passed all of them; one that does not names the
 * one that found it.
 */
export const CHECKS = {
  // Never, not for a moment.
  twice: "nothing allocated twice",
  offersEnd: "no offer outlives its agent",
  persisted: "persisted before sent",
  fenced: "a fenced write never lands",
  order: "updates in order, each as its agent made it",
  quota: "quota limits",
  fair: "fair shares",
  invariants: "the master's sums",
  timers: "no timer of what is gone",
  rebuilt: "allocator rebuilt from state equals the allocator",
  restart: "restart from the store equals the state before",
  streams: "operators' streams tell the state",
  ids: "nobody gets a second id",
  calls: "whoever speaks properly is understood",
  codec: "everything said can be read",
  assertion: "no assertion fails",
  // In the end, when nothing goes wrong any more.
  converges: "everything comes right",
  noTaskLost: "no task lost",
  nothingLeft: "nothing is left of what has ended",
} as const;

export type Check = (typeof CHECKS)[keyof typeof CHECKS];

/** Those that compare only when the run comes to something they can compare. */
export const COUNTED = [CHECKS.twice, CHECKS.order, CHECKS.quota, CHECKS.fair, CHECKS.rebuilt, CHECKS.restart, CHECKS.streams] as const;
