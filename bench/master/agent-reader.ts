/**
 * What the master says to agents, taken off a connection that many of them share. Nothing is decoded: the request line
 * tells which agent is meant (`/slave(17)/…`) and what is said, and the body is handed on where it lies.
 */
import { Inbox, hexAt, lineEnd } from "./inbox.ts";

export interface AgentHears {
  onRegistered(agent: number, inbox: Inbox, from: number, to: number): void;
  onPing(agent: number, observer: string): void;
  onRunTask(agent: number, inbox: Inbox, from: number, to: number): void;
  onAcknowledged(agent: number): void;
  onSurprise(agent: number, name: string): void;
}

const HEAD_END = Buffer.from("\r\n\r\n");
const START = "POST /slave(";
const PACKAGE = ")/mesos.internal.";
/** Behind the body: the end of its chunk, and the empty chunk. */
const TAIL_LENGTH = "\r\n0\r\n\r\n".length;

export class AgentReader {
  private readonly inbox = new Inbox();
  private readonly hears: AgentHears;

  constructor(hears: AgentHears) {
    this.hears = hears;
  }

  /** How many messages have come whole. */
  push(chunk: Buffer): number {
    const { inbox } = this;
    inbox.give(chunk);
    let count = 0;
    while (inbox.from < inbox.to && this.next()) count++;
    return count;
  }

  private next(): boolean {
    const { inbox } = this;
    const { bytes, from, to } = inbox;
    const headEnd = bytes.indexOf(HEAD_END, from);
    if (headEnd === -1 || headEnd + 4 > to) return false;
    let bodyFrom = headEnd + 4;
    let bodyTo = bodyFrom;
    // `Transfer-Encoding: chunked` stands last; without a body there is no such line.
    if (bytes[headEnd - 1] === 100) {
      const length = hexAt(bytes, bodyFrom, to);
      bodyFrom = length === -1 ? -1 : lineEnd(bytes, bodyFrom, to);
      if (bodyFrom === -1) return false;
      bodyTo = bodyFrom + length;
      if (bodyTo + TAIL_LENGTH > to) return false;
      inbox.from = bodyTo + TAIL_LENGTH;
    } else {
      inbox.from = headEnd + 4;
    }
    let at = from + START.length;
    let agent = 0;
    for (; bytes[at] !== 41; at++) agent = agent * 10 + bytes[at]! - 48;
    this.dispatch(agent - 1, from, at + PACKAGE.length, headEnd, bodyFrom, bodyTo);
    return true;
  }

  private dispatch(agent: number, from: number, nameAt: number, headEnd: number, bodyFrom: number, to: number): void {
    const { inbox, hears } = this;
    const { bytes } = inbox;
    const name = bytes.toString("latin1", nameAt, bytes.indexOf(32, nameAt));
    switch (name) {
      case "RunTaskMessage":
        return hears.onRunTask(agent, inbox, bodyFrom, to);
      case "StatusUpdateAcknowledgementMessage":
        return hears.onAcknowledged(agent);
      case "PingSlaveMessage": {
        const observer = /Libprocess-From: ([^@]+)@/.exec(bytes.toString("latin1", from, headEnd))?.[1];
        return hears.onPing(agent, observer!);
      }
      case "SlaveRegisteredMessage":
      case "SlaveReregisteredMessage":
        return hears.onRegistered(agent, inbox, bodyFrom, to);
      case "UpdateFrameworkMessage":
      case "CheckpointResourcesMessage":
        return;
      default:
        return hears.onSurprise(agent, name);
    }
  }
}
