/**
 * The libprocess messages by name: what a receiver may get and a sender may send. In-process messages and stored
 * records of mesos.internal are not among them (their codecs are in gen/internal.ts).
 */
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Upid } from "../../model/upid.ts";
import type { Codec } from "../codec.ts";
import { CallCodec } from "../gen/driver.ts";
import {
  AcknowledgeOperationStatusMessageCodec,
  ApplyOperationMessageCodec,
  AuthenticateMessageCodec,
  AuthenticationCompletedMessageCodec,
  AuthenticationErrorMessageCodec,
  AuthenticationFailedMessageCodec,
  AuthenticationMechanismsMessageCodec,
  AuthenticationStartMessageCodec,
  AuthenticationStepMessageCodec,
  CheckpointResourcesMessageCodec,
  DeactivateFrameworkMessageCodec,
  DrainSlaveMessageCodec,
  ExecutorRegisteredMessageCodec,
  ExecutorReregisteredMessageCodec,
  ExecutorToFrameworkMessageCodec,
  ExitedExecutorMessageCodec,
  FrameworkErrorMessageCodec,
  FrameworkRegisteredMessageCodec,
  FrameworkReregisteredMessageCodec,
  FrameworkToExecutorMessageCodec,
  InverseOffersMessageCodec,
  KillTaskMessageCodec,
  LaunchTasksMessageCodec,
  LostSlaveMessageCodec,
  PingSlaveMessageCodec,
  PongSlaveMessageCodec,
  ReconcileOperationsMessageCodec,
  ReconcileTasksMessageCodec,
  ReconnectExecutorMessageCodec,
  RegisterExecutorMessageCodec,
  RegisterFrameworkMessageCodec,
  RegisterSlaveMessageCodec,
  ReregisterExecutorMessageCodec,
  ReregisterFrameworkMessageCodec,
  ReregisterSlaveMessageCodec,
  RescindInverseOfferMessageCodec,
  RescindResourceOfferMessageCodec,
  ResourceOffersMessageCodec,
  ResourceRequestMessageCodec,
  ReviveOffersMessageCodec,
  RunTaskGroupMessageCodec,
  RunTaskMessageCodec,
  ShutdownExecutorMessageCodec,
  ShutdownFrameworkMessageCodec,
  ShutdownMessageCodec,
  SlaveRegisteredMessageCodec,
  SlaveReregisteredMessageCodec,
  StatusUpdateAcknowledgementMessageCodec,
  StatusUpdateMessageCodec,
  SubmitSchedulerRequestCodec,
  SubmitSchedulerResponseCodec,
  UnregisterFrameworkMessageCodec,
  UnregisterSlaveMessageCodec,
  UpdateFrameworkMessageCodec,
  UpdateOperationStatusMessageCodec,
  UpdateSlaveMessageCodec,
} from "../gen/internal.ts";
import { EventCodec } from "../gen/scheduler.ts";
import { encodeRequest, requestFrame } from "./libprocess.ts";

const CODECS = {
  "mesos.internal.AcknowledgeOperationStatusMessage": AcknowledgeOperationStatusMessageCodec,
  "mesos.internal.ApplyOperationMessage": ApplyOperationMessageCodec,
  "mesos.internal.AuthenticateMessage": AuthenticateMessageCodec,
  "mesos.internal.AuthenticationCompletedMessage": AuthenticationCompletedMessageCodec,
  "mesos.internal.AuthenticationErrorMessage": AuthenticationErrorMessageCodec,
  "mesos.internal.AuthenticationFailedMessage": AuthenticationFailedMessageCodec,
  "mesos.internal.AuthenticationMechanismsMessage": AuthenticationMechanismsMessageCodec,
  "mesos.internal.AuthenticationStartMessage": AuthenticationStartMessageCodec,
  "mesos.internal.AuthenticationStepMessage": AuthenticationStepMessageCodec,
  "mesos.internal.CheckpointResourcesMessage": CheckpointResourcesMessageCodec,
  "mesos.internal.DeactivateFrameworkMessage": DeactivateFrameworkMessageCodec,
  "mesos.internal.DrainSlaveMessage": DrainSlaveMessageCodec,
  "mesos.internal.ExecutorRegisteredMessage": ExecutorRegisteredMessageCodec,
  "mesos.internal.ExecutorReregisteredMessage": ExecutorReregisteredMessageCodec,
  "mesos.internal.ExecutorToFrameworkMessage": ExecutorToFrameworkMessageCodec,
  "mesos.internal.ExitedExecutorMessage": ExitedExecutorMessageCodec,
  "mesos.internal.FrameworkErrorMessage": FrameworkErrorMessageCodec,
  "mesos.internal.FrameworkRegisteredMessage": FrameworkRegisteredMessageCodec,
  "mesos.internal.FrameworkReregisteredMessage": FrameworkReregisteredMessageCodec,
  "mesos.internal.FrameworkToExecutorMessage": FrameworkToExecutorMessageCodec,
  "mesos.internal.InverseOffersMessage": InverseOffersMessageCodec,
  "mesos.internal.KillTaskMessage": KillTaskMessageCodec,
  "mesos.internal.LaunchTasksMessage": LaunchTasksMessageCodec,
  "mesos.internal.LostSlaveMessage": LostSlaveMessageCodec,
  "mesos.internal.PingSlaveMessage": PingSlaveMessageCodec,
  "mesos.internal.PongSlaveMessage": PongSlaveMessageCodec,
  "mesos.internal.ReconcileOperationsMessage": ReconcileOperationsMessageCodec,
  "mesos.internal.ReconcileTasksMessage": ReconcileTasksMessageCodec,
  "mesos.internal.ReconnectExecutorMessage": ReconnectExecutorMessageCodec,
  "mesos.internal.RegisterExecutorMessage": RegisterExecutorMessageCodec,
  "mesos.internal.RegisterFrameworkMessage": RegisterFrameworkMessageCodec,
  "mesos.internal.RegisterSlaveMessage": RegisterSlaveMessageCodec,
  "mesos.internal.ReregisterExecutorMessage": ReregisterExecutorMessageCodec,
  "mesos.internal.ReregisterFrameworkMessage": ReregisterFrameworkMessageCodec,
  "mesos.internal.ReregisterSlaveMessage": ReregisterSlaveMessageCodec,
  "mesos.internal.RescindInverseOfferMessage": RescindInverseOfferMessageCodec,
  "mesos.internal.RescindResourceOfferMessage": RescindResourceOfferMessageCodec,
  "mesos.internal.ResourceOffersMessage": ResourceOffersMessageCodec,
  "mesos.internal.ResourceRequestMessage": ResourceRequestMessageCodec,
  "mesos.internal.ReviveOffersMessage": ReviveOffersMessageCodec,
  "mesos.internal.RunTaskGroupMessage": RunTaskGroupMessageCodec,
  "mesos.internal.RunTaskMessage": RunTaskMessageCodec,
  "mesos.internal.ShutdownExecutorMessage": ShutdownExecutorMessageCodec,
  "mesos.internal.ShutdownFrameworkMessage": ShutdownFrameworkMessageCodec,
  "mesos.internal.ShutdownMessage": ShutdownMessageCodec,
  "mesos.internal.SlaveRegisteredMessage": SlaveRegisteredMessageCodec,
  "mesos.internal.SlaveReregisteredMessage": SlaveReregisteredMessageCodec,
  "mesos.internal.StatusUpdateAcknowledgementMessage": StatusUpdateAcknowledgementMessageCodec,
  "mesos.internal.StatusUpdateMessage": StatusUpdateMessageCodec,
  "mesos.internal.SubmitSchedulerRequest": SubmitSchedulerRequestCodec,
  "mesos.internal.SubmitSchedulerResponse": SubmitSchedulerResponseCodec,
  "mesos.internal.UnregisterFrameworkMessage": UnregisterFrameworkMessageCodec,
  "mesos.internal.UnregisterSlaveMessage": UnregisterSlaveMessageCodec,
  "mesos.internal.UpdateFrameworkMessage": UpdateFrameworkMessageCodec,
  "mesos.internal.UpdateOperationStatusMessage": UpdateOperationStatusMessageCodec,
  "mesos.internal.UpdateSlaveMessage": UpdateSlaveMessageCodec,
  /** Not the v1 call: Subscribe has `force` (proto/driver.proto). */
  "mesos.scheduler.Call": CallCodec,
  "mesos.scheduler.Event": EventCodec,
};

type Codecs = typeof CODECS;

/** The value behind each message name. */
export type Messages = { readonly [N in keyof Codecs]: Codecs[N] extends Codec<infer T> ? T : never };

export type MessageName = keyof Messages;

/** A message with its name, any one if no name is given; `switch (message.name)` tells which value it is. */
export type Message<N extends MessageName = MessageName> = {
  readonly [K in N]: { readonly name: K; readonly value: Messages[K] };
}[N];

/** The message with this name from its body; undefined for a name nobody knows, an error for a body that is wrong. */
export function decodeMessage(name: string, body: Uint8Array): Result<Message> | undefined {
  if (!Object.hasOwn(CODECS, name)) return undefined;
  const decoded = (CODECS[name as MessageName] as Codec<unknown>).decode(body);
  return decoded.ok ? ok({ name, value: decoded.value } as Message) : err(decoded.error);
}

/** What was said last, and its bytes if it was said more than once: a message to all agents is encoded once. */
let last: { readonly value: unknown; readonly name: string; bytes: Uint8Array | undefined } | undefined;

function isLast({ name, value }: Message): boolean {
  return last !== undefined && last.value === value && last.name === name;
}

/** The body of a message; the same bytes when the same value goes to several, so nobody may change them. */
export function encodeMessage(message: Message): Uint8Array {
  const { name, value } = message;
  if (name === OF_FRAMEWORK) return bytesOf(value as object);
  if (last === undefined || !isLast(message)) last = { value, name, bytes: undefined };
  return (last.bytes ??= (CODECS[name] as Codec<unknown>).encode(value));
}

/** Agents that come back are told of all frameworks they work for: a few values by turns, each to very many. */
const OF_FRAMEWORK = "mesos.internal.UpdateFrameworkMessage";
const OF_FRAMEWORKS = new WeakMap<object, Uint8Array>();

function bytesOf(value: object): Uint8Array {
  let bytes = OF_FRAMEWORKS.get(value);
  if (bytes === undefined) {
    bytes = (CODECS[OF_FRAMEWORK] as Codec<unknown>).encode(value);
    OF_FRAMEWORKS.set(value, bytes);
  }
  return bytes;
}

/** The message as it travels, in one piece. */
export function encodeMessageRequest(from: Upid, to: Upid, message: Message): Uint8Array {
  const { name, value } = message;
  if (name === OF_FRAMEWORK || isLast(message)) return encodeRequest(from, to, name, encodeMessage(message));
  last = { value, name, bytes: undefined };
  return (CODECS[name] as Codec<unknown>).encode(value, requestFrame(from, to, name));
}
