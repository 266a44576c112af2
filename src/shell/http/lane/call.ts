/** One request of the lane that waits for its answer. */
import type { HttpResponse, RequestId } from "../../../master/event.ts";
import { pack } from "../answer.ts";
import type { Waiter } from "../desk.ts";
import { answerText } from "./answer-text.ts";
import type { Conversation } from "./conversation.ts";

export class Call implements Waiter {
  /** Its answer as it goes out, one character for each byte. */
  text: string | undefined;
  /** Undefined: it was not given to the core. */
  id: RequestId | undefined;
  readonly #conversation: Conversation;
  readonly #acceptEncoding: string | undefined;
  readonly #firstHeaders: string;

  constructor(conversation: Conversation, acceptEncoding: string | undefined, firstHeaders: string) {
    this.#conversation = conversation;
    this.#acceptEncoding = acceptEncoding;
    this.#firstHeaders = firstHeaders;
  }

  answer(response: HttpResponse): void {
    if (response.content !== undefined || response.samples !== undefined) return this.breakOff();
    pack(this.#acceptEncoding, response, (headers, body) => {
      this.text = answerText(this.#firstHeaders, response.status, headers, body);
      this.#conversation.answered();
    });
  }

  /** Calls are answered with texts; that something else is asked for is our mistake. */
  breakOff(): void {
    process.emitWarning("A call of the scheduler API was to be answered with a stream or a file: its connection ends");
    this.#conversation.breakOff();
  }
}
