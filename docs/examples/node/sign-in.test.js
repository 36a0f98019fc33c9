// Stytch's quickstart with its official package, against the emulator: npm install && npm test
//
// The emulator's jar is where the build puts it, unless KEYWAY_EMULATOR_JAR says otherwise.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import stytch from "stytch";

const built = new URL("../../../emulator/target/keyway-emulator.jar", import.meta.url);
const jar = process.env.KEYWAY_EMULATOR_JAR ?? fileURLToPath(built);
const callback = "http://localhost:3000/authenticate";
const email = "ada@example.com";

let emulator;
let world;
let api;
let client;

before(async () => {
  emulator = spawn("java", ["-jar", jar, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: emulator.stdout }), "line");
  const ready = JSON.parse(line);
  world = ready.worlds[0];
  api = `${ready.url}/_emulator/worlds/${world.id}`;
  client = new stytch.Client({
    project_id: world.stytch.projectId,
    secret: world.stytch.secret,
    env: `${world.stytch.baseUrl}/`,
  });
});

after(async () => {
  emulator.kill();
  await once(emulator, "exit");
});

async function mail(kind) {
  const query = new URLSearchParams({ to: email, kind, timeout: "PT10S" });
  const response = await fetch(`${api}/outbox/await?${query}`);
  assert.equal(response.status, 200);
  return response.json();
}

test("a user signs in by magic link, and the session is verified", async () => {
  await client.magicLinks.email.loginOrCreate({
    email,
    login_magic_link_url: callback,
    signup_magic_link_url: callback,
  });
  const { token } = await mail("magic_link");
  const signedIn = await client.magicLinks.authenticate({ token, session_duration_minutes: 60 });
  assert.equal(signedIn.user.emails[0].email, email);

  const { session } = await client.sessions.authenticateJwt({ session_jwt: signedIn.session_jwt });
  assert.equal(session.user_id, signedIn.user_id);

  await assert.rejects(client.magicLinks.authenticate({ token }), { status_code: 401 });
});

test("a user signs up and in by password", async () => {
  const account = { email: "grace@example.com", password: "my horse reads maps at noon" };
  const created = await client.passwords.create(account);
  const signedIn = await client.passwords.authenticate(account);
  assert.equal(signedIn.user_id, created.user_id);
  await assert.rejects(
    client.passwords.authenticate({ ...account, password: "your horse reads maps at noon" }),
    { error_type: "unauthorized_credentials" },
  );
});
