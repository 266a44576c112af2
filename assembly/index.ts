export function probe(p: usize): i32 { return load<i32>(p) }
