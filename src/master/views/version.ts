/** GET /version (EPM-38), and the same facts inside `/state` and GET_VERSION. */
import type { VersionInfo } from "../../model/gen/mesos.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { BuildInfo } from "../options.ts";
import { answerJson } from "./answer.ts";
import { double, object, string } from "./json.ts";
import type { Member } from "./json.ts";

export function version({ options }: Master, request: HttpRequest): HttpResponse {
  const [which, ...build] = versionMembers(options.version);
  return answerJson(request, object([...build, which]));
}

export function versionMembers(info: BuildInfo): readonly Member[] {
  const { version: mesos, buildDate, buildTimeSeconds, buildUser } = info;
  return [
    ["version", string(mesos)],
    ["build_date", string(buildDate)],
    ["build_time", double(buildTimeSeconds)],
    ["build_user", string(buildUser)],
  ];
}

export function versionInfo({ version: mesos, buildDate, buildTimeSeconds, buildUser }: BuildInfo): VersionInfo {
  return { version: mesos, build_date: buildDate, build_time: buildTimeSeconds, build_user: buildUser };
}
