import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What `/metrics` shows, in Prometheus' format. Labels are routes, jobs and states: never ids, addresses or words. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
  return {
    registry,
    requests: new Histogram({
      name: "sidenote_http_request_seconds",
      help: "Time until the response begins",
      labelNames: ["method", "route", "status"],
      buckets: seconds,
      registers: [registry],
    }),
    jobs: new Histogram({
      name: "sidenote_job_seconds",
      help: "Time that a background job took",
      labelNames: ["job", "outcome"],
      buckets: seconds,
      registers: [registry],
    }),
    messages: new Counter({
      name: "sidenote_messages_total",
      help: "Mail messages read, by what became of them",
      labelNames: ["outcome"],
      registers: [registry],
    }),
    modelCalls: new Histogram({
      name: "sidenote_model_call_seconds",
      help: "Time that a model call took",
      labelNames: ["task", "outcome"],
      buckets: seconds,
      registers: [registry],
    }),
    liveConnections: new Gauge({
      name: "sidenote_live_connections",
      help: "Open screens",
      registers: [registry],
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
