/**
 * The value that would stand at place `n` (from 0) if the values were sorted; they are put into another order. Takes
 * time in proportion to their number; values chosen to defeat it cost no more than sorting them.
 */
export function nthSmallest(values: Float64Array, n: number): number {
  let from = 0;
  let to = values.length - 1;
  for (let patience = 2 * Math.log2(values.length + 1); from < to; patience--) {
    if (patience < 0) return values.subarray(from, to + 1).sort()[n - from]!;
    const pivot = medianOf(values[from]!, values[(from + to) >>> 1]!, values[to]!);
    let left = from;
    let right = to;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const value = values[left]!;
      values[left++] = values[right]!;
      values[right--] = value;
    }
    // Now all up to `right` are at most the pivot, all from `left` at least; what stands between is the pivot.
    if (n <= right) to = right;
    else if (n >= left) from = left;
    else return pivot;
  }
  return values[n]!;
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
