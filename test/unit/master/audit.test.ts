/** Every change is one line of the log: who, what, with what outcome. */
import { describe, expect, it } from "vitest";
import { readAcls } from "../../../src/model/acl/acls.ts";
import { createAuthorizer } from "../../../src/model/acl/authorizer.ts";
import { DRIVER, frameworkInfo } from "../../support/cast.ts";
import { cluster } from "./cluster.ts";
import type { Cluster } from "./cluster.ts";

const audits = ({ driven }: Cluster): object[] =>
  driven.logs.filter(({ text }) => text === "audit").map(({ fields }) => fields);

function post(story: Cluster, call: object, principal: string, path = "/api/v1") {
  const body = new TextEncoder().encode(JSON.stringify(call));
  return story.driven.request({ path, headers: { "content-type": "application/json" }, body, principal: { value: principal } });
}

const weights = { type: "UPDATE_WEIGHTS", update_weights: { weight_infos: [{ role: "eng", weight: 2 }] } };

describe("the audit log", () => {
  it("tells what an operator changed, once the registry has it", () => {
    const story = cluster();
    story.driven.isStoreSlow = true;
    post(story, weights, "ada");
    expect(audits(story)).toEqual([]);
    story.driven.persist();
    expect(audits(story)).toEqual([{ audit: true, principal: "ada", call: "UPDATE_WEIGHTS", status: 200, outcome: "done" }]);
  });

  it("tells what was refused, and why", () => {
    const acls = readAcls({ update_weights: [{ principals: { values: ["eve"] }, roles: { type: "NONE" } }] });
    const story = cluster({ authorizer: createAuthorizer(acls.ok ? acls.value : fail(acls.error)) });
    post(story, weights, "eve");
    post(story, { type: "TEARDOWN", teardown: { framework_id: { value: "nobody" } } }, "eve");
    expect(audits(story)).toEqual([
      { audit: true, principal: "eve", call: "UPDATE_WEIGHTS", status: 403, outcome: "refused", reason: "403 Forbidden." },
      { audit: true, principal: "eve", call: "TEARDOWN", status: 400, outcome: "refused", reason: "No framework found with specified ID" },
    ]);
    expect(story.driven.logs.find(({ text }) => text === "audit")!.level).toBe("warn");
  });

  it("names the endpoint that was used", () => {
    const story = cluster();
    const body = new TextEncoder().encode('[{"role":"eng","weight":2}]');
    story.driven.request({ method: "PUT", path: "/weights", body });
    expect(audits(story)).toMatchObject([{ principal: "ANY", call: "UPDATE_WEIGHTS", endpoint: "PUT /master/weights", outcome: "done" }]);
  });

  it("says nothing of who only looks, declines or acknowledges", () => {
    const story = cluster().agents(1, "cpus:4;mem:1000");
    const web = story.framework("web");
    post(story, { type: "GET_STATE" }, "ada");
    web.call({ type: "DECLINE", decline: { offer_ids: [] } });
    web.call({ type: "SUPPRESS" });
    expect(audits(story).map((line) => (line as { call: string }).call)).toEqual(["SUBSCRIBE"]);
  });

  it("tells what frameworks do, over HTTP and by messages, also when they are refused", () => {
    const story = cluster({ rootSubmissions: false });
    story.framework("web", { user: "www" }).call({ type: "KILL", kill: { task_id: { value: "t" } } });
    story.framework("evil", { user: "root" });
    story.driven.message(DRIVER, "mesos.scheduler.Call", { type: "SUBSCRIBE", subscribe: { framework_info: frameworkInfo({ user: "root" }) } });
    const refusal = "User 'root' is not allowed to run frameworks without --root_submissions set";
    expect(audits(story)).toMatchObject([
      { call: "SUBSCRIBE", outcome: "done" },
      { call: "KILL", taskId: "t", status: 202, outcome: "done" },
      { call: "SUBSCRIBE", outcome: "refused", reason: refusal },
      { call: "SUBSCRIBE", from: DRIVER, outcome: "refused", reason: refusal },
    ]);
  });

  it("forgets nobody's request for ever", () => {
    const story = cluster();
    story.driven.isStoreSlow = true;
    for (let i = 0; i < 50; i++) post(story, weights, "ada");
    story.driven.persist();
    expect(story.driven.master.audits.size).toBe(0);
  });
});

function fail(error: string): never {
  throw new Error(error);
}
