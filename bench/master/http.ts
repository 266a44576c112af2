/** Plain requests to a master, over connections that are kept. */
import { Agent, request } from "node:http";
import type { Address } from "./fleet.ts";

export interface Answer {
  readonly status: number;
  readonly bytes: number;
  /** From the first byte of the request until the last one of the answer. */
  readonly ms: number;
  readonly firstByteMs: number;
  readonly body: Buffer | undefined;
}

export interface Asked {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Otherwise it is only counted. */
  readonly keepsBody?: boolean;
  readonly agent?: Agent;
}

const shared = new Agent({ keepAlive: true });

export function ask(address: Address, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body, keepsBody = false, agent = shared } = asked;
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const sent = request({ ...address, path, method, headers, agent }, (response) => {
      const firstByteMs = performance.now() - from;
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (keepsBody) chunks.push(chunk);
      });
      response.on("error", reject);
      response.on("end", () => resolve({
        status: response.statusCode ?? 0, bytes, ms: performance.now() - from, firstByteMs,
        body: keepsBody ? Buffer.concat(chunks) : undefined,
      }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export async function getJson(address: Address, path: string): Promise<unknown> {
  const { status, body } = await ask(address, path, { keepsBody: true });
  if (status !== 200) throw new Error(`GET ${path} was answered ${status}`);
  return JSON.parse(body!.toString());
}
