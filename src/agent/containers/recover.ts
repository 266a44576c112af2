/** Nested containers of an earlier run, for executors that come back: they will ask how these ended. */
import { NESTED_DIRECTORY, STATUS_FILE } from "../checkpoint.ts";
import type { Agent, Container } from "../state.ts";
import type { Tree } from "../tree.ts";

/** Those below `container`, whose checkpoints are at `path`. `alive` are the containers that still have a process. */
export function recoverNested(
  agent: Agent, tree: Tree, container: Container, path: string, alive: Readonly<Record<string, number>>,
): void {
  for (const name of tree.children(`${path}/${NESTED_DIRECTORY}`)) {
    const at = `${path}/${NESTED_DIRECTORY}/${name}`;
    const key = `${container.key}.${name}`;
    const status = Number(tree.text(`${at}/${STATUS_FILE}`) ?? NaN);
    const pid = alive[key];
    const nested: Container = {
      id: { value: name, parent: container.id },
      key,
      kind: "nested",
      directory: `${container.directory}/containers/${name}`,
      pid,
      exited: pid !== undefined ? undefined : Number.isInteger(status) ? { status } : {},
      launching: undefined,
      waiting: [],
    };
    agent.containers.set(key, nested);
    recoverNested(agent, tree, nested, at, alive);
  }
}
