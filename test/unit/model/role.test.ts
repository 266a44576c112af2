import { describe, expect, test } from "vitest";
import {
  ancestorsOf,
  isStrictSubroleOf,
  isSubroleOf,
  parseRoles,
  topLevelRole,
  validateRole,
} from "../../../src/model/role.ts";

describe("role names", () => {
  test.each(["*", "eng", "eng/web", "a/b/c", "eng-1", "...", "a*", "é"])("%s is one", (role) => {
    expect(validateRole(role)).toEqual({ ok: true, value: role });
  });

  test.each([
    ["", "Role names cannot be the empty string"],
    ["a/", "Role 'a/' cannot end with a slash"],
    ["/a", "Role '/a' cannot start with a slash"],
    ["a//b", "Role 'a//b' cannot contain two adjacent slashes"],
    ["..", "Role '..' cannot include '..' as a component"],
    ["a/./b", "Role 'a/./b' cannot include '.' as a component"],
    ["a/*", "Role 'a/*' cannot include '*' as a component"],
    ["a/-b", "Role component '-b' is invalid because it starts with a dash"],
    ["a/b c", "Role component 'b c' is invalid because it contains backspace or whitespace"],
    ["a\x7f", "Role component 'a\x7f' is invalid because it contains backspace or whitespace"],
  ])("%j is not, and the text says why as Mesos does", (role, error) => {
    expect(validateRole(role)).toEqual({ ok: false, error });
  });

  test("a list of them", () => {
    expect(parseRoles("eng,,ops")).toEqual({ ok: true, value: ["eng", "ops"] });
    expect(parseRoles("eng,-x").ok).toBe(false);
  });
});

describe("the hierarchy", () => {
  test("below means by whole components", () => {
    expect(isStrictSubroleOf("eng/web", "eng")).toBe(true);
    expect(isStrictSubroleOf("eng/web/a", "eng")).toBe(true);
    expect(isStrictSubroleOf("eng", "eng")).toBe(false);
    expect(isStrictSubroleOf("engine", "eng")).toBe(false);
    expect(isStrictSubroleOf("eng", "eng/web")).toBe(false);
    expect(isSubroleOf("eng", "eng")).toBe(true);
  });

  test("ancestors come nearest first", () => {
    expect(ancestorsOf("a/b/c")).toEqual(["a/b", "a"]);
    expect(ancestorsOf("a")).toEqual([]);
    expect(topLevelRole("a/b/c")).toBe("a");
    expect(topLevelRole("a")).toBe("a");
  });
});
