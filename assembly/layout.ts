/**
 * The ABI between TypeScript and the kernel: what lies where in the shared memory. Compiled by asc and by tsc, so it
 * holds integer constants only.
 *
 * Who owns what: TypeScript allocates everything and writes everything outside a cycle. `prepare` (called on the
 * master's thread) copies what the master may change meanwhile into the cycle's own chunks; from then until the cycle
 * is over the kernel reads records, masks and filters, and writes only its chunks, the header and, in the columns by
 * agent, what is left of those it has given something of and since when there is nothing to give. Addresses are
 * bytes, counts are numbers of elements. Quantities are doubles of Mesos' kind: whole thousandths unless nobody has
 * done arithmetic on them.
 */

export const ABI_MAGIC = 0x414c4f54;
export const ABI_VERSION = 3;
export const HEADER_BYTES = 512;

/** Header of a cycle: 32-bit words at these byte offsets. */
export const H_MAGIC = 0;
export const H_VERSION = 4;
/** Doubles per quantity vector, and how many of them are in use. */
export const H_STRIDE = 8;
export const H_KINDS = 12;
export const H_FLAGS = 16;
export const H_SEED = 20;
/** Candidates of this cycle: how many, and their indexes. Those of them that have a state are visited. */
export const H_CANDIDATES = 24;
export const H_CANDIDATE_LIST = 28;
/** Number of the run: see `quiet.ts` of the kernel. */
export const H_RUN = 32;
/** Visiting orders of the two stages, indexes, given by the caller instead of a shuffle; 0: shuffle. */
export const H_ORDER_1 = 48;
export const H_ORDER_2 = 52;
/** Entities (root, role nodes, clients): their number and the live columns. */
export const H_ENTITIES = 56;
export const H_LIVE_TOTAL = 60;
export const H_LIVE_KEYS = 64;
export const H_LIVE_LINKS = 76;
/** Parent of each role, as live column; number of roles. */
export const H_ROLES = 80;
export const H_LIVE_ROLE_PARENT = 84;
/** Quotas: their number and live rows. */
export const H_QUOTAS = 88;
export const H_LIVE_QUOTA = 92;
/** Quantity vectors: all scalars of the cluster (0 where excluded from shares), headroom there is (live). */
export const H_LIVE_CLUSTER = 96;
export const H_LIVE_HEADROOM = 100;
export const H_FILTERS = 104;
/** Most extras in one record of this cycle. */
export const H_MAX_EXTRAS = 108;
/** Chains of chunks: scratch and rows. */
export const H_SCRATCH = 112;
export const H_ROWS = 116;
/** Highest client bit plus one. */
export const H_BITS = 120;
/** Clients allowed to take part: 0 all, else 1 + entity of the only one (explain). */
export const H_ONLY = 124;

/** Written by `prepare`: the cycle's own copies. */
export const H_TOTAL = 192;
export const H_KEYS = 196;
export const H_LINKS = 208;
export const H_ROLE_PARENT = 212;
export const H_QUOTA = 216;
export const H_CLUSTER = 220;
export const H_HEADROOM = 224;
export const H_SCRATCH_CHUNK = 228;
export const H_SCRATCH_AT = 232;
/** Written by `run`: rows, and the agents visited, which rows refer to by their place in the list. */
export const H_ROW_COUNT = 256;
export const H_VISITED = 260;
export const H_VISITED_LIST = 264;

/** H_FLAGS */
export const FLAG_STRICT = 1;
export const FLAG_RANDOM_ROLES = 2;
export const FLAG_RANDOM_FRAMEWORKS = 4;

/** A chunk: next chunk and size in bytes, then payload. */
export const CHUNK_NEXT = 0;
export const CHUNK_BYTES = 4;
export const CHUNK_HEADER = 16;

/** A row by agent, a cache line: record, needs, shared holdings or 0, and the guard of its filters. */
export const AGENT_BYTES = 64;
export const AGENT_RECORD = 0;
export const AGENT_NEEDS = 4;
export const AGENT_SHARED = 8;
/** Kernel only: shared volumes granted in this cycle. `AGENT_RECORD` becomes what is left. */
export const AGENT_GRANTED = 12;
export const AGENT_GUARD = 16;

/**
 * The state of an agent, a word by agent; 0: nothing of it can be offered at all. A bit per resource name says that it
 * has scalars of it, another that some of them are extras; the last bit of each stands for all names from there on.
 */
export const STATE_KINDS = 15;
export const STATE_EXTRAS_SHIFT = 15;
export const STATE_SPECIAL = 1 << 30;
export const STATE_CANDIDATE = 1 << 31;
/** Since which run there is nothing to give of it; 0: since none, and this: never to be asked, it is special. */
export const NEVER_QUIET = -1;

/** One row per entity in the keys table: what it is ordered by. The share is the kernel's own. */
export const KEY_BYTES = 32;
export const KEY_SHARE = 0;
export const KEY_GRANTS = 8;
export const KEY_RANK = 16;
export const KEY_WEIGHT = 24;

/** One row per entity in the links table. */
export const LINK_BYTES = 56;
export const LINK_PARENT = 0;
export const LINK_FLAGS = 4;
/** Client: its bit in masks. */
export const LINK_BIT = 8;
/** Client: what it can take, see NEED_*. */
export const LINK_HAS = 12;
/** Client: address of its minimal quantities, 0: anything. */
export const LINK_MINIMUM = 16;
/** Leaf: the client that still had hope when that was looked at; 0: nobody (kernel only). */
export const LINK_HOPE = 16;
/** Client: address of the bits of agents its constraints exclude, 0: none. */
export const LINK_EXCLUDED = 20;
/** Leaf: its role, the quota that binds it and the nearest above that; -1: none. */
export const LINK_ROLE = 24;
export const LINK_QUOTA = 28;
export const LINK_QUOTA_ABOVE = 32;
/** Node: list of its children in this stage (kernel only). */
export const LINK_LIST = 36;
/** Client: its place among those who are fresh, see `quiet.ts` (kernel only). */
export const LINK_FRESH = 36;
export const LINK_LIVE = 40;
export const LINK_TOUCHED = 44;
/** Node: list of its children that are spent in this stage (kernel only). */
export const LINK_SPENT = 48;
/** Client: the run from which on it has been open, as it is now, in all of every run. */
export const LINK_SINCE = 52;

export const NO_ENTITY = -1;
/** LINK_FLAGS */
export const ENTITY_CLIENT = 1;
export const ENTITY_LEAF = 2;
export const ENTITY_ACTIVE = 4;
export const ENTITY_SORTED = 8;
export const ENTITY_USED = 16;
/** Client: its minimum cannot be met without scalars. Leaf: all its clients are so, and its limits leave no scalar. */
export const ENTITY_NEEDS_SCALARS = 32;
export const ENTITY_SPENT = 64;

/** What agents need of clients: a client is fit if it has all of the agent's needs. The last three are of resources. */
export const NEED_GPU = 1;
export const NEED_REGION = 2;
/** The agent cannot MULTI_ROLE: only frameworks that cannot either. */
export const NEED_SINGLE_ROLE = 4;
/** The agent cannot HIERARCHICAL_ROLE: only roles without a slash. */
export const NEED_FLAT_ROLE = 8;
export const HAS_SHARED = 16;
export const HAS_REVOCABLE = 32;
export const HAS_REFINED = 64;

/** A record: an amount of resources of one agent. Header, plain[stride], quantity[stride], extras. */
export const RECORD_EXTRAS = 0;
export const RECORD_FLAGS = 4;
/** How many filters refer to it. */
export const RECORD_REFS = 8;
/** Extras and plain quantities that are left; 0: the record is empty. */
export const RECORD_LEFT = 12;
export const RECORD_PLAIN = 16;

/** RECORD_FLAGS: extras that need a closer look are among them. */
export const RECORD_SPECIAL = 1;
export const RECORD_WORK = 2;

export const EXTRA_BYTES = 32;
/** Number of the resource name. Scalars have those below the stride. */
export const EXTRA_KIND = 0;
export const EXTRA_FLAGS = 4;
/** Role it is reserved for, -1: unreserved. */
export const EXTRA_ROLE = 8;
/** Number of its identity: equal exactly for the same kind of thing. */
export const EXTRA_IDENTITY = 12;
/** Scalar, or number of elements. */
export const EXTRA_VALUE = 16;
/** Pairs of doubles, inclusive: ranges, or numbers of set items. */
export const EXTRA_INTERVALS = 24;
export const EXTRA_INTERVAL_COUNT = 28;

/** EXTRA_FLAGS */
export const EXTRA_SCALAR = 1;
export const EXTRA_RESERVED = 2;
export const EXTRA_REVOCABLE = 4;
export const EXTRA_SHARED = 8;
export const EXTRA_REFINED = 16;
/** One piece, had whole or not at all. */
export const EXTRA_WHOLE = 32;
export const EXTRA_TAKEN = 64;

/** A quota row: role's flags, quota above, then guarantees, limits and consumed [stride each]. */
export const QUOTA_FLAGS = 0;
export const QUOTA_ABOVE = 4;
export const QUOTA_HEADER = 8;
export const QUOTA_GUARANTEED = 1;
export const QUOTA_LIMITED = 2;
/** Set on a top-level role: it counts for headroom. */
export const QUOTA_TOP = 4;

/** Shared holdings of an agent: number of pairs, then (entity, identity). */
export const SHARED_COUNT = 0;
export const SHARED_PAIRS = 8;

/** A mask row: pairs of 64-bit words, "certainly filtered" and "has a filter" of 64 clients each. */
export const MASK_PAIR = 16;

/**
 * What stands before an agent's filters: its mask row, the number of pairs in it, and a digest of it, all its "has a
 * filter" words laid over each other in four. Most clients have no filter: the digest, next to all else a cycle wants
 * to know of the agent, says so without a look at the mask row.
 */
export const GUARD_BYTES = 40;
export const GUARD_MASK = 0;
export const GUARD_WORDS = 4;
export const GUARD_DIGEST = 8;
export const DIGEST_WORDS = 4;

/** Minimal quantities: number of alternatives; each: number of pairs, and these: kind, is it a scalar's, value. */
export const MINIMUM_COUNT = 0;
export const MINIMUM_HEADER = 8;
export const PAIR_BYTES = 16;
export const PAIR_KIND = 0;
export const PAIR_IS_SCALAR = 4;
export const PAIR_VALUE = 8;

/** An offer row. plain[kinds in use] follows, then extras of 16 bytes: index, 0, value. A whole row has neither. */
export const ROW_AGENT = 0;
export const ROW_CLIENT = 4;
export const ROW_FLAGS = 8;
export const ROW_EXTRAS = 12;
export const ROW_HEADER = 16;
export const ROW_WHOLE = 1;
export const ROW_STAGE_1 = 2;
export const ROW_END = 4;

/** The filter table: filters stand in segments that never move; numbers start at 1, 0 means none. */
export const F_CAPACITY = 0;
/** Address of the segments' addresses. */
export const F_SEGMENTS = 4;
export const F_FREE = 8;
export const F_BUCKETS = 12;
export const F_BUCKET_MASK = 16;
export const F_COUNT = 20;
/** First filter per agent, per client bit and per due list. */
export const F_AGENT_HEADS = 24;
export const F_CLIENT_HEADS = 28;
/** Number of filters per client bit. */
export const F_CLIENT_COUNTS = 32;
export const F_DUE_HEADS = 36;
/** By agent: rows, and the number of filters that are gone but may still be in its digest. */
export const F_ROWS = 40;
export const F_STALE = 44;
/** By agent: its state, and since which run there is nothing to give of it. */
export const F_STATES = 48;
export const F_QUIET = 52;
/** Agents these columns have room for. */
export const F_AGENTS = 56;
export const F_HEADER_BYTES = 64;

/** Filters per segment, as a power of two. */
export const SEGMENT_SHIFT = 15;
export const MAX_SEGMENTS = 4096;

export const FILTER_BYTES = 40;
export const FILTER_AGENT = 0;
/** -1: not in use. */
export const FILTER_BIT = 4;
export const FILTER_RECORD = 8;
export const FILTER_AGENT_NEXT = 12;
export const FILTER_AGENT_PREV = 16;
export const FILTER_CLIENT_NEXT = 20;
export const FILTER_CLIENT_PREV = 24;
export const FILTER_BUCKET_NEXT = 28;
/** Filters that are due together; the first has -1 - number of the list as its predecessor. */
export const FILTER_DUE_NEXT = 32;
export const FILTER_DUE_PREV = 36;

/** Why a client is not offered an agent: what `explain` prints. */
export const REASON_FEASIBLE = 0;
export const REASON_NOTHING_LEFT = 1;
export const REASON_CONSTRAINTS = 2;
export const REASON_GPU = 3;
export const REASON_REGION = 4;
export const REASON_AGENT_NOT_MULTI_ROLE = 5;
export const REASON_AGENT_NOT_HIERARCHICAL = 6;
export const REASON_NOTHING_FOR_ROLE = 7;
export const REASON_CAPABILITIES = 8;
export const REASON_QUOTA_LIMIT = 9;
export const REASON_HEADROOM = 10;
export const REASON_BELOW_MINIMUM = 11;
export const REASON_REFUSED = 12;
