/** Paths by which operators change the cluster (EPM-03 to 06, 16, 18, 20, 21, 23, 24, 26), and what is read beside them. */
import { text } from "../responses.ts";
import type { Handler, Route } from "../routes.ts";
import { maintenanceSchedule, maintenanceStatus } from "../views/maintenance.ts";
import { quota } from "../views/quota.ts";
import { weights } from "../views/weights.ts";

type ByMethod = Readonly<Partial<Record<"GET" | "POST" | "PUT" | "DELETE", Handler>>>;

const FORMS: Readonly<Record<string, ByMethod>> = {
  "/master/create-volumes": { POST: notYet },
  "/master/destroy-volumes": { POST: notYet },
  "/master/machine/down": { POST: notYet },
  "/master/machine/up": { POST: notYet },
  "/master/maintenance/schedule": { GET: maintenanceSchedule, POST: notYet },
  "/master/maintenance/status": { GET: maintenanceStatus },
  "/master/quota": { GET: quota, POST: notYet, DELETE: notYet },
  "/master/reserve": { POST: notYet },
  "/master/teardown": { POST: notYet },
  "/master/unreserve": { POST: notYet },
  "/master/weights": { GET: weights, PUT: notYet },
};

export const WRITE_ROUTES: readonly Route[] = Object.entries(FORMS).map(([path, byMethod]) => ({
  path,
  methods: Object.keys(byMethod),
  handler: (master, request, nowMs, out) => byMethod[request.method as keyof ByMethod]!(master, request, nowMs, out),
}));

function notYet(...[, { method, path }]: Parameters<Handler>): ReturnType<Handler> {
  return text(501, `501 Not Implemented. This master does not take ${method} ${path} yet`);
}
