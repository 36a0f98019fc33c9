// Stytch's quickstart with its official package, against the emulator: npm install && npm test

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import stytch from "stytch";
import { startEmulator } from "./emulator.js";

const callback = "http://localhost:3000/authenticate";
const email = "ada@example.com";

let emulator;
let client;

before(async () => {
  emulator = await startEmulator();
  const { projectId, secret, baseUrl } = emulator.world.stytch;
  client = new stytch.Client({ project_id: projectId, secret, env: `${baseUrl}/` });
});

after(() => emulator.stop());

test("a user signs in by magic link, and the session is verified", async () => {
  await client.magicLinks.email.loginOrCreate({
    email,
    login_magic_link_url: callback,
    signup_magic_link_url: callback,
  });
  const { token } = await emulator.mail(email, "magic_link");
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
