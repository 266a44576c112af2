/** Why a pattern is no regular expression, in the words of the library Mesos uses (FWK-45): its users search for them. */
import { RE2JSSyntaxException } from "re2js";

/** By the description our library gives. */
const WORDS: Readonly<Record<string, string>> = {
  "invalid escape sequence": "invalid escape sequence",
  "invalid character class range": "invalid character class range",
  "missing closing ]": "missing ]",
  "missing closing )": "missing )",
  "unexpected )": "unexpected )",
  "trailing backslash at end of expression": "trailing \\",
  "missing argument to repetition operator": "no argument for repetition operator",
  "invalid repeat count": "invalid repetition size",
  "invalid nested repetition operator": "bad repetition operator",
  "invalid or unsupported Perl syntax": "invalid perl operator",
  "invalid named capture": "invalid named capture group",
  "duplicate capture group name": "invalid named capture group",
};

/** What the library threw, and of it at most so many characters. */
export function regexErrorText(error: unknown, maxLength: number): string {
  const known = error instanceof RE2JSSyntaxException ? WORDS[error.getDescription()] : undefined;
  if (known === undefined) return (error as Error).message.slice(0, maxLength);
  const part = (error as RE2JSSyntaxException).getPattern() ?? "";
  return part === "" ? known : `${known}: ${part.slice(0, maxLength)}`;
}
