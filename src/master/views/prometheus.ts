/**
 * Metrics as Prometheus reads them. Frameworks, roles and quantiles become labels:
 *
 *     master/frameworks/web/f-1/calls/accept   mesos_framework_calls_accept{name="web",id="f-1"}
 *     allocator/mesos/roles/eng/shares/dominant   mesos_allocator_shares_dominant{role="eng"}
 *     registrar/state_store_ms/p99   mesos_registrar_state_store_ms{quantile="0.99"}
 */

import type { MetricSample } from "../event.ts";

type Sample = Omit<MetricSample, "value">;

const QUANTILES: Readonly<Record<string, string>> = {
  p50: "0.5", p90: "0.9", p95: "0.95", p99: "0.99", p999: "0.999", p9999: "0.9999",
};

export function prometheusSamples(metrics: readonly (readonly [name: string, value: number])[]): MetricSample[] {
  return metrics.map(([name, value]) => ({ ...sampleOf(name), value }));
}

function sampleOf(name: string): Sample {
  const framework = /^master\/frameworks\/([^/]+)\/([^/]+)\/(?:roles\/(.+)\/(suppressed)|(.+))$/.exec(name);
  if (framework !== null) {
    const [, encoded = "", id = "", role, suppressed, rest = ""] = framework;
    const labels = { name: decodeURIComponent(encoded), id };
    if (role === undefined) return { metric: metricName(`framework/${rest}`), labels };
    return { metric: metricName(`framework/role/${suppressed}`), labels: { ...labels, role } };
  }
  const quota = /^allocator\/mesos\/quota\/roles\/(.*)\/resources\/([^/]+)\/(\w+)$/.exec(name);
  if (quota !== null) {
    return { metric: metricName(`allocator/quota/${quota[3]}`), labels: { role: quota[1]!, resource: quota[2]! } };
  }
  const role = /^allocator\/mesos\/(offer_filters\/)?roles\/(.+)\/(active|shares\/dominant)$/.exec(name);
  if (role !== null) return { metric: metricName(`allocator/${role[1] ?? ""}${role[3]}`), labels: { role: role[2]! } };
  const principal = /^frameworks\/(.+)\/(messages_\w+)$/.exec(name);
  if (principal !== null) {
    return { metric: metricName(`principal/${principal[2]}`), labels: { principal: principal[1]! } };
  }
  const quantile = /^(.+_ms)\/(p\d+)$/.exec(name);
  if (quantile !== null && QUANTILES[quantile[2]!] !== undefined) {
    return { metric: metricName(quantile[1]!), labels: { quantile: QUANTILES[quantile[2]!]! } };
  }
  return { metric: metricName(name.endsWith("_ms") ? `${name}/last` : name), labels: {} };
}

function metricName(path: string): string {
  return `mesos_${path.replace(/[^A-Za-z0-9_]/g, "_")}`;
}
