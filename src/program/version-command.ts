/** `allot version` */
import { MESOS_VERSION, allotVersion } from "./version.ts";

export async function main(): Promise<number> {
  console.log(`allot ${allotVersion()} (speaks Mesos ${MESOS_VERSION})`);
  return 0;
}
