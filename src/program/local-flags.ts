/** The flags of `allot local`: those of the master, with an address that nobody else reaches, and what the agents get. */
import { flag, int, optional, path, text } from "./flags.ts";
import { MASTER_FLAGS } from "./master-flags.ts";

const MAX_AGENTS = 100;

export const LOCAL_FLAGS = {
  ...MASTER_FLAGS,
  ip: flag(text, "127.0.0.1", "Address to listen on."),
  work_dir: optional(path, "Directory of everything; by default a fresh one that is removed at the end."),
  zk: optional(text, "ZooKeeper URL of the election.", { pending: "allot local runs one master, which leads alone" }),
  agents: flag(int, 1, "How many agents.", {
    check: (count) => (count >= 0 && count <= MAX_AGENTS ? undefined : `Expected --agents to be between 0 and ${MAX_AGENTS}`),
  }),
  resources: optional(text, "Resources of each agent; by default what this machine has, for each of them again."),
  attributes: optional(text, "Attributes of each agent."),
};
