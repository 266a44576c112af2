/** Mesos' sorter benchmark: 50,000 agents, each allocated to one of 1,000 clients, sorted, and given back. */
import { Entities, ROOT } from "../../src/allocator/entities.ts";
import { BundleTable } from "../../src/allocator/bundle-table.ts";
import { SharedMemory } from "../../src/allocator/memory.ts";
import { timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { resources } from "./cluster.ts";

const AGENTS = 50_000;
const CLIENTS = 1_000;
const SAMPLES = 30;
const PORTS = Array.from({ length: 100 }, (_, i) => `${31000 + i * 10}-${31000 + i * 10 + 5}`).join(",");

export const sorter: Question = {
  id: "A5",
  name: "50,000 agents x 1,000 clients, 100 port ranges each: allocate all, sort, unallocate all",
  run(report) {
    const samples: number[] = [];
    const entities = new Entities(new SharedMemory(), 8);
    const clients = Array.from({ length: CLIENTS }, () => entities.add(ROOT, 0));
    const { quantity } = new BundleTable().of(resources(`cpus:24;mem:4096;disk:4096;ports:[${PORTS}]`));
    for (let sample = 0; sample < SAMPLES + 3; sample++) {
      const ms = timed(() => {
        for (let i = 0; i < AGENTS; i++) {
          entities.charge(clients[i % CLIENTS]!, quantity);
          entities.countGrant(clients[i % CLIENTS]!);
        }
        clients.toSorted(
          (a, b) => entities.totalOf(a, 0) - entities.totalOf(b, 0) || entities.grantsOf(a) - entities.grantsOf(b),
        );
        for (let i = 0; i < AGENTS; i++) entities.discharge(clients[i % CLIENTS]!, quantity);
      });
      if (sample >= 3) samples.push(ms);
    }
    report.add("allocate all, sort, unallocate all", "ms", samples, { goal: 10 });
  },
};
