#!/bin/sh
/** `mesos-agent`: the agent under its old name. */
import { main } from "./agent.ts";

process.exitCode = await main(process.argv.slice(2), "mesos-agent");
