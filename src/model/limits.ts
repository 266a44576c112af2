/**
 * Every bound of the system in one table: queues, buffers, histories and sizes never grow past these numbers.
 * A limit that an operator can set is a flag whose default is named here.
 */

/** Longest id Mesos accepts, in UTF-16 units (TSK-02). */
export const MAX_ID_LENGTH = 255;
