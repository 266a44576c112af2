/** Paths by which operators change the cluster (EPM-03 to 06, 16, 18, 20, 21, 23, 24, 26), and what is read there. */
import type { Handler, Route } from "../routes.ts";
import { LEGACY } from "./legacy.ts";
import { maintenanceSchedule, maintenanceStatus } from "../views/maintenance.ts";
import { quota } from "../views/quota.ts";
import { weights } from "../views/weights.ts";

type ByMethod = Readonly<Partial<Record<"GET" | "POST" | "PUT" | "DELETE", Handler>>>;

const FORMS: Readonly<Record<string, ByMethod>> = {
  "/master/create-volumes": { POST: LEGACY.createVolumes },
  "/master/destroy-volumes": { POST: LEGACY.destroyVolumes },
  "/master/machine/down": { POST: LEGACY.machineDown },
  "/master/machine/up": { POST: LEGACY.machineUp },
  "/master/maintenance/schedule": { GET: maintenanceSchedule, POST: LEGACY.schedule },
  "/master/maintenance/status": { GET: maintenanceStatus },
  "/master/quota": { GET: quota, POST: LEGACY.setQuota, DELETE: LEGACY.removeQuota },
  "/master/reserve": { POST: LEGACY.reserve },
  "/master/teardown": { POST: LEGACY.teardown },
  "/master/unreserve": { POST: LEGACY.unreserve },
  "/master/weights": { GET: weights, PUT: LEGACY.weights },
};

export const WRITE_ROUTES: readonly Route[] = Object.entries(FORMS).map(([path, byMethod]) => ({
  path,
  methods: Object.keys(byMethod),
  handler: (master, request, nowMs, out) => byMethod[request.method as keyof ByMethod]!(master, request, nowMs, out),
}));
