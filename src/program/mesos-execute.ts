#!/bin/sh
/** `mesos-execute`: `allot run` under its old name, with the resources it used to give by default. */
import { main } from "./run.ts";

process.exitCode = await main(process.argv.slice(2), "mesos-execute", "cpus:1;mem:128");
