/** The flags of `allot migrate`, and how a cluster is taken over with it. */
import { bool, duration, flag, optional, path, text } from "./flags.ts";

export const MIGRATE_FLAGS = {
  help: flag(bool, false, "Print this and leave."),
  from: optional(text, "A master of the old cluster, which is only read: http://host:port, http://user:password@host:port."),
  work_dir: optional(path, "Write into the registry of a master that leads alone: its --work_dir."),
  zk: optional(text, "Write into the registry of masters that take over from each other: their --zk."),
  zk_session_timeout: flag(duration, 10_000, "ZooKeeper session timeout."),
  overwrite: flag(bool, false, "Replace a registry that holds something; a master of ours that leads with it ends then."),
  dry_run: flag(bool, false, "Only say what there is."),
};

export const MIGRATE_USAGE = `Usage: allot migrate --from=http://OLD-LEADER:5050 (--work_dir=DIRECTORY | --zk=URL) [flags]

Copies what a master of Mesos (or of allot) remembers across failovers: agents, unreachable and gone agents, quotas,
weights, machines and the maintenance schedule. Running tasks need no copy: agents and frameworks tell of them when they
come back. A master that hides its registry is asked through its API, which does not know of unreachable and gone agents.

To take over a running cluster that elects through ZooKeeper, without stopping a task:
  1. allot migrate --from=http://OLD-LEADER:5050 --zk=URL   it changes nothing of the old masters
  2. start allot master --zk=URL, the same URL and flags    ours join the election behind the old ones and stand by
  3. allot migrate ... --overwrite                          once more, for what changed meanwhile; change nothing from here
  4. stop the old masters, those that stand by first        agents and frameworks find the new leader by themselves
To go back, start an old master again and stop ours: the old registry is as it was.

Without ZooKeeper: migrate into --work_dir, stop the old master, start allot master at the same address with that
--work_dir.
`;
