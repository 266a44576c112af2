import { describe, expect, test } from "vitest";
import { validateContainerId, validateId } from "../../../src/model/id.ts";
import { NO_UPID, parseUpid, printUpid } from "../../../src/model/upid.ts";

describe("ids become directory names", () => {
  test.each(["t1", "a b", "...", "a.b", "ü", "x".repeat(255)])("%j is one", (id) => {
    expect(validateId(id)).toEqual({ ok: true, value: id });
  });

  test.each([
    ["", "ID must not be empty"],
    ["..", "'..' is disallowed"],
    [".", "'.' is disallowed"],
    ["a/b", "'a/b' contains invalid characters"],
    ["a\\b", "'a\\b' contains invalid characters"],
    ["a\u0001b", "'a\u0001b' contains invalid characters"],
    ["long/enough", "'long/enough' contains invalid characters"],
    ["long\u007fenough", "'long\u007fenough' contains invalid characters"],
    ["a\nb", "'a\nb' contains invalid characters"],
    ["x".repeat(256), "ID must not be greater than 255 characters"],
    ["ü".repeat(128), "ID must not be greater than 255 characters"],
  ])("%j is not", (id, error) => {
    expect(validateId(id)).toEqual({ ok: false, error });
  });

  test("container ids are stricter, and so are their parents", () => {
    expect(validateContainerId({ value: "a", parent: { value: "b" } }).ok).toBe(true);
    expect(validateContainerId({ value: "a.b" })).toEqual({
      ok: false,
      error: "'ContainerID.value' 'a.b' contains invalid characters",
    });
    expect(validateContainerId({ value: "x".repeat(243) }).ok).toBe(false);
    expect(validateContainerId({ value: "a", parent: { value: "b c" } })).toEqual({
      ok: false,
      error: "'ContainerID.parent' is invalid: 'ContainerID.value' 'b c' contains invalid characters",
    });
    expect(validateContainerId({ value: "" })).toEqual({ ok: false, error: "ID must not be empty" });
  });
});

describe("addresses of actors", () => {
  test.each(["master@127.0.0.1:5050", "slave(1)@10.0.0.7:5051", "scheduler-0af3@host.example:40123", "@0.0.0.0:0"])(
    "%s reads and prints",
    (text) => {
      const upid = parseUpid(text);
      expect(upid.ok && printUpid(upid.value)).toBe(text);
    },
  );

  test.each(["", "master", "master@host", "master@host:", "master@host:99999", "a@b@c:1", "m@[::1]:5050", "a b@c:1"])(
    "%j is none",
    (text) => {
      expect(parseUpid(text).ok).toBe(false);
    },
  );

  test("no address prints as Mesos prints an empty one", () => {
    expect(printUpid(NO_UPID)).toBe("@0.0.0.0:0");
  });
});
