// Starts the emulator for a file of tests, with the keys of one world.
//
// Its jar is where the build puts it, unless KEYWAY_EMULATOR_JAR says otherwise.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const built = new URL("../../../emulator/target/keyway-emulator.jar", import.meta.url);
const jar = process.env.KEYWAY_EMULATOR_JAR ?? fileURLToPath(built);

export async function startEmulator() {
  assert.ok(existsSync(jar), `no emulator at ${jar}: set KEYWAY_EMULATOR_JAR to its jar`);
  const emulator = spawn("java", ["-jar", jar, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(emulator, "exit").then(([code]) => {
    throw new Error(`the emulator ended with exit code ${code}`);
  });
  const [line] = await Promise.race([
    once(createInterface({ input: emulator.stdout }), "line"),
    ended,
  ]);
  const ready = JSON.parse(line);
  const world = ready.worlds[0];
  const api = `${ready.url}/_emulator/worlds/${world.id}`;

  return {
    world,

    async mail(to, kind) {
      const query = new URLSearchParams({ to, kind, timeout: "PT10S" });
      const response = await fetch(`${api}/outbox/await?${query}`);
      assert.equal(response.status, 200);
      return response.json();
    },

    async stop() {
      emulator.kill();
      await once(emulator, "exit");
    },
  };
}
