/**
 * `npm run -s golden:allocator -- FILE…`: plays recorded scenario files (.jsonl or .jsonl.gz; all of ours when none is
 * named) through the real kernel and says where it decides otherwise.
 */
import { kernelEngine } from "./kernel-engine.ts";
import { run } from "./run.ts";

process.exitCode = run(process.argv.slice(2), kernelEngine);
