/**
 * Runs one task on a cluster, as a framework of its own: subscribe, wait for an offer that fits, launch, show what happens,
 * copy what the task writes, and leave with its result. It survives a master that fails over, and takes the task with it
 * when it is interrupted.
 */
import type { Writable } from "node:stream";
import type { Event } from "../model/gen/scheduler.ts";
import type { AgentID, FrameworkID, Offer, TaskStatus } from "../model/gen/mesos.ts";
import { printResources } from "../model/print.ts";
import { unallocate } from "../model/resources.ts";
import { isTerminalTask } from "../model/task-state.ts";
import { takeResources } from "./client/fit.ts";
import { address } from "./client/http.ts";
import type { HostPort } from "./client/http.ts";
import { Inbox } from "./client/inbox.ts";
import { locate } from "./client/locate.ts";
import type { Locator } from "./client/locate.ts";
import { SchedulerClient } from "./client/scheduler.ts";
import { Tail } from "./client/tail.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { Plan } from "./run-flags.ts";

/** Where lines for people and the task's own output go. */
export interface Terminal {
  say(line: string): void;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Calls `interrupted` for each Ctrl-C; the returned function stops that. */
  onInterrupt(interrupted: () => void): () => void;
}

/** Exit code of a run that was interrupted. */
const INTERRUPTED = 130;
const NOTHING_OFFERED_AFTER_MS = 3_000;
const TAIL_INTERVAL_MS = 150;
const RETRY_INTERVAL_MS = 1_000;
/** How long a master may be away before we give up. */
const RETRIES = 60;

type Happening =
  | { readonly kind: "event"; readonly event: Event }
  | { readonly kind: "stream-over"; readonly of: number; readonly why: string }
  | { readonly kind: "kill"; readonly why: string }
  | { readonly kind: "interrupt" }
  | { readonly kind: "nothing-offered" };

/** Resolves with the exit code; rejects with one line when the cluster cannot be used. */
export async function runTask(plan: Plan, terminal: Terminal): Promise<number> {
  const run = new Run(plan, terminal);
  const stopListening = terminal.onInterrupt(() => run.interrupt());
  try {
    return await run.toTheEnd();
  } finally {
    stopListening();
    await run.leave();
  }
}

class Run {
  readonly inbox = new Inbox<Happening>();
  readonly #plan: Plan;
  readonly #terminal: Terminal;
  readonly #locator: Locator;
  #client: SchedulerClient | undefined;
  /** The number of the newest subscription. */
  #subscription = 0;
  /** A subscription under way. */
  #attempt: { readonly at: HostPort; readonly abort: AbortController } | undefined;
  #frameworkId: FrameworkID | undefined;
  #agentId: AgentID | undefined;
  #tails: readonly Tail[] = [];
  #tailing: NodeJS.Timeout | undefined;
  #killTimer: NodeJS.Timeout | undefined;
  #hintTimer: NodeJS.Timeout | undefined;
  /** Ctrl-C was pressed. */
  #interrupted = false;
  #isKilled = false;
  #lastHint = "";

  constructor(plan: Plan, terminal: Terminal) {
    this.#plan = plan;
    this.#locator = locate(plan.master, (leader) => this.#leaderMoved(leader));
    this.#terminal = terminal;
  }

  interrupt(): void {
    this.#interrupted = true;
    this.inbox.put({ kind: "interrupt" });
  }

  async toTheEnd(): Promise<number> {
    await this.#subscribe();
    this.#hintTimer = setTimeout(() => this.inbox.put({ kind: "nothing-offered" }), NOTHING_OFFERED_AFTER_MS);
    for (;;) {
      const code = await this.#take(await this.inbox.next());
      if (code !== undefined) return code;
    }
  }

  /** Says goodbye to the master, if it can still hear us. */
  async leave(): Promise<void> {
    for (const timer of [this.#tailing, this.#killTimer, this.#hintTimer]) clearTimeout(timer);
    if (this.#frameworkId !== undefined) {
      await this.#client?.call({ type: "TEARDOWN", framework_id: this.#frameworkId }).catch(() => {});
    }
    this.#client?.close();
    this.#locator.close();
  }

  /** The exit code once the task is over. */
  async #take(happening: Happening): Promise<number | undefined> {
    switch (happening.kind) {
      case "event":
        return this.#takeEvent(happening.event);
      case "stream-over":
        // Of a subscription that another has taken the place of.
        if (happening.of !== this.#subscription) return undefined;
        this.#terminal.say(`Lost the master: ${happening.why}; looking for it again`);
        return this.#resubscribe();
      case "kill":
        this.#terminal.say(happening.why);
        await this.#kill();
        return undefined;
      case "interrupt":
        return this.#leaveOrKill();
      case "nothing-offered":
        if (this.#agentId === undefined && this.#lastHint === "") {
          this.#hint(`No resources are offered so far. Is an agent registered? See http://${address(this.#client!.master)}/`);
        }
        return undefined;
    }
  }

  async #takeEvent(event: Event): Promise<number | undefined> {
    switch (event.type) {
      case "SUBSCRIBED":
        return this.#subscribed(event.subscribed!.framework_id);
      case "OFFERS":
        for (const offer of event.offers?.offers ?? []) await this.#answerOffer(offer);
        return undefined;
      case "UPDATE":
        return this.#update(event.update!.status);
      case "ERROR":
        this.#frameworkId = undefined;
        throw new Error(`The master refuses us: ${event.error?.message ?? "no reason given"}`);
      default:
        return undefined;
    }
  }

  #leaderMoved(leader: HostPort): void {
    const attempt = this.#attempt;
    if (attempt !== undefined) return address(attempt.at) === address(leader) ? undefined : attempt.abort.abort();
    const client = this.#client;
    if (client === undefined || address(client.master) === address(leader)) return;
    client.close();
    this.inbox.put({ kind: "stream-over", of: this.#subscription, why: `${address(leader)} leads now` });
  }

  /** At the master given, or wherever the leader is said to be. */
  async #subscribe(given?: HostPort): Promise<void> {
    const { media, framework } = this.#plan;
    const id = this.#frameworkId;
    const at = given ?? (await this.#locator.leader());
    const abort = new AbortController();
    this.#attempt = { at, abort };
    const of = ++this.#subscription;
    this.#client?.close();
    try {
      this.#client = await SchedulerClient.subscribe(
        at,
        media,
        {
          type: "SUBSCRIBE",
          ...(id === undefined ? {} : { framework_id: id }),
          subscribe: { framework_info: id === undefined ? framework : { ...framework, id } },
        },
        {
          onEvent: (event) => this.inbox.put({ kind: "event", event }),
          onEnd: (why) => this.inbox.put({ kind: "stream-over", of, why }),
        },
        { isLeader: this.#locator.isCertain, signal: abort.signal },
      );
    } finally {
      this.#attempt = undefined;
    }
  }

  async #resubscribe(): Promise<number | undefined> {
    for (let attempt = 1; ; attempt++) {
      if (this.#interrupted) return INTERRUPTED;
      try {
        // The address we were given may be that of a master that is gone: the last leader is tried in turn.
        await this.#subscribe(attempt % 2 === 0 && !this.#locator.isCertain ? this.#client?.master : undefined);
        return undefined;
      } catch (error) {
        if (attempt >= RETRIES) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_INTERVAL_MS));
    }
  }

  async #subscribed(id: FrameworkID): Promise<undefined> {
    const again = this.#frameworkId !== undefined;
    this.#frameworkId = id;
    if (!again) this.#terminal.say(`Subscribed with ID ${id.value} at ${address(this.#client!.master)}`);
    else if (this.#agentId !== undefined) {
      await this.#call({
        type: "RECONCILE",
        reconcile: { tasks: [{ task_id: this.#plan.task.task_id, agent_id: this.#agentId }] },
      });
    }
  }

  async #answerOffer(offer: Offer): Promise<void> {
    const { task } = this.#plan;
    const resources = this.#agentId === undefined ? takeResources(offer.resources ?? [], task.resources ?? []) : undefined;
    if (resources === undefined) {
      if (this.#agentId === undefined) {
        this.#hint(
          `Waiting for ${printResources(task.resources ?? [])}: agent ${offer.hostname} offers only ` +
            printResources(unallocate(offer.resources ?? [])),
        );
      }
      return this.#call({ type: "DECLINE", decline: { offer_ids: [offer.id] } });
    }
    this.#agentId = offer.agent_id;
    this.#follow(offer);
    this.#terminal.say(`Submitted task '${task.name}' to agent '${offer.agent_id.value}' (${offer.hostname})`);
    await this.#call({
      type: "ACCEPT",
      accept: {
        offer_ids: [offer.id],
        operations: [{ type: "LAUNCH", launch: { task_infos: [{ ...task, agent_id: offer.agent_id, resources }] } }],
      },
    });
    await this.#call({ type: "SUPPRESS", suppress: {} });
  }

  async #update(status: TaskStatus): Promise<number | undefined> {
    const state = status.state;
    const message = status.message === undefined || status.message === "" ? "" : `: ${status.message}`;
    const reason = status.reason === undefined || state === "TASK_FINISHED" ? "" : ` (${status.reason})`;
    this.#terminal.say(`Task '${this.#plan.task.name}': ${state}${message}${reason}`);
    if (status.uuid !== undefined && status.agent_id !== undefined) {
      await this.#call({
        type: "ACKNOWLEDGE",
        acknowledge: { agent_id: status.agent_id, task_id: status.task_id, uuid: status.uuid },
      });
    }
    const { killAfterMs } = this.#plan;
    if (state === "TASK_RUNNING" && killAfterMs !== undefined) {
      this.#killTimer ??= setTimeout(() => this.inbox.put({ kind: "kill", why: "Its time is over: killing the task" }), killAfterMs);
    }
    if (!isTerminalTask(state)) return undefined;
    await this.#copyTheRest();
    return this.#interrupted ? INTERRUPTED : exitCodeOf(status);
  }

  async #leaveOrKill(): Promise<number | undefined> {
    if (this.#agentId === undefined || this.#isKilled) return INTERRUPTED;
    this.#isKilled = true;
    this.#terminal.say("Interrupted: killing the task (once more to leave at once)");
    await this.#kill();
    return undefined;
  }

  async #kill(): Promise<void> {
    const agentId = this.#agentId;
    await this.#call({
      type: "KILL",
      kill: { task_id: this.#plan.task.task_id, ...(agentId === undefined ? {} : { agent_id: agentId }) },
    });
  }

  /** A call that the master is too busy or too far away to take is not the end: the stream will tell. */
  async #call(call: Parameters<SchedulerClient["call"]>[0]): Promise<void> {
    try {
      await this.#client!.call({ ...call, framework_id: this.#frameworkId! });
    } catch (error) {
      this.#terminal.say((error as Error).message);
    }
  }

  /** Says why we wait, once per reason. */
  #hint(line: string): void {
    if (line === this.#lastHint) return;
    this.#lastHint = line;
    this.#terminal.say(line);
  }

  /** Begins to copy what the task writes into its sandbox. */
  #follow({ url, hostname }: Offer): void {
    const host = url?.address.ip ?? url?.address.hostname ?? hostname;
    const agent = { host, port: url?.address.port ?? 5051 };
    const id = this.#plan.task.task_id.value;
    const executor = this.#plan.task.executor?.executor_id.value ?? id;
    const sandbox = `/frameworks/${this.#frameworkId!.value}/executors/${executor}/runs/latest`;
    this.#tails = (["stdout", "stderr"] as const).map(
      (name) => new Tail(agent, `${url?.path ?? ""}/api/v1`, `${sandbox}/${name}`, this.#terminal[name]),
    );
    const poll = async (): Promise<void> => {
      for (const tail of this.#tails) await tail.drain();
      if (this.#tailing !== undefined) this.#tailing = setTimeout(() => void poll(), TAIL_INTERVAL_MS);
    };
    this.#tailing = setTimeout(() => void poll(), TAIL_INTERVAL_MS);
  }

  async #copyTheRest(): Promise<void> {
    clearTimeout(this.#tailing);
    this.#tailing = undefined;
    for (const tail of this.#tails) await tail.drain();
  }
}
