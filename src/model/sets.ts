/**
 * Sets of words (`zones:{a,b}`) in the order they were named; items are unique. Sets are short, but one that is not
 * must not make arithmetic quadratic.
 */
export type Items = readonly string[];

const INDEX_FROM = 16;

/** Union: left's items, then the new ones of right; left itself when there are none. */
export function addSets(left: Items, right: Items): Items {
  const has = membership(left);
  const added = right.filter((item) => !has(item));
  return added.length === 0 ? left : [...left, ...added];
}

/** What is in left and not in right; left itself when nothing is taken away. */
export function subtractSets(left: Items, right: Items): Items {
  const has = membership(right);
  const result = left.filter((item) => !has(item));
  return result.length === left.length ? left : result;
}

/** What is in both, in left's order. */
export function intersectSets(left: Items, right: Items): Items {
  return left.filter(membership(right));
}

/** Is every item of right in left? */
export function containsSets(left: Items, right: Items): boolean {
  return right.length <= left.length && right.every(membership(left));
}

/** Do both hold the same items, in whatever order? */
export function equalSets(left: Items, right: Items): boolean {
  return left.length === right.length && containsSets(left, right);
}

/** `{a, b}` */
export function printSet(items: Items): string {
  return `{${items.join(", ")}}`;
}

function membership(items: Items): (item: string) => boolean {
  if (items.length < INDEX_FROM) return (item) => items.includes(item);
  const index = new Set(items);
  return (item) => index.has(item);
}
