/** Metrics in the text form that Prometheus scrapes, written by its own client library. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Gauge, Registry } from "prom-client";
import type { MetricSample } from "../../master/event.ts";
import { answer } from "./answer.ts";

export function answerMetrics(
  request: IncomingMessage, response: ServerResponse, samples: readonly MetricSample[],
): void {
  // Every answer counts anew, so a framework that has gone leaves nothing behind.
  void prometheusText(samples).then((body) => {
    answer(request, response, { status: 200, headers: { "Content-Type": Registry.PROMETHEUS_CONTENT_TYPE }, body });
  });
}

/** The help of a metric is its name: what each one means is in the documentation of Mesos. */
export function prometheusText(samples: readonly MetricSample[]): Promise<string> {
  const registry = new Registry();
  const labelNames = [...new Set(samples.flatMap(({ labels }) => Object.keys(labels)))];
  const gauges = new Map<string, Gauge>();
  for (const { metric, labels, value } of samples) {
    let gauge = gauges.get(metric);
    if (gauge === undefined) {
      gauge = new Gauge({ name: metric, help: metric, labelNames, registers: [registry] });
      gauges.set(metric, gauge);
    }
    gauge.set(labels, value);
  }
  return registry.metrics();
}
