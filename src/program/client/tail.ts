/**
 * Follows a file of a task's sandbox on its agent, from its first byte: reads what is there through the agent's API, writes
 * it out, and looks again. The file may appear late, and the agent may be away for a while.
 */
import type { Writable } from "node:stream";
import { CallCodec, ResponseCodec } from "../../wire/gen/agent.ts";
import { encodeAs } from "../../wire/v1/media.ts";
import { post } from "./http.ts";
import type { HostPort } from "./http.ts";

const READ_BYTES = 64 * 1024;

export class Tail {
  readonly #agent: HostPort;
  readonly #apiPath: string;
  readonly #path: string;
  readonly #out: Writable;
  #offset = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** `apiPath`: where the agent's operator API is, such as `/slave(1)/api/v1`. */
  constructor(agent: HostPort, apiPath: string, path: string, out: Writable) {
    this.#agent = agent;
    this.#apiPath = apiPath;
    this.#path = path;
    this.#out = out;
  }

  /** Writes out everything the file holds now, after drains asked for before. False when it cannot be read (yet). */
  drain(): Promise<boolean> {
    const drained = this.#last.then(() => this.#drainNow());
    this.#last = drained;
    return drained;
  }

  async #drainNow(): Promise<boolean> {
    for (;;) {
      const data = await this.#read().catch(() => undefined);
      if (data === undefined) return false;
      if (data.length === 0) return true;
      this.#offset += data.length;
      if (!this.#out.write(data)) await new Promise((resolve) => this.#out.once("drain", resolve));
    }
  }

  async #read(): Promise<Uint8Array | undefined> {
    const call = {
      type: "READ_FILE" as const,
      read_file: { path: this.#path, offset: this.#offset, length: READ_BYTES },
    };
    const answer = await post({
      to: this.#agent,
      path: this.#apiPath,
      media: "protobuf",
      body: encodeAs(CallCodec, call, "protobuf"),
    });
    if (answer.status !== 200) return undefined;
    const response = ResponseCodec.decode(answer.body);
    return response.ok ? (response.value.read_file?.data ?? new Uint8Array()) : undefined;
  }
}
