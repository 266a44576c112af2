/** The text that Prometheus scrapes. */
import { describe, expect, it } from "vitest";
import { prometheusText } from "../../../../src/shell/http/prometheus.ts";

describe("metrics for Prometheus", () => {
  it("are told with name, labels and value, those of one name together, whatever the labels hold", async () => {
    const text = await prometheusText([
      { metric: "mesos_framework_calls", labels: { name: 'a "b"/c\\', id: "f-1" }, value: 1 },
      { metric: "mesos_master_elected", labels: {}, value: 1 },
      { metric: "mesos_framework_calls", labels: { name: "web\n", id: "f-2" }, value: 0.25 },
    ]);
    expect(text.trimEnd().split("\n").filter((line) => line !== "")).toEqual([
      "# HELP mesos_framework_calls mesos_framework_calls",
      "# TYPE mesos_framework_calls gauge",
      String.raw`mesos_framework_calls{name="a \"b\"/c\\",id="f-1"} 1`,
      String.raw`mesos_framework_calls{name="web\n",id="f-2"} 0.25`,
      "# HELP mesos_master_elected mesos_master_elected",
      "# TYPE mesos_master_elected gauge",
      "mesos_master_elected 1",
    ]);
  });

  it("know nothing of the answer before", async () => {
    await prometheusText([{ metric: "mesos_old", labels: {}, value: 1 }]);
    expect(await prometheusText([{ metric: "mesos_new", labels: {}, value: 2 }])).not.toContain("mesos_old");
  });
});
