/** GET /profiler/* and /memory-profiler/* (EPM-40, EPM-41): what a Mesos master answers that was built without either. */
import type { HttpResponse } from "../event.ts";
import { text } from "../responses.ts";
import { answerJson } from "./answer.ts";
import { object, string } from "./json.ts";

export function profiler(): HttpResponse {
  return text(400, "Perftools is disabled. To enable perftools, configure libprocess with --enable-perftools.\n");
}

export function memoryProfiler(): HttpResponse {
  return text(400, "Memory is not profiled by this process: it does not allocate by jemalloc.\n");
}

/** Without JSONP. */
export function memoryProfilerState(): HttpResponse {
  const state = [
    ["current_run", object([["id", "null"]])], ["jemalloc_detected", "false"], ["tmp_dir", string("Not yet generated")],
  ] as const;
  return answerJson({ query: {} }, object([["memory_profiler", object(state)]]));
}
