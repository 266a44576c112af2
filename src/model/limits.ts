/**
 * Every bound of the system in one table: queues, buffers, histories and sizes never grow past these numbers.
 * A limit that an operator can set is a flag whose default is named here.
 */

// Values.

/** Longest id Mesos accepts, in bytes of UTF-8 (TSK-02). */
export const MAX_ID_LENGTH = 255;

/** Longest container id Mesos accepts, in bytes of UTF-8 (http-v1.md 10.9). */
export const MAX_CONTAINER_ID_LENGTH = 242;

/** Resource objects one list from outside may hold: merging them is quadratic. */
export const MAX_RESOURCES = 2_000;

// The front door and the connections (shell/http, shell/libprocess).

/**
 * Connections one process accepts, and never more than the system gives it file descriptors for, less
 * RESERVED_DESCRIPTORS; one more is closed at once.
 */
export const MAX_CONNECTIONS = 50_000;
/**
 * File descriptors that are kept for everything else than connections that others open: a quarter of them if there are
 * few.
 */
export const RESERVED_DESCRIPTORS = 1_024;
/** Connections of one address, by default (--max_connections_per_address): 10,000 agents behind one address fit. */
export const MAX_CONNECTIONS_PER_ADDRESS = 16_384;
/** Event streams that one address may have open, by default (--max_streams_per_address); one more is answered 503. */
export const MAX_STREAMS_PER_ADDRESS = 4_096;
/**
 * A head of a request or message must be complete so long after its first byte; the connection is closed. A connection
 * that has said nothing yet may wait for ever: it may be the link of a peer.
 */
export const HEAD_TIMEOUT_MS = 30_000;
/** A request must be complete so long after its first byte; it is answered 408. */
export const REQUEST_TIMEOUT_MS = 300_000;
/**
 * A libprocess message must be complete so long after its first byte, and no pause in it longer than the second of
 * these; the connection is closed.
 */
export const MESSAGE_TIMEOUT_MS = 300_000;
export const MESSAGE_STALL_TIMEOUT_MS = 120_000;
/**
 * A connection of an HTTP client that asks for nothing is closed after this; clients that pool connections find most
 * of theirs still open.
 */
export const KEEP_ALIVE_TIMEOUT_MS = 600_000;
/** A client that takes nothing of a long answer for this long is cut off. */
export const ANSWER_STALL_TIMEOUT_MS = 120_000;
/** A TLS handshake must be over after this. */
export const HANDSHAKE_TIMEOUT_MS = 15_000;
/**
 * Bytes of request line and headers together, of an HTTP request or a libprocess message; more is answered 431.
 */
export const MAX_HEADER_BYTES = 64 * 1024;
/** Longest head that is read in the lane for calls of schedulers; Fastify reads the others. */
export const MAX_LANE_HEAD_BYTES = 4 * 1024;
/** Body of one HTTP request, before and after inflation; more is answered 413. */
export const MAX_REQUEST_BODY_BYTES = 32 * 1024 * 1024;
/** Bodies being received by one process, all requests together; a request that would exceed it is answered 503. */
export const MAX_REQUEST_BODIES_BYTES = 256 * 1024 * 1024;
/** Readers of /metrics/snapshot that wait for their turn (MET-01); one more is answered 503. */
export const MAX_METRICS_READERS_WAITING = 1_000;
/**
 * HTTP requests of one connection whose answers have not gone out; with more, nothing is read from it until they have. One
 * with an event stream among them is closed.
 */
export const MAX_REQUESTS_PER_CONNECTION = 256;
/** HTTP requests handed to a core and not answered yet; more are answered 503. */
export const MAX_REQUESTS_IN_FLIGHT = 10_000;
/**
 * What waits in all event streams together, a record that waits in many counted once; beyond it those streams are cut whose
 * readers have taken nothing for longest.
 */
export const MAX_STREAMS_QUEUE_BYTES = 512 * 1024 * 1024;
/**
 * What may wait in one event stream: bytes, and records, since short ones cost more than their bytes. A framework of
 * 100,000 tasks that asks for all of them at once must fit. More closes the stream.
 */
export const MAX_STREAM_QUEUE_BYTES = 128 * 1024 * 1024;
export const MAX_STREAM_QUEUE_RECORDS = 400_000;
/** The same for a reader that has taken nothing for the third of these. */
export const MAX_STALLED_QUEUE_BYTES = 16 * 1024 * 1024;
export const MAX_STALLED_QUEUE_RECORDS = 20_000;
export const MAX_STREAM_STALL_MS = 10_000;
/** Bytes waiting for one libprocess peer; beyond it its connection is ended, and with it what waits, as if it had broken. */
export const MAX_PEER_QUEUE_BYTES = 64 * 1024 * 1024;
/** Outgoing libprocess connections of one process, links and temporary ones together. */
export const MAX_PEERS = 50_000;
/** Answers smaller than this are not worth compressing (EPM-44). */
export const MIN_GZIP_BYTES = 1024;

// The loops (shell/drive.ts).

/** Durations kept of each kind of work that is timed (shell/readings.ts). */
export const MAX_TIMER_SAMPLES = 1_000;
/** Events stepped as one batch, with one write to the store. */
export const MAX_BATCH_EVENTS = 1_000;
/** Batches whose effects wait for the store; at this number stepping pauses until a write is done. */
export const MAX_BATCHES_WAITING = 64;
/** Events waiting to be stepped: at the high mark sockets are no longer read, at the low mark they are again. */
export const EVENT_QUEUE_HIGH_MARK = 20_000;
export const EVENT_QUEUE_LOW_MARK = 5_000;

// What is read and written (wire).

/** Deepest nesting of a message that may contain itself (protobuf's own bound). */
export const MAX_MESSAGE_NESTING = 100;

/** Deepest nesting of JSON text, the bound Mesos has. */
export const MAX_JSON_DEPTH = 200;

/** A codec's writing buffer is kept between messages until one message made it larger than this. */
export const MAX_KEPT_WRITER_BYTES = 1_048_576;

/** Body of one libprocess message (protobuf's own bound); more is answered 413 and ends the connection. */
export const MAX_MESSAGE_BODY_BYTES = 64 * 1024 * 1024;

/**
 * Bytes of libprocess messages that are not complete yet, of one process; beyond it a connection is closed that holds more than
 * the second of these.
 */
export const MAX_MESSAGE_BODIES_BYTES = 512 * 1024 * 1024;
export const SMALL_MESSAGE_BYTES = 1024 * 1024;

/** One record of a RecordIO stream that somebody sends to us. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** A byte queue gives its buffer back when it is empty and larger than this. */
export const MAX_KEPT_QUEUE_BYTES = 1_048_576;

// The agent.

/** Longest wait between two attempts of an agent to register (wire-v0 §5.1). */
export const REGISTER_RETRY_MAX_MS = 60_000;
/** Waits before a status update is sent again: the first, and the longest (TSK-54). */
export const UPDATE_RETRY_MIN_MS = 10_000;
export const UPDATE_RETRY_MAX_MS = 600_000;
/** The same for the outcome of an operation. */
export const OPERATION_RETRY_MIN_MS = 10_000;
export const OPERATION_RETRY_MAX_MS = 600_000;
/** An executor's stream on which nothing is said for so long gets a HEARTBEAT (EXC-13). */
export const EXECUTOR_HEARTBEAT_MS = 1_800_000;
/** What an agent remembers of the past (AGF-93); how many executors per framework is a flag. */
export const MAX_COMPLETED_FRAMEWORKS_ON_AGENT = 50;
export const MAX_COMPLETED_TASKS_PER_EXECUTOR = 200;
/** Tasks an agent remembers to have said are not here. */
export const MAX_DENIED_TASKS = 10_000;
/** Bytes of a sandbox file answered at once by /files/read and READ_FILE. */
export const MAX_FILE_READ_BYTES = 65_536;

// The master.

/** Ids of removed agents the master remembers (AGT-40). */
export const MAX_REMOVED_AGENTS = 100_000;
/** How long after its return an agent's orphaned operations wait for their framework (FWK-27). */
export const ORPHAN_ADOPTION_DELAY_MS = 10 * 60 * 1000;

/**
 * An allocation waits so long after something has ended for what ends with it, half its interval at most and never
 * more than once (schedule.ts).
 */
export const FREED_MOMENT_MS = 100;

// The allocator.

/** Defaults of --offer_constraints_re2_max_program_size and --offer_constraints_re2_max_mem (FWK-47). */
export const CONSTRAINTS_MAX_PROGRAM_SIZE = 100;
export const CONSTRAINTS_MAX_MEMORY_BYTES = 4096;
/** Constraints of one framework, all roles together, and characters of their patterns. */
export const MAX_CONSTRAINTS = 10_000;
export const MAX_CONSTRAINTS_PATTERN_LENGTH = 32 * 1024;
/** Longest time a refusal counts; more is cut to it (OFR-15). */
export const MAX_REFUSE_SECONDS = 365 * 24 * 60 * 60;

// Files and answers.

/** Sandbox files, of any size, that an agent sends at the same time, read as they are sent; one more is answered 503. */
export const MAX_DOWNLOADS = 256;
/** Questions about files of sandboxes that are being looked into at the same time; one more is answered 503. */
export const MAX_FILE_QUESTIONS = 512;
/** Most entries of one directory that are listed. */
export const MAX_FILE_LISTING = 20_000;

/** Tasks `/tasks` shows when nobody says how many. */
export const DEFAULT_TASK_LIMIT = 100;

/** Answers too long for one piece that a process sends at the same time; one more is answered 503. */
export const MAX_LONG_ANSWERS = 256;
/**
 * Those of clients of HTTP/1.0, who must be told the length first, so that the whole is held; one more is answered
 * 503.
 */
export const MAX_WHOLE_ANSWERS = 8;
/**
 * First records of operators' streams (the whole state) that are being made at a time, and what of them has not been
 * taken yet; more cuts the stream.
 */
export const MAX_RECORDS_MADE_AT_ONCE = 2;
export const MAX_LONG_RECORDS_BYTES = 1024 * 1024 * 1024;
/** Answers in pieces that wait for their first one to be made; one more is answered 503. */
export const MAX_ANSWERS_WAITING = 2_000;
/** Pieces of memory for a chunk of a long answer, 72 KiB each, that are kept to be used again. */
export const MAX_SPARE_CHUNKS = 64;

// ZooKeeper.

/** Largest packet taken from a server: the names of 100,000 entries in one list are below it. */
export const MAX_ZOOKEEPER_PACKET_BYTES = 64 * 1024 * 1024;
/**
 * What one write to the registry in ZooKeeper holds at most: half of what a server takes by default, and so many
 * entries.
 */
export const MAX_REGISTRY_PACKET_BYTES = 512 * 1024;
export const MAX_REGISTRY_PACKET_CHANGES = 4_000;
/** Largest single operation that a server takes by default (1 MB), with room for what is around it. */
export const MAX_REGISTRY_OPERATION_BYTES = 1_000_000;
/** Largest AgentInfo that is let in: it must fit the registry. */
export const MAX_AGENT_INFO_BYTES = 256 * 1024;

// Authentication and authorization.

/** Decisions about one principal and one action that are remembered while a request is answered. */
export const MAX_DECISIONS_KEPT = 10_000;
/** Messages of one principal that wait for their turn (--rate_limits), whatever its capacity. */
export const MAX_THROTTLED_MESSAGES = 100_000;
/** Changes whose outcome is still to be written into the log. */
export const MAX_AUDITS_PENDING = 20_000;
/** Authentications of agents and drivers that are under way at a time, and registrations that wait for one of them. */
export const MAX_AUTHENTICATIONS = 20_000;
export const MAX_AUTHENTICATION_WAITING = 16;
/** Pids of which is remembered who is there; those that registered are never forgotten. */
export const MAX_PROVEN_PRINCIPALS = 200_000;
/** Principals in a file of credentials. */
export const MAX_CREDENTIALS = 100_000;
/** Longest bearer token that is looked at. */
export const MAX_TOKEN_BYTES = 8_192;

// Maintenance.

/** Machines a leader remembers of which nothing is planned any more. */
export const MAX_FORMER_MACHINES = 10_000;

// Numbers.

/** So many numbers of resource identities, set items and roles beyond twice those in use, and all are given anew. */
export const SPARE_NUMBERS = 100_000;

// The flight record.

/** Texts that have a number in a segment, and the longest of them. */
export const MAX_FLIGHT_SYMBOLS = 16_384;
export const MAX_FLIGHT_SYMBOL_LENGTH = 200;
/** Bytes of a record that wait for the disk; what comes while there are more is dropped, counted, and said so. */
export const MAX_FLIGHT_WAITING_BYTES = 32 * 1024 * 1024;
/** Largest frame of a record that is read. */
export const MAX_FLIGHT_FRAME_BYTES = 512 * 1024 * 1024;
