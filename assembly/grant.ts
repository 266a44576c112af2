/** Giving: the offer leaves the agent and is charged to the client, its role and all above, and to quota. */
import * as L from "./layout";
import {
  chosen, extra, extraCount, holdsShared, noteShared, offered, quantityOf, record, takeAll, takeOffered, values,
} from "./agent";
import { consuming, guaranteed } from "./chop";
import { isStrict, kinds, parentOf, total, vectorBytes } from "./context";
import { scratch } from "./chunk";
import { consume, release } from "./headroom";
import { plus } from "./quantity";
import { offerRow, wholeRow } from "./rows";
import { touch } from "./tree";

let amounts: usize = 0;

export function enterGrant(): void {
  amounts = scratch(vectorBytes);
}

/** All that is left of the agent, when nothing in it needs a closer look. */
export function grantWhole(leaf: i32, client: i32): void {
  if (load<i32>(record, L.RECORD_FLAGS) & L.RECORD_WORK) offerRow(client, true, false);
  else wholeRow(client);
  for (let at = client; at != L.NO_ENTITY; at = parentOf(at)) charge(at, quantityOf(record));
  touch(client);
  consume(leaf, quantityOf(record));
  takeAll();
}

/** The offer made up by `chop`. */
export function grantOffered(leaf: i32, client: i32, firstStage: bool): void {
  offerRow(client, false, firstStage);
  sum(client);
  charge(client, amounts);
  sum(leaf);
  for (let at = leaf; at != L.NO_ENTITY; at = parentOf(at)) charge(at, amounts);
  remember(client, leaf);
  touch(client);
  if (firstStage) {
    consume(leaf, consuming);
    release(guaranteed);
  } else {
    consume(leaf, consuming);
  }
  takeOffered(isStrict());
}

function charge(entity: i32, by: usize): void {
  const has = total(entity);
  for (let k = 0; k < kinds; k++) {
    const o = <usize>k << 3;
    store<f64>(has + o, plus(load<f64>(has + o), load<f64>(by + o)));
  }
}

/** Scalars of the offer; a shared volume counts for an entity only if it has no copy yet. */
function sum(entity: i32): void {
  memory.copy(amounts, offered, vectorBytes);
  for (let i = 0, n = extraCount(record); i < n; i++) {
    if (load<u8>(chosen + i) == 0) continue;
    const x = extra(record, i);
    const flags = load<i32>(x, L.EXTRA_FLAGS);
    if ((flags & L.EXTRA_SCALAR) == 0) continue;
    if ((flags & L.EXTRA_SHARED) != 0 && holdsShared(entity, load<i32>(x, L.EXTRA_IDENTITY))) continue;
    const o = amounts + (<usize>load<i32>(x, L.EXTRA_KIND) << 3);
    store<f64>(o, plus(load<f64>(o), load<f64>(values + (<usize>i << 3))));
  }
}

function remember(client: i32, leaf: i32): void {
  for (let i = 0, n = extraCount(record); i < n; i++) {
    const x = extra(record, i);
    if (load<u8>(chosen + i) == 0 || (load<i32>(x, L.EXTRA_FLAGS) & L.EXTRA_SHARED) == 0) continue;
    const identity = load<i32>(x, L.EXTRA_IDENTITY);
    if (!holdsShared(client, identity)) noteShared(client, identity);
    if (!holdsShared(leaf, identity)) noteShared(leaf, identity);
  }
}
