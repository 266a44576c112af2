#!/bin/sh
/** `mesos-master`: the master under its old name. */
import { main } from "./master.ts";

process.exitCode = await main(process.argv.slice(2), "mesos-master");
