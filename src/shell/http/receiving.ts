/** Bytes of bodies that have begun to come in and are not complete, of all requests of this process together. */
import { MAX_REQUEST_BODIES_BYTES } from "../../model/limits.ts";

let bytes = 0;

/** More have come, or (less than 0) are complete or given up. False: there are too many. */
export function receive(more: number): boolean {
  bytes += more;
  return bytes <= MAX_REQUEST_BODIES_BYTES;
}
