import fc from "fast-check";
import { expect, test } from "vitest";
import { httpDate } from "../../../src/wire/http-date.ts";

test("agrees with the platform's calendar for four centuries", () => {
  fc.assert(
    fc.property(fc.nat({ max: 13_000_000_000_000 }), (nowMs) => {
      expect(httpDate(nowMs)).toBe(new Date(nowMs).toUTCString());
    }),
    { examples: [[0], [951_782_400_000], [951_868_799_999], [4_107_542_400_000]] },
  );
});
