// An emulator for one file of tests, and what tests ask of its control API.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const built = new URL("../../../../emulator/target/keyway-emulator.jar", import.meta.url);
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
  ended.catch(() => {});
  const { url, worlds } = JSON.parse(line);
  return new Emulator(emulator, worlds[0], `${url}/_emulator/worlds/${worlds[0].id}`);
}

class Emulator {
  #process;
  #api;

  constructor(process, world, api) {
    this.#process = process;
    this.world = world;
    this.#api = api;
  }

  /** A call of the control API below this world, which has to succeed. */
  async control(method, path, body) {
    const response = await fetch(this.#api + path, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }

  /** The next message to an address or a number, each once. */
  message(to, kind) {
    const query = new URLSearchParams({ to, kind, timeout: "PT10S" });
    return this.control("GET", `/outbox/await?${query}`);
  }

  settings(provider, changes) {
    return this.control("PATCH", `/settings/${provider}`, changes);
  }

  /** The code that an authenticator app shows now, for the secret that it was given. */
  async totpCode(secret) {
    await this.control("PUT", "/devices/totps/app", { secret });
    return (await this.control("GET", "/devices/totps/app")).code;
  }

  /** What a passkey device answers to options: "create" or "get". */
  async passkey(ceremony, options) {
    const origin = "http://localhost:3000";
    const path = `/devices/authenticators/phone/${ceremony}`;
    return (await this.control("POST", path, { origin, options })).credential;
  }

  async stop() {
    this.#process.kill();
    await once(this.#process, "exit");
  }
}
