/**
 * What a flight recorder costs the master's thread per event, by itself: the three events of a task (ACCEPT, its status update,
 * ACKNOWLEDGE) go through a recorder whose core does nothing, in batches of ten, into a sink that copies them.
 *
 *     npx esbuild bench/flight/recorder.ts --bundle --format=esm --platform=node --packages=external --outfile=dist/tools/flight.mjs
 *     node dist/tools/flight.mjs
 *
 * With everything around it: `npm run bench -- --suite=master --only=M5 --master-command="node dist/main.js master
 * --flight_record=DIR"`, and the same without the flag.
 */
import { readFileSync } from "node:fs";
import { createAllocator } from "../../src/allocator/hierarchical.ts";
import type { HttpRequest, MasterEvent, StreamId } from "../../src/master/event.ts";
import { FlightRecorder } from "../../src/master/flight/recorder.ts";
import { createMaster } from "../../src/master/master.ts";
import { Outbox } from "../../src/master/outbox.ts";
import { scenario } from "../../src/sim/scenario.ts";
import { machine } from "../harness.ts";

const TASKS = 100_000;
const kernel = new WebAssembly.Module(readFileSync("dist/kernel.wasm"));
const { options: plain } = scenario({ kernel, seed: 0 }).master;
const options = { ...plain, id: "11111111-2222-3333-4444-555555555555", ip: "10.0.0.1", port: 5050, hostname: "m", startedAtMs: 0 };
const headers = {
  host: "10.0.0.1:5050", "content-type": "application/x-protobuf", accept: "application/x-protobuf", connection: "keep-alive",
  "mesos-stream-id": "0b1c2d3e-0000-4000-8000-000000000001", "content-length": "600", "user-agent": "a scheduler",
};
let requests = 0;
const request = (bytes: number): MasterEvent => {
  const id = ++requests as HttpRequest["id"];
  const streamId = `00000000-0000-4000-8000-${String(id).padStart(12, "0")}` as StreamId;
  return { type: "request", request: { id, method: "POST", path: "/master/api/v1/scheduler", query: {}, headers: { ...headers }, body: new Uint8Array(bytes), streamId } };
};
const from = { id: "slave(1)", host: "10.0.0.2", port: 5051 };
const update: MasterEvent = {
  type: "message", from, to: "master", body: new Uint8Array(400),
  message: { name: "mesos.internal.StatusUpdateMessage", value: {} as never },
};

const { cores, cpu, node, load } = machine();
console.log(`${cores} x ${cpu}, Node ${node}, load ${load.toFixed(1)}`);
for (let round = 0; round < 5; round++) {
  const core = { master: createMaster(options, createAllocator(options.allocator, kernel)), step() {}, afterBatch() {} };
  const chunk = new Uint8Array(1 << 20);
  let bytes = 0;
  const write = (frame: Uint8Array): boolean => {
    chunk.set(frame, bytes % (chunk.length - frame.length));
    bytes += frame.length;
    return true;
  };
  const origin = { options, acls: undefined, hasCredentials: false };
  const recorder = new FlightRecorder({ core, origin, sink: { isAtEase: true, roll() {}, write }, segmentBytes: 1e12, nowMs: 0 });
  const before = process.cpuUsage();
  for (let task = 0, nowMs = 0; task < TASKS; nowMs++) {
    const out = new Outbox();
    for (const last = task + 3; task < last; task++) {
      recorder.step(request(600), nowMs / 1000, out);
      recorder.step(update, nowMs / 1000, out);
      recorder.step(request(150), nowMs / 1000, out);
    }
    recorder.afterBatch(nowMs / 1000, out);
  }
  const { user, system } = process.cpuUsage(before);
  const perTask = (user + system) / TASKS;
  console.log(
    `${perTask.toFixed(2)} us of CPU and ${(bytes / TASKS).toFixed(0)} bytes per task of three events: ` +
    `${((perTask * 8_000) / 1e4).toFixed(1)}% of a core at 8,000 tasks a second`,
  );
}
