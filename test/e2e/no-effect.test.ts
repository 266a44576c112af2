/** A flag that is taken for the sake of old command lines says that it does nothing. */
import { expect, it, onTestFinished } from "vitest";
import { program } from "../support/programs.ts";

it("a master that is given --quorum starts, and says that it has no effect", async () => {
  const started = program("mesos-master", ["--ip=127.0.0.1", "--port=0", "--registry=in_memory", "--quorum=2"]);
  onTestFinished(async () => {
    started.signal("SIGKILL");
    await started.ended;
  });
  const [, quorum] = await started.says(/"quorum":(\d+),"msg":"--quorum has no effect: /);
  expect(quorum).toBe("2");
});
